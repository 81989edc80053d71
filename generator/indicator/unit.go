package indicator

import (
	"slices"
	"strings"
)

// unitKind is what a unit measures, as far as that decides whether a number
// with it is an indicator.
type unitKind int

const (
	counted  unitKind = iota + 1
	share             // %, 倍: of something, or a change
	duration          // an indicator where something is said of its length only
	calendar          // no indicator: dates, numbers, ordinals, grades
)

// units are the units of such reports. Counted things are listed by their
// measure words; the thing itself follows or has gone before.
var units = map[unitKind][]string{
	counted: {
		// money
		"元", "美元", "欧元", "港元", "日元", "元人民币",
		// length, area, volume
		"米", "千米", "公里", "海里", "平方米", "平方公里", "平方千米", "立方米", "方", "立方", "亩", "公顷", "延米", "延长米", "车道公里",
		// mass, energy and what is measured in the air
		"吨", "千克", "公斤", "斤", "克", "担", "吨标准煤", "吨标煤", "千瓦", "千瓦时", "千瓦小时", "度", "兆瓦", "升", "标方", "微克", "毫克", "摄氏度", "标箱", "箱", "手", "千伏安", "兆",
		// people
		"人", "人次", "名", "户", "户次", "位", "口", "对", "例", "人份", "员", "学时",
		// things
		"个", "家", "家次", "件", "项", "项次", "条", "座", "所", "处", "场", "场次", "次", "栋", "幢", "套", "间", "辆", "辆次", "台", "台套", "台次", "部", "艘", "架", "架次", "张", "宗", "起", "份", "篇", "批", "批次", "组", "支", "只", "头", "株", "棵", "盏", "块", "片", "幅", "门", "单", "笔", "根", "杆", "段", "册", "本", "集", "首", "枚", "席", "尾", "羽", "剂", "剂次", "床", "班次", "车次", "航班", "列", "列次", "对次", "颗", "顶", "扇", "口井", "孔", "眼", "面", "期次", "轮次", "款", "桩", "档", "公里次", "人天", "课时", "票", "道", "平",
		"座次", "公里/小时", "分",
		// places and bodies that are counted without a measure word
		"村", "镇", "街道", "社区", "县", "市", "省",
	},
	share:    {"%", "‰", "‱", "倍", "个百分点", "百分点", "个千分点", "个点", "成"},
	duration: {"天", "个工作日", "工作日", "小时", "分钟", "个月", "秒", "岁", "周岁", "个小时", "个自然日"},
	calendar: {"年", "月", "日", "时", "点", "届", "号", "期", "世纪", "级", "周年", "年代", "年度", "月份", "日内", "季度", "版", "强", "字", "类", "楼", "路", "线", "条例", "号线", "栏", "章", "节", "周", "代", "线城市", "千伏", "伏"},
}

// multipliers are what such texts put between number and unit.
var multipliers = []struct {
	word   string
	factor float64
}{
	{"万亿", 1e12}, {"千亿", 1e11}, {"百亿", 1e10}, {"十亿", 1e9}, {"亿", 1e8},
	{"千万", 1e7}, {"百万", 1e6}, {"十万", 1e5}, {"万", 1e4}, {"千", 1e3}, {"百", 1e2},
}

// unitsByRune has the units by their first rune, longest first.
var unitsByRune = func() map[rune][]unitWord {
	table := map[rune][]unitWord{}
	for kind, words := range units {
		for _, w := range words {
			runes := []rune(w)
			table[runes[0]] = append(table[runes[0]], unitWord{w, len(runes), kind})
		}
	}
	for _, words := range table {
		slices.SortFunc(words, func(a, b unitWord) int { return b.length - a.length })
	}
	return table
}()

type unitWord struct {
	word   string
	length int // in code points
	kind   unitKind
}

// unitAt returns the longest unit at a place, or a unitWord of length 0.
func (l *line) unitAt(i int) unitWord {
	for _, u := range unitsByRune[l.at(i)] {
		if l.has(i, u.word) {
			return u
		}
	}
	return unitWord{}
}

// multiplierAt returns how long the multiplier at a place is, or 0.
func (l *line) multiplierAt(i int) int {
	for _, m := range multipliers {
		if l.has(i, m.word) {
			return len([]rune(m.word))
		}
	}
	return 0
}

// cutMultiplier splits a unit as printed: 万平方米 is 平方米, ten thousand times.
func cutMultiplier(unit string) (float64, string) {
	if _, isUnit := plainUnit(unit); isUnit {
		return 1, unit
	}
	for _, m := range multipliers {
		if rest, ok := strings.CutPrefix(unit, m.word); ok {
			return m.factor, rest
		}
	}
	return 1, unit
}

func plainUnit(unit string) (unitKind, bool) {
	for kind, words := range units {
		if slices.Contains(words, unit) {
			return kind, true
		}
	}
	return 0, false
}
