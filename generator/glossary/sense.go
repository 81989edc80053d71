package glossary

import (
	"cmp"
	"slices"
	"strings"
)

// Sense returns the id of the meaning a term has at start to end, in code
// points, of a paragraph of a report of a year from a region, given by its path of
// names from the province down and its GB/T 2260 code. It is "" where nothing decides;
// where its only meaning does not hold, or none does at the time, the term is none.
//
// A meaning does not hold at another time, where the year is known, nor in other reports
// or regions than it names. Of those that hold, such as name the report come first, then
// those that name its region or one above it, the nearest first, then those that name
// none. Of these the one with a near word in the nearest clause of the paragraph is taken,
// of several the one with most there; where there is none, the one that asks for no
// word; and where that is none either, one of the next.
func (t Term) Sense(slug string, region []string, code string, year int, paragraph string, start, end int) (id string, holds bool) {
	nearness := func(s *Sense) int { return s.nearness(slug, region, code, year) }
	var left []*Sense
	for i := range t.Senses {
		if s := &t.Senses[i]; nearness(s) >= 0 {
			left = append(left, s)
		}
	}
	if year != 0 && len(t.Senses) > 0 && !slices.ContainsFunc(t.Senses, func(s Sense) bool { return s.isOf(year) }) {
		return "", false
	}
	for len(left) > 0 {
		at := nearness(slices.MaxFunc(left, func(a, b *Sense) int { return cmp.Compare(nearness(a), nearness(b)) }))
		first := slices.DeleteFunc(slices.Clone(left), func(s *Sense) bool { return nearness(s) < at })
		left = slices.DeleteFunc(left, func(s *Sense) bool { return nearness(s) == at })

		near := nearest(first, paragraph, start, end)
		if len(near) == 1 {
			return near[0].ID, true
		}
		first = slices.DeleteFunc(first, func(s *Sense) bool { return len(s.Near) > 0 })
		if len(first) == 1 {
			return first[0].ID, true
		}
		if len(near)+len(first) > 0 {
			break
		}
	}
	return "", len(t.Senses) != 1
}

// Nearness of a meaning to a report, beside the level of a region, 1 for a province.
const (
	elsewhere  = -1
	everywhere = 0
	here       = 99
)

// nearness tells how closely a meaning is bound to a report.
func (s Sense) nearness(slug string, region []string, code string, year int) int {
	if year != 0 && !s.isOf(year) {
		return elsewhere
	}
	if slices.Contains(s.Reports, slug) {
		return here
	}
	if level := s.round(region, code); level > 0 {
		return level
	}
	if len(s.Reports)+len(s.Regions) > 0 {
		return elsewhere
	}
	return everywhere
}

// isOf reports whether a meaning holds in reports of a year.
func (s Sense) isOf(year int) bool { return s.Since <= year && (s.Until == 0 || year <= s.Until) }

// round is the level of the nearest of the sense's regions that is the place or above
// it, 1 for a province; 0 for none.
func (s Sense) round(region []string, code string) int {
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
