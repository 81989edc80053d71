package indicator

import (
	"slices"
)

// clause is a part of a sentence between two commas, stops or colons.
type clause struct {
	from, to int
	part     int  // counts the parts of its sentence, which ; or : end
	aside    bool // it stands in parentheses
}

// sentences cuts a line at 。, ！ and ？.
func sentences(l *line) []span {
	var all []span
	from := 0
	for i := 0; i <= len(l.runes); i++ {
		if i < len(l.runes) && (l.masked[i] || !endsSentence(l.runes[i])) {
			continue
		}
		if i > from {
			all = append(all, span{from, i})
		}
		from = i + 1
	}
	return all
}

func endsSentence(r rune) bool { return r == '。' || r == '!' || r == '?' }

// clauses cuts a sentence. A mark within a name or a number does not cut; what
// parentheses hold is a clause of its own if it has a number, else part of a name.
func clauses(l *line, s span) []clause {
	var all []clause
	from, part, aside := s.from, 0, false
	add := func(to int) {
		if to > from {
			all = append(all, clause{from, to, part, aside})
		}
		from = to + 1
	}
	closing := -1
	for i := s.from; i < s.to; i++ {
		r := l.runes[i]
		if l.masked[i] || i < closing && r != '(' && r != ')' {
			continue
		}
		within := i > s.from && i+1 < s.to && isDigit(l.runes[i-1]) && isDigit(l.runes[i+1])
		switch r {
		case ' ', ';':
			add(i)
			part++
		case ':', '∶':
			if !within {
				add(i)
			}
		case ',':
			if !within || !l.groupAt(i+1) || isDigit(l.at(i-4)) {
				add(i)
			}
		case '(':
			if end, numbers := l.parenthesis(i, s.to); numbers {
				add(i)
				aside = true
			} else {
				closing = end
			}
		case ')':
			if i > closing {
				add(i)
				aside = false
			}
		case '—':
			if l.at(i+1) == '—' {
				add(i)
			}
		}
	}
	add(s.to)
	return all
}

// speaks reports whether a clause speaks of something, without a number.
func (l *line) speaks(s span) bool {
	said := trimOpening(l, s)
	return said.to-said.from > 2 && !slices.ContainsFunc(l.runes[said.from:said.to], l.isNumber)
}

// parenthesis is where the parenthesis that opens at i closes, or i, and whether there are
// figures in it that are not part of a word (PM2.5) or the mark of a note: 企业(5).
// Names are short: so is the search.
func (l *line) parenthesis(i, to int) (end int, numbers bool) {
	for j := i + 1; j < min(to, i+40); j++ {
		switch r := l.runes[j]; {
		case r == ')':
			return j, numbers && !(i > 0 && isHan(l.runes[i-1]) && l.isNote(i, j))
		case isDigit(r):
			numbers = numbers || !l.goesOnWord(i, j)
		}
	}
	return i, numbers
}

// isNote reports whether what stands between two parentheses is the mark of a note.
func (l *line) isNote(open, closing int) bool {
	for i := open + 1; i < closing; i++ {
		if !isDigit(l.runes[i]) {
			return false
		}
	}
	return closing-open <= 3
}

// goesOnWord reports whether the figure at i goes on a word that begins, behind open, with
// letters: the 5 of PM2.5.
func (l *line) goesOnWord(open, i int) bool {
	for i > open && (isDigit(l.runes[i]) || l.runes[i] == '.') {
		i--
	}
	return isLetter(l.runes[i])
}
