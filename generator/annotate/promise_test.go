package annotate

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"jianzhu/generator/glossary"
	"jianzhu/generator/indicator"
	"jianzhu/generator/report"
	"jianzhu/generator/script"
	"jianzhu/generator/theme"
)

// kept are laws of promises, for every corpus.
func kept(t *testing.T, c *Corpus) {
	t.Helper()
	made, led := map[*report.Report]int{}, map[*report.Report]int{}
	for _, p := range c.Promises {
		from, to := p.Earlier.Report, p.Later.Report
		made[from]++
		led[to]++
		if placeKey(from.Meta.Region) != placeKey(to.Meta.Region) || from.Meta.Year >= to.Meta.Year {
			t.Errorf("%s:%d: %s is no later report of its place", from.Slug, p.Earlier.Line, to.Slug)
		}
		if len(p.Names) == 0 || made[from] > mostPromises || led[to] > mostPromises {
			t.Errorf("%s:%d: names %q, the %d of its report", from.Slug, p.Earlier.Line, p.Names, made[from])
		}
		for _, s := range []Said{p.Earlier, p.Later} {
			text := report.Show(s.Report.Lines[s.Line-1].Text)
			whole := text.Between(s.Column, s.End)
			if part := strings.Trim(s.Text, "…"); part == "" || !strings.Contains(whole, part) {
				t.Errorf("%s:%d: %q is not in %q", s.Report.Slug, s.Line, part, whole)
			}
			last := 0
			for _, m := range s.Marks {
				if m.Start < last || m.End <= m.Start || m.End > len([]rune(s.Text)) {
					t.Errorf("%s:%d: mark %v in %q", s.Report.Slug, s.Line, m, s.Text)
				}
				last = m.End
			}
			if last == 0 {
				t.Errorf("%s:%d: nothing marked", s.Report.Slug, s.Line)
			}
		}
	}
}

// given makes a report of a place from its lines.
func given(t *testing.T, slug, place string, year int, lines ...string) *report.Report {
	t.Helper()
	meta := report.Meta{Title: slug, Year: year, Region: report.Region{Path: strings.Fields(place)}}
	r, problems := report.Parse(slug, []byte(strings.Join(lines, "\n")), meta)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return r
}

// TestTargets pairs targets with results of later reports for the same time.
func TestTargets(t *testing.T) {
	earlier := given(t, "a-2016", "省 甲区", 2016, "今年生产总值增长7%。税收增长5%。出口增长3%。")
	later := given(t, "a-2017", "省 甲区", 2017, "过去一年,生产总值增长6.8%,", "税收增长4%。")
	same := given(t, "c-2016", "省 甲区", 2016, "过去一年,出口增长2.5%。") // no later one
	other := given(t, "b-2017", "省 乙区", 2017, "过去一年,税收增长3%。")
	value := func(r *report.Report, line int, name, number string, kind report.IndicatorKind, period string) {
		text := r.Lines[line-1].Text
		at := len([]rune(text[:strings.Index(text, number)]))
		i := indicator.Given(report.IndicatorDecision{Name: name, Value: number, Unit: "%", Kind: kind, Growth: true, Period: period}, number+"%")
		i.Line, i.Column, i.End = line, at, at+len(number)+1
		r.Indicators = append(r.Indicators, i)
	}
	value(earlier, 1, "生产总值", "7", report.Target, "2016")
	value(earlier, 1, "税收", "5", report.Target, "2016")
	value(later, 1, "生产总值", "6.8", report.Result, "2016")
	value(later, 2, "税收", "4", report.Result, "2015")
	value(earlier, 1, "出口", "3", report.Target, "2016")
	value(same, 1, "出口", "2.5", report.Result, "2016")
	value(other, 1, "税收", "3", report.Result, "2016")

	c := &Corpus{Reports: []*report.Report{earlier, same, later, other}}
	c.Indicators, c.measured = indicators(c.Reports, canonicals{})
	c.follow()
	c.Promises = c.promises()
	kept(t, c)
	if len(c.Promises) != 1 {
		t.Fatalf("%d promises", len(c.Promises))
	}
	p := c.Promises[0]
	got := fmt.Sprint(p.Names, " ", describeSaid(p.Earlier), " ", describeSaid(p.Later))
	if want := "[生产总值] a-2016:1:0-11 今年生产总值增长[7%]。 a-2017:1:0-16 过去一年，生产总值增长[6.8%],"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestTargetsOfOneSentence puts two sentences beside each other once, with all that one
// sets and the other tells; where the sentences are long, what is shown at once.
func TestTargetsOfOneSentence(t *testing.T) {
	far := strings.Repeat("各项工作扎实推进,", 40)
	earlier := given(t, "a-2016", "省 甲区", 2016, "今年生产总值增长7%,税收增长5%,"+far+"出口增长3%。")
	later := given(t, "a-2017", "省 甲区", 2017, "去年税收增长6%,生产总值增长6.8%,出口增长2.5%。")
	value := func(r *report.Report, name, number string, kind report.IndicatorKind) {
		text := r.Lines[0].Text
		at := len([]rune(text[:strings.Index(text, name+"增长"+number)])) + len([]rune(name+"增长"))
		i := indicator.Given(report.IndicatorDecision{Name: name, Value: number, Unit: "%", Kind: kind, Growth: true, Period: "2016"}, number+"%")
		i.Line, i.Column, i.End = 1, at, at+len(number)+1
		r.Indicators = append(r.Indicators, i)
	}
	for name, numbers := range map[string][2]string{"生产总值": {"7", "6.8"}, "税收": {"5", "6"}, "出口": {"3", "2.5"}} {
		value(earlier, name, numbers[0], report.Target)
		value(later, name, numbers[1], report.Result)
	}
	c := &Corpus{Reports: []*report.Report{earlier, later}}
	c.Indicators, c.measured = indicators(c.Reports, canonicals{})
	c.follow()
	c.Promises = c.promises()
	kept(t, c)
	var got []string
	for _, p := range c.Promises {
		got = append(got, fmt.Sprint(p.Names, len(p.Earlier.Marks), len(p.Later.Marks)))
	}
	if want := "[生产总值 税收] 2 2; [出口] 1 1"; strings.Join(got, "; ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, "; "), want)
	}
}

// TestSparing keeps the best where there are many.
func TestSparing(t *testing.T) {
	var plan, review []string
	for i := range 3 * mostPromises {
		bridge := string([]rune("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥金银铜铁锡铅汞钠镁铝硅磷硫氯")[i:i+1]) + "山岭大桥"
		plan = append(plan, "今年将建设"+bridge+"项目。")
		review = append(review, bridge+"已经通车。")
	}
	c := &Corpus{Reports: []*report.Report{
		given(t, "a-2016", "省 甲区", 2016, plan...),
		given(t, "a-2017", "省 甲区", 2017, review...),
		given(t, "a-2018", "省 甲区", 2018, review...),
	}}
	c.Promises = c.promises()
	kept(t, c)
	if len(c.Promises) != mostPromises {
		t.Errorf("%d promises", len(c.Promises))
	}
}

// TestLongNames shows a part of what is too long to be shown: no name or number of
// a report is so, but a text may have one.
func TestLongNames(t *testing.T) {
	figures, quotes := strings.Repeat("9", 3*reach), strings.Repeat("’", 3*reach)
	for plan, review := range map[string]string{
		"今年生产总值达到" + figures + "亿元。": "去年生产总值达到" + figures + "亿元。",
		"今年将建设甲乙" + quotes + "山岭大桥。": "甲乙" + quotes + "山岭大桥已经通车。",
	} {
		c, _ := Reports([]*report.Report{
			given(t, "a-2016", "省 甲区", 2016, plan),
			given(t, "a-2017", "省 甲区", 2017, review),
		}, &glossary.Glossary{}, &theme.Vocabulary{}, Every)
		kept(t, c)
		if len(c.Promises) != 1 {
			t.Errorf("%s: %d promises", plan, len(c.Promises))
		}
	}
}

func TestNames(t *testing.T) {
	for text, want := range map[string]string{
		"推进马山片区旧城改造征收工作":                 "马山片 马山片区 马山片区旧城 马山片区旧城改造",
		"升级改造隆昌悦生田园健身径":                  "隆昌悦生田园健身径",
		"全力推进西区医院创建二甲医院":                 "西区医院 西区医院创建二甲医院",
		"落实“一区两制”改革和《西区工作要点》":            "一区两制 西区工作要点",
		"完成三旧改造、公共服务中心和道路工程":             "",
		"推进網際網路建設，改善農村和道路，提升村容村貌":        "",
		"要按照建立社会主义市场经济体制的要求，充分利用农村资源":    "",
		"“说，做”，“太长的引语说了又说更加不像是一个什么样的名称”": "",
	} {
		longest := map[int32]string{}
		for _, x := range names([]rune(text), []rune("西区")) {
			if longest[x.end] == "" {
				longest[x.end] = string(x.spelt([]rune(text)))
			}
		}
		var got []string
		for end := range int32(len(text)) {
			if key := longest[end]; key != "" {
				got = append(got, key)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q", text, got)
		}
	}
}

// TestNameBegins looks at where names begin, and end: at no place that a word goes on over,
// which would be shown as a name where two texts share no more.
func TestNameBegins(t *testing.T) {
	for _, test := range []struct{ text, begins, not string }{
		{"支持深圳职业技术学院扩建", "深圳职业技术学院", "圳职业技术学院"},
		{"价格由市场决定", "价格由市场", "格由市场"},
		{"优质蔬菜产业示范区", "优质蔬菜产业示范区", "质蔬菜产业示范区"},
		{"开工建设城镇生活垃圾处理厂", "垃圾处理厂", "圾处理厂"},
		{"推进马山片区旧城改造", "马山片区旧城改造", "进马山片区旧城改造"},
		{"隆昌中学新增普通高中学位", "隆昌中学", "新增普通高中学"},
	} {
		found := map[string]bool{}
		for _, x := range names([]rune(test.text), nil) {
			found[string(x.spelt([]rune(test.text)))] = true
		}
		if !found[test.begins] || found[test.not] {
			t.Errorf("%s: %v", test.text, found)
		}
	}
}

func FuzzNames(f *testing.F) {
	for _, s := range []string{"推进马山片区旧城改造", "“”《》「」", "“二甲”医院", "西区医院"} {
		f.Add(s)
	}
	reports, _ := report.Read(os.DirFS("../../content"), "reports")
	for _, r := range reports {
		for i := 0; i < len(r.Lines); i += 20 {
			f.Add(r.Lines[i].Text)
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		text := []rune(s)
		for _, x := range names(text, []rune("西区")) {
			if x.start < 0 || int(x.end) > len(text) || x.start >= x.end {
				t.Fatalf("%q: %v", s, x)
			}
			plain := slices.DeleteFunc([]rune(script.FoldString(string(text[x.start:x.end]))), func(r rune) bool { return isQuote(r) || r == ' ' })
			if x.kind != quotation && !strings.HasSuffix(string(x.spelt(text)), string(plain[len(plain)-1])) {
				t.Errorf("%q: %v", s, x)
			}
			if words := x.spelt(text); x.key != keyOf(words) || int(x.length) != len(words) {
				t.Errorf("%q: %v is spelt %q", s, x, string(words))
			}
		}
	})
}
