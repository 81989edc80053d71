package annotate

import (
	"fmt"
	"strings"
	"testing"

	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// What became of it: reviewed, repeated and not seen again are kept apart, in a
// collection of one place too.
func TestBecameOf(t *testing.T) {
	terms := &glossary.Glossary{Terms: []glossary.Term{{ID: "dian-zi-yan-zhao", Term: "电子执照", Senses: []glossary.Sense{{Definition: "执照的电子形式。"}}}}}
	for _, test := range []struct {
		name string
		gap  int
		plan string
		then string
		want string
	}{
		{"done", 1, "今年将建设甲乙山岭大桥。", "甲乙山岭大桥已经建成通车。", "reviewed 甲乙山岭大桥"},
		{"planned again", 1, "今年将建设甲乙山岭大桥。", "今年要加快建设甲乙山岭大桥。", "repeated 甲乙山岭大桥"},
		{"soon done, in a part that looks back", 1, "今年将建设甲乙山岭大桥。", "一、2017年工作回顾\n甲乙山岭大桥即将建成。", "reviewed 甲乙山岭大桥"},
		{"a plan's name, in a part that looks back", 1, "今年将实施“甲乙万人计划”。", "一、2017年工作回顾\n启动“甲乙万人计划”。", "reviewed 甲乙万人计划"},
		{"planned, in a part that looks back", 1, "今年将建设甲乙山岭大桥。", "一、2017年工作回顾\n甲乙山岭大桥力争下半年建成。", "repeated 甲乙山岭大桥"},
		{"at the end of a plan period", 5, "今年将建设甲乙山岭大桥。", "甲乙山岭大桥已经建成通车。", "reviewed 甲乙山岭大桥"},
		{"later than that", 6, "今年将建设甲乙山岭大桥。", "甲乙山岭大桥已经建成通车。", ""},
		{"later, but as dated", 8, "今年将开工建设甲乙山岭大桥，到2024年建成。", "甲乙山岭大桥已经建成通车。", "reviewed 甲乙山岭大桥"},
		{"the ends of other names", 1, "今年将建成仙林国际医院。", "江北国际医院已经建成。", ""},
		{"and of their beginnings too", 1, "今年将建成仙林湘水国际医院。", "江北湘水国际医院已经建成。", ""},
		{"with the place before it", 1, "今年将建成甲区合用机场。", "合用机场已经建成。", "reviewed 合用机场"},
		{"long, with more before it", 1, "今年将建成乙港国际内陆港物流中心。", "国际内陆港物流中心已经建成。", "reviewed 国际内陆港物流中心"},
		{"behind another verb", 1, "今年将抢抓湘赣边合作示范区机遇。", "深度融入湘赣边合作示范区了。", "reviewed 湘赣边合作示范区"},
		{"another session", 1, "今年将办好第四届甲乙水乡文化节。", "成功举办第五届甲乙水乡文化节。", "repeated 甲乙水乡文化节"},
		{"in whose spirit", 1, "今年要坚持以“甲乙丙”思想为指导，做到“四个意识”。", "我们坚持以“甲乙丙”思想为指导，增强了“四个意识”。", ""},
		{"by a term", 1, "今年将向个体商户发放电子执照，免收全部费用。", "已经向个体商户发放电子执照，免收全部费用。", "reviewed 电子执照 [dian-zi-yan-zhao]"},
		{"a term and nothing else", 1, "今年将推广电子执照。", "已经查验电子执照，市场秩序良好。", ""},
		{"not seen again", 3, "今年将实施“甲乙春风”工程。", "去年完成了各项工作。", "unseen until 2020 甲乙春风"},
		{"seen without its quote marks", 3, "今年将实施“甲乙春风”工程。", "甲乙 春风工程惠及千户了。", "reviewed 甲乙春风工程"},
	} {
		t.Run(test.name, func(t *testing.T) {
			c, _ := Reports([]*report.Report{
				given(t, "a", "省 甲区", 2017, test.plan),
				given(t, "b", "省 甲区", 2017+test.gap, test.then),
			}, terms, &theme.Vocabulary{}, Every)
			kept(t, c)
			var found []string
			for _, p := range c.Promises {
				s := string(p.Relation) + " " + strings.Join(p.Names, "、")
				if len(p.Terms) > 0 {
					s += fmt.Sprint(" ", p.Terms)
				}
				found = append(found, s)
			}
			for _, u := range c.Unseen {
				found = append(found, fmt.Sprintf("unseen until %d %s", u.Until, strings.Join(u.Names, "、")))
			}
			if got := strings.Join(found, "; "); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestUsual: what several places say is not missed in one, however spaces make it
// longer in the source than it is shown.
func TestUsual(t *testing.T) {
	plan := "今年将打造“甲乙苗圃 - 孵化器 - 加速器 - 专业园区”链条。"
	c, _ := Reports([]*report.Report{
		given(t, "a-2017", "省 甲区", 2017, plan), given(t, "a-2018", "省 甲区", 2018, "去年完成了各项工作。"),
		given(t, "b-2017", "省 乙区", 2017, plan), given(t, "b-2018", "省 乙区", 2018, "去年完成了各项工作。"),
	}, &glossary.Glossary{}, &theme.Vocabulary{}, Every)
	if len(c.Unseen) != 0 {
		t.Errorf("missed: %v", c.Unseen)
	}
}
