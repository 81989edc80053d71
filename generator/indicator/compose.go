package indicator

import (
	"cmp"
	"regexp"
	"strings"
)

// compose puts a name together from what stands before the number and what it
// counts; or, where neither is there, from what the sentence said before. It
// reports whether it is of what was done to that.
func (p *phrase) compose(growth bool, carried *subject) (name string, done bool) {
	s, q := p.head.span, p.list[0]
	whole := attributes.upTo(p.line, s.from, s.to) == s.to-s.from
	switch counted := p.countedOrOwned(growth); {
	case counted != "":
		return counted, false
	case p.tells(growth):
		return p.toldName(carried), false
	case !s.some():
		return p.carriedName(carried)
	case whole && p.first && carried.name == "" && carried.topic == "":
		return join(p.heading, p.plain(s)), false
	case whole:
		return carried.of(p.plain(s), growth || q.kind != share), false
	case p.isShare(s) && carried.holder != "":
		return carried.of(p.plain(s), true), false
	case beside.from(p.line, s.from, s.to) > 0, p.head.part && s.to-s.from <= 2:
		return carried.of(p.plain(s), false), false
	case s == p.head.verb:
		return p.during(s, carried), true
	}
	return p.plain(p.ownMeasure(s)), false
}

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
		return join(carried.begun(carried.name, "完成"), "完成"), true
	case (p.head.whole || p.head.level) && q.kind == counted && strings.ContainsAny(q.unit, "家户个所座项"):
		return withoutNew(name), false // 新增432家、累计2820家
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

// isShare reports whether a part of a line is the share that a measure has of something and
// does not say whose: 产值占规模以上工业比重.
func (p *phrase) isShare(s span) bool {
	of, _, found := strings.Cut(p.text(s.from, s.to), "占")
	return found && attributes.has(of)
}

// tells reports whether what the number counts was named before, and now is told of.
func (p *phrase) tells(growth bool) bool {
	return p.told.some() && p.told.from == p.after.from && !growth && !p.list[0].base
}

// levelOf is what has a level, of a name or a topic that says how it changed: 生产总值增速.
func levelOf(name string) string {
	return strings.TrimSuffix(strings.TrimSuffix(name, "增速"), "增幅")
}

// withoutNew is the name of all there are, not of the new ones.
func withoutNew(name string) string {
	for _, verb := range []string{"净增", "新增", "新认定", "新培育", "新登记", "新建成", "新建", "新设", "新"} {
		if rest, found := strings.CutPrefix(name, verb); found && rest != "" {
			return rest
		}
	}
	return name
}

// during is what was done, which alone is no name, with what it was done to.
func (p *phrase) during(s span, carried *subject) string {
	switch {
	case carried.closed:
		return p.plain(s)
	case !p.first && carried.name != "":
		return join(strings.TrimPrefix(carried.name, carried.verb), p.plain(s)) // 新开工棚户区改造4.1万户、建成3万户
	case !p.first:
		return p.plain(s)
	case carried.context != "" && (s == p.head.verb || carried.name == ""):
		return join(carried.begun(carried.context, p.plain(s)), p.plain(s))
	case p.after.some() && isHan(p.at(p.after.from)):
		return p.plain(s) + p.plain(p.bound(p.after))
	}
	return join(p.heading, p.plain(s))
}
