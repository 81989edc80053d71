package report

import (
	"strings"
	"unicode/utf8"

	"jianzhu/generator/pattern"
)

var (
	// experience of a slogan is that of those who stand before it: 推广甲、乙、丙、丁“四好农村路”经验.
	experience = pattern.MustCompile(`^(?:成功|先进|典型)?(?:经验|做法)`)
	// laidDown comes before parts that others have laid down: 中央提出的|去产能、去库存、去杠杆“三去”.
	laidDown = pattern.MustCompile(`(?:提出|部署|确定|明确|要求|制定|规划|推出|作出)的$`)
	// stage of a work that a slogan names has others like those before it: 甲、乙和丙防沙等“三北”六期工程.
	stage = pattern.MustCompile(`^[一二三四五六七八九十]期`)
	// become ends a clause that says what parts came to together.
	become = pattern.MustCompile(`(?:同比|全部|均|都)*(?:实现|做到|达到|形成)$`)
	// awarded ends the last of those to whom a slogan is given: 甲、乙、丙、丁获评全国“四好农村路”示范县.
	awarded = pattern.MustCompile(`(?:获评|获批|荣获|荣膺|获得|获|入选|入围|列入|评为|命名为|授予|跻身|成为)(?:为|国家级?|全国|全省|全区|全市|省级|市级|首批)*$`)
)

// echoed reports whether parts are what a slogan counts by each of its nouns: 空港、
// 河港、公路网 are 两港一网.
func echoed(parts []string, word []rune) bool {
	total := 0
	for i, r := range word {
		n := counting[r]
		if n == 0 {
			continue
		}
		if i+1 == len(word) || counting[word[i+1]] > 0 || i > 0 && counting[word[i-1]] > 0 {
			return false
		}
		has := 0
		for _, part := range parts {
			if strings.ContainsRune(part, word[i+1]) {
				has++
			}
		}
		if has != n {
			return false
		}
		total += n
	}
	return total > 1 && total == len(parts)
}

// calledSo is where in the first of some parts the name begins with which all do, if it is what the
// slogan counts: 部署|稳就业、稳金融、稳外贸的“三稳”.
func calledSo(parts []string, word []rune) (at int, ok bool) {
	what := strings.TrimLeft(string(word[1:]), "个大项类种")
	before, _, ok := strings.Cut(parts[0], what)
	for _, p := range parts[1:] {
		ok = ok && strings.HasPrefix(p, what)
	}
	return utf8.RuneCountInString(before), ok && what != ""
}

// partsBefore is where the parts begin that stand directly before a slogan and are
// as many as it counts; where it counts two, or two kinds, they are also called as it says.
func partsBefore(f form, open int, word []rune) (from, to int, ok bool) {
	count, echo := countedBefore(word)
	if count < 2 || open < 2*count {
		return 0, 0, false
	}
	behind := f.from(open + len(word) + 2).text
	if experience.MatchString(behind) {
		return 0, 0, false
	}
	end, to, of := partsEnd(f, open)
	if to < 2*count || of && echo || end < to && stage.MatchString(behind) {
		return 0, 0, false
	}
	if from, ok = clauseOfParts(f, end, count); !ok {
		return 0, 0, false
	}
	parts := strings.Split(string(f.runes[from:end]), "、")
	if parts[0] == "" {
		return 0, 0, false // (甲山)、乙山、丙山“三山”
	}
	parts = append(parts[:len(parts)-1], partsIn(parts[len(parts)-1])...)
	switch {
	case len(parts) != count, strings.ContainsRune("和与及向对于把将种类批即", f.runes[end-1]), awarded.MatchString(parts[count-1]):
		return 0, 0, false
	case echo && !echoed(parts, word), !echo && attributes(parts), !of && outgrown(parts):
		return 0, 0, false
	}
	if of {
		at, ok := calledSo(parts, word)
		return from + at, to, ok
	}
	return from + deedBefore(parts), to, true
}

// countedBefore is how many parts a slogan counts; echo where these are so few, or of such
// kinds, that they are to be called as it says.
func countedBefore(word []rune) (count int, echo bool) {
	if count = partsOf(word); count >= fewestBefore {
		return count, false
	}
	count = 0
	for _, r := range word {
		count += counting[r]
	}
	return count, true
}

// partsEnd is where the parts end that stand before a slogan: before what they came to together,
// 面积、单产、总产|实现“三增”, before the 的 behind them, and, with the end of all that is said, before 等.
func partsEnd(f form, open int) (end, to int, of bool) {
	open -= utf8.RuneCountInString(become.FindString(f.span(max(0, open-6), open).text))
	if of = open > 0 && f.runes[open-1] == '的'; of {
		open--
	}
	if open > 0 && f.runes[open-1] == '等' { // 甲、乙、丙等“三大工程”
		return open - 1, open, of
	}
	return open, open, of
}

// clauseOfParts is where the clause begins whose end are so many parts.
func clauseOfParts(f form, end, count int) (from int, ok bool) {
	marks := 0
	for from = end; from > 0 && end-from <= count*(longestBefore+1); from-- {
		if strings.ContainsRune(",。;:!?()“”《》的等", f.runes[from-1]) || isDigit(f.runes[from-1]) {
			break
		}
		if f.runes[from-1] == '、' {
			marks++
		}
	}
	if from > 1 && f.runes[from-1] == '”' && strings.ContainsRune("和与", f.runes[from]) {
		from++ // “四化”和资金、政策、要素“三下沉”
	} else if from > 0 && !strings.ContainsRune(",。;:)", f.runes[from-1]) && !laidDown.MatchString(f.span(max(0, from-4), from).text) {
		return 0, false
	}
	if marks < count-2 || marks >= count {
		return 0, false
	}
	if counting[f.runes[from]] > 0 && f.runes[from+1] == '是' { // 一是以甲、乙“两新”
		from += 2
	}
	return from, true
}

// outgrown reports whether one of some parts is empty or too long: the last may be, beside
// those between it and the first, which has a verb before it (全市、全省、全国综合治理工作“三无”).
func outgrown(parts []string) bool {
	longest := 0
	for i, p := range parts[1:] {
		n := utf8.RuneCountInString(p)
		if n == 0 || n > longestBefore || i == len(parts)-2 && i > 0 && n > 2*longest+2 {
			return true
		}
		longest = max(longest, n)
	}
	return false
}

// attributes reports whether the last of some parts stands before the slogan for itself, as
// what that is of, and so is none of them: 全额资助城乡低保、农村五保、城镇|“三无”人员.
func attributes(parts []string) bool {
	if utf8.RuneCountInString(parts[len(parts)-1]) > 2 {
		return false
	}
	for _, p := range parts[1 : len(parts)-1] {
		if utf8.RuneCountInString(p) < 4 {
			return false
		}
	}
	return true
}
