package annotate

import (
	"cmp"
	"slices"

	"jianzhu/generator/report"
)

// longestTitle is that of a document, in characters: what is longer between marks
// is text around one that was not closed, or no one's words.
const longestTitle = 200

// references returns every mention in 《…》 in the shown lines, in the order in
// which they open. A mention within another's title is one too. A mark without
// its counterpart in the same paragraph names nothing: the source may be cut there.
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
				if i-start > longestTitle {
					break
				}
				if title := string(text[start+1 : i]); !bare([]rune(title)) {
					line, column := p.Place(start)
					found = append(found, report.Reference{Title: title, Line: line, Column: column})
				}
			}
		}
		slices.SortFunc(found[first:], func(a, b report.Reference) int { return cmp.Or(a.Line-b.Line, a.Column-b.Column) })
	}
	return found
}
