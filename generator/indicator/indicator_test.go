package indicator

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"jianzhu/generator/cases"
	"jianzhu/generator/growth"
	"jianzhu/generator/report"
)

// TestCases finds the indicators of made-up reports.
func TestCases(t *testing.T) {
	cases.Run(t, "testdata/cases/*.txtar", func(t *testing.T, c *cases.Case) {
		c.Want(t, rendering(parsed(t, c.Text("report.yaml"), c.Text("report.txt"))))
	})
}

func parsed(t testing.TB, meta, text string) *report.Report {
	t.Helper()
	m, problems := report.ReadMeta("report.yaml", []byte(meta))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	r, _ := report.Parse("case", []byte(text), m) // what is odd about the text is not ours to say
	if r == nil {
		t.Fatal("no report")
	}
	return r
}

// rendering has a line for each indicator: line, name or 「quotation」, value and unit, what
// qualifies it, result or target, + for a change, yearly for one a year, period.
func rendering(r *report.Report) string {
	var b strings.Builder
	for _, i := range Find(r) {
		change := ""
		if i.Growth {
			change = "+"
		}
		if i.Yearly {
			change = "+ yearly"
		}
		if i.Total {
			change += " total"
		}
		if i.Property != "" {
			change += " " + i.Property
		}
		name := i.Name
		if i.Quote != "" {
			name = "「" + i.Quote + "」"
		}
		fmt.Fprintln(&b, strings.Join(strings.Fields(fmt.Sprintf("%d %s | %s%s %s | %s%s %s", i.Line, name, i.Value, i.Unit, strings.Join(i.Modifiers(), "、"), i.Kind, change, i.Period)), " "))
	}
	return b.String()
}

// TestFigures wants numbers that are no indicators left alone.
func TestFigures(t *testing.T) {
	for _, text := range []string{
		"2016年8月18日，第12次会议召开。",
		"贯彻落实《规划纲要(2015-2020年)》和国发〔2022〕14号文件，办好第5届运动会。",
		"实施“572”培育计划、“3·15·60”体系、“10+2”活动、3+2+N产业集群。",
		"打造15分钟便民生活圈，提供24小时自助服务，全程2天内办结。",
		"引进世界500强企业，推广5G、PM2.5监测和3D打印，入驻Z28时尚硅谷。",
		"开展1%人口抽样调查，创建4A级景区，建成110千伏变电站。",
		"十大民生工程、三大攻坚战、一号文件、八项规定、“五位一体”。",
		"电话：0411-84500000，邮编116021，网址www.example.cn/2016/07601。",
		"1.抓产业。(2)抓民生。③抓稳定。",
		"体坛路21号、地铁11号线、35路公交、1号桥、2号楼。",
		"对5000万元以上项目实行领导包联。",
		"12:40开会，比分3:2。",
		"为第十三个五年规划、建党100周年献礼。",
		"总量居全省第3位，蝉联3连冠。",
		"各10%。",
	} {
		if got := rendering(parsed(t, "title: 某报告\nyear: 2016", "各位代表：\n一、工作\n"+text+"以下各项都要抓紧抓好，不得有误。\n")); got != "" {
			t.Errorf("%s has indicators:\n%s", text, got)
		}
	}
}

// TestLimits reads each word that qualifies a number from before as such, and
// leaves alone each that only ends in one.
func TestLimits(t *testing.T) {
	modifiers := func(word string) string {
		var all []string
		for _, i := range Find(parsed(t, "title: 某报告\nyear: 2016", "各位代表：\n一、工作\n全区投资"+word+"3000万元。以下各项都要抓紧抓好，不得有误。\n")) {
			all = append(all, i.Modifiers()...)
		}
		return strings.Join(all, "、")
	}
	for _, word := range lists["limits"] {
		if got := modifiers(word); got != word {
			t.Errorf("%s is read as %q", word, got)
		}
	}
	for _, word := range lists["notLimits"] {
		if got := modifiers(word); got != "" {
			t.Errorf("%s qualifies the number: %q", word, got)
		}
	}
}

// FuzzFind wants indicators to stand where they say, whatever the text.
func FuzzFind(f *testing.F) {
	for _, c := range cases.All(f, "testdata/cases/*.txtar") {
		f.Add(c.Text("report.txt"), 2016)
	}
	f.Add("由1至2、3、4分别为5和6:7%均达-1,234.5-6余万亿元/亩以上的\ufeff　９", 0)
	f.Fuzz(func(t *testing.T, text string, year int) {
		r, _ := report.Parse("fuzz", []byte(text), report.Meta{Title: "某报告", Year: year})
		if r == nil {
			t.Skip("no text")
		}
		last := 0
		for _, i := range Find(r) {
			line := []rune(r.Line(i.Line))
			switch {
			case i.Line < last:
				t.Errorf("line %d after %d", i.Line, last)
			case i.Column < 0 || i.Column >= i.End || i.End > len(line):
				t.Fatalf("columns %d–%d of %d: %+v", i.Column, i.End, len(line), i)
			case (i.Name == "") == (i.Quote == "") || i.Value == "" || length(i.Name) > 2*longestName:
				t.Errorf("%+v", i)
			case !quotes(text, i.Quote):
				t.Errorf("the text does not say %q", i.Quote)
			case !slices.Contains(report.IndicatorKinds, i.Kind):
				t.Errorf("kind %q", i.Kind)
			case !strings.HasPrefix(foldPlain(string(line[i.Column:i.End])), foldPlain(i.Value)):
				t.Errorf("%q is not at %q", i.Value, string(line[i.Column:i.End]))
			}
			if number, unit, ok := Scale(i.Value, i.Unit); ok && number != number {
				t.Errorf("%s %s is %v %s", i.Value, i.Unit, number, unit)
			}
			if key := Name(i.Name); Name(key) != key {
				t.Errorf("the name of %q changes: %q", i.Name, Name(key))
			}
			last = i.Line
		}
	})
}

// What repeats itself within a sentence costs as it is long.
func TestGrowth(t *testing.T) {
	for _, part := range []string{"1、", "增长1%", "达", "由1至", "的", "(1", "“1", "占比1%,", "1.", "x", "A、", "共1个", "2016年1个", "1:", "1,234", "《", "1至", "全区"} {
		t.Run(part, func(t *testing.T) {
			growth.Linear(t, 3000, func(n int) {
				Find(parsed(t, "title: 某报告\nyear: 2016", "各位代表：\n一、工作\n某某分别为"+strings.Repeat(part, n)+"个均为1%。\n"))
			})
		})
	}
}

func BenchmarkFind(b *testing.B) {
	r := byRules(b, "zhongshan-xiqu-145")
	for b.Loop() {
		Find(r)
	}
}

// quotes reports whether a text has a quotation, but for white space.
func quotes(text, quote string) bool {
	return strings.Contains(spaceless(report.DisplayString(text)), quote)
}

// TestAtEnd: a line that ends within a word has nothing of it.
func TestAtEnd(t *testing.T) {
	l := newWording("增长9%的目")
	if n := index([]string{"目标"}, true).from(l, 5, longestName); n != 0 {
		t.Errorf("got %d", n)
	}
}
