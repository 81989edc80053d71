package markdown

import (
	"jianzhu/generator/annotate"
	"jianzhu/generator/digest"
	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
)

// What a page is made of can be told without making it: of the kinds of pages that
// there are many of, and that are dear. What is dear stands here as what it is made
// from; what is cheap, as what was made.

// Basis is the digest of all that the page is made of, beside this program; false
// where that is only to be known by making it. Pages of one path with one basis are
// the same to the byte, as Markdown, as HTML and in a frame.
func (p Page) Basis() (sum digest.Sum, ok bool) {
	if p.basis == nil {
		return sum, false
	}
	return digest.Of(p.Path, p.Front, p.basis()), true
}

// ofReport is what the page of a report is made of: the report, and what of the
// others and of the glossary stands on it.
func (w *writer) ofReport(r *report.Report) any {
	p := newReportPage(w, r, reportPath(r.Slug))
	var entries, related, followed []any
	for _, id := range p.order {
		t := w.terms[id]
		entries = append(entries, of(t), p.saidElsewhere(t), counted(w.c.Uses[id]))
	}
	for _, e := range r.Outline {
		for _, x := range e.Related {
			other := w.slugs[x.Report]
			related = append(related, other, sectionTitle(other, *other.Entry(x.Section)))
		}
	}
	for _, i := range r.Indicators {
		if page := w.c.Indicator(i.Name); page != nil {
			followed = append(followed, page.ID)
		} else {
			followed = append(followed, nil)
		}
	}
	read := *r
	read.Lines, read.Paragraphs, read.Tables = nil, nil, nil // its checksum and decisions tell them
	return []any{w.site, read, entries, related, followed, p.themesList(), p.neighbours(), p.promisesList()}
}

// ofEntry is what the page of a term is made of but for its uses.
func (w *writer) ofEntry(t glossary.Term) any {
	return []any{of(&t), w.meaning(t), w.own[t.ID]}
}

// ofTermPage is what the page of a term is made of.
func (w *writer) ofTermPage(t glossary.Term, uses []annotate.Use) any {
	var quoted []any
	for _, u := range uses {
		i, _ := u.Report.ParagraphAt(u.Occurrence.Line, u.Occurrence.Offset)
		p := u.Report.Paragraphs[i]
		quoted = append(quoted, u.Report, u.Occurrence, sectionOf(u), p.Text, p.Line, p.Column, p.Lines)
	}
	return []any{w.ofEntry(t), w.sources(t), w.spread(t, uses), w.termPromises[t.ID], quoted}
}

// of is an entry of the glossary but for where it stands in its file.
func of(t *glossary.Term) glossary.Term {
	entry := *t
	entry.File, entry.Line = "", 0
	return entry
}

// ofIndicator is what the n-th page of an indicator is made of.
func (w *writer) ofIndicator(i *annotate.Indicator, n int) any {
	var regions []bool
	for _, place := range i.Places {
		for _, d := range place.Region.Divisions() {
			regions = append(regions, w.c.Region(d.Code) != nil)
		}
	}
	basis := []any{*i, n, regions}
	if n == 0 {
		basis = append(basis, w.silent(i))
	}
	return basis
}

// ofSections is what the page of a theme is made of.
func ofSections(sections []annotate.Section) any {
	var quoted []any
	for _, s := range sections {
		quoted = append(quoted, s.Report, sectionTitle(s.Report, *s.Entry), s.Entry.Line, s.Entry.ID, s.Label, s.Excerpt)
	}
	return quoted
}
