package indicator

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"jianzhu/generator/pattern"
)

// head is what stands before a quantity, without what only leads up to it.
type head struct {
	span            // the subject, or the verb that governs what is counted
	growth   bool   // 同比增长: the number is a change
	fall     string // the word, where it is a fall: a name without it would say the opposite
	verb     span   // at its end, one that takes an object: 新建; empty where there is none
	change   span   // the word of the change
	level    bool   // 达到, 提高到: the number is no change
	reached  bool   // 达到
	whole    bool   // 年均, 累计: of all the years of a period
	yearly   bool   // 年均: of each of them, on average
	average  bool   // 平均: the same, where the period has several
	since    int    // 比2015年: the year from which on it is counted
	years    int    // 两年平均: of so many
	single   bool   // 比上年: of one year
	part     bool   // 其中
	done     bool   // 完成
	minus    span   // 负, of 负增长
	newly    string // a verb of the list that goes on here: 新增
	each     bool   // 分别, 各
	every    bool   // 均, 都
	perMonth string // 月均: what stands before it is of a month
	reckoned []span // 实际, 按可比口径: how the change is reckoned
}

// reach is how far from the number, in code points, the words are looked for
// that lead up to it. It bounds the work on texts that hold nothing else.
const reach = 24

// readHead reads what stands before a quantity: from its end, word by word, what
// only leads up to the number.
func readHead(l *line, s span) head {
	h := head{span: s}
	h.to -= aspects.Ending(l.part(max(h.from, h.to-reach), h.to))
	if n := length("提前"); h.to-n > h.from+1 && l.ends(h.from, h.to, "提前") {
		h.growth, h.fall, h.change = true, l.shown(h.to-n, h.to), span{h.to - n, h.to} // 开工时间|提前10天
		h.to -= n
	}
	for decided := h.growth; ; {
		n := 0
		if n = monthly.Ending(l.part(max(h.from, h.to-3), h.to)); n > 0 && !decided {
			h.perMonth = l.shown(h.to-n, h.to)
		} else if n = origin(l, h.from, h.to); n > 0 {
			decided = true
		} else if n = levelled(l, h.from, h.to); n > 0 && !decided {
			decided, h.level = true, true
		} else if n = h.shift(l); n > 0 && !decided {
			decided = true
		} else if n = against.upTo(l, h.from, h.to); n > 0 {
			h.yearly = h.yearly || yearly.from(l, h.to-n, h.to) == n
			h.average = h.average || l.ends(h.from, h.to, "平均")
			h.single = h.single || lastYear.from(l, h.to-n, h.to) > 0
		} else if n = compared(l, h.from, h.to); n > 0 {
			h.since = yearIn(l.text(h.to-n, h.to))
		} else if n = max(adjusted.upTo(l, h.from, h.to), excluding(l, h.from, h.to)); n > 0 {
			h.reckoned = append(h.reckoned, span{h.to - n, h.to})
		} else if n = dated(l, h.from, h.to); n > 0 {
		} else if n = leading.upTo(l, h.from, h.to); n > 0 && wholeAtEnd.upTo(l, h.from, h.to) == 0 {
			h.whole = h.whole || l.has(h.to-n, "累计")
			h.done = h.done || l.has(h.to-n, "完成")
			h.reached = h.reached || reached.from(l, h.to-n, h.to) == n
			h.level = h.level || h.reached
			h.each = h.each || each.from(l, h.to-n, h.to) == n
			h.every = h.every || every.from(l, h.to-n, h.to) == n
			if l.has(h.to-n, "率先") {
				n += among.Ending(l.part(h.from, h.to-n))
			}
		} else if n = besides(l, h.from, h.to); n > 0 && h.growth {
			if m := ago.FindSubmatch(l.part(h.to-n, h.to)); m != nil {
				h.years = number(m[1])
			}
		} else {
			break
		}
		h.to -= n
	}
	if m := yearsBefore.FindSubmatch(l.part(max(h.from, h.to-4), h.to)); m != nil && (h.yearly || h.average || h.growth && !h.single && strings.HasSuffix(m[0], "年")) && !isNumeral(l.at(h.to-length(m[0])-1)) && !isDigit(l.at(h.to-length(m[0])-1)) {
		h.years, h.yearly = number(cmp.Or(m[1], m[2])), h.yearly || h.average // 5年增长59.6%
		h.to -= length(m[0])
	}
	if m := auxiliary.FindSubmatch(l.part(max(h.from, h.to-6), h.to)); h.level && m != nil {
		h.to -= length(m[1])
	}
	if !h.growth {
		h.reckoned = nil // 实际|利用外资
	}
	slices.Reverse(h.reckoned) // 扣除价格因素,实际
	h.whole = h.whole || h.yearly
	h.part = l.has(h.from, "其中") || l.has(h.from, "、其中")
	h.span = trimOpening(l, h.span)
	h.verb = span{h.to, h.to}
	if l.at(h.to) != '的' || h.to == s.to { // 确定的10件实事: the verb describes
		h.verb = verbAt(l, h.span)
	}
	return h
}

// monthly is of a month, as what stands before it is: 养老金|月均|2150元.
var monthly = pattern.MustCompile(`月平?均$`)

// auxiliary leads up to what will be reached: 投资|预计可|达300亿元.
var auxiliary = pattern.MustCompile(`.[^许认宁]((?:预计)?(?:全年)?可)$`)

// yearsBefore is of how many years an average is: 近两|年平均, 三年|年均.
var yearsBefore = pattern.MustCompile(`(?:最近|近|过去|这|前)?(?:([两二三四五六七八九十])年?|([0-9]{1,2})年)$`)

// ago is how many years a change took: 比五年前.
var ago = pattern.MustCompile(`^[比较]([两二三四五六七八九十]|[0-9]{1,2})年前`)

// besides is the length of a comparison that ends what stands before a change and names
// nothing: 收入|比上年预算, |比现在.
func besides(l *line, from, to int) int {
	for i := to - 2; i >= max(from, to-reach) && l.at(i) != '、'; i-- {
		if r := l.at(i); r != '比' && r != '较' && r != '与' {
			continue
		}
		if (comparing.from(l, i, to) > 0 || ago.In(l.part(i, to))) && !strings.ContainsRune("占可对百相", l.at(i-1)) {
			return to - i
		}
	}
	return 0
}

// shift reads a word of change at the head's end and returns its length.
func (h *head) shift(l *line) int {
	if wholeAtEnd.upTo(l, h.from, h.to) > 0 {
		return 0 // 人口自然增长率
	}
	tail := afterShift.upTo(l, h.from, h.to)
	if wholeAtEnd.upTo(l, h.from, h.to-tail) > 0 {
		return 0 // 人口自然增长率为
	}
	for _, tail := range []int{tail, 0} {
		if n := rise.upTo(l, h.from, h.to-tail); n > 0 {
			h.growth, h.change = true, span{h.to - tail - n, h.to}
			if at := h.to - tail - n - 1; at >= h.from && l.at(at) == '负' {
				h.minus = span{at, at + 1}
				n++
			}
			return n + tail
		}
		if n := fall.upTo(l, h.from, h.to-tail); n > 0 {
			h.growth, h.change = true, span{h.to - tail - n, h.to}
			h.fall = l.shown(h.to-tail-n, h.to-tail)
			return n + tail
		}
	}
	return 0
}

// forEach comes between a level and what it is for one of many: 提高到年人均.
var forEach = pattern.MustCompile(`(?:[到至为达])((?:年|月)人均|每人每[年月])$`)

// levelled is the length of a word for a new level, with a year of its own: 增加到2020年的.
func levelled(l *line, from, to int) int {
	if m := forEach.FindSubmatch(l.part(max(from, to-reach), to)); m != nil {
		if n := level.upTo(l, from, to-length(m[1])); n > 0 {
			return n + length(m[1])
		}
	}
	if n := level.upTo(l, from, to); n > 0 {
		return n
	}
	n := yearsOf(l, from, to, "到至为")
	if n == 0 {
		return 0
	}
	if m := level.upTo(l, from, to-n+1); m > 0 {
		return n - 1 + m
	}
	return 0
}

// yearsOf is the length of a short run of words up to 的 that begins with one of
// some marks, the mark included; 0 where there is none.
func yearsOf(l *line, from, to int, marks string) int {
	if r := l.at(to - 1); r != '的' && r != '年' && (r != '底' && r != '末' || !strings.ContainsRune("年五”期", l.at(to-2))) {
		return 0
	}
	for i := to - 2; i >= max(from, to-10); i-- {
		switch r := l.at(i); {
		case r == ',' || r == '、':
			return 0
		case strings.ContainsRune(marks, r):
			return to - i
		}
	}
	return 0
}

// dated is the length of a year: 国内生产总值2000年.
func dated(l *line, from, to int) int {
	if l.at(to-1) != '年' || to-5 < from {
		return 0
	}
	for i := to - 5; i < to-1; i++ {
		if !isDigit(l.at(i)) {
			return 0
		}
	}
	return 5
}

// overPlan is a comparison with the years of a plan, or with the beginning of something in a
// year: 比“十二五”末, 较2009年建区之初.
var overPlan = pattern.MustCompile(`[比较](?:“?[一二三四五六七八九十]{1,2}五”?(?:时期|期间|期末|末)?|(?:19|20)[0-9]{2}年[^,、;]{0,8}(?:之初|初期))$`)

// compared is the length of a comparison with a year: 比2015年底.
func compared(l *line, from, to int) int {
	if m := overPlan.Find(l.part(max(from, to-16), to)); m != "" {
		return length(m)
	}
	end := to
	switch {
	case l.ends(from, to, "同期"):
		end -= 2
	case strings.ContainsRune("底末初", l.at(to-1)):
		end--
	}
	if l.at(end-1) != '年' {
		return 0
	}
	for i := end - 2; i >= max(from, end-12); i-- {
		switch l.at(i) {
		case ',', '、':
			return 0
		case '比', '较':
			return to - i
		}
	}
	return 0
}

// yearIn is the year that a comparison is with, or the last one of a plan; 0 where it
// names none: 比2015年底, 比“十二五”末.
func yearIn(comparison string) int {
	if m := planHead.FindStringSubmatch(comparison); m != nil {
		return fiveYears(m[1]).Last
	}
	return number(yearInHead.FindString(comparison))
}

// among says among whom something was first: 在全省地级市率先突破.
var among = pattern.MustCompile(`在全[国省市区州县][^,、的]{0,8}$`)

// exclusion says what a change leaves out of account.
var exclusion = pattern.MustCompile(`(?:扣除|剔除|不考虑|不含)[^,。;]{1,14}因素(?:影响)?后?$`)

// excluding is the length of what says so: 扣除留抵退税因素后.
func excluding(l *line, from, to int) int {
	if !strings.ContainsRune("素响后", l.at(to-1)) {
		return 0
	}
	return exclusion.Ending(l.part(max(from, to-reach), to))
}

// verbAt is the verb at the end of a part of a line, empty where there is none.
func verbAt(l *line, s span) span {
	end := s.to
	if r := l.at(end - 1); end > s.from && (r == '了' || r == '好') {
		end--
	}
	for _, end := range []int{s.to, end} {
		if n := verbs.upTo(l, s.from, end); n > 0 {
			return span{withVerbs(l, s.from, end-n), s.to}
		}
	}
	return span{s.to, s.to}
}

// withVerbs is where the verbs begin that a joint puts before the one at a place, if they
// reach back to from: 新建和|改扩建.
func withVerbs(l *line, from, at int) int {
	start := at
	for start > from {
		joint := joints.upTo(l, from, start)
		n := verbs.upTo(l, from, start-joint)
		if joint == 0 || n < 2 {
			return at
		}
		start -= joint + n
	}
	return start
}

// opens is the verb with which the head opens, empty where there is none.
func (h head) opens(l *line) span {
	if n := nextVerb.from(l, h.from, h.to); n > 1 && nounStart.from(l, h.from, h.to) == 0 {
		return span{h.from, h.from + n}
	}
	return span{}
}

// circumstance ends what is said of how something was reached, and names nothing.
var circumstance = pattern.MustCompile(`在?[^,在]{0,30}(?:基础上|前提下|情况下|条件下)$`)

// onlyTime says when, and not of what: 比重在调整初期由|36.5%降低到….
var onlyTime = pattern.MustCompile(`^在[^,、的]{2,10}(?:初期|末期|前期|后期|中期|时期|期间|阶段|之初)$`)

// trimOpening takes off what a clause begins with before its subject.
func trimOpening(l *line, s span) span {
	text := l.text(s.from, s.to)
	if text == "计" {
		return span{s.to, s.to} // 42条,计130公里
	}
	if i := strings.Index(text, "目标是"); i >= 0 {
		s.from += length(text[:i]) + len([]rune("目标是"))
	}
	if r := l.at(s.to - 1); r == '上' || r == '下' {
		s.to = max(s.from, s.to-length(circumstance.FindString(text)))
	}
	if l.at(s.from) == '在' && onlyTime.MatchString(text) {
		return span{s.to, s.to}
	}
	for s.from < s.to && wholeAtStart.from(l, s.from, s.to) == 0 {
		n := opening.from(l, s.from, s.to)
		if n == 0 && strings.ContainsRune("一二三四五六七八九十0123456789“", l.at(s.from)) || n == 0 && '①' <= l.at(s.from) && l.at(s.from) <= '⒛' {
			n = length(openingPattern.Find(l.part(s.from, min(s.to, s.from+reach))))
		}
		if n == 1 && (l.serves(s) || l.trades(s)) {
			break
		}
		if n == 0 || n == 1 && (s.to-s.from == 2 && isHan(l.at(s.from)) || l.at(s.from) == '在' && residents.In(l.part(s.from, s.to))) {
			break
		}
		s.from += n
	}
	return trimRelative(l, s)
}

// serves reports whether a part opens with whom something is done for or put to: 为果农提供服务.
func (l *line) serves(s span) bool {
	if r := l.at(s.from); r != '为' && r != '向' {
		return false
	}
	for i := s.from + 2; i < s.to; i++ {
		if n := serving.from(l, i, s.to); n > 0 && i+n < s.to {
			return true
		}
	}
	return false
}

// trades reports whether a part opens with whom goods are sold to: 对中亚五国出口.
func (l *line) trades(s span) bool {
	return l.at(s.from) == '对' && withWhom.In(l.part(s.from, s.to))
}

// withWhom is trade with some country, not what is done to it.
var withWhom = pattern.MustCompile(`^对[^,的]{2,20}(?:[进出]口额?|贸易额?|投资额?)$`)

// residents are those in a place: 在眉高校.
var residents = pattern.MustCompile(`^在.(?:高校|院校|企业|央企|单位)`)

// trimRelative takes off a clause that only describes.
func trimRelative(l *line, s span) span {
	if l.at(s.from) == '以' {
		s.from += length(chiefly.Find(l.part(s.from, s.to)))
	}
	if relative.from(l, s.from, s.to) == 0 {
		return s
	}
	for i := s.from; i+1 < min(s.to, s.from+longestName); i++ {
		if l.at(i) == '的' && !partOnly.In(l.part(i+1, s.to)) {
			return span{i + 1, s.to}
		}
	}
	return s
}

// partOnly says nothing without what it is of.
var partOnly = pattern.MustCompile(`^(?:总产量?|总量|总数|总额|总规模|规模|贡献度|比重|比例|占比|数量|面积|金额|余额|人数|件数|长度|增加值|完成率|覆盖率)$`)

// chiefly opens with what stands for all that is named: 以公园、林带为代表的|造林.
var chiefly = pattern.MustCompile(`^以[^,]{2,60}为(?:重点|代表|主|主体|核心|龙头|依托|载体)的`)

// aspects ends what has so many sides, which are no part of a name: 办好10个方面20件实事.
var aspects = pattern.MustCompile(`[0-9一二三四五六七八九十两]+(?:个|大)?(?:方面|层面|环节|领域)的?、?$`)

// statedIn finds words that qualify all numbers of a clause, up to its first.
func statedIn(l *line, from, to int) []span {
	text := l.text(from, to)
	for _, w := range []string{"力争", "争取", "预计", "至少", "累计"} {
		if i := strings.Index(text, w); i >= 0 {
			at := from + length(text[:i])
			return []span{{at, at + length(w)}}
		}
	}
	return nil
}

func length(s string) int { return utf8.RuneCountInString(s) }
