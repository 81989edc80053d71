package pattern

import (
	"regexp"
	"unicode/utf8"
)

// Find is what the pattern finds first in a text.
func (p *Pattern) Find(text []rune) string {
	if !p.In(text) {
		return ""
	}
	return p.FindString(string(text))
}

// FindSubmatch is what the pattern finds first in a text, and what its groups find; nil
// where it finds nothing.
func (p *Pattern) FindSubmatch(text []rune) []string {
	if !p.In(text) {
		return nil
	}
	return p.FindStringSubmatch(string(text))
}

// FindString and the others are like those of package regexp.
func (p *Pattern) FindString(text string) string {
	from, by := p.first(text)
	if by == nil {
		return ""
	}
	return by.FindString(text[from:])
}

func (p *Pattern) FindStringIndex(text string) []int {
	from, by := p.first(text)
	if by == nil {
		return nil
	}
	return shifted(by.FindStringIndex(text[from:]), from)
}

func (p *Pattern) FindStringSubmatch(text string) []string {
	from, by := p.first(text)
	if by == nil {
		return nil
	}
	return by.FindStringSubmatch(text[from:])
}

func (p *Pattern) FindStringSubmatchIndex(text string) []int {
	from, by := p.first(text)
	if by == nil {
		return nil
	}
	return shifted(by.FindStringSubmatchIndex(text[from:]), from)
}

func (p *Pattern) FindAllString(text string, n int) (all []string) {
	for _, m := range p.FindAllStringIndex(text, n) {
		all = append(all, text[m[0]:m[1]])
	}
	return all
}

func (p *Pattern) FindAllStringIndex(text string, n int) [][]int {
	all, known := p.all(text, n, (*regexp.Regexp).FindStringIndex)
	if !known {
		return p.Regexp.FindAllStringIndex(text, n)
	}
	return all
}

func (p *Pattern) FindAllStringSubmatchIndex(text string, n int) [][]int {
	all, known := p.all(text, n, (*regexp.Regexp).FindStringSubmatchIndex)
	if !known {
		return p.Regexp.FindAllStringSubmatchIndex(text, n)
	}
	return all
}

func (p *Pattern) ReplaceAllString(text, by string) string {
	if !p.MatchString(text) {
		return text
	}
	return p.Regexp.ReplaceAllString(text, by)
}

func (p *Pattern) ReplaceAllStringFunc(text string, by func(string) string) string {
	if !p.MatchString(text) {
		return text
	}
	return p.Regexp.ReplaceAllStringFunc(text, by)
}

// first is from where on which expression finds the first match; none where there is none.
func (p *Pattern) first(text string) (from int, by *regexp.Regexp) {
	if !p.MatchString(text) {
		return 0, nil
	}
	programs := p.programs()
	if programs == nil || programs.held {
		return 0, p.Regexp
	}
	programs.begins(text, func(at int) { from = at })
	if from == 0 {
		return 0, p.Regexp
	}
	return from, programs.within()
}

// all are the matches, as an expression finds one; they are not known where one may be empty.
func (p *Pattern) all(text string, n int, find func(*regexp.Regexp, string) []int) (all [][]int, known bool) {
	programs := p.programs()
	if programs == nil || programs.says.begin.Load().ends || n >= 0 {
		return nil, false
	}
	if !p.MatchString(text) {
		return nil, true
	}
	var begins []int // the last one first
	programs.begins(text, func(at int) { begins = append(begins, at) })
	end := 0
	for i := len(begins) - 1; i >= 0; i-- {
		from, by := begins[i], p.Regexp
		if from < end {
			continue
		}
		if from > 0 {
			by = programs.within()
		}
		m := shifted(find(by, text[from:]), from)
		all, end = append(all, m), m[1]
	}
	return all, true
}

// begins tells where in a text matches begin, the last one first.
func (p *programs) begins(text string, tell func(at int)) {
	a := p.starts()
	at := a.begin.Load()
	for i := len(text); ; {
		if at.matched || i == 0 && at.ends {
			tell(i)
		}
		if i == 0 || at.lost {
			return
		}
		r, n := utf8.DecodeLastRuneInString(text[:i])
		at, i = a.next(at, r), i-n
	}
}

// shifted are places by how much was left out before them.
func shifted(places []int, by int) []int {
	for i := range places {
		if places[i] >= 0 {
			places[i] += by
		}
	}
	return places
}
