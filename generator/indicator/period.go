package indicator

import (
	"regexp"
	"strconv"
	"strings"

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
var when = regexp.MustCompile(`((?:19|20)\d\d)年?(?:-|~|—+|–|至|到)((?:19|20)\d\d)年|((?:19|20)\d\d)年|“?((?:十[一二三四五六七八九]?|[六七八九]))五(?:”?(?:规划|计划)?(?:时期|期间|以来|期末|末|五年|收官)|”(?:回顾|工作|发展|计划执行|建设|成就))|第(十[一二三四五六七八九]?)个五年|(今后一个时期|今后五年|未来五年|今后5年|未来5年|接下来五年)|(五年来|过去五年|过去的五年|近五年|这五年|五年间|五年累计|五年共|过去5年)|(今年|本年度|新的一年)|(去年|上年|上一年|前一年|前年度)|(明年|下一年)|(过去一年|过去的一年|一年来|一年以来)`)

// comparison comes before a time that something is only compared with.
var comparison = regexp.MustCompile(`(?:比|较|与|相对于|相较|和|超过|同|快于|慢于|高于|低于|优于|好于|多于|少于)“?$`)

// measured comes after a time that only gives the measure: 是2019年的3倍, 在2020年基础上.
var measured = regexp.MustCompile(`^[底末]?(?:的)?(?:基础上|水平|同期|相比)|^的[0-9.]+倍`)

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
	year  int // that the report is for, as 今后五年 does; 0 where unknown
	given int // in which it is given, as 今年 does: the same, or the one before
}

type saidPeriod struct {
	report.Period
	at int
}

func periods(text string, t clock) []saidPeriod {
	var all []saidPeriod
	if !strings.ContainsAny(text, "年五期") {
		return nil // as all of when need one of them
	}
	for _, m := range when.FindAllStringSubmatchIndex(text, -1) {
		if comparison.MatchString(text[max(0, m[0]-12):m[0]]) || measured.MatchString(text[m[1]:min(len(text), m[1]+24)]) {
			continue
		}
		if p := periodOf(text, m, t); p.First > 0 {
			all = append(all, saidPeriod{Period: p, at: m[0]})
		}
	}
	return all
}

func periodOf(text string, m []int, t clock) report.Period {
	group := func(n int) string {
		if m[2*n] < 0 {
			return ""
		}
		return text[m[2*n]:m[2*n+1]]
	}
	number := func(n int) int {
		i, _ := strconv.Atoi(group(n))
		return i
	}
	switch {
	case group(1) != "":
		return report.Years(min(number(1), number(2)), max(number(1), number(2)))
	case group(3) != "":
		return report.Years(number(3), number(3))
	case group(4) != "":
		return fiveYears(group(4))
	case group(5) != "":
		return fiveYears(group(5))
	case t.year == 0:
		return report.Period{}
	case group(6) != "":
		return report.Years(t.year, t.year+4)
	case group(7) != "":
		return report.Years(t.year-5, t.year-1)
	case group(8) != "":
		return report.Years(t.given, t.given)
	case group(9) != "":
		return report.Years(t.given-1, t.given-1)
	case group(10) != "":
		return report.Years(t.given+1, t.given+1)
	}
	return report.Years(t.year-1, t.year-1)
}

// fiveYears are the years of a five-year plan, the sixth or later, by its number.
func fiveYears(number string) report.Period {
	rest, later := strings.CutPrefix(number, "十")
	n := 0
	if rest != "" {
		n = strings.Index("零一二三四五六七八九", rest) / len("一")
	}
	if later {
		n += 10
	}
	first := 1951 + 5*n
	return report.Years(first, first+4)
}
