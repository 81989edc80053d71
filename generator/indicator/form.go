package indicator

import (
	"strings"

	"jianzhu/generator/pattern"
	"jianzhu/generator/script"
)

// A name has a subject of its own. What is only an attribute (产值), a deed done to nobody in
// particular (惠及群众) or a thing and not which (项目) is of what the text says elsewhere.
var (
	attribute     = `(?:` + anyOf("bare") + `|` + anyOf("attributes") + `|` + anyOf("yields") + `|` + anyOf("pairing") + `|税)`
	bareAttribute = pattern.MustCompile(`^` + anyOf("reckoning") + `*` + attribute + `(?:占.*|(?:年均)?(?:增速|增幅)|占比|比重)?$`)
	bareDeed      = pattern.MustCompile(`^` + anyOf("deedOpening") + `*(?:` + anyOf("deeds") + `了?` + anyOf("general") + `|` + anyOf("draws") + `了?(?:各类)?` + anyOf("drawn") + `|` + anyOf("alone") + `了?)$`)
	// costly is a deed done to what only measures what it was done to: 抓好|总投资.
	costly = pattern.MustCompile(`^(?:新?开工|[抓办做搞用]好|实施|建成|建设|推[进动]|启动|谋划|储备|打造|落地|投产)(?:项目)?(?:总投资|总装机|计划投资|年产值|总产值|产值|总面积|建筑面积|总建筑面积)额?$`)
	vague  = pattern.MustCompile(`^` + anyOf("vague") + `$`)
	// thin is what stands behind a verb and tells no more.
	thin = pattern.MustCompile(`^` + anyOf("ofThin") + `?` + anyOf("thin") + `?$`)
)

// wants reports whether a name has no subject of its own, nor any of several.
func wants(name string) bool {
	for one := range strings.SplitSeq(script.FoldString(name), "、") {
		if !isBare(one) {
			return false
		}
	}
	return true
}

func isBare(plain string) bool {
	return bareAttribute.MatchString(plain) || bareDeed.MatchString(plain) || costly.MatchString(plain) || vague.MatchString(plain)
}

// isThin reports whether a name is what was done to a thing, and not to which.
func (l *line) isThin() bool {
	rest := l.behindDeed()
	return len(rest) < len(l.runes) && thin.In(rest)
}

// behindDeed is what stands behind the verbs that open a name.
func (l *line) behindDeed() []rune {
	end, at := len(l.runes), 0
	for n := 1; n > 0; at += n {
		n = nextVerb.from(l, at, end)
	}
	return l.runes[at:]
}

var (
	// sentence is what stands in sentences and seldom in names.
	sentence = pattern.MustCompile(`[由从比将要应拟可已均都为使让把被向对于超达至到了也再又仍还不未没约过：，。、；且并因按处]|其中|分别|力争|确保|预计|有望|[两三四五]年(?:累计|共|间|内|筹|投|完)|[村县市镇乡区户]的`)
	// onward ends what goes on with another word, cut begins in the middle of what is said.
	onward   = pattern.MustCompile(`(?:实现|完成|争取|力争|筹措|筹集|优化|处于|新增|增加|减少|有|创|是|拥有|具有|提供|成为|占|占全.|的|不|约|近|用|后|分别|[^等星层年]级|以上|准备)$`)
	cut      = pattern.MustCompile(`^(?:[0-9.-]+[月个家条项座所处件户名]|地[^方区铁级产下]|等[^级]|中[^小央国医等外学高部心药草职级型欧]|其[^他余]|该|此|这|提高到|提升到|降到|降至|增至|占|高于|低于|位居|提高|提升|降低|超|求|带动|拉动|撬动|惠及|吸引|推动|提出|加上)`)
	inQuotes = pattern.MustCompile(`“[^”]*”|\([^)]*\)`)
	sumEnd   = pattern.MustCompile(anyOf("sums") + `$`)
)

// points opens what is known by how many points it has, and not what they are: 出台促旅游|11条.
var points = pattern.MustCompile(`^(?:出台|推出|制定|印发|落实|实施)[^措政举意]*$`)

// sound are words with a character that elsewhere is of a sentence.
var sound = pattern.MustCompile(anyOf("sound"))

// longestSure is how long a sure name may be, in code points.
const longestSure = 24

// isName reports whether words have the form of a name of what is measured in a unit: no part of
// a sentence, not too short or too long, with a subject; a share is of a measure, and money a
// sum or what was done with it.
func isName(plain string, q *quantity, growth bool) bool {
	if isStandard(plain) {
		return true
	}
	n := length(plain)
	if n < 2 || n == 2 && q.kind == share || n > longestSure || strings.Count(plain, "(") != strings.Count(plain, ")") {
		return false
	}
	if sentence.MatchString(sound.ReplaceAllString(inQuotes.ReplaceAllString(plain, "某"), "")) || onward.MatchString(plain) || cut.MatchString(plain) || wants(plain) {
		return false
	}
	l := newWording(plain)
	if l.isThin() || l.isGoods(plain, q.unit) || q.unit == "条" && points.MatchString(plain) {
		return false
	}
	measured := isMeasure(l, span{0, n}) || sumEnd.MatchString(plain)
	return measured || !(q.kind == share || growth && strings.HasSuffix(q.unit, "%")) && !(isMoney(q.unit) && nextVerb.from(l, 0, n) == 0)
}

// bulk are the units of goods, of which as much may be made as sold, and of livestock.
var bulk = pattern.MustCompile(`(?:吨|斤|担|[头只羽])$`)

// ofGoods ends what is measured of goods.
var ofGoods = pattern.MustCompile(anyOf("sums") + `$|[量额率数产栏耗重]$|规模$`)

// herd opens what is told of livestock with what became of it.
var herd = pattern.MustCompile(`^(?:出栏|存栏|饲养|淘汰|关停|压减|扑杀)`)

// isGoods reports whether a name is of goods alone, and not of what of them is measured.
func (l *line) isGoods(plain, unit string) bool {
	n := len(l.runes)
	return n > 0 && bulk.MatchString(unit) && !herd.MatchString(plain) && !isMeasure(l, span{0, n}) && !ofGoods.MatchString(plain) && !l.tellsDeed()
}

// tellsDeed reports whether a verb stands in a name.
func tellsDeed(plain string) bool { return newWording(plain).tellsDeed() }

func (l *line) tellsDeed() bool {
	for i := range l.runes {
		if nextVerb.from(l, i, len(l.runes)) > 1 {
			return true
		}
	}
	return false
}
