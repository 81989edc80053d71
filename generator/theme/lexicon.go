package theme

import (
	"slices"
	"strings"

	"jianzhu/generator/script"
)

// lexicon finds words in folded text, leftmost-longest. It is a trie; node 0
// is the root.
type lexicon struct {
	nodes []node
}

type node struct {
	next   map[rune]int
	word   bool  // a word ends here
	themes []int // that the word speaks for; none where it is neutral
}

// hit is a word found: code points start to end of the text.
type hit struct {
	start, end int
	themes     []int
}

// newLexicon makes the lexicon of the themes' keywords and the neutral words,
// each in its regional wordings too.
func newLexicon(themes []Theme, neutral []string) lexicon {
	l := lexicon{nodes: []node{{}}}
	for i, t := range themes {
		for _, k := range t.Keywords {
			for _, form := range wordings(k) {
				l.add(form, i)
			}
		}
	}
	for _, n := range neutral {
		for _, form := range wordings(n) {
			l.add(form, -1)
		}
	}
	return l
}

// add puts in a folded word of a theme, by its index; -1 for a neutral word.
func (l *lexicon) add(word string, theme int) {
	at := 0
	for _, r := range word {
		to, ok := l.nodes[at].next[r]
		if !ok {
			to = len(l.nodes)
			l.nodes = append(l.nodes, node{})
			if l.nodes[at].next == nil {
				l.nodes[at].next = map[rune]int{}
			}
			l.nodes[at].next[r] = to
		}
		at = to
	}
	l.nodes[at].word = true
	if theme >= 0 {
		l.nodes[at].themes = append(l.nodes[at].themes, theme)
	}
}

// find returns the words in a folded text, neutral ones left out.
func (l *lexicon) find(text []rune) []hit {
	if len(l.nodes) == 0 {
		return nil
	}
	var hits []hit
	for start := 0; start < len(text); {
		end, themes := start, []int(nil)
		for at, i := 0, start; i < len(text); i++ {
			to, ok := l.nodes[at].next[text[i]]
			if !ok {
				break
			}
			if at = to; l.nodes[at].word {
				end, themes = i+1, l.nodes[at].themes
			}
		}
		if end == start {
			start++
			continue
		}
		if len(themes) > 0 {
			hits = append(hits, hit{start, end, themes})
		}
		start = end
	}
	return hits
}

// speaks reports whether a folded form holds a word of a theme.
func (l *lexicon) speaks(form string, theme int) bool {
	for _, h := range l.find([]rune(form)) {
		if slices.Contains(h.themes, theme) {
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
