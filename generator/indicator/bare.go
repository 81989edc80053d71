package indicator

import (
	"cmp"
	"regexp"
	"strings"

	"jianzhu/generator/script"
)

// A name has a subject of its own. Where the words at a number are only an attribute (产值) or
// a deed done to nobody in particular (惠及群众), that stands in what the sentence said before;
// where it does not, the number is left to the reader.
var (
	bareAttribute = regexp.MustCompile(`^` + anyOf("reckoning") + `*` + anyOf("bare") + `$`)
	bareDeed      = regexp.MustCompile(`^` + anyOf("deedOpening") + `*(?:` + anyOf("deeds") + `了?` + anyOf("general") + `|` + anyOf("draws") + `了?(?:各类)?` + anyOf("drawn") + `|` + anyOf("alone") + `了?)$`)
	regional      = regexp.MustCompile(`^` + anyOf("regional") + `$`)
	trade         = regexp.MustCompile(`^` + anyOf("reckoning") + `*` + anyOf("trade") + `$`)
	// attributeAtEnd is an attribute behind what it is of.
	attributeAtEnd = regexp.MustCompile(`(?:` + anyOf("bare") + `|` + anyOf("pairing") + `|数)$`)
	paired         = regexp.MustCompile(`^` + anyOf("reckoning") + `*(?:` + anyOf("bare") + `|` + anyOf("pairing") + `)$`)

	// pointing is a word for what was named before, which the name itself does not say.
	pointing = regexp.MustCompile(`被(?:列入|纳入|评为)[^的]*$|它|为此|对此|此项|该项|^其[产总中占]|^(?:这|那)(?:些|一|项|个)`)
	// unended ends what is no name, as its number stands in the middle of what is said; scrap is
	// none either.
	unended = regexp.MustCompile(`(?:[^许认]可|[并且就却]|[^参]与|原定|原计划|[^受行作]为|必须|[^纪摘需主重]要|网上|的目标|不足[百千万亿]+|仅为.*平均水平|可以|[^目从以之日提]前|[从由](?:[一二三四]季度|上半年))$|不[少低]于`)
	scrap   = regexp.MustCompile(`^(?:预算|持平|相比|比上年|超过|翻|省定|列省|列市|超产值|“[^”]*|进入前|进入全[国省市]前.|[0-9.]+[年月]?|前[一二两三四五]?年?|收窄|扩大|增加|减少|提高|提升|下降|上升)$|^(?:超计划|提出|次、|分别完成|[比较][^例值重价照])|的是|自[0-9]{1,2}月|这[条一个项]|的同时|的可[农贫困城群]|^[^占]*[^占于比过居列为是出持]全[国省市区县州]$|[中所]提出$|。|[0-9][个家项户条所处]、|[0-9]\.[0-9]+[^0-9.]*[亿万]|^作为|排名[^：]*前(?:列|迈进)?$`)
	// vague is a thing and not which.
	vague = regexp.MustCompile(`^` + anyOf("vague") + `$`)
	// idle ends a name and belongs to the words that lead up to its number.
	idle = regexp.MustCompile(`..(每人)$|.[^于比较至到自从](年[末底初]|[0-9]{1,2}月[末底])$|[^为除终未罢受结](了)$|余额(均)$|[^许认]((?:预计)?可)$|..((?:在?[一两二三四五]?年内|年底前|春节前|年前)可?)$`)
	// soMany opens the name of a rate with how many it is of: 14个断面水质优良比例.
	soMany = regexp.MustCompile(`^[0-9]+[个個条條家座项項件所处處]`)
	// someOf opens what some of so many are: 87个|断面中优良断面.
	someOf = regexp.MustCompile(`^[0-9]+[个條条家座项項件所][^，、]{1,11}中.`)
	// same opens the same number in another unit.
	same = regexp.MustCompile(`^折合?$`)
	// stating is a sentence, which tells how things go and names nothing.
	stating = regexp.MustCompile(`^(?:始终)?坚持|[，0-9]|稳步|显著|明显|不断|持续|有效|进一步|步伐|成效|实力|(?:提高|增强|加快|增进|开放|改善|提升|突破|增长|跨越|向好|优化|高涨|拓展|攻坚|发力|见效|加强|全面|进步|提速|的[一两三四五]年)$|情况下|^这`)
)

// happening is a topic of which nothing that follows is an attribute.
var happening = regexp.MustCompile(`^抓[^紧好住实]|也抓|全面开工$`)

// wants reports whether a name has no subject of its own.
func wants(name string) bool {
	plain := script.FoldString(name)
	return bareAttribute.MatchString(plain) || bareDeed.MatchString(plain)
}

// withSubject is a name, with what it is of where it does not say so; "" where nothing does.
func (p *phrase) withSubject(name string, carried *subject) string {
	if m := idle.FindStringSubmatch(script.FoldString(name)); m != nil && length(name) > 3 {
		name = string([]rune(name)[:length(name)-length(strings.Join(m[1:], ""))])
	}
	if n := len(soMany.FindString(name)); n > 0 && (rated.MatchString(script.FoldString(name)) || someOf.MatchString(name)) {
		name = name[n:]
	}
	name = withoutEnds(name)
	plain := script.FoldString(name)
	switch {
	case isScrap(plain), pointing.MatchString(plain), unended.MatchString(plain), scrap.MatchString(plain), vague.MatchString(plain), isTorn(plain):
		return ""
	case same.MatchString(plain):
		return carried.name
	case shareOfWhat.MatchString(plain):
		return p.shareOf(name, carried)
	case bareAttribute.MatchString(plain):
		of := cmp.Or(p.subjectOf(name, carried, trade.MatchString(plain)), p.purpose())
		if of == "" && (carried.closed || regional.MatchString(plain) && !carried.lost || p.ofPlace()) {
			return name
		}
		if of == "" {
			return ofTrade(carried.topic, name)
		}
		if insuring.MatchString(plain) && !insurance.MatchString(of) {
			return ""
		}
		return ofSubject(of, name)
	case bareDeed.MatchString(plain):
		of := p.purpose()
		if of == "" && !(carried.growth && len(carried.clause) > 1) {
			of = p.subjectOf(name, carried, false)
		}
		if of == "" && p.ofPlace() {
			return name
		}
		return ofSubject(of, name)
	}
	if of, attribute, parted := strings.Cut(name, "："); parted && of == carried.topic && carried.name == "" {
		happens := happening.MatchString(script.FoldString(of))
		switch {
		case happens && !wants(attribute):
			return attribute // 既抓大项目,也抓小项目,协议引资额超4000亿元
		case happens, trade.MatchString(script.FoldString(attribute)) && !isThing(of):
			return ofTrade(of, attribute) // 搭建供需平台,产值达到95亿元
		}
	}
	return name
}

// shareOfWhat is a share of a sum that it does not name: 工业投资占比.
var shareOfWhat = regexp.MustCompile(`^[^占中内：]*(?:投资|支出|产值|增加值|收入|经济|出口|进口|进出口|税收|产业|服务业|制造业|装机|税)(?:所占比重|占比|比重)$`)

// shareOf is the name of such a share, with the sum where the sentence has named it last.
func (p *phrase) shareOf(name string, carried *subject) string {
	part, sum := strings.TrimRight(name, "所占比重"), carried.name
	if ofTaxes.MatchString(script.FoldString(name)) {
		if sum = carried.name; !publicIncome.MatchString(script.FoldString(sum)) {
			sum = carried.whole // 预算收入50亿元,其中税收收入40亿元,税占比80%
		}
		if !publicIncome.MatchString(script.FoldString(sum)) {
			return ""
		}
		return join(sum, name)
	}
	if sum == "" || carried.closed || strings.ContainsAny(sum, "占：") || strings.HasPrefix(sum, part) || !p.head.part && (tailOf(script.FoldString(sum)) != tailOf(script.FoldString(part)) || !wholeSum.MatchString(script.FoldString(sum))) {
		return name // as such texts call it
	}
	return join(sum, name)
}

var (
	// ofTaxes is the share that taxes have of what a place takes in, publicIncome the name of that.
	ofTaxes      = regexp.MustCompile(`^非?税收?(?:收入)?(?:占比|比重)$`)
	publicIncome = regexp.MustCompile(`(?:财政|预算)[^：]*收入$`)
	// wholeSum ends the name of a sum that is the whole of its sort.
	wholeSum = regexp.MustCompile(`(?:^|全社会|完成)固定资产投资$|^[^：]{0,4}装机$|^(?:外贸)?(?:出口|进出口)$`)
)

// insuring is how many have an insurance, and which must be told.
var (
	insuring  = regexp.MustCompile(`^参[保合]`)
	insurance = regexp.MustCompile(`保险|医疗|医保|养老|新农合|社保|参保`)
)

// isTorn reports whether a quotation in a name has lost one of its marks.
func isTorn(name string) bool { return strings.Count(name, "“") != strings.Count(name, "”") }

// ofTrade is an attribute of the trade that a sentence or a work speaks of, "" where it speaks
// of none: 促进|民营经济|快速发展,增加值….
func ofTrade(topic, attribute string) string {
	l := newLine(script.FoldString(topic), nil)
	n := length(constantly.FindString(string(l.runes)))
	for more := 1; more > 0; n += more {
		if more = max(nextVerb.from(l, n, len(l.runes)), urging.from(l, n, len(l.runes))); more == 1 {
			break
		}
	}
	m := trades.FindString(l.text(n, len(l.runes)))
	if m == "" || len(l.runes) != length(topic) {
		return ""
	}
	return string([]rune(topic)[n:n+length(m)]) + attribute
}

// constantly opens what says how a work goes on.
var constantly = regexp.MustCompile(`^(?:不断|继续|大力|着力|持续)*`)

// trades opens with a trade.
var trades = regexp.MustCompile(`^[^，,、的]{1,12}?(?:产业园|产业|[工农服牧渔林建旅商造筑游]业|经济)`)

// turnsTo opens what is told of a trade.
var turnsTo = regexp.MustCompile(`^(?:重点|着力|聚焦|围绕|依托|突出|大力|积极|加快|要|以)`)

// tradeOf is the trade that a clause opens with, of which it then tells at length: 蔬菜产业|聚焦绿色.
func tradeOf(l *line, c clause) string {
	text := l.text(c.from, min(c.to, c.from+longestName))
	m := trades.FindString(text)
	if m == "" || !strings.HasSuffix(m, "产业") {
		return ""
	}
	n := length(m)
	if nextVerb.from(l, c.from+n, c.to) < 2 && urging.from(l, c.from+n, c.to) == 0 && !turnsTo.MatchString(l.text(c.from+n, c.to)) || nextVerb.from(l, c.from, c.to) > 1 {
		return ""
	}
	return l.shown(c.from, c.from+n)
}

// ofPlace reports whether the words at the number are said of the place whose report it is:
// 全区|投资.
func (p *phrase) ofPlace() bool {
	from := max(p.before.from, p.head.from-reach)
	return place.MatchString(p.text(from, p.head.from))
}

// place ends what names the place whose report it is.
var place = regexp.MustCompile(`(?:[全我][国省市县区镇乡旗州]|市级|县级|区级|省级)(?:共|累计|已|预计|共计|五年|全年|争取|力争|完成|实现)*$`)

// ofSubject joins what a name is of with it, or is "".
func ofSubject(of, name string) string {
	if before, part, parted := strings.Cut(of, "："); parted && strings.HasPrefix(name, part) {
		of = before
	}
	if of == "" || strings.HasPrefix(of, name) {
		return of
	}
	return join(of, name)
}

var (
	// partOfSum ends the name of a share of a sum.
	partOfSum = regexp.MustCompile(`占比$|比重$|^占总`)
	// numberedNames are names with a number in them.
	numberedNames = regexp.MustCompile(`12345|12315|[1-9][AaGgDd]级?|[Pp][Mm]2\.5|[Pp][Mm]10`)
	// alreadyDone tells something of things, and is no name of them.
	alreadyDone = regexp.MustCompile(`的[已均]|的$`)
	// notCut ends what goes on with the next word: 优良天|数, 污水集中|处理能力.
	notCut = regexp.MustCompile(`[天]$|集中$|综合$|累计$`)
)

// isDone reports whether a name is no more than a verb: 开工.
func isDone(name string) bool {
	l := newLine(script.FoldString(name), nil)
	return nextVerb.from(l, 0, len(l.runes)) == len(l.runes)
}

// subjectOf is what was spoken of before and has a subject itself, a thing where it must be
// one; or the heading.
func (p *phrase) subjectOf(name string, carried *subject, thing bool) string {
	if carried.closed {
		return ""
	}
	of := carried.name
	if before, done, parted := strings.Cut(of, "："); parted && bareDeed.MatchString(script.FoldString(done)) {
		of = before // 发放返还资金,惠及企业3家、惠及职工5人
	}
	if !partOfSum.MatchString(script.FoldString(name)) {
		of = stem(of) // but a share is of the sum itself
	}
	if of != "" && !wants(of) && !stating.MatchString(numberedNames.ReplaceAllString(of, "")) && !alreadyDone.MatchString(of) && !isDone(of) {
		return of
	}
	if of = carried.topic; of == "" && !carried.lost {
		of = p.heading
	}
	thing = thing || carried.topic == ""
	if wants(of) || stating.MatchString(script.FoldString(of)) || strings.HasSuffix(of, "的") || thing && !isThing(of) {
		return ""
	}
	return of
}

// stem is a name without the attribute that it ends in.
func stem(name string) string {
	plain := script.FoldString(name)
	if end := attributeAtEnd.FindString(plain); end != "" && length(name) > length(end)+1 && !oneWord.MatchString(plain) {
		of := strings.TrimSuffix(string([]rune(name)[:length(name)-length(end)]), "：")
		if notCut.MatchString(of) {
			return name
		}
		return strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(of, "实现"), "完成"), "总")
	}
	return name
}

// ownIncome is of the place, as taxes beside it are.
var ownIncome = regexp.MustCompile(`(?:财政|预算)(?:总)?收入$`)

// oneWord ends what is the name of one measure, and no attribute of something.
var oneWord = regexp.MustCompile(`(?:零售总额|进出口总额|固定资产投资|生产总值|财政总收入)$`)

// isThing reports whether a topic names a thing, and not a work.
func isThing(topic string) bool {
	l := newLine(script.FoldString(topic), nil)
	n := len(l.runes)
	return n > 0 && !stating.MatchString(string(l.runes)) && (nextVerb.from(l, 0, n) < 2 && opening.from(l, 0, n) < 2 && urging.from(l, 0, n) == 0 || nounStart.from(l, 0, n) > 0)
}

// withPartners gives each of several subjects that is only an attribute what the first is of:
// 国内专利申请量、|授权量.
func withPartners(names []string) {
	if len(names) < 2 || ownIncome.MatchString(script.FoldString(names[0])) {
		return
	}
	of := stem(names[0])
	for i, name := range names {
		attribute := strings.TrimPrefix(strings.TrimPrefix(name, "实现"), "完成")
		if i > 0 && of != names[0] && !wants(of) && paired.MatchString(script.FoldString(attribute)) {
			names[i] = of + attribute
		} else if n := length(attribute); i > 0 && of == names[0] && rated.MatchString(attribute) && wants(attribute) && rated.MatchString(of) && length(of) > n+1 {
			names[i] = string([]rune(of)[:length(of)-n]) + attribute // 幼儿园公办率、普惠率
		}
	}
}
