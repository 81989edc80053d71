package indicator

import (
	"slices"
	"strings"

	"jianzhu/generator/pattern"
)

var (
	// lasts comes before a duration or an age that is measured.
	lasts = pattern.MustCompile(`(?:压缩|缩短|减少|降低|提前|缩减|缩|降|减|节省|寿命.{0,4}|由|从|到|至|达到?|为|控制在|增长|提高|延长)(?:了|到|至|为|约)?$`)
	// proportion comes before a ratio.
	proportion = pattern.MustCompile(`(?:比例|比重|比值|结构|构成|比)(?:[^分,。;][^,。;]{0,9})?$`)
	// breadth comes after what only names a road or a thing: 15米规划路.
	breadth = pattern.MustCompile(`^(?:规划|宽|高|深|长|级|口径|跨度)`)
	// sums are what a lower limit in money is itself said of, not of things so dear.
	sums = pattern.MustCompile(`^(?:资金|投资|产值|收入|贷款|销售|利润|税收|专项|财政|补助|任务|融资|债券)`)
	// sized is what money only tells the size of: 10亿元企业3家.
	sized = pattern.MustCompile(`^级?(?:制造业|工业|服务业|产业|农业|重大|重点|先进制造业)?(?:企业|项目|产业|园区|集群|工程|大户|楼宇|镇|村|产值企业|税收企业)(?:总?数|数量)?(?:增?至|达到?|为|有|共)?$`)
	// makes comes before what a plant is built for, which only names it: 年产2000万吨炼油项目.
	makes = pattern.MustCompile(`[年日](?:产|炼|处理|加工)(?:能力|[^,、]{0,6}各)?$`)
	// plant comes after the capacity of what is built.
	plant = pattern.MustCompile(`(?:项目|工程|生产线|装置|机组|电站|电厂)`)
	// sides come after how many sides something has, which measures nothing: 10个方面的实事.
	sides = pattern.MustCompile(`^(?:方面|层面|环节|阶段|步骤|民族大家庭)`)
	// properties come before what only describes a thing: 时速350公里动车组.
	properties = pattern.MustCompile(`(?:时速|航速|车速|海拔|直径|半径|载重|吃水|水深|相当于)(?:为|达|达到)?$`)
	// ranked comes before a place among others: 位列排行榜39名.
	ranked = pattern.MustCompile(`位列|排名|排行榜|位居|列全[国省市]|居全[国省市]`)
	// placed comes before a count that only says where: 在30个县开展.
	placed = pattern.MustCompile(`在(?:全[国省市区县])?$`)
	// within comes before a share of those only among whom something is done.
	within = pattern.MustCompile(`(?:^|[^控定持留存现])在$`)
	// around comes after how far from something what is counted may be: 沿线300米范围内的厂房,
	// 河岸1公里内242个村庄.
	around = pattern.MustCompile(`^(?:(?:范围|半径)之?内?|之?内(?:的|[0-9]|$))`)
	// given comes before a count of what a work is only turned to: 聚焦22个深度贫困县.
	given = pattern.MustCompile(`(?:聚焦|围绕|针对|面向|面对|发挥|遭遇|瞄准|紧盯|紧扣|对照|依托|立足)[^,;:、0-9]{0,10}$`)
	// amongThem comes after a count of things of which only some are told of: 52个断面中,优良的占九成.
	amongThem = pattern.MustCompile(`^[^,0-9]{1,14}(?:之中|当中|[^高初其集完职县之当]中)$`)
	// amongOthers comes after how many are set side by side: 在12个城市中排第1位; or of which
	// some are told of: 44个县中有19个.
	amongOthers = pattern.MustCompile(`^[^,;:0-9]{1,12}[^高初其集]中的|^[^,;:0-9]{1,16}中(?:排|列|居|位|名列|综合|[仍已只仅]?有$)`)
	// amongSome comes after how many some are of that are told of with a noun of their own:
	// 87个断面中优良断面达85个.
	amongSome = pattern.MustCompile(`^[^,;:0-9]{0,11}[^,;:0-9高初其集完职县之当]中[^,;:0-9小学心央等型医、]{2,14}(?:达到?|有|占|为)$`)
	// servesAs comes after how many only serve for a work: 以32个核心板块为载体.
	servesAs = pattern.MustCompile(`^[^,;:]{1,30}为(?:依托|载体|重点|抓手|契机|龙头|核心|主体|基础|支撑|主线|突破口|单位|目标)`)
	// nothing stands before the number of what is not there: 没有|1个乡镇.
	nothing = pattern.MustCompile(`(?:没有|没发生|未发生|未出现|没有发生|没有出现|未漏|不漏|不落|不少|不掉|无)$`)
	// versusPlan comes before a number that another is set against, byRate before one by which
	// something is reckoned.
	versusPlan = pattern.MustCompile(`[比较](?:上年|原)?(?:预算|计划|预计|决算|概算)数?的?$`)
	byRate     = pattern.MustCompile(`(?:^|[^拟])按照?$`)
	// limited comes after how much of a measure things have at least.
	ofMeasure = pattern.MustCompile(`(?:率|增长|收入|产值|占比|比重|强度)$`)
	limited   = pattern.MustCompile(`^(?:企业|项目|园区|村|主体)`)
	// peopled comes after how many live in places of which something is told: 50户以上自然村.
	peopled = pattern.MustCompile(`^的?(?:自然村|行政村|建制村|村|屯|居民点|聚居)`)
	// aimed comes after a number that was aimed at, with what is only set beside it before.
	aimed  = pattern.MustCompile(`^的(?:年度|年初|年|预期|预定|既定|计划|调控|控制|增长)*(?:目标|指标)(?:$|[,、])`)
	passed = pattern.MustCompile(`(?:超过|接近|高于|低于|好于|优于|未达到?|没有达到)[^,、]{0,12}$`)
	// survey comes before a share that only names a thing: 开展1%人口抽样调查.
	survey = pattern.MustCompile(`(?:开展|实施|进行|组织|参加)$`)
)

// indicators drops the quantities that only qualify: 注册资本500万元以上企业507家.
func indicators(l *line, c clause, all []*quantity) []*quantity {
	var kept []*quantity
	cut := 0       // behind a number that has no unit and ends a part of a list
	times := false // the last one was how many times something else
	for i, q := range all {
		next := l.at(q.to)
		atLeast := len(q.after) > 0 && slices.Contains([]string{"以上", "以下", "及以上", "及以下"}, l.text(q.after[0].from, q.after[0].to))
		switch {
		case sides.In(l.part(q.end, min(c.to, q.end+2))) && q.kind == counted:
			continue
		case q.ratio && q.unit == "":
			if !proportion.In(l.part(max(c.from, q.from-12), q.from)) && !l.composes(q) && (len(kept) == 0 || !kept[len(kept)-1].ratio) {
				continue
			}
		case q.unit == "" && isCoefficient(l, c, q):
			q.kind = counted
		case q.unit == "":
			if joint.from(l, q.to, c.to) > 0 && (q.from == c.from || strings.ContainsRune("达到至为在", l.at(q.from-1))) {
				cut = q.to
			}
			continue
		case multiple(l, c, q) && timesEach.In(l.part(max(c.from, q.from-reach), q.from)):
			q.from -= length(timesEach.FindSubmatch(l.part(max(c.from, q.from-reach), q.from))[1])
		case multiple(l, c, q), times && q.unit == "倍" && isJoint(l, all[i-1].to, q.from):
			times = true
			continue
		case placed.In(l.part(max(c.from, q.from-4), q.from)) && q.kind == counted && isHan(next):
			continue
		case q.kind == share && next == '的' && within.In(l.part(max(c.from, q.from-3), q.from)):
			continue // 制度在30%的机构实施
		case capacity(q.unit) && isHan(next) && next != '的' && plant.In(l.part(q.to, min(c.to, q.to+longestName))):
			continue // 60万吨大乙烯、1000万吨炼油等项目
		case isProduct(q.unit) && isHan(next) && next != '的' && built.In(l.part(q.to, min(nextFrom(c, all, i), q.to+longestName))):
			continue // 18万头奶牛养殖示范园区
		case (q.unit == "名" || q.unit == "位") && ranked.In(l.part(max(c.from, q.from-20), q.from)):
			continue
		case isDivision(q.unit) && q.valueEnd-q.start > 3:
			continue // 12345市民热线
		case isDivision(q.unit) && sumsUp(l, c, q):
			continue // 甲、乙、丙3市
		case q.kind == duration && l.has(c.from, "提前") && q.from == c.from+length("提前"):
			continue
		case q.unit == "个" && strings.ContainsRune("多余半", next) && l.at(q.to+1) == '月':
			continue // 8个多月
		case q.kind == duration && !q.base && !lasts.In(l.part(max(c.from, q.from-12), q.from)):
			continue
		case atLeast && q.kind != share && isHan(next) && next != '的' && i+1 < len(all) && !isJoint(l, q.to, all[i+1].from):
			continue
		case atLeast && isMoney(q.unit) && isHan(next) && next != '的' && !sums.In(l.part(q.to, min(c.to, q.to+2))):
			continue
		case isMoney(q.unit) && i+1 < len(all) && sized.In(l.part(q.to, all[i+1].from)):
			continue
		case (strings.HasSuffix(q.unit, "米") || q.unit == "公里") && around.In(l.part(q.to, min(c.to, q.to+4))):
			if within := strings.IndexRune(l.text(q.to, nextFrom(c, all, i)), '内'); within >= 0 && i+1 < len(all) {
				cut = q.to + length(l.text(q.to, nextFrom(c, all, i))[:within]) + 1
			}
			continue
		case q.kind == counted && isHan(next) && isGiven(l, max(c.from, q.from-reach), q.from):
			continue
		case q.kind == counted && isHan(next) && amongOthers.In(l.part(q.to, nextFrom(c, all, i))):
			continue
		case q.kind == counted && isHan(next) && strings.Contains(l.text(max(c.from, q.from-reach), q.from), "以") && servesAs.In(l.part(q.to, min(c.to, q.to+longestName))):
			continue
		case q.kind == counted && q.from > c.from && nothing.In(l.part(max(c.from, q.from-4), q.from)):
			continue // 没有1个乡镇
		case q.kind == counted && q.from > c.from && l.at(q.from-1) == '这':
			continue // 这10件实事
		case strings.HasSuffix(q.unit, "人") && next == '口' && l.at(q.to+1) == '的':
			continue // 一个拥有14亿人口的国家
		case endsPlan[l.at(q.from-1)] && versusPlan.In(l.part(max(c.from, q.from-10), q.from)),
			i > 0 && q.from-all[i-1].to <= 2 && endsPlan[l.at(all[i-1].from-1)] && versusPlan.In(l.part(max(c.from, all[i-1].from-10), all[i-1].from)):
			continue // 比预算数298亿元少4亿元
		case q.kind == share && isHan(next) && byRate.In(l.part(max(c.from, q.from-3), q.from)):
			continue // 按20%发放
		case next == '的' && aimed.In(l.part(q.to, min(c.to, q.to+12))) && passed.In(l.part(max(c.from, q.start-reach), q.start)):
			continue
		case isMoney(q.unit) && len(q.before)+len(q.after) > 0 && beginsLimits(l, c, all[i:]):
			continue // 收入超50万元、100万元的强村
		case next == '的' && isMoney(q.unit) && i > 0 && isLimited(kept, all[i-1]) && isJoint(l, all[i-1].to, q.from) && isHan(l.at(q.to+1)) && noThing.from(l, q.to+1, c.to) == 0:
			continue // 收入超50万元、100万元的强村
		case i > 0 && all[i-1].kind == counted && !isMoney(all[i-1].unit) && all[i-1].to == q.from && sizeOf(l, q):
			continue // 7个3万平方米左右的广场, 10家超50亿元
		case q.kind == counted && isHan(next) && i+1 < len(all) && all[i+1].unit == q.unit && amongSome.In(l.part(q.to, all[i+1].from)):
			continue
		case q.kind == counted && i+1 == len(all) && amongThem.In(l.part(q.to, c.to)):
			continue
		case atLeast && (isMoney(q.unit) || capacity(q.unit) || isFuel(q.unit)) && next == '的' && isHan(l.at(q.to+1)) && noThing.from(l, q.to+1, c.to) == 0:
			continue // 收入500万元以上的工业
		case len(q.before)+len(q.after) > 0 && next == '的' && isLimit(l, c, q):
			continue // 人均收入低于2500元的人口, 研发投入强度3%以上的企业
		case atLeast && (q.unit == "户" || q.unit == "人") && peopled.In(l.part(q.to, min(c.to, q.to+4))):
			continue
		case atLeast && q.kind == share && limited.In(l.part(q.to, min(c.to, q.to+4))) && ofMeasure.In(l.part(max(c.from, q.from-6), q.from)):
			continue // 收入增长50%以上企业
		case isHan(next) && (next != '的' || plant.In(l.part(q.to, min(c.to, q.to+longestName/2)))) && makes.In(l.part(max(c.from, q.from-12), q.from)) && noThing.from(l, q.to, c.to) == 0:
			continue
		case q.kind == counted && i+1 < len(all) && isHan(next) && rates(l, q, all[i+1]):
			continue // 147个断面水质优良率达97.3%
		case isMoney(q.unit) && !q.base && len(q.before)+len(q.after) > 0 && sizes(l, c, all[i:]):
			continue
		case i > 0 && (isMoney(q.unit) || len(q.after) > 0 && q.kind != share) && describes(l, c, all[i-1:]):
			continue // 5家年销售收入过10亿元的企业
		case atLeast && (isLand(q.unit) || capacity(q.unit) || isFuel(q.unit)) && plots.In(l.part(q.to, min(c.to, q.to+10))):
			continue
		case atLeast && len(kept) > 0 && kept[len(kept)-1].to == q.from:
			continue
		case properties.In(l.part(max(c.from, q.from-6), q.from)):
			continue
		case atLeast && q.unit == "米" && (isHan(next) || next == '“'):
			continue // 消除4300米以下“无树村”
		case (q.unit == "米" || q.unit == "公里") && next == '的' && strings.ContainsRune("长宽高深", l.at(q.from-1)) && !strings.ContainsRune("全总", l.at(q.from-2)):
			continue // 宽100米的大道
		case q.unit == "米" && breadth.In(l.part(q.to, min(c.to, q.to+2))):
			continue
		case q.kind == share && isHan(next) && next != '的' && survey.In(l.part(max(c.from, q.from-12), q.from)):
			continue
		}
		q.cut, cut = cut, 0
		kept, times = append(kept, q), false
	}
	return kept
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

// nextFrom is where the next quantity begins, or the clause ends.
func nextFrom(c clause, all []*quantity, i int) int {
	if i+1 < len(all) {
		return all[i+1].from
	}
	return c.to
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

// isPlace reports whether a unit is a place that is counted without a measure word.
func isPlace(unit string) bool {
	return isDivision(unit) || unit == "村" || unit == "镇" || unit == "社区" || unit == "街道"
}

func isDivision(unit string) bool { return unit == "市" || unit == "省" || unit == "县" }

func isMoney(unit string) bool { return strings.HasSuffix(unit, "元") }
