package annotate

import (
	"slices"

	"jianzhu/generator/report"
)

// references returns every mention in 《…》 in the shown lines, in the order in
// which they open. A mention within another's title is one too. A mark without
// its counterpart on the same line names nothing: the source may be cut there.
func references(r *report.Report) []report.Reference {
	var found []report.Reference
	for _, p := range r.Paragraphs {
		text := []rune(p.Text)
		first := len(found)
		var open []int
		for i, c := range text {
			switch {
			case c == '《':
				open = append(open, i)
			case c == '》' && len(open) > 0:
				start := open[len(open)-1]
				open = open[:len(open)-1]
				if title := string(text[start+1 : i]); !bare([]rune(title)) {
					found = append(found, report.Reference{Title: title, Line: p.Line, Column: start})
				}
			}
		}
		slices.SortFunc(found[first:], func(a, b report.Reference) int { return a.Column - b.Column })
	}
	return found
}
