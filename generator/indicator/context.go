package indicator

import (
	"regexp"
	"slices"
	"strings"

	"jianzhu/generator/report"
)

// context is what is known of time at a place in the report.
type context struct {
	year     int
	plan     bool
	ahead    bool              // all of the report is of the coming years
	headings map[string]stance // by section, from its own words or those around it
	titles   map[string]string // by section
	flow     stance            // of an introduction that ends in a colon
	flowEnd  years             // the last time that it names
	flowIn   string            // the section that it holds in

	section   stance
	paragraph years // with which the paragraph opens
	said      years // with which the sentence opens
	inPart    years // last said in this part of the sentence
	target    bool  // the sentence says 目标
	strives   bool  // this part of it says 力争

	sentences, clauses, part int // before this one in the paragraph; so far in the sentence
	heard                    int // of the clause, in bytes
}

var (
	address = regexp.MustCompile(`^(?:各位|同志们|女士们|朋友们)`)
	aims    = regexp.MustCompile(`目标(?:任务)?(?:是|为|:)`)
)

func newContext(r *report.Report) *context {
	c := &context{year: r.Meta.Year, plan: r.Meta.Type == "plan", headings: map[string]stance{}, titles: map[string]string{}}
	if c.year == 0 {
		if y, at := firstPeriod(foldPlain(r.Meta.Title), 0); at >= 0 {
			c.year = y.first
		}
	}
	c.ahead = len(r.Meta.Covers) > 0 && !slices.ContainsFunc(r.Meta.Covers, func(y int) bool { return y < c.year })
	c.readHeadings(r)
	return c
}

// kindOf is what a number of some years is in a report of the year.
func (c *context) kindOf(y years) report.IndicatorKind {
	switch {
	case y.first == 0 || c.year == 0:
		return ""
	case y.last < c.year:
		return report.Result
	}
	return report.Target
}

// enter begins a paragraph.
func (c *context) enter(p report.Paragraph) {
	if c.flow != (stance{}) && p.Section != c.flowIn && !strings.HasPrefix(p.Section, c.flowIn+"-") && c.flowIn != "" {
		c.flow = stance{}
	}
	c.section = c.headings[p.Section]
	if c.flow != (stance{}) {
		c.section = c.flow
	}
	c.paragraph, c.sentences, c.clauses = years{}, 0, 0
}

// leave ends a paragraph. One that ends in a colon introduces the next ones.
func (c *context) leave(p report.Paragraph) {
	if !strings.HasSuffix(p.Text, ":") && !strings.HasSuffix(p.Text, "：") {
		return
	}
	text := foldPlain(p.Text)
	last := text[strings.LastIndex(text, "。")+1:]
	s := c.opens(last)
	if strings.Contains(last, "目标") {
		s.kind = report.Target
	}
	if s.kind != "" {
		c.flow, c.flowIn = s, p.Section
		c.flowEnd, _ = lastPeriod(last, c.year)
	}
}

// sentence begins a sentence.
func (c *context) sentence() {
	if c.clauses > 0 {
		c.sentences++
	}
	c.clauses = 0
	c.said, c.inPart, c.target, c.strives, c.part = years{}, years{}, false, false, 0
}

// clause begins a clause in a part of its sentence.
func (c *context) clause(part int) {
	c.clauses++
	if part != c.part {
		c.inPart, c.strives = years{}, false
	}
	c.part = part
	c.heard = 0
}

// hear takes note of what the next words of a clause say of time.
func (c *context) hear(text string) {
	if c.heard == 0 && address.MatchString(text) {
		c.clauses--
		return
	}
	c.target = c.target || strings.Contains(text, "目标") && aims.MatchString(text)
	c.strives = c.strives || strings.Contains(text, "力争") || strings.Contains(text, "争取")
	y, at := lastPeriod(text, c.year)
	if at >= 0 {
		c.inPart = y
		if c.clauses == 1 && c.heard == 0 && at <= opensWithin {
			c.said = y
			if c.sentences == 0 {
				c.paragraph = y
			}
		}
	}
	c.heard += len(text)
}

// opensWithin is how far from a clause's start, in bytes, a word of time is said
// of all that follows.
const opensWithin = 12

// end is the year at which a level is reached: the last of a period, where an
// introduction named it too, as in “十四五”时期的目标,到2025年.
func (c *context) end(y years) years {
	if end := c.flowEnd; c.flow != (stance{}) && end.first == end.last && y.first < end.first && y.last == end.last {
		return end
	}
	return y
}

// whole are the years of a change in all of a period that is said of a single year: from
// now to a later one (到2027年年均增长7%), or of the period that ends with it.
func (c *context) whole(y years) years {
	if y.first != y.last || c.year == 0 {
		return y
	}
	for _, said := range []years{c.said, c.paragraph, c.section.years} {
		if said.first < said.last && said.last == y.last {
			return said
		}
	}
	if y.first > c.year {
		return years{c.year, y.last}
	}
	return y
}

// now is the kind and the period of a number at the place that was heard to.
func (c *context) now() (report.IndicatorKind, years) {
	for _, y := range []years{c.inPart, c.said, c.paragraph} {
		if kind := c.kindOf(y); kind != "" {
			return kind, y
		}
	}
	y := years{}
	for _, said := range []years{c.inPart, c.said, c.paragraph} {
		if y.first == 0 {
			y = said
		}
	}
	kind := c.section.kind
	switch {
	case c.target || c.strives:
		kind = report.Target
	case kind == "" && (c.plan || c.ahead):
		kind = report.Target
	case kind == "":
		kind = report.Result
	}
	switch {
	case y.first > 0:
	case kind == c.section.kind && c.section.years.first > 0:
		y = c.section.years
	case c.year == 0:
	case kind == report.Target && c.plan:
		y = years{c.year, c.year + 4}
	case kind == report.Target:
		y = years{c.year, c.year}
	case c.plan:
		y = years{c.year - 5, c.year - 1}
	default:
		y = years{c.year - 1, c.year - 1}
	}
	return kind, y
}
