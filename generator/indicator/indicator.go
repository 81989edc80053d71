// Package indicator finds the measured and the promised numbers of a report:
// 地区生产总值增长7%左右, with name, value, unit, kind and period.
//
// It goes by how such texts write numbers. A line is read without its white
// space and folded to Simplified, code point by code point (line.go). In it
// quantities are found, a number with a unit and what qualifies it (quantity.go,
// unit.go). Sentences are cut into clauses (clause.go); a quantity has its name
// from what stands before it in its clause, from what it counts, or from an
// earlier clause of the sentence (subject.go). What a clause says of time, what
// the section's heading says and what sort of report it is give the period and
// whether the number is a result or a target (period.go, stance.go).
//
// Numbers in Chinese numerals are left to the reader: most of them belong to
// slogans (三大攻坚战) and ordinals.
package indicator

import (
	"slices"
	"strings"

	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

// Find returns the indicators of a report in text order, on lines that an editor
// has decided on those of the decision. Several may share one
// place, where a text says one number of several subjects: A、B均为100%.
//
// What the report itself says is skipped where it is no statement: headings on
// lines of their own, titles, and the definitions in its appendix. Numbers in
// the report's Terms and References are names; so annotate finds those first.
func Find(r *report.Report) []report.Indicator {
	var found []report.Indicator
	defined := map[int]bool{}
	for _, d := range r.Definitions {
		defined[d.Line] = true
	}
	names := namesOf(r)
	c := newContext(r)
	for p, entries := range r.All() {
		if indicators, decided := r.Decided(p.Line); decided {
			found = append(found, indicators...)
			continue
		}
		if p.Kind != report.Text || defined[p.Line] {
			continue
		}
		c.enter(p)
		found = append(found, findIn(p, newHeadings(c.titles[p.Section], entries), names[p.Line], c)...)
		c.leave(p)
	}
	return found
}

// span is a part of a line, in columns.
type span struct{ from, to int }

func (s span) some() bool { return s.from < s.to }

// namesOf has, for each line, the spans of what is a name whatever numbers are in it.
func namesOf(r *report.Report) map[int][]span {
	spans := map[int][]span{}
	for _, o := range r.Terms {
		spans[o.Line] = append(spans[o.Line], span{o.Offset, o.Offset + len([]rune(o.Surface))})
	}
	return spans
}

// findIn finds the indicators of one paragraph.
func findIn(p report.Paragraph, under *headings, names []span, c *context) []report.Indicator {
	if !strings.ContainsFunc(p.Text, isFigure) {
		return nil
	}
	var found []report.Indicator
	l := newLine(p.Text, names)
	if columns := slices.DeleteFunc(slices.Clone(l.runes), func(r rune) bool { return r != ' ' }); len(columns) > 1 {
		return nil // a row of a table, whose head is needed to read it
	}
	for _, s := range sentences(l) {
		c.sentence()
		if !slices.ContainsFunc(l.runes[s.from:s.to], isDigit) {
			c.clause(0)
			c.hear(l.text(s.from, min(s.to, s.from+longestName))) // it may open the paragraph
			continue
		}
		var carried subject
		for _, clause := range s.clauses(l) {
			c.clause(clause.part)
			heard := clause.from
			for _, n := range nameAll(l, clause, under.at(l.column[clause.from]), &carried) {
				q := n.quantity
				c.hear(l.text(heard, q.from))
				heard = max(heard, q.to)
				kind, period := c.now()
				switch {
				case n.growth && n.whole:
					period = c.whole(period)
				case !n.growth && (n.level || q.kind == share):
					period = c.end(period)
				}
				if q.base && !q.dated {
					kind, period = report.Result, yearBefore(period)
				}
				found = append(found, report.Indicator{
					Name:     n.name,
					Value:    l.shown(q.start, q.valueEnd),
					Unit:     q.unitShown(l),
					Modifier: q.modifier(l, n.stated),
					Kind:     kind,
					Growth:   n.growth,
					Period:   period.String(),
					Line:     p.Line,
					Column:   l.column[q.start],
					End:      l.column[q.end-1] + 1,
				})
			}
			c.hear(l.text(heard, min(clause.to+1, len(l.runes)))) // with its mark: 目标:
		}
	}
	return slices.Clip(found)
}

// isFigure reports whether a code point of the source is a figure.
func isFigure(r rune) bool { return isDigit(script.Fold(r)) }

// foldPlain is a text folded and without white space.
func foldPlain(s string) string {
	return strings.Join(strings.Fields(script.FoldString(s)), "")
}
