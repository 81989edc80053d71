package search

import (
	"encoding/binary"
	"slices"
	"strings"
	"unicode/utf8"
)

// Bytes stand in a file as a string of septets: seven bits a character, which as ASCII is one
// byte. So they take a seventh more room than they are long, in base64 a third. What neither a
// string of JavaScript nor a text should have stands with the septet behind it as one character
// of two bytes, from paired on, or where it is the last one by itself, from alone on.
const (
	barred = "\x00\n\r\"&<>\\"
	paired = 0x100
	alone  = paired + len(barred)<<septet
	septet = 7
)

// barredAt are the positions in barred, -1 of what is not there.
var barredAt = func() (at [1 << septet]int8) {
	for c := range at {
		at[c] = int8(strings.IndexByte(barred, byte(c)))
	}
	return at
}()

// inSeptets is how many septets some bits are.
func inSeptets(bits int) int { return (bits + septet - 1) / septet }

// quoted adds bytes as a string; there is room for a bracket too.
func quoted(to, bytes []byte) []byte {
	to = slices.Grow(to, inSeptets(8*len(bytes))+4)
	return append(appendSeptets(append(to, '"'), bytes), '"')
}

// appendSeptets adds bytes as septets.
func appendSeptets(to, bytes []byte) []byte {
	before := -1 // what waits for the septet behind it, by its position in barred
	put := func(c byte) {
		at := int(barredAt[c])
		switch {
		case before >= 0:
			to = utf8.AppendRune(to, rune(paired+before<<septet+int(c)))
			before = -1
		case at >= 0:
			before = at
		default:
			to = append(to, c)
		}
	}
	var eight [8]byte
	for ; len(bytes) >= septet; bytes = bytes[septet:] { // which are eight septets
		copy(eight[1:], bytes)
		word := binary.BigEndian.Uint64(eight[:])
		for shift := 7 * septet; shift >= 0; shift -= septet {
			put(byte(word>>shift) & (1<<septet - 1))
		}
	}
	clear(eight[:])
	copy(eight[1:], bytes)
	word := binary.BigEndian.Uint64(eight[:])
	for i := range inSeptets(8 * len(bytes)) {
		put(byte(word>>((7-i)*septet)) & (1<<septet - 1))
	}
	if before >= 0 {
		to = utf8.AppendRune(to, rune(alone+before))
	}
	return to
}

// fromSeptets adds the bytes of a string of septets, and reports whether it is one.
func fromSeptets(to, text []byte) ([]byte, bool) {
	open, n := uint32(0), 0
	put := func(septets ...int) {
		for _, c := range septets {
			open = open<<septet | uint32(c)
			if n += septet; n >= 8 {
				n -= 8
				to = append(to, byte(open>>n))
			}
		}
	}
	for _, r := range string(text) {
		switch c := int(r); {
		case c < 1<<septet:
			put(c)
		case paired <= c && c < alone:
			put(int(barred[(c-paired)>>septet]), (c-paired)&(1<<septet-1))
		case alone <= c && c < alone+len(barred):
			put(int(barred[c-alone]))
		default:
			return to, false
		}
	}
	return to, true
}
