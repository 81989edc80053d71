package markdown

import (
	"strings"
	"testing"
	"testing/fstest"

	"jianzhu/generator/annotate"
	"jianzhu/generator/report"
)

func TestCite(t *testing.T) {
	for _, test := range []struct {
		name  string
		meta  report.Meta
		entry string // up to the address
		bib   string // fields up to the address
	}{
		{"all known",
			report.Meta{Title: "2017年甲区政府工作报告", Issuer: "甲区人民政府", Year: 2017, Dates: report.Dates{Delivered: "2017-01-10"}},
			"甲区人民政府. 2017年甲区政府工作报告[R/OL]. (2017-01-10)[引用日期].",
			`  author = "{甲区人民政府}",
  title  = "{2017年甲区政府工作报告}",
  year   = "{2017}",
  date   = "{2017-01-10}",
`},
		{"published later, at an hour",
			report.Meta{Title: "甲", Year: 2016, Dates: report.Dates{Delivered: "2016-01", Published: "2016-08-18 12:40:51"}},
			"甲[R/OL]. (2016-08-18)[引用日期].",
			"  title  = \"{甲}\",\n  year   = \"{2016}\",\n  date   = \"{2016-08-18}\",\n"},
		{"dates as no machine reads them",
			report.Meta{Title: "甲", Year: 2016, Dates: report.Dates{Published: "二〇一六年八月"}},
			"甲[R/OL]. (二〇一六年八月)[引用日期].",
			"  title  = \"{甲}\",\n  year   = \"{2016}\",\n"},
		{"concluded by an editor",
			report.Meta{Title: "甲", Issuer: "乙", Year: 2016, Dates: report.Dates{Delivered: "2016-01"}, Inferred: []string{"title", "issuer", "year", "dates"}},
			"[乙]. [甲][R/OL]. [2016][引用日期].",
			"  author = \"{[乙]}\",\n  title  = \"{[甲]}\",\n  year   = \"{[2016]}\",\n"},
		{"nothing but a title, with marks of LaTeX and Hugo",
			report.Meta{Title: "甲\n{{< x >}} 50% & \\a_b"},
			"甲 {{< x >}} 50% & \\a_b[R/OL]. [引用日期].",
			"  title  = \"{甲 \\textless{} x \\textgreater{} 50\\% \\& \\textbackslash{}a\\_b}\",\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := &report.Report{Slug: "a", Meta: test.meta, Source: report.Source{SHA256: "00ff"}}
			if got := gbt7714(r.Meta); got != test.entry {
				t.Errorf("after GB/T 7714:\n%s\nwant:\n%s", got, test.entry)
			}
			for site, caveat := range map[Site]string{{}: "非官方网站，以原件为准；", {Official: true}: ""} {
				want := "@misc{a,\n" + test.bib + "  url    = \"/reports/a/\",\n  note   = \"{" + caveat + "所据文本的SHA-256：00ff}\",\n}\n"
				if got := site.bibtex(r, "/reports/a/"); got != want {
					t.Errorf("BibTeX:\n%s\nwant:\n%s", got, want)
				}
			}
		})
	}
}

// The site's address is in the citations, as a link.
func TestCiteAddress(t *testing.T) {
	c := &annotate.Corpus{Reports: []*report.Report{{
		Slug: "a", Meta: report.Meta{Title: "甲"}, Lines: []report.Line{{Text: "乙"}},
		Paragraphs: []report.Paragraph{{Line: 1, Kind: report.Text, Text: "乙"}},
	}}}
	pages, _ := Write(c, fstest.MapFS{}, "https://jianzhu.cn/x/")
	text := string(pageAs(t, pages, "reports/a/index.md"))
	for _, want := range []string{
		"，如第1行：<https://jianzhu.cn/x/reports/a/#L1>。",
		"> 甲\\[R/OL\\]. \\[引用日期\\]. <https://jianzhu.cn/x/reports/a/>.\n",
		`url    = "https://jianzhu.cn/x/reports/a/"`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in %s", want, text)
		}
	}
}
