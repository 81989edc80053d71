package annotate

import (
	"math"
	"slices"
	"sort"
	"strings"

	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// position is a place in the source.
type position struct{ line, column int }

func (p position) before(q position) bool {
	return p.line < q.line || p.line == q.line && p.column < q.column
}

// passage is what the section of the i-th outline entry offers to be judged by:
// its heading; its own text; the headings around it; and what stands right in
// it, which are the headings of its sections with the themes that each entry has, and
// the titles of its items. It tells also which of the report's terms stand in it.
func passage(r *report.Report, shown []report.Shown, i int, themes [][]report.Label) (p theme.Passage, terms [2]int) {
	e := r.Outline[i]
	p.Heading = report.DisplayString(e.Title)
	end := ownEnd(r, shown, i)
	p.Text = ownText(r, shown, bodyStart(e), end)
	first := termsBefore(r, position{e.Line, e.Column})
	terms = [2]int{first, max(first, termsBefore(r, end))}
	for _, o := range r.Terms[terms[0]:terms[1]] {
		o.Surface = report.DisplayString(o.Surface)
		p.Terms = append(p.Terms, o)
	}
	for j := enclosing(r.Outline, i); j >= 0; j = enclosing(r.Outline, j) {
		p.Above = append(p.Above, report.DisplayString(r.Outline[j].Title))
	}
	for j := i + 1; j < len(r.Outline); j++ {
		f := r.Outline[j]
		if f.Opens() && f.Level <= e.Level {
			break
		}
		inner := f.Opens() && enclosing(r.Outline, j) == i
		if inner {
			p.Inside = append(p.Inside, themes[j])
		}
		if inner || !f.Opens() && (position{f.Line, f.Column}).before(end) {
			p.Below = append(p.Below, report.DisplayString(f.Title))
		}
	}
	return p, terms
}

// termsBefore is how many of a report's terms stand before a place.
func termsBefore(r *report.Report, at position) int {
	return sort.Search(len(r.Terms), func(n int) bool {
		return !(position{r.Terms[n].Line, r.Terms[n].Offset}).before(at)
	})
}

// enclosing returns the index of the section right around an entry, or -1.
func enclosing(outline []report.Entry, i int) int {
	for j := i - 1; j >= 0; j-- {
		if outline[j].Opens() && outline[j].Level < outline[i].Level {
			return j
		}
	}
	return -1
}

// ownEnd is where the section's own text stops: at the next section; and, where
// the heading opens a paragraph, with that paragraph, since what follows it
// without a heading of its own is as often the close of the chapter. A
// paragraph that is cut goes on in the next.
func ownEnd(r *report.Report, shown []report.Shown, i int) position {
	e := r.Outline[i]
	end := position{len(r.Lines) + 1, 0}
	for _, next := range r.Outline[i+1:] {
		if next.Opens() {
			end = position{next.Line, next.Column}
			break
		}
	}
	i, _ = r.ParagraphAt(e.Line, e.Column)
	paragraph := behind(r, i)
	for isCut(r, r.Paragraphs[i]) {
		i++
		paragraph = behind(r, i)
	}
	if e.Kind != report.Block && paragraph.before(end) && ownText(r, shown, bodyStart(e), paragraph) != "" {
		return paragraph
	}
	return end
}

// behind is where the paragraph after the i-th begins.
func behind(r *report.Report, i int) position {
	if i+1 >= len(r.Paragraphs) {
		return position{len(r.Lines) + 1, 0}
	}
	next := r.Paragraphs[i+1]
	return position{next.Line, next.Column}
}

// isCut reports whether text is lost at a paragraph's end, and another follows.
func isCut(r *report.Report, p report.Paragraph) bool {
	lines := p.SourceLines()
	last := lines[len(lines)-1]
	return last < r.Paragraphs[len(r.Paragraphs)-1].Line &&
		slices.ContainsFunc(r.Damage, func(d report.Damage) bool { return d.Line == last && d.Kind == report.Cut })
}

// bodyStart is where a heading is over.
func bodyStart(e report.Entry) position {
	if e.TitleLine > e.Line {
		return position{e.TitleLine + 1, 0}
	}
	return position{e.Line, e.End}
}

// ownText is the text between two places, as displayed, a line to each
// paragraph, without the 。 that closes the heading.
func ownText(r *report.Report, shown []report.Shown, from, to position) string {
	var out []string
	first, _ := r.ParagraphAt(from.line, from.column)
	for i := first; i < len(r.Paragraphs); i++ {
		p := r.Paragraphs[i]
		begin, end := position{p.Line, p.Column}, behind(r, i)
		if !begin.before(to) {
			break
		}
		if !from.before(end) {
			continue // it stands before what is debris or blank
		}
		start, stop := 0, math.MaxInt
		if begin.before(from) {
			start = p.Offset(from.line, from.column)
		}
		if to.before(end) {
			stop = p.Offset(to.line, to.column)
		}
		if text := shown[i].Between(start, stop); text != "" {
			out = append(out, text)
		}
	}
	return strings.TrimLeft(strings.Join(out, "\n"), "。")
}
