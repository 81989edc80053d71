package indicator

import (
	"strings"

	"jianzhu/generator/pattern"
	"jianzhu/generator/script"
)

// ofMonths is a part of a year of which a value may be told: 1—11月份, 前三季度, 截至10月底.
var ofMonths = pattern.MustCompile(`(?:[1一]月?份?(?:[-—–~～至到]+)(?:[2-9]|1[01]|[二三四五六七八九]|十一?)个?月(?:份|底|末)?|前(?:[2-9]|1[01]|[一二三四五六七八九]|十一?)个月|前?[二三]个?季度|第?[一二三四1-4]季度|前三季度|[上下]半年|截[至止](?:到|(?:19|20)[0-9]{2}年|今年|去年)?(?:[1-9]|1[01]|[一二三四五六七八九]|十一?)月(?:份|底|末|[0-9]{1,2}日)?)`)

// ofMonth is one that follows.
var ofMonth = pattern.MustCompile(`(?:[1-9]|1[0-2])月份`)

// allOfYear is said where a sentence goes on to the year.
var allOfYear = pattern.MustCompile(`全年|年底|年末|年均|年内|(?:19|20)[0-9]{2}年[^0-9一上下前第]`)

// partly is the part of a year that a sentence tells of.
type partly struct {
	said   []span
	clause int    // where the clause begins that says it
	holds  bool   // for what follows too: 上半年,
	first  bool   // and for all of the sentence, which opens with it
	part   int    // of the sentence
	name   string // of the last value of it
}

// hear takes note of the part of a year that is said in the words before a value of a clause.
func (p *partly) hear(l *line, in clause, opens bool, from, to int) {
	text := l.text(from, to)
	last := 0
	if all := ofMonths.FindAllStringIndex(text, -1); len(all) > 0 {
		last = all[len(all)-1][1]
		said := span{from + length(text[:all[0][0]]), from + length(text[:last])}
		holds := said.to == in.to && said.from-in.from <= reach/2
		if strings.ContainsRune("比较与同由从于", l.at(said.from-1)) {
			return // 比上半年下降8%
		}
		*p = partly{said: []span{said}, clause: in.from, holds: holds, first: holds && opens, part: in.part}
	}
	if m := ofMonth.FindStringIndex(text[last:]); m != nil && len(p.said) > 0 {
		p.said = []span{{from + length(text[:last+m[0]]), from + length(text[:last+m[1]])}}
	}
	if allOfYear.MatchString(text[last:]) {
		*p = partly{}
	}
}

// of is what is to be said of a value of a clause so that nobody takes it for one of the year.
func (p *partly) of(l *line, in clause, n named) []span {
	if n.base || len(p.said) == 0 || strings.Contains(script.FoldString(n.name), l.text(p.said[0].from, p.said[0].to)) {
		return nil
	}
	if here := in.from == p.clause || n.name == p.name; !here && !(p.holds && (p.first || in.part == p.part)) {
		return nil
	}
	p.name = n.name
	return p.said
}
