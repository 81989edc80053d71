package compare

import (
	"cmp"
	"slices"
	"strings"

	"jianzhu/generator/report"
)

// Pair is two reports: of one place, the earlier first; of two places and one year, in
// the order of the corpus.
type Pair [2]*report.Report

// InTime reports whether both are of one place.
func (p Pair) InTime() bool { return placeOf(p[0]) == placeOf(p[1]) }

// neighbours pairs each report with the one before it of its place, and the newest of
// each place with the newest of the next place that is as high, if that is of the same
// year: all in all no more pairs than there are reports.
func neighbours(reports []*report.Report) (pairs []Pair) {
	type series struct{ place, kind string }
	newest := map[series]*report.Report{}
	var order []series
	sorted := slices.SortedStableFunc(slices.Values(reports), func(a, b *report.Report) int { return a.Meta.Year - b.Meta.Year })
	for _, r := range sorted {
		if r.Meta.Year == 0 || placeOf(r) == "" {
			continue
		}
		of := series{placeOf(r), r.Meta.Type}
		before := newest[of]
		switch {
		case before == nil:
			order = append(order, of)
		case before.Meta.Year == r.Meta.Year:
			continue // one of two for a year is enough
		default:
			pairs = append(pairs, Pair{before, r})
		}
		newest[of] = r
	}

	type rank struct {
		kind         string
		year, height int
	}
	last := map[rank]*report.Report{}
	position := positions(reports)
	var latest []*report.Report
	for _, of := range order {
		latest = append(latest, newest[of])
	}
	slices.SortFunc(latest, func(a, b *report.Report) int { return position[a] - position[b] })
	for _, r := range latest {
		of := rank{r.Meta.Type, r.Meta.Year, len(r.Meta.Region.Path)}
		if before := last[of]; before != nil {
			pairs = append(pairs, Pair{before, r})
		}
		last[of] = r
	}
	slices.SortStableFunc(pairs, func(a, b Pair) int {
		return cmp.Or(position[a[1]]-position[b[1]], position[a[0]]-position[b[0]])
	})
	return pairs
}

// placeOf names the place of a report, by its whole path.
func placeOf(r *report.Report) string { return strings.Join(r.Meta.Region.Path, "/") }

func positions(reports []*report.Report) map[*report.Report]int {
	at := map[*report.Report]int{}
	for i, r := range reports {
		at[r] = i
	}
	return at
}
