package glossary

import (
	"slices"
	"strings"
)

// Sense returns the id of the meaning a term has at start to end, in code
// points, of a paragraph of a report of a year from a region, given by its path of
// names from the province down and its GB/T 2260 code. It is "" where nothing decides.
//
// Senses of another time do not count, where the year is known. Those that name the report are preferred, then those that name its region or
// one above it, the nearest first. Among those preferred, or among all where
// none is, the one with a near word in the nearest clause of the paragraph is taken,
// of several the one with most there; without near words, the one sense that
// asks for nothing more.
func (t Term) Sense(slug string, region []string, code string, year int, paragraph string, start, end int) string {
	senses := t.Senses
	if year != 0 {
		senses = best(senses, func(s Sense) int { return s.holdsIn(year) })
	}
	pool := best(senses, func(s Sense) int {
		if slices.Contains(s.Reports, slug) {
			return 1
		}
		return 0
	})
	if len(pool) == 0 {
		pool = best(senses, func(s Sense) int { return s.nearness(region, code) })
	}
	if len(pool) == 1 {
		return pool[0].ID
	}

	preferred := len(pool) > 0
	if !preferred {
		pool = senses
	}
	if near := nearest(pool, paragraph, start, end); len(near) == 1 {
		return near[0].ID
	}
	unconditional := best(pool, func(s Sense) int {
		if len(s.Near) == 0 && (preferred || len(s.Reports)+len(s.Regions) == 0) {
			return 1
		}
		return 0
	})
	if len(unconditional) == 1 {
		return unconditional[0].ID
	}
	return ""
}

// best returns the senses with the highest score above zero.
func best(senses []Sense, score func(Sense) int) (top []Sense) {
	highest := 1
	for _, s := range senses {
		n := score(s)
		if n > highest {
			highest, top = n, nil
		}
		if n == highest {
			top = append(top, s)
		}
	}
	return top
}

// holdsIn is 1 for a sense that reports of a year may have.
func (s Sense) holdsIn(year int) int {
	if year < s.Since || s.Until != 0 && year > s.Until {
		return 0
	}
	return 1
}

// nearness tells how closely the sense's regions are round a place: the level of
// the nearest one that is the place or above it, 1 for a province; 0 for none.
func (s Sense) nearness(region []string, code string) int {
	nearest := 0
	for _, name := range s.Regions {
		level := slices.Index(region, name) + 1
		if digits := digitsOf(name); digits != "" && strings.HasPrefix(code, digits) {
			level = len(digits) / 2
		}
		nearest = max(nearest, level)
	}
	return nearest
}

// digitsOf returns the digits of a GB/T 2260 code, two for each level, without
// the pairs of zeros that end the code of a division above; "" for a name.
func digitsOf(code string) string {
	if strings.Trim(code, "0123456789") != "" {
		return ""
	}
	for len(code) > 2 && strings.HasSuffix(code, "00") {
		code = code[:len(code)-2]
	}
	return code
}
