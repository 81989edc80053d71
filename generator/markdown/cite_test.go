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
		newer string // entry of 2025, up to the address
		entry string // of 2015
		bib   string // fields up to the address
	}{
		{"all known",
			report.Meta{Title: "2017年甲区政府工作报告", Issuer: "甲区人民政府", Year: 2017, Dates: report.Dates{Delivered: "2017-01-10"}},
			"甲区人民政府. 2017年甲区政府工作报告[R/OL]. 2017-01-10.",
			"甲区人民政府. 2017年甲区政府工作报告[R/OL]. (2017-01-10)[引用日期].",
			`  author = "{甲区人民政府}",
  title  = "{2017年甲区政府工作报告}",
  year   = "{2017}",
  date   = "{2017-01-10}",
`},
		{"published later, at an hour",
			report.Meta{Title: "甲", Year: 2016, Dates: report.Dates{Delivered: "2016-01", Published: "2016-08-18 12:40:51"}},
			"甲[R/OL]. 2016-08-18.",
			"甲[R/OL]. (2016-08-18)[引用日期].",
			"  title  = \"{甲}\",\n  year   = \"{2016}\",\n  date   = \"{2016-08-18}\",\n"},
		{"dates as no machine reads them",
			report.Meta{Title: "甲", Year: 2016, Dates: report.Dates{Published: "二〇一六年八月"}},
			"甲[R/OL]. 二〇一六年八月.",
			"甲[R/OL]. (二〇一六年八月)[引用日期].",
			"  title  = \"{甲}\",\n  year   = \"{2016}\",\n"},
		{"concluded by an editor",
			report.Meta{Title: "甲", Issuer: "乙", Year: 2016, Dates: report.Dates{Delivered: "2016-01"}, Inferred: []string{"title", "issuer", "year", "dates"}},
			"[乙]. [甲][R/OL]. [2016].",
			"[乙]. [甲][R/OL]. [2016][引用日期].",
			"  author = \"{[乙]}\",\n  title  = \"{[甲]}\",\n  year   = \"{[2016]}\",\n"},
		{"nothing but a title, with marks of LaTeX and Hugo",
			report.Meta{Title: "甲\n{{< x >}} 50% & \\a_b"},
			"甲 {{< x >}} 50% & \\a_b[R/OL].",
			"甲 {{< x >}} 50% & \\a_b[R/OL]. [引用日期].",
			"  title  = \"{甲 \\textless{} x \\textgreater{} 50\\% \\& \\textbackslash{}a\\_b}\",\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := &report.Report{Slug: "a", Meta: test.meta, Source: report.Source{SHA256: "00ff"}}
			for edition, want := range map[Edition]string{Edition2025: test.newer, Edition2015: test.entry} {
				if got := edition.entry(r.Meta); got != want {
					t.Errorf("after GB/T 7714—%s:\n%s\nwant:\n%s", edition, got, want)
				}
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
	for edition, entry := range map[Edition]string{
		Edition2025: "> 甲\\[R/OL\\]. <https://jianzhu.cn/x/reports/a/>.\n",
		Edition2015: "> 甲\\[R/OL\\]. \\[引用日期\\]. <https://jianzhu.cn/x/reports/a/>.\n",
	} {
		pages, _ := Site{Address: "https://jianzhu.cn/x/", Citation: edition}.Write(c, fstest.MapFS{})
		text := string(pageAs(t, pages, "reports/a/index.md"))
		for _, want := range []string{
			"著录依GB/T 7714—" + string(edition),
			"，如第1行：<https://jianzhu.cn/x/reports/a/#L1>。",
			entry,
			`url    = "https://jianzhu.cn/x/reports/a/"`,
		} {
			if !strings.Contains(text, want) {
				t.Errorf("no %s in %s", want, text)
			}
		}
	}
}

// What reference managers are given.
func TestCitations(t *testing.T) {
	known := &report.Report{Slug: "a", Script: "zh-Hans", Source: report.Source{SHA256: "00ff"}, Meta: report.Meta{
		Title: "2016年甲区政府工作报告", Issuer: "甲区人民政府", Year: 2016, Dates: report.Dates{Published: "2016-08-18 12:40"}, Inferred: []string{"issuer"}}}
	bare := &report.Report{Slug: "b", Script: "zh-Hant", Source: report.Source{SHA256: "00ff"}, Meta: report.Meta{Title: "乙", Year: 2017, Inferred: []string{"year"}}}
	site := Site{Address: "https://jianzhu.cn/"}
	of := func(r *report.Report) map[string]string {
		files := map[string]string{}
		for _, f := range site.saved(r).Files {
			files[f.Name] = f.Text
		}
		return files
	}
	note := "非官方网站，以原件为准；所据文本的SHA-256：00ff"
	for file, want := range map[string]string{
		"a.ris": "TY  - RPRT\r\nID  - a\r\nAU  - [甲区人民政府]\r\nTI  - 2016年甲区政府工作报告\r\nPB  - [甲区人民政府]\r\nPY  - 2016\r\nDA  - 2016/08/18/\r\n" +
			"LA  - zh-Hans\r\nUR  - https://jianzhu.cn/reports/a/\r\nN1  - " + note + "\r\nER  - \r\n",
		"a.json": `[{"id":"a","type":"report","author":[{"literal":"[甲区人民政府]"}],"title":"2016年甲区政府工作报告","issued":{"date-parts":[[2016,8,18]]},` +
			`"language":"zh-Hans","URL":"https://jianzhu.cn/reports/a/","note":"` + note + `"}]` + "\n",
	} {
		if got := of(known)[file]; got != want {
			t.Errorf("%s:\n%s\nwant:\n%s", file, got, want)
		}
	}
	if got := of(bare)["b.json"]; !strings.Contains(got, `"circa":true`) || strings.Contains(got, "author") {
		t.Error(got)
	}
	if got := of(bare)["b.ris"]; !strings.Contains(got, "DA  - 2017///\r\n") {
		t.Error(got)
	}

	all := site.References([]*report.Report{known, bare})
	for file, want := range map[string]string{
		"data/references.bib":  of(known)["a.bib"] + of(bare)["b.bib"],
		"data/references.ris":  of(known)["a.ris"] + of(bare)["b.ris"],
		"data/references.json": strings.TrimSuffix(of(known)["a.json"], "]\n") + "," + strings.TrimPrefix(of(bare)["b.json"], "["),
	} {
		if got, err := all[file](); string(got) != want || err != nil {
			t.Errorf("%s: %v\n%s\nwant:\n%s", file, err, got, want)
		}
	}
}
