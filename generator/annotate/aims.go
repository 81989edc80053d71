package annotate

import (
	"cmp"
	"slices"

	"jianzhu/generator/report"
)

// aimed is an indicator of which one sentence gives a target, and a later one the result.
type aimed struct {
	name  string
	marks [2]Mark // where the values stand
}

// targets are the indicators of which a report gives a target, and a later one
// of its place the result for the same time. Sentences that do so of several stand once.
func (c *Corpus) targets() (found []pairing) {
	type beginning struct {
		report          *report.Report
		paragraph, from int
	}
	type pair struct{ target, result beginning }
	sentences, of, order := map[beginning]stretch{}, map[pair][]aimed{}, []pair(nil)
	in := func(v Value) (beginning, Mark) {
		s, mark := v.sentence()
		b := beginning{v.Report, s.Paragraph, s.From}
		sentences[b] = s
		return b, mark
	}
	for i := range c.Indicators {
		for _, compared := range c.Indicators[i].Reached() {
			target, result := compared.Values[0], compared.Values[len(compared.Values)-1]
			if target.Report.Meta.Year == 0 || target.Report.Meta.Year >= result.Report.Meta.Year {
				continue
			}
			a := aimed{name: report.DisplayString(target.Name)}
			var both pair
			both.target, a.marks[0] = in(target)
			both.result, a.marks[1] = in(result)
			if of[both] == nil {
				order = append(order, both)
			}
			of[both] = append(of[both], a)
		}
	}
	for _, both := range order {
		for _, some := range shownTogether(of[both]) {
			p := pairing{Score: reached, Relation: Reviewed, reports: []*report.Report{both.target.report, both.result.report}}
			var marks [2][]Mark
			for _, a := range some {
				if !slices.Contains(p.Names, a.name) {
					p.Names = append(p.Names, a.name)
				}
				for side := range marks {
					if !slices.Contains(marks[side], a.marks[side]) {
						marks[side] = append(marks[side], a.marks[side])
					}
				}
			}
			p.Earlier = told{0, said(sentences[both.target].in(both.target.report), marks[0])}
			p.Later = told{1, said(sentences[both.result].in(both.result.report), marks[1])}
			found = append(found, p)
		}
	}
	return found
}

// shownTogether parts what two sentences have in common, in text order, by what of a
// long sentence is shown at once.
func shownTogether(all []aimed) (parts [][]aimed) {
	slices.SortStableFunc(all, func(a, b aimed) int { return cmp.Compare(a.marks[0].Start, b.marks[0].Start) })
	from := 0
	for i := range all {
		for side := range all[i].marks {
			first, last := all[from].marks[side].Start, all[i].marks[side].End
			for _, a := range all[from : i+1] {
				first, last = min(first, a.marks[side].Start), max(last, a.marks[side].End)
			}
			if i > from && last-first > 2*reach {
				parts, from = append(parts, all[from:i]), i
			}
		}
	}
	return append(parts, all[from:])
}

// sentence is where that stands in which a value is, and where in it the value is.
func (v Value) sentence() (s stretch, at Mark) {
	s.Paragraph, _ = v.Report.ParagraphAt(v.Line, v.Column)
	p := v.Report.Paragraphs[s.Paragraph]
	shown := p.Shown()
	start, end := shown.At(p.Offset(v.Line, v.Column)), shown.At(p.Offset(v.Line, v.End))
	s.From, s.To = sentence(shown.Text, start, end)
	return s, Mark{start - s.From, end - s.From}
}
