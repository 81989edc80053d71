package theme

import (
	"iter"
	"slices"
	"strings"

	"jianzhu/generator/lexicon"
	"jianzhu/generator/script"
)

// keywords are the words of the themes and the neutral ones, as they stand in folded
// texts.
type keywords struct {
	words   lexicon.Lexicon // each with its number
	numbers map[string]int
	themes  [][]int // by number: those that the word speaks for; none where it is neutral
}

// hit is a word found, by its number: code points start to end of the text.
type hit struct{ start, end, word int }

// newKeywords takes in the themes' keywords and the neutral words, each in its regional
// wordings too.
func newKeywords(themes []Theme, neutral []string) keywords {
	k := keywords{numbers: map[string]int{}, themes: make([][]int, 1)} // numbers begin with 1
	add := func(word string, speaksFor ...int) {
		for _, form := range wordings(word) {
			n, known := k.numbers[form]
			if !known {
				n = len(k.themes)
				k.numbers[form], k.themes = n, append(k.themes, nil)
				k.words.Add(n, form)
			}
			k.themes[n] = append(k.themes[n], speaksFor...)
		}
	}
	for i, t := range themes {
		for _, word := range t.Keywords {
			add(word, i)
		}
	}
	for _, word := range neutral {
		add(word)
	}
	return k
}

// find goes through the words in a folded text, leftmost-longest, neutral ones left out.
func (k *keywords) find(text []rune) iter.Seq[hit] {
	return func(yield func(hit) bool) {
		for start := 0; start < len(text); {
			length, n := k.words.Begins(text[start:])
			if n > 0 && len(k.themes[n]) > 0 && !yield(hit{start, start + length, n}) {
				return
			}
			start += max(1, length)
		}
	}
}

// speaks reports whether a folded form holds a word of a theme.
func (k *keywords) speaks(form []rune, theme int) bool {
	for h := range k.find(form) {
		if slices.Contains(k.themes[h.word], theme) {
			return true
		}
	}
	return false
}

// wordings returns a word folded, and as it is put in Taiwan where that differs.
func wordings(word string) []string {
	folded := script.FoldString(word)
	forms := []string{folded}
	for _, pair := range script.Regional {
		if strings.Contains(folded, pair[1]) {
			forms = append(forms, strings.ReplaceAll(folded, pair[1], pair[0]))
		}
	}
	return forms
}
