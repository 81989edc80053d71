package data

import (
	"hash/crc32"
	"iter"

	"jianzhu/generator/cache"
	"jianzhu/generator/report"
)

// run is some rows that follow each other. It is good until the next one is asked for.
type run struct {
	rows func(add func(*cells))

	// on is the key of all that the rows depend on. Such a run is a part of its file in the
	// archive; one without is cut by what its rows are.
	on func() cache.Key
}

// rows makes a sheet of rows that cost no more to make than it would to tell what they
// depend on.
func rows(of func(from *collected, add func(*cells))) func(*collected) iter.Seq[run] {
	return func(from *collected) iter.Seq[run] {
		return func(yield func(run) bool) {
			yield(run{rows: func(add func(*cells)) { of(from, add) }})
		}
	}
}

// ofReports makes a sheet of what each report has, in runs of some reports. besides is what
// rows have of a report that was not found in it alone; nil where that is nothing.
func ofReports(rows func(*collected, []*report.Report, func(*cells)), besides func(*collected, *report.Report) []string) func(*collected) iter.Seq[run] {
	type said struct {
		found   cache.Key
		besides []string
	}
	return func(c *collected) iter.Seq[run] {
		return func(yield func(run) bool) {
			from, mix := 0, &cache.Mix{}
			for i, r := range c.Reports {
				if i+1 < len(c.Reports) && !endsRun(reportsOneIn, r.Slug) {
					continue
				}
				of := c.Reports[from : i+1]
				from = i + 1
				on := func() cache.Key {
					return mix.Of(c.address, list(of, func(r *report.Report) (s said) {
						s.found = c.keys.Found(r)
						if besides != nil {
							s.besides = besides(c, r)
						}
						return s
					}))
				}
				if !yield(run{func(add func(*cells)) { rows(c, of, add) }, on}) {
					return
				}
			}
		}
	}
}

// reportsOneIn is how many reports are in one run: more deflate better.
const reportsOneIn = 8

// endsRun reports whether a run ends behind what has names: it is by nothing else, so that
// a change of a text changes the run in which it is and no other.
func endsRun(oneIn uint32, names ...string) bool {
	sum := uint32(0)
	for _, name := range names {
		sum = crc32.Update(sum, crc32.IEEETable, []byte(name))
	}
	return sum%oneIn == 0
}
