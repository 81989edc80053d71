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
	word    string
	count   float64
	weight  float64 // logarithm of its share of all words
	reading string  // "" where it is that of its characters
}

// longest is how many characters words have that part texts.
const longest = 4

type known struct {
	words []entry           // each once; the first is none
	short map[letters]int32 // where in words one of up to four characters stands
	long  map[string]int32
	pairs pairs // that stand in words
}

// letters are up to four characters, each in sixteen bits.
type letters uint64

func lettersOf(word []rune) (all letters, ok bool) {
	if len(word) > 4 {
		return 0, false
	}
	for _, r := range word {
		if r > 0xffff {
			return 0, false
		}
		all = all<<16 | letters(r)
	}
	return all, true
}

// find returns what is known of a word, nothing of one that is not.
func (k *known) find(word []rune) *entry {
	if short, ok := lettersOf(word); ok {
		return &k.words[k.short[short]]
	}
	return &k.words[k.long[string(word)]]
}

// add takes in a word; what is said of it last counts.
func (k *known) add(e entry) {
	word := []rune(e.word)
	if is := k.find(word); is.word != "" {
		*is = e
		return
	}
	if short, ok := lettersOf(word); ok {
		k.short[short] = int32(len(k.words))
	} else {
		k.long[e.word] = int32(len(k.words))
	}
	k.words = append(k.words, e)
}

// lexicon is read when first asked for.
var lexicon = sync.OnceValue(func() *known {
	most := strings.Count(list, "\n")
	k := &known{words: make([]entry, 1, most), short: make(map[letters]int32, most), long: map[string]int32{}}
	total := 0.
	for line := range strings.Lines(list + own) {
		if line[0] == '#' {
			continue
		}
		word, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		digits, reading, _ := strings.Cut(rest, " ")
		count, _ := strconv.ParseFloat(digits, 64)
		total += count
		k.add(entry{word: word, count: count, reading: reading})
		before := rune(0)
		for _, r := range word {
			k.pairs.add(before, r)
			before = r
		}
	}
	for i := range k.words[1:] {
		e := &k.words[1+i]
		e.weight = math.Log(e.count / total)
	}
	return k
})

// pairs is a set of pairs of characters, in which some are that were not added.
type pairs [1 << 16]uint64

func (p *pairs) add(a, b rune) { h := hash(a, b); p[h>>6] |= 1 << (h & 63) }

func (p *pairs) has(a, b rune) bool { h := hash(a, b); return p[h>>6]&(1<<(h&63)) != 0 }

func hash(a, b rune) uint32 { return (uint32(a)*0x9E3779B1 ^ uint32(b)*0x85EBCA6B) >> 10 }
