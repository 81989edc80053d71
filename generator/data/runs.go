package data

import (
	"encoding/binary"
	"hash/crc32"
	"iter"

	"jianzhu/generator/cache"
	"jianzhu/generator/report"
)

// run is some rows that follow each other. It is good until the next one is asked for.
type run struct {
	rows func(add func(*cells))

	// on is the key of all that the rows depend on, zero where that is not known. Such a
	// run is a part of its file in the archive; one without is cut by what its rows are.
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

// ofReports makes a sheet of what each report has, in runs of some reports: on tells all
// of it that rows have and a report, as it was read, does not decide.
func ofReports(on func(*collected, *report.Report, *dependence), rows func(*collected, []*report.Report, func(*cells))) func(*collected) iter.Seq[run] {
	return func(c *collected) iter.Seq[run] {
		return func(yield func(run) bool) {
			from, all := 0, &dependence{}
			for i, r := range c.Reports {
				if i+1 < len(c.Reports) && !endsRun(reportsOneIn, r.Slug) {
					continue
				}
				of := c.Reports[from : i+1]
				from = i + 1
				depends := func() cache.Key {
					all.begin(c.address)
					for _, r := range of {
						all.read(r)
						on(c, r, all)
					}
					return all.key()
				}
				if !yield(run{func(add func(*cells)) { rows(c, of, add) }, depends}) {
					return
				}
			}
		}
	}
}

// reportsOneIn is how many reports are in one run.
const reportsOneIn = 4

// endsRun reports whether a run ends behind what has names: it is by nothing else, so that
// a change of a text changes the run in which it is and no other.
func endsRun(oneIn uint32, names ...string) bool {
	sum := uint32(0)
	for _, name := range names {
		sum = crc32.Update(sum, crc32.IEEETable, []byte(name))
	}
	return sum%oneIn == 0
}

// dependence gathers what rows depend on.
type dependence struct {
	all     []byte
	unknown bool // of a part of it no key tells
}

// begin begins anew, with what all rows depend on.
func (d *dependence) begin(address string) {
	d.all, d.unknown = d.all[:0], false
	d.words(address)
}

// read adds a report as it was read.
func (d *dependence) read(r *report.Report) {
	key, known := r.Key()
	d.all, d.unknown = append(d.all, key[:]...), d.unknown || !known
}

func (d *dependence) words(words ...string) {
	for _, w := range words {
		d.all = append(binary.AppendUvarint(d.all, uint64(len(w))), w...)
	}
}

// list adds words of which there are as many as there are.
func (d *dependence) list(words []string) {
	d.numbers(len(words))
	d.words(words...)
}

func (d *dependence) numbers(numbers ...int) {
	for _, n := range numbers {
		d.all = binary.AppendVarint(d.all, int64(n))
	}
}

func (d *dependence) are(all ...bool) {
	for _, is := range all {
		d.numbers(map[bool]int{true: 1}[is])
	}
}

// key is that of all that was added; zero where it is not known.
func (d *dependence) key() cache.Key {
	if d.unknown {
		return cache.Key{}
	}
	return cache.KeyOf(d.all)
}
