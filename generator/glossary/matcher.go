package glossary

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// Match is a form found in a text: Terms[Term] from Start to End, in code points.
type Match struct {
	Term, Start, End int
	Surface          string // what stands there
	Pattern          bool   // found by a pattern of the term, and not by a form
}

// Find returns the matches in text, in order, without overlap.
func (m *Matcher) Find(text string) []Match { return m.FindOf(text, nil) }

// FindOf returns the matches of those terms that may be found where they are; of
// all of them, where may is nil. What is shorter, or begins later, is found in
// place of one that may not.
func (m *Matcher) FindOf(text string, may func(Match) bool) []Match {
	var (
		classes [1024]class // of most lines
		found   [32]Match   // in most lines
	)
	line, matches := m.alphabet.read(classes[:0], text), found[:0]
	words := cutter{text: text}
	for i, end := 0, 0; i < len(line); {
		n := m.trie[line[i]]
		if n.base == 0 && n.value == 0 {
			i++
			continue
		}
		match, next := m.longest(line, i, end, &words, may)
		if next == 0 {
			i++
			continue
		}
		matches = append(matches, match)
		i, end = next, match.End
	}
	matches = m.withPatterns(text, matches, may)
	surfaces(text, matches)
	return append([]Match(nil), matches...)
}

// longest returns the longest match that begins with the visible class at i and
// leaves what is before floor, and the place from which to go on; 0 where there
// is none.
func (m *Matcher) longest(line []class, i, floor int, words *cutter, may func(Match) bool) (found Match, next int) {
	state := int32(line[i])
	marks := false // passed over quote marks
	for j := i + 1; ; j++ {
		n := m.trie[state]
		switch {
		case n.value != 0 && !marks && words.cuts(i, j):
		case n.value > 0 && !marks:
			if one := (Match{Term: int(n.value - 1), Start: i, End: j}); may == nil || may(one) {
				found, next = one, j
			}
		case n.value != 0:
			f := form{term: int(n.value - 1)}
			if n.value < 0 {
				f = m.conditional[-n.value-1]
			}
			if start, end, ok := m.accept(&f, line, i, j, marks); ok && start >= floor {
				if one := (Match{Term: f.term, Start: start, End: end}); may == nil || may(one) {
					found, next = one, end
				}
			}
		}
		if n.base == 0 {
			return found, next
		}
		for j < len(line) && skipped(line[j]) {
			marks = marks || line[j] >= openingMark
			j++
		}
		if j == len(line) {
			return found, next
		}
		child := n.base + int32(line[j])
		if m.trie[child].parent != state {
			return found, next
		}
		state = child
	}
}

// accept tells whether a form spelt at line[i:j] is a match, and from where to
// where with the quote marks that belong to it.
func (m *Matcher) accept(f *form, line []class, i, j int, marks bool) (start, end int, ok bool) {
	if f.from && m.wordBefore(line, i) || f.to && m.wordAfter(line, j) {
		return 0, 0, false
	}
	for _, around := range f.denied {
		if precedes(around.before, line[:i]) && follows(around.after, line[j:]) {
			return 0, 0, false
		}
	}
	start, end, ok = i, j, true
	if marks {
		start, end, ok = pair(line, i, j)
	}
	if f.quoted && !(f.within && marks) {
		ok = ok && start == i && end == j && markBefore(line, i) >= 0 && markAfter(line, j) >= 0
	}
	return start, end, ok
}

// wordBefore tells whether a word or number goes on before the letter at i.
func (m *Matcher) wordBefore(line []class, i int) bool {
	before := i - 1
	for before >= 0 && line[before] == invisible {
		before--
	}
	return before >= 0 && m.alphabet.isLetter(line[before]) ||
		before >= 1 && isDigit(line[i]) && line[before] == point && isDigit(line[before-1])
}

// wordAfter tells whether a word or number goes on after the letter before j.
func (m *Matcher) wordAfter(line []class, j int) bool {
	after := j
	for after < len(line) && line[after] == invisible {
		after++
	}
	return after < len(line) && m.alphabet.isLetter(line[after]) ||
		after+1 < len(line) && isDigit(line[j-1]) && line[after] == point && isDigit(line[after+1])
}

// precedes tells whether line ends with the classes of before, not counting
// what is passed over.
func precedes(before, line []class) bool {
	j := len(line)
	for _, c := range slices.Backward(before) {
		for j--; j >= 0 && skipped(line[j]); j-- {
		}
		if j < 0 || line[j] != c {
			return false
		}
	}
	return true
}

// follows tells whether line begins with the classes of after, not counting
// what is passed over.
func follows(after, line []class) bool {
	j := -1
	for _, c := range after {
		for j++; j < len(line) && skipped(line[j]); j++ {
		}
		if j >= len(line) || line[j] != c {
			return false
		}
	}
	return true
}

// width is how many bytes the code point at a place has.
func width(text string, at int) int {
	if commonHan(text, at) {
		return 3
	}
	_, n := utf8.DecodeRuneInString(text[at:])
	return n
}

// surfaces fills in what stands at the matches, which are in order, and takes to
// each the marks on its last character.
func surfaces(text string, matches []Match) {
	at, offset := 0, 0 // the byte and the code point reached
	to := func(target int) int {
		for ; offset < target; offset++ {
			at += width(text, at)
		}
		return at
	}
	for i := range matches {
		m := &matches[i]
		start := to(m.Start)
		end := to(m.End)
		for r, n := utf8.DecodeRuneInString(text[end:]); unicode.Is(unicode.Mn, r); r, n = utf8.DecodeRuneInString(text[end:]) {
			end += n
			m.End++
		}
		m.Surface = text[start:end]
	}
}
