package word

import (
	"math"
	"strings"
)

// Weights by which forms and words are compared. They and the limits of Cut were
// set on the matches of a glossary of 297 terms in three thousand reports.
const (
	around  = 6   // characters beside a form that are looked at
	form    = -11 // a form, as if it were a word of middling frequency
	unknown = -17 // a character that is no word
	far     = 4   // how much likelier a word is that a name cannot begin within
	alone   = -2  // what more a word of one character weighs: few are in such texts
)

// Cut tells whether a form at start to end of a folded text is there by chance
// only, across words: 河长 in 黄河长江. A form at both ends of which the likelier
// words go on is; where they do so at one end, a short form is, if they are by so
// much likelier. A word that the form begins or ends, 农民 for 农民工, cuts nothing.
func Cut(text []rune, start, end int) bool {
	if counted(text, start) || counted(text, end) {
		return true
	}
	if !joined(text, start) && !joined(text, end) {
		return false
	}
	from, to := start, end
	for from > 0 && start-from < around && IsHan(text[from-1]) {
		from--
	}
	for to < len(text) && to-end < around && IsHan(text[to]) {
		to++
	}
	window, i, j := text[from:to], start-from, end-from
	if !crossed(window, i) && !crossed(window, j) {
		return false
	}
	likeliest, left, right := parted(window, i, j)
	if !left && !right {
		return false
	}
	kept := likely(window[:i]) + max(form, likely(window[i:j])) + likely(window[j:])
	more := likeliest - kept
	switch {
	case left && right:
		return more > 0
	case j-i <= 2:
		return more > -0.5
	case j-i == 3 && right:
		return more > -1.65 // 失业率先, 十三五个
	case j-i == 3:
		return more > 2
	}
	return false
}

// Within tells whether a place of a folded text is within a word: one goes on over it
// that is by far likelier there than that any ends. Names are mostly of characters that
// part at random, so what is hardly likelier says nothing.
func Within(text []rune, at int) bool {
	if !joined(text, at) {
		return false
	}
	from, to := at, at
	for from > 0 && at-from < around && IsHan(text[from-1]) {
		from--
	}
	for to < len(text) && to-at < around && IsHan(text[to]) {
		to++
	}
	window, at := text[from:to], at-from
	return crossed(window, at) && likely(window)-likely(window[:at])-likely(window[at:]) > far
}

// counted tells whether a number goes on over a place: 二十三五.
func counted(text []rune, at int) bool {
	return at > 0 && at < len(text) && isNumeral(text[at-1]) && isNumeral(text[at])
}

func isNumeral(r rune) bool {
	return strings.ContainsRune("一二三四五六七八九十百千万", r)
}

// joined tells whether the characters on both sides of a place stand so in some word.
func joined(text []rune, at int) bool {
	return at > 0 && at < len(text) && lexicon().pairs.has(text[at-1], text[at])
}

// crossed tells whether a word goes on over a place.
func crossed(text []rune, at int) bool {
	for start := at - 1; start >= max(0, at-longest+1) && joined(text, start+1); start-- {
		for end := at + 1; end <= min(len(text), start+longest) && joined(text, end-1); end++ {
			if lexicon().find(text[start:end]).word != "" {
				return true
			}
		}
	}
	return false
}

// IsHan tells a character of which words can be: one of those usual in Simplified text.
func IsHan(r rune) bool { return 0x4e00 <= r && r < 0xa000 }

func likely(text []rune) float64 {
	weight, _, _ := parted(text, -1, -1)
	return weight
}

// parted finds the likeliest words that a text is made of, none of which begins or
// ends with all of text[i:j] and goes on beyond; and whether they go on over i and j.
func parted(text []rune, i, j int) (weight float64, left, right bool) {
	const most = 32
	var (
		weights [most]float64
		from    [most]int
	)
	if len(text) >= most {
		return math.Inf(-1), false, false
	}
	for end := 1; end <= len(text); end++ {
		weights[end] = math.Inf(-1)
		for start := end - 1; start >= max(0, end-longest); start-- {
			if start < end-1 && !joined(text, start+1) {
				break
			}
			if start == i && end > j || end == j && start < i {
				continue
			}
			w := weights[start] + weigh(text[start:end])
			if w > weights[end] {
				weights[end], from[end] = w, start
			}
		}
	}
	for end := len(text); end > 0; end = from[end] {
		left = left || from[end] < i && end > i
		right = right || from[end] < j && end > j
	}
	return weights[len(text)], left, right
}

func weigh(word []rune) float64 {
	e := lexicon().find(word)
	switch {
	case e.word != "" && len(word) == 1:
		return e.weight + alone
	case e.word != "":
		return e.weight
	case len(word) == 1:
		return unknown + alone
	}
	return math.Inf(-1)
}
