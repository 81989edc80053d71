package indicator

import (
	"slices"
	"strings"

	"jianzhu/generator/pattern"
	"jianzhu/generator/script"
)

// A name is sure where the text says it itself, at its number, with nothing left over: a
// measure before the number (森林覆盖率|达到62%), a deed with what it was done to
// (新建改建学校|12所, 新建|12所|学校), each of several subjects for its own number; or nothing
// at all, where the number is the change of what was surely named right before. What is put
// together otherwise, lent or cut, may be false: such a value has the words of the report
// (quote.go).

// isSure reports whether a name is that of a number; before is what was named before it.
func (p *phrase) isSure(name string, q *quantity, before *subject) bool {
	plain := script.FoldString(name)
	switch {
	case p.adjoin() || p.lent.some() || q.kind == share && ofEarlier.In(p.part(p.before.from, p.before.to)) || strings.HasSuffix(q.unit, "倍") && !p.head.growth:
		return false
	case q.base && eachOf.In(p.part(q.from-q.origin, q.from)) && !eachOf.MatchString(plain):
		return false // 养老金由|月人均|1520元
	case p.bare():
		return p.goesOnOf(name, before)
	case !isName(plain, q, p.head.growth) || p.mayBeListed(plain, q, before):
		return false
	case p.noun.some() && !p.head.growth && !q.base && len(p.several) == 0:
		return p.saysBehind(plain, before)
	}
	return p.saysBefore(plain, q, before)
}

// adjoin reports whether numbers of the list stand at each other: 2条81公里.
func (p *phrase) adjoin() bool {
	for i := 1; i < len(p.list); i++ {
		if p.list[i].from == p.list[i-1].to {
			return true
		}
	}
	return false
}

// goesOnOf reports whether a number without words of its own is of what was named before:
// its change, the level after one, the second of 由44家增至113家.
func (p *phrase) goesOnOf(name string, before *subject) bool {
	h, q := &p.head, p.last()
	switch {
	case name == "" || h.part || !p.isBase() && !p.quiet(p.after):
		return false
	case len(p.several) > 0:
		return true
	case name != before.name || !before.sure:
		return false
	case q.unit == "个百分点" && before.growth && before.unit == "%" && !ratio.MatchString(script.FoldString(name)):
		return false // 投资增长9%,加快2个百分点
	}
	plain := script.FoldString(name)
	l := newWording(plain)
	level := h.level && (q.unit == before.unit || before.growth) && (isStandard(name) || isMeasure(l, span{0, len(l.runes)}) && !hasVerb(plain)) // 增长7%,达到500亿元
	return h.growth || p.isBase() || before.base || level
}

// ratio ends a name that is itself in percent.
var ratio = pattern.MustCompile(`(?:[率重比例数幅速]|水平|占比|贡献)$`)

// saysBefore reports whether a name is what stands before the number, from the beginning of its
// clause, or of its place in a list, on.
func (p *phrase) saysBefore(plain string, q *quantity, before *subject) bool {
	if measuredBy.In(p.part(p.head.to, p.before.to)) {
		return false
	}
	left, own := p.left(before)
	newly := p.head.newly
	lent := newly != "" && newly == before.list.verb && q.kind == counted && !isMoney(q.unit)
	switch l := before.list; {
	case !p.first && !p.head.part && ofWhole.MatchString(plain) && !isStandard(plain), insured.MatchString(plain) && q.kind == counted:
		return false // 新建公办幼儿园119所、在园幼儿占比50%: in which?
	case p.owner.some() && !p.head.level && p.last().kind == counted: // 培训工人3万人和农民2万人|的任务
		return false
	case !own, leaning.MatchString(left) && !(p.head.part && isStandard(plain)):
		return false
	case !p.first && (newly != "" || l.verbs || l.deed) && !lent && !p.head.opens(p.line).some():
		return false
	case len(p.several) > 0:
		return !p.noun.some() && p.isOne(plain) && p.quiet(p.after)
	}
	text := p.text(p.head.from, p.head.to)
	says := text == plain || withoutEnds(text) == plain || lent && newly+text == plain
	return says && (p.isBase() || p.quiet(p.after))
}

// saysBehind reports whether a name is the verb before the number and what that counts, up to the
// end of the clause or of its place in a list.
func (p *phrase) saysBehind(plain string, before *subject) bool {
	h, noun := &p.head, p.text(p.noun.from, p.noun.to)
	if p.told.some() || p.owner.some() || eased.MatchString(p.last().unit) && strings.HasPrefix(plain, "解决") || isDigit(p.at(p.noun.to)) || length(noun) < 2 || nextVerb.from(p.line, p.noun.from, p.noun.to) > 1 && nounStart.from(p.line, p.noun.from, p.noun.to) == 0 && p.at(p.noun.from) != '新' || !p.quiet(span{p.noun.to, p.after.to}) {
		return false
	}
	if l := before.list; !p.first && p.isListed() && l.counts && before.sure {
		return l.verb != "" && l.verb+noun == plain
	}
	left, own := p.left(before)
	return own && !leaning.MatchString(left) && h.verb.some() && h.span == h.verb && strings.TrimSuffix(p.text(h.from, h.to), "了")+noun == plain
}

// left is what stands before the words at the number, and whether these have their clause, or
// their place in a list that is sure so far, for themselves.
func (p *phrase) left(before *subject) (text string, own bool) {
	from := p.before.from
	if !p.first {
		n := joint.from(p.line, from, p.before.to)
		if n == 0 || !before.sure {
			return "", false
		}
		from += n
	}
	return p.text(from, max(from, p.head.from)), true
}

// quiet reports whether a part of the line behind a name says no more of it.
func (p *phrase) quiet(s span) bool {
	return !s.some() || joint.from(p.line, s.from, s.to) > 0 || mere.In(p.part(s.from, s.to))
}

// mayBeListed reports whether the clause may go on a list of deeds that the one before began, and
// only the first has the verb: 新增公路900公里,|电话交换机1900万门.
func (p *phrase) mayBeListed(plain string, q *quantity, before *subject) bool {
	h := &p.head
	return p.first && before.list.deed && !p.noun.some() && !h.level && !h.growth && len(q.before) == 0 && q.kind != share &&
		!ofItsOwn.In(p.part(p.before.from, h.from)) && !isStandard(plain) && !tellsDeed(plain)
}

// isOne reports whether a name is one of several subjects: a part of what stands before the
// numbers, or that with the measure in which the last one ends.
func (p *phrase) isOne(name string) bool {
	text, last := p.text(p.head.from, p.head.to), script.FoldString(p.several[len(p.several)-1])
	if len(p.list) == 1 && kindOfPlace.MatchString(last) && !kindOfPlace.MatchString(name) {
		return false // 标准化生猪、肉羊、肉牛养殖基地: of all
	}
	if whereabouts.MatchString(text) && !isMeasure(p.line, split(p.line, p.head.span, "、和及与")[0]) && !strings.HasPrefix(text, name) && !whereabouts.MatchString(name) && !isStandard(name) {
		return false // 农村户厕、垃圾处理设施覆盖率: of both
	}
	if strings.HasSuffix(last, "率") && !strings.HasSuffix(name, "率") {
		return false
	}
	if strings.Contains(text, strings.TrimPrefix(name, "第")) || bothOf(text)[0] != text {
		return true
	}
	runes := []rune(strings.TrimPrefix(name, "第")) // 第一、二产业增加值
	for i := len(runes) - 1; i > 0; i-- {
		if strings.ContainsRune("值额量", runes[i]) && i == len(runes)-1 {
			continue // 甲地、乙地生产总|值
		}
		if part, measure := string(runes[:i]), string(runes[i:]); strings.HasSuffix(last, measure) && strings.Contains(text, part) {
			more := length(last) - len(runes) // 养老、医疗|参保人数 may be 养老参保人数
			return last != measure && measureOf(part) == "" && more <= 1 && !p.ownMeasures()
		}
	}
	return false
}

// ownMeasures reports whether one of several subjects before the last has a measure of its own,
// so that whose the last one's is besides is not told.
func (p *phrase) ownMeasures() bool {
	parts := split(p.line, p.head.span, "、和及与")
	return len(parts) > 2 && slices.ContainsFunc(parts[:len(parts)-1], func(s span) bool { return isMeasure(p.line, s) })
}

// read takes note of a phrase with words of its own and what it was named.
func (l *list) read(p *phrase, name string) {
	if !p.first && p.bare() {
		return
	}
	verb := p.head.opens(p.line)
	l.verbs = p.first && verb.some() || !p.first && l.verbs
	l.counts = p.noun.some()
	if p.first {
		goesOn := l.deed && !p.head.level && !p.head.growth && !verb.some() && p.list[0].kind == counted
		l.deed, l.verb = hasVerb(script.FoldString(name)) || goesOn, ""
		if verb.some() && nextVerb.from(p.line, verb.to, p.head.to) == 0 && joint.from(p.line, verb.to, p.head.to) == 0 {
			l.verb = p.text(verb.from, verb.to)
		}
	}
}

var (
	// leaning comes before a subject that is only a part of what is told.
	leaning = pattern.MustCompile(`其中|[含括对为向把使让由与和及、在中]`)
	// mere is what may follow and changes nothing: 9000亿元|台阶, or leads to the next number.
	mere = pattern.MustCompile(`^(?:台阶|大关|关口)?(?:[比较](?:上年|去年)|同比|环比|年均|实际|扩展|跃升)*(?:[到至为达]|增[长加至]|下降|降至|提高|减少|上升|[.]?$)`)
	// measuredBy sets a number beside another measure: 投资增速|高于全省平均增速|4.2个百分点.
	measuredBy = pattern.MustCompile(`[高低快慢好优]于|高出|比(?:全|平均)`)
	// kindOfPlace ends the last of several subjects and may say of all what they are.
	kindOfPlace = pattern.MustCompile(`(?:基地|项目|示范区|产业园|加工厂|养殖场|生产线)$`)
	// whereabouts opens several subjects with where they are.
	whereabouts = pattern.MustCompile(`^(?:农村|城镇|城乡|城市|乡村|乡镇|中心城区|主城区|市区|县城|城区)`)
	// ofWhole ends a share of a whole that is told elsewhere, insured what how many are in.
	ofWhole = pattern.MustCompile(`(?:占比|比重)$`)
	insured = pattern.MustCompile(`[^费额金]保险$`)
	// eachOf says of what in what is measured.
	eachOf = pattern.MustCompile(`[人户亩]均|每[人户月年亩]`)
	// ofEarlier comes before how much of what it was in a year something is: 游客恢复到2019年的|75%.
	ofEarlier = pattern.MustCompile(`(?:恢复[到至]?|相当于|[是为])了?(?:(?:19|20)[0-9]{2}年|[上去]年)(?:同期|水平)?的$`)
	// eased are the units of those who had what was solved: 解决|5.7万人|饮水安全问题.
	eased = pattern.MustCompile(`[人户村个屯]$`)
	// ofItsOwn is said of a subject that no verb before governs.
	ofItsOwn = pattern.MustCompile(`完成|实现`)
)
