// Package pattern has regular expressions for rules, which ask many of them of many short
// texts and nearly always hear that there is no match. To say that takes a step for each
// character at most, and no memory; where there is a match, package regexp is asked from
// where it begins.
package pattern

import (
	"regexp"
	"sync"
	"unicode/utf8"
)

// Pattern is a regular expression: the same matches in the same places as package regexp
// has, sooner. It bears use by several goroutines.
type Pattern struct {
	*regexp.Regexp
	programs func() *programs
}

// MustCompile is like that of package regexp.
func MustCompile(expr string) *Pattern {
	return &Pattern{regexp.MustCompile(expr), sync.OnceValue(func() *programs { return programsOf(expr) })}
}

// In reports whether the pattern has a match in a text.
func (p *Pattern) In(text []rune) bool {
	programs := p.programs()
	if programs == nil {
		return p.Regexp.MatchString(string(text))
	}
	a := programs.says
	at := a.begin.Load()
	if a.backward {
		for i := len(text) - 1; i >= 0 && !at.decided; i-- {
			at = a.next(at, text[i])
		}
	} else {
		for i := 0; i < len(text) && !at.decided; i++ {
			at = a.next(at, text[i])
		}
	}
	return at.ends
}

// MatchString is [Pattern.In] for a string.
func (p *Pattern) MatchString(text string) bool {
	programs := p.programs()
	if programs == nil {
		return p.Regexp.MatchString(text)
	}
	a := programs.says
	at := a.begin.Load()
	if a.backward {
		for end := len(text); end > 0 && !at.decided; {
			r, n := utf8.DecodeLastRuneInString(text[:end])
			at, end = a.next(at, r), end-n
		}
	} else {
		for _, r := range text {
			if at.decided {
				break
			}
			at = a.next(at, r)
		}
	}
	return at.ends
}

// Ending is the length of the match in a text that ends with one: of a pattern that ends
// in $, whatever it is.
func (p *Pattern) Ending(text []rune) (length int) {
	programs := p.programs()
	if programs == nil || !programs.ends {
		return utf8.RuneCountInString(p.FindString(string(text)))
	}
	a := programs.says
	at := a.begin.Load()
	for i := len(text); ; i-- {
		if at.matched || i == 0 && at.ends {
			length = len(text) - i
		}
		if i == 0 || at.lost {
			return length
		}
		at = a.next(at, text[i-1])
	}
}
