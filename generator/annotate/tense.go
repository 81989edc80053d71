package annotate

import (
	"regexp"
	"strings"
)

// cue is what tells a sentence: one of some words or, where it has none, a pattern.
// Words are far sooner looked for.
type cue struct {
	words   []string
	pattern *regexp.Regexp // nil for none
}

func (c cue) in(text string) bool {
	for _, w := range c.words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return c.pattern != nil && c.pattern.MatchString(text)
}

// What a sentence says of its time, folded; what the headings around it say,
// indicator knows.
var (
	willDo = cue{
		strings.Fields("将 力争 争取 计划 确保 拟 今年 明年 下一步"),
		regexp.MustCompile(`要[加推继抓完建实大着积深坚全以把]`),
	}
	hasDone = cue{
		strings.Fields("了 成功 顺利 荣获 获评 获得 竣工 投入使用 投入运营 取得 建成 新增"),
		regexp.MustCompile(`已[经完建全基在有投成开启实]|通过[^，。；]{0,8}验收|实现[^，。；]{0,12}目标`),
	}
	nowDone = cue{words: strings.Fields("已经 荣获 获评 取得 成功")}
)

// guiding are words of sentences that say in whose spirit all is done: every report
// has them, and they announce nothing.
var guiding = cue{words: strings.Fields("为指导 为指引 重要讲话 全会精神 会议精神 四个意识 两个维护 总基调 总要求 关键之年 开局之年 收官之年 周年")}
