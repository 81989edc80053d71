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
	name    string // as displayed
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
			*carried = subject{topic: tradeOf(l, c), lost: true}
		}
		return nil
	}
	stated := statedIn(l, c.from, all[0].from)
	phrases := phrasesOf(l, c, all, carried)
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
		if last := len(carried.levels) - 1; !n.growth || n.kind != share && (last < 0 || carried.levels[last] != n.name) {
			carried.levels = append(carried.levels, n.name)
		}
	}
	return found
}

// names names each quantity of the list; several for one where the text says it
// of several subjects.
func (p *phrase) names(carried *subject) []named {
	if p.ofPace(carried) {
		paced := *carried
		paced.name, paced.holder = carried.name+"增速", carried.name+"增速"
		paced.names, paced.clause = paces(carried.names), paces(carried.clause) // 分别加快2.0和1.4个百分点
		carried = &paced
	}
	if name := p.ofUse(carried); name != "" {
		return p.give([]string{name}, false, carried)
	}
	if !p.head.growth && !p.noun.some() && p.isNoName() {
		if carried.name == "" || carried.growth || carried.unit != p.last().unit || len(p.list) > 1 {
			return nil // what it is of is not certain
		}
		switch p.at(p.head.to - 1) {
		case '出':
			return nil
		case '多':
			p.head.growth = true
		case '少':
			p.head.growth, p.head.fall = true, "减少"
		}
		p.head.from = p.head.to
		p.head.verb = p.head.span
	}
	growth := p.isChange(carried)
	for _, way := range []func(*subject) []string{p.ofSubjects, p.ofSaid, p.ofList, p.ofTopic, p.ofHolders} {
		if names := way(carried); len(names) > 0 {
			withPartners(names)
			return p.give(names, growth, carried)
		}
	}
	if p.earned(carried) {
		growth = false
		return p.give([]string{join(carried.name, p.plain(p.head.change))}, growth, carried)
	}
	if growth && p.bare() && p.last().unit == "个百分点" && len(p.list) == 1 && ofShare.MatchString(script.FoldString(carried.beside)) {
		return p.give([]string{carried.beside}, growth, carried)
	}
	if n := len(p.list); n > 1 && p.beside() && len(carried.clause) == n && carried.growth && !strings.Contains(p.text(p.head.from, p.head.to), "分别") {
		var names []string
		for _, of := range carried.clause {
			names = append(names, join(of, p.plain(p.head.span))) // 高于规上工业8.3个和2.1个百分点
		}
		return p.give(names, growth, carried)
	}
	name, done := p.compose(growth, carried)
	if (p.head.each || p.last().kind == share) && len(p.list) > 1 && !p.isBase() && p.list[0].unit == p.last().unit {
		return nil // which number is of which is not told
	}
	if verb := p.head.newly; verb != "" && !growth && p.goesOnWith(verb, name) {
		name = verb + name
	}
	found := p.give(slices.Repeat([]string{name}, len(p.list)), growth, carried)
	if !done {
		carried.context = carried.name
	}
	if !p.tells(growth) {
		carried.counted = carried.name
	}
	carried.verb, carried.listed = p.newly(), ""
	if last := p.last(); carried.verb != "" && !p.noun.some() && !p.told.some() && last.kind == counted && !isMoney(last.unit) {
		carried.listed = last.unit + " " + script.FoldString(name)
	}
	return found
}

// ofPace reports whether the numbers are by how much the growth that was told of has changed, or
// is above another one: 投资增长9%,|加快2个百分点.
func (p *phrase) ofPace(carried *subject) bool {
	h := &p.head
	if !carried.growth || carried.unit != "%" || carried.name == "" || p.last().unit != "个百分点" || p.noun.some() || strings.Contains(carried.beside, "占") || ratio.MatchString(script.FoldString(carried.name)) {
		return false
	}
	return !h.some() || quickening.MatchString(p.text(h.from, h.to)) || p.beside() && !pace.MatchString("产值"+p.text(h.from, h.to)) && above.MatchString(p.text(h.from, h.to))
}

// paces are how fast each of several measures grows.
func paces(names []string) []string {
	var all []string
	for _, name := range names {
		all = append(all, name+"增速")
	}
	return all
}

var (
	// ratio ends a name that is itself in percent.
	ratio = regexp.MustCompile(`(?:[率重比例数幅速]|水平|占比|贡献)$`)
	// quickening says how a growth has changed.
	quickening = regexp.MustCompile(`^(?:同比|比上年|较上年|比去年|较去年)?(?:加快|放缓|回升|回落)$`)
	// above sets a growth beside that of others.
	above = regexp.MustCompile(`^(?:[高低快慢优好]于|高出|低出|高过|比全)`)
)

// ofShare is the name of a share, of which what comes next tells how it changed: 增长9%,
// 占投资比重达36%、|提高4个百分点.
var ofShare = regexp.MustCompile(`占.*(?:比重|比例|比|率)$`)

// earned reports whether a sum is what those have more that were counted before: 带动就业8万人,
// |增收13.3亿元.
func (p *phrase) earned(carried *subject) bool {
	h := &p.head
	return h.growth && p.bare() && len(p.list) == 1 && isMoney(p.last().unit) && carried.name != "" && !isMoney(carried.unit) && carried.unit != "%" && p.text(h.change.from, h.change.to) == "增收"
}

// noName is what may stand before a number and only sets it beside another one.
var noName = regexp.MustCompile(`^(?:(?:精简|清理|调整|整合|合并|优化|压缩|取消|下放|经过清理)[之以]?后|超出|(?:比|较)(?:上年|去年|年初|现有|原有|原来)的?[多少]?)$`)

// isNoName reports whether what stands before the numbers is no name: 精简后|12项.
func (p *phrase) isNoName() bool {
	n := p.head.to - p.head.from
	return 2 <= n && n <= 6 && noName.MatchString(p.text(p.head.from, p.head.to))
}

// isChange reports whether the numbers are a change. Where something is counted, a verb
// of change was done to that: 增加4500个学位.
func (p *phrase) isChange(carried *subject) bool {
	h, last := &p.head, p.last()
	switch {
	case h.growth && last.kind != share && p.noun.some():
		h.verb, h.span = h.change, h.change
		return false
	case h.growth:
		return true
	case !h.level && last.kind == share && changing.from(p.line, h.from, h.to) > 0 && !p.has(h.from, "增加值"):
		return true
	}
	// 增长6%左右,力争达到6.5%
	return p.bare() && carried.growth && carried.unit == last.unit && (last.kind == share || !h.level)
}

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
	for i, name := range names {
		q := p.list[min(i, len(p.list)-1)]
		if name = tidy(name); name == "" {
			*carried = subject{lost: true} // what comes next is of what has no name
			continue
		}
		of, partly := wholeYear(name)
		name = of
		full := p.withSubject(name, &before)
		if name = cmp.Or(full, name); name == "" || strings.HasSuffix(name, "和") || strings.HasSuffix(name, "与") {
			continue
		}
		if name = p.rightly(name, &before); name == "" || !q.fits(name) {
			*carried = subject{lost: true}
			continue
		}
		if h.perMonth != "" && !strings.Contains(name, h.perMonth) {
			name = h.perMonth + name
		}
		if carried.beside = name; !p.beside() || p.isBase() {
			carried.name, carried.growth, carried.unit, carried.closed = name, growth, q.unit, false
			carried.level = h.level || (h.part || p.reachedToo()) && carried.level // 达到161家,其中14家
			carried.hold(name)
		}
		if full == "" || partly || !growth && q.countsThings() && ofOthers.MatchString(script.FoldString(name)) {
			continue // what is said next may still be of it
		}
		if growth && !strings.HasSuffix(name, h.fall) {
			name += h.fall
		}
		found = append(found, named{quantity: q, name: name, growth: growth, whole: h.whole, single: h.single, yearly: h.yearly, average: h.average, since: h.since, years: h.years, level: h.level || (h.part || p.reachedToo()) && carried.level, reached: h.reached})
	}
	return found
}

// partOfYear ends a name and says that its number is not of the year, or only one of those that
// were passed: 生产总值|一季度下降7.2%, 生产总值|连续跨越7万亿、8万亿两个台阶.
var partOfYear = regexp.MustCompile(`(?:第?[一二三四]季度|[1-4]季度|上半年|下半年|(?:先后|连续|接连|相继)*(?:跨[越上]|[迈跃站登]上)?了?这?[两二三四五六七八九]个大?台阶)$`)

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

// ofSubjects are the names of several subjects that stand before the numbers.
func (p *phrase) ofSubjects(carried *subject) []string {
	names := p.head.subjects(p.line, len(p.list))
	if len(names) < 2 && len(p.list) > 1 && p.isBase() && p.head.some() {
		names = p.shared(p.head.span, len(p.list))
	}
	if len(names) < 2 && len(p.list) == 2 && p.list[0].kind == p.last().kind && p.head.some() && !p.noun.some() {
		names = bothOf(p.plain(p.head.span)) // 城乡居民收入增长8%和9%
	}
	if len(names) < 2 || p.restFollows() {
		return nil
	}
	if p.head.each {
		if p.noun.some() && sumBehind.MatchString(p.text(p.noun.from, p.noun.to)) && !strings.HasSuffix(script.FoldString(names[0]), p.text(p.noun.from, p.noun.to)) {
			for i := range names {
				names[i] += p.plain(p.noun) // 海关、市场采购分别完成8亿元、9亿元贸易额
			}
		}
		for _, q := range p.list {
			if !q.per.some() {
				q.before = p.list[0].before
			}
			q.after = p.last().after
		}
	}
	carried.names, carried.context = names, names[len(names)-1]
	return names
}

// sumBehind is the measure of several subjects where it stands behind the numbers.
var sumBehind = regexp.MustCompile(`^[^的,、]{0,6}(?:额|产值|增加值|收入|利润|投资|税收)$`)

// ofSaid are the names of what was said before, to each of which 分别 now gives a number:
// 游客8万人、收入9亿元,分别增长6%、7%.
func (p *phrase) ofSaid(carried *subject) []string {
	h, n := &p.head, len(p.list)
	if rose := h.growth && p.bare() && p.first && p.last().kind == share && !h.each; rose && n > 1 && carried.apart(n) {
		carried.names = carried.levels[len(carried.levels)-n:] // 收入1950亿元,人员37.5万人,增长7%和3.5%
		return carried.names
	}
	if n < 2 || !h.each && !apartFrom(p.line, h.span) {
		return nil
	}
	said := carried.here // 50个省重点项目和30个市重点项目分别完成投资5亿元、3亿元
	if len(said) != n {
		said = carried.clause
	}
	if levels := len(carried.levels); len(said) != n && levels >= n {
		said = carried.levels[levels-n:]
	}
	if h.each && h.some() && rated.MatchString(p.text(h.from, h.to)) && !p.noun.some() {
		return p.rateOfEach(carried)
	}
	switch {
	case len(said) != n || h.each && h.some() || !h.each && p.beside():
		return nil
	case h.each:
		carried.names = said
		return nil
	}
	var names []string
	for _, name := range said {
		if p.has(h.from+length("分别"), "占") {
			name = strings.Replace(name, "：", "", 1) // of the share, the whole name: 企业利润|占全市
		}
		names = append(names, join(name, p.plain(span{h.from + length("分别"), h.to}))) // 分别完成任务的9%、8%
	}
	return names
}

// rateOfEach are the names of a rate of each of the things that the sentence counted:
// 办理建议305件、提案400件,满意率分别达96.5%、96.2%.
func (p *phrase) rateOfEach(carried *subject) []string {
	var names []string
	for _, of := range carried.levels {
		if plain := script.FoldString(of); !rated.MatchString(plain) && !measures.has(measureOf(of)) {
			names = append(names, join(of, p.plain(p.head.span)))
		}
	}
	if len(names) != len(p.list) {
		return nil
	}
	return names
}

// ofList are the names of the last list, where nothing else names the numbers.
func (p *phrase) ofList(carried *subject) []string {
	names := carried.names
	if len(names) != len(p.list) || !p.bare() {
		carried.names = nil
		return nil
	}
	return names
}

// ofTopic are the names of the several subjects that a clause without a number spoke of:
// 甲、乙排放量双下降,分别下降3%和4%; the same rate of each, where only that stands at the numbers.
func (p *phrase) ofTopic(carried *subject) []string {
	rate := p.head.span
	if !p.head.each || !p.bare() && (p.noun.some() || !rated.MatchString(p.text(rate.from, rate.to))) || carried.name != "" || len(p.list) < 2 {
		return nil
	}
	topic := newLine(carried.topic, nil)
	names := topic.shared(span{0, len(topic.runes)}, len(p.list))
	if len(names) < 2 {
		return nil
	}
	for i := range names {
		names[i] = join(names[i], p.plain(rate)) // 办理建议和提案,满意率分别达到98%和97%
	}
	carried.names = names
	return names
}

// ofHolders are the names of things and of what these hold, which two numbers count that
// stand at each other: 1所330个学位的公办幼儿园.
func (p *phrase) ofHolders(*subject) []string {
	places, things, parted := p.holders()
	if !parted {
		return nil
	}
	return []string{p.plain(p.head.verb) + p.plain(things), p.plain(things) + p.plain(places)}
}

// bare reports whether neither what stands before the numbers nor what they count
// names them.
func (p *phrase) bare() bool { return !p.head.some() && !p.noun.some() }

// last is the last quantity of the list.
func (p *phrase) last() *quantity { return p.list[len(p.list)-1] }

// goesOnWith reports whether the verb of a list holds for a name in it that has none.
func (p *phrase) goesOnWith(verb, name string) bool {
	h := &p.head
	if p.ends(h.from, h.to, "总里程") {
		return false // 新建成通车里程153公里、运营总里程378公里
	}
	return h.some() && !p.serves(h.span) && !h.verb.some() && !h.opens(p.line).some() && p.last().kind == counted && !strings.HasPrefix(name, verb)
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
