package compare

import (
	"cmp"
	"slices"

	"jianzhu/generator/annotate"
	"jianzhu/generator/report"
)

// Goal is a target that two reports set for the same time from their years on.
type Goal struct {
	ID     string // of the indicator; see [annotate.Corpus.IndicatorID]
	Values [2]report.Indicator
}

// OtherName is what the first report calls the indicator, where the second does so by
// other characters.
func (g Goal) OtherName() string {
	if a, b := g.Values[0].Name, g.Values[1].Name; !slices.Equal(appendKey(nil, []rune(a)), appendKey(nil, []rune(b))) {
		return report.DisplayString(a)
	}
	return ""
}

// Moved is how the second target is to the first: 1 for higher, -1 for lower, 0 for the
// same; false where that cannot be told.
func (g Goal) Moved() (int, bool) {
	a, b := g.Values[0].Amount, g.Values[1].Amount
	switch {
	case !a.Known || !b.Known:
		return 0, g.Values[0].Shown() == g.Values[1].Shown() // 40:30:30以内, 左右: no number tells
	case a.From <= b.From && a.To <= b.To, a.From >= b.From && a.To >= b.To:
		return cmp.Or(cmp.Compare(b.From, a.From), cmp.Compare(b.To, a.To)), true
	}
	return 0, false // one range lies within the other
}

// targets are those that two reports both set, in the order of the second; of several for one
// thing the first counts.
func targets(c *annotate.Corpus, a, b *Reading) (goals []Goal) {
	first, years := map[aim]report.Indicator{}, [2]int{planned(a.Report), planned(b.Report)}
	for _, i := range a.Report.Indicators {
		aim, set := aimOf(years[0], i)
		if _, known := first[aim]; set && !known {
			first[aim] = i
		}
	}
	for _, i := range b.Report.Indicators {
		aim, set := aimOf(years[1], i)
		if before, both := first[aim]; set && both {
			goals = append(goals, Goal{c.IndicatorID(i.Name), [2]report.Indicator{before, i}})
			delete(first, aim)
		}
	}
	return goals
}
