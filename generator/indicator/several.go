package indicator

import (
	"slices"
	"strings"

	"jianzhu/generator/pattern"
)

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
		for _, q := range p.list {
			if !q.per.some() {
				q.before = p.list[0].before
			}
			q.after = p.last().after
		}
	}
	carried.names = names
	return names
}

// ofSaid are the names of what was said before, to each of which 分别 now gives a number:
// 游客8万人、收入9亿元,分别增长6%、7%.
func (p *phrase) ofSaid(carried *subject) []string {
	h, n := &p.head, len(p.list)
	if rose := h.growth && p.bare() && p.first && p.last().kind == share && !h.each; rose && n > 1 && carried.apart(n) {
		carried.names = slices.Clone(carried.levels[len(carried.levels)-n:]) // 收入1950亿元,人员37.5万人,增长7%和3.5%
		return carried.names
	}
	if n < 2 || !h.each {
		return nil
	}
	said := carried.here // 50个省重点项目和30个市重点项目分别完成投资5亿元、3亿元
	if len(said) != n {
		said = carried.clause
	}
	if levels := len(carried.levels); len(said) != n && levels >= n {
		said = carried.levels[levels-n:]
	}
	if h.each && !h.some() && len(said) == n {
		carried.names = slices.Clone(said)
	}
	return nil
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

// restFollows reports whether more than the one number is said of several subjects:
// 城、乡低保标准分别为每月573元、每年4017元.
func (p *phrase) restFollows() bool {
	return len(p.list) == 1 && p.has(p.head.to, "分别") && joint.from(p.line, p.after.from, p.after.to) > 0
}

// subjects are the names of the numbers that follow where one sentence says them of
// several: as many as numbers for 分别, each with the one number for 均.
func (h head) subjects(l *line, numbers int) []string {
	switch {
	case h.each && numbers > 1:
		return joining(l.shared(h.span, numbers))
	case (h.growth || h.level) && numbers > 1 && len(split(l, h.span, "、和及与")) == numbers:
		return l.shared(h.span, numbers)
	case numbers > 1:
		return l.compared(h.span, numbers)
	case (h.every || h.each) && numbers == 1 && !examples.In(l.part(h.from, h.to)):
		if parts := split(l, h.span, "、和及与"); len(parts) > 1 {
			return h.doneTo(l, parts)
		}
	}
	return nil
}

// examples are some of those that one number is said of, and no list of them: 甲、乙、丙等县市都已
// 降到千分之六以下.
var examples = pattern.MustCompile(`、[^、]+、[^、]+等[^、级]+$`)

// joins opens the first of several subjects with what is done to all of them, and of all ends the
// last one: 参加企业养老、失业保险的人数.
var (
	joins   = pattern.MustCompile(`^(?:参加|纳入|享受|领取)`)
	ofThose = pattern.MustCompile(`的(?:人数|人员|人次)$`)
)

// joining gives what the first of several subjects opens with to all.
func joining(names []string) []string {
	if len(names) < 2 {
		return names
	}
	verb := joins.FindString(names[0])
	if verb == "" || !ofThose.MatchString(names[len(names)-1]) {
		return names
	}
	for i, name := range names {
		if i > 0 && !joins.MatchString(name) {
			names[i] = verb + name
		}
	}
	return names
}

// doneTo are the names of several subjects of which the first says what was done to all:
// 新增示范村、示范镇.
func (h head) doneTo(l *line, parts []span) []string {
	names, verb := l.full(parts), h.opens(l)
	for i, s := range parts {
		if i > 0 && h.each && !h.growth && verb.some() && verb.to < parts[0].to && nextVerb.from(l, s.from, s.to) < 2 {
			names[i] = l.plain(verb) + names[i]
		}
	}
	return names
}

// shared are as many subjects as numbers, each with what the text says of all of
// them at once; nil where there are not as many.
func (l *line) shared(s span, numbers int) []string {
	parts := split(l, s, "、")
	if len(parts) < numbers {
		parts = split(l, s, "、和及与")
	}
	if run := ordinals.Find(l.part(s.from, s.to)); run != "" && length(run) == numbers {
		var names []string
		for i := range numbers {
			names = append(names, "第"+l.shown(s.from+i, s.from+i+1)+l.shown(s.from+numbers, s.to))
		}
		return names
	}
	if run := livestock.Find(l.part(s.from, s.to)); length(run) == numbers && numbers > 1 {
		var names []string
		for i := range numbers {
			names = append(names, l.shown(s.from+i, s.from+i+1)+l.shown(s.from+numbers, s.to))
		}
		return names
	}
	if m := tiers.FindStringSubmatchIndex(l.text(s.from, s.to)); m != nil && numbers == 2 {
		rest := l.shown(s.from+length(l.text(s.from, s.to)[:m[1]]), s.to)
		return []string{l.shown(s.from, s.from+1) + "级" + rest, l.shown(s.from+2, s.from+3) + "级" + rest}
	}
	if len(parts) == numbers {
		if all := split(l, s, "、和"); numbers > 1 && len(all) == numbers+1 && l.at(all[numbers].from-1) == '和' && !compound.In(l.part(all[numbers-1].from, all[numbers].to)) {
			return nil // 甲、乙和丙 are three
		}
		return l.full(parts)
	}
	if len(parts) > numbers {
		return nil // which of them the numbers are of is not told
	}
	if len(parts) == 0 || len(parts)+1 != numbers {
		return nil
	}
	var names []string
	for _, name := range l.full(parts) {
		names = append(names, bothOf(name)...)
	}
	if len(names) != numbers {
		return nil
	}
	return names
}

// compound is one thing of which the name has 和 in it.
var compound = pattern.MustCompile(anyOf("compound"))

// livestock are animals, each by one character: 猪牛羊|饲养量.
var livestock = pattern.MustCompile(`^[猪牛羊马驴驼鸡鸭鹅禽兔]+`)

// both are words for two subjects at once.
var both = map[string][2]string{"城乡": {"城镇", "农村"}, "城鄉": {"城鎮", "農村"}, "存贷款": {"存款", "贷款"}, "存貸款": {"存款", "貸款"}, "男女": {"男", "女"}, "广播电视": {"广播", "电视"}, "化肥农药": {"化肥", "农药"}}

// bothOf are the two subjects that a name stands for, or the name.
func bothOf(name string) []string {
	for word, apart := range both {
		if before, after, found := strings.Cut(name, word); found {
			return []string{before + apart[0] + after, before + apart[1] + after}
		}
	}
	return []string{name}
}

// compared are subjects of which something is said before the numbers: 教育、社保分别占支出10%、8%;
// or one that is set beside several: 增速分别高于全省和全国0.8个、1.3个百分点.
func (l *line) compared(s span, numbers int) []string {
	at := s.from
	for ; at < s.to && !l.has(at, "分别"); at++ {
	}
	if at == s.to {
		return nil
	}
	before, after := span{s.from, at}, span{at + len([]rune("分别")), s.to}
	than := span{before.to, before.to}
	for i := before.from + 2; i < before.to; i++ {
		if r := l.at(i); (r == '比' || r == '较') && !strings.ContainsRune("占可对百相", l.at(i-1)) && !strings.ContainsRune("重例值率", l.at(i+1)) {
			before, than = span{before.from, i}, span{i, before.to} // 甲、乙增速|比丙增速|分别高
			break
		}
	}
	var names []string
	if several := l.shared(before, numbers); several != nil {
		for _, name := range several {
			names = append(names, name+l.plain(than)+l.plain(after))
		}
		return names
	}
	n := beside.from(l, after.from, after.to)
	others := split(l, span{after.from + n, after.to}, "、和及与")
	if n == 0 || than.some() || len(others) != numbers {
		return nil
	}
	for _, other := range others {
		names = append(names, l.plain(before)+l.shown(after.from, after.from+n)+l.plain(other))
	}
	return names
}

// perHead opens what is said once before several subjects: 每万人拥有个体工商户、私营企业数.
var perHead = pattern.MustCompile(`^(?:[^,]{2,12}用于|每.{1,8}?(?:拥有|有)|人均|(?:万元|单位|人均)(?:地区)?(?:生产总值|gdp))`)

// paced is how much of a measure, which stands before it.
var paced = pattern.MustCompile(`^(?:增速|增幅|余额|总额)$`)

// areas are measures of land that say of what.
var areas = index([]string{"种植面积", "播种面积", "栽培面积", "养殖面积"}, false)

// related opens what the last of several subjects says of all of them to what they are: 投资和
// 增加值|对全省的贡献率.
var related = pattern.MustCompile(`(?:对|占).{2,}?(?:率|比重|比例|份额|贡献)$`)

// shareOf is what the last of several subjects says of all, whatever they measure themselves, but
// where they are rates: 城镇化率、工业投资占比.
var (
	shareOf = pattern.MustCompile(`^(?:占比|比重)$`)
	rateOf  = pattern.MustCompile(`(?:率|比|比重|比例|增速|增幅|强度|密度|指数|系数)$`)
)

// counts says before what all of several subjects are how many there are.
var counts = pattern.MustCompile(`[二两三四五六七八九十](?:大|个|类|项)`)

// ordinals open subjects that are only numbered: 一二三产业.
var ordinals = pattern.MustCompile(`^[一二三四五]{2,}`)

// full are the names of several subjects. What only the last one says of all is
// given to each, 城镇、农村居民人均可支配收入, and what the first one says before it.
func (l *line) full(parts []span) []string {
	last := parts[len(parts)-1]
	to := last.to
	ordinal := !slices.ContainsFunc(parts[:len(parts)-1], func(s span) bool { return !l.isOrdinal(s) }) && isNumeral(l.at(last.from))
	head := perHead.Find(l.part(parts[0].from, parts[0].to))
	tail := last.to - max(measures.upTo(l, last.from, last.to), areas.upTo(l, last.from, last.to))
	if paced.In(l.part(tail, to)) {
		tail -= measures.upTo(l, last.from, tail) // 小微企业、涉农|贷款增速
	}
	relation := related.FindStringIndex(l.text(last.from, last.to))
	if relation != nil {
		tail = last.from + length(l.text(last.from, last.to)[:relation[0]])
	}
	if m := counts.FindStringSubmatchIndex(l.text(last.from, last.to)); m != nil {
		all := l.text(last.from, last.to)
		tail = last.from + length(all[:m[1]]) // 烟草、文旅康养两大产业集群
		last.to = last.from + length(all[:m[0]])
		parts[len(parts)-1] = last
	}
	end := parts[len(parts)-1].to
	var names []string
	for i, s := range parts {
		name := l.plain(s)
		switch n := s.to - s.from; {
		case ordinal:
			name = strings.TrimPrefix(name, "第")
			if s != last {
				name += l.shown(last.from+1, last.to)
			}
			name = "第" + name
		case end != to:
			name += l.shown(tail, to)
		case s == last:
		case l.at(s.to-1) == '存' && l.at(last.from) == '贷':
			name += l.shown(last.from+1, last.to) // 存、贷款余额
		case relation != nil && !strings.ContainsAny(l.text(s.from, s.to), "对占"):
			name += l.shown(tail, to)
		case shareOf.In(l.part(tail, to)) && !rateOf.In(l.part(s.from, s.to)):
			name += l.shown(tail, to) // 工业投资、民间投资|占比
		case apart.upTo(l, s.from, s.to) == n && last.to-last.from >= n+3:
			name += l.shown(last.from+n, last.to)
		case to-tail == 1 && n == last.to-last.from:
		case nextVerb.from(l, s.from, s.to) > 1 && nounStart.from(l, s.from, s.to) == 0 && yields.upTo(l, tail, to) > 0:
			// 接待游客、旅游收入: what was done yields nothing itself
		case !isMeasure(l, s) && !strings.ContainsRune("额度", l.at(s.to-1)) && tail < to:
			shared := l.sharedBy(parts[i+1:], span{tail, to})
			if shared.to-shared.from > 2 && l.ends(s.from, s.to, l.text(shared.from, shared.from+2)) {
				shared.from += 2 // 养老保险、医疗|保险参保人数
			}
			name += l.shown(shared.from, shared.to)
		case n <= 3 && last.to-last.from >= n+3:
			name += l.shown(last.from+n, last.to)
		}
		if i > 0 && head != "" && !strings.HasPrefix(l.text(s.from, s.to), head[:len("每")]) {
			name = l.shown(parts[0].from, parts[0].from+length(head)) + name
		}
		names = append(names, name)
	}
	return names
}

// sharedBy is the measure that the next of some subjects says, where the last one's is a single
// character: 卫生户厕、处理设施|覆盖率、污水治理|率.
func (l *line) sharedBy(next []span, last span) span {
	for _, s := range next {
		if n := measures.upTo(l, s.from, s.to); n > 1 && last.to-last.from == 1 {
			return span{s.to - n, s.to}
		}
	}
	return last
}

// tiers are two levels of which one thing is told: 市、县两级体育场.
var tiers = pattern.MustCompile(`^[省市县区州乡镇村]、[省市县区州乡镇村][两二]级`)

// isOrdinal reports whether a part is a number of a row: 第一, 二.
func (l *line) isOrdinal(s span) bool {
	if l.at(s.from) == '第' {
		s.from++
	}
	return s.to-s.from == 1 && isNumeral(l.at(s.from))
}

// split cuts a part of a line at joints.
func split(l *line, s span, joints string) []span {
	var parts []span
	start, within := s.from, 0
	for i := s.from; i <= s.to; i++ {
		switch l.at(i) {
		case '(':
			within++
		case ')':
			within--
		}
		if i < s.to && within > 0 || i < s.to && (!strings.ContainsRune(joints, l.runes[i]) || l.masked[i] || l.at(i) == '和' && (strings.ContainsRune("谐平睦", l.at(i+1)) || l.has(i+1, "基本满意")) || l.at(i) == '与' && l.at(i-1) == '参' || l.at(i) == '及' && (strings.ContainsRune("以普涉", l.at(i-1)) || l.at(i+1) == '以')) {
			continue
		}
		if i > start {
			parts = append(parts, span{start, i})
		}
		start = i + 1
	}
	return parts
}
