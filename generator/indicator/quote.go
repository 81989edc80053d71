package indicator

import (
	"strings"

	"jianzhu/generator/pattern"
)

// longestQuote is how long a quotation is to be, in code points.
const longestQuote = 60

// longestPassage is how long one may be that cannot be shorter, longestMark what counts a paragraph.
const longestPassage, longestMark = 3 * longestQuote / 2, 3

// saying is a sentence, from which its values are quoted.
type saying struct {
	*line
	clauses []clause
	last    int      // the clause that was read last
	before  int      // where the sentence before begins
	known   []answer // of the clauses, as far as it was asked
}

// answer is what a clause says: of what it tells, and a number of a measure.
type answer struct {
	stands, measures             bool
	askedToStand, askedToMeasure bool
}

func newSaying(l *line, s span, before int) *saying {
	all := clauses(l, s)
	return &saying{line: l, clauses: all, before: before, known: make([]answer, len(all))}
}

// stands reports whether a clause says of what it tells.
func (s *saying) stands(i int) bool {
	known := &s.known[i]
	if !known.askedToStand {
		known.stands, known.askedToStand = s.line.stands(s.clauses[i]), true
	}
	return known.stands
}

// measures reports whether a clause gives a number of a measure.
func (s *saying) measures(i int) bool {
	known := &s.known[i]
	if !known.askedToMeasure {
		known.measures, known.askedToMeasure = s.line.measures(s.clauses[i]), true
	}
	return known.measures
}

// measuredBefore reports whether one of the clauses right before one measures.
func (s *saying) measuredBefore(k int) bool {
	for i := max(0, k-farthest); i < k; i++ {
		if s.measures(i) {
			return true
		}
	}
	return false
}

// quote is what the report says around a number whose name is not sure: its clause, the last that
// was read, and, where that does not say what the number is of, what comes before, back to a
// clause that does. It is "" where none near by does.
func (s *saying) quote(n named) string {
	l, k := s.line, s.last
	from, to := s.clauses[k].from, s.clauses[k].to
	if s.clauses[k].aside && l.at(to) == ')' {
		to++
	}
	stands := s.stands(k) || !l.leans(s.clauses[k]) && l.countsWhat(span{n.to, min(to, n.to+longestName)})
	if k > 0 && s.clauses[k-1].part == s.clauses[k].part && l.has(s.clauses[k-1].from, "其中") {
		stands = false // 其中省级17亿元,|市级18亿元
	}
	if stands && n.growth && n.kind == share && !s.measures(k) && s.measuredBefore(k) {
		stands = false // 粮食产量增长5%;|棉花增长31.1%
	}
	i := k
	for i > max(0, k-farthest) && (!stands || s.clauses[i].aside || l.at(from-1) == ')' || l.at(from) == '—') {
		i--
		from, stands = s.clauses[i].from, s.stands(i)
	}
	if stands && to-from-(n.to-n.from) < brief {
		i, from = l.opening(s.clauses[:k+1], i, to)
	}
	next := k + 1
	if next == len(s.clauses) || s.clauses[next].aside {
		next = k
	}
	if frame, text := s.frame(); stands && frame < from && (n.framed(text) || isTopic(text)) {
		if passage := l.around(frame, to, n); passage != "" || n.framed(text) {
			return passage
		}
	}
	switch {
	case !stands && l.grounds(s.clauses[k]):
		return ""
	case stands && next > k && adverbial.In(l.part(from, n.from)):
		return l.around(from, s.clauses[next].to, n) // 对500户重点企业,|采取“一对一”服务
	case stands:
		return l.around(from, to, n)
	case k > 0 && i == 0 && !l.leans(s.clauses[0]) && s.clauses[0].to-s.clauses[0].from > shortest:
		return l.around(from, to, n)
	case k == 0 && next > k && n.from-from > 1 && !l.leans(s.clauses[k]): // 投入2.1亿元,|改造道路2558条
		return l.around(from, s.clauses[next].to, n)
	case i == 0 && from > s.before && to-s.before <= longestQuote:
		return l.around(s.before, to, n)
	case i == 0 && !l.leans(s.clauses[k]) && n.from-from+to-n.to > shortest:
		return l.around(from, to, n)
	}
	return ""
}

// opening is the first clause of the last one's part that speaks of something without a number and
// from which a quotation up to a place is not too long; else the clause i, from which it was to be.
func (l *line) opening(clauses []clause, i, to int) (of, from int) {
	of, from = i, clauses[i].from
	for j, last := i-1, len(clauses)-1; j >= 0 && clauses[j].part == clauses[last].part && to-clauses[j].from <= longestQuote; j-- {
		if l.speaks(span{clauses[j].from, clauses[j].to}) {
			of, from = j, clauses[j].from
		}
	}
	return of, from
}

// measures reports whether a clause gives a number of a measure.
func (l *line) measures(c clause) bool {
	all := quantities(l, c.from, c.to)
	return len(all) > 0 && isMeasure(l, readHead(l, span{max(c.from, all[0].from-longestName), all[0].from}).span)
}

// adverbial opens a clause that only says for whom or how something is done, which the next says.
var adverbial = pattern.MustCompile(`^(?:对(?:[^外口接标]|$)|围绕|针对|通过|按照|面向|聚焦)[^,]*$`)

// shortest is how long the words are, in code points, that tell of a thing so much that its name
// may be general.
const shortest = 5

// brief bounds the code points of a quotation for which it is sought of what its sentence speaks:
// 大力开展橡胶加工技术攻关,|仓储能力达到100万吨.
const brief = 16

// farthest is how many clauses a quotation goes back.
const farthest = 5

// stands reports whether a clause says of what it tells: by words before its first number that
// are more than an attribute or a comparison, or by what that counts.
func (l *line) stands(c clause) bool {
	if l.leans(c) || l.grounds(c) {
		return false
	}
	at, behind, amount := c.to, c.to, false
	var first *quantity
	if all := quantities(l, c.from, c.to); len(all) > 0 {
		first = all[0]
		at, behind, amount = first.from, first.to, first.kind == share || isMoney(first.unit)
	}
	head := readHead(l, span{c.from, at})
	said := l.text(head.from, min(head.to, head.from+longestQuote))
	name := newWording(said)
	switch {
	case first != nil && head.some() && name.isThin() && !place.In(l.part(c.from, head.from)):
		return false // 某片区创新活力迸发,|新增注册企业3.2万家
	case first != nil && name.isGoods(said, first.unit):
		return false // 粮食产量达到400万吨;|棉花达到608万吨
	case amount && !isMeasure(l, head.span) && !sumEnd.MatchString(said) && !name.tellsDeed() && !head.growth && !l.countsWhat(span{behind, min(c.to, behind+longestName)}):
		return false // 甲市、乙市超3000亿元
	case length(said) > 1 && head.verb != head.span && !leansOn.MatchString(said) && (!wants(said) || place.In(l.part(c.from, head.from))):
		return true
	}
	return behind < c.to && l.countsWhat(span{behind, min(c.to, behind+longestName)})
}

// grounds reports whether a clause says only from where what is told went on.
func (l *line) grounds(c clause) bool {
	return l.at(c.from) == '在' && l.ends(c.from, c.to, "基础上")
}

// place is what a report is of, and whose attributes need no other subject: 全区|投资.
var place = pattern.MustCompile(`[全我][国省市县区镇乡旗州]|[市县区省]级`)

// leans reports whether a clause opens with what says more of something that was named before.
func (l *line) leans(c clause) bool {
	at := c.from
	for at < min(c.to, c.from+longestName) && !isDigit(l.runes[at]) {
		at++
	}
	return leansOn.In(l.part(c.from, at))
}

// countsWhat reports whether the words behind a number begin with a thing that says what is counted.
func (l *line) countsWhat(s span) bool {
	for n := joint.from(l, s.from, s.to); n > 0 && s.from+n < s.to && isDigit(l.runes[s.from+n]); n = joint.from(l, s.from, s.to) {
		q, _ := quantityAt(l, s.from, s.from+n, s.to)
		if q == nil {
			break
		}
		s.from = q.to // 75万平方米、272栋老旧楼
	}
	end := s.from
	for end < s.to && (isHan(l.runes[end]) || isLetter(l.runes[end]) || strings.ContainsRune("“”", l.runes[end]) || l.runes[end] == '、' && isHan(l.at(end+1))) {
		end++
	}
	noun, told := l.told(span{s.from, end}, telling)
	text := l.text(noun.from, noun.to)
	if noun.some() && told.to-told.from >= shortest {
		return true // 36家企业入围全国民营企业500强
	}
	return length(text) > 2 && noThing.from(l, noun.from, noun.to) < noun.to-noun.from && !leansOn.MatchString(text) && !wants(text) && !thin.MatchString(text) && !somethingDone.MatchString(text)
}

// somethingDone is what general things did: 1万家|企业实施改造.
var somethingDone = pattern.MustCompile(`^(?:企业|项目|线路|单位|机构|园区|平台)(?:已|均|全部|全面)*(?:实施|开展|完成|开工|落地|竣工|启动|投产|建成|推进|改造)`)

// leansOn opens what says more of something that was named before.
var leansOn = pattern.MustCompile(`^(?:` + anyOf("leansOn") + `|比[^赛重例亚]|对[^,]*贡献)` +
	`|^(?:总额|规模|实际到位|平均每?年?|从[^,]{1,4}到[^,]{1,4}|[百千万亿]+元以[上下])$` +
	`|^(?:提高|增长|下降|增加|减少|提升|降低)(?:了|到|至|为)?$` +
	`|^(?:逐年|平均每?年)?(?:增长|提高|下降|减少|增加|递增|递减|削减|核减|压减|降低)$` +
	`|^按照?[^,]*(?:增长|提高|增加|[削核]减|下降)$`)

// around is a passage of the line with a number, which ends at a mark where it is long. What stands
// before the number is never shortened, for its subject may go with it: it is "" where that is long.
func (l *line) around(from, to int, n named) string {
	from = l.outset(from)
	if n.to-from > longestPassage {
		return ""
	}
	if to-from <= longestQuote {
		return l.shown(from, to)
	}
	end := 0
	for i := n.to + 1; i < min(to, from+longestPassage) && (end == 0 || i-from <= longestQuote); i++ {
		if strings.ContainsRune("、,;", l.runes[i]) && !l.masked[i] && !(isDigit(l.runes[i-1]) && isDigit(l.at(i+1))) {
			end = i
		}
	}
	switch {
	case end > 0:
		return l.shown(from, end)
	case to-from <= longestPassage:
		return l.shown(from, to)
	}
	return ""
}

// outset is where a passage begins whose first clause is in parentheses, or behind a dash.
func (l *line) outset(from int) int {
	if l.at(from-1) == '(' {
		if end, _ := l.parenthesis(from-1, len(l.runes)); end-from > 0 && end-from <= longestMark {
			return end + 1 // (7)|做好
		}
		return from - 1
	}
	for from < len(l.runes) && l.runes[from] == '—' {
		from++
	}
	return from
}
