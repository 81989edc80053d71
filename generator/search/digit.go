package search

import (
	"slices"
	"strings"
)

// Bytes stand in a file as digits: six as a number of seven digits to the base 116, which are
// the characters of ASCII but these. So they take a sixth more room than they are long, in
// base64 a third; and compressed by a server no more than they are long.
const (
	noDigits = "\x00\t\n\r\"&'<>\\`\x7f"
	base     = 0x80 - len(noDigits)
	group    = 6 // bytes that are a number together: of fewer are fewer digits, one more than bytes
)

// digits are the digits, worth what they are worth, and base of what is none.
var digits, worth = func() (digits []byte, worth [0x100]byte) {
	for c := range worth {
		if worth[c] = byte(base); c < 0x80 && strings.IndexByte(noDigits, byte(c)) < 0 {
			worth[c] = byte(len(digits))
			digits = append(digits, byte(c))
		}
	}
	return digits, worth
}()

// digitsOf is how many digits some bits are, about.
func digitsOf(bits int) int { return bits * (group + 1) / (8 * group) }

// quoted is a string of digits; there is room for a bracket too.
func quoted(bytes []byte) []byte {
	return append(appendDigits(append(make([]byte, 0, digitsOf(8*len(bytes))+4), '"'), bytes), '"')
}

// appendDigits adds bytes as digits.
func appendDigits(to, bytes []byte) []byte {
	for part := range slices.Chunk(bytes, group) {
		n := uint64(0)
		for _, b := range part {
			n = n<<8 | uint64(b)
		}
		var seven [group + 1]byte
		for i := len(part); i >= 0; i-- {
			seven[i] = digits[n%uint64(base)]
			n /= uint64(base)
		}
		to = append(to, seven[:len(part)+1]...)
	}
	return to
}

// appendBytes adds the bytes that are some digits, and reports whether these are.
func appendBytes(to, text []byte) ([]byte, bool) {
	for part := range slices.Chunk(text, group+1) {
		n := uint64(0)
		for _, c := range part {
			if worth[c] == byte(base) {
				return to, false
			}
			n = n*uint64(base) + uint64(worth[c])
		}
		for i := len(part) - 2; i >= 0; i-- {
			to = append(to, byte(n>>(8*i)))
		}
	}
	return to, true
}
