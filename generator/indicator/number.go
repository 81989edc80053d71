package indicator

import "strings"

// numberEnd is where the digits at i end, with thousands commas and decimals.
func (l *line) numberEnd(i int) int {
	start := i
	for isDigit(l.at(i)) {
		i++
	}
	for first := i; first-start <= 3 && l.groupsAt(i) && l.groupAt(i+1); {
		i += 4
	}
	if l.at(i) == '.' && isDigit(l.at(i+1)) {
		for i++; isDigit(l.at(i)); {
			i++
		}
	}
	return i
}

// groupsAt reports whether a mark that groups thousands stands at i.
func (l *line) groupsAt(i int) bool {
	return l.at(i) == ',' || l.at(i) == '\'' || l.at(i) == '’'
}

// groupAt reports whether three digits and no more stand at i.
func (l *line) groupAt(i int) bool {
	return isDigit(l.at(i)) && isDigit(l.at(i+1)) && isDigit(l.at(i+2)) && !isDigit(l.at(i+3))
}

// inName reports whether the number from i to end is part of a name: PM2.5, 4A, 3·15, 第3.
func (l *line) inName(i, end int) bool {
	before, after := l.at(i-1), l.at(end)
	if l.perManyAt(end) > 0 {
		return false
	}
	if l.has(i-3, "gdp") && after != 0 && isHan(after) {
		return false // GDP2789.9亿元
	}
	return isLetter(before) || strings.ContainsRune("·+/.第[#$&=_*^", before) && before != 0 ||
		before == '-' && isLetter(l.at(i-2)) ||
		isLetter(after) || strings.ContainsRune("·+[]=_*", after) && after != 0 ||
		after == '/' && !isHan(l.at(end+1))
}

// perManyAt is the length of what a rate is of that stands at a place: 17/10万.
func (l *line) perManyAt(i int) int {
	for _, many := range []string{"/10万", "/十万"} {
		if l.has(i, many) {
			return length(many)
		}
	}
	return 0
}

// wordEnd is where the letters, figures and joining marks at i end.
func (l *line) wordEnd(i int) int {
	for isLetter(l.at(i)) || isDigit(l.at(i)) || l.at(i) != 0 && strings.ContainsRune("·+/-.", l.at(i)) {
		i++
	}
	return i
}

// ratioEnd is where a ratio ends whose first number ends at end: 0.5:21.3:78.2.
func (l *line) ratioEnd(end int, q *quantity) int {
	for (l.at(end) == ':' || l.at(end) == '∶') && isDigit(l.at(end+1)) {
		end = l.numberEnd(end + 1)
		q.ratio = true
	}
	return end
}

// rangeEnd is where a range ends whose first number ends at end: 6.5-7, 6%-7, 3至5.
func (l *line) rangeEnd(end int, q *quantity) int {
	i := end + l.multiplierAt(end) // 120万-140万吨
	if l.at(i) == '%' {
		i++
	}
	for n := 0; n < 2 && l.at(i) != 0 && strings.ContainsRune("-~—–～至到", l.at(i)); n++ {
		if !isDigit(l.at(i + 1)) {
			i++
			continue
		}
		if (l.at(i) == '至' || l.at(i) == '到') && (l.at(q.start-1) == '由' || l.at(q.start-1) == '从' || l.at(q.start-1) == '自') {
			return end // not a range: from one to the other
		}
		if l.inName(i+1, l.numberEnd(i+1)) && l.at(i) != '-' {
			return end
		}
		return l.numberEnd(i + 1)
	}
	return end
}

// signAt reports whether a minus stands at i, and no hyphen or dash.
func (l *line) signAt(i int) bool {
	before := l.at(i - 1)
	return strings.ContainsRune("-−–—", l.at(i)) && !isDigit(before) && !isLetter(before) && !strings.ContainsRune("-−–—%", before)
}
