package indicator

import (
	_ "embed"
	"slices"
	"strings"

	"jianzhu/generator/pattern"
	"jianzhu/generator/script"
)

// unitKind is what a unit measures, as far as that decides whether a number
// with it is an indicator.
type unitKind int

const (
	counted  unitKind = iota + 1
	share             // %, 倍: of something, or a change
	duration          // an indicator where something is said of its length only
	calendar          // no indicator: dates, numbers, ordinals, grades
)

//go:embed units.txt
var unitsText string

// units are the units of such reports, by kind.
var units = func() map[unitKind][]string {
	lists := readLists(unitsText)
	return map[unitKind][]string{counted: lists["counted"], share: lists["share"], duration: lists["duration"], calendar: lists["calendar"]}
}()

// multipliers are what such texts put between number and unit.
var multipliers = []struct {
	word   string
	factor float64
}{
	{"万亿", 1e12}, {"千亿", 1e11}, {"百亿", 1e10}, {"十亿", 1e9}, {"亿", 1e8},
	{"千万", 1e7}, {"百万", 1e6}, {"十万", 1e5}, {"万", 1e4}, {"千", 1e3}, {"百", 1e2},
}

// unitsByRune has the units by their first rune, longest first.
var unitsByRune = func() map[rune][]unitWord {
	table := map[rune][]unitWord{}
	for kind, words := range units {
		for _, w := range words {
			runes := []rune(w)
			table[runes[0]] = append(table[runes[0]], unitWord{w, len(runes), kind})
		}
	}
	for _, words := range table {
		slices.SortFunc(words, func(a, b unitWord) int { return b.length - a.length })
	}
	return table
}()

// unitKinds are what the units measure.
var unitKinds = func() map[string]unitKind {
	kinds := map[string]unitKind{}
	for kind, words := range units {
		for _, w := range words {
			kinds[w] = kind
		}
	}
	return kinds
}()

type unitWord struct {
	word   string
	length int // in code points
	kind   unitKind
}

// noUnit are words that begin as a unit does: 117组团, 226省道.
var noUnit = index(readLists(unitsText)["notUnit"], true)

// unitAt returns the longest unit at a place, or a unitWord of length 0.
func (l *line) unitAt(i int) unitWord {
	if noUnit.from(l, i, len(l.runes)) > 0 || l.has(i, "项目") && strings.ContainsRune("亿万", l.at(i-1)) { // 百亿项目
		return unitWord{}
	}
	for _, u := range unitsByRune[l.at(i)] {
		if l.has(i, u.word) {
			return u
		}
	}
	return unitWord{}
}

// multiplierAt returns how long the multiplier at a place is, or 0.
func (l *line) multiplierAt(i int) int {
	for _, m := range multipliers {
		if l.has(i, m.word) {
			return len([]rune(m.word))
		}
	}
	return 0
}

// What is counted where a number has only 万 or 亿, by the noun behind it or by the end of its name;
// ofMoney is said of money.
var (
	people     = anyOf("people")
	households = anyOf("households")

	personBehind    = pattern.MustCompile(`^(?:[0-9]{1,2}岁(?:以上|以下)?)?[^,;:。、0-9]{0,12}?` + people)
	householdBehind = pattern.MustCompile(`^[^,;:。、0-9]{0,10}?` + households)
	ofMoney         = pattern.MustCompile(anyOf("ofMoney"))
	// saysUnit ends a name that itself says what is counted: 常住人口|1300万.
	saysUnit = pattern.MustCompile(`(?:` + people + `|` + households + `|就业|搬迁|脱贫|减贫|[数量])(?:减少|下降)?$`)
)

// lacksUnit reports whether a number has only 万 or 亿.
func (n named) lacksUnit() bool {
	return n.unit != "" && strings.TrimLeft(n.unit, "十百千万亿") == ""
}

// unitMeant is the unit of such a number, which its text does not say again; told is false where
// that does not tell what it counts.
func (n named) unitMeant(l *line) (unit string, told bool) {
	switch {
	case n.unitFirst:
		return n.unit, true
	case !n.lacksUnit():
		return "", true
	}
	name := script.FoldString(n.name)
	after := l.text(n.end, min(len(l.runes), n.end+longestName/2))
	household := householdBehind.FindString(after)
	person := personBehind.FindString(after)
	switch {
	case household != "" && (person == "" || strings.HasPrefix(household, person) && len(household) == len(person+"家庭")):
		if strings.ContainsAny(n.unitShown(l), "萬億") {
			return "戶", true
		}
		return "户", true
	case person != "":
		return "人", true
	case isSum(n.unit) && ofMoney.MatchString(name):
		return "元", true
	}
	return "", saysUnit.MatchString(name)
}

// cutMultiplier splits a unit as printed: 万平方米 is 平方米, ten thousand times.
func cutMultiplier(unit string) (float64, string) {
	if unitKinds[unit] != 0 {
		return 1, unit
	}
	for _, m := range multipliers {
		if rest, ok := strings.CutPrefix(unit, m.word); ok {
			return m.factor, rest
		}
	}
	return 1, unit
}

// isSum reports whether a unit is that of a sum whose 元 is left out: 生产总值突破500亿.
func isSum(unit string) bool { return unit == "亿" || unit == "万亿" }
