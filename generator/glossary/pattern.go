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
	term int
	of   *regexp.Regexp
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
				all = append(all, pattern{i, of})
			}
		}
	}
	return all
}

// withPatterns adds to matches, which are in order, those of patterns between quote
// marks where none of them stands.
func (m *Matcher) withPatterns(text string, matches []Match, may func(Match) bool) []Match {
	if len(m.patterns) == 0 || !strings.ContainsAny(text, "“「") {
		return matches
	}
	forms, opened, from, at := len(matches), -1, 0, 0 // from: the byte behind the mark
	for i, r := range text {
		switch {
		case r == '“' || r == '「':
			opened, from = at+1, i+utf8.RuneLen(r)
		case r == '”' || r == '」':
			if opened >= 0 && at-opened >= shortestPhrase && at-opened <= longestPhrase && !meets(matches[:forms], opened, at) {
				if one, ok := m.pattern(text[from:i], opened, at, may); ok {
					matches = append(matches, one)
				}
			}
			opened = -1
		}
		at++
	}
	slices.SortFunc(matches, func(a, b Match) int { return a.Start - b.Start })
	return matches
}

// meets reports whether one of some matches, in order, has something of a place.
func meets(matches []Match, start, end int) bool {
	i, _ := slices.BinarySearchFunc(matches, start, func(m Match, start int) int { return m.End - start - 1 })
	return i < len(matches) && matches[i].Start < end
}

// pattern is the match of the first pattern that a phrase has.
func (m *Matcher) pattern(phrase string, start, end int, may func(Match) bool) (Match, bool) {
	key := keyOf(phrase)
	for _, made := range append(withoutPlace(key), key) {
		for _, p := range m.patterns {
			one := Match{Term: p.term, Start: start, End: end, Pattern: true}
			if p.of.MatchString(made) && (may == nil || may(one)) {
				return one, true
			}
		}
	}
	return Match{}, false
}
