// Package word knows the ordinary words of Chinese: where they part in a text, and
// how they are read. It is for texts folded by package script.
//
// It is a list of words with their counts, not a segmenter: what is asked is only
// whether a form stands across words that are likelier there, at the few places
// where it might. For that the list does better than the segmenters tried, is read
// in a tenth of the time and needs no C (see TestCut).
package word

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"
)

//go:embed words.txt
var list string

//go:embed own.txt
var own string

// entry is what is known of a word.
type entry struct {
	count   float64
	weight  float64 // logarithm of its share of all words
	reading string  // "" where it is that of its characters
}

// longest is how many characters words have that part texts.
const longest = 4

type known struct {
	words map[string]entry
	pairs pairs // that stand in words
}

// lexicon is read when first asked for.
var lexicon = sync.OnceValue(func() *known {
	k := &known{words: make(map[string]entry, strings.Count(list, "\n"))}
	total := 0.
	for line := range strings.Lines(list + own) {
		if line[0] == '#' {
			continue
		}
		word, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		digits, reading, _ := strings.Cut(rest, " ")
		count, _ := strconv.ParseFloat(digits, 64)
		total += count
		k.words[word] = entry{count: count, reading: reading}
		before := rune(0)
		for _, r := range word {
			k.pairs.add(before, r)
			before = r
		}
	}
	for word, e := range k.words {
		e.weight = math.Log(e.count / total)
		k.words[word] = e
	}
	return k
})

// pairs is a set of pairs of characters, in which some are that were not added.
type pairs [1 << 16]uint64

func (p *pairs) add(a, b rune) { h := hash(a, b); p[h>>6] |= 1 << (h & 63) }

func (p *pairs) has(a, b rune) bool { h := hash(a, b); return p[h>>6]&(1<<(h&63)) != 0 }

func hash(a, b rune) uint32 { return (uint32(a)*0x9E3779B1 ^ uint32(b)*0x85EBCA6B) >> 10 }
