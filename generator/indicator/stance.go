package indicator

import (
	"regexp"
	"strings"

	"jianzhu/generator/report"
)

// stance is whether a passage looks back or ahead, and on which years.
type stance struct {
	kind  report.IndicatorKind // "" where nothing says
	years years
}

// context is what is known of time at a place in the report.
type context struct {
	year     int
	plan     bool
	ahead    bool // all of the report is of the coming years
	covers   []int
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
	looksBack  = regexp.MustCompile(`回顾|总结|成绩|成就|完成情况|执行情况|工作情况|发展基础|工作成效|取得的|过去`)
	looksAhead = regexp.MustCompile(`安排|目标|计划|思路|打算|部署|展望|任务|规划|今后|未来|工作重点|重点工作|预期`)
	address    = regexp.MustCompile(`^(?:各位|同志们|女士们|朋友们)`)
	aims       = regexp.MustCompile(`目标(?:任务)?(?:是|为|:)`)
)

func newContext(r *report.Report) *context {
	c := &context{year: r.Meta.Year, plan: r.Meta.Type == "plan", covers: r.Meta.Covers, headings: map[string]stance{}, titles: map[string]string{}}
	if c.year == 0 {
		if y, at := firstPeriod(foldPlain(r.Meta.Title), 0); at >= 0 {
			c.year = y.first
		}
	}
	c.ahead = len(c.covers) > 0
	for _, y := range c.covers {
		c.ahead = c.ahead && y >= c.year
	}
	c.readHeadings(r)
	return c
}

// readHeadings gives each section the stance of its heading, else that of its
// first paragraph, else that of the section around it.
func (c *context) readHeadings(r *report.Report) {
	firsts := map[string]string{} // first paragraph of each section
	for _, p := range r.Paragraphs {
		if p.Kind == report.Text && firsts[p.Section] == "" {
			firsts[p.Section] = p.Text
		}
	}
	roots := 0
	for _, e := range r.Outline {
		if e.ID == "" || !e.Opens() {
			continue
		}
		title := foldPlain(e.Title)
		c.titles[e.ID] = shortTitle(e)
		parent, nested := c.headings[parentOf(e.ID)]
		s := c.stanceOf(title)
		if e.Kind == report.Lead || nested && parent.kind != "" && s.years.first == 0 && !c.plan {
			s = stance{}
		}
		if !nested {
			roots++
			if s.kind == "" {
				s = c.opens(firsts[e.ID])
			}
			if s.kind == "" && !c.plan && !c.ahead && roots == 1 {
				s.kind = report.Result
			}
		}
		if s.kind == "" {
			s.kind = parent.kind
		}
		if s.years.first == 0 && s.kind == parent.kind {
			s.years = parent.years
		}
		c.headings[e.ID] = s
	}
}

// opens is the stance of the first words of a paragraph.
func (c *context) opens(text string) stance {
	first, _, _ := strings.Cut(foldPlain(text), "。")
	y, at := firstPeriod(first, c.year)
	if at < 0 {
		return stance{}
	}
	return stance{c.kindOf(y), y}
}

// stanceOf is what the words of a heading say.
func (c *context) stanceOf(title string) stance {
	s := stance{}
	s.years, _ = firstPeriod(title, c.year)
	switch {
	case looksBack.MatchString(title):
		s.kind = report.Result
	case looksAhead.MatchString(title):
		s.kind = report.Target
	case s.years.first > 0:
		s.kind = c.kindOf(s.years)
	}
	return s
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

func parentOf(id string) string {
	i := strings.LastIndex(id, "-")
	return id[:max(i, 0)]
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
	text := foldPlain(p.Text)
	if !strings.HasSuffix(text, ":") {
		return
	}
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
