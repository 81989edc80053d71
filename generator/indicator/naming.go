package indicator

import (
	"cmp"
	"slices"
	"strings"

	"jianzhu/generator/pattern"
	"jianzhu/generator/script"
)

// named is a quantity with the words that the text has for it: its name where they are sure
// (sure.go), and else what tells its time and kind.
type named struct {
	*quantity
	name    string // as displayed, "" where no words stand at the number
	sure    bool
	growth  bool
	whole   bool   // 年均, 累计
	single  bool   // 比上年
	yearly  bool   // 年均
	average bool   // 平均: yearly, where it is of several years
	since   int    // 比2015年
	years   int    // 两年平均
	level   bool   // 达到: what is reached at the end of a period
	reached bool   // by 达到, not by 提高到
	stated  []span // words of the clause that qualify it: 力争, 预计
}

// surely is the name if it is sure.
func (n named) surely() string {
	if n.sure {
		return n.name
	}
	return ""
}

// nameAll names the quantities of a clause and drops those that say nothing. What
// stands in parentheses is named by what is before them, and names nothing behind.
func nameAll(l *line, c clause, carried *subject) []named {
	if c.aside {
		own := *carried
		carried = &own
	}
	all := quantities(l, c.from, c.to)
	markBases(l, c, all)
	all = indicators(l, c, all)
	if len(all) == 0 {
		carried.hear(l, c)
		return nil
	}
	stated, how := statedIn(l, c.from, all[0].from), carried.how
	carried.how = nil
	phrases := phrasesOf(l, c, all, carried)
	var found []named
	for i := range phrases {
		for _, n := range phrases[i].names(carried) {
			if n.stated = stated; n.growth {
				n.stated = slices.Concat(how, stated, phrases[i].head.reckoned)
			}
			if !n.hidden {
				found = append(found, n)
				carried.here = append(carried.here, n.surely())
			}
		}
	}
	carried.clause, carried.here = nil, nil
	for _, n := range found {
		carried.clause = append(carried.clause, n.surely())
		if last := len(carried.levels) - 1; !n.growth || n.kind != share && (last < 0 || carried.levels[last] != n.surely()) {
			carried.levels = append(carried.levels, n.surely())
		}
	}
	return found
}

// names names each quantity of the list; several for one where the text says it
// of several subjects.
func (p *phrase) names(carried *subject) []named {
	growth := p.isChange(carried)
	for _, way := range []func(*subject) []string{p.ofSubjects, p.ofSaid, p.ofList} {
		if names := way(carried); len(names) > 0 {
			p.several = names
			return p.give(names, growth, carried)
		}
	}
	name := p.name(growth, carried)
	if verb := p.head.newly; verb != "" && !growth && p.goesOnWith(verb, name) {
		name = verb + name
	}
	found := p.give(slices.Repeat([]string{name}, len(p.list)), growth, carried)
	carried.verb, carried.listed = p.newly(), ""
	if last := p.last(); carried.verb != "" && !p.noun.some() && !p.told.some() && last.kind == counted && !isMoney(last.unit) {
		carried.listed = last.unit + " " + script.FoldString(name)
	}
	return found
}

// name is what the text says at the number: what is counted, or what stands before it; or,
// where neither is there, what the sentence named last.
func (p *phrase) name(growth bool, carried *subject) string {
	s, q := p.head.span, p.list[0]
	switch {
	case p.noun.some() && !growth && !q.base && !(s.some() && q.kind == share && p.head.level):
		return p.countedName()
	case s.some() && (p.head.level || growth) && isMeasure(p.line, span{s.from + urging.from(p.line, s.from, s.to), s.to}):
		p.head.from += urging.from(p.line, s.from, s.to) // 推动|集中收集率提升到30%
		return p.plain(p.head.span)
	case s.some():
		return p.plain(s)
	}
	return carried.name
}

// countedName is the name of what is counted: with the verb before the number that governs it,
// or else with what is told of it, 将脱贫的县.
func (p *phrase) countedName() string {
	noun := p.plain(p.bound(p.noun))
	switch {
	case p.head.verb.some():
		return strings.TrimSuffix(p.plain(p.head.verb), "了") + noun
	case p.governed():
		return p.plain(p.head.opens(p.line)) + noun
	case p.told.some():
		return p.plain(p.told) + "的" + noun
	}
	return p.plain(p.head.span) + noun
}

// isChange reports whether the numbers are a change. Where something is counted, a verb
// of change was done to that: 增加4500个学位.
func (p *phrase) isChange(carried *subject) bool {
	h, last := &p.head, p.last()
	switch {
	case h.growth && last.kind != share && p.noun.some():
		h.verb, h.span = h.change, h.change
		return false
	case h.growth && p.first && !h.some() && last.kind == counted && lifting.In(p.part(h.change.from, h.change.to)) && joint.from(p.line, p.after.from, p.after.to) > 0:
		return false
	case h.growth, !p.noun.some() && moreOrLess.In(p.part(h.from, h.to)):
		return true
	case !h.level && last.kind == share && changing.from(p.line, h.from, h.to) > 0 && !p.has(h.from, "增加值"):
		return true
	}
	// 增长6%左右,力争达到6.5%
	return p.bare() && carried.growth && carried.unit == last.unit && (last.kind == share || !h.level) && !use.In(p.part(p.after.from, p.after.to))
}

var (
	// lifting what is counted is a deed where the next of a list is done to it too: 提升53条、新打造10条示范带.
	lifting = pattern.MustCompile(`^提升$`)
	// moreOrLess sets a number beside an earlier one: 比上年多|3项.
	moreOrLess = pattern.MustCompile(`^[比较](?:上年|去年|年初|现有|原有|原来)的?[多少]$`)
	// use follows a share by which it is one of the sum before, and no change of that:
	// 支出27亿元,增长27.9%,70%以上|用于改善民生.
	use = pattern.MustCompile(`^(?:都|均|全部)?(?:用于|用在|投向|投入到|投到|来自|来源于|源于|流向)`)
)

// give makes the names those of the quantities, the last one's of all that have none of
// their own, and takes note of what was spoken of.
func (p *phrase) give(names []string, growth bool, carried *subject) []named {
	h := &p.head
	if h.minus.some() {
		for _, q := range p.list {
			q.before = append([]span{h.minus}, q.before...)
		}
	}
	var found []named
	before := *carried
	level := h.level || (h.part || p.reachedToo()) && carried.level // 达到161家,其中14家
	for i, name := range names {
		q := p.list[min(i, len(p.list)-1)]
		name, partly := wholeYear(withoutEnds(name))
		sure := !partly && p.isSure(name, q, &before)
		if !sure && len(p.several) > i {
			p.several[i] = ""
		}
		if h.perMonth != "" && !strings.Contains(name, h.perMonth) {
			name = h.perMonth + name
		}
		if !p.beside() || p.isBase() {
			carried.name, carried.sure, carried.growth, carried.unit, carried.level, carried.base = name, sure, growth, q.unit, level, q.base
			carried.list.read(p, name)
		}
		if partly || !q.measures(name) {
			continue // what is said next may still be of it
		}
		if growth && name != "" && !strings.HasSuffix(name, h.fall) {
			name += h.fall
		}
		found = append(found, named{
			quantity: q, name: name, sure: sure, growth: growth, whole: h.whole, single: h.single, yearly: h.yearly,
			average: h.average, since: cmp.Or(h.since, q.since), years: h.years, level: level, reached: h.reached,
		})
	}
	return found
}

// partOfYear ends a name and says that its number is not of the year, or only one of those that
// were passed: 生产总值|一季度下降7.2%, 生产总值|连续跨越7万亿、8万亿两个台阶.
var partOfYear = pattern.MustCompile(`(?:第?[一二三四]季度|[1-4]季度|上半年|下半年|(?:先后|连续|接连|相继)*(?:跨[越上]|[迈跃站登]上)?了?这?[两二三四五六七八九]个大?台阶)$`)

// wholeYear is a name without what partOfYear finds, and whether it does.
func wholeYear(name string) (of string, partly bool) {
	if !strings.HasSuffix(name, "度") && !strings.HasSuffix(name, "年") && !strings.HasSuffix(name, "阶") && !strings.HasSuffix(name, "階") {
		return name, false
	}
	plain := script.FoldString(name)
	m := partOfYear.FindStringIndex(plain)
	if m == nil {
		return name, false
	}
	return string([]rune(name)[:length(plain[:m[0]])]), true
}

// reachedToo reports whether the phrase goes on a list without a word of its own, so that what is
// said of the last number holds for it: 设施达到8个、实验室45家.
func (p *phrase) reachedToo() bool {
	h, q := &p.head, p.list[0]
	return !p.first && joint.from(p.line, p.before.from, p.before.to) > 0 && h.some() && !h.verb.some() && !h.opens(p.line).some() && !h.growth && h.newly == "" && q.kind == counted && !isMoney(q.unit)
}

// bare reports whether neither what stands before the numbers nor what they count
// names them.
func (p *phrase) bare() bool { return !p.head.some() && !p.noun.some() }

// last is the last quantity of the list.
func (p *phrase) last() *quantity { return p.list[len(p.list)-1] }

// goesOnWith reports whether the verb of a list holds for a name in it that has none.
func (p *phrase) goesOnWith(verb, name string) bool {
	h := &p.head
	return h.some() && !p.serves(h.span) && !ownDeedOf.In(p.part(h.from, h.to)) && !h.verb.some() && !h.opens(p.line).some() && p.last().kind == counted && !strings.HasPrefix(name, verb)
}

// ownDeedOf is what a list says of the thing before, or does besides, and for which its verb does not
// hold: 建菜园36个、|受益群众7万人; 新建幼儿园15所,|利用校舍改建幼儿园49所; 治理土壤、化肥|减量.
var ownDeedOf = pattern.MustCompile(`^(?:受益|惠及|带动|覆盖|辐射|吸纳|容纳|利用|装机|产值?$|产[粮油煤奶肉蛋]|总?产量|总?装机|建筑面积|占地)|.(?:筹集|改建)[^,、]{2,}|(?:减量|减排|增效|减员)$`)

// beside reports whether the phrase compares what was named with something else.
func (p *phrase) beside() bool {
	return beside.from(p.line, p.head.from, p.head.to) > 0
}
