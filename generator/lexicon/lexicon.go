// Package lexicon finds the words of a list in a text: what it begins and ends with,
// and all that stand in it. It takes a step for each character, however many words
// there are.
package lexicon

import (
	"slices"
	"strings"
)

// Lexicon is a list of words with a value for each. The zero Lexicon has none. It bears
// reading by several goroutines.
type Lexicon struct{ ahead, behind tree }

// Of is a lexicon of the words of texts, which white space parts, each with the value 1.
func Of(texts ...string) *Lexicon {
	l := &Lexicon{}
	for _, text := range texts {
		l.Add(1, strings.Fields(text)...)
	}
	return l
}

// Add puts in words with a value, which is not 0; of a word that is there already, the
// bits of both hold.
func (l *Lexicon) Add(value int, words ...string) {
	for _, w := range words {
		letters := []rune(w)
		l.ahead.add(letters, value)
		slices.Reverse(letters)
		l.behind.add(letters, value)
	}
}

// Begins is how long the longest word is that a text begins with, and its value; 0
// where it begins with none.
func (l *Lexicon) Begins(text []rune) (length, value int) {
	for i, at := 0, int32(0); i < len(text); i++ {
		if at = l.ahead.next(at, text[i]); at == 0 {
			break
		}
		if v := l.ahead.nodes[at].value; v != 0 {
			length, value = i+1, v
		}
	}
	return length, value
}

// Ends is Begins for the end of a text.
func (l *Lexicon) Ends(text []rune) (length, value int) {
	for i, at := len(text)-1, int32(0); i >= 0; i-- {
		if at = l.behind.next(at, text[i]); at == 0 {
			break
		}
		if v := l.behind.nodes[at].value; v != 0 {
			length, value = len(text)-i, v
		}
	}
	return length, value
}

// In has the bits of the values of all words that stand in a text, one in another too.
func (l *Lexicon) In(text []rune) (values int) {
	for start := range text {
		for i, at := start, int32(0); i < len(text); i++ {
			if at = l.ahead.next(at, text[i]); at == 0 {
				break
			}
			values |= l.ahead.nodes[at].value
		}
	}
	return values
}

// tree is words by their beginnings: a node for each, by index.
type tree struct {
	first [256]*[256]int32 // the node of a character that begins a word; of those of the Basic Multilingual Plane
	nodes []node           // the first is that of no character
}

type node struct {
	value int // of the word that ends here; 0 where none does
	after []branch
}

type branch struct {
	letter rune
	node   int32
}

// next is the node that a character leads to; 0 where no word goes on with it.
func (t *tree) next(at int32, letter rune) int32 {
	if at == 0 && uint32(letter) < 1<<16 {
		if page := t.first[letter>>8]; page != nil {
			return page[letter&0xFF]
		}
		return 0
	}
	if int(at) < len(t.nodes) {
		for _, b := range t.nodes[at].after {
			if b.letter == letter {
				return b.node
			}
		}
	}
	return 0
}

func (t *tree) add(word []rune, value int) {
	if len(t.nodes) == 0 {
		t.nodes = make([]node, 1)
	}
	at := int32(0)
	for _, letter := range word {
		to := t.next(at, letter)
		if to == 0 {
			to = int32(len(t.nodes))
			t.nodes = append(t.nodes, node{})
			t.branch(at, letter, to)
		}
		at = to
	}
	if at != 0 {
		t.nodes[at].value |= value
	}
}

func (t *tree) branch(at int32, letter rune, to int32) {
	if at != 0 || uint32(letter) >= 1<<16 {
		t.nodes[at].after = append(t.nodes[at].after, branch{letter, to})
		return
	}
	page := &t.first[letter>>8]
	if *page == nil {
		*page = new([256]int32)
	}
	(*page)[letter&0xFF] = to
}
