package indicator

import (
	"strings"

	"jianzhu/generator/pattern"
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

// apartFromShare is what is told up to the share that the things are of all: 获评五星级|、占总数的50%.
func (p *phrase) apartFromShare(told span) span {
	for i := told.from + 1; i+1 < told.to; i++ {
		if p.at(i) == '、' && p.at(i+1) == '占' {
			return span{told.from, i}
		}
	}
	return told
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

// isMeasure reports whether a part of a line ends with what can be measured.
func isMeasure(l *line, s span) bool {
	return attributes.upTo(l, s.from, s.to) > 0 || measures.upTo(l, s.from, s.to) > 0
}

// flow ends the name of what flows and is never reached.
var flow = pattern.MustCompile(`(?:投入|总投资|资金|经费)$`)

// deed opens the name of what was done in all the years, however it is said what it came to.
var deed = pattern.MustCompile(`^(?:新增[^加]|新建|新改建|新发展|新培育|累计|改造|建成[^区]|完成|引进|培育|实施|净增|减少|发放|转移|整治|治理|修建|解决)`)

// research is paid for year by year, and so is what is for each.
var research = pattern.MustCompile(`研发|研究|试验|人均`)

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
