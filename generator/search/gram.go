package search

import (
	"iter"
	"math/bits"
	"unicode"
)

// Lists of a phrase's grams that have together more places than this are not read to
// find the phrase: it has a list of its own.
const long = 2000

// gram is three characters of a key.
type gram [3]rune

// gramList is a gram with where it is.
type gramList struct {
	gram
	places []int32 // in the stream
	short  bool    // it has a list of units
}

const (
	afterKey = ' '  // in a gram, what stands after the key's end
	filler   = '\t' // in a gram that is shorter
)

// stream is the keys of all units one after the other.
type stream struct {
	alphabet []rune  // in order
	chars    []int32 // positions in alphabet
	start    []int32 // of each unit, in chars
	near     []int32 // for every stride places, the unit of the first
	order    int     // of positions in a unit
}

// stride is less than most units are long.
const stride = 64

// newStream puts keys one after the other, with two spaces after each.
func newStream(units []unit) stream {
	s := stream{start: make([]int32, 0, len(units))}
	at := make([]int32, unicode.MaxRune+1) // what is used, and when all is known its position
	at[afterKey] = 1
	for _, u := range units {
		s.start = append(s.start, int32(len(s.chars)))
		for _, r := range append(key(u.runes()), afterKey, afterKey) {
			at[r] = 1
			s.chars = append(s.chars, r)
		}
	}
	for r, used := range at {
		if used > 0 {
			at[r] = int32(len(s.alphabet))
			s.alphabet = append(s.alphabet, rune(r))
		}
	}
	s.order = orderFor(len(s.chars), 2*len(units))
	unit := 0
	for i, r := range s.chars {
		s.chars[i] = at[r]
		if i%stride == 0 {
			for unit+1 < len(s.start) && int(s.start[unit+1]) <= i {
				unit++
			}
			s.near = append(s.near, int32(unit))
		}
	}
	return s
}

// together is how many places are sorted at once, about: their lists are the longest
// thing that is in memory of an index.
const together = 1 << 20

// groups are runs of characters, first and after the last, with which no more grams begin
// than most, or those of one character.
func (s stream) groups(most int) (groups [][2]int32) {
	count := make([]int, len(s.alphabet))
	for _, c := range s.chars {
		count[c]++
	}
	from, n := 0, 0
	for c := range s.alphabet {
		if n > 0 && n+count[c] > most {
			groups = append(groups, [2]int32{int32(from), int32(c)})
			from, n = c, 0
		}
		n += count[c]
	}
	return append(groups, [2]int32{int32(from), int32(len(s.alphabet))})
}

// sorted are the places where grams begin that begin with some characters, by gram
// and then as they come.
func (s stream) sorted(group [2]int32) []int32 {
	var places []int32
	for i, c := range s.chars {
		if group[0] <= c && c < group[1] && s.alphabet[c] != afterKey {
			places = append(places, int32(i))
		}
	}
	// By the last character, then the middle one, then the first: counting
	// keeps the order of what is equal.
	into := make([]int32, len(places))
	for depth := 2; depth >= 0; depth-- {
		next := make([]int, len(s.alphabet)+1)
		for _, p := range places {
			next[s.chars[int(p)+depth]+1]++
		}
		for c := range s.alphabet {
			next[c+1] += next[c]
		}
		for _, p := range places {
			c := s.chars[int(p)+depth]
			into[next[c]] = p
			next[c]++
		}
		places, into = into, places
	}
	return places
}

// lists yields the grams in order.
func (s stream) lists() iter.Seq[gramList] {
	return func(yield func(gramList) bool) {
		for _, group := range s.groups(together) {
			if !s.begin(s.sorted(group), 0, yield) {
				return
			}
		}
	}
}

// begin yields the grams at sorted places, which begin with the same characters, as many
// as depth; before these that beginning, where it needs a list of its own.
func (s stream) begin(places []int32, depth int, yield func(gramList) bool) bool {
	g := gram{filler, filler, filler}
	for i := range depth {
		g[i] = s.alphabet[s.chars[int(places[0])+i]]
	}
	if depth == len(g) {
		return yield(gramList{g, places, false})
	}
	if depth > 0 && len(places) > long && !yield(gramList{g, places, true}) {
		return false
	}
	for run := range s.runs(places, depth) {
		if !s.begin(run, depth+1, yield) {
			return false
		}
	}
	return true
}

// unitAt is the unit of a place.
func (s stream) unitAt(place int32) int {
	unit := int(s.near[place/stride])
	for unit+1 < len(s.start) && s.start[unit+1] <= place {
		unit++
	}
	return unit
}

// runs parts sorted places by the character at a depth of their grams.
func (s stream) runs(places []int32, depth int) iter.Seq[[]int32] {
	return func(yield func([]int32) bool) {
		from := 0
		for i := range places {
			if i+1 == len(places) || s.chars[int(places[i])+depth] != s.chars[int(places[i+1])+depth] {
				if !yield(places[from : i+1]) {
					return
				}
				from = i + 1
			}
		}
	}
}

// units are the units of places, each once, in order.
func (s stream) units(places []int32) (units []int) {
	in := make([]uint64, len(s.start)/64+1)
	for _, p := range places {
		u := s.unitAt(p)
		in[u/64] |= 1 << (u % 64)
	}
	for i, word := range in {
		for ; word != 0; word &= word - 1 {
			units = append(units, 64*i+bits.TrailingZeros64(word))
		}
	}
	return units
}

// pack adds where a gram is: the units, or the places. Of a place that is how many units
// after the one before it, and the position in the unit, counted in characters of its
// key, from the position before where the unit is the same.
func (s stream) pack(p *packed, l gramList) {
	if l.short {
		p.units(s.units(l.places), len(s.start))
		return
	}
	p.number(len(l.places)-1, 0)
	order, unit, at := orderFor(len(s.start), len(l.places)), 0, 0
	for _, place := range l.places {
		u := s.unitAt(place)
		if u != unit {
			at = 0
		}
		position := int(place - s.start[u])
		p.number(u-unit, order)
		p.number(position-at, s.order)
		unit, at = u, position
	}
}
