package glossary

import (
	"slices"
	"strings"
	"unicode"

	"jianzhu/generator/script"
)

// separator stands in a key for the spaces between two letters of words.
const separator = ' '

// keyOf returns what a form is compared by: its folded code points without
// those that are passed over. Two forms with the same key are the same form.
func keyOf(form string) string {
	var k []rune
	spaced := false
	for _, r := range form {
		r = fold(r)
		switch {
		case space(r):
			spaced = true
		case passedOver(r):
		default:
			if spaced && len(k) > 0 && letter(k[len(k)-1]) && letter(r) {
				k = append(k, separator)
			}
			k = append(k, r)
			spaced = false
		}
	}
	return string(k)
}

// fold is script.Fold, and one middle dot for all that are typed (3·15·60).
func fold(r rune) rune {
	switch r {
	case '・', '‧', '•', '∙', '･', '⋅':
		return '·'
	}
	return script.Fold(r)
}

// letter tells whether words of Latin letters and digits are made of a folded
// code point.
func letter(r rune) bool {
	if r < 0x80 {
		return 'a' <= r && r <= 'z' || digit(r)
	}
	return r < 0x3000 && unicode.In(r, unicode.Latin, unicode.Nd)
}

func digit(r rune) bool { return '0' <= r && r <= '9' }

func passedOver(r rune) bool { return quote(r) || space(r) || zeroWidth(r) }

func quote(r rune) bool { return opening(r) || closing(r) || straight(r) }

func opening(r rune) bool { return r == '“' || r == '‘' || r == '「' || r == '『' }

func closing(r rune) bool { return r == '”' || r == '’' || r == '」' || r == '』' }

func straight(r rune) bool { return r == '"' || r == '＂' }

// space leaves out the code points that separate lines.
func space(r rune) bool { return r == ' ' || r == '\t' || r >= 0x80 && unicode.Is(unicode.Zs, r) }

func zeroWidth(folded rune) bool { return folded == script.Nothing }

// quoted tells whether a form stands, as a whole, between one pair of quote marks.
func quoted(form string) bool {
	runes := []rune(form)
	n := len(runes)
	if n < 3 {
		return false
	}
	return !slices.ContainsFunc(runes[1:n-1], quote) &&
		(opening(runes[0]) && closing(runes[n-1]) || straight(runes[0]) && straight(runes[n-1]))
}

// marked tells whether quote marks stand in a form, and not around the whole of it.
func marked(form string) bool {
	return strings.ContainsFunc(form, quote) && !quoted(form)
}

// mostVariants bounds how many wordings one form expands to.
const mostVariants = 64

// variants returns a key and then what it becomes with each combination of its
// mainland words replaced by Taiwan ones, at most mostVariants in all.
func variants(k string) []string {
	if !slices.ContainsFunc(script.Regional, func(pair [2]string) bool { return strings.Contains(k, pair[1]) }) {
		return []string{k}
	}
	tails := make([][]string, len(k)+1) // of k from each byte on
	tails[len(k)] = []string{""}
	for i := len(k) - 1; i >= 0; i-- {
		tails[i] = after(k[i:i+1], tails[i+1])
		for _, pair := range script.Regional {
			if taiwan, mainland := pair[0], pair[1]; strings.HasPrefix(k[i:], mainland) {
				tails[i] = append(tails[i], after(taiwan, tails[i+len(mainland)])...)
			}
		}
		tails[i] = tails[i][:min(len(tails[i]), mostVariants)]
	}
	return tails[0]
}

func after(head string, tails []string) []string {
	all := make([]string, len(tails))
	for i, tail := range tails {
		all[i] = head + tail
	}
	return all
}
