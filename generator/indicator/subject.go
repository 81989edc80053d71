package indicator

import (
	"cmp"
	"regexp"
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
	single bool   // 比上年
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
	here    []string // of all so far in this one
	levels  []string // of all that are no changes, so far in the sentence
	topic   string   // of the last clause without one
	context string   // what something was done to: the topic, or the last name that is no verb
	holder  string   // what the last name is a measure of, or the name itself
	verb    string   // 新增, of what was counted last
	unit    string   // of the last quantity
	growth  bool     // it was a change
	closed  bool     // its number is in Chinese numerals: what comes behind is no part of it
}

// nameAll names the quantities of a clause and drops those that say nothing. What
// stands in parentheses is named by what is before them, and names nothing behind.
func nameAll(l *line, c clause, heading string, carried *subject) []named {
	if c.aside {
		own := *carried
		carried = &own
	}
	all := quantities(l, c.from, c.to)
	markBases(l, c, all)
	all = indicators(l, c, all)
	if len(all) == 0 {
		if topic := topicOf(l, c); topic != "" || !changesSubject(l, c) {
			carried.speak(topic)
		} else {
			*carried = subject{}
		}
		return nil
	}
	stated := statedIn(l, c.from, all[0].from)
	phrases := phrasesOf(l, c, all, carried.verb)
	var found []named
	for i := range phrases {
		phrases[i].heading = heading
		for _, n := range phrases[i].names(carried) {
			switch n.stated = stated; {
			case n.hidden && isNumeral(l.at(n.start)):
				carried.context, carried.topic, carried.closed = "", "", true
			case !n.hidden:
				found = append(found, n)
				carried.here = append(carried.here, n.name)
			}
		}
	}
	carried.clause, carried.here = nil, nil
	for _, n := range found {
		carried.clause = append(carried.clause, n.name)
		if !n.growth {
			carried.levels = append(carried.levels, n.name)
		}
	}
	return found
}

// changesSubject reports whether a clause without a number, too long for a name, speaks
// of something else.
func changesSubject(l *line, c clause) bool {
	return c.to-c.from > longestName/2 && !c.aside && comments.from(l, c.from, c.to) == 0 && reckoned.from(l, c.from, c.to) == 0
}

// speak takes note of a clause without a number: a new topic, unless it only says
// how what was named stands (创历史新高).
func (s *subject) speak(topic string) {
	l := &line{runes: []rune(script.FoldString(topic))}
	if s.name != "" && (topic == "" || comments.from(l, 0, len(l.runes)) > 0) || s.topic != "" && reckoned.from(l, 0, len(l.runes)) > 0 {
		return
	}
	if s.name == "" && s.topic != "" && faring.MatchString(script.FoldString(topic)) {
		return // 乡镇企业继续快速增长,效益有所提高,总产值…
	}
	*s = subject{topic: topic, context: topic}
}

// faring ends a clause that says how a topic fares.
var faring = regexp.MustCompile(`(?:有所|不断|明显|显著|逐步|稳步|持续|进一步)?(?:提高|提升|改善|加快|增强|好转|壮大|优化|趋好)$`)

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
	if !h.some() && !p.noun.some() && carried.growth && carried.unit == last.unit && (last.kind == share || !h.level) {
		growth = true // 增长6%左右,力争达到6.5%
	}
	var found []named
	give := func(q *quantity, name string) {
		if name = tidy(name); name == "" {
			return
		}
		if !p.beside() || last.base {
			carried.name, carried.growth, carried.unit, carried.closed = name, growth, q.unit, false
			carried.hold(name)
		}
		if h.minus.some() {
			q.before = append([]span{h.minus}, q.before...)
		}
		if growth && !strings.HasSuffix(name, h.fall) {
			name += h.fall
		}
		found = append(found, named{quantity: q, name: name, growth: growth, whole: h.whole, single: h.single, yearly: h.yearly, level: h.level})
	}
	if subjects := h.subjects(p.line, len(p.list)); len(subjects) > 1 && !p.restFollows() {
		names := subjects
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
	if each := h.each || apartFrom(p.line, h.span); each && len(p.list) > 1 {
		said := carried.here // 50个省重点项目和30个市重点项目分别完成投资5亿元、3亿元
		if len(said) != len(p.list) {
			said = carried.clause // 游客8万人、收入9亿元,分别增长6%、7%
		}
		if n := len(carried.levels); len(said) != len(p.list) && n >= len(p.list) {
			said = carried.levels[n-len(p.list):]
		}
		switch rest := (span{h.from + len([]rune("分别")), h.to}); {
		case len(said) != len(p.list) || h.each && h.some():
		case h.each:
			carried.names = said
		case !p.beside():
			for i, name := range said {
				give(p.list[i], join(name, p.plain(rest))) // 分别完成任务的9%、8%
			}
			return found
		}
	}
	if len(carried.names) == len(p.list) && !h.some() && !p.noun.some() {
		for i, name := range carried.names {
			give(p.list[i], name)
		}
		return found
	}
	carried.names = nil
	if h.each && !h.some() && !p.noun.some() && carried.name == "" {
		topic := newLine(carried.topic, nil) // 甲、乙排放量双下降,分别下降3%和4%
		if names := topic.shared(span{0, len(topic.runes)}, len(p.list)); len(names) > 1 {
			for i, name := range names {
				give(p.list[i], name)
			}
			carried.names = names
			return found
		}
	}
	if places, things, parted := p.holders(); parted {
		give(p.list[0], p.plain(h.verb)+p.plain(things))
		give(p.list[1], p.plain(things)+p.plain(places))
		return found
	}
	name, done := p.compose(growth, carried)
	if verb := h.newly; verb != "" && h.some() && !h.verb.some() && !h.opens(p.line).some() && !growth && last.kind == counted && !strings.HasPrefix(name, verb) {
		name = verb + name
	}
	for _, q := range p.list {
		give(q, name)
	}
	if !done {
		carried.context = carried.name
	}
	carried.verb = p.newly()
	return found
}

// restFollows reports whether more than the one number is said of several subjects:
// 城、乡低保标准分别为每月573元、每年4017元.
func (p *phrase) restFollows() bool {
	return len(p.list) == 1 && p.has(p.head.to, "分别") && joint.from(p.line, p.after.from, p.after.to) > 0
}

// apartFrom reports whether a part opens by saying something of several.
func apartFrom(l *line, s span) bool { return l.has(s.from, "分别") && s.to-s.from > 2 }

// beside reports whether the phrase compares what was named with something else.
func (p *phrase) beside() bool {
	return beside.from(p.line, p.head.from, p.head.to) > 0
}

// holders parts what two numbers count that stand at each other, 1所330个学位的公办幼儿园:
// the places in the second, and the things that the first counts.
func (p *phrase) holders() (places, things span, parted bool) {
	if len(p.list) != 2 || p.list[0].to != p.list[1].from || p.list[0].kind != counted || !p.noun.some() {
		return span{}, span{}, false
	}
	for i := p.noun.from + 1; i+1 < p.noun.to; i++ {
		if p.at(i) == '的' {
			return span{p.noun.from, i}, span{i + 1, p.noun.to}, true
		}
	}
	return span{}, span{}, false
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
	case noun.some():
		return p.countedName(), false
	case p.told.some() && p.told.from == p.after.from && !growth && !q.base:
		return p.toldName(carried), false
	case !s.some() && p.head.done && q.kind == counted && carried.name != "":
		return join(carried.name, "完成"), true
	case !s.some() && (p.head.whole || p.head.level) && strings.Contains("家户个所座项", q.unit):
		return withoutNew(cmp.Or(carried.name, carried.topic)), false // 新增432家、累计2820家
	case !s.some() && q.kind != share:
		return levelOf(cmp.Or(carried.name, carried.topic)), false
	case !s.some():
		return cmp.Or(carried.name, carried.topic), false
	case attribute == s && p.first && carried.name == "" && carried.topic == "":
		return join(p.heading, p.plain(s)), false
	case attribute == s:
		return carried.of(p.plain(s), growth || q.kind != share), false
	case beside.from(p.line, s.from, s.to) > 0, p.head.part && s.to-s.from <= 2:
		return carried.of(p.plain(s), false), false
	case s == verb:
		return p.during(s, carried), true
	}
	return p.plain(p.ownMeasure(s)), false
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

// of is an attribute of what was spoken of: 空气质量优良天数比例. A measure is not of another
// one but of what that is of: 企业主营业务收入5亿元,利润1亿元.
func (s subject) of(attribute string, measure bool) string {
	of := s.name
	if measure {
		of = s.holder
	}
	switch {
	case s.closed:
		return attribute
	case s.name == "":
		if before, _, found := strings.Cut(s.topic, attribute); found {
			return before + attribute
		}
		return join(s.topic, attribute)
	case strings.HasPrefix(attribute, "总"):
		return join(strings.TrimPrefix(of, "新增"), attribute) // of all, not of the new ones
	}
	return join(of, attribute)
}

// hold takes note of what a name is the measure of: 高新技术企业|总数, 工业|实现产值.
func (s *subject) hold(name string) {
	l := &line{runes: []rune(script.FoldString(name))}
	end := len(l.runes)
	for i := 2; i < end; i++ {
		if l.has(i, "实现") || l.has(i, "完成") {
			end = i
		}
	}
	end -= max(attributes.upTo(l, 0, end), yields.upTo(l, 0, end))
	if l.ends(0, end, "固定资产") || nextVerb.from(l, 0, end) == end {
		end = len(l.runes)
	}
	if runes := []rune(name); end > 1 && len(runes) == len(l.runes) {
		s.holder = string(runes[:end])
	}
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
	name = strings.Trim(name, "、，,;；:： .。―—-")
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
