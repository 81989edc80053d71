package indicator

import (
	"slices"
	"strings"

	"jianzhu/generator/pattern"
)

// phrase is a list of quantities, most often of one, with the text around it up
// to the next ones.
type phrase struct {
	*line
	list          []*quantity
	before, after span
	first         bool     // of its clause
	several       []string // names of the subjects of which it says its numbers
	head          head
	noun          span // what is counted
	told          span // what is said of it: 7个项目|获奖
	lent          span // what the next one says of both: 11个大型灌区和10个中型灌区|节水改造
	owner         span // what attributes are of: 面积385万平方米、投资额272亿元的项目
}

// phrasesOf parts a clause at its quantities and reads what stands around them. What the
// clause before did to what it named last is carried.
func phrasesOf(l *line, c clause, all []*quantity, carried *subject) []phrase {
	phrases := inLists(l, c, all)
	verb, newly, list := span{}, carried.verb, carried.listed
	for i := range phrases {
		p, before := &phrases[i], phrases[:i]
		p.readNoun(phrases[i+1:])
		p.readBefore(before, verb)
		verb = p.head.verb
		if p.goesOn(before) || p.head.part && (strings.HasPrefix(newly, "新") || i == 0 && p.partOf(carried)) || i == 0 && p.alike(c, list) {
			p.head.newly = newly
		}
		newly = p.newly()
	}
	for i := range slices.Backward(phrases) {
		phrases[i].readTold(phrases[i+1:])
		phrases[i].borrow(phrases[i+1:])
	}
	return phrases
}

// inLists puts together the quantities that stand in a list, 40%、22%和5.5%, with the text up
// to the next ones.
func inLists(l *line, c clause, all []*quantity) []phrase {
	var phrases []phrase
	for i := 0; i < len(all); {
		end := i + 1
		for end < len(all) && isJoint(l, all[end-1].to, all[end].from) && !all[end].passes(l, all[end-1]) {
			end++
		}
		p := phrase{line: l, list: all[i:end], before: span{c.from, all[i].from}, after: span{all[end-1].to, c.to}, first: i == 0}
		if i > 0 {
			p.before.from = all[i-1].to
		}
		p.before.from = max(p.before.from, all[i].cut)
		for _, q := range p.list[1:] {
			if of := p.list[0].per; of.some() && !q.per.some() && isMoney(q.unit) {
				q.before = append([]span{of}, q.before...) // 每人每月640元和400元
			}
		}
		if end < len(all) {
			p.after.to = all[end].from
		}
		phrases = append(phrases, p)
		i = end
	}
	return phrases
}

// passes reports whether a number in a list is not of the kind of the one before and says what
// was passed: 增长2.6%、|突破1000亿元.
func (q *quantity) passes(l *line, last *quantity) bool {
	return q.kind != last.kind && slices.ContainsFunc(q.before, func(s span) bool { return crossing.In(l.part(s.from, s.to)) })
}

// readNoun reads what is counted. Where no joint parts that from what comes next, a verb
// does: 为4152户低收入家庭|发放救助金4727万元.
func (p *phrase) readNoun(next []phrase) {
	p.noun = p.counted(len(next) == 0)
	if len(next) == 0 || p.noun.to != p.after.to {
		return
	}
	if sum := &next[0]; attributes.upTo(p.line, p.noun.from, p.noun.to) == p.noun.to-p.noun.from && isMoney(sum.list[0].unit) && sum.before.to == sum.list[0].start {
		if thing := sum.counted(len(next) == 1); thing.some() {
			p.noun = thing // 94个总投资529亿元的|重点项目
			if p.at(thing.from) == '的' {
				p.noun.from++
			}
			return
		}
	}
	if all := p.apartFromShare(p.noun); all != p.noun {
		p.noun, next[0].before.from = all, all.to // 3家民宿获评五星级、|占总数的50%
		return
	}
	p.noun = p.upToMeasure(p.upToOthers(p.upToNamed(p.upToOwn(p.noun, next))))
	if noun, told := p.line.told(p.noun, telling); noun.some() && readHead(p.line, told).some() && yielded.from(p.line, told.from, told.to) == 0 {
		p.noun = noun
	} else {
		p.noun = p.upToVerb(p.noun)
	}
	p.noun.to -= p.nextDone()
	if p.noun.to < p.after.to {
		next[0].before.from = p.noun.to
	}
}

// upToOwn is what is counted up to the next of a list, which is named before its number: 3个公园、|广场5个.
func (p *phrase) upToOwn(s span, next []phrase) span {
	if len(p.list) > 1 || next[0].list[0].unit != p.last().unit || next[0].counted(len(next) == 1).some() {
		return s
	}
	if parts := split(p.line, s, "、"); len(parts) == 2 && parts[0].from == s.from && parts[1].to-parts[1].from > 1 {
		return parts[0]
	}
	return s
}

// upToNamed is what is counted up to the next of a list, some of which are named before their
// number: 6条铁路、|某地至某地等8条高速公路.
func (p *phrase) upToNamed(s span) span {
	if s.some() && p.at(s.to-1) == '等' {
		for i := s.from + 1; i < s.to-3; i++ {
			if r := p.at(i); (r == '、' || r == '和' && !strings.ContainsRune("谐平美", p.at(i+1))) && !p.masked[i] {
				return span{s.from, i}
			}
		}
	}
	return s
}

// upToOthers is what is counted up to the next of a list, which are named one by one before their
// number: 3个商标|和甲、乙2个产品.
func (p *phrase) upToOthers(s span) span {
	for i := s.from + 2; i < s.to-3 && p.at(s.from) != '的'; i++ {
		if p.at(i) == '和' && !p.masked[i] && !strings.ContainsRune("谐平美", p.at(i+1)) {
			if strings.ContainsRune(p.text(i, s.to), '、') {
				return span{s.from, i}
			}
			return s
		}
	}
	return s
}

// readBefore reads what stands before the numbers, behind the phrases before; verb is that of
// the last one.
func (p *phrase) readBefore(before []phrase, verb span) {
	last := len(before) - 1
	if last >= 0 && before[last].isBase() {
		p.before.from = p.before.to // 由520亿元跃升至860亿元: what is between says no more
		p.head.level = true
	} else {
		p.head = readHead(p.line, p.before)
	}
	if p.noun.some() && p.isListed() {
		// The list goes on: 新建广场、1处足球场和10个健身房. What stands before belongs
		// to what came before; the verb holds for all.
		if p.head.verb = p.head.opens(p.line); last >= 0 && before[last].noun.some() {
			p.head.verb = verb
		}
		p.head.span = span{p.before.to, p.before.to}
	} else if last >= 0 && p.noun.some() && before[last].noun.some() && p.at(p.before.from) == '、' && p.at(p.before.to-1) == '等' && !p.head.verb.some() {
		p.head.verb = verb
	}
}

// readTold reads what attributes before the numbers are of, and what is told of what is
// counted.
func (p *phrase) readTold(next []phrase) {
	switch {
	case p.noun.some() && p.at(p.noun.from) == '的':
		p.noun.from++
		p.owner = p.noun
	case len(next) > 0 && joint.from(p.line, p.after.from, p.after.to) > 0:
		p.owner = next[0].owner
	case len(next) == 0 && !p.first && p.at(p.after.from) == '的':
		p.owner = span{p.after.from + 1, p.after.to} // 培训工人3万人和农民2万人的|任务
	}
	p.noun = trimRelative(p.line, p.noun)
	p.owner, _ = p.line.told(p.owner, telling)
	if len(next) > 0 && p.listed() {
		p.told = next[0].told
	}
	begins := telling
	if (p.governed() || p.head.done) && !p.moves() {
		begins = predicate
	}
	if noun, told := p.line.told(p.noun, begins); told.some() {
		if p.noun, p.told = noun, p.apartFromShare(told); len(next) > 0 && p.told.to == p.after.to {
			p.told = p.throughNext(told, next)
		}
	}
}

// borrow takes from the next phrase of a list what that says of both, behind the word in which
// what both count ends.
func (p *phrase) borrow(next []phrase) {
	if len(next) == 0 || p.noun.to-p.noun.from < 3 || p.told.some() || !next[0].noun.some() || !isJoint(p.line, p.noun.to, next[0].list[0].from) {
		return
	}
	if next[0].lent.some() {
		p.lent = next[0].lent
		return
	}
	word, noun := p.text(p.noun.to-2, p.noun.to), next[0].noun
	if shared.In(p.part(p.head.verb.from, p.head.verb.to)) && ofWork.In(p.part(noun.from, noun.to)) && !ofWork.In(p.part(p.noun.from, p.noun.to)) {
		p.lent = span{noun.to - 2, noun.to} // 启动11个名镇、139个名村创建|工作
		return
	}
	for i := noun.from + 1; i+2 < noun.to; i++ {
		if p.has(i, word) {
			if rest := (span{i + 2, noun.to}); joint.from(p.line, rest.from, rest.to) == 0 && nextVerb.from(p.line, max(rest.from, rest.to-2), rest.to) == 2 && rest.to-rest.from <= longestName/3 {
				p.lent = rest
			}
			return
		}
	}
}

// shared is what is done to works; ofWork ends what work is done to things, and may say of all of a list.
var (
	shared = pattern.MustCompile(`启动|开展|推进|完成|实施|抓好|加快|做好|组织`)
	ofWork = pattern.MustCompile(`(?:工作|建设|改造|创建|任务|治理|整治|编制|搬迁|验收)$`)
)

// partOf reports whether the phrase counts a part of what was done to the things that the last one
// counted: 追缴文物2063件,其中|一级文物248件.
func (p *phrase) partOf(carried *subject) bool {
	unit := p.list[0].unit
	head := p.text(p.head.from, p.head.to)
	if p.told.some() || length(head) < 3 || strings.HasSuffix(head, "级") || strings.HasSuffix(head, "备案") || strings.Contains(head, "、") {
		return false
	}
	return carried.unit == unit && !carried.growth && p.list[0].kind == counted && unit != "" && strings.Contains(things+"件名枚", unit)
}

// isListed reports whether a joint stands before the number, or before its preposition:
// 、为38万所.
func (p *phrase) isListed() bool {
	from, to := p.before.from, p.before.to
	n := preposition.upTo(p.line, from, to)
	return joints.upTo(p.line, from, to) > 0 || n > 0 && joints.upTo(p.line, from, to-n) > 0
}

// goesOn reports whether the phrase is the next in a list: 新增企业3家、平台15家.
func (p *phrase) goesOn(before []phrase) bool {
	if len(before) == 0 || isMoney(p.list[0].unit) != isMoney(before[len(before)-1].list[0].unit) {
		return false
	}
	return !p.tellsOwnDeed(&before[len(before)-1]) && joint.from(p.line, p.before.from, p.before.to) > 0 && !p.head.level && !p.head.growth && !p.head.whole && p.list[0].kind == counted
}

var (
	// ownDeed ends what came about by what stands before it, in each item of a list by something else.
	ownDeed = pattern.MustCompile(`(?:脱贫|减贫|就业|创业|增收|减负|救助)$`)
	// lending opens with a verb that holds for all of a list.
	lending = pattern.MustCompile(`^(?:新|净|完成|实现|帮|带动|促进|推动|支持|扶持|引导|组织|累计)`)
)

// tellsOwnDeed reports whether the phrase and the one before it tell by what the same came about, so
// that the verb of that is no part of this: 发展生产脱贫4万人、|易地搬迁脱贫3万人.
func (p *phrase) tellsOwnDeed(before *phrase) bool {
	deed := ownDeed.Find(p.part(p.head.from, p.head.to))
	first := before.text(before.head.from, before.head.to)
	return deed != "" && strings.HasSuffix(first, deed) && !lending.MatchString(first)
}

// alike reports whether a clause is no more than a name and a number, and names the same sort
// of thing as the clause before it did: 办理建议96件,|提案256件; 新增国家级企业3家,|省级企业10家.
func (p *phrase) alike(c clause, listed string) bool {
	h, q := &p.head, p.list[0]
	if listed == "" || len(p.list) > 1 || p.after.from != c.to || h.from != c.from || h.level || h.growth || h.whole || h.done || q.before != nil {
		return false
	}
	unit, name, _ := strings.Cut(listed, " ")
	if q.unit != unit || !strings.Contains(things, unit) {
		return false
	}
	text := p.text(h.from, h.to)
	if text == "" || ofItself.MatchString(text) {
		return false
	}
	last := []rune(text)[h.to-h.from-1]
	return strings.HasSuffix(name, string(last)) || ranksFirst.MatchString(text) || strings.HasSuffix(text, "提案") || strings.HasSuffix(text, "建议")
}

// ofItself opens a name that says itself how it stands.
var ofItself = pattern.MustCompile(`^(?:新|在|已|现|全|共|重点)`)

// ranksFirst opens a name with the rank of what it names.
var ranksFirst = pattern.MustCompile(`^(?:国家|省|市|县|区|自治区)级`)

// things are the units of what there is more and more of.
const things = "个家所座处项件套辆户条台栋"

// newly is the verb that the phrase begins with, or that goes on to hold for it,
// as displayed: what was counted is what was done, not what there is.
func (p *phrase) newly() string {
	if v := p.head.opens(p.line); v.some() && (v.to < p.head.to || p.noun.some()) {
		return p.plain(v)
	}
	if n := len([]rune(p.head.newly)); n > 0 {
		return p.head.newly
	}
	if p.noun.some() && p.head.verb.some() && p.head.verb.to-p.head.verb.from > 1 {
		return strings.TrimSuffix(p.plain(p.head.verb), "了")
	}
	return ""
}

// isBase reports whether the phrase is the x of 由 x 提高到 y.
func (p *phrase) isBase() bool { return p.list[len(p.list)-1].base }

// isJoint reports whether nothing but a joint stands between two places.
func isJoint(l *line, from, to int) bool {
	return from == to || joint.from(l, from, to) == to-from
}

// counted is what the list counts: the words that follow it at once.
func (p *phrase) counted(last bool) span {
	s := p.after
	if !s.some() || !p.startsNoun(s) {
		return span{}
	}
	if p.at(s.from) == '口' && strings.HasSuffix(p.last().unit, "人") && p.at(s.from+1) != '径' {
		if s.from++; !s.some() || !p.startsNoun(s) {
			return span{} // 覆盖60万人|口
		}
	}
	if !last {
		if n := preposition.upTo(p.line, s.from, s.to); n > 0 && joints.upTo(p.line, s.from, s.to-n) > 0 {
			s.to -= n // 为3万所初中建教室、为|38万所小学配设备
		}
		s.to -= joints.upTo(p.line, s.from, s.to)
		if m := having.Find(p.part(max(s.from+1, s.to-2), s.to)); m != "" {
			s.to -= length(m) // 16条河道已有|14条水质达标
		}
		s.to -= summing.upTo(p.line, s.from, s.to)
	}
	thing := s.from
	if p.at(thing) == '的' {
		thing++
	}
	s.to = p.beforeMany(s)
	if m := makesUp.FindStringIndex(p.text(s.from, min(s.to, s.from+longestNoun))); m != nil {
		s.to = s.from + length(p.text(s.from, s.to)[:m[0]]) // 3家企业|组成的梯队
	}
	if thing+noThing.from(p.line, thing, s.to) >= s.to {
		return span{}
	}
	return s
}

// beforeMany is where what is counted ends before the many other things that are named with it,
// but where both are of one kind, which only these say: 200个卫生院和一批医院的设施项目.
func (p *phrase) beforeMany(s span) int {
	text := p.text(s.from, s.to)
	m := andMany.FindStringIndex(text)
	if m == nil || ofWorks.MatchString(text[m[1]:]) && !ofWorks.MatchString(text[:m[0]]) {
		return s.to
	}
	return s.from + length(text[:m[0]])
}

// ofWorks ends the name of what is built or done.
var ofWorks = pattern.MustCompile(`(?:项目|工程|建设)$`)

// andMany leads from what is counted to what is not: 119件实事|和一大批“微实事”.
var andMany = pattern.MustCompile(`[和及与](?:一大?批|一系列|若干|多[个家项条所]|部分)`)

// makesUp comes behind what something else consists of.
var makesUp = pattern.MustCompile(`(?:共同)?(?:组成|构成)的`)

// having leads from what is counted to how many of it something is told of.
var having = pattern.MustCompile(`[已只仅仍]?有$`)

// upToVerb is a part of the line up to a verb in it, or all of it.
func (p *phrase) upToVerb(s span) span {
	for i := s.from + 2; i < min(s.to, s.from+longestName); i++ {
		if cutting.from(p.line, i, s.to) > 1 {
			return span{s.from, i}
		}
	}
	return s
}

// nextDone is the length of the joint and the verb at the end of what is counted, which are of
// what comes next: 职业技能培训|及支持1万名毕业生就业.
func (p *phrase) nextDone() int {
	n := verbs.upTo(p.line, p.noun.from, p.noun.to)
	if joint := joints.upTo(p.line, p.noun.from, p.noun.to-n); n > 1 && joint > 0 {
		return n + joint
	}
	return 0
}

// startsNoun reports whether words for what was counted stand in a part of the line.
func (p *phrase) startsNoun(s span) bool {
	r := p.at(s.from)
	if r == '和' && strings.ContainsRune("美谐平睦", p.at(s.from+1)) {
		return true // 和美乡村
	}
	return noNoun.from(p.line, s.from, s.to) == 0 && (isHan(r) || isLetter(r) || isDigit(r) || r == '“' || r == '"' || r == '「')
}

// bound shortens a long enumeration to its first.
func (p *phrase) bound(s span) span {
	if s.to-s.from <= longestNoun {
		return s
	}
	for i := s.from + 4; i < min(s.to, s.from+longestName); i++ {
		if p.at(i) == '、' && !p.masked[i] {
			return span{s.from, i}
		}
	}
	if s.to-s.from > longestName {
		return span{s.from, s.from} // a name that is torn off says something else
	}
	return s
}
