package indicator

import (
	"regexp"
	"slices"
	"strings"
)

// named is a quantity with its name.
type named struct {
	*quantity
	name   string // as displayed
	growth bool
	stated []span // words of the clause that qualify it: 力争, 预计
}

// subject is what a sentence was last about, for clauses that do not say it
// again: 地区生产总值1080.76亿元,增长6.3%.
type subject struct {
	name  string // of the last quantity
	topic string // of the last clause without one
}

// nameAll names the quantities of a clause and drops those that say nothing.
func nameAll(l *line, c clause, carried *subject) []named {
	all := quantities(l, c.from, c.to)
	markBases(l, c, all)
	all = indicators(l, c, all)
	if len(all) == 0 {
		*carried = subject{topic: topicOf(l, c)}
		return nil
	}
	stated := statedIn(l, c.from, all[0].from)
	phrases := phrasesOf(l, c, all)
	var found []named
	for i := range phrases {
		for _, n := range phrases[i].names(carried) {
			n.stated = stated
			found = append(found, n)
		}
	}
	return found
}

// phrasesOf parts a clause at its quantities.
func phrasesOf(l *line, c clause, all []*quantity) []phrase {
	var phrases []phrase
	for i := 0; i < len(all); {
		end := i + 1 // of the list that begins at i: 40%、22%和5.5%
		for end < len(all) && isJoint(l.text(all[end-1].to, all[end].from)) {
			end++
		}
		p := phrase{line: l, list: all[i:end], before: span{c.from, all[i].from}, after: span{all[end-1].to, c.to}, first: i == 0}
		if i > 0 {
			p.before.from = all[i-1].to
		}
		if end < len(all) {
			p.after.to = all[end].from
		}
		phrases = append(phrases, p)
		i = end
	}
	verb := ""
	for i := range phrases {
		p := &phrases[i]
		p.head = readHead(l, p.before)
		p.noun = p.counted(i+1 == len(phrases))
		if text := l.text(p.before.from, p.before.to); p.noun != "" && endsInJoint(text) {
			// The list goes on: 1处足球场、10个健身房. What comes before belongs to what
			// was counted before; the verb holds for all.
			p.head.span = span{p.before.to, p.before.to}
			if p.head.verb = ""; i > 0 && phrases[i-1].noun != "" {
				p.head.verb = verb
			}
		}
		verb = p.head.verb
	}
	for i := len(phrases) - 1; i >= 0; i-- {
		p := &phrases[i]
		switch {
		case strings.HasPrefix(p.noun, "的"):
			p.owner = strings.TrimPrefix(p.noun, "的")
		case i+1 < len(phrases) && l.at(p.after.from) == '、':
			p.owner = phrases[i+1].owner
		}
	}
	return phrases
}

// isJoint reports whether nothing but a joint stands between two quantities.
func isJoint(s string) bool {
	return slices.Contains([]string{"", "、", "和", "与", "及", "以及"}, s)
}

// phrase is a list of quantities, most often of one, with the text around it up
// to the next ones.
type phrase struct {
	*line
	list          []*quantity
	before, after span
	first         bool // of its clause
	head          head
	noun          string // what is counted, as displayed
	owner         string // what attributes are of: 面积385万平方米、投资额272亿元的项目
}

// names names each quantity of the list; several for one where the text says it
// of several subjects.
func (p *phrase) names(carried *subject) []named {
	h, last := &p.head, p.list[len(p.list)-1]
	growth := h.growth && (last.kind == share || p.noun == "")
	if h.growth && !growth {
		h.verb, h.span = p.plain(h.change), span{h.change.from, h.change.to} // 增加4500个学位
	}
	var found []named
	give := func(q *quantity, name string) {
		if name = tidy(name); name == "" {
			return
		}
		carried.name = name
		if growth && h.fall != "" && !strings.HasSuffix(name, h.fall) {
			name += h.fall
		}
		found = append(found, named{quantity: q, name: name, growth: growth})
	}
	if subjects := h.subjects(p.line, len(p.list)); len(subjects) > 1 {
		for i, s := range subjects {
			q := p.list[min(i, len(p.list)-1)]
			if h.each {
				q.before, q.after = p.list[0].before, last.after
			}
			give(q, p.plain(s))
		}
		return found
	}
	name := p.compose(growth, carried)
	for _, q := range p.list {
		give(q, name)
	}
	return found
}

// compose puts a name together from what stands before the number and what it counts.
func (p *phrase) compose(growth bool, carried *subject) string {
	before, verb, noun := p.plain(p.head.span), p.head.verb, p.noun
	if growth || before != "" && p.list[0].kind == share || p.list[0].base {
		noun = ""
	}
	attribute := attributes.FindString(foldPlain(before))
	if attribute != "" {
		attribute = string([]rune(before)[length(before)-length(attribute):])
	}
	if of, ok := strings.CutPrefix(noun, "的"); ok {
		noun = of
	}
	switch {
	case p.owner != "" && attribute != "":
		return p.owner + attribute
	case p.owner != "" && noun == "" && before == verb:
		return p.owner
	case noun != "" && strings.HasSuffix(before, "等"):
		return bound(noun)
	case noun != "" && verb != "":
		return strings.TrimSuffix(verb, "了") + bound(cutPredicate(noun))
	case noun != "":
		return before + bound(noun)
	case before == "":
		if carried.name != "" {
			return carried.name
		}
		return carried.topic
	case attribute == before:
		return carried.of(attribute)
	case strings.HasPrefix(before, "占"), strings.HasPrefix(before, "佔"):
		return carried.of(before)
	case p.first && (before == verb || length(before) <= 2):
		return carried.during(before)
	}
	return before
}

// of is an attribute of what was spoken of: 空气质量优良天数比例.
func (s subject) of(attribute string) string {
	if s.name != "" {
		return join(s.name, attribute)
	}
	if before, _, found := strings.Cut(s.topic, attribute); found {
		return before + attribute
	}
	return join(s.topic, attribute)
}

// during is what was done, with what it was done for.
func (s subject) during(verb string) string { return join(s.topic, verb) }

// join joins two parts of a name that the text has in different clauses.
func join(a, b string) string {
	if a == "" || a == b {
		return b
	}
	return a + "：" + b
}

// counted is what the list counts, as displayed: the words that follow it at once.
func (p *phrase) counted(last bool) string {
	text := p.text(p.after.from, p.after.to)
	if text == "" || !startsNoun(text) {
		return ""
	}
	to := p.after.to
	if !last {
		for _, joint := range joints {
			if strings.HasSuffix(text, joint) {
				to -= length(joint)
				text = strings.TrimSuffix(text, joint)
				break
			}
		}
	}
	if text == "" || noThing.MatchString(text) {
		return ""
	}
	return p.shown(p.after.from, to)
}

// noThing is what follows a number and is not what it counts.
var noThing = regexp.MustCompile(`^的?(?:目标|目标任务|任务|水平|要求|规模|速度|增速|幅度|标准|预期目标|范围|比例|成绩|工作目标)?$`)

// joints end what is counted where another quantity follows.
var joints = []string{"以及", "、", "和", "及", "与", "并"}

func endsInJoint(text string) bool {
	return slices.ContainsFunc(joints, func(j string) bool { return strings.HasSuffix(text, j) })
}

// startsNoun reports whether a text goes on with words for what was counted.
func startsNoun(text string) bool {
	for _, w := range []string{"和", "及", "与", "以及", "、", "并", "后", "之", "内", "前", "增长", "同比", "比上年"} {
		if strings.HasPrefix(text, w) {
			return false
		}
	}
	r := []rune(text)[0]
	return isHan(r) || isLetter(r) || isDigit(r) || r == '“' || r == '"' || r == '「'
}

// bound shortens a long enumeration of what is counted to its first.
func bound(noun string) string {
	if length(noun) <= longestName/2 {
		return noun
	}
	if first, _, found := strings.Cut(noun, "、"); found && length(first) > 1 {
		return first
	}
	return noun
}

// tidy bounds a name and takes off what does not belong to one.
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

// longestName is how long a name may be, in code points.
const longestName = 40
