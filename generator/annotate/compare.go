package annotate

import (
	"slices"
	"strings"

	"jianzhu/generator/indicator"
	"jianzhu/generator/report"
)

// Comparison is what one place says of an indicator for one time.
type Comparison struct {
	Region report.Region
	Period report.Period // of the first value
	Values []Value       // targets before results
}

// Conflicts are the values of one place that cannot all hold: for one time, of
// one name with all that qualifies it, both targets or both results, growth or
// not, in one unit, and yet different.
func (i *Indicator) Conflicts() []Comparison {
	return i.compare(func(v Value) string { return indicatorName(v.Name) + "\x00" + string(v.Kind) }, func(values []Value) bool {
		return slices.ContainsFunc(values, func(v Value) bool { return v.Amount != values[0].Amount })
	})
}

// Reached are the targets of a place with what became of them: values for one
// time, growth or not, in one unit.
func (i *Indicator) Reached() []Comparison {
	return i.compare(func(Value) string { return "" }, func(values []Value) bool {
		return values[0].Kind == report.Target && slices.ContainsFunc(values, func(v Value) bool { return v.Kind == report.Result })
	})
}

// compare groups the values of each place that are for one time, of one kind of
// number, and alike in what by says; of the groups it returns those that count.
func (i *Indicator) compare(by func(Value) string, counts func([]Value) bool) []Comparison {
	var found []Comparison
	for _, place := range i.Places {
		groups := map[string][]Value{}
		var order []string
		for _, v := range place.Values {
			if !v.Amount.Known || v.Period.First == 0 {
				continue
			}
			growth := ""
			if v.Growth {
				growth = "growth"
			}
			if v.Yearly {
				growth = "yearly"
			}
			key := strings.Join([]string{moment(*v.Indicator).String(), growth, v.Amount.Unit, by(v)}, "\x00")
			if groups[key] == nil {
				order = append(order, key)
			}
			groups[key] = append(groups[key], v)
		}
		for _, key := range order {
			values := groups[key]
			slices.SortStableFunc(values, func(a, b Value) int { return a.Kind.Compare(b.Kind) })
			if len(values) > 1 && counts(values) {
				found = append(found, Comparison{place.Region, values[0].Period, values})
			}
		}
	}
	return found
}

// moment is the time that a value is for. A share reached in a span of years is
// that of its last year; a growth, a sum or a bound is one of the whole span.
func moment(i report.Indicator) report.Period {
	if !i.Growth && i.Unit == "%" && !indicator.Bounded(i) {
		return report.Years(i.Period.Last, i.Period.Last)
	}
	return i.Period
}

// Silent are reports that give no value of an indicator, first those of places
// that give it elsewhere; at most some of them, and whether there are more.
func (c *Corpus) Silent(i *Indicator, most int) (reports []*report.Report, more bool) {
	gives := map[*report.Report]bool{}
	places := map[string]bool{}
	for _, place := range i.Places {
		places[strings.Join(place.Region.Path, "\x00")] = len(place.Region.Path) > 0
		for _, v := range place.Values {
			gives[v.Report] = true
		}
	}
	var near, far []*report.Report
	for _, r := range c.Reports {
		switch {
		case gives[r]:
		case places[strings.Join(r.Meta.Region.Path, "\x00")]:
			near = append(near, r)
		default:
			far = append(far, r)
		}
	}
	all := append(near, far...)
	n := min(most, len(all))
	return all[:n], n < len(all)
}
