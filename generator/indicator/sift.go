package indicator

import (
	"slices"
	"strings"

	"jianzhu/generator/pattern"
)

var (
	// proportion comes before a ratio.
	proportion = pattern.MustCompile(`(?:比例|比重|比值|结构|构成|比)(?:[^分,。;][^,。;]{0,9})?$`)
	// around comes after how far from something what is counted may be: 沿线300米范围内的厂房,
	// 河岸1公里内242个村庄.
	around = pattern.MustCompile(`^(?:(?:范围|半径)之?内?|之?内(?:的|[0-9]|$))`)
)

// indicators drops the quantities that only qualify: 注册资本500万元以上企业507家.
func indicators(l *line, c clause, all []*quantity) []*quantity {
	s := sieve{line: l, clause: c, all: all}
	for i, q := range all {
		s.i, s.q = i, q
		if s.keeps() {
			q.cut, s.cut = s.cut, 0
			s.kept, s.times = append(s.kept, q), false
		}
	}
	return s.kept
}

// sieve is a clause of which quantity after quantity is looked at.
type sieve struct {
	line   *line
	clause clause
	all    []*quantity
	i      int       // of the one that is looked at
	q      *quantity // which is this

	kept  []*quantity // of those before it
	cut   int         // behind a number that has no unit and ends a part of a list
	times bool        // the last that was dropped was how many times something else
}

// keeps reports whether the quantity is told of something.
func (s *sieve) keeps() bool {
	l, c, q := s.line, s.clause, s.q
	switch {
	case q.ratio && q.unit == "":
		return s.before(12, proportion) || l.composes(q) || len(s.kept) > 0 && s.kept[len(s.kept)-1].ratio
	case q.unit == "" && isCoefficient(l, c, q):
		q.kind = counted
		return true
	case q.unit == "":
		if joint.from(l, q.to, c.to) > 0 && (q.from == c.from || strings.ContainsRune("达到至为在", l.at(q.from-1))) {
			s.cut = q.to
		}
		return false
	case multiple(l, c, q) && s.before(reach, timesEach):
		q.from -= length(timesEach.FindSubmatch(l.part(max(c.from, q.from-reach), q.from))[1])
		return true
	case multiple(l, c, q), s.times && q.unit == "倍" && isJoint(l, s.all[s.i-1].to, q.from):
		s.times = true
		return false
	case isLength(q.unit) && s.behind(4, around):
		rest := s.toNext()
		if within := strings.IndexRune(rest, '内'); within >= 0 && s.follows() != nil {
			s.cut = q.to + length(rest[:within]) + 1
		}
		return false
	}
	return !slices.ContainsFunc(qualifying, func(why reason) bool { return why.holds(s) })
}

// composition comes, in its clause or before it, before how three sorts of a thing stand to one another:
// 三次产业结构优化,由上年的|14.3∶37∶48.7.
var composition = pattern.MustCompile(`(?:结构|比例|比重|构成)[^。;]{0,16}$`)

// composes reports whether a ratio is of three, and of a composition.
func (l *line) composes(q *quantity) bool {
	three := strings.Count(l.text(q.start, q.valueEnd), ":")+strings.Count(l.text(q.start, q.valueEnd), "∶") == 2
	return three && composition.In(l.part(max(0, q.from-reach), q.from))
}

// coefficient comes before a number that needs no unit.
var coefficient = pattern.MustCompile(`系数(?:分别)?(?:由|从|[^,、;0-9]{0,6}(?:达到?|为|是|到|至|在))$`)

// isCoefficient reports whether a number without a unit is the value of a coefficient.
func isCoefficient(l *line, c clause, q *quantity) bool {
	next := l.at(q.to)
	return (q.base || !isHan(next)) && !isLetter(next) && !q.ratio && strings.ContainsRune(l.text(q.start, q.valueEnd), '.') && coefficient.In(l.part(max(c.from, q.from-reach), q.from))
}

// describes reports whether the second of some quantities only tells how large a measure of
// each of those is that the first counts: 1个产值过600亿元、3个产值过300亿元的产业集群.
func describes(l *line, c clause, all []*quantity) bool {
	first, q := all[0], all[1]
	measured := q.from
	if l.at(measured-1) == '上' {
		measured-- // 3户年销售额上亿元的企业
	}
	from := first.to
	if l.at(from) == '年' {
		from++
	}
	if len(q.before)+len(q.after) == 0 && measured == q.from || first.kind != counted || isMoney(first.unit) || first.to == q.from || attributes.upTo(l, from, measured) < measured-from {
		return false
	}
	if isHan(l.at(q.to)) && joint.from(l, q.to, c.to) == 0 && noThing.from(l, q.to, c.to) == 0 {
		return true
	}
	return len(all) > 3 && isJoint(l, q.to, all[2].from) && describes(l, c, all[2:])
}

// fulfils comes before what was aimed at: 完成年度|9.6万人的预期目标.
var fulfils = pattern.MustCompile(`(?:完成|实现|超过|高于|好于|超额)[^,、]{0,12}$`)

// isAim reports whether a quantity is what was aimed at, and not what came of it.
func (n named) isAim(l *line, in clause) bool {
	return l.at(n.to) == '的' && aimed.In(l.part(n.to, min(in.to, n.to+12))) && fulfils.In(l.part(max(in.from, n.start-reach), n.start))
}

// beginsLimits reports whether the first of some quantities begins a list of limits of a measure
// by which things are told apart.
func beginsLimits(l *line, c clause, all []*quantity) bool {
	i := 0
	for i+1 < len(all) && isMoney(all[i+1].unit) && isJoint(l, all[i].to, all[i+1].from) {
		i++
	}
	if i == 0 || l.at(all[i].to) != '的' {
		return false
	}
	limit := *all[0]
	limit.to = all[i].to
	return isLimit(l, c, &limit)
}

// sumsUp reports whether a quantity only says how many places those are that stand before it by name.
func sumsUp(l *line, c clause, q *quantity) bool {
	from := max(c.from, q.from-reach)
	return isHan(l.at(q.from-1)) && strings.ContainsRune(l.text(from, q.from), '、') && !verbAt(l, span{from, q.from}).some() && len(q.before) == 0 &&
		!strings.ContainsRune("有的中到至为达余共各", l.at(q.from-1))
}

// isLimited reports whether a quantity only told how large things are at least, and was dropped.
func isLimited(kept []*quantity, q *quantity) bool {
	return len(q.before)+len(q.after) > 0 && isMoney(q.unit) && (len(kept) == 0 || kept[len(kept)-1] != q)
}

// sizeOf reports whether a quantity tells how large each of those is that were counted right
// before it.
func sizeOf(l *line, q *quantity) bool {
	if isMoney(q.unit) && len(q.before) > 0 {
		return true
	}
	if isHan(l.at(q.to)) && strings.HasSuffix(q.unit, "千瓦") {
		return true
	}
	return l.at(q.to) == '的' && (strings.HasSuffix(q.unit, "米") || isLand(q.unit) || capacity(q.unit))
}

// isLimit reports whether a quantity only tells which things are meant: a measure stands
// before its limit, and a thing behind it.
func isLimit(l *line, c clause, q *quantity) bool {
	if q.kind == counted && !isMoney(q.unit) && !isFuel(q.unit) && !isLand(q.unit) && !strings.HasSuffix(q.unit, "米") || noThing.from(l, q.to, c.to) > 0 || noThing.from(l, q.to+1, c.to) > 0 || !isHan(l.at(q.to+1)) {
		return false
	}
	return isMeasure(l, span{max(c.from, q.from-reach), q.from}) && !strings.ContainsAny(l.text(max(c.from, q.from-2), q.from), "达到为至")
}

// endsPlan are the runes that what versusPlan finds ends in.
var endsPlan = map[rune]bool{'算': true, '划': true, '计': true, '数': true, '的': true}

// plots are so large at least, where they stand behind a size in land.
var plots = pattern.MustCompile(`^的?[^,、;]{0,6}(?:示范|企业|项目|基地|园区|企业|大户|农场|坝区|小区|连片|用能|单位)`)

func isFuel(unit string) bool {
	return strings.HasSuffix(unit, "标煤") || strings.HasSuffix(unit, "标准煤")
}

func isLand(unit string) bool {
	return strings.HasSuffix(unit, "亩") || strings.HasSuffix(unit, "公顷")
}

// isGiven reports whether what is counted behind a place is what a work is turned to,
// with no other verb between.
func isGiven(l *line, from, to int) bool {
	text := l.text(from, to)
	m := given.FindStringIndex(text)
	return m != nil && !verbAt(l, span{from + length(text[:m[0]]) + length("聚焦"), to}).some()
}

// multiple reports whether a quantity is how many times something else: 是2019年的3倍.
func multiple(l *line, c clause, q *quantity) bool {
	if !strings.HasSuffix(q.unit, "倍") || l.at(q.from-1) != '的' {
		return false
	}
	text := l.text(max(c.from, q.from-12), q.from)
	return strings.ContainsAny(text, "是为于") || l.at(c.from) == '是' && !strings.Contains(l.text(c.from, q.from), "元")
}

// timesEach comes before how many times what they were in a year several things are, which says of all
// of them how they grew: 分别是|2010年的|1.9倍、2.7倍.
var timesEach = pattern.MustCompile(`分别(?:是|为|相当于|达到?)((?:19|20)[0-9]{2}年(?:末|底)?的)$`)

// sizes reports whether the first of some quantities only tell how large things are
// that are counted behind: 投资过100亿元、50亿元的项目分别达到10个、15个.
func sizes(l *line, c clause, all []*quantity) bool {
	for i, q := range all {
		switch {
		case !isMoney(q.unit):
			return false
		case i+1 < len(all) && isJoint(l, q.to, all[i+1].from):
		default:
			return i+1 < len(all) && isHan(l.at(q.to)) && l.at(q.to) != '和' && nextVerb.from(l, q.to, c.to) == 0
		}
	}
	return false
}

// rates reports whether a rate of what is counted, or a sum for each, stands between it and
// the next quantity: the count then only says of how many that is.
func rates(l *line, of, next *quantity) bool {
	text := strings.TrimRight(l.text(of.to, next.from), "达到为在至均约超过只仅有")
	text = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(text, "提高"), "增长"), "下降")
	text = levelsOf.ReplaceAllString(text, "")
	if strings.ContainsAny(text, "、和") && !(next.kind == share && ratesOf.MatchString(text)) {
		return false
	}
	text = versusYear.ReplaceAllString(text, "")
	return next.kind == share && rated.MatchString(text) || !isMoney(of.unit) && isMoney(next.unit) && standard.MatchString(text)
}

var (
	// rated ends what is in percent, of so many: 14个断面|水质达标比例.
	rated = pattern.MustCompile(`率$|贡献度$|比例$|水质$`)
	// ratesOf are several rates of so many: 165件提案|办复率、满意率.
	ratesOf = pattern.MustCompile(`^[^、和]{1,24}率(?:[、和][^、和]{1,10}(?:率|满意度))+$`)
	// levelsOf are whose things are: 11个|国、省考断面达标率.
	levelsOf = pattern.MustCompile(`^[国省市县区州]、[国省市县区州]`)
	// versusYear is what a change is measured against.
	versusYear = pattern.MustCompile(`[比较](?:上年|去年|[0-9]{4}年)$`)
)

// standard ends what is so much money for each of what is counted.
var standard = pattern.MustCompile(`(?:标准|总额)(?:[由从](?:每?人均?)?)?$`)

// capacity reports whether a unit is what plants are built for.
func capacity(unit string) bool {
	return strings.HasSuffix(unit, "吨") || unit == "亿米" || unit == "万米" || unit == "万锭" || strings.HasSuffix(unit, "千瓦") || strings.HasSuffix(unit, "兆瓦")
}

// isProduct reports whether a unit is what is bred or made in a place that is named by how much.
func isProduct(unit string) bool {
	if rest, many := strings.CutPrefix(unit, "万"); many {
		return rest != "" && strings.Contains("头只羽尾片条台件辆锭支块张枚箱", rest)
	}
	return false
}

// built ends the name of such a place, with no other thing before it.
var built = pattern.MustCompile(`^[^,;:。0-9]{0,24}?(?:项目|生产线|牧场|养殖场|养殖基地|养殖示范|示范园区|加工厂|工厂|产业园)`)

// builtOf is the same of several that are listed: 等养殖项目.
var builtOf = pattern.MustCompile(`^[^,;:。0-9]{0,12}?等[^,;:。0-9]{0,12}?(?:项目|生产线|基地|示范园区|加工厂|产业园)`)

// isPlace reports whether a unit is a place that is counted without a measure word.
func isPlace(unit string) bool {
	return isDivision(unit) || unit == "村" || unit == "镇" || unit == "社区" || unit == "街道"
}

func isDivision(unit string) bool { return unit == "市" || unit == "省" || unit == "县" }

func isMoney(unit string) bool { return strings.HasSuffix(unit, "元") }

func isLength(unit string) bool { return strings.HasSuffix(unit, "米") || unit == "公里" }
