package indicator

import (
	"strings"

	"jianzhu/generator/pattern"
	"jianzhu/generator/report"
)

var (
	// toDo is said of what is to be done.
	toDo = pattern.MustCompile(`[将拟应须]|(?:^|[^主重需必纲])要|建议|安排|计划|抓好|做好|任务|目标`)
	// estimate is a clause that only says how what comes is known.
	estimate = pattern.MustCompile(`^(?:据?(?:初步|快报)?(?:核算|统计|测算|预计)|预计),?$`)
	address  = pattern.MustCompile(`^(?:各位|同志们|女士们|朋友们)`)
	aims     = pattern.MustCompile(`目标(?:任务)?(?:是|为|:)`)
	// elapsed is told of a part of a year set against that of the year before.
	elapsed = pattern.MustCompile(`今年以来|` + partOfThis + `[^。;]*(?:同期|同比)`)
	// fell is a fall in such a part, which nobody aims at, where the report was given in the middle of the year.
	fell = pattern.MustCompile(partOfThis + `[^。;]*(?:下降|下滑|回落|负增长)$`)
	// lately is told in a look back of what has happened in the year since.
	lately = pattern.MustCompile(`今年(?:元旦|春节|年初|[0-9一二三四五六七八九十]{1,2}(?:月|[-至到]))`)
	// strives is what is wanted; what was won (争取到, 争取上级资金) is not.
	strives = pattern.MustCompile(`力争|争取(?:[^到了并国中上省资部更专项政]|$)`)
)

// partOfThis is a part of a year from its beginning on.
const partOfThis = `(?:[第前]?一季度|上半年|[0-9一]+[-至到][0-9一二三四五六七八九十]+月(?:份)?|前[0-9一二三四五六七八九十]+个月)`

// inView is what a sentence begins with and does not speak of: 聚焦未来五年发展目标,建议2022年.
var inView = pattern.MustCompile(`^(?:聚焦|围绕|锚定|瞄准|着眼|紧扣|对标|为?(?:全面)?(?:完成|实现))[^,;:]{0,24}目标(?:任务)?,`)

// timeless stands in for words that set no time, as long as they are.
func timeless(words string) string {
	return strings.Repeat("—", len(words)/len("—")) + strings.Repeat("-", len(words)%len("—"))
}

// hear takes note of what the next words of a clause say of time.
func (c *context) hear(text string) {
	text = inFigures(text)
	if c.heard == 0 {
		if text = c.addressed(text); text == "" {
			return
		}
	}
	c.target = c.target || strings.Contains(text, "目标") && aims.MatchString(text)
	c.elapsed = c.elapsed || (strings.Contains(text, "同") || strings.Contains(text, "今年")) && elapsed.MatchString(text) || c.within && fell.MatchString(text) ||
		c.section.kind == report.Result && strings.Contains(text, "今年") && lately.MatchString(text)
	c.strives = c.strives || strives.MatchString(text)
	if since := versus.FindStringSubmatch(text); since != nil && c.heard == 0 && c.clauses == 1 && number(since[2]) < number(since[1]) {
		// 1987年同1982年相比: the sentence alone tells of the years between
		c.said = report.Years(number(since[2])+1, number(since[1]))
		c.inPart = c.said
	} else if t, some := c.timeIn(c.untimed(text)); some {
		c.take(text, t)
	} else if strings.Contains(text, "基础上") && c.kindOf(c.inPart) == report.Result && c.section.kind == report.Target {
		c.inPart, c.said = report.Period{}, report.Period{} // 在2020年新增1万个的基础上,再增加
	}
	if toGround.MatchString(text) {
		c.paragraph, c.said, c.inPart = c.earlier[0], c.earlier[1], c.earlier[2]
	}
	c.heard += len(text)
	c.colon = strings.HasSuffix(text, ":")
}

// toGround ends a clause that tells only from where what follows went on, and its time:
// 在2011到2015年平均每年递增8%的基础上,比上年增长14%.
var toGround = pattern.MustCompile(`的基础上,?$`)

// aside hears what parentheses hold without a value: the years of a plan that stands before them are
// no time of what follows.
func (c *context) aside(text string) {
	if y, at := firstPeriod(text, c.clock); at < 0 || y.First == y.Last {
		c.hear(text)
	}
}

// addressed is the beginning of a clause without an address, "" where it is no more than that. A
// clause that only says how what comes is known does not count either: 初步核算,2007年.
func (c *context) addressed(text string) string {
	if address.MatchString(text) {
		at := strings.IndexAny(text, ",:!")
		if at < 0 || len(text)-at < len(",今年") {
			c.clauses-- // 各位代表!2022年是
			return ""
		}
		text = text[at+1:]
	}
	if estimate.MatchString(text) {
		c.clauses--
	}
	return text
}

// untimed is a text without the years in it that are no time of what it tells: those in titles, and
// those of the aims that it begins with and does not speak of.
func (c *context) untimed(text string) string {
	text = entitled.ReplaceAllStringFunc(text, timeless)
	if c.heard == 0 && strings.Contains(text, "目标") {
		text = inView.ReplaceAllStringFunc(text, timeless)
	}
	return text
}

// heardTime is the time that a clause names.
type heardTime struct {
	report.Period
	at      int  // where in it, in bytes
	opening int  // where it names its first
	allYear bool // by 全年
}

// timeIn is the time that a text names, if it is one of what is told in it.
func (c *context) timeIn(text string) (t heardTime, some bool) {
	if said := periods(text, c.clock); len(said) > 0 {
		last := said[len(said)-1]
		if yearIs.MatchString(text) {
			last = said[0]
		}
		t = heardTime{last.Period, last.at, said[0].at, false}
	} else if all, told := c.allYear(text); told {
		at := strings.Index(text, "全年")
		t = heardTime{all, at, at, true}
	} else {
		return t, false
	}
	switch kind := c.kindOf(t.Period); {
	case c.section.kind == report.Result && kind == report.Target:
		// what stands in a look back names plans by their years: “十四五”时期总投资
		return t, t.at <= opensWithin && !inPassing.MatchString(text[:t.at]) && (strings.HasPrefix(text[t.at:], "今年") || !asPlan.MatchString(text[t.at:]))
	case c.section.kind == report.Target && kind == report.Result:
		// and what is to be done is done to what there was: 改造2000年前建成的小区, 抓好去年引进的项目
		return t, (t.at <= opensWithin && !workedOn.MatchString(text[:t.at]) || atValue.MatchString(text[t.at:])) && !fromThen.MatchString(text[t.at:])
	}
	return t, true
}

var (
	// workedOn comes before a year of which something is that is to be worked on.
	workedOn = pattern.MustCompile(`(?:完成|抓好|搞好|做好|办好|用好|推[进动]|确保|力争|争取|加快|巩固|发展|落实|实[施现]|启动|接续|继续|兑现|解决|改造|建成|全面|保持|拟从|[将把对由])[^,;:]{0,8}$`)
	// atValue is one whose value follows: 提高到1995年的|4344元.
	atValue = pattern.MustCompile(`^(?:19|20)[0-9]{2}年[底末]?的?$`)
	// fromThen is a past year from which on something is still so.
	fromThen = pattern.MustCompile(`^[^,;。]{0,9}年(?:起|以来|开始|前|底前|以前|之前)`)
)

// take takes the time that a clause names for its part of the sentence, and where it opens the
// sentence or the paragraph with it, for these; and where it opens so as to tell of that time at
// length, for the paragraphs that follow.
func (c *context) take(text string, t heardTime) {
	c.inPart = t.Period
	picks := c.picks(text, t.Period)
	if c.heard > 0 || t.opening > opensWithin || c.clauses > 1 && !c.colon && !picks && !byWhen.MatchString(text) {
		return
	}
	c.said = t.Period
	if c.clauses > 1 && !picks || !c.governs(text, t.Period) {
		return
	}
	c.paragraph = t.Period
	c.turn(text, t.Period)
	if c.sentences > 0 && 0 < t.Last-t.First && t.Last-t.First < 3 {
		return // 三年来,防疫
	}
	if !t.allYear && opensRun.MatchString(text) && (t.First < t.Last || !ofOne.MatchString(text)) {
		c.run, c.spans = t.Period, c.spans || t.First < t.Last
	}
}

// governs reports whether a time that opens a sentence is that of the rest of its paragraph: that of
// the first is, and where one takes over.
func (c *context) governs(text string, y report.Period) bool {
	switch {
	case c.sentences == 0:
		return !ofOneWork.MatchString(text)
	case c.sentences == 1 && c.section.kind == report.Target && c.paragraph.First == 0 && y.Last > c.year && byWhen.MatchString(text):
		return true // 抓好重大项目建设。到2007年,建成甲水库。完成光缆1000公里
	case c.section.kind == report.Target && c.kindOf(c.paragraph) == report.Result && c.kindOf(y) == report.Target:
		return true // 去年完成28项。今年,突出抓好32个项目
	}
	return takesOver.MatchString(text)
}

// byWhen is a clause that says no more than by when all is to be that follows: 到2010年,.
var byWhen = pattern.MustCompile(`^(?:力争|确保|争取|预计|预期)?到(?:(?:19|20)[0-9]{2}年|“?[七八九十][一二三四]?五”?)[底末]?,$`)

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
var versus = pattern.MustCompile(`^((?:19|20)[0-9]{2})年[底末]?[同与和跟]((?:19|20)[0-9]{2})年[底末]?(?:相比|比较|比)`)

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
var yearIs = pattern.MustCompile(`^(?:19|20)[0-9]{2}年,?是`)

// inPassing comes before a year that a work is only turned to: 围绕实现2017年脱贫的目标.
var inPassing = pattern.MustCompile(`^(?:我们)?(?:紧紧)?(?:围绕|按照|根据|对标|瞄准|锚定|聚焦|着眼|为|(?:提前|如期|基本)*(?:实现|完成)了?)`)

// asPlan is a plan that was made, and not its time: “十四五”发展规划.
var asPlan = pattern.MustCompile(`^(?:19|20)[0-9]{2}年?(?:[-~至到]|—+|–)(?:19|20)[0-9]{2}年[^,。;]{0,12}(?:规划|计划|纲要|方案|行动)|^“?[^,。;”]{1,4}”?[^,。;]{0,8}(?:规划|计划|纲要|方案)`)

// entitled is a title: its years are not said of what is done under it.
var entitled = pattern.MustCompile(`《[^》]*》?|“(?:19|20)[0-9]{2}年[^”]*”?`)

// opensRun is how a paragraph opens that tells of a time with those that follow it,
// and not of an event in it (2021年8月).
var opensRun = pattern.MustCompile(`^[^,]{0,12}(?:年|[一两二三四五]年来|以来|时期|期间|五年|一年|年(?:弹指|砥砺|耕耘|奋斗|拼搏|磨砺)[^,]{0,4}|(?:回望|回首)“[^”]{1,3}五”)[里中间]?(?:,|是|我们|[全我][省市县区州])|^这是[^,。;]{0,30}的[三四五]年|^(?:19|20)[0-9]{2}年(?:[^,。;、0-9]{4}、)*[^,。;、0-9]{4}[,。]`)

// ofOne is how a paragraph opens that tells of one thing in a year, and its number follows:
// 2007年全市高新技术产值|2100亿元.
var ofOne = pattern.MustCompile(`^(?:19|20)[0-9]{2}年[^,。;:是]*$`)

// takesOver is how a sentence within a paragraph opens from which on this tells of another
// time: 五年来, 刚刚过去的2016年.
var takesOver = pattern.MustCompile(`^(?:特别是|尤其是)?在?(?:刚刚过去|(?:刚刚)?过去的?(?:一年|[两三四五]年))|^[三四五]年来|^这[三四五]年,|^这是[^,。;]{0,30}的[三四五]年|^“?[七八九十][一二三四]?五”?时期[,是]`)

// opensWithin is how far from a clause's start, in bytes, a word of time is said
// of all that follows.
const opensWithin = 24
