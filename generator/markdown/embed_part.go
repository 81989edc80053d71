package markdown

import (
	"github.com/goccy/go-yaml"

	"jianzhu/generator/annotate"
	"jianzhu/generator/report"
)

// EmbeddedParts returns the pages for other sites to embed of each section and
// each note of some reports of a corpus. A report has dozens of them, and
// only code in other sites links to them; so they are rendered apart
// from the site, some reports at a time, and memory holds a few thousand of
// them however many there are.
//
// What their layout asks of the site comes with them, to be linked to and not
// rendered: its home page and the front matter of the reports.
func EmbeddedParts(c *annotate.Corpus, reports []*report.Report) []Page {
	w := newWriter(c)
	pages := []Page{linkedTo(Page{Path: "_index.md"}), linkedTo(Page{Path: "reports/_index.md"}), embedIndex()}
	for _, r := range reports {
		p := newReportPage(w, r, reportPath(r.Slug))
		pages = append(pages, linkedTo(Page{Path: p.path, Front: p.front(0)}))
		for _, e := range r.Outline {
			if e.Opens() {
				pages = append(pages, w.embedReport(r, e))
			}
		}
		for _, n := range r.Notes {
			pages = append(pages, w.embedNote(r, n))
		}
	}
	return pages
}

// linkedTo is a page that has an address, and is rendered elsewhere.
func linkedTo(p Page) Page {
	p.Front.Aliases, p.Front.Own = nil, yaml.MapSlice{unlisted("link")}
	return Page{Path: p.Path, Front: p.Front}
}
