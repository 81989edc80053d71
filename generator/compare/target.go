package compare

import (
	"cmp"

	"jianzhu/generator/annotate"
	"jianzhu/generator/indicator"
	"jianzhu/generator/report"
)

// Goal is a target that two reports set for the same time from their years on.
type Goal struct {
	ID     string // of the indicator; see [annotate.Corpus.IndicatorID]
	Values [2]report.Indicator
}

// Moved is how the second target is to the first: 1 for higher, -1 for lower, 0 for the
// same; false where that cannot be told.
func (g Goal) Moved() (int, bool) {
	a, b := g.Values[0].Amount, g.Values[1].Amount
	switch {
	case !a.Known || !b.Known:
		return 0, g.Values[0].Value == g.Values[1].Value
	case a.From <= b.From && a.To <= b.To, a.From >= b.From && a.To >= b.To:
		return cmp.Or(cmp.Compare(b.From, a.From), cmp.Compare(b.To, a.To)), true
	}
	return 0, false // one range lies within the other
}

// aim is what a target is for: two with one aim can be compared.
type aim struct {
	name, unit            string
	growth, yearly, total bool
	first, last           int // years from that of the report
}

func aimOf(r *report.Report, i report.Indicator) (aim, bool) {
	a := aim{indicator.Name(i.Name), i.Amount.Unit, i.Growth, i.Yearly, i.Total, i.Period.First - r.Meta.Year, i.Period.Last - r.Meta.Year}
	return a, i.Kind == report.Target && a.name != "" && r.Meta.Year > 0 && i.Period.First > 0
}

// targets are those that two reports both set, in the order of the second; of several for one
// thing the first counts.
func targets(c *annotate.Corpus, a, b *Reading) (goals []Goal) {
	first := map[aim]report.Indicator{}
	for _, i := range a.Report.Indicators {
		aim, set := aimOf(a.Report, i)
		if _, known := first[aim]; set && !known {
			first[aim] = i
		}
	}
	for _, i := range b.Report.Indicators {
		aim, set := aimOf(b.Report, i)
		if before, both := first[aim]; set && both {
			goals = append(goals, Goal{c.IndicatorID(i.Name), [2]report.Indicator{before, i}})
			delete(first, aim)
		}
	}
	return goals
}
