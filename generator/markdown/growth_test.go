package markdown

import (
	"testing"
	"testing/fstest"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/growth"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// What it costs to write and render a report's pages, with its frame,
// grows as the report does.
func TestGrowth(t *testing.T) {
	for name, test := range map[string]struct {
		n    int
		text string // of one
		note string
	}{
		"headings": {150, "第%d章 改革\n\n加快发展农业，增长6.8%%。\n\n推进放管服改革。\n", ""},
		"lines":    {200, "加快发展第%d个村的农业，增长6.8%%。\n", ""},
		"notes":    {150, "加快发展第%d个村的农业。\n", "- quote: 第%d个村\n  body: 一个村。\n"},
		"clauses":  {200, "推进第%d项放管服改革，", ""},
		"titles":   {200, "《第%d号办法》", ""},
	} {
		t.Run(name, func(t *testing.T) {
			growth.Linear(t, test.n, func(n int) {
				files := fstest.MapFS{
					"glossary.yaml":         {Data: []byte("- id: a\n  term: 放管服\n  senses: [{definition: 三件事。}]\n")},
					"themes.yaml":           {Data: []byte("themes:\n- {id: a, name: 农业, english: Farming, keywords: [农业, 发展]}\n")},
					"reports/x/report.yaml": {Data: []byte("title: 某县政府工作报告\n")},
					"reports/x/report.txt":  {Data: []byte(growth.Many(n, test.text))},
				}
				if test.note != "" {
					files["reports/x/notes.yaml"] = &fstest.MapFile{Data: []byte(growth.Many(n, test.note))}
				}
				reports, _ := report.Read(files, "reports")
				g, _ := glossary.Load(files, glossary.OwnFile)
				v, _ := theme.Load(files, "themes.yaml")
				c, _ := annotate.Reports(reports, g, v, annotate.FirstInSection)
				if len(c.Reports) != 1 || test.note != "" && len(c.Reports[0].Notes) != n {
					t.Fatalf("%d reports", len(c.Reports))
				}
				pages, _ := Write(c, files, "/")
				for _, p := range append(pages, Site{}.Embeds(c)...) {
					if _, err := p.HTML(); err != nil {
						t.Fatal(err)
					}
					if frame, ok := p.Frame(); ok {
						if _, err := frame.HTML(); err != nil {
							t.Fatal(err)
						}
					}
				}
			})
		})
	}
}
