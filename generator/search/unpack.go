package search

import (
	"encoding/binary"
	"math/bits"
)

// unpacker reads the numbers of packed.
type unpacker struct {
	bytes []byte // and more than a word behind them
	at    int    // bits that are read
}

func unpackerOf(whole []byte) *unpacker { return &unpacker{bytes: append(whole, make([]byte, 9)...)} }

// window is what begins at a bit: most of a word.
func (u *unpacker) window(at int) uint64 {
	return binary.BigEndian.Uint64(u.bytes[at/8:]) << (at % 8)
}

// number reads what packed.number wrote.
func (u *unpacker) number(order int) int {
	zeros := bits.LeadingZeros64(u.window(u.at))
	u.at += zeros
	width := zeros + order + 1
	n := u.window(u.at) >> (64 - width)
	u.at += width
	return int(n) - 1<<order
}

// gap reads what packed.gap wrote.
func (u *unpacker) gap(order int) int {
	window := u.window(u.at)
	over := bits.LeadingZeros64(window)
	if over >= far {
		u.at += far
		return far<<order + u.number(order)
	}
	u.at += over + 1 + order
	return over<<order + int(window<<(over+1)>>1>>(63-order))
}

// units reads a list of units, of so many.
func (u *unpacker) units(of int) []int {
	list := make([]int, u.number(0))
	order, next := orderFor(of-len(list), len(list)), 0
	for i := range list {
		list[i] = next + u.gap(order)
		next = list[i] + 1
	}
	return list
}

// places reads a list of places; what follows there is not in it.
func (u *unpacker) places(by code) []place {
	list := make([]place, u.number(0)+1)
	order, last := orderFor(by.Units, len(list)), place{}
	for i := range list {
		if past := u.gap(order); past > 0 {
			last = place{unit: last.unit + int32(past)}
		}
		last.at += int32(u.gap(by.Order))
		list[i] = last
	}
	return list
}

// pass goes past the list of a gram.
func (u *unpacker) pass(g gram, by code) {
	if g.isBeginning() {
		n := u.number(0)
		for order := orderFor(by.Units-n, n); n > 0; n-- {
			u.gap(order)
		}
		return
	}
	n := u.number(0) + 1
	for order := orderFor(by.Units, n); n > 0; n-- {
		u.gap(order)
		u.gap(by.Order)
	}
}

// take adds the list of a gram as it stands.
func (p *packed) take(u *unpacker, g gram, by code) {
	from := u.at
	u.pass(g, by)
	for ; from < u.at; from += word {
		n := min(word, u.at-from)
		p.put(u.window(from)>>(64-n), n)
	}
}
