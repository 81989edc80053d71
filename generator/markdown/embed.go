package markdown

import (
	"strings"

	"github.com/goccy/go-yaml"

	"jianzhu/generator/annotate"
	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

// embedPath is where a page, or a section of it, is shown for other sites to
// embed, from the site's root: embed/reports/liwan-2017.md for a whole report,
// embed/reports/liwan-2017/s1.md for a section, and so for a note.
func embedPath(of, section string) string {
	path := "embed/" + strings.TrimSuffix(page.AddressOf(of), "/")
	if section != "" {
		path += "/" + section
	}
	return path + ".md"
}

// Embeds returns the pages for other sites to embed: of each report, term and
// indicator, and of each report one with the code to do so. Those of the
// sections of reports are EmbeddedParts.
//
// They are views of the Markdown that Write returns and are no part of the
// product: a page of build/content has all that they say. So they are
// published as HTML only, and no list of pages has them.
func Embeds(c *annotate.Corpus) []Page {
	w := newWriter(c)
	pages := []Page{embedIndex()}
	for _, r := range w.c.Reports {
		pages = append(pages, w.embedCode(r), w.embedReport(r, report.Entry{}))
	}
	for i := range w.c.Glossary.Terms {
		pages = append(pages, w.embedTerm(i))
	}
	for i := range w.c.Indicators {
		pages = append(pages, w.embedIndicator(&w.c.Indicators[i]))
	}
	return pages
}

func embedIndex() Page {
	return Page{Path: "embed/_index.md", Front: Front{Title: "嵌入", Own: yaml.MapSlice{unlisted("never")}}}
}

// embedReport shows a section of a report, or with the zero entry all of it:
// its text, with the terms, the notes, the damage and the debris that are in it.
func (w *writer) embedReport(r *report.Report, e report.Entry) Page {
	part := r.Section(e.ID)
	w.c.Link(part)
	for i := range part.Outline { // no labels: what they lead to is not on the page
		part.Outline[i].Themes, part.Outline[i].Related = nil, nil
	}
	p := newReportPage(w, part, reportPath(r.Slug))
	apparatus := append(p.termsList(), p.notesList()...)
	if e.ID == "" || len(part.Damage)+len(part.Debris) > 0 {
		apparatus = append(apparatus, p.collation()...)
	}
	front := embedFront(r.Meta.Title, p.path)
	front.Params.Slug, front.Params.Script = r.Slug, r.Script
	front.Params.Outline = p.headings()
	if e.ID != "" {
		front.Title = p.title(e) + " · " + front.Title
		front.Params.ID = e.ID
	}
	if n := len(part.Paragraphs); n > 0 {
		lines := part.Paragraphs[n-1].SourceLines()
		front.Params.From, front.Params.To = part.Paragraphs[0].Line, lines[len(lines)-1]
	}
	if e.ID == "" {
		front.Own = append(front.Own, withOEmbed)
	}
	return Page{Path: embedPath(p.path, e.ID), Front: front, Body: p.withText(apparatus), Report: part, of: p.path}
}

// embedTerm shows what a term means; where it is, is left to its page.
func (w *writer) embedTerm(i int) Page {
	t, of := w.c.Glossary.Terms[i], termPath(w.c.Glossary.Terms[i].ID)
	front := embedFront(t.Term, of)
	front.Params.ID, front.Params.Uses = t.ID, len(w.c.Uses[t.ID])
	front.Own = append(front.Own, withOEmbed)
	return Page{Path: embedPath(of, ""), Front: front, Body: append(w.meaning(t), w.explainedBy(t)...), of: of}
}

// embedIndicator shows the values of an indicator; of one with several pages,
// the first.
func (w *writer) embedIndicator(i *annotate.Indicator) Page {
	whole := w.indicator(i)[0]
	front := embedFront(whole.Front.Title, whole.Path)
	front.Params.ID, front.Params.Uses = i.ID, whole.Front.Params.Uses
	front.Own = append(front.Own, withOEmbed)
	return Page{Path: embedPath(whole.Path, ""), Front: front, Body: whole.Body, of: whole.Path}
}

// embedCode is the page with the code to embed a report and each of its
// sections. The layout writes the code: only it knows where the site stands.
func (w *writer) embedCode(r *report.Report) Page {
	front := embedFront("嵌入："+r.Meta.Title, reportPath(r.Slug))
	front.Type = "embed-code"
	return Page{Path: "embed/code/" + r.Slug + ".md", Front: front}
}

// embedFront is the front matter of a page that shows a part of another.
func embedFront(title, of string) Front {
	return Front{
		Title: title, Type: "embed", Params: Params{Of: "/" + strings.TrimSuffix(page.AddressOf(of), "/")},
		Own: yaml.MapSlice{unlisted("always")},
	}
}

// Keys of Hugo's front matter.
func unlisted(render string) yaml.MapItem {
	return yaml.MapItem{Key: "build", Value: yaml.MapSlice{{Key: "list", Value: "never"}, {Key: "render", Value: render}}}
}

var withOEmbed = yaml.MapItem{Key: "outputs", Value: []string{"html", "oembed"}}

// sections are the sections of the report's lines, by the lines' ids.
func (p Page) sections() map[string]string {
	sections := map[string]string{}
	for _, paragraph := range p.Report.Paragraphs {
		for _, n := range paragraph.SourceLines() {
			sections[page.LineID(n)] = paragraph.Section
		}
	}
	return sections
}
