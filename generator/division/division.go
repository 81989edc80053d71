// Package division knows the administrative divisions of China down to the
// county, with their codes of GB/T 2260 and the years in which each had its name.
//
// divisions.tsv is put together from the tables 县以上行政区划代码 that the
// Ministry of Civil Affairs (民政部) published for the ends of 1980 to 2018 (but
// 2012) and for April 2019, and from the codes of the National Bureau of
// Statistics (国家统计局) of 2023. Development zones have codes of the latter and
// are no divisions; they are left out.
package division

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

// Division is one under one name and one code.
type Division struct {
	Code string // of GB/T 2260: six digits
	Name string // whole, as in the tables: 荔湾区
	From int    // year of the first table that has it; the first of all is of 1980
	To   int    // and of the last; 0 where the newest has it
}

// Level tells how deep a division is: of what its code has digits.
type Level int

const (
	Province   Level = 1 + iota // 省级
	Prefecture                  // 地级
	County                      // 县级
)

// Level is the division's level; counties that a province governs itself, as
// 济源市, are counties.
func (d Division) Level() Level {
	switch {
	case strings.HasSuffix(d.Code, "0000"):
		return Province
	case strings.HasSuffix(d.Code, "00"):
		return Prefecture
	}
	return County
}

// stood reports whether the division had its name in a year or the one before, for
// a report of January speaks of the year before; year 0 is any. Before the
// first table and between the last two, where both may be right, the nearer holds.
func (d Division) stood(year int) bool {
	first, last := d.From-1, d.To+1
	switch {
	case d.From == firstTable:
		first = 0
	case d.From == lastTable:
		first = lastButOne - 1
	}
	if d.To == lastButOne {
		last = lastTable
	}
	return year == 0 || year > first && (d.To == 0 || year <= last)
}

// Years of tables.
const (
	firstTable = 1980
	lastButOne = 2019
	lastTable  = 2023
)

//go:embed divisions.tsv
var table string

// index is the table, by code and by every form of a name.
type index struct {
	byCode map[string][]Division
	byForm map[string][]named
	first  map[rune]int // how many characters the longest form has that begins so
}

type named struct {
	Division
	short bool // the form lacks what tells the kind: 荔湾 of 荔湾区
}

var whole = sync.OnceValue(func() *index {
	x := &index{map[string][]Division{}, map[string][]named{}, map[rune]int{}}
	for row := range strings.Lines(table) {
		d := parse(row)
		x.byCode[d.Code] = append(x.byCode[d.Code], d)
		x.add(d.Name, named{d, false})
		for _, form := range shortForms(d.Name) {
			x.add(form, named{d, true})
		}
	}
	return x
})

// parse reads a row of the table; a test reads every one.
func parse(row string) Division {
	cells := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
	d := Division{Code: cells[0], Name: cells[1]}
	d.From, _ = strconv.Atoi(cells[2])
	d.To, _ = strconv.Atoi(cells[3])
	return d
}

func (x *index) add(form string, n named) {
	x.byForm[form] = append(x.byForm[form], n)
	letters := []rune(form)
	x.first[letters[0]] = max(x.first[letters[0]], len(letters))
}

// ofCode returns the division that had a code in a year; of several, as when a
// county became a city, the later.
func ofCode(code string, year int) (Division, bool) {
	all := whole().byCode[code]
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].stood(year) {
			return all[i], true
		}
	}
	return Division{}, false
}

// Path returns a division with those above it, the province first, under their
// names of a year.
func (d Division) Path(year int) []Division {
	var path []Division
	for _, code := range []string{d.Code[:2] + "0000", d.Code[:4] + "00"} {
		if above, ok := ofCode(code, year); ok && code != d.Code {
			path = append(path, above)
		}
	}
	return append(path, d)
}

// holds reports whether another division is inside this one, by its code.
func (d Division) holds(other Division) bool {
	return d.Level() < other.Level() && strings.HasPrefix(other.Code, d.Code[:2*d.Level()])
}
