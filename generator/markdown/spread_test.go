package markdown

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// In a corpus of many the spread of a term goes by year; years in a row without it are one.
func TestSpreadByYear(t *testing.T) {
	files := fstest.MapFS{
		"glossary.yaml": {Data: []byte(`[{term: 医养结合, pinyin: yī yǎng jié hé, gloss: 医疗与养老, senses: [{definition: 医疗与养老。}]}]`)},
		"themes.yaml":   {Data: []byte("themes:\n")},
	}
	for year := 2000; year <= 2020; year++ {
		says := "做好各项工作。"
		if slices.Contains([]int{2001, 2005, 2006, 2018}, year) {
			says = "推进医养结合。"
		}
		files[fmt.Sprintf("reports/r%d/report.txt", year)] = &fstest.MapFile{Data: []byte(says)}
		files[fmt.Sprintf("reports/r%d/report.yaml", year)] = &fstest.MapFile{Data: fmt.Appendf(nil, "title: 报告\nyear: %d", year)}
	}
	reports, _ := report.Read(files, "reports")
	terms, _ := glossary.Load(files, glossary.OwnFile)
	themes, _ := theme.Load(files, "themes.yaml")
	c, _ := annotate.Reports(reports, terms, themes, annotate.FirstInSection)
	pages, _ := Write(c, fstest.MapFS{}, "/")
	i := slices.IndexFunc(pages, func(p Page) bool { return p.Front.Type == "term" })
	_, table, _ := strings.Cut(string(pages[i].Markdown()), "--:|\n")
	const want = `| [2000年](../years/2000.md) | 0／1 | 0 | 0.00 |
| [2001年](../years/2001.md) | 1／1 | 1 | 1428.57 |
| 2002—2004年 | 0／3 | 0 | 0.00 |
| [2005年](../years/2005.md) | 1／1 | 1 | 1428.57 |
| [2006年](../years/2006.md) | 1／1 | 1 | 1428.57 |
| 2007—2017年 | 0／11 | 0 | 0.00 |
| [2018年](../years/2018.md) | 1／1 | 1 | 1428.57 |
| 2019—2020年 | 0／2 | 0 | 0.00 |
`
	if table != want {
		t.Errorf("got\n%s\nwant\n%s", table, want)
	}
}
