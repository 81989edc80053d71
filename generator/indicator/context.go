package indicator

import (
	"regexp"
	"slices"
	"strings"

	"jianzhu/generator/report"
)

// context is what is known of time at a place in the report.
type context struct {
	clock
	plan    bool
	ahead   bool          // all of the report is of the coming years
	stances []stance      // of each paragraph, from the headings above it
	flow    stance        // of an introduction that ends in a colon
	flowEnd report.Period // the last time that it names
	flowIn  string        // the section that it holds in
	flowOf  int           // and the part
	partOf  []int         // of each paragraph, a number

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
}

var (
	// estimate is a clause that only says how what comes is known.
	estimate = regexp.MustCompile(`^(?:据?(?:初步|快报)?(?:核算|统计|测算|预计)|预计),?$`)
	address  = regexp.MustCompile(`^(?:各位|同志们|女士们|朋友们)`)
	aims     = regexp.MustCompile(`目标(?:任务)?(?:是|为|:)`)
	// elapsed is told of a part of a year set against that of the year before.
	elapsed = regexp.MustCompile(`(?:[第前]?一季度|上半年|[0-9一]+[-至到][0-9一二三四五六七八九十]+月(?:份)?|前[0-9一二三四五六七八九十]+个月)[^。;]*(?:同期|同比)`)
	// strives is what is wanted; what was won (争取到, 争取上级资金) is not.
	strives = regexp.MustCompile(`力争|争取(?:[^到了并国中上省资部更专项政]|$)`)
)

func newContext(r *report.Report) *context {
	c := &context{clock: clock{year: r.Meta.Year}, plan: r.Meta.IsPlan(), stances: make([]stance, len(r.Paragraphs)), partOf: make([]int, len(r.Paragraphs))}
	if c.year == 0 {
		if y, at := firstPeriod(foldPlain(r.Meta.Title), clock{}); at >= 0 {
			c.year = y.First
		}
	}
	if !c.plan {
		c.year = headedYear(r, c.year)
	}
	c.given = c.year
	switch late := lateIn(r); {
	case !c.plan && late > 0 && late == c.year:
		c.year++
	case !c.plan && late > 0 && late == c.year-1, givenBefore(r, c.year):
		c.given--
	}
	c.ahead = len(r.Meta.Covers) > 0 && !slices.ContainsFunc(r.Meta.Covers, func(y int) bool { return y < c.year })
	c.readStances(r)
	return c
}

// kindOf is what a number of some years is in a report of the year.
func (c *context) kindOf(y report.Period) report.IndicatorKind {
	switch {
	case y.First == 0 || c.year == 0:
		return ""
	case y.Last < c.year:
		return report.Result
	}
	return report.Target
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
	c.section = c.stances[i]
	if c.flow != (stance{}) {
		c.section = c.flow
	}
	if c.looks = c.section.kind; c.looks == "" && (c.plan || c.ahead) {
		c.looks = report.Target
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
	// In a look back 围绕目标,做了以下工作: is no aim.
	if s.kind != report.Result && (aims || c.section.kind != report.Result && strings.Contains(last, "目标")) {
		s.kind = report.Target
	}
	for _, said := range []report.Period{c.paragraph, c.section.years} {
		if aims && s.years.First == 0 && c.kindOf(said) == report.Target {
			s.years = said
		}
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
}

// opening hears how a paragraph without numbers opens: 五年来,我们奋力拼搏.
func (c *context) opening(text string) {
	if opens := firstWords(text); strings.Contains(opens, "年") {
		c.sentence()
		c.clause(0)
		c.hear(foldPlain(opens))
	}
}

// firstWords are those of the first sentence of a text.
func firstWords(text string) string {
	first, _, _ := strings.Cut(text, "。")
	return strings.ToValidUTF8(first[:min(len(first), 3*longestName)], "")
}

// inView is what a sentence begins with and does not speak of: 聚焦未来五年发展目标,建议2022年.
var inView = regexp.MustCompile(`^(?:聚焦|围绕|锚定|瞄准|着眼|紧扣|对标)[^,;:]{0,24}目标,`)

// timeless stands in for words that set no time, as long as they are.
func timeless(words string) string {
	return strings.Repeat("—", len(words)/len("—")) + strings.Repeat("-", len(words)%len("—"))
}

// hear takes note of what the next words of a clause say of time.
func (c *context) hear(text string) {
	if c.heard == 0 && address.MatchString(text) {
		at := strings.IndexAny(text, ",:!")
		if at < 0 || len(text)-at < len(",今年") {
			c.clauses-- // 各位代表!2022年是
			return
		}
		text = text[at+1:]
	}
	if c.heard == 0 && estimate.MatchString(text) {
		c.clauses-- // 初步核算,2007年
	}
	c.target = c.target || strings.Contains(text, "目标") && aims.MatchString(text)
	c.elapsed = c.elapsed || strings.Contains(text, "同") && elapsed.MatchString(text)
	c.strives = c.strives || strives.MatchString(text)
	if strings.Contains(text, "《") {
		text = entitled.ReplaceAllStringFunc(text, timeless)
	}
	if c.heard == 0 && strings.Contains(text, "目标") {
		text = inView.ReplaceAllStringFunc(text, timeless)
	}
	y, at, opening := report.Period{}, -1, -1
	if said := periods(text, c.clock); len(said) > 0 {
		last := said[len(said)-1]
		if yearIs.MatchString(text) {
			last = said[0]
		}
		y, at, opening = last.Period, last.at, said[0].at
	}
	of, all := c.allYear(text)
	if all && at < 0 {
		y, at = of, strings.Index(text, "全年")
		opening = at
	}
	if at >= 0 && c.section.kind == report.Result && c.kindOf(y) == report.Target && (at > opensWithin || inPassing.MatchString(text[:at]) || asPlan.MatchString(text[at:])) {
		at = -1 // what stands in a look back names plans by their years: “十四五”时期总投资
	}
	if since := versus.FindStringSubmatch(text); since != nil && c.heard == 0 && c.clauses == 1 && number(since[2]) < number(since[1]) {
		// 1987年同1982年相比: the sentence alone tells of the years between
		c.said = report.Years(number(since[2])+1, number(since[1]))
		c.inPart, at = c.said, -1
	}
	if at >= 0 {
		c.inPart = y
		if c.heard == 0 && opening <= opensWithin && (c.clauses == 1 || c.colon || c.picks(text, y)) {
			c.said = y
			if (c.clauses == 1 || c.picks(text, y)) && (c.sentences == 0 && !ofOneWork.MatchString(text) || takesOver.MatchString(text)) {
				c.paragraph = y
				c.turn(text, y)
				if !all && opensRun.MatchString(text) && (y.First < y.Last || !ofOne.MatchString(text)) {
					c.run, c.spans = y, c.spans || y.First < y.Last
				}
			}
		}
	}
	c.heard += len(text)
	c.colon = strings.HasSuffix(text, ":")
}

// allYear is the year of which 全年 is said where the text speaks of several: the last
// in a look back, else the report's own.
func (c *context) allYear(text string) (report.Period, bool) {
	if !strings.Contains(text, "全年") || c.plan {
		return report.Period{}, false
	}
	y := c.section.years
	for _, said := range []report.Period{c.paragraph, c.said, c.inPart} {
		if said.First > 0 {
			y = said
		}
	}
	if y.First == y.Last || c.section.kind == "" {
		return report.Period{}, false
	}
	if c.section.kind == report.Result {
		return report.Years(y.Last, y.Last), true
	}
	return report.Years(c.year, c.year), true
}

// versus opens a sentence that sets one year against another.
var versus = regexp.MustCompile(`^((?:19|20)[0-9]{2})年[底末]?[同与和跟]((?:19|20)[0-9]{2})年[底末]?(?:相比|比较|比)`)

// picks reports whether the second clause of a paragraph picks one of the years that the first told
// of: 在过去五年中,2022年是.
func (c *context) picks(text string, y report.Period) bool {
	if c.clauses != 2 || c.sentences > 0 || !yearIs.MatchString(text) {
		return false
	}
	all := c.paragraph
	return all.First < y.First && y.Last <= all.Last || y.First < all.First || all == y
}

// yearIs opens what is told of a year, whatever it is of: 2020年是“十三五”收官之年.
var yearIs = regexp.MustCompile(`^(?:19|20)[0-9]{2}年,?是`)

// inPassing comes before a year that a work is only turned to: 围绕实现2017年脱贫的目标.
var inPassing = regexp.MustCompile(`^(?:我们)?(?:紧紧)?(?:围绕|按照|根据|对标|瞄准|锚定|聚焦|着眼|为|(?:提前|如期|基本)*(?:实现|完成)了?)`)

// asPlan is a plan that was made, and not its time: “十四五”发展规划.
var asPlan = regexp.MustCompile(`^“?[^,。;”]{1,4}”?[^,。;]{0,8}(?:规划|计划|纲要|方案)`)

// entitled is a title: its years are not said of what is done under it.
var entitled = regexp.MustCompile(`《[^》]*》?`)

// opensRun is how a paragraph opens that tells of a time with those that follow it,
// and not of an event in it (2021年8月).
var opensRun = regexp.MustCompile(`^[^,]{0,12}(?:年|[一两二三四五]年来|以来|时期|期间|五年|一年|年(?:弹指|砥砺|耕耘|奋斗|拼搏|磨砺)[^,]{0,4}|(?:回望|回首)“[^”]{1,3}五”)[里中间]?(?:,|是|我们|[全我][省市县区州])`)

// ofOne is how a paragraph opens that tells of one thing in a year, and its number follows:
// 2007年全市高新技术产值|2100亿元.
var ofOne = regexp.MustCompile(`^(?:19|20)[0-9]{2}年[^,。;:是]*$`)

// takesOver is how a sentence within a paragraph opens from which on this tells of another
// time: 五年来, 刚刚过去的2016年.
var takesOver = regexp.MustCompile(`^(?:特别是|尤其是)?在?(?:刚刚过去|(?:刚刚)?过去的?(?:一年|[两三四五]年))|^[三四五]年来|^这[三四五]年,|^“?[七八九十][一二三四]?五”?时期[,是]`)

// opensWithin is how far from a clause's start, in bytes, a word of time is said
// of all that follows.
const opensWithin = 24

// end is the year at which something is reached: in a look back the last of its years,
// and else where an introduction named it too, as in “十四五”时期的目标,到2025年.
func (c *context) end(y report.Period, atEnd, level bool) report.Period {
	if atEnd && y.Last < c.year {
		return report.Years(y.Last, y.Last)
	}
	if end := c.flowEnd; level && c.flow != (stance{}) && end.First == end.Last && y.First < end.First && y.Last == end.Last {
		return end
	}
	return y
}

// spansYears reports whether the sentence, or else its paragraph, tells of several years.
func (c *context) spansYears() bool {
	for _, said := range []report.Period{c.inPart, c.said, c.paragraph} {
		if said.First > 0 {
			return said.First < said.Last
		}
	}
	return c.run.First == 0 && c.section.years.First < c.section.years.Last
}

// reach is told of a value with its growth a year over several years, or in the last of
// them (总额884亿元,年均增长15%; 比上年增长9%): it is one of the last of them, unless the sentence calls it theirs.
func (c *context) reach(i *report.Indicator, growth report.Indicator) {
	if i.Name == growth.Name && !i.Growth && i.Kind == report.Result && i.Period.Last == growth.Period.Last && c.inPart.First == 0 && len(i.Said) == 0 {
		i.Period.First = i.Period.Last
	}
}

// sum are the years of a sum over several that is told beside a level at their end.
func (c *context) sum(y report.Period) report.Period {
	if all := c.section.years; y.First == y.Last && c.inPart.First == 0 && all.First < all.Last && all.Last == y.Last {
		return all
	}
	return y
}

// whole are the years of a change in all of a period that is said of a single year: from
// now to a later one (到2027年年均增长7%), or of the period that ends with it.
func (c *context) whole(y report.Period, yearly bool) report.Period {
	if y.First != y.Last || c.year == 0 {
		return y
	}
	for _, said := range []report.Period{c.said, c.paragraph, c.run, c.section.years} {
		if said.First < said.Last && said.Last == y.Last {
			return said
		}
	}
	switch {
	case y.First > c.year:
		return report.Years(c.year, y.Last)
	case yearly && y.Last < c.year && y.Last%5 == 0 && y.Last > 0:
		return report.Years(y.Last-4, y.Last) // a plan ends with it
	case yearly && y.Last < c.year:
		return report.Period{} // of more years than the text says
	}
	return y
}

// years are so many, the last ones up to a period in a look back, or else from it on.
func (c *context) years(y report.Period, n int, kind report.IndicatorKind) report.Period {
	switch {
	case y.First > 0 && kind == report.Result:
		return report.Years(y.Last-n+1, y.Last)
	case y.First > 0:
		return report.Years(y.First, y.First+n-1)
	}
	return y
}

// now is the kind and the period of a number at the place that was heard to.
func (c *context) now() (report.IndicatorKind, report.Period) {
	y := report.Period{}
	for _, said := range []report.Period{c.inPart, c.said, c.paragraph} {
		if kind := c.kindOf(said); kind != "" {
			if c.elapsed && said.Last <= c.given {
				kind = report.Result
			}
			return kind, said
		}
		if y.First == 0 {
			y = said
		}
	}
	kind := c.section.kind
	later := c.section.years.First > 0 && y.First > c.section.years.Last
	switch {
	case c.target || later || c.strives && kind != report.Result:
		kind = report.Target
	case kind == "" && (c.plan || c.ahead):
		kind = report.Target
	case kind == "":
		kind = report.Open
	}
	if y.First == 0 {
		y = c.usual(kind)
	}
	if c.elapsed && kind == report.Target && y == report.Years(c.given, c.given) {
		kind = report.Result
	}
	return kind, y
}

// before is the kind and the period of what a change begins with, which ends in a
// period: what its own words say, or those of an earlier one in the sentence, or
// the year before.
func (c *context) before(words string, dated bool, y report.Period) (report.IndicatorKind, report.Period) {
	if dated {
		c.base, _ = lastPeriod(words, c.clock)
	}
	switch {
	case c.base.First > 0:
		return report.Result, c.base
	case ofPart.MatchString(words):
		return report.Result, y // 由一季度的3.8%回升到全年的6.5%
	}
	return report.Result, yearBefore(y)
}

// ofPart is said of a part of a year.
var ofPart = regexp.MustCompile(`季度|半年|[0-9一二三四五六七八九十]月`)

// usual is the period of a number of a kind where no sentence names one.
func (c *context) usual(kind report.IndicatorKind) report.Period {
	switch {
	case kind == report.Result && kind == c.section.kind && c.turned:
		return report.Years(c.section.years.Last, c.section.years.Last)
	case kind == report.Result && kind == c.section.kind && (c.spans || c.section.both) && (c.run == report.Years(c.section.years.Last, c.section.years.Last) || c.section.both && c.run.Last == c.section.years.Last):
		return c.run // the last year of a look back on several, or these
	case kind == report.Target && kind == c.section.kind && c.run.First > 0 && (c.spans || !c.plan) && c.run == report.Years(c.section.years.First, c.section.years.First):
		return c.run // the first year of a look ahead on several
	case kind == c.section.kind && c.section.years.First > 0:
		return c.section.years
	case c.year == 0 || kind == report.Open:
		return report.Period{}
	case kind == report.Target && c.plan:
		return report.Years(c.year, c.year+4)
	case kind == report.Target:
		return report.Years(c.year, c.year)
	case c.plan:
		return report.Years(c.year-5, c.year-1)
	}
	return report.Years(c.year-1, c.year-1)
}
