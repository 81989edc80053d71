package search

import (
	"iter"
	"math/bits"
	"slices"
	"unicode"
)

// gram is three characters of a key.
type gram [3]rune

// gramList is a gram with where it is, or what grams begin with, filled up.
type gramList struct {
	gram
	places []place
}

func (g gram) compare(o gram) int { return slices.Compare(g[:], o[:]) }

// has reports whether a gram has a beginning.
func (g gram) has(beginning gram) bool {
	return g[0] == beginning[0] && (g[1] == beginning[1] || beginning[1] == filler)
}

// isBeginning reports whether a gram is what others begin with.
func (g gram) isBeginning() bool { return g[2] == filler }

// place is where a gram begins: a unit, and the position in its key. What follows the
// first character is said by positions in the alphabet.
type place struct{ unit, at, second, third int32 }

const (
	afterKey   = ' '  // in a gram, what stands after the key's end
	afterEntry = '\n' // the same where it is a title of an entry: so a word that is one is soon found
	filler     = '\t' // in a gram that is shorter
)

// isEnd reports whether a character stands after keys, and begins no gram.
func isEnd(r rune) bool { return r == afterKey || r == afterEntry }

// stream is the keys of all units one after the other.
type stream struct {
	alphabet []rune   // in order
	chars    []int32  // positions in alphabet
	start    []int32  // of each unit, in chars
	keys     int      // how many are not empty
	seen     []uint64 // room for a bit of each unit; none is set
	found    []int    // room for units
}

// newStream puts keys one after the other, with what stands after each twice.
func newStream(units []unit) *stream {
	s := &stream{start: make([]int32, 0, len(units)), seen: make([]uint64, len(units)/64+1)}
	at := make([]int32, unicode.MaxRune+1) // what is used, and when all is known its position
	length := 0
	for _, u := range units {
		length += u.most() + 2
	}
	s.chars = make([]int32, 0, length)
	for _, u := range units {
		from := len(s.chars)
		s.start = append(s.start, int32(from))
		if s.chars = appendKey(s.chars, u.runes()); len(s.chars) == from {
			continue
		}
		s.chars = append(s.chars, u.end(), u.end())
		for _, r := range s.chars[from:] {
			at[r] = 1
		}
		s.keys++
	}
	for r, used := range at {
		if used > 0 {
			at[r] = int32(len(s.alphabet))
			s.alphabet = append(s.alphabet, rune(r))
		}
	}
	for i, r := range s.chars {
		s.chars[i] = at[r]
	}
	return s
}

// count is how many grams begin with each character.
func (s *stream) count() []int {
	count := make([]int, len(s.alphabet))
	for _, c := range s.chars {
		count[c]++
	}
	for c, r := range s.alphabet {
		if isEnd(r) {
			count[c] = 0
		}
	}
	return count
}

// together is how many places are gathered at once, about, unless an eighth of all are
// more: so the keys are gone through some eight times.
const together = 1 << 20

// beginnings yields the characters in order, with the places of the grams that begin with
// each as they come; no more than most are gathered at once, or those of one character.
func (s *stream) beginnings(most int) iter.Seq2[rune, []place] {
	return func(yield func(rune, []place) bool) {
		count := s.count()
		var room []place
		for first := 0; first < len(count); {
			last, n := first, 0
			for last < len(count) && (n == 0 || n+count[last] <= most) {
				n += count[last]
				last++
			}
			if cap(room) < n {
				room = make([]place, n)
			}
			places := room[:n]
			s.gather(places, count[first:last], int32(first))
			for ; first < last; first++ {
				of := places[:count[first]]
				places = places[len(of):]
				if len(of) > 0 && !yield(s.alphabet[first], of) {
					return
				}
			}
		}
	}
}

// gather gathers the places of some characters from the first on, of which there are so
// many each: by character, and then as they come.
func (s *stream) gather(places []place, count []int, first int32) {
	next := make([]int, len(count))
	for c, n := range count[:len(count)-1] {
		next[c+1] = next[c] + n
	}
	unit := 0
	for i, c := range s.chars {
		if c -= first; uint32(c) >= uint32(len(next)) || count[c] == 0 {
			continue
		}
		for unit+1 < len(s.start) && int(s.start[unit+1]) <= i {
			unit++
		}
		places[next[c]] = place{int32(unit), int32(i) - s.start[unit], s.chars[i+1], s.chars[i+2]}
		next[c]++
	}
}

// lists yields the grams in order. A list is gone with the next one.
func (s *stream) lists() iter.Seq[gramList] {
	return func(yield func(gramList) bool) {
		sort := newSorter(len(s.alphabet))
		for first, places := range s.beginnings(max(together, len(s.chars)/8)) {
			sort.sort(places)
			if !s.begin(first, places, yield) {
				return
			}
		}
	}
}

// begin yields the grams that begin with a character, by their sorted places; before all
// of them the character, and before those that begin alike, that beginning.
func (s *stream) begin(first rune, places []place, yield func(gramList) bool) bool {
	if !yield(gramList{gram{first, filler, filler}, places}) {
		return false
	}
	for len(places) > 0 {
		second := s.alphabet[places[0].second]
		alike := run(places, func(p place) int32 { return p.second })
		places = places[len(alike):]
		if !yield(gramList{gram{first, second, filler}, alike}) {
			return false
		}
		for len(alike) > 0 {
			third := s.alphabet[alike[0].third]
			same := run(alike, func(p place) int32 { return p.third })
			alike = alike[len(same):]
			if !yield(gramList{gram{first, second, third}, same}) {
				return false
			}
		}
	}
	return true
}

// run is the first of some sorted places that have the same character somewhere.
func run(places []place, character func(place) int32) []place {
	n := 1
	for n < len(places) && character(places[n]) == character(places[0]) {
		n++
	}
	return places[:n]
}

// units are the units of places, each once, in order. They are gone with the next ones.
func (s *stream) units(places []place) []int {
	for _, p := range places {
		s.seen[p.unit/64] |= 1 << (p.unit % 64)
	}
	s.found = s.found[:0]
	for i, word := range s.seen {
		for s.seen[i] = 0; word != 0; word &= word - 1 {
			s.found = append(s.found, 64*i+bits.TrailingZeros64(word))
		}
	}
	return s.found
}

// pack adds where a gram is: the units, or the places.
func (s *stream) pack(p *packed, l gramList, by code) {
	if l.isBeginning() {
		p.units(s.units(l.places), by.Units)
		return
	}
	p.places(l.places, by)
}

// sorter sorts places by what follows their first character. Counting keeps the order of
// what is equal.
type sorter struct {
	second, third []int32 // how many have each character there
	spare         []place
}

func newSorter(characters int) *sorter {
	return &sorter{second: make([]int32, characters), third: make([]int32, characters)}
}

func (t *sorter) sort(places []place) {
	clear(t.second)
	clear(t.third)
	for _, p := range places {
		t.second[p.second]++
		t.third[p.third]++
	}
	starts(t.second)
	starts(t.third)
	if cap(t.spare) < len(places) {
		t.spare = make([]place, len(places))
	}
	spare := t.spare[:len(places)]
	for _, p := range places {
		spare[t.third[p.third]] = p
		t.third[p.third]++
	}
	for _, p := range spare {
		places[t.second[p.second]] = p
		t.second[p.second]++
	}
}

// starts makes of how many have each character where the first of them goes.
func starts(count []int32) {
	sum := int32(0)
	for c, n := range count {
		count[c] = sum
		sum += n
	}
}
