package indicator

import (
	"slices"
	"strings"

	"jianzhu/generator/report"
)

// context is what is known of time at a place in the report.
type context struct {
	clock
	plan    bool
	within  bool          // it was given in the middle of its year
	spelt   bool          // it writes its numbers in Chinese numerals
	ahead   bool          // all of the report is of the coming years
	stances []stance      // of each paragraph, from the headings above it
	flow    stance        // of an introduction that ends in a colon
	flowEnd report.Period // the last time that it names
	flowIn  string        // the section that it holds in
	flowOf  int           // and the part
	partOf  []int         // of each paragraph, a number
	plain   []string      // each paragraph folded and without white space, once it is asked for

	pledges map[int]bool // paragraphs that say what was pledged, with what came of it below
	pledged bool         // this is one

	section   stance
	paragraph report.Period // with which the paragraph opens
	said      report.Period // with which the sentence opens
	spans     bool          // the part has opened a paragraph with several years before
	texts     int           // paragraphs of the part before this one
	each      bool          // it goes through its years one by one
	turned    bool          // it has turned to the last of its years for good: 各位代表,去年我省
	run       report.Period // with which an earlier paragraph of the part opened
	inPart    report.Period // last said in this part of the sentence
	base      report.Period // from which on the sentence tells changes: 由1997年的
	target    bool          // the sentence says 目标
	strives   bool          // this part of it says 力争
	colon     bool          // the last clause has ended in one
	elapsed   bool          // the sentence tells of a part of the year that is over
	estimates bool          // the paragraph says 预计: what it says can be reached has been
	over      bool          // the address has been closed: what comes behind is no plan
	saluted   bool          // the last paragraph closed it
	summed    bool          // the last value of the sentence but for shares is a sum of several years

	sentences, clauses, part int // before this one in the paragraph; so far in the sentence
	heard                    int // of the clause, in bytes

	earlier [3]report.Period // paragraph, said and inPart as they were before the clause
}

func newContext(r *report.Report) *context {
	c := &context{clock: clock{year: r.Meta.Year}, plan: r.Meta.IsPlan(), stances: make([]stance, len(r.Paragraphs)), partOf: make([]int, len(r.Paragraphs)), plain: make([]string, len(r.Paragraphs)), pledges: map[int]bool{}}
	if c.year == 0 {
		if y, at := firstPeriod(foldPlain(r.Meta.Title), clock{}); at >= 0 {
			c.year = y.First
		}
	}
	if !c.plan {
		c.year = headedYear(r, c.year)
	}
	c.within, c.spelt = givenWithin(r, c.year), spelledOut(r)
	c.given = c.year
	switch late := lateIn(r); {
	case !c.plan && late > 0 && late == c.year:
		c.year++
	case !c.plan && late > 0 && late == c.year-1 && !saysThisYear(r), givenBefore(r, c.year):
		c.given--
	}
	c.ahead = len(r.Meta.Covers) > 0 && !slices.ContainsFunc(r.Meta.Covers, func(y int) bool { return y < c.year })
	c.readStances(r)
	c.readPledges(r)
	return c
}

// plainText is a paragraph folded and without white space.
func (c *context) plainText(r *report.Report, i int) string {
	if c.plain[i] == "" {
		c.plain[i] = foldPlain(r.Paragraphs[i].Text)
	}
	return c.plain[i]
}

// enter begins a paragraph.
func (c *context) enter(i int, p report.Paragraph) {
	within := c.flowIn == "" || p.Section == c.flowIn || strings.HasPrefix(p.Section, c.flowIn+"-")
	if !within || c.flowOf != c.partOf[i] {
		if c.flowOf != c.partOf[i] {
			c.run, c.spans, c.each, c.turned, c.texts = report.Period{}, false, false, false, 0
		}
		c.flow, c.flowOf = stance{}, c.partOf[i]
	}
	c.section, c.pledged = c.stances[i], c.pledges[i]
	if c.flow != (stance{}) {
		c.section = c.flow
	}
	if c.looks = c.section.kind; c.looks == "" && (c.plan || c.ahead) {
		c.looks = report.Target
	}
	if c.span = (report.Period{}); c.section.years.First < c.section.years.Last && !c.section.unsure {
		c.span = c.section.years
	}
	c.paragraph, c.sentences, c.clauses = report.Period{}, 0, 0
	c.estimates = strings.Contains(p.Text, "预计") || strings.Contains(p.Text, "預計")
}

// leave ends a paragraph. One that ends in a colon introduces the next ones.
func (c *context) leave(p report.Paragraph) {
	if p.Kind == report.Text {
		c.texts++
	}
	if !strings.HasSuffix(p.Text, ":") && !strings.HasSuffix(p.Text, "：") {
		return
	}
	text := foldPlain(p.Text)
	last := text[strings.LastIndex(text, "。")+1:]
	s, aims := c.opens(last), strings.Contains(last[strings.LastIndex(last, ",")+1:], "目标")
	if c.section.kind == report.Result && s.kind == report.Target && !aims && !toDo.MatchString(last) {
		return // 今年的工作是在复杂环境中开展的,主要成效是:
	}
	// In a look back 围绕目标,做了以下工作: is no aim.
	if s.kind != report.Result && (aims || c.section.kind != report.Result && strings.Contains(last, "目标")) {
		s.kind = report.Target
	}
	for _, said := range []report.Period{c.paragraph, c.section.years} {
		if aims && s.years.First == 0 && c.kindOf(said) == report.Target {
			s.years = said
		}
	}
	if s.years.First == 0 && s.kind == c.section.kind {
		s.years, s.both, s.unsure = c.section.years, c.section.both, c.section.unsure
	}
	if s.kind != "" {
		c.flow, c.flowIn = s, p.Section
		c.flowEnd, _ = lastPeriod(last, c.clock)
	}
}

// sentence begins a sentence.
func (c *context) sentence() {
	if c.clauses > 0 {
		c.sentences++
	}
	c.clauses = 0
	c.said, c.inPart, c.base, c.target, c.strives, c.colon, c.summed, c.elapsed, c.part = report.Period{}, report.Period{}, report.Period{}, false, false, false, false, false, 0
}

// clause begins a clause in a part of its sentence.
func (c *context) clause(part int) {
	c.clauses++
	if part != c.part {
		c.inPart, c.strives = report.Period{}, false
	}
	c.part = part
	c.heard = 0
	c.earlier = [3]report.Period{c.paragraph, c.said, c.inPart}
}

// opening hears how a paragraph without numbers opens: 五年来,我们奋力拼搏.
func (c *context) opening(text string) {
	if opens := firstWords(text); mayTell.MatchString(opens) {
		c.sentence()
		c.opensWith(foldPlain(opens))
	}
}

// opensWith hears a sentence without numbers, clause by clause.
func (c *context) opensWith(sentence string) {
	for clause := range strings.SplitAfterSeq(sentence, ",") {
		c.clause(0)
		c.hear(clause)
	}
}

// firstWords are those of the first sentence of a text.
func firstWords(text string) string {
	first, _, _ := strings.Cut(text, "。")
	return strings.ToValidUTF8(first[:min(len(first), 3*longestName)], "")
}
