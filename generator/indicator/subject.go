package indicator

import (
	"cmp"
	"slices"
	"strings"

	"jianzhu/generator/script"
)

// named is a quantity with its name.
type named struct {
	*quantity
	name   string // as displayed
	growth bool
	whole  bool   // 年均, 累计
	yearly bool   // 年均
	level  bool   // 达到: what is reached at the end of a period
	stated []span // words of the clause that qualify it: 力争, 预计
}

// subject is what a sentence was last about, for clauses that do not say it
// again: 地区生产总值1080.76亿元,增长6.3%.
type subject struct {
	name    string   // of the last quantity
	names   []string // of all in its list, where they differ
	clause  []string // of all in the last clause that has any
	topic   string   // of the last clause without one
	context string   // what something was done to: the topic, or the last name that is no verb
	unit    string   // of the last quantity
	growth  bool     // it was a change
}

// nameAll names the quantities of a clause and drops those that say nothing.
func nameAll(l *line, c clause, heading string, carried *subject) []named {
	all := quantities(l, c.from, c.to)
	markBases(l, c, all)
	all = indicators(l, c, all)
	if len(all) == 0 {
		topic := topicOf(l, c)
		*carried = subject{topic: topic, context: topic}
		return nil
	}
	stated := statedIn(l, c.from, all[0].from)
	phrases := phrasesOf(l, c, all)
	var found []named
	for i := range phrases {
		phrases[i].heading = heading
		for _, n := range phrases[i].names(carried) {
			if n.stated = stated; !n.hidden {
				found = append(found, n)
			}
		}
	}
	carried.clause = nil
	for _, n := range found {
		carried.clause = append(carried.clause, n.name)
	}
	return found
}

// names names each quantity of the list; several for one where the text says it
// of several subjects.
func (p *phrase) names(carried *subject) []named {
	h, last := &p.head, p.list[len(p.list)-1]
	growth := h.growth && (last.kind == share || !p.noun.some())
	if h.growth && !growth {
		h.verb, h.span = h.change, h.change // 增加4500个学位
	}
	if !h.growth && !h.level && last.kind == share && changing.from(p.line, h.from, h.to) > 0 {
		growth = true
	}
	if !h.some() && !p.noun.some() && carried.growth && carried.unit == last.unit {
		growth = true // 增长6%左右,力争达到6.5%
	}
	var found []named
	give := func(q *quantity, name string) {
		if name = tidy(name); name == "" {
			return
		}
		carried.name, carried.growth, carried.unit = name, growth, q.unit
		if growth && !strings.HasSuffix(name, h.fall) {
			name += h.fall
		}
		found = append(found, named{quantity: q, name: name, growth: growth, whole: h.whole, yearly: h.yearly, level: h.level})
	}
	if subjects := h.subjects(p.line, len(p.list)); len(subjects) > 1 {
		names := p.full(subjects)
		for i, name := range names {
			q := p.list[min(i, len(p.list)-1)]
			if h.each {
				q.before, q.after = p.list[0].before, last.after
			}
			give(q, name)
		}
		carried.names, carried.context = names, names[len(names)-1]
		return found
	}
	if h.each && len(carried.clause) == len(p.list) {
		carried.names = carried.clause // 游客8万人、收入9亿元,分别增长6%、7%
	}
	if len(carried.names) == len(p.list) && !h.some() && !p.noun.some() {
		for i, name := range carried.names {
			give(p.list[i], name)
		}
		return found
	}
	carried.names = nil
	name, done := p.compose(growth, carried)
	for _, q := range p.list {
		give(q, name)
	}
	if !done {
		carried.context = carried.name
	}
	return found
}

// full are the names of several subjects. What only the last one says of all is
// given to each: 城镇、农村居民人均可支配收入.
func (p *phrase) full(subjects []span) []string {
	var names []string
	last := subjects[len(subjects)-1]
	for _, s := range subjects {
		name := p.plain(s)
		if n := s.to - s.from; s != last && n <= 3 && last.to-last.from >= n+3 {
			name += p.shown(last.from+n, last.to)
		}
		names = append(names, name)
	}
	return names
}

// compose puts a name together from what stands before the number and what it
// counts; or, where neither is there, from what the sentence said before. It
// reports whether it is of what was done to that.
func (p *phrase) compose(growth bool, carried *subject) (name string, done bool) {
	s, verb, noun, q := p.head.span, p.head.verb, p.noun, p.list[0]
	if growth || q.base || s.some() && q.kind == share && (p.head.level || p.owner.some()) {
		noun = span{}
	}
	attribute := span{s.to - attributes.upTo(p.line, s.from, s.to), s.to}
	switch {
	case p.owner.some() && attribute.some():
		return p.plain(p.owner) + p.plain(attribute), false
	case p.owner.some() && !noun.some() && s == verb:
		return p.plain(p.owner), false
	case noun.some() && p.at(s.to-1) == '等' && s.some():
		if v := p.head.opens(p.line); v.some() {
			return p.plain(v) + p.plain(p.bound(noun)), false
		}
		return p.plain(p.bound(noun)), false
	case noun.some() && verb.some():
		return strings.TrimSuffix(p.plain(verb), "了") + p.plain(p.bound(p.cutPredicate(noun))), false
	case noun.some():
		return p.plain(s) + p.plain(p.bound(noun)), false
	case !s.some() && p.head.done && q.kind == counted && carried.name != "":
		return join(carried.name, "完成"), true
	case !s.some():
		return cmp.Or(carried.name, carried.topic, p.title(growth)), false
	case attribute == s:
		return carried.of(p.plain(s)), false
	case beside.from(p.line, s.from, s.to) > 0, p.head.part && s.to-s.from <= 2:
		return carried.of(p.plain(s)), false
	case s == verb, q.kind != share && s.to-s.from <= 2:
		return p.during(s, carried), true
	}
	return p.plain(s), false
}

// title is the heading, as what a change is of where nothing else is said.
func (p *phrase) title(growth bool) string {
	if !growth {
		return ""
	}
	return p.heading
}

// of is an attribute of what was spoken of: 空气质量优良天数比例.
func (s subject) of(attribute string) string {
	if s.name != "" && strings.HasPrefix(attribute, "总") {
		return join(strings.TrimPrefix(s.name, "新增"), attribute) // of all, not of the new ones
	}
	if s.name != "" {
		return join(s.name, attribute)
	}
	if before, _, found := strings.Cut(s.topic, attribute); found {
		return before + attribute
	}
	return join(s.topic, attribute)
}

// during is what was done, which alone is no name, with what it was done to.
func (p *phrase) during(s span, carried *subject) string {
	switch {
	case !p.first:
		return p.plain(s)
	case carried.context != "" && (s == p.head.verb || carried.name == ""):
		return join(carried.context, p.plain(s))
	case p.after.some() && isHan(p.at(p.after.from)):
		return p.plain(s) + p.plain(p.bound(p.after))
	}
	return join(p.heading, p.plain(s))
}

// join joins two parts of a name that the text has in different places. An
// attribute of the first is no part of the second.
func join(a, b string) string {
	if of, attribute, found := strings.Cut(a, "："); found && attributes.has(script.FoldString(attribute)) {
		a = of
	}
	switch {
	case a == "" || strings.HasSuffix(a, b):
		return cmp.Or(a, b)
	case strings.Contains(a, "："):
		return a + b
	}
	return a + "：" + b
}

// tidy bounds a name and takes off marks at its ends.
func tidy(name string) string {
	name = strings.Trim(name, "、，,;；:： ")
	runes := []rune(name)
	if len(runes) <= longestName {
		return name
	}
	tail := runes[len(runes)-longestName:]
	if i := slices.Index(tail, '、'); i >= 0 && i < longestName/2 {
		tail = tail[i+1:]
	}
	return string(tail)
}

// longestName is how long a name may be, in code points; longestNoun what is
// counted, if it can be shortened.
const (
	longestName = 40
	longestNoun = 28
)
