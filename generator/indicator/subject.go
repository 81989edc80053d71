package indicator

import (
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
		if topic := topicOf(l, c); topic != "" {
			*carried = subject{topic: topic}
		}
		return nil
	}
	stated := statedIn(l, c.from, all[0].from)
	owner := ownerOf(l, c, all[len(all)-1])
	var found []named
	for i := 0; i < len(all); {
		end := i + 1 // of the list that begins at i: 40%、22%和5.5%
		for end < len(all) && isJoint(l.text(all[end-1].to, all[end].from)) {
			end++
		}
		p := phrase{line: l, list: all[i:end], before: span{c.from, all[i].from}, after: span{all[end-1].to, c.to}, owner: owner, last: end == len(all)}
		if i > 0 {
			p.before.from = all[i-1].to
		}
		if !p.last {
			p.after.to = all[end].from
		}
		for _, n := range p.names(carried) {
			n.stated = stated
			found = append(found, n)
		}
		i = end
	}
	return found
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
	owner         string // 的 what, after the clause's last quantity: 面积385万平方米、投资额272亿元的项目
	last          bool
}

// names names each quantity of the list; several for one where the text says it
// of several subjects.
func (p *phrase) names(carried *subject) []named {
	h := readHead(p.line, p.before)
	share, first := p.list[len(p.list)-1].kind == share, p.list[0]
	noun := p.noun()
	growth := h.growth && (share || noun == "")
	var found []named
	give := func(q *quantity, name string) {
		if name = tidy(name); name == "" {
			return
		}
		if growth && h.fall != "" && !strings.HasSuffix(name, h.fall) {
			name += h.fall
		}
		found = append(found, named{quantity: q, name: name, growth: growth})
		carried.name = strings.TrimSuffix(name, h.fall)
	}
	if subjects := h.subjects(p.line, len(p.list)); len(subjects) > 1 {
		for i, s := range subjects {
			q := p.list[min(i, len(p.list)-1)]
			if h.each {
				q.before, q.after = first.before, p.list[len(p.list)-1].after
			}
			give(q, p.plain(s))
		}
		return found
	}
	name := p.compose(h, noun, growth, share, carried)
	for _, q := range p.list {
		give(q, name)
	}
	return found
}

// compose puts a name together from what stands before the number and what it counts.
func (p *phrase) compose(h head, noun string, growth, share bool, carried *subject) string {
	before := p.plain(h.span)
	switch {
	case growth || share && before != "":
		noun = ""
	case noun == "" && h.verb != "" && before == h.verb && p.owner != "":
		noun = p.owner
	}
	if of, ok := strings.CutPrefix(noun, "的"); ok {
		if h.verb == "" && before != "" && !strings.HasSuffix(before, "等") {
			return of + before
		}
		noun = of
	}
	switch {
	case noun != "" && strings.HasSuffix(before, "等"):
		return noun
	case noun != "" && h.verb != "":
		return h.verb + cutPredicate(noun)
	case noun != "":
		return before + noun
	case before == "":
		if carried.name != "" {
			return carried.name
		}
		return carried.topic
	case attributes[before]:
		if p.owner != "" && !p.last {
			return strings.TrimPrefix(p.owner, "的") + before
		}
		if carried.name != "" && !strings.HasSuffix(carried.name, before) {
			return carried.name + before
		}
		return carried.topic + before
	case strings.HasPrefix(before, "占") && carried.name != "":
		return carried.name + before
	case before == h.verb:
		return carried.topic + before
	case p.owner != "" && !p.last:
		return strings.TrimPrefix(p.owner, "的") + before
	}
	return before
}

// noun is what the list counts, as displayed: the words that follow it at once.
func (p *phrase) noun() string {
	text := p.text(p.after.from, p.after.to)
	if text == "" || !startsNoun(text) {
		return ""
	}
	to := p.after.to
	if !p.last {
		for _, joint := range joints {
			if strings.HasSuffix(text, joint) {
				to -= len([]rune(joint))
				text = strings.TrimSuffix(text, joint)
				break
			}
		}
	}
	if text == "" || text == "的" {
		return ""
	}
	return p.shown(p.after.from, to)
}

// joints end what is counted where another quantity follows.
var joints = []string{"以及", "、", "和", "及", "与", "并"}

// startsNoun reports whether a text goes on with words for what was counted.
func startsNoun(text string) bool {
	for _, w := range []string{"和", "及", "与", "以及", "、", "并", "后", "之", "内", "前", "增长", "同比", "比上年"} {
		if strings.HasPrefix(text, w) {
			return false
		}
	}
	r := []rune(text)[0]
	return isHan(r) || isLetter(r) || r == '“' || r == '"' || r == '「'
}

// ownerOf is 的 with what follows, behind the last quantity of a clause.
func ownerOf(l *line, c clause, last *quantity) string {
	for i := last.from; i > c.from; i-- { // the owner may itself be counted
		if l.at(i) == '的' && i-1 >= c.from {
			return ""
		}
		if l.at(i) == '、' {
			break
		}
	}
	if text := l.text(last.to, c.to); strings.HasPrefix(text, "的") {
		return l.shown(last.to, c.to)
	}
	return ""
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
