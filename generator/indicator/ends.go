package indicator

import (
	"strings"

	"jianzhu/generator/pattern"
	"jianzhu/generator/script"
)

var (
	// noteMark leads to a note: 主导产业[9].
	noteMark = pattern.MustCompile(`[\[【〔（(][0-9]{1,3}[\]】〕）)]`)
	// byWhom says, in parentheses, who is to do something.
	byWhom = pattern.MustCompile(`[（(][^（(）)]*(?:单位|部门|责任)[^）)]*[）)]?`)
	// listMark begins an item of a list: （八）, 三、; but not 一、二、三产业.
	listMark = pattern.MustCompile(`^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)([^一二三四五六七八九十])`)
	// timeAtStart and timeAtEnd are in how many years it was.
	timeAtStart = pattern.MustCompile(`^(?:(?:最近|近|过去|用)(?:` + count + `)年(?:来|以来|间|内|时间)?将?|(?:` + count + `)年完成)(.)`)
	timeAtEnd   = pattern.MustCompile(`.(连续第?(?:` + count + `)年(?:均|都)?|全年)$`)
	// leadingEnd belongs to the words that lead up to the number: 产值|实现, 余额|均.
	leadingEnd = pattern.MustCompile(`.{2}(` +
		`(?:[均都已]|现已|均已|全部)?(?:实现|实际|都有|均有|扩|都|均|仍|再|没有?)|[，、]?其中|的?基础上|步伐|` +
		`(?:今年|明年)?[春夏秋冬]季|今年|明年|(?:统一)?(?:提高|达)到|每人|` +
		`(?:在?[一两二三四五]?年内|年底前|春节前|年前)可?)$|` +
		`.[^于比较至到自从](年[末底初]|[0-9]{1,2}月[末底])$|[^为除终未罢受结](了)$|[^许认]((?:预计)?可)$`)
	// wordAtEnd ends in what leadingEnd finds and is a word.
	wordAtEnd = pattern.MustCompile(`(?:[平人户亩年月日]均|首都|成都|古都|故都|京都|花都|新都|于都|昌都|丰都|江都|武都|宁都|[国价目自]标实现|就业实现)$`)
	// soMany opens the name of a rate with how many it is of: 14个|断面水质优良比例.
	soMany = pattern.MustCompile(`^([0-9]+[个條条家座項项件所處处])[^，、]*率$`)
)

// withoutEnds is a name without what stands at its ends and is none of it: marks, and words of
// time and of those that lead up to the number; "" where it is longer than a name can be.
func withoutEnds(name string) string {
	if strings.ContainsAny(name, "[【〔（(") {
		name = byWhom.ReplaceAllString(noteMark.ReplaceAllString(name, ""), "")
	}
	name = strings.Trim(name, "、，,;；:： .。―—-")
	plain := script.FoldString(name)
	if length(plain) != length(name) || length(name) > longestName {
		return ""
	}
	runes := []rune(name)
	for _, opening := range []*pattern.Pattern{listMark, timeAtStart} {
		if m := opening.FindStringSubmatchIndex(plain); m != nil {
			runes, plain = runes[length(plain[:m[2]]):], plain[m[2]:]
		}
	}
	if m := soMany.FindStringSubmatch(plain); m != nil {
		runes, plain = runes[length(m[1]):], plain[len(m[1]):]
	}
	for _, ending := range []*pattern.Pattern{leadingEnd, timeAtEnd} {
		if m := ending.FindStringSubmatch(plain); m != nil && len(runes) > 3 && !wordAtEnd.MatchString(plain) {
			end := strings.Join(m[1:], "")
			runes, plain = runes[:len(runes)-length(end)], strings.TrimSuffix(plain, end)
		}
	}
	return strings.TrimRight(string(runes), "：、，")
}
