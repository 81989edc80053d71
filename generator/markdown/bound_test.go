package markdown

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

func TestQuotable(t *testing.T) {
	old := &report.Report{Slug: "old", Meta: report.Meta{Year: 2001}}
	undated := &report.Report{Slug: "undated"}
	recent := &report.Report{Slug: "recent", Meta: report.Meta{Year: 2020}}
	use := func(r *report.Report, line int) annotate.Use {
		return annotate.Use{Report: r, Occurrence: &report.Occurrence{Line: line}}
	}
	uses := []annotate.Use{
		use(old, 1), use(old, 2), use(old, 3),
		use(undated, 1),
		use(recent, 1), use(recent, 2), use(recent, 3),
	}
	for most, want := range map[int]string{
		9: "old1 old2 old3 undated1 recent1 recent2 recent3",
		7: "old1 old2 old3 undated1 recent1 recent2 recent3",
		6: "old1 old2 undated1 recent1 recent2 recent3",
		4: "old1 undated1 recent1 recent2",
		2: "old1 recent1",
		1: "recent1",
	} {
		var got []string
		for _, u := range quotable(uses, most, reportOfUse) {
			got = append(got, fmt.Sprintf("%s%d", u.Report.Slug, u.Occurrence.Line))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("at most %d: %q, want %s", most, got, want)
		}
	}
}

// The pages of what a thousand reports have stay such as can be read, and say
// how much of it they show.
func TestPagesOfManyReports(t *testing.T) {
	files := fstest.MapFS{
		"glossary.yaml": {Data: []byte("- {term: 放管服, pinyin: fàng guǎn fú, senses: [{definition: 三件事。}]}")},
		"themes.yaml":   {Data: []byte("themes: [{id: reform, name: 改革, english: Reform, keywords: [放管服改革]}]")},
	}
	for i := range 1000 {
		text := "一、深化放管服改革\n落实《中华人民共和国预算法》。\n" + strings.Repeat("推进放管服改革,提高服务水平。\n", 6) + fmt.Sprintf("名词解释\n放管服:即第%d种说法。\n", i%300)
		files[fmt.Sprintf("reports/r%d/report.txt", i)] = &fstest.MapFile{Data: []byte(text)}
		files[fmt.Sprintf("reports/r%d/report.yaml", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, "title: 第%d县政府工作报告\nyear: %d", i, 2000+i%20)}
	}
	reports, _ := report.Read(files, "reports")
	terms, _ := glossary.Load(files, glossary.OwnFile)
	themes, _ := theme.Load(files, "themes.yaml")
	c, _ := annotate.Reports(reports, terms, themes, annotate.FirstInSection)
	w := newWriter(c)
	page := w.term(0)
	for _, test := range []struct {
		page  Page
		wants []string
	}{
		{page, []string{
			"共8000处，见于1000篇。", "这里列出100处：", "1000篇里有300种说法，这里列出50种。",
			"| [2019年](../years/2019.md) | 50／50 | 400 |",
		}},
		{w.theme(0), []string{"共1000节，见于1000篇报告。这里列出100节："}},
		{w.document(0), []string{"共1000处，见于1000篇报告。这里列出100处："}},
	} {
		if n := len(test.page.File()); n > 200_000 {
			t.Errorf("%s has %d bytes", test.page.Path, n)
		}
		for _, want := range test.wants {
			if !strings.Contains(string(test.page.Markdown()), want) {
				t.Errorf("%s does not say %s", test.page.Path, want)
			}
		}
	}
	if n := strings.Count(string(page.Markdown()), "  - "); n != mostQuoted {
		t.Errorf("%d uses are quoted", n)
	}
	if n := strings.Count(string(page.Markdown()), "\n> "); n != 51 {
		t.Errorf("%d definitions are quoted, want 50 and the entry's", n)
	}
	html, err := page.HTML()
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(html), "<rect "); n != 20 {
		t.Errorf("the figure has %d bars, want one a year", n)
	}
}
