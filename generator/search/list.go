package search

import (
	"encoding/base64"
	"encoding/binary"
	"math/bits"
)

// packed is numbers as bits. A place is some twenty bits, and most grams are in one place or
// two: decimals would take a half more. Bits stand in a file as digits (see digit.go); short
// lists in JSON, which would escape some of these, as base64.
type packed struct {
	bytes []byte
	open  uint64 // bits after these, the first of them the highest
	n     int    // how many these are: less than a word
}

// word is how many bits are put at once, at most.
const word = 32

// put adds the lowest bits of a number, which has no others, the highest of them first.
func (p *packed) put(n uint64, width int) {
	p.open |= n << (64 - p.n - width)
	p.n += width
	if p.n >= word {
		p.bytes = binary.BigEndian.AppendUint32(p.bytes, uint32(p.open>>word))
		p.open <<= word
		p.n -= word
	}
}

// number adds a number in an exponential Golomb code: of those below 1<<order it takes
// order+1 bits, and two more for each time that they double.
func (p *packed) number(n, order int) {
	from := uint64(n) + 1<<order
	width := bits.Len64(from)
	if zeros := width - 1 - order; zeros+width <= word {
		p.put(from, zeros+width)
	} else {
		p.wide(0, zeros)
		p.wide(from, width)
	}
}

// wide is put for more bits than a word has.
func (p *packed) wide(n uint64, width int) {
	if width > word {
		p.put(n>>word, width-word)
		width = word
	}
	p.put(n&(1<<width-1), width)
}

// far is how many times the lowest bits of a gap may be over, at most, before it is one of
// those that are told like numbers.
const far = 16

// gap adds a number that is one of many that are spread by chance, in a Rice code: how many
// times the lowest bits, so many as the order, are over, as so many zeros and a one; and these
// bits. It is a twentieth shorter than number for most lists.
func (p *packed) gap(n, order int) {
	over := n >> order
	if over >= far {
		p.put(0, far)
		p.number(n-far<<order, order)
		return
	}
	p.put(1, over+1)
	p.put(uint64(n&(1<<order-1)), order)
}

// add adds all of another.
func (p *packed) add(other *packed) {
	whole := other.bytes // of which there are words
	for ; len(whole) > 0; whole = whole[word/8:] {
		p.put(uint64(binary.BigEndian.Uint32(whole)), word)
	}
	p.put(other.open>>(64-other.n), other.n)
}

// reset leaves nothing, and room for as much.
func (p *packed) reset() { *p = packed{bytes: p.bytes[:0]} }

// bits is how many there are.
func (p *packed) bits() int { return 8*len(p.bytes) + p.n }

// whole is all of them, with no more after them than a byte needs.
func (p *packed) whole() []byte {
	return binary.BigEndian.AppendUint64(p.bytes, p.open)[:(p.bits()+7)/8]
}

func (p *packed) String() string { return base64.RawStdEncoding.EncodeToString(p.whole()) }

// orderFor is the order of n gaps which are so long together.
func orderFor(length, n int) int { return bits.Len(uint(9 * length / 16 / max(1, n))) }

// units adds units in order, of so many: how many they are, and how many stand between
// each and the one before it.
func (p *packed) units(list []int, of int) {
	p.number(len(list), 0)
	order, next := orderFor(of-len(list), len(list)), 0
	for _, u := range list {
		p.gap(u-next, order)
		next = u + 1
	}
}

// code is how lists of places are written: units of so many, positions of an order.
type code struct{ Units, Order int }

// places adds places in order: how many they are, and of each how many units after the one
// before it, and the position in the unit, counted in characters of its key, from the
// position before where the unit is the same.
func (p *packed) places(list []place, by code) {
	p.number(len(list)-1, 0)
	order, before := orderFor(by.Units, len(list)), place{}
	for _, at := range list {
		if at.unit != before.unit {
			before.at = 0
		}
		p.gap(int(at.unit-before.unit), order)
		p.gap(int(at.at-before.at), by.Order)
		before = at
	}
}

// list is a list of units, of so many, alone.
func list(units []int, of int) string {
	var p packed
	p.units(units, of)
	return p.String()
}
