package glossary

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/mozillazg/go-pinyin"
	"golang.org/x/text/unicode/norm"
)

// reading is the pinyin of a term with tone marks, a space between syllables.
// Each character has its most frequent reading; an editor corrects the others.
func reading(term string) string {
	tones := pinyin.NewArgs()
	tones.Style = pinyin.Tone
	var b strings.Builder
	afterSyllable := false
	for _, r := range term {
		syllable := pinyin.SinglePinyin(r, tones)
		switch {
		case quote(r):
		case len(syllable) > 0:
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(syllable[0])
			afterSyllable = true
		case r == '、' || r == '，':
			b.WriteByte(',')
		default:
			if afterSyllable {
				b.WriteByte(' ')
			}
			b.WriteRune(r)
			afterSyllable = false
		}
	}
	return b.String()
}

// plain is pinyin in small letters without tones; ü is v, as on keyboards, and
// full-width letters and Roman numerals are their ASCII letters.
func plain(pinyin string) string {
	var b strings.Builder
	runes := []rune(norm.NFKD.String(strings.ToLower(pinyin)))
	for i, r := range runes {
		switch {
		case r == 'u' && slices.Contains(marks(runes[i+1:]), '\u0308'):
			b.WriteByte('v')
		case unicode.Is(unicode.Mn, r):
		case r == 'ɑ': // letters that typesetters of pinyin use
			b.WriteByte('a')
		case r == 'ɡ':
			b.WriteByte('g')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// marks returns the combining marks that runes begins with.
func marks(runes []rune) []rune {
	for i, r := range runes {
		if !unicode.Is(unicode.Mn, r) {
			return runes[:i]
		}
	}
	return runes
}

// slug makes an id from pinyin: letters and digits, one hyphen for each other run.
func slug(pinyin string) string {
	return strings.Join(strings.FieldsFunc(plain(pinyin), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}), "-")
}

// byPinyin orders terms: those under NoInitial first, then syllable by syllable,
// tones deciding only between terms that are spelt alike.
func byPinyin(a, b Term) int {
	if x, y := a.Initial() == NoInitial, b.Initial() == NoInitial; x != y {
		if x {
			return -1
		}
		return 1
	}
	return cmp.Or(
		cmp.Compare(plain(a.Pinyin), plain(b.Pinyin)),
		cmp.Compare(a.Pinyin, b.Pinyin),
		cmp.Compare(a.Term, b.Term))
}

// ID makes an id of a name as that of a term is made: its pinyin without tones.
// It is "" for a name without letters, digits or characters that have pinyin.
func ID(name string) string { return slug(reading(name)) }
