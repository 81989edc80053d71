package markdown

import (
	"strings"
	"testing"
	"testing/fstest"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// What a report gives on another page of an indicator is not called missing.
func TestMissingKinds(t *testing.T) {
	text := "一、2016年工作回顾\n" + strings.Repeat("新增就业5人。\n", mostValues) + "二、2017年目标\n新增就业6人。\n"
	meta := report.Meta{Title: "报告", Type: "work-report", Year: 2017, Covers: []int{2016, 2017}}
	r, problems := report.Parse("r", []byte(text), meta)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	c, _ := annotate.Reports([]*report.Report{r}, &glossary.Glossary{}, &theme.Vocabulary{}, annotate.FirstInSection)
	pages, _ := Write(c, fstest.MapFS{}, "/")
	parts := 0
	for _, p := range pages {
		if !isIndicator(p.Path) {
			continue
		}
		parts++
		if strings.Contains(string(p.Markdown()), "\n|  |") {
			t.Errorf("%s says that something is missing", p.Path)
		}
	}
	if parts != 2 {
		t.Errorf("%d pages", parts)
	}
}

// isIndicator reports whether a page is that of an indicator.
func isIndicator(file string) bool {
	return strings.HasPrefix(file, "indicators/") && file != "indicators/_index.md"
}
