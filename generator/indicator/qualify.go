package indicator

import (
	"slices"
	"strings"

	"jianzhu/generator/pattern"
)

// reason is why a quantity only qualifies what is told.
type reason struct {
	example string // with the quantity between strokes
	holds   func(*sieve) bool
}

// qualifying are the reasons, by what a quantity is then said of.
var qualifying = slices.Concat(asLimit, asSize, asNumber, asPlace, asTime)

// asLimit: which things are meant, by how much of a measure they have at least.
var asLimit = []reason{
	{"注册资本|500万元以上|企业507家", func(s *sieve) bool {
		next := s.follows()
		return s.isAtLeast() && s.q.kind != share && s.onThing() && next != nil && !isJoint(s.line, s.q.to, next.from)
	}},
	{"投资|5000万元以上|项目", func(s *sieve) bool {
		return s.isAtLeast() && isMoney(s.q.unit) && s.onThing() && !s.behind(2, sums)
	}},
	{"收入超|50万元|、100万元的强村", func(s *sieve) bool {
		return isMoney(s.q.unit) && s.isQualified() && beginsLimits(s.line, s.clause, s.all[s.i:])
	}},
	{"收入超50万元、|100万元|的强村", func(s *sieve) bool {
		last := s.precedes()
		return s.on('的') && isMoney(s.q.unit) && last != nil && isLimited(s.kept, last) && isJoint(s.line, last.to, s.q.from) && s.ofThing()
	}},
	{"收入|500万元以上|的工业", func(s *sieve) bool {
		return s.isAtLeast() && (isMoney(s.q.unit) || capacity(s.q.unit) || isFuel(s.q.unit)) && s.on('的') && s.ofThing()
	}},
	{"人均收入|低于2500元|的人口", func(s *sieve) bool {
		return s.isQualified() && s.on('的') && isLimit(s.line, s.clause, s.q)
	}},
	{"|50户以上|自然村", func(s *sieve) bool {
		return s.isAtLeast() && (s.q.unit == "户" || s.q.unit == "人") && s.behind(4, peopled)
	}},
	{"通路自然屯(|20户以上|)", func(s *sieve) bool {
		return s.isAtLeast() && s.line.at(s.q.from-1) == '(' && s.on(')') && (s.q.unit == "户" || s.q.unit == "人" || isLand(s.q.unit) || isMoney(s.q.unit) || capacity(s.q.unit))
	}},
	{"收入增长|50%以上|企业", func(s *sieve) bool {
		return s.isAtLeast() && s.q.kind == share && s.behind(4, limited) && s.before(6, ofMeasure)
	}},
	{"|500亩以上|示范基地", func(s *sieve) bool {
		return s.isAtLeast() && (isLand(s.q.unit) || capacity(s.q.unit) || isFuel(s.q.unit)) && s.behind(10, plots)
	}},
	{"3家|10亿元以上|的企业", func(s *sieve) bool {
		return s.isAtLeast() && len(s.kept) > 0 && s.kept[len(s.kept)-1].to == s.q.from
	}},
	{"消除|4300米以下|“无树村”", func(s *sieve) bool {
		return s.isAtLeast() && s.q.unit == "米" && (s.onHan() || s.on('“'))
	}},
}

// asSize: how large a thing is that is counted, built or held.
var asSize = []reason{
	{"|60万吨|大乙烯、1000万吨炼油等项目", func(s *sieve) bool {
		return capacity(s.q.unit) && s.onThing() && s.behind(longestName, plant)
	}},
	{"|18万头|奶牛养殖示范园区", func(s *sieve) bool {
		return isProduct(s.q.unit) && s.onThing() && built.In(s.line.part(s.q.to, min(s.nextFrom(), s.q.to+longestName)))
	}},
	{"|400万头|生猪、300万只肉羊等养殖一体化项目", func(s *sieve) bool {
		last := s.i
		for last+1 < len(s.all) && isProduct(s.all[last+1].unit) && joints.upTo(s.line, s.all[last].to, s.all[last+1].from) > 0 {
			last++
		}
		return isProduct(s.q.unit) && last > s.i && builtOf.In(s.line.part(s.all[last].to, min(s.clause.to, s.all[last].to+longestName)))
	}},
	{"年产|2000万吨|炼油项目", func(s *sieve) bool {
		return s.onHan() && (!s.on('的') || s.behind(longestName/2, plant)) && s.before(12, makes) && noThing.from(s.line, s.q.to, s.clause.to) == 0
	}},
	{"|10亿元|企业3家", func(s *sieve) bool {
		next := s.follows()
		return isMoney(s.q.unit) && next != nil && sized.In(s.line.part(s.q.to, next.from))
	}},
	{"7个|3万平方米左右|的广场", func(s *sieve) bool {
		last := s.precedes()
		return last != nil && last.kind == counted && !isMoney(last.unit) && last.to == s.q.from && sizeOf(s.line, s.q)
	}},
	{"投资|过100亿元|、50亿元的项目分别达到10个、15个", func(s *sieve) bool {
		return isMoney(s.q.unit) && !s.q.base && s.isQualified() && sizes(s.line, s.clause, s.all[s.i:])
	}},
	{"5家年销售收入|过10亿元|的企业", func(s *sieve) bool {
		return s.precedes() != nil && (isMoney(s.q.unit) || len(s.q.after) > 0 && s.q.kind != share) && describes(s.line, s.clause, s.all[s.i-1:])
	}},
	{"时速|350公里|动车组", func(s *sieve) bool { return s.before(6, properties) }},
	{"宽|100米|的大道", func(s *sieve) bool {
		l, from := s.line, s.q.from
		return (s.q.unit == "米" || s.q.unit == "公里") && s.on('的') && strings.ContainsRune("长宽高深", l.at(from-1)) && !strings.ContainsRune("全总", l.at(from-2))
	}},
	{"|15米|规划路", func(s *sieve) bool { return s.q.unit == "米" && s.behind(2, breadth) }},
	{"一个拥有|14亿人|口的国家", func(s *sieve) bool {
		return strings.HasSuffix(s.q.unit, "人") && s.on('口') && s.line.at(s.q.to+1) == '的'
	}},
}

// asNumber: of how many something is told, or how many there are not.
var asNumber = []reason{
	{"|10个|方面的实事", func(s *sieve) bool { return s.q.kind == counted && s.behindWhole(2, sides) }},
	{"聚焦|22个|深度贫困县", func(s *sieve) bool {
		return s.q.kind == counted && s.onHan() && isGiven(s.line, max(s.clause.from, s.q.from-reach), s.q.from)
	}},
	{"在|12个|城市中排第1位", func(s *sieve) bool {
		return s.q.kind == counted && s.onHan() && amongOthers.In(s.line.part(s.q.to, s.nextFrom()))
	}},
	{"以|32个|核心板块为载体", func(s *sieve) bool {
		l, from := s.line, s.q.from
		return s.q.kind == counted && s.onHan() && strings.Contains(l.text(max(s.clause.from, from-reach), from), "以") && s.behind(longestName, servesAs)
	}},
	{"没有|1个|乡镇", func(s *sieve) bool { return s.q.kind == counted && s.before(4, nothing) }},
	{"这|10件|实事", func(s *sieve) bool {
		return s.q.kind == counted && s.q.from > s.clause.from && s.line.at(s.q.from-1) == '这'
	}},
	{"|87个|断面中优良断面达85个", func(s *sieve) bool {
		next := s.follows()
		return s.q.kind == counted && s.onHan() && next != nil && next.unit == s.q.unit && amongSome.In(s.line.part(s.q.to, next.from))
	}},
	{"|52个|断面中", func(s *sieve) bool {
		return s.q.kind == counted && s.follows() == nil && amongThem.In(s.line.part(s.q.to, s.clause.to))
	}},
	{"|147个|断面水质优良率达97.3%", func(s *sieve) bool {
		next := s.follows()
		return s.q.kind == counted && next != nil && s.onHan() && rates(s.line, s.q, next)
	}},
	{"甲、乙、丙|3市|", func(s *sieve) bool { return isDivision(s.q.unit) && sumsUp(s.line, s.clause, s.q) }},
	{"制度在|30%|的机构实施", func(s *sieve) bool { return s.q.kind == share && s.on('的') && s.before(3, within) }},
	{"按|20%|发放", func(s *sieve) bool { return s.q.kind == share && s.onHan() && s.before(3, byRate) }},
	{"开展|1%|人口抽样调查", func(s *sieve) bool { return s.q.kind == share && s.onThing() && s.before(12, survey) }},
	{"比预算数|298亿元|少4亿元", func(s *sieve) bool {
		last := s.precedes()
		return s.isOfPlan(s.q) || last != nil && s.q.from-last.to <= 2 && s.isOfPlan(last)
	}},
	{"超过|8%|的预期目标", func(s *sieve) bool {
		return s.on('的') && s.behind(12, aimed) && passed.In(s.line.part(max(s.clause.from, s.q.start-reach), s.q.start))
	}},
}

// asPlace: where something is, by rank or by a number that names it.
var asPlace = []reason{
	{"在|30个|县开展", func(s *sieve) bool { return s.q.kind == counted && s.onHan() && s.before(4, placed) }},
	{"进入全国前|5位|", func(s *sieve) bool {
		return (s.q.unit == "名" || s.q.unit == "位") && !s.q.base && s.line.at(s.q.from-1) == '前' && !isDigit(s.line.at(s.q.from-2))
	}},
	{"位列排行榜|39名|", func(s *sieve) bool { return (s.q.unit == "名" || s.q.unit == "位") && s.before(20, ranked) }},
	{"|12345市|民热线", func(s *sieve) bool { return isDivision(s.q.unit) && s.q.valueEnd-s.q.start > 3 }},
}

// asTime: how long something is that is not measured by it.
var asTime = []reason{
	{"提前|10天|完成", func(s *sieve) bool {
		ahead := s.clause.from + length("提前")
		return s.q.kind == duration && s.line.has(s.clause.from, "提前") && s.q.from == ahead
	}},
	{"|8个|多月", func(s *sieve) bool {
		return s.q.unit == "个" && strings.ContainsRune("多余半", s.line.at(s.q.to)) && s.line.at(s.q.to+1) == '月'
	}},
	{"历时|10天|", func(s *sieve) bool {
		return s.q.kind == duration && !s.q.base && !s.before(12, lasts) && !s.goesOnWith(duration)
	}},
}

// before reports whether what stands before the quantity, n runes at most, is matched.
func (s *sieve) before(n int, by *pattern.Pattern) bool {
	return by.In(s.line.part(max(s.clause.from, s.q.from-n), s.q.from))
}

// behind reports whether what stands behind it is matched.
func (s *sieve) behind(n int, by *pattern.Pattern) bool {
	return by.In(s.line.part(s.q.to, min(s.clause.to, s.q.to+n)))
}

// behindWhole is behind, of what stands behind its unit.
func (s *sieve) behindWhole(n int, by *pattern.Pattern) bool {
	return by.In(s.line.part(s.q.end, min(s.clause.to, s.q.end+n)))
}

// on reports whether a rune stands right behind it; onHan, whether a character does, and
// onThing, whether one that begins a noun may.
func (s *sieve) on(r rune) bool { return s.line.at(s.q.to) == r }
func (s *sieve) onHan() bool    { return isHan(s.line.at(s.q.to)) }
func (s *sieve) onThing() bool  { return s.onHan() && !s.on('的') }

// ofThing reports whether a noun may stand behind the 的 behind it.
func (s *sieve) ofThing() bool {
	return isHan(s.line.at(s.q.to+1)) && noThing.from(s.line, s.q.to+1, s.clause.to) == 0
}

// isQualified reports whether words qualify it, and isAtLeast whether they are 以上 and the like.
func (s *sieve) isQualified() bool { return len(s.q.before)+len(s.q.after) > 0 }
func (s *sieve) isAtLeast() bool {
	if len(s.q.after) == 0 {
		return false
	}
	switch words := s.q.after[0]; s.line.text(words.from, words.to) {
	case "以上", "以下", "及以上", "及以下":
		return true
	}
	return false
}

// goesOnWith reports whether it goes on a list of which the one before is of a kind and was kept:
// 压缩至3个、|5个工作日.
func (s *sieve) goesOnWith(kind unitKind) bool {
	last := s.precedes()
	return last != nil && last.kind == kind && isJoint(s.line, last.to, s.q.from) && slices.Contains(s.kept, last)
}

// isOfPlan reports whether a quantity is that of a plan with which another is compared.
func (s *sieve) isOfPlan(q *quantity) bool {
	return endsPlan[s.line.at(q.from-1)] && versusPlan.In(s.line.part(max(s.clause.from, q.from-10), q.from))
}

// precedes is the quantity before it, follows the one behind it; nil where there is none.
func (s *sieve) precedes() *quantity {
	if s.i == 0 {
		return nil
	}
	return s.all[s.i-1]
}

func (s *sieve) follows() *quantity {
	if s.i+1 == len(s.all) {
		return nil
	}
	return s.all[s.i+1]
}

// nextFrom is where the next quantity begins, or the clause ends; toNext what stands between.
func (s *sieve) nextFrom() int {
	if next := s.follows(); next != nil {
		return next.from
	}
	return s.clause.to
}

func (s *sieve) toNext() string { return s.line.text(s.q.to, s.nextFrom()) }

var (
	// lasts comes before a duration or an age that is measured.
	lasts = pattern.MustCompile(`(?:压缩|缩短|减少|降低|提前|缩减|缩|降|减|节省|寿命.{0,4}|由|从|到|至|达到?|为|控制在|增长|提高|延长)(?:了|到|至|为|约)?$`)
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
