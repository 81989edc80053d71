package indicator

import (
	"regexp"
	"strings"

	"jianzhu/generator/script"
)

// A name that was cut in the wrong place says something else than the text, and is none: a word
// parted from its first half, a list whose head is lost, a sentence that runs on.
var (
	// cutWord opens with the second half of a word: 年均|减少, 等支流.
	cutWord = regexp.MustCompile(`^(?:均[^价值衡线等匀质由可]|等|或[^者]|没|未[^来成利婚]?[^，]?：|不[^动良锈规孕饱超足育锈舞端符断]|[的了着])`)
	// cutEnd ends in what leads on to words that are missing.
	cutEnd = regexp.MustCompile(`(?:的|[^抽]或|[^普涉以]及|以及|等的|的的|没有?|由|包括|[有是]的|或|每|每[户人年月亩个]|[达到至]每.{0,3}|台阶|大关|关口|基础上|[^报]到|.至)$|^“[^”]*”(?:规划|时期|计划)$|^[^的为向对给，]{0,8}[、直]部门$|^(?:重点|政府|相关|有关)部门$`)
	// cutWithin has two parts that do not belong to each other.
	cutWithin = regexp.MustCompile(`[或和与及、的][：:]|[：:](?:[、的或等]|和[^谐平睦美]|与|及[^时格])|[、和或][、的和]|[^抽普涉以]或$|里程[：:]?总里程|面积[：:]?总面积|按照来|或的|的等|、年(?:出栏|产|存栏|处理|屠宰|加工)[0-9]|的企业(?:新三板|北交所|主板|创业板|科创板)`)
	// restOfName opens what was one of several by the end of its name only: 一级|支流、某江.
	restOfName = regexp.MustCompile(`^(?:支流|干流|河段|流域|等地|等级|以上|以下|左右)、`)
	// nothing stands before the number of what is not there: 没有|1个乡镇.
	nothing = regexp.MustCompile(`(?:没有|没发生|未发生|未出现|没有发生|没有出现|未漏|不漏|不落|不少|不掉|无)$`)
	// timeAtStart, timeWithin and timeAtEnd are in how many years it was, timeAtEnd also before what was done in them.
	timeAtStart = regexp.MustCompile(`^(?:(?:最近|近|过去|用)(?:` + count + `)年(?:来|以来|间|内|时间)?将?|(?:` + count + `)年完成|.{0,20}[一二三四五]批、)`)
	timeWithin  = regexp.MustCompile(`^[^年：:]{2,8}?([两三四五]年)(?:累计|共)?(?:筹[措集]|投入|新增|完成|建成|改造)`)
	timeAtEnd   = regexp.MustCompile(`(连续第?(?:` + count + `)年(?:均|都)?|全年)(?:$|[：:])`)
	// howDone ends what says how something was done: 高质量|地|完成.
	howDone = regexp.MustCompile(`^地[^区方铁级产下面震质表热市形带勘理道膜貌域暖县税板块票直灾]`)
	// passedMark tells of a measure what it has passed: 进出口|突破百亿美元大关.
	passedMark = regexp.MustCompile(`(?:历史性|首次|成功|连续|先后)*(?:突破|跨越|连跨|迈上|跨上|迈过|跨过|站上|登上)[^，、]{0,10}(?:大关|关口|台阶|[百千万亿]元)$`)
	// endWord belongs to the words that lead up to the number: 产值|实现.
	endWord = regexp.MustCompile(`.{2}((?:[均都已]|现已|均已|全部)?(?:实现|实际|都有|均有|扩|都|均|仍|再|没有?)|[，、]?其中|的?基础上|步伐|(?:今年|明年)?[春夏秋冬]季|今年|明年|(?:统一)?(?:提高|达)到)$`)
	// keptEnd ends a word with what endWord finds.
	keptEnd = regexp.MustCompile(`(?:[平人户亩年月日]均|首都|成都|古都|故都|京都|花都|新都|于都|昌都|丰都|江都|武都|宁都|[国价目自]标实现|就业实现)$`)
	// byWhomGiven opens a name with those who did what is told: 人民|为灾区捐赠.
	byWhomGiven = regexp.MustCompile(`^(?:人民|群众|各族人民|各界|社会各界|人民群众)([为向][^民众])`)
)

// isScrap reports whether a name was cut in the wrong place.
func isScrap(plain string) bool {
	return strings.Contains(plain, "分别") || cutWord.MatchString(plain) || cutEnd.MatchString(plain) || cutWithin.MatchString(plain) || restOfName.MatchString(plain)
}

// ofOthers ends the measure of what a number counts, and that is no name of so many: 7条产业链|产值.
var ofOthers = regexp.MustCompile(`(?:产值|增加值|收入|营收|利润|销售额)$`)

// countsThings reports whether a quantity is how many things there are.
func (q *quantity) countsThings() bool {
	return q.kind == counted && q.unit != "" && strings.Contains("条个家户项", q.unit)
}

// withoutEnds is a name without the words at its ends that are none of it.
func withoutEnds(name string) string {
	plain := script.FoldString(name)
	if length(plain) != length(name) {
		return name
	}
	if m := byWhomGiven.FindStringSubmatchIndex(plain); m != nil {
		name = string([]rune(name)[length(plain[:m[2]]):])
		plain = plain[m[2]:]
	}
	if n := length(timeAtStart.FindString(plain)); n > 0 && n+1 < length(plain) {
		name = string([]rune(name)[n:])
		plain = script.FoldString(name)
	}
	if m := timeWithin.FindStringSubmatchIndex(plain); m != nil {
		name = string([]rune(name)[:length(plain[:m[2]])]) + string([]rune(name)[length(plain[:m[3]]):])
		plain = script.FoldString(name)
	}
	if m := timeAtEnd.FindStringSubmatchIndex(plain); m != nil && m[2] > len("率") {
		name = string([]rune(name)[:length(plain[:m[2]])]) + string([]rune(name)[length(plain[:m[3]]):])
		plain = script.FoldString(name)
	}
	if howDone.MatchString(plain) {
		name, plain = string([]rune(name)[1:]), plain[len("地"):]
	}
	if n := length(passedMark.FindString(plain)); n > 0 {
		name = string([]rune(name)[:length(name)-n])
		plain = script.FoldString(name)
	}
	if m := endWord.FindStringSubmatch(plain); m != nil && !keptEnd.MatchString(plain) {
		name = string([]rune(name)[:length(name)-length(m[1])])
	}
	return strings.TrimRight(name, "：、，")
}
