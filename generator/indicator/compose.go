package indicator

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"jianzhu/generator/script"
)

// compose puts a name together from what stands before the number and what it
// counts; or, where neither is there, from what the sentence said before. It
// reports whether it is of what was done to that.
func (p *phrase) compose(growth bool, carried *subject) (name string, done bool) {
	s, q := p.head.span, p.list[0]
	whole := attributes.upTo(p.line, s.from, s.to) == s.to-s.from || pace.MatchString(p.text(s.from, s.to))
	switch counted := p.countedOrOwned(growth); {
	case counted != "":
		return counted, false
	case p.tells(growth):
		return p.toldName(carried), false
	case !s.some():
		return p.carriedName(carried)
	case whole && p.first && carried.name == "" && carried.topic == "":
		of := p.heading
		if carried.lost {
			of = ""
		}
		if spent.MatchString(p.text(s.from, s.to)) {
			of = cmp.Or(p.purpose(), of)
		}
		if of == "" && partOnly.MatchString(p.text(s.from, s.to)) {
			return "", false // of what is not told
		}
		return join(of, p.plain(s)), false
	case whole:
		return carried.of(p.plain(s), growth || q.kind != share), false
	case toWhole.MatchString(p.text(s.from, s.to)) && p.first && carried.name != "" && p.before.from < s.from && p.at(s.from-1) == '对':
		of, _, _ := strings.Cut(stem(carried.name), "占")
		return join(of, "对"+p.plain(s)), false
	case p.isShare(s) && carried.holder != "":
		return carried.of(p.plain(s), true), false
	case p.isShare(s) && p.first:
		of := cmp.Or(carried.topic, p.heading)
		if of == "" {
			return "", false
		}
		return join(of, p.plain(s)), false
	case p.head.part && s.to-s.from <= 2:
		carried.whole = cmp.Or(carried.name, carried.topic)
		return carried.of(p.plain(s), false), false
	case p.at(s.from) == '占' && ofAttribute(carried.name):
		return strings.Replace(carried.name, "：", "", 1) + p.plain(s), false // 企业营业收入|占全省
	case beside.from(p.line, s.from, s.to) > 0:
		return carried.of(p.plain(s), false), false
	case p.head.part && carried.unit == p.last().unit && p.onlyWhose(s, carried):
		carried.whole = carried.name
		return join(carried.name, p.plain(s)), false // 吞吐量335万箱,其中某港250万箱
	case p.text(s.from, s.to) == "人均" && isMoney(q.unit) && measureOf(carried.name) != "" && !strings.ContainsAny(carried.name, "均了"):
		return "人均" + carried.name, false // 生产总值达到500亿元,人均3万元
	case !p.head.part && (isMoney(q.unit) && isMoney(carried.unit) || isSum(q.unit) && q.unit == carried.unit) && !carried.growth && p.reaches() && p.onlyWhose(s, carried) && (yielded.has(measureOf(carried.name)) || scales[measureOf(carried.name)]):
		return p.plain(s) + measureOf(carried.name), false // 甲产业销售收入50亿元,乙产业实现450亿元
	case carried.whole != "" && p.isPart(s, carried):
		return join(carried.whole, p.plain(s)), false // 其中甲城5公里、乙城3公里
	case s == p.head.verb:
		return p.during(s, carried), true
	case ranks.MatchString(p.text(s.from, s.to)) && rank.MatchString(carried.counted):
		return rank.ReplaceAllString(carried.counted, p.plain(s)), false
	case p.sharesToo(carried):
		of, _, _ := strings.Cut(carried.beside, "占")
		return of + "占" + p.plain(s), false
	case carried.counted != "" && onlySize.MatchString(p.text(s.from, s.to)):
		return join(carried.counted, p.plain(s)), false
	}
	return p.plain(p.ownMeasure(s)), false
}

// toWhole is what something gives to a whole, which opens with 对: 对|经济增长的贡献率.
var toWhole = regexp.MustCompile(`^(?:全[国省市区县州]|经济|工业|[A-Za-z]{3}|生产总值|地区生产总值|规模以上工业|规上工业|财政|税收)[^,、]{0,12}(?:贡献率|贡献度|拉动力?)$`)

// ofAttribute reports whether a name is an attribute of what stands before it, and itself the
// whole of which something is a share.
func ofAttribute(name string) bool {
	of, attribute, parted := strings.Cut(name, "：")
	return parted && length(of) <= longestNoun/2 && nextVerb.from(newLine(of, nil), 0, length(of)) < 2 && yielded.has(script.FoldString(attribute))
}

// scales are measures of how large something is, of which sums are told one after the other:
// 七城经济总量突破2000亿元,甲、乙超3000亿元.
var scales = map[string]bool{"总量": true, "经济总量": true, "规模": true}

// spent ends what may be of a work that comes behind it.
var spent = regexp.MustCompile(`(?:投资|投入|资金|支出)$`)

// pace is how fast a measure grows, and not of what: 产值年均增速.
var pace = regexp.MustCompile(`^(?:产值|总产值|增加值|收入|营业收入|主营业务收入|利润|税收|产量|销售额|投资)(?:年均)?(?:增速|增幅)$`)

// partOnly says nothing without what it is of.
var partOnly = regexp.MustCompile(`^(?:总产量?|总量|总数|总额|总规模|规模|贡献度|比重|比例|占比|数量|面积|金额|余额|人数|件数|长度|增加值|完成率|覆盖率)$`)

// countedOrOwned is the name of what is counted, or of what an attribute before the number
// is of; "" where neither stands behind it.
func (p *phrase) countedOrOwned(growth bool) string {
	s, noun, q := p.head.span, p.noun, p.list[0]
	if growth || q.base || s.some() && q.kind == share && (p.head.level || p.owner.some()) {
		noun = span{}
	}
	attribute := span{s.to - attributes.upTo(p.line, s.from, s.to), s.to}
	switch {
	case p.owner.some() && attribute.some():
		return p.plain(p.owner) + p.plain(attribute)
	case p.owner.some() && !noun.some() && s == p.head.verb:
		return p.plain(p.owner)
	case noun.some() && attribute.some() && attribute == s && isMoney(q.unit):
		return p.plain(p.bound(noun)) + p.plain(attribute) // 总投资5亿元项目
	case noun.some():
		return p.countedName()
	}
	return ""
}

// carriedName is the name of a number that the sentence has named before, and whether it is
// of what was done to that.
func (p *phrase) carriedName(carried *subject) (name string, done bool) {
	name, q := cmp.Or(carried.name, carried.topic), p.list[0]
	switch other := others.FindStringSubmatch(p.text(p.before.from, p.before.to)); {
	case other != nil && wholes.MatchString(carried.beside):
		return wholes.ReplaceAllString(carried.beside, other[1]), false
	case p.head.done && q.kind == counted && carried.name != "":
		return join(begun(carried.name, "完成"), "完成"), true
	case (p.head.whole || p.head.level) && q.kind == counted && strings.ContainsAny(q.unit, "家户个所座项"):
		return withoutNew(name), false // 新增432家、累计2820家
	case p.head.level && !p.head.whole && q.kind == counted && (strings.HasPrefix(name, "新增") || strings.HasSuffix(name, "新增")):
		return withoutNew(name), false // 新增37公里,达到118公里
	case q.kind != share:
		return levelOf(name), false
	}
	return name, false
}

// What the number is set beside that ends a name, and that of the next number: 占全国的7%、全省的20%.
var (
	wholes = regexp.MustCompile(`(?:全[国國省市区區县縣州]|世界|全球)$`)
	others = regexp.MustCompile(`^[、,和](全[国省市区县州]|世界|全球)的?$`)
)

// rank says of what level things are; ranks is nothing else: 新增国家级企业21家、省级129家.
var (
	rank  = regexp.MustCompile(`(?:国家|省|市|县|区|自治区|世界)级`)
	ranks = regexp.MustCompile(`^(?:国家|省|市|县|区|自治区|世界)级$`)
)

// sharesToo reports whether the last number was a share of something, and this one is the same
// of something else: 占新签约项目的33%、新开工项目的32%.
func (p *phrase) sharesToo(carried *subject) bool {
	joined := joint.from(p.line, p.before.from, p.before.to) > 0 && p.at(p.before.to-1) == '的'
	return joined && p.last().kind == share && strings.Contains(carried.beside, "占")
}

// onlySize says how large things are at least, and not which: 30亿元以上项目11宗,|亿元以上425宗.
var onlySize = regexp.MustCompile(`^[0-9.]*[百千万亿]*元(?:及?以[上下]|级)$`)

// isShare reports whether a part of a line is the share that a measure has of something and
// does not say whose: 产值占规模以上工业比重.
func (p *phrase) isShare(s span) bool {
	of, _, found := strings.Cut(p.text(s.from, s.to), "占")
	return found && attributes.has(of)
}

// onlyWhose reports whether what stands before the number only says whose the measure is that
// was named before.
func (p *phrase) onlyWhose(s span, carried *subject) bool {
	one := 12
	if places := split(p.line, s, "、"); len(places) > 1 && !slices.ContainsFunc(places, func(s span) bool { return s.to-s.from > 4 }) {
		one = longestName / 2 // 甲、乙、丙、丁、戊突破500亿
	}
	return p.first && s.to-s.from > 2 && s.to-s.from <= one && measureOf(carried.name) != "" && !isMeasure(p.line, s) &&
		nextVerb.from(p.line, s.from, s.to) < 2 && !p.head.verb.some() && !strings.ContainsAny(p.text(s.from, s.to), "占比按折:0123456789")
}

// isSum reports whether a unit is that of a sum whose 元 is left out: 生产总值突破500亿.
func isSum(unit string) bool { return unit == "亿" || unit == "万亿" }

// reaches reports whether the number is said to be reached.
func (p *phrase) reaches() bool {
	return p.head.level || len(p.list[0].before) > 0 || p.ends(p.before.from, p.list[0].from, "实现") || p.ends(p.before.from, p.list[0].from, "完成")
}

// measureOf is the measure that a name ends in, or "".
func measureOf(name string) string {
	l := newLine(name, nil)
	if strings.Contains(name, "：") {
		return ""
	}
	n := max(yields.upTo(l, 1, len(l.runes)), measures.upTo(l, 1, len(l.runes)))
	if n < 2 {
		return ""
	}
	return l.shown(len(l.runes)-n, len(l.runes))
}

// tells reports whether what the number counts was named before, and now is told of.
func (p *phrase) tells(growth bool) bool {
	return p.told.some() && p.told.from == p.after.from && !growth && !p.list[0].base
}

// isPart reports whether a part of a line is the next of the parts of a whole: no more than
// a short name, behind a joint, of the same unit.
func (p *phrase) isPart(s span, carried *subject) bool {
	if p.first && p.isPeer(s, carried) {
		return true
	}
	return !p.first && s.to-s.from <= 3 && joint.from(p.line, p.before.from, p.before.to) > 0 && carried.unit == p.last().unit &&
		strings.HasPrefix(carried.name, carried.whole+"：") && !isMeasure(p.line, s) && nextVerb.from(p.line, s.from, s.to) == 0
}

// isPeer reports whether a part of a line is named as the last part of a whole was, in a clause of
// its own: 其中省级层面17亿元,|市级层面18亿元.
func (p *phrase) isPeer(s span, carried *subject) bool {
	of, last, parted := strings.Cut(carried.name, "：")
	if !parted || of != carried.whole || carried.unit != p.last().unit || s.to-s.from < 3 || s.to-s.from > 8 || p.after.some() || carried.growth {
		return false
	}
	return strings.HasSuffix(script.FoldString(last), p.text(s.to-2, s.to)) && !isMeasure(p.line, s) && nextVerb.from(p.line, s.from, s.to) < 2
}

// levelOf is what has a level, of a name or a topic that says how it changed: 生产总值增速.
func levelOf(name string) string {
	return strings.TrimSuffix(strings.TrimSuffix(name, "增速"), "增幅")
}

// withoutNew is the name of all there are, not of the new ones.
func withoutNew(name string) string {
	for _, verb := range []string{"净增", "新增", "新增加", "新开通", "新发展", "新引进", "新获批", "新评定", "新开辟", "新认定", "新培育", "新登记", "新建成", "新建", "新设", "新"} {
		if rest, found := strings.CutPrefix(name, verb); found && rest != "" {
			return rest
		}
	}
	return strings.TrimSuffix(name, "新增") // 经营主体新增105万户,达到920万户
}

// during is what was done, which alone is no name, with what it was done to.
func (p *phrase) during(s span, carried *subject) string {
	switch {
	case carried.closed, carried.growth && len(carried.clause) > 1 && bareDeed.MatchString(p.text(s.from, s.to)):
		return p.plain(s)
	case (!p.first || ended.has(strings.TrimPrefix(p.text(s.from, s.to), "基本"))) && carried.deed(p.line, s) != "":
		return carried.deed(p.line, s) // 保障房开工21万套、竣工9万套
	case !p.first && carried.name != "":
		return join(strings.TrimPrefix(cmp.Or(carried.context, carried.name), carried.verb), p.plain(s)) // 新开工棚户区改造4.1万户、建成3万户
	case !p.first:
		return p.plain(s)
	case carried.context != "" && (s == p.head.verb || carried.name == ""):
		return join(begun(carried.context, p.plain(s)), p.plain(s))
	case p.after.some() && isHan(p.at(p.after.from)):
		return p.plain(s) + p.plain(p.bound(p.after))
	}
	of := p.purpose()
	if of == "" && !stating.MatchString(script.FoldString(p.heading)) {
		of = p.heading
	}
	return join(of, p.plain(s))
}

// purpose is what a sum was spent on, by the clause behind it: 投入2.1亿元,|改造破损道路2558条.
func (p *phrase) purpose() string {
	from := p.after.to + 1
	if !isMoney(p.last().unit) || p.after.some() || p.at(p.after.to) != ',' || nextVerb.from(p.line, from, len(p.runes)) < 2 {
		return ""
	}
	to := from
	for to < len(p.runes) && !strings.ContainsRune(",;。、", p.at(to)) && !isDigit(p.at(to)) && to-from < longestName/2 {
		to++
	}
	if to-from < shortest {
		return "" // 实施|8项工程
	}
	return p.plain(span{from, to})
}

// shortest is how long the words are at least, in code points, that say what was done.
const shortest = 5
