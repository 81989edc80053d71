package indicator

import (
	"cmp"
	"regexp"
	"strings"

	"jianzhu/generator/script"
)

// A name fits its number where what it ends in can be measured in the unit: what a plant is
// called has no megawatts, and what was withstood none either.
var (
	// event is what happened, which no number measures.
	event = regexp.MustCompile(`(?:考验|现象|局面|挑战|冲击|形势)$|局面[：:]`)
	// power ends what is measured in watts.
	power = regexp.MustCompile(`(?:装机(?:容量|规模|总量|任务|目标)?|负荷|能力|容量|规模|总量|动力|项目|工程|电站|电厂|电场|泵站|机组|电源|能源|电力|电量|产能|[风光水火核煤发供用送输配变]电|风光|光电|电网|光伏|光热|储能|抽蓄|抽水蓄能|热电联产|基地|出力|指标|资源|开发量|缺口|并网|投产|新增|任务|开工|投运|建设|外送|入[\p{Han}]|发电|建成)$`)
	// policies ends what is known by how many points it has, and not what the points are: 促旅游|11条.
	policies = regexp.MustCompile(`(?:经济|旅游|工业|农业|服务业|制造业|消费|投资|增收|增长|扶持|支持|就业|发展|生产|^(?:出台|推出|制定|印发|落实|实施|促|支持)[^路道街巷河线]*“[^”路道线带河街巷链廊渠]*”|国务院|[^街航]?[省市])$`)
	// saysPolicy says what the points are, wherever.
	saysPolicy = regexp.MustCompile(`措施|政策|举措|意见`)
	// ofSuch opens with the places that were counted, and goes on to what is done in each.
	ofSuch = regexp.MustCompile(`^(?:抓好|实施|完成|推进|实现|开展)?(?:[县市区镇乡村州旗]|乡镇|行政村|街道|国家|地区|部门|单位)的`)
	// onlySized says how large things are, and not which: 产值超亿元|10户.
	onlySized = regexp.MustCompile(`[超过达破][^，：:、]{0,5}[亿万]元$`)
	// onlyUrged says that something was moved, and of it what was done: 推动:项目加快达产.
	onlyUrged = regexp.MustCompile(`^(?:推动|推进|促进|带动|引导|支持|帮助)[：:]`)
	// noWord is no more than a verb that leads up to the number.
	noWord = regexp.MustCompile(`^(?:可|约|达|已|将|仅|可达|达到|预计|有望|年产|前移|(?:新增|新建|建成|实现|完成)?(?:并网|投产|投运)|[目员月长宽高深首]|不仅|不但)$`)
)

// fits reports whether a number can be of what a name says.
func (q *quantity) fits(name string) bool {
	plain := script.FoldString(name)
	switch {
	case noWord.MatchString(plain), event.MatchString(plain), cutWithin.MatchString(plain), onlyUrged.MatchString(plain):
		return false
	case strings.HasSuffix(q.unit, "千瓦") || strings.HasSuffix(q.unit, "兆瓦"):
		return q.kind == share || power.MatchString(plain)
	case strings.HasSuffix(q.unit, "条"), q.unit == "项" && strings.HasSuffix(plain, "稳增长"):
		return !policies.MatchString(plain) || saysPolicy.MatchString(plain)
	case strings.HasSuffix(plain, "亿元") || strings.HasSuffix(plain, "万元"):
		return q.kind != counted || isMoney(q.unit) || !onlySized.MatchString(plain)
	case q.unit == "个":
		return !ofSuch.MatchString(plain)
	}
	return true
}

var (
	// rateOf ends the name of a rate or an index.
	rateOf = regexp.MustCompile(`(?:率|指数|系数|占比|比重|比例|强度)(?:(?:达到?|为)[0-9.]+)?$`)
	// rateItself ends an attribute that is a rate, and may be told of another one.
	rateItself = regexp.MustCompile(`[率重比例数度]$|占比|增速|增幅|幅$`)
	// howItFares tells how a trade does, and no number is of that: 支撑作用更加|明显.
	howItFares = regexp.MustCompile(`(?:作用|步伐|成效|实力)(?:更加|进一步|明显|显著|增强|提升|凸显|加快)*$|^做[大强优][^：]*、做[大强优]`)
	// guests are no trade, and takings not theirs: 旅游业接待游客800万人次,总收入50亿元.
	guests  = regexp.MustCompile(`(?:游客|旅客|人次)$`)
	takings = regexp.MustCompile(`收入$`)
	// workSite ends what is built, of which money is told beside how far it is.
	workSite = regexp.MustCompile(`(?:项目|工程)$`)
	// moneyOf ends a sum, and otherMoney is one of another sort: 固定资产投资|增加值.
	moneyOf    = regexp.MustCompile(`(?:投资|贷款|存款|余额)$`)
	otherMoney = regexp.MustCompile(`^(?:实现|完成)?(?:工业)?(?:增加值|产值|总产值|利润|利润总额|利税|税收|销售收入|营业收入|主营业务收入)$`)
)

// ofRate parts a name whose second part is an amount that cannot be of the first: a rate has
// no output value (加工转化率:产值), an investment no added value.
func ofRate(name string) (of, amount string, wrong bool) {
	of, amount, parted := strings.Cut(name, "：")
	if !parted {
		return "", "", false
	}
	plain, attribute := script.FoldString(of), script.FoldString(amount)
	rated := rateOf.MatchString(plain) && bareAttribute.MatchString(attribute) && !rateItself.MatchString(attribute)
	told := howItFares.MatchString(plain) && (paired.MatchString(attribute) || yielded.has(attribute) || strings.HasPrefix(attribute, "占"))
	told = told || guests.MatchString(plain) && takings.MatchString(attribute)
	told = told || wants(of) && bareAttribute.MatchString(attribute) && !rateItself.MatchString(attribute)
	return of, amount, rated || told || moneyOf.MatchString(plain) && otherMoney.MatchString(attribute)
}

// rightly is a name, of what it can be of: where the sentence told last of a rate, an amount is
// of the work that the rate is of, or of the trade that the sentence opened with; "" where it
// says neither.
func (p *phrase) rightly(name string, carried *subject) string {
	of, amount, wrong := ofRate(name)
	if !wrong || p.head.part {
		return name
	}
	if work := stem(of); work != of && workSite.MatchString(script.FoldString(work)) {
		return join(work, amount) // 重点项目开工率100%,完成投资558亿元
	}
	if topic := script.FoldString(carried.topic); rateOf.MatchString(topic) {
		return ""
	}
	trade := cmp.Or(ofTrade(carried.topic, amount), ofTrade(of, amount))
	if strings.Contains(script.FoldString(trade), "对") {
		return "" // 工业对全市经济|发挥作用
	}
	return trade
}
