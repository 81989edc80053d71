package annotate

import (
	"maps"
	"slices"

	"jianzhu/generator/report"
)

// Year is a year with its reports, by region.
type Year struct {
	Year     int
	Given    []*report.Report // in this year
	Covering []*report.Report // given in another, but about this one too
}

// years gathers reports by the year in which they were given and by those that
// they cover.
func years(reports []*report.Report) []Year {
	found := map[int]*Year{}
	at := func(n int) *Year {
		if found[n] == nil {
			found[n] = &Year{Year: n}
		}
		return found[n]
	}
	for _, r := range reports {
		if r.Meta.Year != 0 {
			y := at(r.Meta.Year)
			y.Given = append(y.Given, r)
		}
		covers := slices.Sorted(slices.Values(r.Meta.Covers))
		for _, n := range slices.Compact(covers) {
			if n != r.Meta.Year {
				y := at(n)
				y.Covering = append(y.Covering, r)
			}
		}
	}
	var all []Year
	for _, n := range slices.Sorted(maps.Keys(found)) {
		all = append(all, *found[n])
	}
	return all
}
