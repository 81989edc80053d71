package word_test

import (
	"strings"
	"testing"

	"jianzhu/generator/word"
)

// read writes a reading: words joined, / before a reading that is as well possible.
func read(text string) string {
	var b strings.Builder
	for _, s := range word.Read([]rune(text)) {
		if s.Begins && b.Len() > 0 {
			b.WriteByte(' ')
		} else if s.Linked {
			b.WriteByte('-')
		}
		b.WriteString(s.Pinyin)
		if s.Other != "" {
			b.WriteString("/" + s.Other)
		}
	}
	return b.String()
}

func TestRead(t *testing.T) {
	for text, want := range map[string]string{
		"":      "",
		"PPP":   "",
		"重庆经验":  "chóngqìng jīngyàn",
		"重复建设":  "chóngfù jiànshè",
		"重阳节":   "chóngyángjié",
		"长三角":   "chángsānjiǎo",
		"长江经济带": "chángjiāng jīngjìdài",
		"长效机制":  "chángxiào jīzhì",
		"厦门模式":  "xiàmén móshì",
		"西藏":    "xīzàng",
		"台州":    "tāizhōu",
		"都江堰":   "dūjiāngyàn",
		"番禺":    "pānyú",
		"东阿":    "dōngē",
		"一带一路":  "yīdài yīlù",
		"不忘初心":  "bù wàng chū xīn",
		"银行":    "yínháng",
		"行政审批":  "xíngzhèng shěnpī",
		"河长制":   "hé zhǎng/cháng zhì",
		"八项规定":  "bā xiàng guīdìng",
		"互联网":   "hùliánwǎng",
		"四个中心":  "sì gè zhōngxīn",
		"两个健康":  "liǎng gè jiànkāng",
		"三个代表":  "sān gè dàibiǎo",
		"一村一品":  "yī cūn yī pǐn",
		"四大工程":  "sì dà gōngchéng",
		"七园五馆":  "qī yuán wǔ guǎn",
		"第一书记":  "dì-yī shūjì",
		"第三产业":  "dì-sān chǎnyè",
		"一会一节":  "yī huì yī jié",
		"一线口岸":  "yīxiàn kǒuàn",
		"百万工程":  "bǎiwàn gōngchéng",
		"线上企业":  "xiànshàng qǐyè",
		"领导班子":  "lǐngdǎo bānzi",
		"高速公路":  "gāosù gōnglù",
		"社会主义":  "shèhuì zhǔyì",
		"丝绸之路":  "sīchóu zhī lù",
		"生活圈":   "shēnghuóquān",
		"承诺制":   "chéngnuòzhì",
		"应保尽保":  "yīng/yìng bǎo jìn/jǐn bǎo",
		"造血":    "zàoxuè",
		"卡脖子":   "qiǎbózi",
	} {
		if got := read(text); got != want {
			t.Errorf("%s is read %s, want %s", text, got, want)
		}
	}
}
