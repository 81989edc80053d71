package report

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"jianzhu/generator/pattern"
	"jianzhu/generator/script"
)

// Indicator is a measured or promised number.
type Indicator struct {
	Name    string   // as written, with what qualifies it: 固定资产投资（法人在地）; "" where none is sure
	Quote   string   // then what the report says around the number, else ""
	Value   string   // as printed: 1080.76, 6.5-7, 2.8:55.4:41.8
	Unit    string   // as printed: 亿元, %, 个百分点; "" where there is none
	Written string   // both as they stand, with 余 or 多: 150余场, 2亿多元
	Amount  Amount   // what they come to
	Said    []string // what qualifies it from further off: 力争, 预计, 累计
	Before  []string // right before it: 不低于, 约
	Within  string   // 余 or 多 in it
	After   []string // behind it: 左右, 以上
	Kind    IndicatorKind
	Growth  bool // a change against an earlier period, not a level
	Yearly  bool // a change in each year of the period, on average: 年均
	Total   bool // over all of the period: 累计, in a plan's table in brackets

	Property string // 预期性 or 约束性, in a plan's table; "" where nothing says
	Period   Period
	Line     int
	Column   int // where Value begins
	End      int // after Value and Unit
}

// Amount is a value as a number of a plain unit, 亿 and 万 multiplied out: one
// number, or the ends of a range.
type Amount struct {
	Known    bool // a ratio is no number
	From, To float64
	Unit     string // in Simplified characters
}

// Period is a run of years, first and last included. The zero value is unknown.
type Period struct{ First, Last int }

// Years is the period from one year to another.
func Years(first, last int) Period { return Period{first, last} }

// String is a year, 2016, or the first and the last, 2016/2020; "" where unknown.
func (p Period) String() string {
	switch {
	case p.First == 0:
		return ""
	case p.First == p.Last:
		return strconv.Itoa(p.First)
	}
	return strconv.Itoa(p.First) + "/" + strconv.Itoa(p.Last)
}

// Compare orders periods by their first and then their last year, unknown ones last.
func (p Period) Compare(q Period) int {
	if p.First == 0 || q.First == 0 {
		return cmp.Compare(q.First, p.First)
	}
	return cmp.Or(cmp.Compare(p.First, q.First), cmp.Compare(p.Last, q.Last))
}

// Modifiers are all words that qualify the number, as printed, in the order of the text.
func (i Indicator) Modifiers() []string {
	words := slices.Concat(i.Said, i.Before)
	if i.Within != "" {
		words = append(words, i.Within)
	}
	return append(words, i.After...)
}

// IndicatorKind is whether a number was reached or is to be reached.
type IndicatorKind string

const (
	Target IndicatorKind = "target"
	Result IndicatorKind = "result"
	Open   IndicatorKind = "open" // neither: it is under way, or the report does not tell
)

// IndicatorKinds are all kinds, what was promised first.
var IndicatorKinds = []IndicatorKind{Target, Result, Open}

// Compare orders kinds as IndicatorKinds does.
func (k IndicatorKind) Compare(other IndicatorKind) int {
	return cmp.Compare(slices.Index(IndicatorKinds, k), slices.Index(IndicatorKinds, other))
}

// saysChange is a name that says itself how its number changed: 信访总量下降, 压减经费.
var saysChange = pattern.MustCompile(`(?:减产|下降|降低|减少|回落|缩短|压缩|压减|削减|缩减|精简|收窄|递减|降幅|减幅|负增长|涨幅|增幅|增速)$|^(?:压减|降低|减少|削减|压缩|提高|提升|增加)`)

// Change is the word for a change, in Simplified characters, to be said before
// the number: 增长, 年均增长; without 增长 where the name says it, "" for what is
// no change, and where a quotation says how it is.
func (i Indicator) Change() string {
	yearly := ""
	if i.Yearly {
		yearly = "年均"
	}
	switch unit := script.FoldString(i.Unit); {
	case i.Quote != "":
		return ""
	case !i.Growth || saysChange.MatchString(script.FoldString(i.Name)):
		return yearly
	case strings.HasSuffix(unit, "点"):
		return yearly + "提高" // 个百分点
	case unit == "%" || unit == "‰" || unit == "倍":
		return yearly + "增长"
	}
	return yearly + "增加"
}

// Shown is the value with its unit and the words right at it, as displayed: 超2亿多元.
func (i Indicator) Shown() string {
	return DisplayString(strings.Join(i.Before, "") + i.Written + strings.Join(i.After, ""))
}

// Lead is what is said before that: 力争增长. That it is a change or, in a plan's table,
// a sum over all the period is our word, the others are the report's.
func (i Indicator) Lead() string {
	said := DisplayString(strings.Join(i.Said, ""))
	if i.Total && !strings.Contains(script.FoldString(said), "累计") {
		said += "累计"
	}
	return said + i.Change()
}

// Look is whether what stands around a paragraph looks back (Result) or ahead (Target);
// Open, where nothing says or nobody has told.
func (r *Report) Look(paragraph int) IndicatorKind {
	if paragraph >= len(r.Looks) {
		return Open
	}
	return r.Looks[paragraph]
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

// DecidedIndicator is what an editor gives, with where it stands on its line.
type DecidedIndicator struct {
	IndicatorDecision
	Column, End int
}

// Decided are the decisions for the indicators of a line, and whether there are
// any: a list may be empty.
func (r *Report) Decided(line int) ([]DecidedIndicator, bool) {
	decisions, decided := r.Meta.Decisions.Indicators[line]
	var all []DecidedIndicator
	text, last := []rune(r.Line(line)), -1
	for _, d := range decisions {
		column, end, found := d.locate(text, last)
		if !found {
			continue // Read has reported it
		}
		all = append(all, DecidedIndicator{d, column, end})
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
	value := []rune(d.Value)
	end = column + len(value)
	if column < 0 || end > len(text) || len(value) == 0 || !slices.Equal(text[column:end], value) || isFigure(text, column-1) || isFigure(text, end) {
		return 0, false
	}
	for _, want := range d.Unit { // 余 and 多 may stand before it or in it: 150余场, 2亿多元
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

// ParsePeriod reads a period as String writes it; what is none is unknown.
func ParsePeriod(s string) Period {
	first, last, span := strings.Cut(s, "/")
	if !span {
		last = first
	}
	from, err := strconv.Atoi(first)
	to, err2 := strconv.Atoi(last)
	if err != nil || err2 != nil {
		return Period{}
	}
	return Period{from, to}
}

// periodPattern is a year, or the first and the last one.
var periodPattern = pattern.MustCompile(`^(\d{4}(/\d{4})?)?$`)

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
			case !slices.Contains(IndicatorKinds, decision.Kind):
				d.wrong(key, "write result, target, or open for what is neither", "%q is no kind of indicator", decision.Kind)
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
