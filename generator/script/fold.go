package script

import (
	_ "embed"
	"strings"
	"unicode"
)

//go:embed characters.txt
var characters string

// basic folds the Basic Multilingual Plane by index, astral what lies above it
// and does not stay the same. only has 1 for characters of Traditional text
// alone and -1 for those of Simplified text alone. All are read only.
var basic, astral, only = tables()

// Fold maps one code point to the one it is compared as: Traditional to
// Simplified, full-width ASCII and U+3000 to ASCII, upper case to lower. One to
// one, so that offsets hold; folding twice changes nothing more. The result is
// an index, never shown.
func Fold(r rune) rune {
	if uint32(r) < uint32(len(basic)) {
		return basic[r]
	}
	if f, ok := astral[r]; ok {
		return f
	}
	return r
}

// FoldString folds every code point. A byte that is not UTF-8 becomes U+FFFD.
func FoldString(s string) string { return strings.Map(Fold, s) }

func tables() (*[0x10000]rune, map[rune]rune, map[rune]int) {
	basic, astral, only := new([0x10000]rune), map[rune]rune{}, map[rune]int{}
	set := func(from, to rune) {
		if int(from) < len(basic) {
			basic[from] = to
		} else if from != to {
			astral[from] = to
		}
	}
	for r := range basic {
		basic[r] = rune(r)
	}
	for _, c := range unicode.CaseRanges {
		for r := rune(c.Lo); r <= rune(c.Hi); r++ {
			set(r, unicode.ToLower(r))
		}
	}
	for r := rune('！'); r <= '～'; r++ {
		set(r, unicode.ToLower(r-'！'+'!'))
	}
	set('\u3000', ' ')
	for line := range strings.Lines(characters) {
		if line[0] == '#' {
			continue
		}
		pair := []rune(strings.TrimSpace(line)) // Traditional, Simplified, marks
		set(pair[0], pair[1])
		marks := string(pair[2:])
		if !strings.Contains(marks, "t") {
			only[pair[0]] = 1
		}
		if !strings.Contains(marks, "s") {
			only[pair[1]] = -1
		}
	}
	// The dictionary leaves 著 as it is because of 著作; as an index it is
	// compared with 着, which Traditional text writes 著 (著力, 沿著).
	set('著', '着')
	return basic, astral, only
}
