package search

import (
	"encoding/base64"
	"math/bits"
)

// packed is numbers as bits, which stand in a file as base64. A place is some twenty
// bits, and most grams are in one place or two: digits would take a quarter more.
type packed struct {
	bytes []byte
	free  int // bits of the last byte that nothing is in
}

// put adds the lowest bits of a number, the highest of them first.
func (p *packed) put(n uint, width int) {
	for width > 0 {
		if p.free == 0 {
			p.bytes, p.free = append(p.bytes, 0), 8
		}
		some := min(width, p.free)
		width -= some
		p.free -= some
		p.bytes[len(p.bytes)-1] |= byte(n>>width&(1<<some-1)) << p.free
	}
}

// number adds a number in an exponential Golomb code: of those below 1<<order it takes
// order+1 bits, and two more for each time that they double.
func (p *packed) number(n, order int) {
	from := uint(n) + 1<<order
	width := bits.Len(from)
	p.put(0, width-1-order)
	p.put(from, width)
}

// add adds all of another.
func (p *packed) add(other packed) {
	for i, b := range other.bytes {
		if i == len(other.bytes)-1 {
			p.put(uint(b)>>other.free, 8-other.free)
		} else {
			p.put(uint(b), 8)
		}
	}
}

func (p packed) String() string { return base64.RawStdEncoding.EncodeToString(p.bytes) }

// orderFor is the order of the steps between n units of so many.
func orderFor(units, n int) int { return max(0, bits.Len(uint(units/max(1, n)))-1) }

// units adds units in order, of so many: how many they are, and how many stand between
// each and the one before it.
func (p *packed) units(list []int, of int) {
	p.number(len(list), 0)
	order, next := orderFor(of, len(list)), 0
	for _, u := range list {
		p.number(u-next, order)
		next = u + 1
	}
}

// list is a list of units, of so many, alone.
func list(units []int, of int) string {
	var p packed
	p.units(units, of)
	return p.String()
}
