package markdown

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/growth"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// TestLinksOfEditor wants a broken link of an editor's page told in the file and
// on the line where the editor wrote it.
func TestLinksOfEditor(t *testing.T) {
	sample := "---\ntitle: 体例\n---\n\n见[甲](none.md#a)。\n\n```yaml report.yaml\ntitle: 样例\n```\n\n```text report.txt\n一、甲\n```\n\n## 乙\n\n丙[丁](#nowhere)\n戊[己](#L1)、[庚](../themes/_index.md)\n"
	pages, problems := Write(&annotate.Corpus{}, fstest.MapFS{
		"about.md":   {Data: []byte("---\ntitle: 关于\n---\n\n\n甲\n乙[词条](glossary/none.md)，[再](glossary/none.md)。\n\n- 丙 [**主题**](themes/_index.md)\n- ![图](none.md)[](none.md)\n")},
		"_index.md":  {Data: []byte("---\ntitle: 主页\n---\n[报告](reports/none/index.md)\n")},
		"a/guide.md": {Data: []byte(sample)},
	}, "/")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var got []string
	for _, p := range DeadLinks(pages, "/", anyFile) {
		place, _, _ := strings.Cut(p.String(), "\n")
		got = append(got, place)
	}
	slices.Sort(got)
	want := []string{
		"content/_index.md:4: the link reports/none/index.md leads nowhere",
		"content/a/guide.md:17: the link #nowhere leads nowhere",
		"content/a/guide.md:5: the link none.md#a leads nowhere",
		"content/about.md:10: the link none.md leads nowhere",
		"content/about.md:7: the link glossary/none.md leads nowhere",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

// anyFile takes every file for one that is there.
func anyFile(string) bool { return true }

// Pictures, and files that an editor links to, must be published.
func TestLinksToFiles(t *testing.T) {
	pages, problems := Write(&annotate.Corpus{}, fstest.MapFS{
		"a/b.md": {Data: []byte("---\ntitle: 甲\n---\n\n![图](pic.png)\n![无](../nope.png)\n[表](../data/a.csv)、[缺](b.csv)、[和](../data/SUMS)\n[远](https://example.org/x.png)\n")},
	}, "/")
	problems = append(problems, DeadLinks(pages, "/", func(file string) bool { return file == "a/pic.png" || file == "data/a.csv" || file == "data/SUMS" })...)
	var got []string
	for _, p := range problems {
		got = append(got, p.String())
	}
	want := []string{
		"content/a/b.md:6: the link ../nope.png leads nowhere\n\twhat pages show and link to beside pages stands in static/: this would be static/nope.png",
		"content/a/b.md:7: the link b.csv leads nowhere\n\twhat pages show and link to beside pages stands in static/: this would be static/a/b.csv",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

// A link may be written from the root of the host or whole: what lies within the
// site must be there, the rest is not known.
func TestLinksFromRoot(t *testing.T) {
	for _, test := range []struct{ base, links, want string }{
		{"https://example.org/", "[a](/about/) [b](/themes/) [c](/none/) [d](/pic.png)", "/none/ /pic.png"},
		{"https://example.org/", "[a](https://example.org/none/) [b](https://example.org/about) <https://example.org/no/>", "https://example.org/none/ https://example.org/no/"},
		{"https://example.org/baogao/", "[a](/none/) [b](/baogao/about/) [c](/baogao/none/)", "/baogao/none/"},
		{"https://example.org/baogao", "[a](https://example.org/none/) [b](https://example.com/) [c](mailto:a@example.org)", ""},
		{"https://example.org/", "[a](about/index.html) [b](none/index.html) [c](/#none) [d](/#reports) [e](../../../about.md)", "none/index.html /#none"},
		{"", "[a](/none/) [b](/themes/)", "/none/"},
	} {
		pages, problems := Write(&annotate.Corpus{}, fstest.MapFS{"about.md": {Data: []byte("---\ntitle: 关于\n---\n" + test.links + "\n")}}, "/")
		for _, p := range DeadLinks(pages, test.base, func(string) bool { return false }) {
			if p.File == "content/about.md" && p.Line == 4 {
				problems = append(problems, p)
			}
		}
		var got []string
		for _, p := range problems {
			words := strings.Fields(p.Message)
			got = append(got, words[2])
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s under %q: %q, want %q", test.links, test.base, got, test.want)
		}
	}
}

// Links that lead nowhere are found in one reading of a page.
func TestLinksGrow(t *testing.T) {
	growth.Linear(t, 100, func(n int) {
		text := "---\ntitle: 甲\n---\n" + growth.Many(n, "[a](n%d.md)\n\n")
		pages, _ := Write(&annotate.Corpus{}, fstest.MapFS{"a.md": {Data: []byte(text)}}, "/")
		if found := len(DeadLinks(pages, "/", anyFile)); found < n {
			t.Fatalf("%d links of %d", found, n)
		}
	})
}

// A report leads to 承诺与回顾 of its region where that is: not where all that is told is what
// is not seen again.
func TestLinksToReviews(t *testing.T) {
	for _, later := range []string{"去年完成了各项工作。", "甲乙山岭大桥已经建成通车。"} {
		var reports []*report.Report
		for i, text := range []string{"今年将建设甲乙山岭大桥，实施“甲乙春风”工程。", later} {
			meta := report.Meta{Title: "某区报告", Year: 2017 + 3*i, Region: report.Region{Path: []string{"广东省", "广州市", "荔湾区"}, Code: "440103"}}
			r, problems := report.Parse(fmt.Sprint("r", i), []byte(text), meta)
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			reports = append(reports, r)
		}
		c, _ := annotate.Reports(reports, &glossary.Glossary{}, &theme.Vocabulary{}, annotate.Every)
		if len(c.Promises)+len(c.Unseen) == 0 {
			t.Errorf("%s: nothing is announced", later)
		}
		pages, _ := Write(c, fstest.MapFS{}, "/")
		for _, p := range DeadLinks(pages, "/", anyFile) {
			t.Errorf("%s: %v", later, p)
		}
	}
}
