package indicator

import (
	"slices"
	"strings"

	"jianzhu/generator/pattern"
	"jianzhu/generator/report"
)

// subject is what a sentence has named, for numbers that are not named again:
// 地区生产总值1080.76亿元,增长6.3%. In its lists "" stands for a name that is not sure.
type subject struct {
	name   string   // of the last quantity
	sure   bool     // it is
	names  []string // of all in its list, where they differ
	clause []string // of all in the last clause that has any
	here   []string // of all so far in this one
	levels []string // of all that are no changes, so far in the sentence
	verb   string   // 新增, of what was counted last
	listed string   // the unit and the name of that, where no more stood behind its number
	unit   string   // of the last quantity
	growth bool     // it was a change
	level  bool     // it was reached: 达到
	base   bool     // the x of 由 x 提高到 y
	list   list     // that its clause is
	how    []span   // said right before of how a change is reckoned: 按可比口径
}

// list is how the first of a list was named, which the others may go on.
type list struct {
	verb   string // that alone stands before it: 新增
	verbs  bool   // any does
	deed   bool   // its name is a deed
	counts bool   // its name stands behind its number
}

// hear takes note of a clause without a number: it is of something else, unless it only says how
// what was named stands (创历史新高) or how it was reckoned.
func (s *subject) hear(l *line, c clause) {
	if n := length(howReckoned.Find(l.part(c.from, c.to))); n > 0 {
		s.how = []span{{c.from, c.from + n}}
		return
	}
	said := trimOpening(l, span{c.from, c.to})
	if said.to-said.from < 2 || isDigit(l.at(said.from)) || comments.from(l, said.from, said.to) > 0 || reckoned.from(l, said.from, said.to) > 0 || quarter.In(l.part(said.from, said.to)) {
		return
	}
	*s = subject{}
}

// howReckoned is a clause that says no more than how what follows is reckoned.
var howReckoned = pattern.MustCompile(`^(?:若|如)?(?:按照?|扣除|剔除|不考虑)[^,;:]{0,12}(?:口径|可比价格?|不变价格?|现价|因素)(?:计算|影响)?后?$`)

// quarter opens what is told of a part of the year, with no subject of its own: 二季度迅速恢复.
var quarter = pattern.MustCompile(`^(?:第?[一二三四]季度|上半年|下半年)[^,的]{0,6}$`)

// apart reports whether the last n levels that the sentence told of are those of which now as
// many changes are: all that there are, or those of one measure of several.
func (s *subject) apart(n int) bool {
	levels := s.levels[max(0, len(s.levels)-n):]
	if len(levels) < n {
		return false
	}
	last := measureOf(levels[n-1])
	return len(s.levels) == n || last != "" && !slices.ContainsFunc(levels, func(name string) bool { return !strings.HasSuffix(name, tailOf(last)) })
}

// tailOf is the noun that a measure ends in: 可支配|收入.
func tailOf(measure string) string {
	runes := []rune(measure)
	return string(runes[max(0, len(runes)-2):])
}

// measureOf is the measure that a name ends in, or "".
func measureOf(name string) string {
	l := newLine(name, report.Show(name), nil)
	n := max(yields.upTo(l, 1, len(l.runes)), measures.upTo(l, 1, len(l.runes)))
	if n < 2 {
		return ""
	}
	return l.shown(len(l.runes)-n, len(l.runes))
}

// longestName is how long a name may be, in code points; longestNoun what is
// counted, if it can be shortened.
const (
	longestName = 40
	longestNoun = 28
)
