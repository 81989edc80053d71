package indicator

import (
	"slices"
	"strings"

	"jianzhu/generator/pattern"
	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

var (
	goingOn   = pattern.MustCompile(anyOf("goingOn") + `|` + anyOf("paces") + anyOf("works") + `$`)
	planned   = pattern.MustCompile(anyOf("planned") + `|计划(?:` + count + `)年`)
	fulfilled = pattern.MustCompile(anyOf("planFulfilled") + `[^,]{0,4}` + anyOf("planned"))
	// reachable leads to what can be reached; onceBuilt says that it is by what is yet to be built.
	reachable = pattern.MustCompile(`[^许认]可(?:达到?|实现|完成|新增)[^,;计划拟将]{0,12}$`)
	onceBuilt = pattern.MustCompile(`后|投产|达产|建成|投用|项目|工程|拟|将|年产|每年|年均`)
	standing  = pattern.MustCompile(`^(?:[我全][省市县区州旗镇乡])?` + anyOf("standing"))
	thereIs   = pattern.MustCompile(`(?:^|[^比较])[现原]有$`)
	already   = pattern.MustCompile(`^(?:现在|目前|当前|如今)[^,]*(?:已经|已达|已有)`)
	becomes   = pattern.MustCompile(anyOf("changed"))
)

// settled is the kind of a value, known from what is said of time, by what its clause
// says besides: neither what goes on or is planned is a result, nor how things stand a
// target. before is the clause as far as the value. What can be reached by an estimate of a year
// that is all but over is a result like any other.
func settled(kind report.IndicatorKind, before string, goesOn, estimates bool) report.IndicatorKind {
	foreseen := planned.MatchString(before) && !(reachable.MatchString(before) && (estimates || strings.Contains(before, "全年")) && !onceBuilt.MatchString(before))
	if kind == report.Result && (goesOn || foreseen && !fulfilled.MatchString(before)) {
		return report.Open
	}
	return kind
}

// stands reports whether a clause tells, as far as a value, how things stand, in whatever part of a report.
func stands(before string) bool {
	return standing.MatchString(before) && !becomes.MatchString(before) || already.MatchString(before) || thereIs.MatchString(before)
}

// onGround reports whether a value is one from which what is to come goes on: 在连续两年增长13%的基础上.
func (n named) onGround(l *line, in clause) bool {
	return l.at(in.from) == '在' && l.has(n.to, "的基础上") && !striven.In(l.part(in.from, n.start))
}

// striven is said of what is itself yet to be reached.
var striven = pattern.MustCompile(`确保|力争|争取|完成|实现|达到`)

// ofProjects is the name of what projects cost in all the years that they take.
var ofProjects = pattern.MustCompile(`(?:^|:|其中|项目|工程)的?(?:计划|概算|估算|预计)?总投资额?$`)

// overYears reports whether a value only tells how large something is that several years to come
// are given for: 设立三年|10个亿|的投资引导资金, 实施3年|10万人|就业计划.
func (n named) overYears(l *line, in clause) bool {
	return forYears.In(l.part(max(in.from, n.start-4), n.start)) && givenYears.In(l.part(n.to, min(in.to, n.to+longestName)))
}

var (
	forYears   = pattern.MustCompile(`(?:^|[^近去这来前后第的])[两三四五六七八十2-9]年$`)
	givenYears = pattern.MustCompile(`^的?[^,、;]{0,14}(?:规划|计划|资金|基金)(?:$|,|、)`)
)

// toCome opens what is told of things that are counted and has not come about: 将脱贫的|县.
var toCome = pattern.MustCompile(`^(?:将|即将|有望|可望)[^军来]`)

var (
	stocks   = pattern.MustCompile(anyOf("stocks") + `$`)
	newStock = pattern.MustCompile(`^` + anyOf("newStock"))
	workRate = pattern.MustCompile(anyOf("rates") + `$`)
	annual   = pattern.MustCompile(anyOf("annual") + `$`)
	forOne   = pattern.MustCompile(`^(?:人均|每[百千万亿]?[人户亩])|^(?:万元|单位)(?:gdp|GDP|地区生产总值|生产总值|工业增加值).*(?:能耗|水耗|用水量)$`)
	held     = pattern.MustCompile(`^(?:拥有|现有)`)
	kept     = pattern.MustCompile(`^(?:[^新增净获引培建认评关停扶支帮推促助批兴抓办聚设成立选入签共的：]|共和|高新|特新)*` + anyOf("kept") + `$`)
	// adding says of a value that it is of all the time: 五年累计.
	adding = pattern.MustCompile(`累计|总计|合计|共|先后|五年|年来|期间|时期|[0-9]年`)
)

// atEnd reports whether a value that is said of several years is one at their end, and
// not of all of them: a level, a stock, or a share. The rate at which work was done is
// of all the time, and so is the share of a sum that is (投入702亿元,占支出的56%).
func (n named) atEnd(ofSum bool) bool {
	if n.growth || n.whole {
		return false
	}
	name := script.FoldString(n.name)
	switch {
	case n.level:
		return true
	case n.kind == share:
		return !workRate.MatchString(name) && !(ofSum && strings.HasPrefix(name, "占"))
	}
	return stocks.MatchString(name) && !newStock.MatchString(name)
}

// ofYear reports whether a value is one of a year, or of a moment, by what it measures: what
// is made in a year, what is for each, what there is. What a work comes to may be of all the
// years that it took.
func (n named) ofYear(l *line) bool {
	if n.growth || n.whole {
		return false
	}
	name := script.FoldString(n.name)
	return n.ratio || annual.MatchString(name) || forOne.MatchString(name) || held.MatchString(name) ||
		kept.MatchString(name) && !hasVerb(name) && !slices.ContainsFunc(n.before, func(s span) bool { return !about.In(l.part(s.from, s.to)) })
}

// about only says that there are more or fewer of what is counted.
var about = pattern.MustCompile(`^(?:超过?|近|达|约|接近|逾)$`)

var (
	// crossing says of a value what it has passed, and so reached by the end; stepwise comes
	// before several that it has passed one after the other.
	crossing = pattern.MustCompile(`^(?:突破|冲破|跨越|跨过|迈过|迈上|站上|跃上|站稳)`)
	stepwise = pattern.MustCompile(`先后|连续|接连|相继|连跨|连越`)
	// inflow ends the name of what comes in year by year and is passed by the sum.
	inflow = pattern.MustCompile(`(?:投资|投入|资金|融资|就业|贷款|减税|降费|捐款)$`)
)

// crosses reports whether a value in a clause is one that a level has passed: 里程突破7400公里.
func (n named) crosses(l *line, from int) bool {
	if n.growth || n.whole || len(n.before) == 0 || !slices.ContainsFunc(n.before, func(s span) bool { return crossing.In(l.part(s.from, s.to)) }) {
		return false
	}
	name := script.FoldString(n.name)
	return !newStock.MatchString(name) && !hasVerb(name) && !inflow.MatchString(name) && !stepwise.In(l.part(max(from, n.start-longestName), n.start))
}

// hasVerb reports whether a verb opens a name.
func hasVerb(name string) bool {
	l := newWording(name)
	return nextVerb.from(l, 0, len(l.runes)) > 1 && nounStart.from(l, 0, len(l.runes)) == 0
}
