package indicator

import (
	"strconv"
	"strings"

	"jianzhu/generator/pattern"
	"jianzhu/generator/report"
)

// yearBefore is the year before a period begins, as the state that it changes.
func yearBefore(y report.Period) report.Period {
	if y.First == 0 {
		return y
	}
	return report.Years(y.First-1, y.First-1)
}

// when finds what is said of time: years, five-year plans by their number, and
// words that count from the year of the report.
var when = pattern.MustCompile(strings.Join([]string{
	`(?P<first>(?:19|20)\d\d)年?(?:-|~|—+|–|至|到)(?P<last>(?:19|20)\d\d)年`,
	`(?P<from>(?:19|20)\d\d)年(?P<month>1?\d)?月?[^,。;]{0,24}(?:会议|换届|当选|产生|就职|任职|履职|组建|成立)以来`,
	`(?P<year>(?:19|20)\d\d)年`,
	`“?(?P<plan>十[一二三四五六七八九]?|[六七八九])五(?:”?(?:规划|计划)?(?:时期|期间|以来|五年|收官|(?P<end>期?末))|”(?:回顾|工作|发展|计划执行|建设|成就))`,
	`(?:回望|回首|走过|告别)“(?P<plan>十[一二三四五六七八九]?|[六七八九])五”`,
	`第(?P<nth>十[一二三四五六七八九]?)个五年`,
	`第(?P<nth>[一二三四五六七八九])个五年计划`, // and not 新征程的第一个五年
	`(?P<period>今后一个时期)`,
	`(?:今后|未来|接下来)的?(?P<coming>` + count + `)年`,
	`(?:过去|近|这)的?(?P<past>` + count + `)年`,
	`(?P<since>` + count + `)年来`,
	`这是[^,。;]{0,30}的(?P<through>` + count + `)年`,
	`(?P<through>` + count + `)年(?:间|累计|共|里|中|弹指|砥砺|耕耘|奋斗|拼搏|磨砺)`,
	`^(?P<through>[三四五])年[,!]`,
	`(?:[本这]届政府)[^,。;0-9]{0,10}(?P<through>` + count + `)年`,
	`(?P<within>` + count + `)年(?:新增|完成|建成|投入|筹[措集]|改造|新建|实现|(?:造林|植树)$)`,
	`届人(?:大|民代表大会)第?一次会议以来的(?P<since>` + count + `)年`,
	`(?P<term>届人(?:大|民代表大会)第?一次会议以来)`,
	`(?P<within>` + count + `)年(?:之?内|时间)`,
	`(?:力争|争取|用)(?P<within>` + count + `)年`,
	`(?P<now>今年|本年度)`,
	`(?P<new>新的一年)`,
	`(?P<before>去年|上年|上一年|前一年|前年度)`,
	`(?P<school>学前一年)`, // which is no time
	`(?P<next>明年|下一年)`,
	`(?P<this>这一年)`,
	`(?P<gone>过去一年|过去的一年|一年来|一年以来)`,
	`(?P<century>世纪末)`,
}, "|"))

// mayTell is a character of which each of these has one.
var mayTell = pattern.MustCompile(`[年五期世届]`)

// count is a number of years, from two on.
const count = `[二三四]?十[一二三四五六七八九]?|[两二三四五六七八九]|[1-9]\d|[2-9]`

// spelt is a year digit by digit: 一九九三年.
var spelt = pattern.MustCompile(`(?:一九|二[〇○零0])[〇○零0一二三四五六七八九]{2}年`)

// inFigures is a text with its years in figures.
func inFigures(text string) string { return spelt.ReplaceAllStringFunc(text, digitOf.Replace) }

var digitOf = strings.NewReplacer("〇", "0", "○", "0", "零", "0", "一", "1", "二", "2", "三", "3", "四", "4", "五", "5", "六", "6", "七", "7", "八", "8", "九", "9")

// comparison comes before a time that something is only compared with; with joins it
// to what is told, and compares where compares stands behind: 与2015年相比.
var (
	comparison = pattern.MustCompile(`(?:按照?|比|较|恢复[到至]?了?|相当于|相对于|相较|超过|快于|慢于|高于|低于|优于|好于|多于|少于)“?$`)
	with       = pattern.MustCompile(`(?:与|和|同)“?$`)
	// inARow comes before years that are counted or numbered one by one, or saved, or planned:
	// 连续三年完成, 第二年, 提前两年完成; and 以上年销售收入, which is no last year.
	inARow = pattern.MustCompile(`(?:连续|提前|任务|计划|第|每|满|分|以|“十|[0-9]\.)$`)
	// quoted comes after years of a slogan: “五年增绿、十年建成森林城市”目标.
	quoted   = pattern.MustCompile(`^[^“”,。;]{0,12}”`)
	compares = pattern.MustCompile(`^[^,。;]{0,12}(?:相比|比较|持平|同期|相当)`)
)

// measured comes after a time that only gives the measure or tells which things are
// meant: 是2019年的3倍, 在2020年基础上, 2000年底以前发布的.
var measured = pattern.MustCompile(`^[底末]?(?:的)?(?:水平|同期|相比)|^[^,。;]{0,10}基础上|^的[0-9.]+倍|^[底末]?[以之]?前[^,。、]{1,6}的|^(?:不变)?价|^(?:以来[^,。;]{0,8})?(?:最[^后近]|新高|第一|首[次个家例获度]|再次|唯一|罕见|少有|未有)|^(?:出台|下达|印发|制定|发布|提出|启动|开工)的`)

// upTo and ofThen stand around a year by the end of which there were things, of which it tells
// later: 截至2013年底的156个项目.
var (
	upTo   = pattern.MustCompile(`截[至止]$`)
	ofThen = pattern.MustCompile(`^[底末]的(?:$|[0-9.]+[^0-9.%亿万元])`)
)

// ofOneWork opens a sentence with how many years a work took, which what follows did not:
// 用三年时间改造公路.
var ofOneWork = pattern.MustCompile(`^[^,;:]{0,12}(?:用(?:` + count + `)年|(?:` + count + `)年(?:新增|完成|建成|投入|筹[措集]|改造|新建|实现|(?:造林|植树)$))`)

// lastPeriod returns the last period that a text names, counted from the years
// of the report where it needs that, and where in the text it begins, in bytes;
// -1 where there is none.
func lastPeriod(text string, t clock) (y report.Period, at int) {
	all := periods(text, t)
	if len(all) == 0 {
		return report.Period{}, -1
	}
	return all[len(all)-1].Period, all[len(all)-1].at
}

// firstPeriod is lastPeriod for the first.
func firstPeriod(text string, t clock) (y report.Period, at int) {
	all := periods(text, t)
	if len(all) == 0 {
		return report.Period{}, -1
	}
	return all[0].Period, all[0].at
}

// clock is what words of time count from.
type clock struct {
	year  int                  // that the report is for, as 今后五年 does; 0 where unknown
	given int                  // in which it is given, as 今年 does: the same, or the one before
	span  report.Period        // that the text is on, where it is on several years
	looks report.IndicatorKind // where the text looks, by which 三年内 are the last or the next ones
}

type saidPeriod struct {
	report.Period
	at int
}

func periods(text string, t clock) []saidPeriod {
	var all []saidPeriod
	if !mayTell.MatchString(text) {
		return nil
	}
	text = inFigures(text)
	for _, m := range when.FindAllStringSubmatchIndex(text, -1) {
		before, after := text[max(0, m[0]-12):m[0]], text[m[1]:min(len(text), m[1]+45)]
		if comparison.MatchString(before) || upTo.MatchString(before) && ofThen.MatchString(after) || inARow.MatchString(before) || quoted.MatchString(after) && !strings.ContainsAny(text[m[0]:m[1]], "“”") || measured.MatchString(after) || with.MatchString(before) && compares.MatchString(after) {
			continue
		}
		if p := periodOf(text, m, t); p.First > 0 {
			all = append(all, saidPeriod{Period: p, at: m[0]})
		}
	}
	return all
}

// groupNames are the names in when, by number.
var groupNames = when.SubexpNames()

// lateMonth is from when on a government that is elected has its first full year with the next.
const lateMonth = 9

// sinceThen comes after a year from which on a look back tells: 自2013年以来.
var sinceThen = pattern.MustCompile(`^(?:起|以来|开始)`)

// periodOf is the period that a match of when is, or none.
func periodOf(text string, m []int, t clock) report.Period {
	n := 1
	for m[2*n] < 0 {
		n++ // one of its alternatives has matched, with what it has to say
	}
	said := text[m[2*n]:m[2*n+1]]
	switch name := groupNames[n]; name {
	case "first":
		first, last := number(said), number(text[m[2*n+2]:m[2*n+3]])
		return report.Years(min(first, last), max(first, last))
	case "from":
		y := report.Years(number(said), t.year-1)
		if m[2*n+2] >= 0 && number(text[m[2*n+2]:m[2*n+3]]) >= lateMonth {
			y.First++ // its work began with the next
		}
		if y.First > y.Last {
			return report.Period{}
		}
		return y
	case "year":
		y := report.Years(number(said), number(said))
		if t.looks == report.Result && y.Last < t.year && sinceThen.MatchString(text[m[1]:]) {
			y.Last = t.year - 1
		}
		return y
	case "plan":
		y := fiveYears(said)
		if m[2*n+2] >= 0 {
			y.First = y.Last
		}
		return y
	case "nth":
		return fiveYears(said)
	case "century":
		if 0 < t.year && t.year < 2000 {
			return report.Years(2000, 2000)
		}
		return report.Period{}
	default:
		if t.year == 0 {
			return report.Period{}
		}
		return t.counted(name, number(said))
	}
}

// counted are years that a text names by how far they are from its own.
func (t clock) counted(name string, n int) report.Period {
	if t.span.Last-t.span.First == n-1 && (name == "within" || name == "through") {
		return t.span // in what is told of a plan 五年内 is all of it
	}
	switch name {
	case "period":
		return report.Years(t.year, t.year+4)
	case "coming":
		return report.Years(t.year, t.year+n-1)
	case "through":
		if t.looks == report.Target {
			return report.Period{} // in a plan 五年间 is of the years to come
		}
	case "within":
		switch t.looks {
		case report.Target:
			return report.Years(t.given, t.given+n-1)
		case "":
			return report.Period{}
		}
	case "now":
		return report.Years(t.given, t.given)
	case "before":
		return report.Years(t.given-1, t.given-1)
	case "next":
		return report.Years(t.given+1, t.given+1)
	case "term":
		n = 5 // as it is said at the end of a term
	case "new":
		return report.Years(t.year, t.year)
	case "this":
		if t.looks == report.Target {
			return report.Years(t.year, t.year)
		}
		n = 1
	case "gone":
		n = 1
	case "school":
		return report.Period{}
	}
	return report.Years(t.year-n, t.year-1)
}

// number is a small number in figures or in Chinese numerals, or 0.
func number(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	if s == "两" {
		return 2
	}
	tens, units, compound := strings.Cut(s, "十")
	if !compound {
		return numeral(s)
	}
	return 10*max(1, numeral(tens)) + numeral(units)
}

// numeral is a single Chinese numeral, or 0.
func numeral(s string) int {
	if s == "" {
		return 0
	}
	return max(0, strings.Index("零一二三四五六七八九", s)/len("一"))
}

// fiveYears are the years of a five-year plan by its number.
func fiveYears(nth string) report.Period {
	first := 1951 + 5*number(nth)
	if n := number(nth); n <= 2 {
		first = 1948 + 5*n // three years lie between the second and the third
	}
	return report.Years(first, first+4)
}
