package search

import (
	"strings"
	"unicode"

	"jianzhu/generator/script"
)

// Key is a text as it is compared: folded (package script), without white space
// and without punctuation, so that a phrase is found across a comma or a quote
// mark. Between Latin letters and digits that of ASCII counts (6.3, 29:71,
// COVID-19); % and ‰ count everywhere. A part of a text has a key that is
// part of the text's key.
func Key(text string) string { return string(key([]rune(text))) }

func key(text []rune) []rune {
	solid := make([]rune, 0, len(text))
	for _, r := range text {
		if r = script.Fold(r); r != script.Nothing && !isBlank(r) {
			solid = append(solid, r)
		}
	}
	kept := solid[:0]
	before := rune(0) // in solid, as it was
	for i, r := range solid {
		after := rune(0)
		if i+1 < len(solid) {
			after = solid[i+1]
		}
		if !isMark(r) || r < 0x80 && isLatin(before) && isLatin(after) {
			kept = append(kept, r)
		}
		before = r
	}
	return kept
}

func isBlank(r rune) bool {
	return !isHan(r) && unicode.In(r, unicode.Z, unicode.Cc, unicode.Cf)
}

func isMark(r rune) bool {
	return !isHan(r) && unicode.IsPunct(r) && !strings.ContainsRune("%‰", r)
}

// isHan is of the block that has most characters of a text: tables need not be asked.
func isHan(r rune) bool { return '一' <= r && r <= '\u9fff' }

func isLatin(r rune) bool { return '0' <= r && r <= '9' || 'a' <= r && r <= 'z' }
