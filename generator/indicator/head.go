package indicator

import (
	"strings"
	"unicode/utf8"
)

// head is what stands before a quantity, without what only leads up to it.
type head struct {
	span          // the subject, or the verb that governs what is counted
	growth bool   // 同比增长: the number is a change
	fall   string // the word, where it is a fall: a name without it would say the opposite
	verb   span   // at its end, one that takes an object: 新建; empty where there is none
	change span   // the word of the change
	level  bool   // 达到, 提高到: the number is no change
	part   bool   // 其中
	each   bool   // 分别, 各
	all    bool   // 均, 都
}

// reach is how far from the number, in code points, the words are looked for
// that lead up to it. It bounds the work on texts that hold nothing else.
const reach = 24

// readHead reads what stands before a quantity.
func readHead(l *line, s span) head {
	h := head{span: s}
	for decided := false; ; {
		tail := l.text(max(h.from, h.to-reach), h.to)
		word := ""
		switch {
		case from.MatchString(tail):
			word, decided = from.FindString(tail), true
		case !decided && level.MatchString(tail):
			word, decided, h.level = level.FindString(tail), true, true
		case !decided && change.MatchString(tail):
			m := change.FindStringSubmatch(tail)
			word, decided = m[0], true
			h.growth, h.change = true, span{h.to - length(word), h.to}
			if m[1] != "" {
				h.fall = l.shown(h.change.from, h.change.from+length(m[1]))
			}
		case against.MatchString(tail):
			word = against.FindString(tail)
		case leading.MatchString(tail) && !wholeAtEnd.MatchString(tail):
			word = leading.FindString(tail)
			h.level = h.level || strings.HasPrefix(word, "达") || word == "为" || word == "到"
			h.each = h.each || word == "分别" || word == "依次" || word == "各"
			h.all = h.all || word == "均" || word == "都"
		}
		if word == "" {
			break
		}
		h.to -= length(word)
	}
	h.part = strings.HasPrefix(strings.TrimLeft(l.text(h.from, min(h.to, h.from+4)), ",、"), "其中")
	h.span = trimOpening(l, h.span)
	h.verb = verbAt(l, h.span)
	return h
}

// verbAt is the verb at the end of a part of a line, empty where there is none.
func verbAt(l *line, s span) span {
	return span{s.to - length(verbs.FindString(l.text(max(s.from, s.to-reach), s.to))), s.to}
}

// trimOpening takes off what a clause begins with before its subject.
func trimOpening(l *line, s span) span {
	for s.from < s.to {
		start := l.text(s.from, min(s.to, s.from+reach))
		if wholeAtStart.MatchString(start) {
			break
		}
		word := opening.FindString(start)
		if word == "" {
			break
		}
		s.from += length(word)
	}
	return trimRelative(l, s)
}

// trimRelative takes off a clause that only describes.
func trimRelative(l *line, s span) span {
	if m := relative.FindString(l.text(s.from, min(s.to, s.from+longestName))); s.from+length(m) < s.to {
		s.from += length(m)
	}
	return s
}

// subjects are the several subjects of the numbers that follow, if there are
// several: as many as numbers for 分别, one by one for 均.
func (h head) subjects(l *line, numbers int) []span {
	if !h.each && !h.all || h.all && numbers > 1 && !h.each {
		return nil
	}
	if h.each && numbers == 1 {
		return nil
	}
	for _, joints := range []string{"、", "、和及与"} {
		parts := split(l, h.span, joints)
		if h.each && len(parts) == numbers || h.all && !h.each && strings.Contains(joints, "和") {
			return parts
		}
		if h.each && len(parts) > numbers {
			return parts[len(parts)-numbers:]
		}
	}
	return nil
}

// split cuts a part of a line at joints.
func split(l *line, s span, joints string) []span {
	var parts []span
	start := s.from
	for i := s.from; i <= s.to; i++ {
		if i < s.to && (!strings.ContainsRune(joints, l.runes[i]) || l.masked[i] || l.at(i) == '和' && strings.ContainsRune("谐平睦", l.at(i+1))) {
			continue
		}
		if i > start {
			parts = append(parts, span{start, i})
		}
		start = i + 1
	}
	return parts
}

// topicOf is what a clause without a number speaks of, or "".
func topicOf(l *line, c clause) string {
	s := trimOpening(l, span{c.from, c.to})
	if n := s.to - s.from; n < 2 || n > longestName/2 {
		return ""
	}
	return l.shown(s.from, s.to)
}

// statedIn finds words that qualify all numbers of a clause, up to its first.
func statedIn(l *line, from, to int) []span {
	text := l.text(from, to)
	for _, w := range []string{"力争", "争取", "预计", "至少", "累计"} {
		if i := strings.Index(text, w); i >= 0 {
			at := from + length(text[:i])
			return []span{{at, at + length(w)}}
		}
	}
	return nil
}

func length(s string) int { return utf8.RuneCountInString(s) }
