package markdown

import (
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/yuin/goldmark/ast"

	"jianzhu/generator/annotate"
	"jianzhu/generator/report"
)

// embedPath is where a page, or a section of it, is shown for other sites to
// embed, from the site's root: embed/reports/liwan-2017.md for a whole report,
// embed/reports/liwan-2017/s1.md for a section, and so for a note.
func embedPath(of, section string) string {
	path := "embed/" + strings.TrimSuffix(pageAddress(of), "/")
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
	var b strings.Builder
	b.WriteString(p.text())
	b.WriteString(p.termsList())
	b.WriteString(p.notesList())
	if e.ID == "" || len(part.Damage)+len(part.Debris) > 0 {
		b.WriteString(p.collation())
	}
	front := embedFront(r.Meta.Title, p.path)
	front.Params.Slug, front.Params.Script = r.Slug, r.Script
	front.Params.Kinds, front.Params.Outline = p.kinds(), p.headings()
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
	return Page{Path: embedPath(p.path, e.ID), Front: front, Body: b.String(), Report: part, of: p.path}
}

// embedTerm shows what a term means; where it is, is left to its page.
func (w *writer) embedTerm(i int) Page {
	t, of := w.c.Glossary.Terms[i], termPath(w.c.Glossary.Terms[i].ID)
	front := embedFront(t.Term, of)
	front.Params.ID, front.Params.Uses = t.ID, len(w.c.Uses[t.ID])
	front.Own = append(front.Own, withOEmbed)
	return Page{Path: embedPath(of, ""), Front: front, Body: w.meaning(t), of: of}
}

// embedIndicator shows the values of an indicator; of one with several pages,
// the first.
func (w *writer) embedIndicator(i *annotate.Indicator) Page {
	page := w.indicator(i)[0]
	front := embedFront(page.Front.Title, page.Path)
	front.Params.ID, front.Params.Uses, front.Params.Traditional = i.ID, page.Front.Params.Uses, page.Front.Params.Traditional
	front.Own = append(front.Own, withOEmbed)
	return Page{Path: embedPath(page.Path, ""), Front: front, Body: page.Body, figures: page.figures, of: page.Path}
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
		Title: title, Type: "embed", Params: Params{Of: "/" + strings.TrimSuffix(pageAddress(of), "/")},
		Own: yaml.MapSlice{unlisted("always")},
	}
}

// Keys of Hugo's front matter.
func unlisted(render string) yaml.MapItem {
	return yaml.MapItem{Key: "build", Value: yaml.MapSlice{{Key: "list", Value: "never"}, {Key: "render", Value: render}}}
}

var withOEmbed = yaml.MapItem{Key: "outputs", Value: []string{"html", "oembed"}}

// transformEmbed leads the numbers of lines, and links to what is not here, to the
// whole page, and says of each line in which section it stands, so that a line
// too can be asked for.
func transformEmbed(doc ast.Node, p Page) {
	if p.Report == nil {
		return
	}
	sections := map[string]string{}
	for _, paragraph := range p.Report.Paragraphs {
		for _, n := range paragraph.SourceLines() {
			sections[lineID(n)] = paragraph.Section
		}
	}
	here, whole := idsOf(doc), addressLink(p.Path, p.of)
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		if section := sections[id(n)]; section != "" {
			set(n, "data-in", section)
		}
		switch a := n.(type) {
		case *ast.Link:
			to := string(a.Destination)
			if !strings.HasPrefix(to, "#") {
				break
			}
			if here[to[1:]] {
				set(a, "target", "_self")
			} else {
				a.Destination = []byte(whole + to)
			}
		case *element:
			if a.mirrors != nil {
				return ast.WalkSkipChildren, nil // what it shows stands elsewhere
			}
			if section := sections[a.get("id")]; section != "" {
				a.attrs = append(a.attrs, "data-in", section)
			}
			a.leadOut(whole, here)
		}
		return ast.WalkContinue, nil
	})
}

// idsOf are the ids that stand in a tree.
func idsOf(doc ast.Node) map[string]bool {
	ids := map[string]bool{}
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		ids[id(n)] = true
		if e, ok := n.(*element); ok {
			ids[e.get("id")] = true
		}
		return ast.WalkContinue, nil
	})
	return ids
}

// leadOut leads a line's number, and a link to what is not here, to the whole
// page, in a window of its own as all links that leave a frame; those within it
// stay.
func (a *element) leadOut(whole string, here map[string]bool) {
	for i := 0; i < len(a.attrs); i += 2 {
		to := a.attrs[i+1]
		if a.attrs[i] != "href" || !strings.HasPrefix(to, "#") {
			continue
		}
		if a.get("class") == "line" || !here[to[1:]] {
			a.attrs[i+1] = whole + to
		} else {
			a.attrs = append(a.attrs, "target", "_self") // the layout's base has it _blank
		}
		return
	}
}
