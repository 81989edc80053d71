package compare

import "math/bits"

// numbers gives pairs of characters numbers, from 0 on. It is a table in which each stands
// where its bits say, or behind: a step or two for each of the many pairs of a text. With a
// map a build of 200 reports took a twelfth more.
type numbers struct {
	places []numbered // a power of two of them, of which no more than half are taken
	given  int
}

// numbered is a pair with its number; 0 and 0 where there is none, for no pair is 0.
type numbered struct {
	pair
	number int32
}

func makeNumbers(places int) numbers { return numbers{places: make([]numbered, places)} }

// place is that of a pair, or the free one where it would stand.
func (n *numbers) place(p pair) *numbered {
	shift := 64 - bits.TrailingZeros(uint(len(n.places)))
	for i := uint64(p) * 0x9E3779B97F4A7C15 >> shift; ; i++ {
		if at := &n.places[i&uint64(len(n.places)-1)]; at.pair == p || at.pair == 0 {
			return at
		}
	}
}

// of is the number of a pair; false where it has none.
func (n *numbers) of(p pair) (int32, bool) {
	at := n.place(p)
	return at.number, at.pair == p
}

// give gives a pair that has none the next number.
func (n *numbers) give(p pair) int32 {
	if 2*n.given >= len(n.places) {
		n.grow()
	}
	number := int32(n.given)
	*n.place(p) = numbered{p, number}
	n.given++
	return number
}

func (n *numbers) grow() {
	wider := makeNumbers(2 * len(n.places))
	for _, x := range n.places {
		if x.pair != 0 {
			*wider.place(x.pair) = x
		}
	}
	n.places = wider.places
}

// clear takes all numbers back.
func (n *numbers) clear() {
	clear(n.places)
	n.given = 0
}
