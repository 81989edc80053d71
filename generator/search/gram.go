package search

import (
	"iter"
	"maps"
	"slices"
	"unicode/utf8"
)

// Lists of a phrase's grams that are together longer than this, in bytes, are
// not read to find the phrase: it has a list of its own.
const long = 8 << 10

// gram is three characters of a key.
type gram [3]rune

// gramList is a gram with its list.
type gramList struct {
	gram
	list string
}

const (
	afterKey = ' '  // in a gram, what stands after the key's end
	filler   = '\t' // in a gram that is shorter
)

// stream is the keys of all units one after the other.
type stream struct {
	alphabet []rune  // in order
	chars    []int32 // positions in alphabet
	unit     []int32 // of each char
	start    []int32 // of each unit, in chars
}

// newStream puts keys one after the other, with two spaces after each.
func newStream(units []unit) stream {
	var s stream
	length := 0
	for _, u := range units {
		length += utf8.RuneCountInString(u.text) + 2
	}
	s.chars, s.unit, s.start = make([]int32, 0, length), make([]int32, 0, length), make([]int32, 0, len(units))
	used := map[rune]int32{afterKey: 0}
	for i, u := range units { // characters first, and when all are known their positions
		s.start = append(s.start, int32(len(s.chars)))
		for _, r := range append(key([]rune(u.text)), afterKey, afterKey) {
			used[r] = 0
			s.chars = append(s.chars, r)
			s.unit = append(s.unit, int32(i))
		}
	}
	s.alphabet = slices.Sorted(maps.Keys(used))
	for i, r := range s.alphabet {
		used[r] = int32(i)
	}
	for i, r := range s.chars {
		s.chars[i] = used[r]
	}
	return s
}

// sorted are the places where grams begin, by gram and then as they come.
func (s stream) sorted() []int32 {
	places := make([]int32, 0, len(s.chars)-2*len(s.start))
	for i, c := range s.chars {
		if s.alphabet[c] != afterKey {
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
		for run := range s.runs(s.sorted(), 0) {
			lists, _ := s.begin(run, 1)
			for _, l := range lists {
				if !yield(l) {
					return
				}
			}
		}
	}
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

// begin lists the grams at sorted places, which begin with the same characters,
// as many as depth; and the length of their lists.
func (s stream) begin(places []int32, depth int) (all []gramList, length int) {
	g := gram{filler, filler, filler}
	for i := range depth {
		g[i] = s.alphabet[s.chars[int(places[0])+i]]
	}
	if depth == len(g) {
		list := s.places(places)
		return []gramList{{g, list}}, len(list)
	}
	for run := range s.runs(places, depth) {
		lists, n := s.begin(run, depth+1)
		all, length = append(all, lists...), length+n
	}
	if length > long {
		all = slices.Insert(all, 0, gramList{g, list(s.units(places))})
	}
	return all, length
}

// units are the units of places, each once, in order.
func (s stream) units(places []int32) []int {
	units := make([]int, len(places))
	for i, p := range places {
		units[i] = int(s.unit[p])
	}
	slices.Sort(units)
	return slices.Compact(units)
}

// places is a list of places.
func (s stream) places(places []int32) string {
	var out []byte
	unit, at := 0, 0
	for _, p := range places {
		u := int(s.unit[p])
		if u != unit {
			at = 0
		}
		position := int(p - s.start[u])
		out = appendNumber(out, u-unit)
		out = appendNumber(out, position-at)
		unit, at = u, position
	}
	return string(out)
}
