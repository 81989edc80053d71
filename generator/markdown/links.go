package markdown

import (
	"bytes"
	"maps"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"jianzhu/generator/page"
	"jianzhu/generator/problem"
	"jianzhu/generator/tongue"
)

// Links finds the links of a site that lead nowhere: within it each must name a page
// that is there and, with a fragment, the one element on it, or a file, picture or
// other, that is published. It bears use by several goroutines.
type Links struct {
	base      *url.URL // of the site, with a slash at its end
	published func(file string) bool

	mu      sync.Mutex
	pages   map[string]linked // by their addresses
	numbers map[string]int32  // of ids and links, which stand on many pages
	words   []string          // by number
}

// linked is a page with all that is kept of it until all are known.
type linked struct {
	page   Page
	ids    []int32 // in order
	away   []away  // the links but those to an id of the page
	faults []problem.Problem
}

// away is a link, and the number of the note in which it stands.
type away struct{ to, note int32 }

// NewLinks is for a site that stands at the address base, with files for whose paths
// from its root published holds.
func NewLinks(base string, published func(file string) bool) *Links {
	l := &Links{base: &url.URL{Path: "/"}, published: published, pages: map[string]linked{}, numbers: map[string]int32{}}
	if u, err := url.Parse(base); err == nil {
		l.base = u.JoinPath("/")
	}
	return l
}

// Add takes in a page that is printed.
func (l *Links) Add(p Page, f Forms) { l.add(linked{page: p}, f.seen) }

// See takes in a page that was printed before, by what [Forms.Seen] was then.
func (l *Links) See(p Page, seen []byte) {
	if of, ok := page.DecodeSeen(seen); ok {
		l.add(linked{page: p}, of)
	} else {
		l.Read(p)
	}
}

// Read takes in a page that is not.
func (l *Links) Read(p Page) {
	of := linked{page: p}
	_, seen, err := p.appendHTML(nil)
	if err != nil {
		of.faults = []problem.Problem{problem.Errorf("build/content/"+p.Path, 0, "", "%v", err)}
	}
	l.add(of, seen)
}

func (l *Links) add(of linked, seen page.Seen) {
	l.mu.Lock()
	defer l.mu.Unlock()
	of.ids = make([]int32, 0, len(seen.IDs))
	for _, id := range seen.IDs {
		of.ids = append(of.ids, l.number(id))
	}
	slices.Sort(of.ids)
	for i, id := range of.ids {
		if i > 0 && of.ids[i-1] == id {
			of.faults = append(of.faults, problem.Errorf("build/content/"+of.page.Path, 0, "", "the id %s stands twice", l.words[id]))
		}
	}
	for _, to := range seen.Links {
		if fragment, within := strings.CutPrefix(to.To, "#"); !within || !l.has(of, fragment) {
			of.away = append(of.away, away{l.number(to.To), int32(to.Note)})
		}
	}
	of.away = slices.Clip(of.away)
	l.pages[page.AddressOf(of.page.Path)] = of
}

// number is that of an id or a link.
func (l *Links) number(words string) int32 {
	n, known := l.numbers[words]
	if !known {
		words = strings.Clone(words) // which stands among all those of its page
		n = int32(len(l.words))
		l.numbers[words] = n
		l.words = append(l.words, words)
	}
	return n
}

// has reports whether a fragment leads to something on a page.
func (l *Links) has(of linked, fragment string) bool {
	n, is := l.numbers[fragment]
	if is {
		_, is = slices.BinarySearch(of.ids, n)
	}
	return is || fragment == ""
}

// Dead tells of the links that lead nowhere, and of ids that stand twice, once all pages
// are there. What an editor wrote is told where it stands.
func (l *Links) Dead() (problems []problem.Problem) {
	around := map[string]map[int32]verdict{} // by folder: of links that lead out of those in it
	for _, address := range slices.Sorted(maps.Keys(l.pages)) {
		of := l.pages[address]
		problems = append(problems, of.faults...)
		here := l.base.ResolveReference(&url.URL{Path: address})
		folder := path.Dir(path.Clean("/x/" + address)) // nothing is around the root
		if around[folder] == nil {
			around[folder] = map[int32]verdict{}
		}
		ways := around[folder]         // all pages there lead to the same by one
		var own map[string]writtenLink // once it is asked for
		for _, link := range of.away {
			to := page.Seeing{To: l.words[link.to], Note: int(link.note)}
			is, known := ways[link.to]
			if !known {
				is.hint, is.dead = l.dead(here, to.To)
				if strings.HasPrefix(to.To, "../") {
					ways[link.to] = is
				}
			}
			if hint := is.hint; is.dead {
				if own == nil {
					own = linksIn(of.page.own, of.page.Path)
				}
				file, line, written := of.page.written(to, own)
				if line == 0 {
					hint = "" // which is for editors
				}
				problems = append(problems, problem.Errorf(file, line, hint, "the link %s leads nowhere", written))
			}
		}
	}
	return problems
}

// verdict is whether a link leads nowhere, and what to do then.
type verdict struct {
	hint string
	dead bool
}

// dead reports whether a link from a page's address leads nowhere, and what to do then. Where
// links to elsewhere lead is not known here.
func (l *Links) dead(from *url.URL, href string) (hint string, dead bool) {
	to, fragment, plain := along(from.Path, href)
	if !plain {
		of, err := from.Parse(href)
		if err != nil {
			return tongue.Text("write it as addresses are written"), true
		}
		if of.Scheme != l.base.Scheme || of.Host != l.base.Host {
			return "", false
		}
		to, fragment = of.Path, of.Fragment
	}
	address, ours := strings.CutPrefix(to, l.base.Path)
	if !ours {
		return "", false
	}
	address = strings.TrimSuffix(address, "index.html")
	if address != "" && !strings.HasSuffix(address, "/") && l.published(address) {
		return "", false // a file, with an extension or not: SHA256SUMS
	}
	if path.Ext(address) != "" {
		return "what pages show and link to beside pages stands in static/: this would be static/" + address, true
	}
	if address != "" && !strings.HasSuffix(address, "/") {
		if l.published(address) { // a file whose name tells no kind
			return "", false
		}
		address += "/"
	}
	at, there := l.pages[address]
	switch {
	case there && l.has(at, fragment):
		return "", false
	case !there:
		return tongue.Text("no page is there; a link to another page is written as the way to its .md file"), true
	}
	hint = tongue.Text("the page is there, and nothing on it has this id")
	if r := at.page.Report; r != nil {
		if n, err := strconv.Atoi(strings.TrimPrefix(fragment, "L")); err == nil && n > len(r.Lines) {
			hint = tongue.Sprintf("report.txt has %d lines", len(r.Lines))
		} else if err == nil {
			hint = tongue.Sprintf("the page shows no text of line %d of report.txt; link to one that has text", n)
		}
	}
	return hint, true
}

// along is the path and the fragment to which a link leads from a path. Most links are but
// plain names on the way; of another package url knows.
func along(from, href string) (to, fragment string, plain bool) {
	way, fragment, _ := strings.Cut(href, "#")
	if strings.HasPrefix(way, "/") || strings.Contains(way, "//") || !isPlain(way) || !isPlain(fragment) {
		return "", "", false
	}
	if way == "" {
		return from, fragment, true
	}
	to = path.Join(from[:strings.LastIndexByte(from, '/')+1], way)
	if last := way[strings.LastIndexByte(way, '/')+1:]; to != "/" && (last == "" || last == "." || last == "..") {
		to += "/"
	}
	return to, fragment, true
}

// isPlain reports whether there are only letters of ASCII, digits, and marks that mean
// nothing in an address.
func isPlain(words string) bool {
	for _, c := range []byte(words) {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-', c == '_', c == '.', c == '/':
		default:
			return false
		}
	}
	return true
}

// written is where an editor wrote a link, and how; one that is made is told by its
// page. own are the links of the page's words.
func (p Page) written(l page.Seeing, own map[string]writtenLink) (file string, line int, link string) {
	if l.Note > 0 {
		n := p.Report.Notes[l.Note-1]
		link = l.To
		if in, ok := linksIn(n.Body, p.Path)[l.To]; ok {
			link = in.as
		}
		return p.notesFile(), n.Given, link
	}
	if in, ok := own[l.To]; ok {
		return "content/" + p.Path, p.begins + in.line, in.as
	}
	return "build/content/" + p.Path, 0, l.To
}

// commonMark reads what editors write, without anything of ours; tables are GitHub's.
var commonMark = goldmark.New(goldmark.WithExtensions(extension.Table), goldmark.WithParserOptions(parser.WithHeadingAttribute()))

// writtenLink is a link as an editor wrote it, and its line, from 0.
type writtenLink struct {
	line int
	as   string
}

// linksIn are the links in words of the page at from, by what became of them; the
// first of each.
func linksIn(words, from string) map[string]writtenLink {
	links := map[string]writtenLink{}
	source := []byte(words)
	doc := commonMark.Parser().Parse(text.NewReader(source))
	at, line, counted := 0, 0, 0 // where the walk is in the source
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		if t, ok := n.(*ast.Text); ok {
			at = t.Segment.Stop
		} else if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
			at = n.Lines().At(0).Start
		}
		var destination []byte
		switch n := n.(type) {
		case *ast.Link:
			destination = n.Destination
		case *ast.Image:
			destination = n.Destination
		case *ast.AutoLink:
			destination = n.URL(source)
		default:
			return ast.WalkContinue, nil
		}
		if words, ok := n.FirstChild().(*ast.Text); ok {
			at = words.Segment.Start
		}
		if at < counted {
			line, counted = 0, 0
		}
		line, counted = line+bytes.Count(source[counted:at], []byte("\n")), at
		href := page.AddressLink(from, page.RootLink(from, string(destination)))
		if _, ok := links[href]; !ok {
			links[href] = writtenLink{line, string(destination)}
		}
		return ast.WalkContinue, nil
	})
	return links
}
