package search

import (
	"bytes"
	"compress/flate"
	"fmt"
	"sync"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// deflater compresses JSON in memory, which does not fail: in GB 18030, in which a Chinese
// character has two bytes, of UTF-8 three, so that what is compressed is a seventh less. As
// base64 it takes less than half of the room of the JSON in a file.
type deflater struct {
	json, out bytes.Buffer
	coded     []byte
	writer    *flate.Writer
}

// deflaters are used again, for each has most of a megabyte.
var deflaters = sync.Pool{New: func() any { return newDeflater() }}

// quick is the effort of compression that takes a third of the time of the usual one for
// a thirtieth more.
const quick = 3

func newDeflater() *deflater {
	d := new(deflater)
	var err error
	d.writer, err = flate.NewWriter(&d.out, quick)
	never(err)
	return d
}

func never(err error) {
	if err != nil {
		panic(err)
	}
}

// packed is a text, compressed.
func (d *deflater) packed(text []byte) string {
	d.coded = appendCoded(d.coded[:0], text)
	d.out.Reset()
	d.writer.Reset(&d.out)
	_, err := d.writer.Write(d.coded)
	never(err)
	never(d.writer.Close())
	return d.out.String()
}

// appendCoded appends JSON in GB 18030. What has no two bytes there that all of its
// editions agree on is escaped, which JSON can everywhere but where it is ASCII.
func appendCoded(out, text []byte) []byte {
	pairs := pairs()
	for len(text) > 0 {
		if text[0] < utf8.RuneSelf {
			out, text = append(out, text[0]), text[1:]
			continue
		}
		r, size := utf8.DecodeRune(text)
		text = text[size:]
		if pair, ok := pairs.of(r); ok {
			out = append(out, byte(pair>>8), byte(pair))
			continue
		}
		for _, unit := range utf16.AppendRune(nil, r) {
			out = fmt.Appendf(out, `\u%04x`, unit)
		}
	}
	return out
}

// twoBytes are the characters of GB 18030 in two bytes, 0 for none.
type twoBytes [1 << 16]uint16

func (t *twoBytes) of(r rune) (pair uint16, ok bool) {
	if int(r) < len(t) {
		pair = t[r]
	}
	return pair, pair > 0
}

// pairs are the hanzi of GBK, and the punctuation, numerals and letters of GB 2312: these
// are the same in all editions.
var pairs = sync.OnceValue(func() *twoBytes {
	var t twoBytes
	decoder := simplifiedchinese.GB18030.NewDecoder()
	for pair := 0x8140; pair <= 0xfefe; pair++ {
		char, err := decoder.Bytes([]byte{byte(pair >> 8), byte(pair)})
		r, size := utf8.DecodeRune(char)
		hanzi, row := 0x4e00 <= r && r <= 0x9fa5, pair>>8
		if err == nil && size == len(char) && (hanzi || (row == 0xa1 || row == 0xa3) && !unicode.Is(unicode.Co, r)) {
			t[r] = uint16(pair)
		}
	}
	return &t
})
