package glossary

import (
	"slices"
	"unicode/utf8"
)

// A class is a code point as the matcher sees it: all that fold to one share a
// class, and what no form contains is unknown. The order is used: passed over
// are invisible to straightMark, letters of words unknownLetter to
// alphabet.lastLetter.
type class = uint16

const (
	unknown class = iota
	invisible
	blank
	openingMark
	closingMark
	straightMark
	gap // takes the place of the first blank between two letters
	point
	unknownLetter
	digit0
	firstFree = digit0 + 10
)

// skipped tells whether a class is passed over inside a match.
func skipped(c class) bool { return c-invisible <= straightMark-invisible }

func isSpace(c class) bool { return c == blank || c == invisible || c == gap }

// alphabet gives code points their classes.
type alphabet struct {
	basic      [0x10000]class // of the Basic Multilingual Plane
	astral     map[rune]class // of folded code points above
	lastLetter class
	size       int // classes are below
}

// newAlphabet makes an alphabet of the code points in keys.
func newAlphabet(keys []string) *alphabet {
	seen := map[rune]bool{}
	var letters, others []rune
	for _, k := range keys {
		for _, r := range k {
			switch {
			case seen[r] || digit(r) || r == '.' || r == separator:
			case letter(r):
				letters = append(letters, r)
			default:
				others = append(others, r)
			}
			seen[r] = true
		}
	}
	slices.Sort(letters)
	slices.Sort(others)

	a := &alphabet{astral: map[rune]class{}}
	var known [0x10000]class // by folded code point
	known['.'] = point
	for r := '0'; r <= '9'; r++ {
		known[r] = digit0 + class(r-'0')
	}
	next := firstFree
	for _, r := range slices.Concat(letters, others) {
		if r > 0xFFFF {
			a.astral[r] = next
		} else {
			known[r] = next
		}
		next++
	}
	a.lastLetter = firstFree + class(len(letters)) - 1
	a.size = int(next)
	for r := range a.basic {
		a.basic[r] = a.classOf(fold(rune(r)), &known)
	}
	return a
}

func (a *alphabet) classOf(folded rune, known *[0x10000]class) class {
	switch {
	case space(folded):
		return blank
	case zeroWidth(folded):
		return invisible
	case opening(folded):
		return openingMark
	case closing(folded):
		return closingMark
	case straight(folded):
		return straightMark
	case folded > 0xFFFF:
		return a.astral[folded]
	case known[folded] == unknown && letter(folded):
		return unknownLetter
	}
	return known[folded]
}

func (a *alphabet) isLetter(c class) bool { return c-unknownLetter <= a.lastLetter-unknownLetter }

func isDigit(c class) bool { return c-digit0 < 10 }

// spell returns the classes of a key.
func (a *alphabet) spell(k string) []class {
	classes := make([]class, 0, len(k)/2)
	for _, r := range k {
		switch {
		case r == separator:
			classes = append(classes, gap)
		case r > 0xFFFF:
			classes = append(classes, a.astral[r])
		default:
			classes = append(classes, a.basic[r])
		}
	}
	return classes
}

// read appends the class of each code point of text, so that an index is an
// offset. A byte that is not UTF-8 counts as one.
func (a *alphabet) read(dst []class, text string) []class {
	for i := 0; i < len(text); {
		var c class
		if commonHan(text, i) {
			c = a.basic[rune(text[i]&0x0F)<<12|rune(text[i+1]&0x3F)<<6|rune(text[i+2]&0x3F)]
			i += 3
		} else {
			r, width := utf8.DecodeRuneInString(text[i:])
			if r <= 0xFFFF {
				c = a.basic[r]
			} else {
				c = a.astral[fold(r)]
			}
			i += width
		}
		dst = append(dst, c)
		if a.isLetter(c) {
			a.keepGap(dst)
		}
	}
	return dst
}

// commonHan tells whether a code point from U+1000 to U+CFFF begins at i, which
// most of Chinese is: three bytes of which the first alone shows that the number
// is in range, where in general DecodeRuneInString has to look closer.
func commonHan(text string, i int) bool {
	return i+2 < len(text) && text[i]-0xE1 < 0xED-0xE1 && text[i+1]&0xC0 == 0x80 && text[i+2]&0xC0 == 0x80
}

// keepGap makes spaces count that stand between the letter at the end of
// classes and another before it.
func (a *alphabet) keepGap(classes []class) {
	first := -1
	for i := len(classes) - 2; i >= 0; i-- {
		switch c := classes[i]; {
		case c == blank:
			first = i
		case !skipped(c):
			if first >= 0 && a.isLetter(c) {
				classes[first] = gap
			}
			return
		}
	}
}
