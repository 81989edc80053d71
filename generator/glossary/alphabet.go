package glossary

import (
	"slices"
	"sync"
	"unicode/utf8"

	"jianzhu/generator/script"
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
	astral     map[rune]class // of those above that are in forms
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

	start := withoutForms()
	a := &alphabet{basic: start.basic, astral: map[rune]class{}}
	next := class(firstFree)
	for _, r := range slices.Concat(letters, others) {
		for _, written := range slices.Concat([]rune{r}, start.origins[r]) {
			if written > 0xFFFF {
				a.astral[written] = next
			} else {
				a.basic[written] = next
			}
		}
		next++
	}
	a.lastLetter = firstFree + class(len(letters)) - 1
	a.size = int(next)
	return a
}

// slate is what all alphabets begin from: the classes that do not depend on any
// form, and for folded code points those others that fold to them.
type slate struct {
	basic   [0x10000]class
	origins map[rune][]rune
}

var withoutForms = sync.OnceValue(func() *slate {
	s := &slate{origins: map[rune][]rune{}}
	for r := range rune(0x40000) { // the planes that have Han and letters
		f := fold(r)
		if f != r {
			s.origins[f] = append(s.origins[f], r)
		}
		if r <= 0xFFFF {
			s.basic[r] = fixedClass(f)
		}
	}
	return s
})

func fixedClass(folded rune) class {
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
	case folded == '.':
		return point
	case digit(folded):
		return digit0 + class(folded-'0')
	case letter(folded):
		return unknownLetter
	}
	return unknown
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
			} else if c = a.astral[r]; c == unknown && script.IsIgnorable(r) {
				c = invisible
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
