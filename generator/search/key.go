package search

import (
	"strings"
	"sync"
	"unicode"

	"jianzhu/generator/script"
)

// Key is a text as it is compared: folded (package script), without white space
// and without punctuation, so that a phrase is found across a comma or a quote
// mark. Between Latin letters and digits that of ASCII counts (6.3, 29:71,
// COVID-19); % and ‰ count everywhere. A part of a text has a key that is
// part of the text's key.
func Key(text string) string { return string(appendKey(nil, []rune(text))) }

// appendKey adds the key of a text.
func appendKey(to, text []rune) []rune {
	from := len(to)
	for _, r := range text {
		if r = script.Fold(r); r != script.Nothing && !isBlank(r) {
			to = append(to, r)
		}
	}
	solid := to[from:]
	kept := solid[:0]
	before := rune(0) // in solid, as it was
	for i, r := range solid {
		if !isMark(r) || r < 0x80 && isLatin(before) && i+1 < len(solid) && isLatin(solid[i+1]) {
			kept = append(kept, r)
		}
		before = r
	}
	return to[:from+len(kept)]
}

func isBlank(r rune) bool {
	if r < common {
		return kinds()[r] == blank
	}
	return !isHan(r) && unicode.In(r, unicode.Z, unicode.Cc, unicode.Cf)
}

func isMark(r rune) bool {
	if r < common {
		return kinds()[r] == mark
	}
	return !isHan(r) && unicode.IsPunct(r)
}

// isHan is of the block that has most characters of a text: tables need not be asked.
func isHan(r rune) bool { return '一' <= r && r <= '\u9fff' }

func isLatin(r rune) bool { return '0' <= r && r <= '9' || 'a' <= r && r <= 'z' }

// common ends the code points among which most of what is no ideograph is.
const common = 0x3100

// What common code points are.
const (
	other = iota
	blank
	mark
)

var kinds = sync.OnceValue(func() *[common]uint8 {
	all := new([common]uint8)
	for i := range all {
		switch r := rune(i); {
		case unicode.In(r, unicode.Z, unicode.Cc, unicode.Cf):
			all[i] = blank
		case unicode.IsPunct(r) && !strings.ContainsRune("%‰", r):
			all[i] = mark
		}
	}
	return all
})
