package glossary

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// What stands between quote marks is often made after a pattern that many phrases
// have: “温泉+” and “冰雪+”, “16条” and “金融27条”, “昆明速度” and “贵阳速度”. Then an entry says what the pattern
// means, where no form of another one stands in the marks.

// pattern is one of a term.
type pattern struct {
	term  int
	of    *regexp.Regexp
	hint  hint
	place bool // it names anyPlace
}

// Phrases that patterns are looked for in, in code points.
const (
	shortestPhrase = 2
	longestPhrase  = 24
)

// compilePattern reads a pattern, which stands for a whole phrase.
func compilePattern(expression string) (*regexp.Regexp, error) {
	return regexp.Compile("^(?:" + expression + ")$")
}

// patterns are those of all terms, but for faulty ones, of which Load tells.
func (g *Glossary) patterns() (all []pattern) {
	for i, t := range g.Terms {
		for _, expression := range t.Patterns {
			if of, err := compilePattern(expression); err == nil {
				all = append(all, pattern{i, of, hintOf(expression), strings.Contains(expression, anyPlace)})
			}
		}
	}
	return all
}

// withPatterns adds to matches, which are in order, those of patterns between quote
// marks where none of them stands.
func (m *Matcher) withPatterns(text string, matches []Match, may func(Match) bool) []Match {
	if len(m.patterns) == 0 {
		return matches
	}
	forms := len(matches)
	for _, marks := range [][2]string{{"“", "”"}, {"「", "」"}} {
		opening, closing := marks[0], marks[1]
		from, at := 0, 0 // a byte, and how many code points are before it
		for {
			i := strings.Index(text[from:], opening)
			if i < 0 {
				break
			}
			i += len(opening)
			at += utf8.RuneCountInString(text[from : from+i])
			from += i
			phrase, _, closed := strings.Cut(text[from:min(len(text), from+(longestPhrase+1)*utf8.UTFMax)], closing)
			length := utf8.RuneCountInString(phrase)
			if !closed || length < shortestPhrase || length > longestPhrase || strings.Contains(phrase, opening) || meets(matches[:forms], at, at+length) {
				continue
			}
			if one, ok := m.pattern(phrase, at, at+length, may); ok {
				matches = append(matches, one)
			}
		}
	}
	slices.SortFunc(matches, func(a, b Match) int { return a.Start - b.Start })
	return matches
}

// meets reports whether one of some matches, in order, has something of a place.
func meets(matches []Match, start, end int) bool {
	i, _ := slices.BinarySearchFunc(matches, start, func(m Match, start int) int { return m.End - start - 1 })
	return i < len(matches) && matches[i].Start < end
}

// pattern is the match of the first pattern that a phrase has; one with the name of
// a place comes first.
func (m *Matcher) pattern(phrase string, start, end int, may func(Match) bool) (Match, bool) {
	key := keyOf(phrase)
	for _, made := range append(withoutPlace(key), key) {
		last, _ := utf8.DecodeLastRuneInString(made)
		for _, p := range m.patterns {
			if p.place != (made != key) || !p.hint.admits(made, last) {
				continue
			}
			one := Match{Term: p.term, Start: start, End: end, Pattern: true}
			if p.of.MatchString(made) && (may == nil || may(one)) {
				return one, true
			}
		}
	}
	return Match{}, false
}
