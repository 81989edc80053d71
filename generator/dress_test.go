package main

import (
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"golang.org/x/net/html"

	"jianzhu/generator/site"
)

// dress is a theme of others in which the real site is built, once.
type dress struct {
	name, path, version string
	params              string // of the theme's own, in site.yaml
	sass                bool   // its styles are Sass: only a program built with the tag extended makes them
	get                 func() (*builtSite, error)
}

var dresses = []dress{
	{name: "Hextra", path: "github.com/imfing/hextra", version: "v0.9.7", params: "search: {enable: false}"}, // its search wants a place in the menu
	{name: "Stack", path: "github.com/CaiJimmy/hugo-theme-stack/v4", version: "v4.0.3", sass: true},
}

func init() {
	for i := range dresses {
		d := &dresses[i]
		d.get = sync.OnceValues(func() (*builtSite, error) { return d.build() })
	}
}

func (d dress) build() (*builtSite, error) {
	root, err := os.MkdirTemp("", "jianzhu")
	if err != nil {
		return nil, err
	}
	temporary = append(temporary, root)
	err = errors.Join(copyProject(root), wear(root, fmt.Sprintf("{path: %s, version: %s}\n  %s", d.path, d.version, d.params)),
		os.WriteFile(filepath.Join(root, "go.mod"), []byte(noModule), 0o666))
	if err != nil {
		return nil, err
	}
	if _, err = build(root, "https://example.org/", func(string) {}); err != nil {
		return nil, err
	}
	return &builtSite{root: root, base: "/"}, nil
}

// noModule stands in the root's go.mod: who reads it fails.
const noModule = "this is no go.mod\n"

// wear names a theme in a project's site.yaml.
func wear(root, theme string) error {
	name := filepath.Join(root, "site.yaml")
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	dressed := strings.Replace(string(text), "\nparams:\n", "\nparams:\n  hugoTheme: "+theme+"\n", 1)
	return os.WriteFile(name, []byte(dressed), 0o666)
}

// inEach runs a test on the site in each theme.
func inEach(t *testing.T, test func(t *testing.T, s *builtSite)) {
	for _, d := range dresses {
		t.Run(d.name, func(t *testing.T) {
			if d.sass && !site.Extended() {
				t.Skip("its styles are Sass: go test -tags extended, as .ci/run does")
			}
			s, err := d.get()
			if err != nil && strings.Contains(err.Error(), "cannot be had") {
				needed(t, d.path+"@"+d.version, err)
			} else if err != nil {
				t.Fatal(err)
			}
			test(t, s)
		})
	}
}

// A theme shows every page with the text, the ids and the links that ours shows,
// and what it links leads somewhere.
func TestDressKeepsPages(t *testing.T) {
	inEach(t, func(t *testing.T, s *builtSite) {
		docs := s.documents(t)
		if pages := samePages(t, s.root, docs, ""); pages < 300 {
			t.Errorf("%d pages are too few to be the real site", pages)
		}
		for _, page := range []string{"embed/reports/liwan-2017/", "embed/glossary/fang-guan-fu/", "search/"} {
			if docs[page+"index.html"] == nil {
				t.Errorf("%s is not there", page)
			}
		}
		for _, doc := range docs {
			for n := range doc.root.Descendants() {
				if to := attribute(n, "href"); n.Data == "a" && to != "" && !strings.HasPrefix(to, "http") {
					s.resolve(t, docs, doc, n, to)
				}
			}
			if !strings.Contains(string(doc.text), "非官方网站，以原件为准") && doc.file != "404.html" && !strings.Contains(string(doc.text), `http-equiv="refresh"`) {
				t.Errorf("%s: does not say that it is unofficial", doc.file)
			}
		}
	})
}

// samePages holds the pages of a site to those of build/html, which stand in it
// under a folder. It returns how many there are.
func samePages(t *testing.T, root string, docs map[string]*document, under string) (pages int) {
	t.Helper()
	ours := os.DirFS(filepath.Join(root, "build", "html"))
	err := fs.WalkDir(ours, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(file, "embed/") { // embeds are not in the Markdown
			return err
		}
		text, err := fs.ReadFile(ours, file)
		if err != nil {
			return err
		}
		_, body, _ := strings.Cut(string(text[3:]), "\n---\n")
		want, err := parse(file, []byte(body))
		if err != nil {
			return err
		}
		page := under + finished(file)
		got := docs[page]
		if got == nil {
			t.Errorf("%s is not there", page)
			return nil
		}
		pages++
		for id := range want.ids {
			if got.ids[id] != 1 {
				t.Errorf("%s: id %s stands %d times", page, id, got.ids[id])
			}
		}
		sameText(t, page, want, got)
		theirs := linksOf(got, page, under)
		for link, n := range linksOf(want, finished(file), "") {
			if theirs[link] < n {
				t.Errorf("%s: %s stands %d times, want %d", page, link, theirs[link], n)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// finished is where Hugo puts a page of build/html.
func finished(file string) string {
	dir, name := filepath.Split(file)
	switch name {
	case "index.html":
		return file
	case "_index.html":
		return dir + "index.html"
	}
	return dir + strings.TrimSuffix(name, ".html") + "/index.html"
}

// sameText wants each block of a report that is a line in the other page, with
// the line's id and text; and of every page the whole text, in one piece.
func sameText(t *testing.T, page string, want, got *document) {
	t.Helper()
	lines := map[string]string{}
	for n := range got.root.Descendants() {
		if id := attribute(n, "id"); hasClass(n, "line") {
			lines[id] = folded(withoutAdded(n.Parent))
		}
	}
	for n := range want.root.Descendants() {
		if id := attribute(n, "id"); len(id) > 1 && id[0] == 'L' && id[1] >= '0' && id[1] <= '9' {
			text := folded(withoutAdded(n))
			if lines[id] != text {
				t.Errorf("%s: line %s is %.60q, want %.60q", page, id, lines[id], text)
			}
		}
	}
	if !strings.Contains(folded(withoutAdded(got.root)), folded(withoutAdded(want.root))) {
		t.Errorf("%s: its text is not that of the default theme", page)
	}
}

// withoutAdded is the text of an element without what carries data-added.
func withoutAdded(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := range n.ChildNodes() {
		if !slices.ContainsFunc(c.Attr, func(a html.Attribute) bool { return a.Key == "data-added" }) {
			b.WriteString(withoutAdded(c))
		}
	}
	return b.String()
}

// linksOf counts the links of a page by text and where they lead, from the root
// of the generated pages.
func linksOf(doc *document, page, under string) map[string]int {
	here := &url.URL{Path: "/" + strings.TrimSuffix(page, "index.html")}
	links := map[string]int{}
	for n := range doc.root.Descendants() {
		if n.Data != "a" || attribute(n, "href") == "" {
			continue
		}
		to, err := here.Parse(attribute(n, "href"))
		if err != nil {
			continue
		}
		path := strings.TrimPrefix(to.Path, "/"+under)
		if to.Host == "" && path == strings.TrimPrefix(here.Path, "/"+under) {
			path = ""
		}
		links[fmt.Sprintf("%s → %s/%s#%s", folded(textOf(n)), to.Host, strings.Trim(path, "/"), to.Fragment)]++
	}
	return links
}

func TestDressLeavesGoMod(t *testing.T) {
	inEach(t, func(t *testing.T, s *builtSite) {
		if text, err := os.ReadFile(filepath.Join(s.root, "go.mod")); err != nil || string(text) != noModule {
			t.Errorf("go.mod is %q, %v", text, err)
		}
		for _, name := range []string{"go.sum", "hugo.direct.sum", site.Vendored, "resources", ".hugo_build.lock"} {
			if _, err := os.Stat(filepath.Join(s.root, name)); err == nil {
				t.Errorf("%s is left behind", name)
			}
		}
	})
}

// uncaught is the error of a script.
func uncaught(event any) string {
	if _, ok := event.(*runtime.EventExceptionThrown); ok {
		return complaint(event)
	}
	return ""
}

// The card, and the way to a line, in a browser.
func TestDressInBrowser(t *testing.T) {
	inEach(t, func(t *testing.T, s *builtSite) {
		w := openHearing(t, 1400, 900, uncaught) // what a theme loads from elsewhere is its own affair
		server := httptest.NewServer(http.FileServer(http.Dir(s.public())))
		t.Cleanup(server.Close)
		w.address = server.URL + "/"
		w.visit(liwan + "#L21")
		w.becomes(`(() => { const r = document.getElementById('L21').parentElement.getBoundingClientRect(); return r.top >= 0 && r.top < innerHeight / 2 })()`, "#L21 leads to the top of the line")

		const word = `document.querySelector('p:has(> a.line) a.term')`
		w.tell(word + `.scrollIntoView({block: 'center', behavior: 'instant'})`)
		x, y := w.middle(word)
		w.do(chromedp.MouseClickXY(x, y))
		w.becomes(card+` !== null`, "a click opens the card")
		if !w.is(card + `.querySelector('.entry-name').textContent === document.getElementById('term-' + ` + word + `.dataset.term).textContent`) {
			t.Error("the card shows another entry")
		}
		if !w.is(`(() => { const c = ` + card + `, r = c.getBoundingClientRect(); return r.width > 250 && r.left >= 0 && r.right <= innerWidth && parseFloat(getComputedStyle(c).fontSize) >= 13 })()`) {
			t.Error("the card is not readable")
		}
		w.do(chromedp.KeyEvent(kb.Escape))
		w.becomes(card+` === null`, "Esc closes the card")

		// A theme's own scripts may look for its sidebar there, in vain.
		w = openHearing(t, 1400, 900, func(any) string { return "" })
		w.address = server.URL + "/"
		w.visit("search/?q=" + url.QueryEscape("政務"))
		w.becomes(`document.querySelector('.results a[href*="#L"]') !== null`, "the search finds what stands in the texts")
	})
}
