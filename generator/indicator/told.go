package indicator

import (
	"cmp"
	"regexp"
	"strings"

	"jianzhu/generator/script"
)

// told parts what is counted from what is told of it, 5件作品|入选名录, which is empty where
// nothing is. By begins is known how that begins.
func (l *line) told(s span, begins words) (noun, told span) {
	for i := s.from; i < min(s.to, s.from+longestName); i++ {
		n := begins.from(l, i, s.to)
		if i == s.from && l.at(i) == '在' && wholeAtStart.from(l, i, s.to) == 0 {
			n = 1 // 6项在国务院官网刊发
		}
		if n == 0 || l.masked[i] || l.at(i-1) == '的' || notTold.from(l, i, s.to) > 0 || wholeAtEnd.upTo(l, s.from, i+n) > n {
			continue
		}
		if i != s.from+1 || strings.ContainsRune(holders, l.at(s.from)) {
			if r := l.at(i - 1); i > s.from+2 && (strings.ContainsRune("均都已将再仍", r) || r == '新' && !strings.ContainsRune("创更革最", l.at(i-2))) {
				i-- // 24家企业|新落户
			}
			i = l.measured(l.partner(span{s.from, i}))
			return span{s.from, i}, l.first(span{i, s.to})
		}
	}
	return s, span{s.to, s.to}
}

// first is what is told up to what is told of something else, which has a number of its own:
// 7条线路加快建设、|18号线开工.
func (l *line) first(told span) span {
	for i := told.from; i+1 < told.to; i++ {
		if l.runes[i] == '、' && !l.masked[i] && isDigit(l.runes[i+1]) {
			return span{told.from, i}
		}
	}
	return told
}

// partner is where in what is counted those begin with whom it does what is told:
// 20家医院|与某大学开展合作.
func (l *line) partner(s span) span {
	for i := s.from + 2; i < s.to; i++ {
		if l.runes[i] == '与' && !l.masked[i] && l.at(i-1) != '参' {
			return span{s.from, i}
		}
	}
	return s
}

// measured is where a measure begins of which something is told, not of what is counted
// itself: 58家企业|产值增幅高于平均水平.
func (l *line) measured(s span) int {
	if n := yields.upTo(l, s.from+2, s.to); n > 0 {
		return s.to - n
	}
	return s.to
}

// holders are the nouns of one character of which such texts tell something.
const holders = "村县市镇乡区州旗人户组"

// throughNext is what is told with the next number if that ends it, 60%的村|收入达到5万元; nothing
// where the number tells of all that are counted together.
func (p *phrase) throughNext(told span, next []phrase) span {
	limited := p.list[0].kind == counted && len(next[0].list[0].before)+len(next[0].list[0].after) > 0
	if end := next[0].list[0].to; (p.list[0].kind == share || limited) && len(next) == 1 && !next[0].after.some() {
		return span{told.from, end}
	}
	return span{told.from, told.from}
}

// listed reports whether a joint leads from what the phrase counts to what the next counts.
func (p *phrase) listed() bool {
	return p.noun.some() && joint.from(p.line, p.noun.to, p.after.to) > 0 && !p.governed()
}

// governed reports whether a verb before the number takes what is counted as its object.
func (p *phrase) governed() bool {
	return p.head.verb.some() || p.head.opens(p.line).some()
}

// countedName is the name of what is counted: with its verb or what else stands before the
// number, and with what is told of it as what describes it, 加快建设的某区大楼.
func (p *phrase) countedName() string {
	before, opens, noun := p.head.span, p.head.opens(p.line), p.plain(p.bound(p.noun))+p.plain(p.lent)
	if before.some() && isDigit(p.at(before.from)) && p.at(before.to-1) == '中' {
		before.from += length(numbered.FindString(p.text(before.from, before.to))) // 38个河段中有35个初见成效
		if p.noun.some() && p.at(before.to-2) == p.at(p.noun.to-1) {
			before.from = before.to // 44个县中有19个贫困县
		}
	}
	if last := p.lastBefore(before); last.some() && amongWorks.MatchString(noun) {
		of, _, _ := strings.Cut(noun, "等")
		return p.plain(last) + of // 甲工程、农村|30万人|饮水安全等工程
	}
	switch {
	case before.some() && p.at(before.to-1) == '等':
		first := p.firstNamed(before, opens)
		if before = opens; !opens.some() { // 某园等3个项目
			before = cmp.Or(p.head.verb, p.opened())
		}
		if first.some() && general.MatchString(script.FoldString(noun)) {
			noun = p.plain(first) + "等" + noun
		}
	case before.some() && p.at(before.to) == '的' && before.to < p.before.to && p.restricts(before):
		if before.to++; p.at(before.from-1) == '有' {
			before.from-- // 有劳动能力的
		}
		if before.to-1 == p.head.verb.to && before.from == p.head.verb.from {
			before.to-- // 新建的
		}
	case before.some() && p.at(before.to) == '的' && before.to < p.before.to:
		before = opens // 为丧失生存条件、居住分散的50万贫困人口
	case p.head.verb.some():
		before = p.head.verb
	case p.told.some() && preposition.upTo(p.line, before.from, before.to) > 0:
		before = span{before.to, before.to} // 省财政对19个县|给予补助
	}
	told := ""
	if n := p.told.to - p.told.from; n <= longestTold && (!p.governed() || n <= shortTold && p.moves()) {
		told = strings.TrimPrefix(p.plain(p.told), "先后")
	}
	switch {
	case p.governed() && before.some() && strings.HasSuffix(noun, p.plain(before)):
		return noun + told // 新农村建设10个镇、306个村|建设
	case p.governed():
		return strings.TrimSuffix(p.plain(before), "了") + noun + told
	case told != "" && !p.first && p.at(before.to) == '有':
		return join(p.plain(before), noun+told) // 16条河道有14条水质达标
	case told != "":
		return told + "的" + p.plain(before) + noun
	}
	if before.some() && strings.ContainsAny(p.text(before.to, p.before.to), "到至") {
		return p.shown(before.from, p.before.to) + noun // 试点扩大到29个省
	}
	return p.plain(before) + noun
}

// amongWorks is what the last of several works is counted by, and that there are more.
var amongWorks = regexp.MustCompile(`^[^和等、]{2,}等(?:一批)?[^和、级]*(?:项目|工程|学校|实事)$`)

// lastBefore is the last of several works that stand before a number, where 等 ends them behind it.
func (p *phrase) lastBefore(before span) span {
	for i := before.to - 1; i > before.from && before.to-i < longestNoun/2; i-- {
		if p.at(i) == '、' && !p.masked[i] {
			return span{i + 1, before.to}
		}
	}
	return span{}
}

// general is a thing of which a name must say more.
var general = regexp.MustCompile(`^(?:重点|重大)?(?:项目|工程|企业|景区|园区|产业|活动|措施|政策|任务|改革任务)(?:建设|实施|建设任务)?$`)

// firstNamed is the first of the things by name that 等 ends before their number, if it is short
// enough to tell which they are: 推进|沈白高铁|、某高速等12个项目.
func (p *phrase) firstNamed(before, verb span) span {
	s := span{max(before.from, verb.to), before.to - 1}
	for i := s.from; i < min(s.to, s.from+4); i++ {
		if strings.ContainsRune("对为在向把将", p.at(i)) && i+2 < s.to {
			s.from = i + 1 // 集中对|某路等23个项目
		}
	}
	for i := s.from; i < s.to; i++ {
		if p.at(i) == '、' && !p.masked[i] {
			s.to = i
		}
	}
	if n := s.to - s.from; n < 2 || n > longestNoun/2 || strings.ContainsAny(p.text(s.from, s.to), "的()") {
		return span{}
	}
	return s
}

// apartFromShare is what is told up to the share that the things are of all: 获评五星级|、占总数的50%.
func (p *phrase) apartFromShare(told span) span {
	for i := told.from + 1; i+1 < told.to; i++ {
		if p.at(i) == '、' && p.at(i+1) == '占' {
			return span{told.from, i}
		}
	}
	return told
}

// restricts reports whether what stands before 的 and a number says in a few words which of
// the things are counted: 国家考核的|16条河道.
func (p *phrase) restricts(s span) bool {
	text := p.text(s.from, s.to)
	if !p.first && s.from == p.before.from || strings.ContainsAny(p.text(p.before.from, s.from), "向对") {
		return false // 涉及96家企业的|200个事项
	}
	return s.to-s.from > 1 && s.to-s.from <= longestRestriction && !strings.ContainsAny(text, "、()0123456789") && preposition.upTo(p.line, s.from, s.from+1) == 0
}

// opened is the verb that was taken off what stands before the number, of those that only say
// how something is done: 加快|某园等3个项目建设.
func (p *phrase) opened() span {
	for i := max(p.before.from, p.head.from-3); i < p.head.from; i++ {
		if n := nextVerb.from(p.line, i, p.head.from); n > 1 && i+n == p.head.from {
			return span{i, i + n}
		}
	}
	return span{}
}

// numbered opens what has a number of its own, of which something is told: 38个河段中有|35个.
var numbered = regexp.MustCompile(`^[0-9.]+[万余多]*[个条家户所座项件名位]`)

// toldName is the name where no noun stands between the number and what is told: of what is
// before it, or of what was counted alike: 建房24套,已有18套|完成交付.
func (p *phrase) toldName(carried *subject) string {
	of := numbered.ReplaceAllString(p.plain(p.head.span), "")
	if of == "" && carried.unit == p.list[0].unit {
		of = carried.counted
	}
	return join(of, p.plain(p.told))
}

// moves reports whether a verb has what is counted do something itself: 推动3家企业上市.
func (p *phrase) moves() bool {
	verb := p.head.verb
	return verb.some() && moving.from(p.line, verb.from, verb.to) == verb.to-verb.from
}

// upToMeasure is what is counted up to a measure of something else: 82个县通高速、|里程达5198公里.
func (p *phrase) upToMeasure(s span) span {
	end := readHead(p.line, s).to
	if isMeasure(p.line, span{s.from, end}) {
		if parts := split(p.line, span{s.from, end}, "、"); len(parts) == 2 && parts[0].to-parts[0].from > 1 && !isMeasure(p.line, parts[0]) {
			return parts[0]
		}
	}
	return s
}

// ownMeasure is a measure without what a verb before it did: 建成铁路网、|运营里程.
func (p *phrase) ownMeasure(s span) span {
	verb := p.head.opens(p.line)
	if moved := (span{s.from + urging.from(p.line, s.from, s.to), s.to}); moved.from > s.from && (p.head.level || p.head.growth) && isMeasure(p.line, moved) {
		return moved // 推动|集中收集率提升到30%
	}
	parts := split(p.line, s, "、")
	if strings.ContainsAny(p.text(s.from, s.to), "的等和与及") {
		return s
	}
	if len(parts) == 2 && verb.some() && (parts[0].to > verb.to+2 || parts[0] == verb && p.has(verb.from, "加快")) && !isMeasure(p.line, parts[0]) && isMeasure(p.line, parts[1]) {
		return parts[1]
	}
	return s
}

// isMeasure reports whether a part of a line ends with what can be measured.
func isMeasure(l *line, s span) bool {
	return attributes.upTo(l, s.from, s.to) > 0 || measures.upTo(l, s.from, s.to) > 0
}

// shortTold is how much of what is told may stand behind a name, longestTold before it;
// longestRestriction what says which things are counted.
const (
	shortTold   = 20
	longestTold = 32

	longestRestriction = 14
)

// flow ends the name of what flows and is never reached.
var flow = regexp.MustCompile(`(?:投入|总投资|资金|经费)$`)

// deed opens the name of what was done in all the years, however it is said what it came to.
var deed = regexp.MustCompile(`^(?:新增[^加]|新建|新改建|新发展|新培育|累计|改造|建成[^区]|完成|引进|培育|实施|净增|减少|发放|转移|整治|治理|修建|解决)`)

// research is paid for year by year, and so is what is for each.
var research = regexp.MustCompile(`研发|研究|试验|人均`)

// isDeed reports whether a value that is called reached is of what was done in all the years that
// its section is of: 新建道路达到282公里.
func (n named) isDeed() bool {
	of, _, parted := strings.Cut(script.FoldString(n.name), "：")
	return n.reached && !n.growth && n.kind == counted && (!parted && deed.MatchString(of) || parted && strings.Contains(of, "新增"))
}

// flows reports whether a value that is called reached (投入达5亿元) is all that flowed in
// the years that its sentence names.
func (n named) flows() bool {
	name := script.FoldString(n.name)
	return n.reached && !n.growth && flow.MatchString(name) && !research.MatchString(name)
}

// use follows a share by which it is one of the sum before, and no change of that:
// 支出27亿元,增长27.9%,70%以上|用于改善民生.
var use = regexp.MustCompile(`^(?:都|均|全部)?(?:用于|用在|投向|投入到|投到|来自|来源于|源于|流向)`)

// ofUse is the name of such a share, "" where it is none or the sum is not known.
func (p *phrase) ofUse(carried *subject) string {
	from := p.after.from
	if len(p.list) > 1 || p.last().unit != "%" || p.head.some() || p.head.growth || p.head.level || carried.name == "" || !use.MatchString(p.text(from, min(p.after.to, from+longestName))) {
		return ""
	}
	of := carried.name
	if carried.used != "" {
		of = carried.used // 60%投向工业,30%投向农业
	}
	carried.used = of
	to := p.after.to
	to -= joints.upTo(p.line, from, to)
	if i := strings.IndexRune(p.text(from, to), '、'); i > 0 && to-from > shortTold {
		to = from + length(p.text(from, to)[:i])
	}
	if to-from > longestTold {
		return ""
	}
	return of + p.plain(span{from, to}) + "的占比"
}
