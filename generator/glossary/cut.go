package glossary

import (
	"unicode/utf8"

	"jianzhu/generator/script"
	"jianzhu/generator/word"
)

// beside is how many characters on either side of a form can tell that it cuts words.
const beside = 8

// cutter looks at places of a text from left to right.
type cutter struct {
	text       string
	at, offset int // the byte and the code point reached
}

// cuts tells whether a form at i to j, in code points, is made of Chinese characters
// alone and cuts words of the text.
func (c *cutter) cuts(i, j int) bool {
	for ; c.offset < i; c.offset++ {
		c.at += width(c.text, c.at)
	}
	var around [64]rune
	if j-i+2*beside > len(around) {
		return false // what is so long stands nowhere by chance
	}
	from := beside
	for at := c.at; at > 0 && from > 0; {
		r, width := utf8.DecodeLastRuneInString(c.text[:at])
		at -= width
		if r = script.Fold(r); r == script.Nothing {
			continue
		} else if !word.IsHan(r) {
			break
		}
		from--
		around[from] = r
	}
	to, end := beside, -1
	for at, offset := c.at, i; at < len(c.text) && (end < 0 || to-end < beside); offset++ {
		if offset == j {
			end = to
		}
		r, width := utf8.DecodeRuneInString(c.text[at:])
		at += width
		if r = script.Fold(r); r == script.Nothing || offset < j && space(r) {
			continue
		} else if !word.IsHan(r) {
			if offset < j {
				return false
			}
			break
		}
		around[to] = r
		to++
	}
	if end < 0 {
		end = to
	}
	return word.Cut(around[from:to], beside-from, end-from)
}
