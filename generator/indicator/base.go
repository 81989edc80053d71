package indicator

import (
	"cmp"
	"strings"

	"jianzhu/generator/pattern"
)

// What a change begins with is no value by itself, nor is what something is compared with: each
// is of another time than what is told.

// markBases marks the x of 由 x 提高到 y and of 比2015年的 x 增长 y, and lets numbers without a unit
// have that of the next in their list: 30.9、118.2和67.1亿元.
func markBases(l *line, c clause, all []*quantity) {
	for i := len(all) - 1; i >= 0; i-- {
		q := all[i]
		if q.origin = origin(l, c.from, q.from); q.origin > 0 {
			markBase(l, c, all[i:])
		} else if q.origin = comparedWith(l, c, q); q.origin > 0 {
			q.against = true
		}
		said := l.text(q.from-q.origin, q.from)
		q.dated = (q.base || q.against) && (strings.Contains(said, "年") && isDigit(l.at(q.from-q.origin+1)) || strings.Contains(said, "末")) // 由“十二五”末的
		if i+1 == len(all) {
			continue
		}
		next := all[i+1]
		if q.against {
			next.since = yearIn(said)
		}
		lacks := q.unit == "" && next.unit != "" || q.unit == "个" && strings.HasPrefix(next.unit, "个") && next.unit != "个"
		if listed := q.to < next.from && isJoint(l, q.to, next.from); !q.ratio && lacks && (q.base || listed) {
			q.unit, q.kind, q.unitFrom = next.unit, next.kind, cmp.Or(next.unitFrom, next)
		}
	}
}

// markBase marks the first of some numbers where a new level follows, and with it those that are
// listed behind it: 由90亿元、60亿元(分别)增加到.
func markBase(l *line, c clause, all []*quantity) {
	first := all[0]
	first.base = raised.from(l, first.to, c.to) > 0 || len(all) > 1 && leadsOver(l, first.to, all[1].from)
	for j := 1; !first.base && j < min(4, len(all)) && isJoint(l, all[j-1].to, all[j].from); j++ {
		at := all[j].to
		if l.has(at, "分别") {
			at += length("分别")
		}
		for k := 0; k <= j && (raised.from(l, at, c.to) > 0 || at == c.to && raisedNext(l, at)); k++ {
			all[k].base = true
		}
	}
}

// raisedNext reports whether the next clause is how several numbers changed from those that end this one:
// 分别由80万吨和30万吨,|预计增加到.
func raisedNext(l *line, at int) bool {
	n := length(foreseen.Find(l.part(at, min(len(l.runes), at+6))))
	return n > 0 && raised.from(l, at+n, len(l.runes)) > 0
}

// foreseen is how what came of a change may be known.
var foreseen = pattern.MustCompile(`^,(?:预计|已经?|现已|分别)?`)

// leadsOver reports whether a few words, whichever, lead from one number to another: 跃升至.
func leadsOver(l *line, from, to int) bool {
	return from < to && to-from <= 6 && strings.ContainsRune("到至为", l.at(to-1)) || to-from == 1 && l.at(from) == '向'
}

// comparedWith is the length of what says, before a number that another is compared with, of
// when it is: 比|1990年的|14300亿元增长, 比|现有|86个减少.
func comparedWith(l *line, c clause, q *quantity) int {
	n := yearsOf(l, c.from, q.from, "比较")
	if n == 0 || !ofItsYear.In(l.part(q.from-n+1, q.from)) {
		n = length(versusNow.FindString(l.text(max(c.from, q.from-4), q.from)))
	}
	if n == 0 || !thenChanged.In(l.part(q.to, c.to)) {
		return 0
	}
	return n - 1
}

var (
	// ofItsYear is a year, as what was then is said to be of it.
	ofItsYear = pattern.MustCompile(`^(?:(?:19|20)[0-9]{2}年|上年|去年)[底末]?的$`)
	// versusNow is what there is, as what is to be is set against it.
	versusNow = pattern.MustCompile(`[比较][现原]有的?$`)
	// thenChanged comes after what was before a change.
	thenChanged = pattern.MustCompile(`^(?:约|将|又|实际|净)*(?:增[加长]|提高|上升|下降|减少|降低|扩大|翻)了?`)
)

// origin is the length of what comes before the base of a change: 由(年初的)14项增至85项.
func origin(l *line, from, to int) int {
	if r := l.at(to - 1); r == '由' || r == '从' {
		return min(1, to-from)
	}
	if n := measuredFrom(l, from, to); n > 0 {
		return n
	}
	if n := origins.upTo(l, from, to); n > 0 && to-n > from {
		if strings.ContainsRune("由从", l.at(to-n-1)) {
			return n + 1
		}
		if m := yearsOf(l, from, to-n, "由从"); m > 0 {
			return n + m
		}
	}
	return yearsOf(l, from, to, "由从")
}

// measuredFrom is the length of what says of what a change begins with by how much it is
// measured: 从每平方公里.
func measuredFrom(l *line, from, to int) int {
	at := to - 1
	for at > max(from, to-reach) && l.at(at) != ',' && l.at(at) != '、' && l.at(at) != '从' && l.at(at) != '由' {
		at--
	}
	if at < from || l.at(at) != '从' && l.at(at) != '由' {
		return 0
	}
	if n := length(inYear.Find(l.part(at+1, to))); perEach.from(l, at+1+n, to) == 0 {
		return 0
	}
	return to - at
}

// inYear comes before what a change begins with: 从1995年的.
var inYear = pattern.MustCompile(`^(?:(?:19|20)[0-9]{2}年|上年|去年|年初|五年前)底?的?`)
