package markdown

import (
	"cmp"
	"slices"

	"jianzhu/generator/page"
	"jianzhu/generator/problem"
	"jianzhu/generator/report"
)

// reportPage is a report with what its page needs by line and by term.
type reportPage struct {
	w    *writer
	r    *report.Report
	path string // of the page that it stands on

	parts []part
	shown map[int]bool // the lines that are on the page
	uses  map[string][]report.Occurrence
	order []string // ids of the terms in the order of their first occurrence

	numbers map[string]int // of the terms' entries
	asides  map[int]page.Aside
	given   map[int]bool // the lines that have an id
}

// ReportPath is the path of the page of a report.
func ReportPath(slug string) string { return "reports/" + slug + "/index.md" }

// reportPages are the pages of the reports.
func (w *writer) reportPages() []Page {
	return each(len(w.c.Reports), func(i int) Page {
		made := w.report(i)
		w.explained[made.Report] = made.Front.Params.(ReportParams).Terms
		return made
	})
}

// report is the page of a report.
func (w *writer) report(i int) Page {
	r := w.c.Reports[i]
	path := ReportPath(r.Slug)
	made := w.reportPage(r, path)
	made.made = w.ofReport(i)
	made.again = func(now *report.Report) (Page, []problem.Problem) {
		of := w.instead(r, now)
		return of.reportPage(now, path), newReportPage(of, now, path).checkNotes(notesFile(now))
	}
	return made
}

func (w *writer) reportPage(r *report.Report, path string) Page {
	return Page{Path: path, Front: newReportPage(w, r, path).front(), Report: r, glosses: w.glosses, Body: func() page.Body {
		return newReportPage(w, r, path).body()
	}}
}

// body is the text, then 本文词条, 指标, 编者注, 主题, 相关章节, 同一地区, 校勘 and 引用.
func (p *reportPage) body() page.Body {
	return p.withText(slices.Concat(p.termsList(), p.indicatorsList(), p.notesList(), p.themesList(), p.relatedList(),
		p.neighbours(), p.promisesList(), p.collation(), p.cite()))
}

// withText is the text of the report and what stands after it.
func (p *reportPage) withText(apparatus page.Body) page.Body {
	return page.Body{
		page.Part{Class: page.ReportText, Lang: p.r.Script, Body: p.text()},
		page.Part{Class: "apparatus", Body: apparatus},
	}
}

func newReportPage(w *writer, r *report.Report, path string) *reportPage {
	p := &reportPage{w: w, r: r, path: path, shown: map[int]bool{}, uses: map[string][]report.Occurrence{}, numbers: map[string]int{}, asides: map[int]page.Aside{}, given: map[int]bool{}}
	p.parts = make([]part, 0, len(r.Paragraphs))
	for _, paragraph := range r.Paragraphs {
		p.parts = append(p.parts, part{Paragraph: paragraph})
		for _, n := range paragraph.SourceLines() {
			p.shown[n] = true
		}
	}
	for _, e := range r.Outline {
		if at := p.partAt(e.Line, e.Column); at != nil {
			at.entries = append(at.entries, e)
		}
	}
	for _, d := range r.Damage {
		if at := p.partAt(d.Line, max(0, d.Column-1)); at != nil {
			at.damage = append(at.damage, d)
		}
	}
	for _, n := range r.Notes {
		if at := p.partAt(n.Line, n.Column); at != nil {
			at.notes = append(at.notes, n)
		}
	}
	for _, ref := range r.References {
		if at := p.partAt(ref.Line, ref.Column); ref.Linked && at != nil {
			at.named = append(at.named, ref)
		}
	}
	for _, o := range r.Terms {
		if w.terms[o.Term] == nil {
			continue
		}
		if p.uses[o.Term] == nil {
			p.order = append(p.order, o.Term)
		}
		p.uses[o.Term] = append(p.uses[o.Term], o)
		if at := p.partAt(o.Line, o.Offset); o.Linked && at != nil {
			at.linked = append(at.linked, o)
		}
	}
	p.define()
	for i, id := range p.order {
		p.numbers[id] = i + 1
	}
	for _, n := range r.Notes {
		p.asides[n.N] = page.Aside{Note: p.note(n)}
	}
	return p
}

// define sets in the marks that lead to the report's own definitions, and gives a
// place to terms that are nowhere but where they are defined.
func (p *reportPage) define() {
	for _, d := range p.r.Definitions {
		if p.w.terms[d.ID] == nil {
			continue
		}
		here := p.shown[d.Line]
		for _, m := range d.Marks {
			if at := p.partAt(m.Line, m.Column); at != nil {
				at.marks, here = append(at.marks, ownMark{m, d.ID}), true
			}
		}
		if here && !slices.Contains(p.order, d.ID) {
			p.order = append(p.order, d.ID)
		}
	}
}

// front is the page's front matter.
func (p *reportPage) front() Front {
	r, m := p.r, p.r.Meta
	params := ReportParams{
		Slug: r.Slug, Script: r.Script,
		Region: m.Region.Path, Code: m.Region.Code, Year: m.Year, Kind: m.Type,
		Issuer: m.Issuer, Delivered: m.Dates.Delivered, Published: m.Dates.Published,
		URL: m.Origin.URL, Publisher: m.Origin.Publisher, Inferred: m.Inferred, Remark: m.Remark,
		Characters: r.Characters(), Terms: len(p.order), Damage: len(r.Damage), Notes: len(p.r.Notes), Format: m.Original.Format, SHA256: r.Source.SHA256, Lines: len(r.Lines),
		Themes: p.mainThemes(), Known: known(r),
		Outline: p.headings(),
	}
	for _, d := range m.Region.Divisions() {
		if p.w.c.Region(d.Code) != nil {
			params.Codes = append(params.Codes, d.Code)
		}
	}
	place, city := p.w.c.Neighbours(r)
	params.SamePlace, params.SameCity = slugs(place), slugs(city)
	stood := cmp.Or(p.w.stood, r)
	for _, pair := range p.w.compared.Of(stood) {
		params.Compared = append(params.Compared, Place{page.AddressOf(comparisonPath(pair)), comparedWith(stood, pair)})
	}
	front := Front{
		Title: m.Title, Type: "report", Weight: weightOf(r), Params: params,
		Description: p.w.site.describe(r, params.Known, params.Characters, params.Terms),
	}
	for _, alias := range m.Aliases {
		front.Aliases = append(front.Aliases, "/reports/"+alias+"/")
	}
	return front
}

// headings are the report's contents.
func (p *reportPage) headings() (headings []Heading) {
	for _, e := range p.r.Outline {
		if e.Opens() {
			headings = append(headings, Heading{e.ID, e.Line, string(e.Kind), e.Level, p.title(e)})
		}
	}
	return headings
}

// title is an entry's title with its number, as displayed.
func (p *reportPage) title(e report.Entry) string { return p.r.Heading(e) }
