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
	g, _ := glossary.Load(content, "glossary.yaml")
	v, _ := theme.Load(content, "themes.yaml")
	for _, text := range []string{
		"一、放管服\n推进放管服，办好一站式。",
		"(一)放管服。再推放管服。\n一是 放 管 服;二是《放管服》》。",
		"附件1\n名詞解釋\n1.“三舊”改造:指舊城。\n",
		"\u200b“互联网 + ”…\ufeff《《》",
		"放管服。！？”；",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r, _ := report.Parse("a", []byte(text), report.Meta{Title: "甲"})
		if r == nil {
			t.Skip()
		}
		for _, link := range []Linking{FirstInSection, FirstInReport, Every} {
			c, _ := Reports([]*report.Report{r}, g, v, link)
			laws(t, c, link)
		}
	})
}
