package glossary

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"jianzhu/generator/script"
	"jianzhu/generator/tongue"
	"jianzhu/generator/word"
)

// reading is how a term is read, as far as its words tell; an editor corrects the rest.
type reading struct {
	words     string   // pinyin with tone marks, words joined as GB/T 16159 has it
	syllables string   // the same with a space between syllables
	doubtful  []string // characters with what they are read here and what else is possible
}

func read(term string) (r reading) {
	var runes, folded []rune
	for _, c := range term {
		if !quote(c) {
			runes, folded = append(runes, c), append(folded, script.Fold(c))
		}
	}
	var joined, apart strings.Builder
	both := func(s string) { joined.WriteString(s); apart.WriteString(s) }
	afterSyllable := false
	for i, s := range word.Read(folded) {
		switch c := runes[i]; {
		case s.Pinyin != "":
			if apart.Len() > 0 {
				apart.WriteByte(' ')
				if s.Begins {
					joined.WriteByte(' ')
				} else if s.Linked {
					joined.WriteByte('-')
				} else if strings.ContainsAny(plain(s.Pinyin)[:1], "aoe") {
					joined.WriteByte('\'')
				}
			}
			both(s.Pinyin)
			if s.Other != "" {
				r.doubtful = append(r.doubtful, string(c)+" "+s.Pinyin+tongue.Text(" or ")+s.Other)
			}
			afterSyllable = true
		case c == '、' || c == '，':
			both(",")
		default:
			if afterSyllable && c != '+' && c != '＋' {
				both(" ")
			}
			both(string(c))
			afterSyllable = false
		}
	}
	r.words, r.syllables = joined.String(), apart.String()
	return r
}

// plain is pinyin in small letters without tones; ü is v, as on keyboards, and
// full-width letters and Roman numerals are their ASCII letters.
func plain(pinyin string) string {
	letters := make([]byte, 0, len(pinyin))
	for _, r := range pinyin {
		switch {
		case 'A' <= r && r <= 'Z':
			letters = append(letters, byte(r)|0x20)
		case r < utf8.RuneSelf:
			letters = append(letters, byte(r))
		case untoned[r] != "":
			letters = append(letters, untoned[r]...)
		default:
			return decomposed(pinyin)
		}
	}
	return string(letters)
}

// untoned are the usual letters that are not ASCII, plain.
var untoned = func() map[rune]string {
	letters := map[rune]string{}
	for _, r := range "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿê" {
		letters[r] = decomposed(string(r))
	}
	return letters
}()

// decomposed is plain of any letters.
func decomposed(pinyin string) string {
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

// apart is given pinyin without tones, a space between syllables: a consonant before a
// vowel begins one, and so does what an apostrophe or hyphen stands before.
func apart(pinyin string) string {
	letters := plain(pinyin)
	vowel := func(i int) bool { return i < len(letters) && strings.IndexByte("aeiouv", letters[i]) >= 0 }
	letter := func(i int) bool { return i >= 0 && 'a' <= letters[i] && letters[i] <= 'z' }
	var b strings.Builder
	for i, c := range []byte(letters) {
		retroflex := strings.IndexByte("zcs", c) >= 0 && i+1 < len(letters) && letters[i+1] == 'h'
		second := c == 'h' && i > 0 && strings.IndexByte("zcs", letters[i-1]) >= 0
		switch {
		case c == '\'' || c == '-':
			c = ' '
		case letter(i) && letter(i-1) && !vowel(i) && !second && (vowel(i+1) || retroflex && vowel(i+2)):
			b.WriteByte(' ')
		}
		b.WriteByte(c)
	}
	return b.String()
}

// slug makes an id from pinyin: letters and digits, one hyphen for each other run.
func slug(pinyin string) string {
	return strings.Join(strings.FieldsFunc(plain(pinyin), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}), "-")
}

// sorted orders terms: those under NoInitial first, then syllable by syllable, tones
// deciding only between terms that are spelt alike; what is alike in all this stays as
// it is.
func sorted(terms []Term) []Term {
	type place struct {
		under bool   // an initial
		plain string // syllables
		at    int
	}
	places := make([]place, len(terms))
	for i, t := range terms {
		places[i] = place{t.Initial() != NoInitial, plain(t.syllables), i}
	}
	slices.SortFunc(places, func(a, b place) int {
		if a.under != b.under {
			if b.under {
				return -1
			}
			return 1
		}
		x, y := &terms[a.at], &terms[b.at]
		return cmp.Or(cmp.Compare(a.plain, b.plain), cmp.Compare(x.Pinyin, y.Pinyin), cmp.Compare(x.Term, y.Term), cmp.Compare(a.at, b.at))
	})
	list := make([]Term, len(terms))
	for i, p := range places {
		list[i] = terms[p.at]
	}
	return list
}

// ID makes an id of a name as that of a term is made: its pinyin without tones.
// It is "" for a name without letters, digits or characters that have pinyin.
func ID(name string) string { return slug(read(name).syllables) }
