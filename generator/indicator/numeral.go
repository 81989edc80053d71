package indicator

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"jianzhu/generator/pattern"
	"jianzhu/generator/report"
)

// Numbers in Chinese numerals end a name and are left to the reader, for most belong to slogans
// (三大攻坚战) and to what a text counts up (三个方面). But some reports, most of before 1990, write all
// their numbers so: there those are read that are exact.

// spelledOut reports whether a report writes its numbers in Chinese numerals.
func spelledOut(r *report.Report) bool {
	spelt, figures := 0, 0
	for _, p := range r.Paragraphs {
		spelt += strings.Count(p.Text, "百分之") - strings.Count(p.Text, "百分之百")
		figures += strings.Count(p.Text, "%") + strings.Count(p.Text, "％")
	}
	return spelt >= 3 && spelt > 3*figures
}

// numeralEnd is where a number in Chinese numerals ends that begins at i and says
// how many, as 两千三百, 六十五万, 百分之三十: i where there is none, as in 三大攻坚战, 十四五, 第三.
func (l *line) numeralEnd(i int) int {
	start := i
	if l.masked[i] || l.at(i-1) == '第' || isDigit(l.at(i-1)) {
		return start
	}
	if l.has(i, "百分之") {
		i += 3
	} else if !isUpToTen(l.at(i)) {
		return start
	}
	ranks := i - start
	for ; isNumeral(l.at(i)); i++ {
		if multiplies(l.at(i)) {
			ranks++
		}
	}
	if ranks == 0 || i-start < 2 && l.at(i) != '余' && l.at(i) != '多' {
		return start
	}
	return i
}

func isNumeral(r rune) bool { return r == '零' || r == '〇' || isUpToTen(r) || multiplies(r) }

// isUpToTen tells the numerals from one to ten.
func isUpToTen(r rune) bool {
	switch r {
	case '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十':
		return true
	}
	return false
}

// multiplies tells the numerals by which others are multiplied.
func multiplies(r rune) bool {
	switch r {
	case '十', '百', '千', '万', '亿':
		return true
	}
	return false
}

// numeralAt reads a quantity in Chinese numerals as far as it ends the name before
// it: 招引项目二十余个. What it comes to is left to the reader.
func numeralAt(l *line, from, i, to int) (*quantity, int) {
	q := &quantity{from: i, start: i, hidden: true, valueEnd: l.numeralEnd(i)}
	if l.spelt {
		q.valueEnd = max(q.valueEnd, l.speltEnd(i))
	}
	q.readUnit(l)
	if l.spelt && !l.masked[i] && q.kind != calendar {
		if q.readSpelt(l, from, to); !q.hidden {
			return q, q.to
		}
		if l.numeralEnd(i) == i {
			return nil, q.valueEnd
		}
	}
	if l.has(i, "百分之") && q.unit == "" {
		q.unit, q.kind = "%", share
	}
	if u := l.text(q.valueEnd, q.end); q.kind == calendar || q.unit == "" && !strings.ContainsRune("万亿", l.at(q.valueEnd-1)) || u == "大" {
		return nil, q.valueEnd
	}
	if n := bounds.from(l, q.end, to); n > 0 && isHan(l.at(q.end+n)) {
		return nil, q.end + n // 五百亩以上基地
	}
	if q.unit == "" && soLarge.In(l.part(q.end, min(to, q.end+reach))) {
		return nil, q.end // 百亿企业3家
	}
	if q.unit == "" {
		q.unit, q.kind = "个", counted
	}
	q.to = q.end
	return q, q.to
}

// soLarge are things of a size that stands before them without its unit.
var soLarge = pattern.MustCompile(`^级?[^,;。、0-9]{0,4}(?:企业|项目|产业|园区|集群|产品|工程)`)

// readSpelt reads a quantity in Chinese numerals of a report that writes its numbers so; it stays hidden
// where its number is not exact, or only counts up what the text tells.
func (q *quantity) readSpelt(l *line, from, to int) {
	begins, i := l.text(max(0, q.start-2), q.start), q.valueEnd
	if strings.ContainsAny(begins, "几数成上近") && strings.ContainsRune("几数成", l.at(q.start-1)) || strings.HasSuffix(begins, "分之") ||
		l.at(q.start-1) == '、' && isNumeral(l.at(q.start-2)) || l.at(i) == '、' && isNumeral(l.at(i+1)) || l.at(i) == '几' || l.at(i) == '分' {
		return
	}
	if (l.at(i) == '至' || l.at(i) == '到') && l.speltEnd(i+1) > i+1 {
		q.valueEnd = l.speltEnd(i + 1)
		q.readUnit(l)
	}
	for _, per := range perMany {
		if l.has(q.start, per.word) {
			q.unit, q.kind, q.unitFirst = per.unit, share, true
			q.end = q.valueEnd + q.inner
		}
	}
	value := l.text(q.start, q.valueEnd)
	n, _, exact := numerals(value)
	small := 0.0
	switch {
	case counting[q.unit]:
		small = 12
	case q.kind != share && !strings.Contains(value, "点"):
		small = 9 // 一部分, 一对夫妇
	}
	if !exact || q.unit == "" || n <= small || q.unit == "番" || l.at(q.end) == '级' || l.has(q.end, "方面") || q.unit == "人" && l.at(q.end) == '民' {
		return
	}
	q.hidden = false
	q.from, q.to = q.start, q.end
	q.readBounds(l, to)
	q.readLimits(l, from)
}

// counting are units by which texts count up what they tell: 五个方面, 十项重点工作.
var counting = map[string]bool{"个": true, "项": true, "条": true, "件": true, "次": true, "类": true, "种": true, "点": true, "家": true, "篇": true, "门": true}

// perMany say before a number what it is a share of.
var perMany = []struct{ word, unit string }{{"百分之", "%"}, {"千分之", "‰"}}

// speltEnd is where a number in Chinese numerals ends that begins at i, also a small one or one with
// decimals; i where there is none.
func (l *line) speltEnd(i int) int {
	start := i
	for _, per := range perMany {
		if l.has(i, per.word) {
			i += length(per.word)
		}
	}
	first := i
	for isNumeral(l.at(i)) {
		i++
	}
	if i > first && l.at(i) == '点' && isNumeral(l.at(i+1)) {
		for i++; isNumeral(l.at(i)); {
			i++
		}
	}
	if i == first {
		return start
	}
	return i
}

// numerals are the two ends of a number in Chinese numerals, or the number twice: 百分之四到五.
func numerals(s string) (from, to float64, ok bool) {
	for _, per := range perMany {
		s = strings.ReplaceAll(s, per.word, "")
	}
	first, last, isRange := strings.Cut(strings.Replace(s, "至", "到", 1), "到")
	if !isRange {
		last = first
	}
	from, ok = parseNumeral(first)
	to, ok2 := parseNumeral(last)
	if isRange && strings.ContainsAny(last, "万亿") && !strings.ContainsAny(first, "万亿") {
		return 0, 0, false // 三千到四千万: of which the first lacks its 万
	}
	return from, to, ok && ok2 && from <= to
}

// rankOf are what numerals are multiplied by, within ten thousand.
var rankOf = map[rune]float64{'十': 10, '百': 100, '千': 1000}

// parseNumeral is what a number in Chinese numerals comes to: 十二亿三千万, 十二点五. It is not ok where
// it is no exact number (三四百, 百万) or could be read in two ways (二百五).
func parseNumeral(s string) (number float64, ok bool) {
	if strings.ContainsFunc(s, func(r rune) bool { return !isNumeral(r) && r != '点' }) {
		return 0, false
	}
	whole, decimals, parted := strings.Cut(s, "点")
	if parted {
		tail := []byte("0.")
		rest := strings.TrimRight(decimals, "十百千万亿")
		for _, r := range rest {
			d := digitOfNumeral(r)
			if d < 0 {
				return 0, false
			}
			tail = append(tail, byte('0'+d))
		}
		n, ok := parseNumeral(whole)
		part, err := strconv.ParseFloat(string(tail), 64)
		if !ok || err != nil || rest == "" {
			return 0, false
		}
		factor := 1.0
		switch decimals[len(rest):] {
		case "":
		case "万":
			factor = 1e4
		case "亿":
			factor = 1e8
		default:
			return 0, false
		}
		return math.Round((n+part)*factor*1e6) / 1e6, true
	}
	return wholeNumeral(whole)
}

// wholeNumeral is parseNumeral for a number without decimals.
func wholeNumeral(s string) (number float64, ok bool) {
	if !strings.ContainsAny(s, "十百千万亿") {
		return digitByDigit(s)
	}
	total, part, digit := 0.0, 0.0, -1 // of what is above 万 or 亿, of what is below, and the digit at hand
	lastRank, zero := math.Inf(1), false
	for _, r := range s {
		switch d := digitOfNumeral(r); {
		case d == 0:
			zero = true
		case d > 0:
			if digit >= 0 {
				return 0, false // 三四百
			}
			digit = d
		case rankOf[r] > 0:
			if digit < 0 && r != '十' || rankOf[r] >= lastRank {
				return 0, false // 百万, 十百
			}
			part += float64(max(digit, 1)) * rankOf[r]
			digit, lastRank, zero = -1, rankOf[r], false
		default: // 万, 亿
			if digit > 0 {
				part += float64(digit)
			}
			factor := 1e4
			if r == '亿' {
				factor = 1e8
			}
			switch {
			case part == 0 && total == 0:
				return 0, false // 万亩
			case part == 0, factor == 1e8:
				total = (total + part) * factor // 五万万, 一万亿
			default:
				total += part * factor
			}
			part, digit, lastRank, zero = 0, -1, math.Inf(1), false
		}
	}
	if digit > 0 {
		if !zero && lastRank > 10 {
			return 0, false // 二百五
		}
		part += float64(digit)
	}
	return total + part, true
}

// digitByDigit is a number written as figures are: 六, 二五〇. Two in a row may be about as many: 三四个.
func digitByDigit(s string) (number float64, ok bool) {
	n := utf8.RuneCountInString(s)
	if n == 0 || n == 2 && !strings.ContainsAny(s, "〇零") {
		return 0, false
	}
	for _, r := range s {
		number = 10*number + float64(digitOfNumeral(r))
	}
	return number, true
}

// digitOfNumeral is the value of a numeral below ten, -1 for others.
func digitOfNumeral(r rune) int {
	switch r {
	case '〇', '零':
		return 0
	case '两':
		return 2
	}
	if at := strings.IndexRune("一二三四五六七八九", r); at >= 0 {
		return at/len("一") + 1
	}
	return -1
}
