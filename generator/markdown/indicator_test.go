package markdown

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/page"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// With very many reports no page of indicators grows without bound, and each
// value is on one of them.
func TestIndicatorPagesAreBounded(t *testing.T) {
	const many = 700
	var reports []*report.Report
	for n := range many {
		text := fmt.Sprintf("一、2016年工作回顾\n地区生产总值增长%d.5%%。\n二、2017年目标\n地区生产总值增长%d%%。\n", n, n)
		if n%2 == 1 {
			text = "一、2016年工作回顾\n新增就业5人。\n"
		}
		meta := report.Meta{Title: fmt.Sprintf("%d号报告", n), Type: "work-report", Year: 2017, Covers: []int{2016, 2017}}
		r, problems := report.Parse(fmt.Sprintf("r-%d", n), []byte(text), meta)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		reports = append(reports, r)
	}
	c, problems := annotate.Reports(reports, &glossary.Glossary{}, &theme.Vocabulary{}, annotate.FirstInSection)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	pages, problems := Write(c, fstest.MapFS{}, "/")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var all strings.Builder
	parts := 0
	for _, p := range pages {
		if !isIndicator(p.Path) {
			continue
		}
		if strings.Contains(p.Path, "di-qu-sheng-chan-zong-zhi") {
			parts++
			all.Write(p.Markdown())
		}
		if rows := strings.Count(string(p.Markdown()), "#L"); rows > mostValues || strings.Count(string(p.Markdown()), "\n- ") > 2*mostListed+2 {
			t.Errorf("%s has %d values and %d items", p.Path, rows, strings.Count(string(p.Markdown()), "\n- "))
		}
	}
	for _, p := range DeadLinks(pages, "/", anyFile) {
		t.Error(p)
	}
	if parts != 3 || !strings.Contains(all.String(), "其余从略") {
		t.Errorf("%d pages for %d values", parts, many)
	}
	for n := 0; n < many; n += 2 {
		for _, line := range []int{2, 4} {
			if count := strings.Count(all.String(), fmt.Sprintf("reports/r-%d/index.md#L%d)", n, line)); count != 1 {
				t.Errorf("line %d of report %d is there %d times", line, n, count)
			}
		}
	}
}

// Modifiers stand where they are read, 余 and 多 where the line has them.
func TestStatement(t *testing.T) {
	for want, i := range map[string]report.Indicator{
		"[58.6亿元](#L1)":        {Written: "58.6亿元", Unit: "亿元"},
		"增长[7%左右](#L1)":        {Written: "7%", Unit: "%", After: []string{"左右"}, Growth: true},
		"力争增长[不低于7%](#L1)":     {Written: "7%", Unit: "%", Said: []string{"力争"}, Before: []string{"不低于"}, Growth: true},
		"[約22.1億元](#L1)":       {Written: "22.1億元", Before: []string{"約"}},
		"[2.8:55.4:41.8](#L1)": {Written: "2.8:55.4:41.8"},
		"预计[<5\\|6\\*](#L1)":   {Written: "5|6*", Before: []string{"<"}, Said: []string{"预计"}},
		"累计[18](#L1)":          {Written: "18", Total: true},
		"[超2亿多元](#L1)":         {Written: "2亿多元", Unit: "亿元", Before: []string{"超"}, Within: "多"},
	} {
		if got := string(page.Body{page.Table{Names: []string{""}, Rows: [][]page.Cell{{{Words: statement(i, page.LineLink(1, i.Shown()))}}}}}.Markdown("")); !strings.Contains(got, "| "+want+" |") {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestKindText(t *testing.T) {
	for want, i := range map[string]report.Indicator{
		"目标（约束性）": {Kind: report.Target, Property: "约束性"},
		"目标":      {Kind: report.Target},
		"结果":      {Kind: report.Result, Property: "预期性"},
	} {
		if got := kindText(i); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestPeriodText(t *testing.T) {
	for want, period := range map[string]report.Period{"2016年": report.Years(2016, 2016), "2016—2020年": report.Years(2016, 2020), "": {}} {
		if got := periodText(period); got != want {
			t.Errorf("%v is shown as %s, want %s", period, got, want)
		}
	}
}

// A plot says of a value what limits it, as the table does.
func TestRatesSayTheirLimits(t *testing.T) {
	rate := func(value float64, before, after string, year int, kind report.IndicatorKind) annotate.Value {
		return annotate.Value{Report: &report.Report{}, Indicator: &report.Indicator{
			Name: "经济", Written: fmt.Sprint(value, "%"), Amount: report.Amount{Known: true, From: value, To: value, Unit: "%"},
			Before: []string{before}, After: []string{after}, Growth: true, Kind: kind, Period: report.Years(year, year),
		}}
	}
	got, _, _ := ratePlots("经济", []annotate.Measured{{Region: report.Region{Path: []string{"甲区"}}, Values: []annotate.Value{
		rate(8, "", "以上", 2014, report.Target), rate(6.3, "约", "", 2016, report.Result),
	}}}).AppendHTML(nil, "")
	for _, want := range []string{"目标8%以上", "结果约6.3%"} {
		if !strings.Contains(string(got), want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
}
