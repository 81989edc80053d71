package report

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"jianzhu/generator/script"
)

// Indicator is a measured or promised number.
type Indicator struct {
	Name     string // as written, with what qualifies it: 固定资产投资（法人在地）
	Value    string // as printed: 1080.76, 6.5-7, 2.8:55.4:41.8
	Unit     string // as printed: 亿元, %, 个百分点; "" where there is none
	Modifier string // as printed: 左右, 以上, 不低于, 力争; "" where there is none
	Kind     IndicatorKind
	Growth   bool   // a change against an earlier period, not a level
	Yearly   bool   // a change in each year of the period, on average: 年均
	Period   string // a year, 2016, or its first and last, 2016/2020; "" where unknown
	Line     int
	Column   int // where Value begins
	End      int // after Value and Unit
}

// IndicatorKind is whether a number was reached or is to be reached.
type IndicatorKind string

const (
	Result IndicatorKind = "result"
	Target IndicatorKind = "target"
)

// saysChange is a name that says itself how its number changed: 信访总量下降, 压减经费.
var saysChange = regexp.MustCompile(`(?:下降|降低|减少|回落|缩短|压缩|压减|削减|缩减|精简|收窄|递减|降幅|减幅|负增长|涨幅|增幅|增速)$|^(?:压减|降低|减少|削减|压缩|提高|提升|增加)`)

// Change is the word for a change, in Simplified characters, to be said before
// the number: 增长, 年均增长; without 增长 where the name says it, "" for what is
// no change.
func (i Indicator) Change() string {
	yearly := ""
	if i.Yearly {
		yearly = "年均"
	}
	switch unit := script.FoldString(i.Unit); {
	case !i.Growth || saysChange.MatchString(script.FoldString(i.Name)):
		return yearly
	case strings.HasSuffix(unit, "点"):
		return yearly + "提高" // 个百分点
	case unit == "%" || unit == "‰" || unit == "倍":
		return yearly + "增长"
	}
	return yearly + "增加"
}

// IndicatorDecision is an indicator that an editor gives. Those of a line stand
// in the order of its text.
type IndicatorDecision struct {
	Name     string        `yaml:"name"`
	Value    string        `yaml:"value"` // quoted from the line, as is the unit that follows it
	Unit     string        `yaml:"unit"`
	Modifier string        `yaml:"modifier"`
	Kind     IndicatorKind `yaml:"kind"`
	Growth   bool          `yaml:"growth"`
	Yearly   bool          `yaml:"yearly"`
	Period   string        `yaml:"period"`
}

// Decided are the indicators that the decisions for a line give, and whether
// there are decisions for it: a list may be empty.
func (r *Report) Decided(line int) ([]Indicator, bool) {
	decisions, decided := r.Meta.Decisions.Indicators[line]
	var all []Indicator
	text, last := []rune(r.Line(line)), -1
	for _, d := range decisions {
		column, end, found := d.locate(text, last)
		if !found {
			continue // Read has reported it
		}
		all = append(all, Indicator{d.Name, d.Value, d.Unit, d.Modifier, d.Kind, d.Growth, d.Yearly, d.Period, line, column, end})
		last = column
	}
	return all, decided
}

// locate finds where the value and, behind it or the words between, the unit
// stand in a line: behind the last one's column or, for one number that is of
// several subjects, there again.
func (d IndicatorDecision) locate(text []rune, last int) (column, end int, found bool) {
	for i := last + 1; i < len(text); i++ {
		if end, found := d.at(text, i); found {
			return i, end, true
		}
	}
	end, found = d.at(text, last)
	return last, end, found
}

// at reports whether value and unit stand at a column, and where they end.
func (d IndicatorDecision) at(text []rune, column int) (end int, found bool) {
	value, unit := []rune(d.Value), []rune(d.Unit)
	end = column + len(value)
	if column < 0 || end > len(text) || len(value) == 0 || !slices.Equal(text[column:end], value) || isFigure(text, column-1) || isFigure(text, end) {
		return 0, false
	}
	for _, want := range unit { // 余 and 多 may stand before it or in it: 150余场, 2亿多元
		for end < len(text) && text[end] != want && (unicode.IsSpace(text[end]) || text[end] == '余' || text[end] == '餘' || text[end] == '多') {
			end++
		}
		if end == len(text) || text[end] != want {
			return 0, false
		}
		end++
	}
	return end, true
}

func isFigure(text []rune, i int) bool {
	return i >= 0 && i < len(text) && text[i] >= '0' && text[i] <= '9'
}

// periodPattern is a year, or the first and the last one.
var periodPattern = regexp.MustCompile(`^(\d{4}(/\d{4})?)?$`)

// checkIndicators reports indicators of an editor that say too little or are
// not on their line, and drops them.
func (d *draft) checkIndicators(given map[int][]IndicatorDecision) map[int][]IndicatorDecision {
	checked := map[int][]IndicatorDecision{}
	for _, line := range slices.Sorted(maps.Keys(given)) {
		if !d.checkLine("indicators", line) {
			continue
		}
		checked[line] = []IndicatorDecision{}
		text, last := []rune(d.report.Line(line)), -1
		for i, decision := range given[line] {
			key := fmt.Sprintf("decisions.indicators.%d.%d", line, i)
			column, _, found := decision.locate(text, last)
			switch {
			case strings.TrimSpace(decision.Name) == "":
				d.wrong(key, "write name: and what the number is of", "an indicator without a name")
			case decision.Value == "":
				d.wrong(key, "write value: and the number as the line has it", "an indicator without a value")
			case decision.Kind != Result && decision.Kind != Target:
				d.wrong(key, "write result or target", "%q is no kind of indicator", decision.Kind)
			case !periodPattern.MatchString(decision.Period):
				d.wrong(key, "write a year, 2016, or the first and the last, 2016/2020", "no period %q", decision.Period)
			case !found:
				d.wrong(key, "quote value and unit as the line has them, in quote marks and in the order of its text", "line %d has no %q", line, decision.Value+decision.Unit)
			default:
				checked[line] = append(checked[line], decision)
				last = column
			}
		}
	}
	return checked
}
