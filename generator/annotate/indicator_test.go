package annotate

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"jianzhu/generator/indicator"
	"jianzhu/generator/problem"
	"jianzhu/generator/report"
)

// measured makes a report of a place with values, one to a line:
// name value unit kind period modifier, growth where the kind ends in +.
func measured(slug, place, script string, values ...string) *report.Report {
	r := &report.Report{Slug: slug, Script: script, Meta: report.Meta{Region: report.Region{Path: strings.Fields(place)}}}
	for n, v := range values {
		f := strings.Fields(v)
		kind, growth := strings.CutSuffix(f[3], "+")
		d := report.IndicatorDecision{Name: f[0], Value: f[1], Unit: f[2], Kind: report.IndicatorKind(kind), Growth: growth}
		if len(f) > 4 {
			d.Period = f[4]
		}
		if len(f) > 5 {
			d.Modifier = f[5]
		}
		i := indicator.Given(d, d.Value+d.Unit)
		i.Line = n + 1
		r.Indicators = append(r.Indicators, i)
	}
	return r
}

// shown writes an indicator with its values, as they are ordered.
func shown(i Indicator) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s %q %d\n", i.ID, i.Name, i.Variants, i.Reports)
	for _, p := range i.Places {
		fmt.Fprintf(&b, "%s:", strings.Join(p.Region.Path, ""))
		for _, v := range p.Values {
			growth := ""
			if v.Growth {
				growth = "+"
			}
			fmt.Fprintf(&b, " %s/%s%s/%s%s", v.Period, v.Kind, growth, v.Value, v.Unit)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestIndicators(t *testing.T) {
	c := &Corpus{Reports: []*report.Report{
		measured("a-2016", "省 甲区", "zh-Hans",
			"生产总值 7 % result+ 2015", "生产总值 100 亿元 result 2015", "生产总值 6.5-7 % target+ 2016", "绿地 5 亩 result 2015", "河道 3 条 result 2015", "河道 4 条 target 2015"),
		measured("a-2017", "省 甲区", "zh-Hans", "生产总值 6.8 % result+ 2016", "桥梁 1 座 result 2016", "桥梁 2 座 result 2016"),
		measured("b-2017", "", "zh-Hant", "生產總值 8 % target+", "失業率 3 % target 2016/2020"),
		measured("c-2017", "", "zh-Hant", "失業率 3 % target 2016/2020"),
	}}
	c.Indicators, c.measured = indicators(c.Reports, canonicals{})
	c.follow()
	var got []string
	for _, i := range c.Indicators {
		got = append(got, shown(i))
	}
	want := []string{
		"di-qu-sheng-chan-zong-zhi 生产总值 [\"生產總值\"] 3\n" +
			"省甲区: 2015/result/100亿元 2015/result+/7% 2016/target+/6.5-7% 2016/result+/6.8%\n: /target+/8%\n",
		"shi-ye-lv 失业率 [\"失業率\"] 2\n: 2016/2020/target/3%\n: 2016/2020/target/3%\n",
		"he-dao 河道 [] 1\n省甲区: 2015/target/4条 2015/result/3条\n",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, ""), strings.Join(want, ""))
	}
	if i := c.Indicator("生产总值"); i != &c.Indicators[0] {
		t.Errorf("生产总值 is %v", i)
	}
	if i := c.Indicator("绿地"); i != nil {
		t.Errorf("绿地, given once, is %v", i)
	}

	silent, more := c.Silent(&c.Indicators[2], 2)
	if len(silent) != 2 || silent[0].Slug != "a-2017" || silent[1].Slug != "b-2017" || !more {
		t.Errorf("silent of 河道: %v, more: %t", silent, more)
	}
	reached := c.Indicators[0].Reached()
	if len(reached) != 1 || reached[0].Period != report.Years(2016, 2016) || len(reached[0].Values) != 2 || reached[0].Values[0].Kind != report.Target {
		t.Errorf("reached: %+v", reached)
	}
}

func TestConflicts(t *testing.T) {
	for _, c := range []struct {
		name   string
		values []string
		want   int // values that conflict
	}{
		{"a share at a plan's end", []string{"占比 68 % target 2021/2025", "占比 73 % target 2025"}, 2},
		{"two shares at one time", []string{"占比 68 % target 2025", "占比 73 % target 2025"}, 2},
		{"a bound of years and the last", []string{"占比 3 % result 2011/2015 以内", "占比 2.7 % result 2015 以内"}, 0},
		{"the same twice", []string{"占比 68 % target 2025", "占比 68 % target 2025"}, 0},
		{"two years", []string{"占比 68 % target 2024", "占比 73 % target 2025"}, 0},
		{"a target and a result", []string{"占比 68 % target 2025", "占比 73 % result 2025"}, 0},
		{"growth and level", []string{"占比 68 % target 2025", "占比 7 % target+ 2025"}, 0},
		{"a sum of years and one year's", []string{"投资 272 亿元 result 2011/2015", "投资 56 亿元 result 2015"}, 0},
		{"two units", []string{"投资 272 亿元 result 2015", "投资 56 项 result 2015"}, 0},
		{"growth of years and of the last", []string{"投资 7 % result+ 2011/2015", "投资 5 % result+ 2015"}, 0},
		{"no period", []string{"投资 7 % result", "投资 5 % result", "投资 4 % target 2016"}, 0},
		{"three", []string{"投资 7 % result 2015", "投资 5 % result 2015", "投资 7 % result 2015"}, 3},
	} {
		all, _ := indicators([]*report.Report{measured("a", "省 甲区", "zh-Hans", c.values...), measured("b", "省 乙区", "zh-Hans", c.values[0])}, canonicals{})
		got := 0
		for _, i := range all {
			for _, x := range i.Conflicts() {
				got += len(x.Values)
			}
		}
		if c.want == 0 && got > 0 || c.want > 0 && got != c.want {
			t.Errorf("%s: %d values conflict, want %d", c.name, got, c.want)
		}
	}
}

// Two rates for one time are worth a page, in one report too; two counts may be
// of two things.
func TestFollowed(t *testing.T) {
	one := measured("a", "省 甲区", "zh-Hans", "占比 68 % target 2025", "占比 73 % target 2025", "桥梁 1 座 result 2015", "桥梁 2 座 result 2015")
	all, _ := indicators([]*report.Report{one}, canonicals{})
	if len(all) != 1 || all[0].Name != "占比" || len(all[0].Conflicts()) != 1 {
		t.Errorf("%d indicators: %+v", len(all), all)
	}
}

// Ids are short, ASCII, and one to a name.
func TestIndicatorIDs(t *testing.T) {
	long := strings.Repeat("规模以上工业增加值", 5)
	var values []string
	names := []string{"失业率", "事业率", "α", "β", "INDEX", long, long + "占比", "R&D经费"}
	for _, n := range names {
		values = append(values, n+" 1 % result 2015", n+" 2 % result 2016")
	}
	all, _ := indicators([]*report.Report{measured("a", "", "zh-Hans", values...)}, canonicals{})
	seen := map[string]bool{}
	for _, i := range all {
		if seen[i.ID] || len(i.ID) > longestID+20 || !problem.IsID(i.ID) {
			t.Errorf("%s has the id %q", i.Name, i.ID)
		}
		seen[i.ID] = true
	}
	if len(seen) != len(names) {
		t.Errorf("%d ids for %d names", len(seen), len(names))
	}
}
