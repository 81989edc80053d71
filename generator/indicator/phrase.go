package indicator

import "strings"

// phrase is a list of quantities, most often of one, with the text around it up
// to the next ones.
type phrase struct {
	*line
	list          []*quantity
	before, after span
	first         bool   // of its clause
	heading       string // of the lead or item around it
	head          head
	noun          span // what is counted
	told          span // what is said of it: 7个项目|获奖
	owner         span // what attributes are of: 面积385万平方米、投资额272亿元的项目
}

// phrasesOf parts a clause at its quantities.
func phrasesOf(l *line, c clause, all []*quantity, carried string) []phrase {
	var phrases []phrase
	for i := 0; i < len(all); {
		end := i + 1 // of the list that begins at i: 40%、22%和5.5%
		for end < len(all) && isJoint(l, all[end-1].to, all[end].from) {
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
	verb, newly := span{}, carried
	for i := range phrases {
		p := &phrases[i]
		p.noun = p.counted(i+1 == len(phrases))
		if i+1 < len(phrases) && p.noun.to == p.after.to {
			// No joint parts what is counted from what comes next: a verb does.
			// 为4152户低收入家庭发放救助金4727万元.
			p.noun = p.upToMeasure(p.noun)
			if noun, told := l.told(p.noun, telling); noun.some() && readHead(l, told).some() && yielded.from(l, told.from, told.to) == 0 {
				p.noun = noun
			} else {
				p.noun = p.upToVerb(p.noun)
			}
			p.noun.to -= p.nextDone()
			if p.noun.to < p.after.to {
				phrases[i+1].before.from = p.noun.to
			}
		}
		if i > 0 && phrases[i-1].isBase() {
			p.before.from = p.before.to // 由520亿元跃升至860亿元: what is between says no more
			p.head.level = true
		} else {
			p.head = readHead(l, p.before)
		}
		if p.noun.some() && p.isListed() {
			// The list goes on: 新建广场、1处足球场和10个健身房. What stands before belongs
			// to what came before; the verb holds for all.
			if p.head.verb = p.head.opens(l); i > 0 && phrases[i-1].noun.some() {
				p.head.verb = verb
			}
			p.head.span = span{p.before.to, p.before.to}
		}
		verb = p.head.verb
		if i > 0 && p.goesOn() && isMoney(p.list[0].unit) == isMoney(phrases[i-1].list[0].unit) || p.head.part && strings.HasPrefix(newly, "新") {
			p.head.newly = newly
		}
		newly = p.newly()
	}
	for i := len(phrases) - 1; i >= 0; i-- {
		p := &phrases[i]
		switch {
		case p.noun.some() && l.at(p.noun.from) == '的':
			p.noun.from++
			p.owner = p.noun
		case i+1 < len(phrases) && l.at(p.after.from) == '、':
			p.owner = phrases[i+1].owner
		}
		p.noun = trimRelative(l, p.noun)
		p.owner, _ = l.told(p.owner, telling)
		if i+1 < len(phrases) && p.listed() {
			p.told = phrases[i+1].told
		}
		begins := telling
		if (p.governed() || p.head.done) && !p.moves() {
			begins = predicate
		}
		if noun, told := l.told(p.noun, begins); told.some() {
			if p.noun, p.told = noun, told; i+1 < len(phrases) && told.to == p.after.to {
				p.told = p.throughNext(told, phrases[i+1:])
			}
		}
	}
	return phrases
}

// isListed reports whether a joint stands before the number, or before its preposition:
// 、为38万所.
func (p *phrase) isListed() bool {
	from, to := p.before.from, p.before.to
	n := preposition.upTo(p.line, from, to)
	return joints.upTo(p.line, from, to) > 0 || n > 0 && joints.upTo(p.line, from, to-n) > 0
}

// goesOn reports whether the phrase is the next in a list: 新增企业3家、平台15家.
func (p *phrase) goesOn() bool {
	return joint.from(p.line, p.before.from, p.before.to) > 0 && !p.head.level && !p.head.growth && !p.head.whole && p.list[0].kind == counted
}

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
	if !last {
		if n := preposition.upTo(p.line, s.from, s.to); n > 0 && joints.upTo(p.line, s.from, s.to-n) > 0 {
			s.to -= n // 为3万所初中建教室、为|38万所小学配设备
		}
		s.to -= joints.upTo(p.line, s.from, s.to)
		s.to -= summing.upTo(p.line, s.from, s.to)
	}
	thing := s.from
	if p.at(thing) == '的' {
		thing++
	}
	if thing+noThing.from(p.line, thing, s.to) >= s.to {
		return span{}
	}
	return s
}

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
	return span{s.from, min(s.to, s.from+longestName)}
}
