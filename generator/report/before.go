package report

import (
	"strings"
	"unicode/utf8"

	"jianzhu/generator/lexicon"
	"jianzhu/generator/pattern"
)

var (
	// experience of a slogan is that of those who stand before it: 推广甲、乙、丙、丁“四好农村路”经验.
	experience = pattern.MustCompile(`^(?:成功|先进|典型)?(?:经验|做法)`)
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

// partsBefore is where the parts begin that stand directly before a slogan and are
// as many as it counts; where it counts two, or two kinds, they are also called as it says.
func partsBefore(f form, open int, word []rune) (from, to int, ok bool) {
	count := partsOf(word)
	echo := count < fewestBefore
	if echo {
		count = 0
		for _, r := range word {
			count += counting[r]
		}
	}
	if count < 2 || open < 2*count || experience.MatchString(f.from(open+len(word)+2).text) {
		return 0, 0, false
	}
	open -= utf8.RuneCountInString(become.FindString(f.span(max(0, open-6), open).text)) // 面积、单产、总产|实现“三增”
	if to = open; open < 2*count {
		return 0, 0, false
	}
	if f.runes[open-1] == '等' { // 甲、乙、丙等“三大工程”
		open--
	}
	marks := 0
	for from = open; from > 0 && open-from <= count*(longestBefore+1); from-- {
		if strings.ContainsRune(",。;:!?()“”《》的等", f.runes[from-1]) || isDigit(f.runes[from-1]) {
			break
		}
		if f.runes[from-1] == '、' {
			marks++
		}
	}
	if from > 1 && f.runes[from-1] == '”' && strings.ContainsRune("和与", f.runes[from]) {
		from++ // “四化”和资金、政策、要素“三下沉”
	} else if from > 0 && !strings.ContainsRune(",。;:)", f.runes[from-1]) {
		return 0, 0, false
	}
	if marks < count-2 || marks >= count {
		return 0, 0, false
	}
	if counting[f.runes[from]] > 0 && f.runes[from+1] == '是' { // 一是以甲、乙“两新”
		from += 2
	}
	parts := strings.Split(string(f.runes[from:open]), "、")
	parts = append(parts[:len(parts)-1], partsIn(parts[len(parts)-1])...)
	if len(parts) != count || strings.ContainsRune("和与及向对于把将种类批", f.runes[open-1]) || awarded.MatchString(parts[count-1]) || echo && !echoed(parts, word) || !echo && attributes(parts) {
		return 0, 0, false
	}
	longest := 0 // of those between the first, which has a verb before it, and the last
	for i, p := range parts[1:] {
		n := len([]rune(p))
		if n == 0 || n > longestBefore || i == count-2 && i > 0 && n > 2*longest+2 {
			return 0, 0, false // 全市、全省、全国综合治理工作“三无”
		}
		longest = max(longest, n)
	}
	return from + deedBefore(parts), to, true
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

// deedBefore is the length of what is done to the parts, which the first has before it: 推动|产业、
// 创业、就业“三业联动”. Where all of them have something of their own, each is a part as it stands.
func deedBefore(parts []string) int {
	shortest, all := longestMeant, true
	for _, p := range parts[1:] {
		word := []rune(p)
		shortest = min(shortest, len(word))
		n, _ := deeds.Begins(word)
		all = all && n > 0 && n < len(word)
	}
	first := []rune(parts[0])
	for at := 0; ; {
		n, sort := deeds.Begins(first[at:])
		if at > 0 && n == 0 && at < len(first) && strings.ContainsRune("了起着", first[at]) {
			n = 1
		}
		rest := len(first) - at - n
		if n == 0 || rest < min(2, shortest) || sort == mayName && rest < shortest {
			return at
		}
		if own, _ := deeds.Begins(first[at+n:]); all && own == 0 {
			return at
		}
		at += n
	}
}

// deeds are words by which a clause says what is done, and how, by whom; some also begin
// the name of a part: 建设规划.
var deeds = func() *lexicon.Lexicon {
	l := lexicon.Of(`
	我们 各级 全市 我市 全省 我省 始终 自觉 全面 全力 大力 着力 深入 加快 持续 继续 不断 积极 统筹 扎实 切实 系统 稳步
	逐步 强力 严格 努力 坚决 坚定不移 同步 协同 一体 突出 有效 认真 高质量 高标准 进一步 更好 充分 牢牢 科学 高度 按照 通过 以 即 指
	推进 推动 促进 实施 开展 展开 坚持 完善 深化 打造 构建 建立 健全 形成 强化 加强 聚焦 围绕 抓好 抓实 抓住 狠抓 紧抓
	做好 做强 做优 做大 做到 打好 打赢 念好 落实 压实 弘扬 实行 推行 施行 营造 注重 增强 实现 完成 划定 攻坚
	守好 守住 坚守 严守 明确 发挥 扭住 用好 采取 组织好 把握 补齐 吸引 贯彻 争创
	总结推广 集成推广 推广 叫响 壮大 用活 共同构成
	接续 启动 重塑 紧盯 紧紧 解决 解决好 掌控 掌控好`)
	l.Add(mayName, strings.Fields(`建设 发展 培育 培养 优化 提升 提高 重视 组织 探索 保持 拓展 改善 创建`)...)
	return l
}()

const mayName = 2
