package page

import (
	"bytes"
	"fmt"
	"net/url"
	"path"
	"strings"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Prose is what an editor wrote, in Markdown.
type Prose struct {
	Text string
	From string // the file in which it stands, from which its links lead
}

func (p Prose) markdown(w *source) {
	for line := range strings.Lines(strings.TrimRight(p.Text, "\n")) {
		if line = strings.TrimRight(line, "\r\n"); line != "" {
			w.raw(w.prefix)
			w.raw(line)
		}
		w.raw("\n")
	}
}

// converter is the one configuration of goldmark. Of tables, alignment is left to
// alignCells: goldmark's own way is a style attribute, which the site's
// Content-Security-Policy forbids.
var converter = goldmark.New(
	goldmark.WithExtensions(extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone))),
	goldmark.WithParserOptions(parser.WithHeadingAttribute(), parser.WithAutoHeadingID()),
	goldmark.WithRendererOptions(renderer.WithNodeRenderers(
		util.Prioritized(codeRenderer{}, 100),
		util.Prioritized(lostRenderer{}, 100),
	)),
)

// lostRenderer leaves HTML out, comments too, without a word: who wrote it was told.
type lostRenderer struct{}

func (lostRenderer) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	leaveOut := func(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) {
		return ast.WalkSkipChildren, nil
	}
	r.Register(ast.KindRawHTML, leaveOut)
	r.Register(ast.KindHTMLBlock, leaveOut)
}

// prose is what the prose of one page has in common: the ids of its headings.
type prose struct {
	context parser.Context
	ids     *headingIDs
}

func (w *view) ofProse() *prose {
	if w.prose == nil {
		ids := &headingIDs{taken: map[string]bool{}}
		w.prose = &prose{parser.NewContext(parser.WithIDs(ids)), ids}
	}
	return w.prose
}

// idFor is an id for a heading that has none.
func (p *prose) idFor(words []Inline) string {
	var text []byte
	for _, in := range words {
		if t, ok := in.(Text); ok {
			text = append(text, t...)
		}
	}
	return string(p.ids.Generate(text, ast.KindHeading))
}

func (p Prose) html(w *view) {
	source := []byte(p.Text)
	doc := converter.Parser().Parse(text.NewReader(source), parser.WithContext(w.ofProse().context))
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			p.transform(w, n, source)
		}
		return ast.WalkContinue, nil
	})
	var out bytes.Buffer
	render := func(n ast.Node) {
		if err := converter.Renderer().Render(&out, source, n); err != nil {
			w.err = err
		}
		w.out = append(w.out, out.Bytes()...)
		out.Reset()
	}
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		h, ok := n.(*ast.Heading)
		if !ok {
			render(n)
			continue
		}
		w.closeSections(h.Level)
		w.open = append(w.open, h.Level)
		w.tag("section", "id", idOfNode(h))
		w.raw("\n")
		h.RemoveAttributes()
		render(h)
	}
}

// transform makes of the Markdown's tree that of the HTML.
func (p Prose) transform(w *view, n ast.Node, source []byte) {
	switch n := n.(type) {
	case *ast.Link:
		n.Destination = p.target(w, string(n.Destination))
	case *ast.Image:
		n.Destination = p.target(w, string(n.Destination))
	case *ast.AutoLink: // where others are printed, their addresses are too
		n.SetAttributeString("data-address", []byte(""))
		w.notes(n.URL(source))
	case *tables.TableCell:
		switch n.Alignment {
		case tables.AlignRight:
			n.SetAttributeString("class", []byte("end"))
		case tables.AlignCenter:
			n.SetAttributeString("class", []byte("center"))
		}
	case *ast.Heading:
		if _, top := n.Parent().(*ast.Document); !top {
			w.seen.IDs = append(w.seen.IDs, idOfNode(n))
		}
	}
}

// target is where a link of an editor's leads from the page's address.
func (p Prose) target(w *view, to string) []byte {
	address := AddressLink(w.file, w.led(RootLink(p.From, to)))
	w.notes([]byte(escapedURL(address)))
	return []byte(address)
}

// RootLink is a link of a file as one from the site's root. Links to elsewhere
// and to fragments stay.
func RootLink(from, to string) string {
	u := local(to)
	if u == nil {
		return to
	}
	u.Path, u.RawPath = path.Join(path.Dir(from), u.Path), ""
	return u.String()
}

// AddressLink turns a link from the site's root to a file into one from a page
// to another's address. It works under any sub-path.
func AddressLink(from, to string) string {
	u := local(to)
	if u == nil {
		return to
	}
	target := u.Path
	if strings.HasSuffix(target, ".md") {
		target = AddressOf(target)
	}
	u.Path, u.RawPath = Relative(AddressOf(from), target), ""
	return u.String()
}

// local is a link to a file of the site, or nil.
func local(to string) *url.URL {
	u, err := url.Parse(to)
	if err != nil || u.Scheme != "" || u.Host != "" || u.Path == "" || strings.HasPrefix(u.Path, "/") {
		return nil
	}
	return u
}

// escapedURL is an address as HTML has it.
func escapedURL(to string) string { return string(util.URLEscape([]byte(to), true)) }

func idOfNode(n ast.Node) string {
	if v, ok := n.AttributeString("id"); ok {
		if b, ok := v.([]byte); ok {
			return string(b)
		}
	}
	return ""
}

// headingIDs gives ids to the headings of an editor's page as code forges do:
// letters and digits of any script are kept.
type headingIDs struct{ taken map[string]bool }

func (h *headingIDs) Generate(value []byte, _ ast.NodeKind) []byte {
	base := strings.Join(strings.FieldsFunc(strings.ToLower(string(value)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), "-")
	if base == "" {
		base = "section"
	}
	id := base
	for n := 1; h.taken[id]; n++ {
		id = fmt.Sprintf("%s-%d", base, n)
	}
	h.taken[id] = true
	return []byte(id)
}

func (h *headingIDs) Put(value []byte) { h.taken[string(value)] = true }

// IsLocal tells a link to a file of the site.
func IsLocal(to string) bool { return local(to) != nil }
