package annotate

import (
	"cmp"
	"slices"
	"strings"

	"jianzhu/generator/report"
)

// longestTitle is that of a document, in characters: what is longer between marks
// is text around one that was not closed, or no one's words.
const longestTitle = 200

// cited is a mention in 《…》 with what its report says of it.
type cited struct {
	Title         string // as written, between the marks
	Line, Column  int    // of the opening mark
	Key           string // of the title; "" where that names nothing
	Before, After string // see Mention
	Calling       calling
	Issuer        string // that the text states before it
}

// citedIn returns every mention in 《…》 in the shown lines, in the order in
// which they open. A mention within another's title is one too. A mark without
// its counterpart in the same paragraph names nothing: the source may be cut there.
func citedIn(r *report.Report) []cited {
	var found []cited
	for _, p := range r.Paragraphs {
		if !strings.Contains(p.Text, "《") {
			continue
		}
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
					found = append(found, citedAt(p, title, start+1, i))
				}
			}
		}
		slices.SortFunc(found[first:], func(a, b cited) int { return cmp.Or(a.Line-b.Line, a.Column-b.Column) })
	}
	return found
}

// citedAt is a mention whose title stands at start to end of a paragraph.
func citedAt(p report.Paragraph, title string, start, end int) cited {
	x := cited{Title: title, Key: titleKey(title)}
	x.Line, x.Column = p.Place(start - 1)
	if x.Key == "" || isKind(x.Key) {
		x.Key = ""
		return x
	}
	d := p.Shown()
	from, to := d.At(start), d.At(end)
	x.Before, x.After = around(d.Text, from, to)
	x.Calling = callingOf(d.Text[:from], d.Text[to:])
	x.Issuer = statedIssuer(d.Text[max(0, from-reach):from])
	return x
}
