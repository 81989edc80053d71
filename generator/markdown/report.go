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

	parts []part
	shown map[int]bool // the lines that are on the page
	uses  map[string][]report.Occurrence
	order []string // ids of the terms in the order of their first occurrence
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
	b.WriteString(p.text())
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
	p := &reportPage{w: w, r: r, path: path, shown: map[int]bool{}, uses: map[string][]report.Occurrence{}}
	for _, paragraph := range r.Paragraphs {
		p.parts = append(p.parts, part{Paragraph: paragraph, text: report.Show(paragraph.Text)})
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

// part is a paragraph with all that is set into it.
type part struct {
	report.Paragraph
	text    report.Shown
	entries []report.Entry
	linked  []report.Occurrence
	named   []report.Reference
	marks   []ownMark
	damage  []report.Damage
	notes   []report.Note
}

// ownMark is a mark that leads to a definition of the report's own.
type ownMark struct {
	report.NoteMark
	term string // id
}

// at is where in the text as shown a place of the source is.
func (p *part) at(line, column int) int { return p.text.At(p.Offset(line, column)) }

// partAt is the part in which a place stands; nil where it is not on the page.
func (p *reportPage) partAt(line, column int) *part {
	i, shown := p.r.ParagraphAt(line, column)
	if !shown {
		return nil
	}
	return &p.parts[i]
}

// text writes the paragraphs.
func (p *reportPage) text() string {
	var b strings.Builder
	for i := 0; i < len(p.parts); {
		if t := p.r.TableAt(p.parts[i].Line); t != nil {
			text, n := p.table(t)
			b.WriteString(text)
			i += n
			continue
		}
		if text := p.caption(p.parts[i].Paragraph); text != "" {
			b.WriteString(text)
		} else {
			b.WriteString(p.parts[i].markdown(p))
		}
		i++
	}
	return b.String()
}

// markdown writes a paragraph, which ends with its address: as a heading, as a
// heading and the paragraph that it opens, or as a paragraph.
func (p *part) markdown(page *reportPage) string {
	l := p.line(page)
	end := len(l.shown)
	lines := p.SourceLines()
	address := " " + lineRef(lines[len(lines)-1])

	n := slices.IndexFunc(p.entries, isHeading)
	if n < 0 {
		return l.markdown(0, end, true) + address + "\n\n"
	}
	e, stop := p.entries[n], end
	if e.Kind == report.RunIn {
		stop = p.at(e.Line, e.End)
		if stop < end && (l.shown[stop] == '。' || l.shown[stop] == '.') {
			stop++
		}
	}
	if strings.TrimSpace(string(l.shown[stop:])) == "" {
		return heading(e.Level, l.markdown(0, end, false)+address, e.ID) + page.labels(e)
	}
	return heading(e.Level, l.markdown(0, stop, false), e.ID) + page.labels(e) +
		l.markdown(stop, end, true) + address + "\n\n"
}

// line gathers what is set into a paragraph: leads and items in bold, terms and
// documents as links, damage, notes and the ends of lines as marks.
func (p *part) line(page *reportPage) line {
	l := line{shown: p.text.Text}
	for _, e := range p.entries {
		if !isHeading(e) {
			l.bold = append(l.bold, span{p.at(e.Line, e.Column), p.at(e.Line, e.End)})
		}
	}
	for _, o := range p.linked {
		where := span{p.at(o.Line, o.Offset), p.at(o.Line, o.Offset+utf8.RuneCountInString(o.Surface))}
		l.links = append(l.links, link{where, page.to(termPath(o.Term)), page.w.terms[o.Term].Gloss})
	}
	for _, ref := range p.named {
		where := span{p.at(ref.Line, ref.Column), p.at(ref.Line, ref.Column+utf8.RuneCountInString("《"+ref.Title+"》"))}
		l.links = append(l.links, link{where, page.to(documentPath(ref.ID)), ""})
	}
	l.links = append(l.links, p.markLinks(page)...)
	slices.SortFunc(l.links, func(a, b link) int { return a.start - b.start })
	for _, d := range p.damage {
		l.gaps = append(l.gaps, gap{p.at(d.Line, d.Column), gapText(d)})
	}
	for _, note := range p.notes {
		l.gaps = append(l.gaps, gap{p.at(note.Line, note.End), noteMark(note)})
	}
	l.gaps = append(l.gaps, lineEnds(p.Paragraph, p.text)...)
	slices.SortStableFunc(l.gaps, func(a, b gap) int { return a.at - b.at })
	return l
}

// markLinks are the links of marks; there are none in headings.
func (p *part) markLinks(page *reportPage) (links []link) {
	from := 0
	for _, e := range p.entries {
		if e.Kind == report.Block {
			return nil
		}
		if e.Kind == report.RunIn {
			from = max(from, p.at(e.Line, e.End))
		}
	}
	for _, m := range p.marks {
		if at := (span{p.at(m.Line, m.Column), p.at(m.Line, m.End)}); at.start >= from {
			links = append(links, link{at, page.to(termPath(m.term)), page.w.terms[m.term].Gloss})
		}
	}
	return links
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
		Description: p.w.site.describe(r, params.Known, params.Characters, params.Terms),
	}
	for _, alias := range m.Aliases {
		front.Aliases = append(front.Aliases, "/reports/"+alias+"/")
	}
	return front
}

// kinds are the lines that are a title, date, salutation, or the caption of a table.
func (p *reportPage) kinds() map[string][]int {
	var kinds map[string][]int
	for _, paragraph := range p.r.Paragraphs {
		k := paragraph.Kind
		if k == report.Tabled && p.r.TableAt(paragraph.Line) == nil {
			k = captionKind
		}
		switch k {
		case report.Title, report.Date, report.Salutation, captionKind:
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
	for _, part := range p.parts {
		for _, r := range part.text.Text {
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
