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
	return Page{Path: path, Front: w.front(r, w.explainedIn(r)), Report: r, glosses: w.glosses, Body: func() page.Body {
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
	p := &reportPage{w: w, r: r, path: path, shown: shownLines(r), uses: map[string][]report.Occurrence{}, numbers: map[string]int{}, asides: map[int]page.Aside{}, given: map[int]bool{}}
	p.parts = make([]part, 0, len(r.Paragraphs))
	p.order = w.explainedIn(r)
	for _, paragraph := range r.Paragraphs {
		p.parts = append(p.parts, part{Paragraph: paragraph})
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

// define sets in the marks that lead to the report's own definitions.
func (p *reportPage) define() {
	for _, d := range p.r.Definitions {
		if p.w.terms[d.ID] == nil {
			continue
		}
		for _, m := range d.Marks {
			if at := p.partAt(m.Line, m.Column); at != nil {
				at.marks = append(at.marks, ownMark{m, d.ID})
			}
		}
	}
}

// explainedIn are the ids of the terms that a report's page explains: in the order of their
// first occurrence, then those that are nowhere but where the report defines them.
func (w *writer) explainedIn(r *report.Report) (order []string) {
	met := map[string]bool{}
	add := func(id string) {
		if w.terms[id] != nil && !met[id] {
			met[id], order = true, append(order, id)
		}
	}
	for _, o := range r.Terms {
		add(o.Term)
	}
	if len(r.Definitions) == 0 {
		return order
	}
	shown := shownLines(r)
	for _, d := range r.Definitions {
		if shown[d.Line] || slices.ContainsFunc(d.Marks, func(m report.NoteMark) bool { _, is := r.ParagraphAt(m.Line, m.Column); return is }) {
			add(d.ID)
		}
	}
	return order
}

// shownLines are the lines of a report that are on its page.
func shownLines(r *report.Report) map[int]bool {
	shown := map[int]bool{}
	for _, p := range r.Paragraphs {
		for _, n := range p.SourceLines() {
			shown[n] = true
		}
	}
	return shown
}

// front is the front matter of the page of a report that explains some terms.
func (w *writer) front(r *report.Report, explained []string) Front {
	m := r.Meta
	params := ReportParams{
		Slug: r.Slug, Script: r.Script,
		Region: m.Region.Path, Code: m.Region.Code, Year: m.Year, Kind: m.Type,
		Issuer: m.Issuer, Delivered: m.Dates.Delivered, Published: m.Dates.Published,
		URL: m.Origin.URL, Publisher: m.Origin.Publisher, Inferred: m.Inferred, Remark: m.Remark,
		Characters: r.Characters(), Terms: len(explained), Damage: len(r.Damage), Notes: len(r.Notes), Format: m.Original.Format, SHA256: r.Source.SHA256, Lines: len(r.Lines),
		Themes: w.mainThemes(r), Known: known(r),
		Outline: headingsOf(r),
	}
	for _, d := range m.Region.Divisions() {
		if w.c.Region(d.Code) != nil {
			params.Codes = append(params.Codes, d.Code)
		}
	}
	place, city := w.c.Neighbours(r)
	params.SamePlace, params.SameCity = slugs(place), slugs(city)
	stood := cmp.Or(w.stood, r)
	for _, pair := range w.compared.Of(stood) {
		params.Compared = append(params.Compared, Place{page.AddressOf(comparisonPath(pair)), comparedWith(stood, pair)})
	}
	front := Front{
		Title: m.Title, Type: "report", Weight: weightOf(r), Params: params,
		Description: w.site.describe(r, params.Known, params.Characters, params.Terms),
	}
	for _, alias := range m.Aliases {
		front.Aliases = append(front.Aliases, "/reports/"+alias+"/")
	}
	return front
}

// headingsOf are a report's contents.
func headingsOf(r *report.Report) (headings []Heading) {
	for _, e := range r.Outline {
		if e.Opens() {
			headings = append(headings, Heading{e.ID, e.Line, string(e.Kind), e.Level, r.Heading(e)})
		}
	}
	return headings
}
