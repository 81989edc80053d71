package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

// plain renders what stands without our style sheets.
var plain = goldmark.New(goldmark.WithExtensions(extension.Table))

// NoteHTML is a note's body as HTML that stands by itself. Its links begin with
// the site's address, which ends with a slash; where that is "/", they lead from
// the report's page.
func NoteHTML(r *report.Report, n report.Note, address string) (string, error) {
	source := []byte(n.Body)
	doc := plain.Parser().Parse(text.NewReader(source))
	file := ReportPath(r.Slug)
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		a, ok := n.(*ast.Link)
		if !ok || !entering {
			return ast.WalkContinue, nil
		}
		to := string(a.Destination)
		if strings.HasPrefix(to, "#") {
			to = "index.md" + to
		}
		to = page.RootLink(file, to)
		if address == "/" || !page.IsLocal(to) {
			a.Destination = []byte(page.AddressLink(file, to))
		} else {
			a.Destination = []byte(address + page.AddressLink("_index.md", to))
		}
		return ast.WalkContinue, nil
	})
	var out bytes.Buffer
	err := plain.Renderer().Render(&out, source, doc)
	return string(bytes.TrimSpace(out.Bytes())), err
}
