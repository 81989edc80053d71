package indicator

import (
	_ "embed"
	"slices"
	"strings"
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

type unitWord struct {
	word   string
	length int // in code points
	kind   unitKind
}

// noUnit are words that begin as a unit does: 117组团, 226省道.
var noUnit = index(readLists(unitsText)["notUnit"], true)

// unitAt returns the longest unit at a place, or a unitWord of length 0.
func (l *line) unitAt(i int) unitWord {
	if noUnit.from(l, i, len(l.runes)) > 0 {
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

// cutMultiplier splits a unit as printed: 万平方米 is 平方米, ten thousand times.
func cutMultiplier(unit string) (float64, string) {
	if _, isUnit := plainUnit(unit); isUnit {
		return 1, unit
	}
	for _, m := range multipliers {
		if rest, ok := strings.CutPrefix(unit, m.word); ok {
			return m.factor, rest
		}
	}
	return 1, unit
}

func plainUnit(unit string) (unitKind, bool) {
	for kind, words := range units {
		if slices.Contains(words, unit) {
			return kind, true
		}
	}
	return 0, false
}
