package annotate

import (
	"slices"
	"strings"
)

const (
	leftOut = "……" // stands for clauses that are not quoted

	fewLeftOut  = 6  // characters that are quoted with what stands beside them
	shortClause = 12 // characters: a clause of fewer tells little, and has the one before with it, or the one behind
)

// clauses are those of a sentence that have a mark.
func (s Sentence) clauses() Sentence {
	text, marks, last := []rune(s.Text), s.Marks, 0
	var quoted []rune
	s.Marks = nil
	for _, c := range clausesWith(text, marks) {
		if c.Start > last {
			quoted = breakOff(quoted, s.Marks)
		}
		for _, m := range marks[len(s.Marks):] {
			if m.End <= c.End {
				moved := len(quoted) - c.Start
				s.Marks = append(s.Marks, Mark{m.Start + moved, m.End + moved})
			}
		}
		quoted, last = append(quoted, text[c.Start:c.End]...), c.End
	}
	if last < len(text) {
		quoted = breakOff(quoted, s.Marks)
	}
	s.Text = string(quoted)
	return s
}

// breakOff says that something is left out behind a text, in place of a pause that is not marked.
func breakOff(text []rune, marks []Mark) []rune {
	if n := len(text); n > 0 && endsClause(text[n-1]) && !slices.ContainsFunc(marks, func(m Mark) bool { return m.End == n }) {
		text = text[:n-1]
	}
	return append(text, []rune(leftOut)...)
}

// clausesWith are the clauses in which marks stand, those that follow each other as one.
func clausesWith(text []rune, marks []Mark) (all []Mark) {
	ends := clauseEnds(text)
	for _, m := range marks {
		to, _ := slices.BinarySearch(ends, m.End)
		from, begins := slices.BinarySearch(ends, m.Start)
		if !begins {
			from--
		}
		for from > 0 && ends[to]-ends[from] < shortClause {
			from--
		}
		for to < len(ends)-1 && ends[to]-ends[from] < shortClause {
			to++
		}
		c := Mark{ends[from], ends[to]}
		if n := len(all); n > 0 && c.Start < all[n-1].End+fewLeftOut {
			c, all = Mark{min(c.Start, all[n-1].Start), max(c.End, all[n-1].End)}, all[:n-1]
		}
		all = append(all, c)
	}
	if first := &all[0]; first.Start < fewLeftOut {
		first.Start = 0
	}
	if last := &all[len(all)-1]; len(text) < last.End+fewLeftOut {
		last.End = len(text)
	}
	return all
}

// clauseEnds are where a sentence begins, where its clauses end that no marks enclose, and
// where it ends.
func clauseEnds(text []rune) []int {
	ends, depth := []int{0}, 0
	for i, c := range text[:max(0, len(text)-1)] {
		switch {
		case c >= '一' && c < '\ua000': // as most are
		case isOpening(c):
			depth++
		case isClosing(c):
			depth = max(0, depth-1)
		case depth == 0 && endsClause(c):
			ends = append(ends, i+1)
		}
	}
	return append(ends, len(text))
}

func endsClause(c rune) bool { return c == '，' || c == '；' || c == '：' }

func isOpening(c rune) bool { return strings.ContainsRune("“‘「『（《〈【", c) }

// Then is with what was said what is said behind it in the same paragraph.
func (s Sentence) Then(next Sentence) Sentence {
	before, after := s.Text, next.Text
	if s.End != next.Column || strings.HasSuffix(before, leftOut) || strings.HasPrefix(after, leftOut) {
		before, after = strings.TrimSuffix(before, leftOut)+leftOut, strings.TrimPrefix(after, leftOut)
	}
	moved := len([]rune(before)) - (len([]rune(next.Text)) - len([]rune(after)))
	for _, m := range next.Marks {
		s.Marks = append(s.Marks, Mark{m.Start + moved, m.End + moved})
	}
	s.Text, s.End = before+after, next.End
	return s
}
