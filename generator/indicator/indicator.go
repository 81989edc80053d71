// Package indicator finds the measured and the promised numbers of a report:
// 地区生产总值增长7%左右, with name, value, unit, kind and period.
//
// It goes by how such texts write numbers. A line is read without its white
// space and folded to Simplified, code point by code point (line.go), and cut into
// sentences and clauses (clause.go). In a clause there are quantities: a number, a
// unit, and what qualifies them (quantity.go, number.go, unit.go); those that only
// tell the size of something are dropped (sift.go). The words for a quantity (naming.go) are
// what stands before it (head.go), without what is none of it at the ends (ends.go), what it
// counts (phrase.go, told.go), or what the sentence has named before (subject.go); several
// subjects of one sentence are told apart (several.go). They are its name only where they have
// the form of one (form.go) and the text says them at the number, with nothing left over
// (sure.go), and not only within what the sentence has said before (frame.go). Else the indicator
// has no name but the words of the report around it, back to a clause that says of what it is, or to
// the frame of its sentence (quote.go, frame.go). In tables (table.go) the head tells what the columns are (column.go)
// and so what a cell holds (cell.go), or the caption in what year it was measured (published.go). words.txt, units.txt, names.txt and times.txt have the words for all this.
// What the text says of time up to there (period.go, hear.go, turn.go), what the headings say
// (stance.go, parts.go), how the text below them divides (span.go) and what sort of report it is
// (context.go, given.go) give the period, and whether the number is a result or a target
// (reckon.go, kind.go); what comes behind the salute is none (closing.go), and a pledge that is listed
// with what came of it was wanted (pledge.go). A value of a part of a year says so (partly.go).
//
// What is neither a result nor a target by what the text says, because it is under
// way or because no time can be read, is of kind open; where the text leaves the years in doubt,
// there are none. Numbers in Chinese numerals end a name and are left to the reader, but in a
// report that writes all its numbers so (numeral.go).
package indicator

import (
	"slices"
	"strings"

	"jianzhu/generator/pattern"
	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

// Find returns the indicators of a report in text order; on lines that an editor
// has decided on, those of the decision. Several may stand in one place, where a
// text says one number of several subjects: A、B均为100%.
//
// Nothing is sought in titles, in headings on lines of their own, in the
// definitions that the report gives, nor in tables whose head does not say what their
// numbers are (table.go). Numbers in the report's
// Terms are names: so these are found first.
func Find(r *report.Report) []report.Indicator {
	found, _ := Read(r)
	return found
}

// Read returns the indicators of a report, as Find does, and tells of each paragraph
// whether what stands around it looks back (Result) or ahead (Target); Open, where
// nothing says.
func Read(r *report.Report) (found []report.Indicator, looks []report.IndicatorKind) {
	names := namesOf(r)
	inTables := tables(r)
	c := newContext(r)
	looks = c.ways()
	i := 0
	for p, entries := range r.All() {
		c.enter(i, p)
		var inText []report.Indicator
		switch p.Kind {
		case report.Tabled:
			inText = inTables[p.Line]
		case report.Text:
			inText = findIn(p, names[i], c)
			carryEstimate(p, inText)
		}
		if c.close(p, entries); c.over && p.Kind == report.Text {
			inText = slices.DeleteFunc(inText, func(i report.Indicator) bool { return i.Kind == report.Target })
		}
		for i := range inText {
			if inText[i].Quote != "" {
				inText[i].Name = "" // which served only to tell its time and kind
			}
		}
		found = append(found, decide(r, p, inText)...)
		c.leave(p)
		i++
	}
	return slices.Clone(found), looks // without room for more: it is kept
}

// span is a part of a line, in columns.
type span struct{ from, to int }

func (s span) some() bool { return s.from < s.to }

// namesOf has, for each paragraph, the spans of its text in which no number is a
// quantity: terms, which are names, and definitions.
func namesOf(r *report.Report) map[int][]span {
	spans := map[int][]span{}
	add := func(line, column, length int) {
		if i, shown := r.ParagraphAt(line, max(0, column)); shown {
			from := r.Paragraphs[i].Offset(line, column)
			spans[i] = append(spans[i], span{from, from + length})
		}
	}
	for _, o := range r.Terms {
		if !endsInCount.MatchString(script.FoldString(o.Surface)) {
			add(o.Line, o.Offset, length(o.Surface))
		}
	}
	for _, d := range r.Definitions {
		if d.Source == report.FromParts {
			continue // they stand apart
		}
		before := length(d.Term) + 8 // marks and a number stand before it
		add(d.TextLine, d.Column-before, before+length(d.Text))
	}
	for i := range r.Defining() {
		spans[i] = append(spans[i], span{0, length(r.Paragraphs[i].Text)})
	}
	return spans
}

// endsInCount ends what a report explains because of how many it says there are, and is no name:
// 新增普通高校7所, of which a note tells the names.
var endsInCount = pattern.MustCompile(`^(?:新|净?增|获|建|创|引|培).*[^0-9.“”][0-9]+[个家所座项处件条台户人名只套]$`)

// findIn finds the indicators of one paragraph.
func findIn(p report.Paragraph, names []span, c *context) []report.Indicator {
	if !c.spelt && !strings.ContainsFunc(p.Text, isFigure) {
		c.opening(p.Text)
		return nil
	}
	l := newLine(p.Text, p.Shown(), names)
	l.spelt = c.spelt
	if l.isRow() {
		return nil // the head of the table would be needed to read it
	}
	var found []report.Indicator
	last := 0
	for _, s := range sentences(l) {
		before := last
		last = s.from
		c.sentence()
		if !slices.ContainsFunc(l.runes[s.from:s.to], l.isNumber) {
			c.opensWith(l.text(s.from, min(s.to, s.from+longestName))) // it may open the paragraph
			continue
		}
		var carried subject
		var months partly
		said := newSaying(l, s, before)
		for said.last = range said.clauses {
			clause := said.clauses[said.last]
			c.clause(clause.part)
			heard := clause.from
			values := nameAll(l, clause, &carried)
			goesOn := len(values) > 0 && goingOn.In(l.part(clause.from, clause.to))
			for _, n := range values {
				c.hear(l.text(heard, max(heard, n.from-n.said())))
				months.hear(l, clause, said.last == 0, heard, max(heard, n.from))
				n.stated = append(slices.Clone(months.of(l, clause, n)), n.stated...)
				heard = max(heard, n.to)
				i := n.indicator(l, p, clause, goesOn, c)
				if _, told := n.unitMeant(l); !told || i.Kind == report.Result && n.isAim(l, clause) || i.Kind == report.Target && !n.base && n.start-clause.from <= longestName && isPast(l.text(clause.from, n.start)) {
					continue
				}
				if last := len(found) - 1; last >= 0 && (i.Yearly || n.single || n.since > 0 && !hasVerb(script.FoldString(n.name))) {
					c.reach(&found[last], i)
				}
				frame, text := said.frame()
				if n.sure && n.framed(text) {
					n.sure, i.Quote = false, l.around(frame, clause.to, n)
				}
				if !n.sure && i.Quote == "" && !n.isNone(l) {
					i.Quote = said.quote(n)
				}
				if !n.sure && i.Quote == "" {
					continue
				}
				found = append(extendQuotes(found, i.Quote), i)
			}
			months.hear(l, clause, said.last == 0, heard, clause.to)
			rest := l.text(heard, min(clause.to+1, len(l.runes))) // with its mark: 目标:
			if clause.aside && len(values) == 0 {
				c.aside(rest)
				continue
			}
			c.hear(rest)
		}
	}
	return found
}

// extendQuotes gives values that are quoted with the beginning of a passage all of it, so that
// one passage stands for its numbers.
func extendQuotes(found []report.Indicator, passage string) []report.Indicator {
	if n := len(found); n > 0 && found[n-1].Quote != "" && strings.HasPrefix(passage, found[n-1].Quote) {
		for beginning := found[n-1].Quote; n > 0 && found[n-1].Quote == beginning; n-- {
			found[n-1].Quote = passage
		}
	}
	return found
}

// indicator is the quantity as an indicator, at the place that c has heard to.
func (n named) indicator(l *line, p report.Paragraph, in clause, goesOn bool, c *context) report.Indicator {
	kind, period := c.now()
	if n.average && period.First < period.Last {
		n.whole, n.yearly = true, true
	}
	switch {
	case n.base || n.against:
		kind, period = c.before(l.text(n.from-n.origin, n.from), n.dated, period)
	case n.growth && n.years > 1:
		period = c.years(period, n.years, kind)
	case n.growth && 0 < n.since && n.since < period.Last:
		period = report.Years(n.since+1, period.Last)
	case n.growth && n.whole:
		period = c.whole(period, n.yearly)
	case n.growth && n.single && kind == report.Result:
		period = report.Years(period.Last, period.Last)
	case !n.growth && n.whole:
		period = c.sum(period)
	case period.First < period.Last && !n.growth:
		sum := adding.In(l.part(max(in.from, n.start-longestName), n.start))
		atEnd := n.atEnd(c.summed) && !(n.flows() && c.spansYears()) && !n.isDeed() || !sum && (n.ofYear(l) || n.crosses(l, in.from))
		period = c.end(period, atEnd, n.level || n.kind == share)
	}
	if !n.base && !n.against && !n.whole {
		period = c.running(l.text(max(in.from, n.start-reach), n.start), period, kind)
	}
	if !n.base && !n.against {
		before := l.text(max(in.from, n.start-longestName), n.start)
		if (stands(before) || n.onGround(l, in)) && kind == report.Target && c.year > 0 {
			kind, period = report.Result, report.Years(c.year-1, c.year-1) // as the last year left it
		}
		kind = settled(kind, before, goesOn && !n.growth, c.estimates)
	}
	if kind == report.Target && !n.growth && !n.level && !c.strives && n.before == nil && n.after == nil && ofProjects.MatchString(script.FoldString(n.name)) {
		kind, period = report.Open, report.Period{}
	}
	if c.pledged && kind == report.Result {
		kind = report.Target
	}
	period = c.surely(period)
	if kind == report.Result && (toCome.MatchString(script.FoldString(n.name)) || n.overYears(l, in)) {
		kind = report.Open
	}
	if !n.growth && n.kind != share {
		c.summed = period.First < period.Last
	}
	unit, _ := n.unitMeant(l)
	line, column := p.Place(int(l.column[n.start]))
	i := report.Indicator{
		Name:    n.name,
		Value:   l.shown(n.start, n.valueEnd),
		Unit:    n.unitShown(l) + unit,
		Written: l.shown(n.start, n.valueEnd) + n.unitWritten(l),
		Said:    l.allShown(n.stated),
		Before:  l.allShown(n.before),
		After:   l.allShown(n.after),
		Kind:    kind,
		Growth:  n.growth,
		Yearly:  n.growth && n.yearly,
		Period:  period,
		Line:    line,
		Column:  column,
		End:     column + int(l.column[n.end-1]+1-l.column[n.start]),
	}
	if n.inner > 0 {
		i.Within = l.shown(n.innerAt, n.innerAt+n.inner)
	}
	if i.Amount = AmountOf(i.Value, i.Unit); slices.Contains(i.Before, "负") || slices.Contains(i.Before, "負") {
		i.Amount.From, i.Amount.To = -i.Amount.To, -i.Amount.From
	}
	return i
}

// said is how much stands before the quantity that says its own time only.
func (n named) said() int {
	if n.dated {
		return n.origin
	}
	return 0
}

// isNumber reports whether a code point of the line may be of a number.
func (l *line) isNumber(r rune) bool { return isDigit(r) || l.spelt && isNumeral(r) }

// isFigure reports whether a code point of the source is a figure.
func isFigure(r rune) bool { return isDigit(script.Fold(r)) }

// foldPlain is a text folded and without white space.
func foldPlain(s string) string { return strings.Map(plainly, s) }

func plainly(r rune) rune {
	if r = script.Fold(r); script.IsSpace(r) {
		return script.Nothing
	}
	return r
}
