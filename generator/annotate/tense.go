package annotate

import (
	"regexp"
	"strings"

	"jianzhu/generator/lexicon"
)

// cue is what tells what a sentence says of its time; what the headings around it say,
// indicator knows.
type cue int

const (
	willDo   cue = 1 << iota
	surelyDo     // where all around looks back, too: 将 is 把 there, 计划 a name
	hasDone
	nowDone
	guiding  // it says in whose spirit all is done: every report does so, and it announces nothing
	numbered // it may name a session by its number
	dated    // it may name a year

	opensDone // a phrase that says what has been done may begin with it
	endsDone  // and end
)

var (
	// Folded words that are cues.
	cueWords = func() *lexicon.Lexicon {
		l := &lexicon.Lexicon{}
		add := func(of cue, words string) { l.Add(int(of), strings.Fields(words)...) }
		add(willDo, "将 争取 计划 确保 拟")
		add(willDo|surelyDo, "力争 今年 明年 下一步")
		add(hasDone, "了 成功 顺利 荣获 获评 获得 竣工 投入使用 投入运营 取得 建成 新增")
		add(nowDone, "已经 荣获 获评 取得 成功")
		add(guiding, "为指导 为指引 重要讲话 全会精神 会议精神 四个意识 两个维护 总基调 总要求 关键之年 开局之年 收官之年 最后一年 周年")
		add(numbered, "第")
		add(dated, "20")
		add(opensDone, "通过 实现")
		add(endsDone, "验收 目标")
		for _, verb := range "加推继抓完建实大着积深坚全以把" {
			add(willDo|surelyDo, "要"+string(verb))
		}
		for _, verb := range "经完建全基在有投成开启实" {
			add(hasDone, "已"+string(verb))
		}
		return l
	}()
	donePhrase = regexp.MustCompile(`通过[^,。;]{0,8}验收|实现[^,。;]{0,12}目标`) // in folded text
)

// cuesOf are those of a folded text.
func cuesOf(text []rune) cue {
	found := cue(cueWords.In(text))
	if found.has(opensDone) && found.has(endsDone) && donePhrase.MatchString(string(text)) {
		found |= hasDone
	}
	return found
}

func (c cue) has(one cue) bool { return c&one != 0 }
