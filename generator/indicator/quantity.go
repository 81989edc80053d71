package indicator

import (
	"strings"

	"jianzhu/generator/pattern"
)

// quantity is a number with its unit and what qualifies it. Places are in the line.
type quantity struct {
	from, to   int    // with the words that qualify it
	start, end int    // value and unit
	valueEnd   int    // end of the value
	inner      int    // length of 余 or 多 between value and unit
	innerAt    int    // its place
	before     []span // words before it that qualify it: 约, 不低于
	after      []span // behind it: 左右, 以上
	per        span   // the first of before, where that says for whom and how often: 每人每月
	unit       string // folded, without inner; "" where it shares that of the last in its list
	kind       unitKind
	ratio      bool // 29:71
	base       bool // the x of 由 x 提高到 y
	against    bool // what a later one is compared with: 比2015年的1680亿元增长
	dated      bool // its own year stands with it: 由2015年的1680亿元
	origin     int  // length of the words before it that say so
	since      int  // the year of what the one before it was, to which this is the change
	unitFirst  bool // its unit is said before it: 百分之三
	hidden     bool // xx亿元: anonymised, and no indicator
	unitFrom   *quantity
	cut        int // where a number without a unit before it ends a part of a list, or 0
}

// quantities finds the quantities between two places.
func quantities(l *line, from, to int) []*quantity {
	var found []*quantity
	for i := from; i < to; {
		var q *quantity
		next := i
		switch {
		case isDigit(l.runes[i]):
			q, next = quantityAt(l, from, i, to)
		case l.spelt && l.speltEnd(i) > i && !isNumeral(l.at(i-1)), l.numeralEnd(i) > i && !isNumeral(l.at(i-1)):
			q, next = numeralAt(l, from, i, to)
		case l.anonymised(i):
			q, next = hiddenAt(l, i, to)
		}
		if q != nil {
			found = append(found, q)
		}
		i = max(next, i+1)
	}
	return found
}

// quantityAt reads the quantity that begins at i and returns where to go on.
// There is none where the number is a name's, a date's or has no unit.
func quantityAt(l *line, from, i, to int) (*quantity, int) {
	q := &quantity{start: i}
	end := l.numberEnd(i)
	if l.inName(i, end) {
		return nil, l.wordEnd(end)
	}
	end = l.ratioEnd(end, q)
	q.valueEnd = l.rangeEnd(end, q)
	i = q.valueEnd
	if l.masked[q.start] {
		return nil, i
	}
	q.readUnit(l)
	if q.start > from && l.signAt(q.start-1) && (q.kind == share || !isHan(l.at(q.start-2))) {
		q.start--
	}
	q.from, q.to = q.start, q.end
	if !isDivision(q.unit) {
		q.to += l.besidesUnit(q.end)
	}
	q.readBounds(l, to)
	q.readLimits(l, from)
	if q.unit == "年" && strings.Contains(l.text(max(from, q.from-8), q.from), "年限") {
		q.kind = duration // 平均受教育年限达到11.3年
	}
	if q.kind == calendar || l.at(q.end) == '级' {
		return nil, q.end
	}
	if r := l.at(q.from - 1); q.from > from && (r == '￥' || r == '¥') {
		q.from--
		q.hidden = !isMoney(q.unit) // 元 is in the sign: not half read
	}
	return q, q.to
}

// anonymised reports whether marks stand at i in the place of a number: xx, ××.
func (l *line) anonymised(i int) bool {
	r := l.runes[i]
	return l.at(i+1) == r && strings.ContainsRune("x×*〇○", r) && !isLetter(l.at(i-1)) && !isDigit(l.at(i-1)) && !l.masked[i]
}

// hiddenAt reads a quantity whose number is anonymised: it still ends the name
// that stands before it. There is none where no unit follows.
func hiddenAt(l *line, i, to int) (*quantity, int) {
	q := &quantity{from: i, start: i, hidden: true}
	for r := l.runes[i]; l.at(i) == r; {
		i++
	}
	q.valueEnd = i
	q.readUnit(l)
	if q.to = q.end; q.unit == "" || q.kind == calendar {
		return nil, i
	}
	return q, q.to
}

// readUnit reads what stands behind the value: 余, a multiplier, a unit.
func (q *quantity) readUnit(l *line) {
	i := q.valueEnd
	q.end = i
	inner := func() {
		if r := l.at(i); q.inner == 0 && (r == '余' || r == '多') {
			q.inner, q.innerAt = 1, i
			i++
		}
	}
	inner()
	if n := l.perManyAt(i); n > 0 {
		q.unit, q.kind, q.end = l.text(i, i+n), share, i+n
		return
	}
	u := l.unitAt(i)
	multiplier := 0
	if u.length == 0 {
		if multiplier = l.multiplierAt(i); multiplier > 0 {
			q.unit = l.text(i, i+multiplier)
			i += multiplier
			inner()
			if q.inner > 0 && l.at(i) == '亿' {
				q.unit += "亿" // 1万多亿元
				i++
			}
			u = l.unitAt(i)
			if u.kind == calendar {
				u = unitWord{}
			}
		}
	}
	if multiplier > 0 && isPlace(u.word) && isHan(l.at(i+u.length)) {
		u = unitWord{} // 21万|社区工作者
	}
	switch {
	case u.length > 0:
		q.unit += u.word
		q.kind = u.kind
		i += u.length
	case multiplier > 0:
		q.kind = counted
	default:
		q.inner = 0
		return
	}
	if l.at(i) == '/' {
		per := i + 1
		if l.unitAt(per).length == 0 {
			per += l.multiplierAt(per)
		}
		if v := l.unitAt(per); v.length > 0 {
			q.unit += l.text(i, per+v.length)
			i = per + v.length
			q.kind = counted
		} else if per > i+1 {
			q.unit += l.text(i, per)
			i = per
		}
	}
	if strings.ContainsRune("户人场家", l.at(i-1)) && l.has(i, "(次)") {
		i += length("(次)")
	}
	q.end = i
}

// besidesUnit is the length of another unit that may be said too: 万头|(只).
func (l *line) besidesUnit(i int) int {
	if l.at(i) != '(' {
		return 0
	}
	n := l.unitAt(i + 1).length
	if n == 0 || l.at(i+1+n) != ')' {
		return 0
	}
	return n + 2
}

// readBounds reads what qualifies the quantity from behind.
func (q *quantity) readBounds(l *line, to int) {
	if n := bounds.from(l, q.to, len(l.runes)); n > 0 {
		q.after = append(q.after, span{q.to, q.to + n})
		q.to += n
		return
	}
	if r := l.at(q.to); (r == '余' || r == '多') && q.inner == 0 && q.to < to && (q.to+1 == to || !isHan(l.at(q.to+1)) || q.kind == share) {
		q.after = append(q.after, span{q.to, q.to + 1})
		q.to++
	}
}

// readLimits reads what qualifies it from before, back to from.
func (q *quantity) readLimits(l *line, from int) {
	if notLimits.upTo(l, from, q.from) > 0 {
		return
	}
	if n := limits.upTo(l, from, q.from); n > 0 {
		q.from -= n
		q.before = append(q.before, span{q.from, q.from + n})
	}
	q.readPer(l, from)
}

// per says for whom and how often a sum is, behind a word for its level: 提高到|每人每月.
var per = pattern.MustCompile(`[到至为达是由从和及、](每人每[年月天日]|每[年月]每人|人均每[年月]|每月)$`)

// readPer reads what says so before a sum, which is not the same without it.
func (q *quantity) readPer(l *line, from int) {
	if r := l.at(q.from - 1); !strings.ContainsRune("月年人天日", r) || q.from == from || !isMoney(q.unit) {
		return
	}
	if m := per.FindSubmatch(l.part(max(from, q.from-reach), q.from)); m != nil {
		q.per = span{q.from - length(m[1]), q.from}
		q.from = q.per.from
		q.before = append([]span{q.per}, q.before...)
	}
}

// unitShown is the unit as printed.
func (q *quantity) unitShown(l *line) string {
	if q.unitFrom != nil {
		return q.unitFrom.unitShown(l)
	}
	if q.inner > 0 {
		return l.shown(q.valueEnd, q.innerAt) + l.shown(q.innerAt+q.inner, q.end)
	}
	return l.shown(q.valueEnd, q.end)
}

// unitWritten is the unit with 余 or 多 where it stands.
func (q *quantity) unitWritten(l *line) string {
	if q.unitFrom != nil {
		return q.unitFrom.unitShown(l)
	}
	return l.shown(q.valueEnd, q.end)
}
