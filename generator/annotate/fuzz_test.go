package annotate

import (
	"os"
	"testing"

	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// FuzzReports holds the laws for any text that is a report.
func FuzzReports(f *testing.F) {
	content := os.DirFS("../../content")
	g, _ := glossary.Load(content, glossary.Files...)
	v, _ := theme.Load(content, "themes.yaml")
	for _, text := range []string{
		"一、放管服\n推进放管服，办好一站式。",
		"(一)放管服。再推放管服。\n一是 放 管 服;二是《放管服》》。",
		"附件1\n名詞解釋\n1.“三舊”改造:指舊城。\n",
		"\u200b“互联网 + ”…\ufeff《《》",
		"放管服。！？”；",
		"今年将建设甲乙山岭大桥，力争税收增长5%。\n去年建成甲乙山岭大桥，税收增长5%。",
	} {
		f.Add(text)
	}
	reports, _ := report.Read(content, "reports")
	for _, r := range reports {
		for i := 0; i+3 < len(r.Lines); i += 40 {
			f.Add(r.Line(i+1) + "\n" + r.Line(i+2) + "\n" + r.Line(i+3))
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		var reports []*report.Report
		for i, slug := range []string{"a", "b"} { // of one place, so that the second reviews the first
			meta := report.Meta{Title: "甲", Year: 2016 + i, Region: report.Region{Path: []string{"甲区"}}}
			r, _ := report.Parse(slug, []byte(text), meta)
			if r == nil {
				t.Skip()
			}
			reports = append(reports, r)
		}
		for _, link := range []Linking{FirstInSection, FirstInReport, Every} {
			c, _ := Reports(reports, g, v, link)
			laws(t, c, link)
		}
	})
}
