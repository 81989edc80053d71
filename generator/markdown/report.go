package markdown

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"jianzhu/generator/report"
)

// reportPage is a report with what its page needs by line and by term.
type reportPage struct {
	w    *writer
	r    *report.Report
	path string // of the page that it stands on

	shown   map[int]report.Shown        // by line: the paragraphs
	entries map[int][]report.Entry      // by line
	linked  map[int][]report.Occurrence // by line: those that are links on the page
	named   map[int][]report.Reference  // by line: those that are links on the page
	damage  map[int][]report.Damage     // by line
	notes   map[int][]report.Note       // by line
	uses    map[string][]report.Occurrence
	order   []string // ids of the terms in the order of their first occurrence
}

// reportPath is a report's page, from the site's root.
func reportPath(slug string) string { return "reports/" + slug + "/index.md" }

// report writes the page of a report.
func (w *writer) report(i int) Page {
	r := w.c.Reports[i]
	p := newReportPage(w, r, reportPath(r.Slug))
	return Page{Path: p.path, Front: p.front(i + 1), Body: p.body(), Report: r}
}

// body writes the text, then 本文注释, 指标, 编者注, 主题, 相关章节, 同一地区, 校勘 and 引用.
func (p *reportPage) body() string {
	var b strings.Builder
	for _, paragraph := range p.r.Paragraphs {
		b.WriteString(p.paragraph(paragraph))
	}
	b.WriteString(p.termsList())
	b.WriteString(p.indicatorsList())
	b.WriteString(p.notesList())
	b.WriteString(p.themesList())
	b.WriteString(p.relatedList())
	b.WriteString(p.neighbours())
	b.WriteString(p.promisesList())
	b.WriteString(strings.TrimRight(p.collation(), "\n") + "\n\n")
	b.WriteString(p.cite())
	return b.String()
}

// to is the way from the page to a file of the site.
func (p *reportPage) to(file string) string { return relative(p.path, file) }

func newReportPage(w *writer, r *report.Report, path string) *reportPage {
	p := &reportPage{
		w: w, r: r, path: path,
		shown: map[int]report.Shown{}, entries: map[int][]report.Entry{}, linked: map[int][]report.Occurrence{},
		named:  map[int][]report.Reference{},
		damage: map[int][]report.Damage{}, notes: map[int][]report.Note{}, uses: map[string][]report.Occurrence{},
	}
	for _, paragraph := range r.Paragraphs {
		p.shown[paragraph.Line] = report.Show(paragraph.Text)
	}
	for _, e := range r.Outline {
		p.entries[e.Line] = append(p.entries[e.Line], e)
	}
	for _, d := range r.Damage {
		p.damage[d.Line] = append(p.damage[d.Line], d)
	}
	for _, n := range r.Notes {
		p.notes[n.Line] = append(p.notes[n.Line], n)
	}
	for _, ref := range r.References {
		if ref.Linked {
			p.named[ref.Line] = append(p.named[ref.Line], ref)
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
		if o.Linked {
			p.linked[o.Line] = append(p.linked[o.Line], o)
		}
	}
	return p
}

// paragraph writes a source line, which ends with its address: as a heading, as
// a heading and the paragraph that it opens, or as a paragraph.
func (p *reportPage) paragraph(paragraph report.Paragraph) string {
	l := p.line(paragraph.Line)
	end := len(l.shown)
	address := " " + lineRef(paragraph.Line)

	entries := p.entries[paragraph.Line]
	n := slices.IndexFunc(entries, isHeading)
	if n < 0 {
		return l.markdown(0, end, true) + address + "\n\n"
	}
	e, stop := entries[n], end
	if e.Kind == report.RunIn {
		stop = p.shown[e.Line].At(e.End)
		if stop < end && (l.shown[stop] == '。' || l.shown[stop] == '.') {
			stop++
		}
	}
	if strings.TrimSpace(string(l.shown[stop:])) == "" {
		return heading(e.Level, l.markdown(0, end, false)+address, e.ID) + p.labels(e)
	}
	return heading(e.Level, l.markdown(0, stop, false), e.ID) + p.labels(e) +
		l.markdown(stop, end, true) + address + "\n\n"
}

// line gathers what is set into a line: leads and items in bold, terms and
// documents as links, damage and notes as marks.
func (p *reportPage) line(n int) line {
	source := p.shown[n]
	l := line{shown: source.Text}
	for _, e := range p.entries[n] {
		if !isHeading(e) {
			l.bold = append(l.bold, span{source.At(e.Column), source.At(e.End)})
		}
	}
	for _, o := range p.linked[n] {
		where := span{source.At(o.Offset), source.At(o.Offset + utf8.RuneCountInString(o.Surface))}
		l.links = append(l.links, link{where, p.to(termPath(o.Term)), p.w.terms[o.Term].Gloss})
	}
	for _, ref := range p.named[n] {
		where := span{source.At(ref.Column), source.At(ref.Column + utf8.RuneCountInString("《"+ref.Title+"》"))}
		l.links = append(l.links, link{where, p.to(documentPath(ref.ID)), ""})
	}
	slices.SortFunc(l.links, func(a, b link) int { return a.start - b.start })
	for _, d := range p.damage[n] {
		l.gaps = append(l.gaps, gap{source.At(d.Column), gapText(d)})
	}
	for _, note := range p.notes[n] {
		l.gaps = append(l.gaps, gap{source.At(note.End), noteMark(note)})
	}
	return l
}

// front is the page's front matter; weight its place among the reports.
func (p *reportPage) front(weight int) Front {
	r, m := p.r, p.r.Meta
	params := Params{
		Slug: r.Slug, Script: r.Script,
		Region: m.Region.Path, Code: m.Region.Code, Year: m.Year, Kind: m.Type,
		Issuer: m.Issuer, Delivered: m.Dates.Delivered, Published: m.Dates.Published,
		URL: m.Origin.URL, Publisher: m.Origin.Publisher, Inferred: m.Inferred, Remark: m.Remark,
		Characters: p.characters(), Terms: len(p.order), Notes: p.annotated(), SHA256: r.Source.SHA256, Lines: len(r.Lines),
		Themes: p.mainThemes(), Known: known(r),
		Traditional: p.traditionalRelatives(),
		Kinds:       p.kinds(), Outline: p.headings(),
	}
	for _, d := range m.Region.Divisions() {
		if p.w.c.Region(d.Code) != nil {
			params.Codes = append(params.Codes, d.Code)
		}
	}
	place, city := p.w.c.Neighbours(r)
	params.SamePlace, params.SameCity = slugs(place), slugs(city)
	front := Front{
		Title: m.Title, Type: "report", Weight: weight, Params: params,
		Description: describe(r, params.Known, params.Characters, params.Terms),
	}
	for _, alias := range m.Aliases {
		front.Aliases = append(front.Aliases, "/reports/"+alias+"/")
	}
	return front
}

// kinds are the lines that are a title, date or salutation.
func (p *reportPage) kinds() map[string][]int {
	var kinds map[string][]int
	for _, paragraph := range p.r.Paragraphs {
		switch k := paragraph.Kind; k {
		case report.Title, report.Date, report.Salutation:
			if kinds == nil {
				kinds = map[string][]int{}
			}
			kinds[string(k)] = append(kinds[string(k)], paragraph.Line)
		}
	}
	return kinds
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

// characters counts what is shown of the report, without white space.
func (p *reportPage) characters() int {
	n := 0
	for _, source := range p.shown {
		for _, r := range source.Text {
			if !unicode.IsSpace(r) {
				n++
			}
		}
	}
	return n
}

// title is an entry's title with its number, as displayed.
func (p *reportPage) title(e report.Entry) string { return p.r.Heading(e) }

// kindNames are the types of report.yaml.
var kindNames = map[string]string{
	"work-report":  "政府工作报告",
	"plan":         "规划",
	"work-summary": "工作总结",
}
