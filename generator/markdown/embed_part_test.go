package markdown

import (
	"os"
	"testing"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// A part that stands alone links each of its terms, also those whose first place
// in the whole report is in another part.
func TestPartsLinkTheirTerms(t *testing.T) {
	files := os.DirFS(content)
	reports, _ := report.Read(files, "reports")
	terms, _ := glossary.Load(files, "glossary.yaml")
	themes, _ := theme.Load(files, "themes.yaml")
	all, _ := annotate.Reports(reports, terms, themes, annotate.Every)
	type use struct {
		slug, term   string
		line, offset int
	}
	linkable := map[use]bool{}
	for _, r := range all.Reports {
		for _, o := range r.Terms {
			linkable[use{r.Slug, o.Term, o.Line, o.Offset}] = o.Linked
		}
	}
	c := corpus(t, content)
	for _, p := range EmbeddedParts(c, c.Reports) {
		if p.Report == nil {
			continue
		}
		linked := map[string]bool{}
		for _, o := range p.Report.Terms {
			linked[o.Term] = linked[o.Term] || o.Linked
		}
		for _, o := range p.Report.Terms {
			if linkable[use{p.Report.Slug, o.Term, o.Line, o.Offset}] && !linked[o.Term] {
				t.Errorf("%s: %s on line %d is nowhere a link", p.Path, o.Surface, o.Line)
			}
		}
	}
}
