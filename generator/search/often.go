package search

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf16"
	"unicode/utf8"
)

// oftenText has the characters that reports have most, the most frequent ones first: of all
// that are no ASCII in a collection of 3,000 reports, all but one in forty.
//
//go:embed often.txt
var oftenText string

// A text that is to be compressed has ASCII as it is; so many characters that are frequent in
// a byte, and others, of which the table has groups of 256, in two; all others in three, the
// units of UTF-16 behind a byte. So what is compressed is a tenth less than in UTF-8 or
// GB 18030.
const (
	oneByte  = 96
	twoBytes = utf8.RuneSelf + oneByte // from this first byte on
	unitByte = 0xff                    // before the two of a unit
)

var often = []rune(strings.TrimSpace(oftenText))

// codes are the bytes of the characters of the table, 0 of any other one.
var codes = sync.OnceValue(func() *[1 << 16]uint16 {
	var of [1 << 16]uint16
	for i, r := range often {
		if of[r] = uint16(utf8.RuneSelf + i); i >= oneByte {
			of[r] = uint16(twoBytes<<8 + i - oneByte)
		}
	}
	return &of
})

// appendShort adds a text in this code.
func appendShort(to, text []byte) []byte {
	codes := codes()
	for _, r := range string(text) {
		code := uint16(0)
		if int(r) < len(codes) {
			code = codes[r]
		}
		switch {
		case r < utf8.RuneSelf:
			to = append(to, byte(r))
		case code == 0:
			for _, unit := range utf16.AppendRune(nil, r) {
				to = append(to, unitByte, byte(unit>>8), byte(unit))
			}
		case code>>8 == 0:
			to = append(to, byte(code))
		default:
			to = append(to, byte(code>>8), byte(code))
		}
	}
	return to
}

// fromShort is a text of this code. What is cut off is not in it.
func fromShort(short []byte) []byte {
	var units []uint16
	for len(short) > 0 {
		first, size, unit := short[0], 1, uint16(short[0])
		switch {
		case first < utf8.RuneSelf:
		case first < twoBytes:
			unit = uint16(often[first-utf8.RuneSelf])
		case first < unitByte && len(short) > 1:
			size = 2
			if at := oneByte + int(first-twoBytes)<<8 + int(short[1]); at < len(often) {
				unit = uint16(often[at])
			}
		case len(short) > 2:
			size, unit = 3, uint16(short[1])<<8|uint16(short[2])
		}
		units, short = append(units, unit), short[size:]
	}
	return []byte(string(utf16.Decode(units)))
}
