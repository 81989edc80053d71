package script

import (
	_ "embed"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

//go:embed radicals.txt
var radicals string

//go:embed variants.txt
var variants string

//go:embed characters.txt
var characters string

// Nothing is what a character folds to that is not compared at all.
const Nothing rune = -1

// basic folds the Basic Multilingual Plane by index, astral what lies above it
// and does not stay the same, same only one way of encoding to another. only has by
// index 1 for characters of Traditional text alone and -1 for those of Simplified text
// alone. All are read only.
var basic, astral, same, only = tables()

// Fold maps one code point to the one it is compared as: what Same maps, old and
// regional forms and Traditional to Simplified, upper case to lower. One to one or
// to Nothing, so that offsets hold; folding twice changes nothing more. The result
// is an index, never shown.
func Fold(r rune) rune {
	if uint32(r) < uint32(len(basic)) {
		return basic[r]
	}
	return foldAstral(r)
}

// foldAstral stands apart so that Fold can be put in line, which texts go through often.
//
//go:noinline
func foldAstral(r rune) rune {
	if f, ok := astral[r]; ok {
		return f
	}
	if IsIgnorable(r) {
		return Nothing
	}
	return r
}

// IsSpace is unicode.IsSpace, which nothing beyond U+3000 is: it can be put in line, and
// most of a text is beyond that.
func IsSpace(r rune) bool { return r <= '\u3000' && unicode.IsSpace(r) }

// FoldString folds every code point and leaves out Nothing. A byte that is not
// UTF-8 becomes U+FFFD.
func FoldString(s string) string { return strings.Map(Fold, s) }

// Same maps one code point to the one that is the same character, however it was
// encoded: the full-width forms and U+3000 to ASCII, radicals and compatibility
// ideographs to the ideograph, a letter with accents to the letter; combining
// marks and what is ignorable are Nothing. Script and case stay.
func Same(r rune) rune {
	if f, ok := same[r]; ok {
		return f
	}
	if IsIgnorable(r) {
		return Nothing
	}
	return r
}

func tables() (*[0x10000]rune, map[rune]rune, map[rune]rune, *[0x40000]int8) {
	basic, astral, only := new([0x10000]rune), map[rune]rune{}, new([0x40000]int8)
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
	for line := range strings.Lines(variants) {
		if pair := []rune(line); pair[0] != '#' {
			set(pair[0], pair[1])
		}
	}
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
	for r, f := range basic {
		if int(f) < len(basic) && basic[f] != f {
			set(rune(r), basic[f])
		}
		if IsIgnorable(rune(r)) {
			set(rune(r), Nothing)
		}
	}

	same := encodings()
	folded := map[rune]rune{}
	for from, to := range same {
		folded[from] = to
		if f, ok := astral[to]; ok {
			folded[from] = f
		} else if to >= 0 && int(to) < len(basic) {
			folded[from] = basic[to]
		}
	}
	for from, to := range folded {
		set(from, to)
	}
	return basic, astral, same, only
}

// encodings are the code points that encode a character once more, or that only
// change the one before them.
func encodings() map[rune]rune {
	same := map[rune]rune{'\u3000': ' '}
	for line := range strings.Lines(radicals) {
		if pair := []rune(line); pair[0] != '#' {
			same[pair[0]] = pair[1]
		}
	}
	for r := rune(0x80); r < 0x30000; r++ {
		if 0x3400 <= r && r < 0xF900 || 0x20000 <= r && r < 0x2F800 {
			continue // ideographs and Hangul, which have no other encoding
		}
		switch {
		case accent(r):
			same[r] = Nothing
		case same[r] == 0:
			if to := decomposed(r); accent(to) || IsIgnorable(to) {
				same[r] = Nothing
			} else if to != r {
				same[r] = to
			}
		}
	}
	return same
}

// accent tells a mark that changes the letter before it, in whatever script; what
// spells a vowel in one script is none.
func accent(r rune) bool { return unicode.Is(unicode.Mn, r) && unicode.Is(unicode.Inherited, r) }

// decomposed is the letter that a code point is with accents, the ideograph that
// it is a double of, or what it is in another width; otherwise itself.
func decomposed(r rune) rune {
	form := norm.NFD
	if 0xFE30 <= r && r <= 0xFE6F || 0xFF00 <= r && r <= 0xFFEF || 0x1D400 <= r && r <= 0x1D7FF || 0x3038 <= r && r <= 0x303A {
		form = norm.NFKD
	}
	all := []rune(form.String(string(r)))
	if len(all) > 1 && !unicode.IsLetter(all[0]) {
		return r
	}
	for _, mark := range all[1:] {
		if !accent(mark) {
			return r
		}
	}
	return all[0]
}
