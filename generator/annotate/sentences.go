package annotate

import (
	"slices"

	"jianzhu/generator/report"
)

// Excerpts are what a paragraph says with parts of what is shown of it: of each sentence in
// which some stand, in order, the clauses that have them.
func Excerpts(r *report.Report, p report.Paragraph, parts []Mark) (quoted []Said) {
	u := utterance{report: r, of: &p, shown: p.Shown()}
	parts = slices.SortedFunc(slices.Values(parts), func(a, b Mark) int { return a.Start - b.Start })
	for len(parts) > 0 {
		u.From, u.To = sentence(u.shown.Text, parts[0].Start, parts[0].End)
		var marks []Mark
		for _, m := range parts {
			if m.End <= u.To {
				marks = append(marks, Mark{m.Start - u.From, m.End - u.From})
			}
		}
		s := said(u, marks)
		quoted = append(quoted, Said{r, s.clauses()})
		parts = parts[len(s.Marks):]
	}
	return quoted
}
