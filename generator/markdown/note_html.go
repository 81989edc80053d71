package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

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
	page := reportPath(r.Slug)
	rewriteLinks(doc, func(to string) string {
		if strings.HasPrefix(to, "#") {
			to = "index.md" + to
		}
		to = rootLink(page, to)
		if address == "/" || local(to) == nil {
			return addressLink(page, to)
		}
		return address + addressLink("_index.md", to)
	})
	var out bytes.Buffer
	err := plain.Renderer().Render(&out, source, doc)
	return string(bytes.TrimSpace(out.Bytes())), err
}
