package compare

import (
	"slices"

	"jianzhu/generator/report"
)

// tally counts reports by years and places.
type tally struct {
	years, places []int // of the reports, from 0
	first         int   // the year that is 0
	given         []int // reports around each year, from the first
	least         int   // how many must have what is common at all

	around []int // those around each year that have something
	met    []int // by place: in which of the counts it was met last
	counts int
}

// newTally counts reports that have a year and a place.
func newTally(reports []*report.Report) *tally {
	byYear := func(a, b *report.Report) int { return a.Meta.Year - b.Meta.Year }
	first, last := slices.MinFunc(reports, byYear).Meta.Year-yearsAround, slices.MaxFunc(reports, byYear).Meta.Year+yearsAround
	t := &tally{first: first, given: make([]int, last-first+1), around: make([]int, last-first+1)}
	places := map[string]int{}
	for _, r := range reports {
		place, known := places[placeOf(r)]
		if !known {
			place = len(places)
			places[placeOf(r)] = place
		}
		t.years, t.places = append(t.years, r.Meta.Year-t.first), append(t.places, place)
		t.add(t.given, len(t.years)-1)
	}
	t.met = make([]int, len(places))
	t.least = len(reports) + 1
	for _, n := range t.given {
		if n >= fewestReports {
			t.least = min(t.least, n/2+1)
		}
	}
	t.least = max(t.least, fewestPlaces)
	return t
}

// add counts a report for the years around its own.
func (t *tally) add(counts []int, report int) {
	for year := t.years[report] - yearsAround; year <= t.years[report]+yearsAround; year++ {
		counts[year]++
	}
}

// usual are the years around which most of the reports given mention something.
func (t *tally) usual(mentions []mention) (years []int) {
	if len(mentions) < t.least {
		return nil
	}
	t.counts++
	clear(t.around)
	places := 0
	for _, m := range mentions {
		t.add(t.around, int(m.report))
		if place := t.places[m.report]; t.met[place] != t.counts {
			t.met[place] = t.counts
			places++
		}
	}
	if places < fewestPlaces {
		return nil
	}
	for year, n := range t.around {
		if t.given[year] >= fewestReports && 2*n > t.given[year] {
			years = append(years, t.first+year)
		}
	}
	return years
}
