package markdown

import (
	"bytes"
	"maps"
	"os"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"jianzhu/generator/page"
)

// The two forms of a page say the same: what any reader of CommonMark understands of
// its Markdown is what stands in its HTML, block by block, but for what HTML adds.
func TestFormsAgree(t *testing.T) {
	c := corpus(t, content)
	pages, problems := Write(c, os.DirFS(content), "/")
	if len(problems) > 0 {
		t.Log(problems)
	}
	for _, p := range pages {
		formsAgree(t, p)
	}
}

// formsAgree holds a page's HTML to its Markdown, as goldmark reads it. Of a page with
// a sample it is the sample.
func formsAgree(t testing.TB, p Page) {
	t.Helper()
	body := p.reportBody()
	read, err := plainTree(commonMark, body.Markdown(p.Path))
	if err != nil {
		t.Fatal(err)
	}
	written, _, err := body.AppendHTML(nil, p.Path)
	if err != nil {
		t.Fatal(err)
	}
	shown, err := html.Parse(bytes.NewReader(written))
	if err != nil {
		t.Fatal(err)
	}
	want := form{of: p, links: map[string]int{}, inText: p.Report != nil}
	got := form{of: p, links: map[string]int{}, isHTML: true}
	want.read(read)
	got.read(shown)
	for i := range max(len(want.blocks), len(got.blocks)) {
		if w, g := blockAt(want.blocks, i), blockAt(got.blocks, i); w != g {
			t.Errorf("%s: block %d is in the Markdown\n%s\nand in the HTML\n%s", p.Path, i+1, w, g)
			break
		}
	}
	if !maps.Equal(want.links, got.links) {
		t.Errorf("%s: the links of the Markdown are\n%v\nthose of the HTML\n%v", p.Path, want.links, got.links)
	}
}

// What is written at once, as a build does, is what one writes alone: pages share the
// corpus. The race detector runs this, too.
func TestPrintedAtOnce(t *testing.T) {
	pages, _ := Write(corpus(t, content), os.DirFS(content), "/")
	var alone, other [][]byte
	var both sync.WaitGroup
	both.Go(func() {
		for _, p := range pages {
			alone = append(alone, p.File())
		}
	})
	both.Go(func() {
		for _, p := range pages {
			p.HTML()
			other = append(other, p.File())
		}
	})
	both.Wait()
	for i, p := range pages {
		if !bytes.Equal(alone[i], other[i]) {
			t.Errorf("%s is written in two ways", p.Path)
		}
	}
}

func blockAt(blocks []string, i int) string {
	if i < len(blocks) {
		return blocks[i]
	}
	return "nothing"
}

// form is what a reader sees of a page.
type form struct {
	of     Page
	isHTML bool
	inText bool // of a report: links to fragments are ours, and HTML has them as added

	blocks []string       // kinds and texts, without white space
	links  map[string]int // by text and where they lead, but for those within the page
	words  strings.Builder
	kind   string
}

var blockKinds = map[atom.Atom]string{
	atom.H2: "heading 2", atom.H3: "heading 3", atom.H4: "heading 4", atom.H5: "heading 5", atom.H6: "heading 6",
	atom.P: "text", atom.Li: "text", atom.Td: "text", atom.Th: "text", atom.Pre: "code",
}

func (f *form) read(root *html.Node) {
	f.walk(body(root))
	f.flush("")
}

// flush ends a block and begins another.
func (f *form) flush(next string) {
	if text := strings.Join(strings.Fields(f.words.String()), ""); text != "" {
		f.blocks = append(f.blocks, f.kind+": "+text)
	}
	f.words.Reset()
	f.kind = next
}

func (f *form) walk(n *html.Node) {
	if n.Type == html.TextNode {
		f.words.WriteString(n.Data)
		return
	}
	if has(n, "data-added") {
		return
	}
	if n.DataAtom == atom.A {
		to := attribute(n, "href")
		if strings.HasPrefix(to, "#") && f.inText {
			return
		}
		f.follow(n, to)
	}
	f.inText = f.inText && !isApparatus(attribute(n, "id"))
	if kind, ok := blockKinds[n.DataAtom]; ok {
		outer := f.kind
		f.flush(kind)
		defer func() { f.flush(outer) }()
	}
	for c := range n.ChildNodes() {
		f.walk(c)
	}
}

// follow counts a link.
func (f *form) follow(n *html.Node, to string) {
	if strings.HasPrefix(to, "#") {
		return
	}
	if !f.isHTML {
		to = page.AddressLink(f.of.Path, page.RootLink(f.of.Path, to))
	}
	f.links[textOf(n)+" → "+to]++
}
