package compare

import (
	"fmt"
	"strings"

	"jianzhu/generator/indicator"
	"jianzhu/generator/report"
)

// aim is what a target is for: two with one aim can be compared.
type aim struct {
	name, unit            string
	growth, yearly, total bool
	first, last           int // years from that which the report plans
}

// key tells an aim from every other.
func (a aim) key() string {
	kind := 0
	for i, is := range []bool{a.growth, a.yearly, a.total} {
		if is {
			kind |= 1 << i
		}
	}
	return fmt.Sprintf("%d %d %d %s %s", kind, a.first, a.last, a.unit, a.name)
}

// aimOf is the aim of an indicator of a report that plans a year; false where it has none.
func aimOf(planned int, i report.Indicator) (aim, bool) {
	a := aim{
		name: indicator.Name(i.Name), unit: oneCounter(i.Amount.Unit),
		growth: i.Growth, yearly: i.Yearly, total: i.Total,
		first: i.Period.First - planned, last: i.Period.Last - planned,
	}
	for _, word := range rises {
		if measured, is := strings.CutSuffix(a.name, word); is && measured != "" {
			a.name, a.growth = indicator.Name(measured), true
		}
	}
	a.name = deed(a.name)
	return a, i.Kind == report.Target && a.name != "" && planned > 0 && i.Period.First > 0
}

// planned is the year that a report plans: the one that most of its targets are for, of
// its own and the next, which a report given in December means; 0 where it has no year.
func planned(r *report.Report) int {
	if r.Meta.Year == 0 {
		return 0
	}
	next := 0
	for _, i := range r.Indicators {
		if i.Kind == report.Target && i.Period.First == i.Period.Last {
			switch i.Period.First {
			case r.Meta.Year:
				next--
			case r.Meta.Year + 1:
				next++
			}
		}
	}
	if next > 0 {
		return r.Meta.Year + 1
	}
	return r.Meta.Year
}

var (
	rises = []string{"涨幅", "增幅", "增速", "增长率"} // end the name of what rises
	does  = []string{                         // open a name and say only that it is to be done
		"实施", "推进", "推动", "完成", "开展", "组织", "支持", "确保", "实现", "启动", "继续", "加快", "持续", "建议", "奋力", "全力", "年度",
	}
	// What is done to a thing, in one form for each; longer forms first. It stands
	// before the thing or behind it.
	deeds = []struct{ one, form string }{
		{"建", "新建成"}, {"建", "建成"}, {"建", "新建"}, {"建", "建设"},
		{"改造", "改造提升"}, {"改造", "提升改造"}, {"改造", "改造"},
	}
	// Words that count things, and say nothing of them.
	counters = "个家所处座户间项"
)

// oneCounter is a unit, or one word for all that only count things.
func oneCounter(unit string) string {
	if unit != "" && strings.Contains(counters, unit) {
		return "个"
	}
	return unit
}

// deed is a name in which what is done stands before what it is done to, in one form:
// 老旧小区改造, 实施老旧小区改造 and 改造老旧小区 are one.
func deed(name string) string {
	for i := 0; i < len(does); i++ {
		if rest, opens := strings.CutPrefix(name, does[i]); opens && len([]rune(rest)) > 2 {
			name, i = rest, -1
		}
	}
	for _, d := range deeds {
		if thing, opens := strings.CutPrefix(name, d.form); opens && thing != "" {
			return d.one + thing
		}
	}
	for _, d := range deeds {
		if thing, ends := strings.CutSuffix(name, d.form); ends && thing != "" {
			return d.one + thing
		}
	}
	return name
}
