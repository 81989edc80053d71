package annotate

import (
	"math"
	"slices"
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
// it, which are the headings and themes of its sections and the titles of its
// items.
func passage(r *report.Report, lines map[int]report.Shown, i int) theme.Passage {
	e := r.Outline[i]
	p := theme.Passage{Heading: report.DisplayString(e.Title)}
	end := ownEnd(r, lines, i)
	p.Text = ownText(lines, bodyStart(e), end)
	for _, o := range r.Terms {
		at := position{o.Line, o.Offset}
		if !at.before(position{e.Line, e.Column}) && at.before(end) {
			o.Surface = report.DisplayString(o.Surface)
			p.Terms = append(p.Terms, o)
		}
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
			p.Inside = append(p.Inside, f.Themes)
		}
		if inner || !f.Opens() && (position{f.Line, f.Column}).before(end) {
			p.Below = append(p.Below, report.DisplayString(f.Title))
		}
	}
	return p
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
func ownEnd(r *report.Report, lines map[int]report.Shown, i int) position {
	e := r.Outline[i]
	end := position{len(r.Lines) + 1, 0}
	for _, next := range r.Outline[i+1:] {
		if next.Opens() {
			end = position{next.Line, next.Column}
			break
		}
	}
	paragraph := position{e.Line + 1, 0}
	for isCut(r, paragraph.line-1) {
		paragraph.line++
	}
	if e.Kind != report.Block && paragraph.before(end) && ownText(lines, bodyStart(e), paragraph) != "" {
		return paragraph
	}
	return end
}

// isCut reports whether text is lost at a line's end.
func isCut(r *report.Report, line int) bool {
	return slices.ContainsFunc(r.Damage, func(d report.Damage) bool { return d.Line == line && d.Kind == report.Cut })
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
func ownText(lines map[int]report.Shown, from, to position) string {
	var out []string
	for n := from.line; n <= to.line; n++ {
		d, ok := lines[n]
		if !ok {
			continue // blank, or debris
		}
		start, end := 0, math.MaxInt
		if n == from.line {
			start = from.column
		}
		if n == to.line {
			end = to.column
		}
		if text := d.Between(start, end); text != "" {
			out = append(out, text)
		}
	}
	return strings.TrimLeft(strings.Join(out, "\n"), "。")
}
