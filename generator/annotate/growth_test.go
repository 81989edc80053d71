package annotate

import (
	"strings"
	"testing"
	"testing/fstest"

	"jianzhu/generator/growth"
)

// What it costs to annotate a report grows as the report does.
func TestGrowth(t *testing.T) {
	for name, test := range map[string]struct {
		n    int
		text func(n int) string
	}{
		"lines": {500, func(n int) string {
			return growth.Many(n, "推进改革，加快发展第%d个村的农业，增长6.8%%。\n")
		}},
		"clauses of a line":    {500, func(n int) string { return growth.Many(n, "增长6.8%%，深化第%d项放管服改革，") }},
		"sentences of a line":  {500, func(n int) string { return growth.Many(n, "增长6.8%%，深化第%d项放管服改革。") }},
		"titles":               {500, func(n int) string { return growth.Many(n, "《第%d号办法》") }},
		"titles in titles":     {1000, func(n int) string { return strings.Repeat("《甲", n) + strings.Repeat("》", n) }},
		"titles that are open": {1000, func(n int) string { return strings.Repeat("《甲", n) }},
		"headings":             {200, func(n int) string { return growth.Many(n, "第%d章 改革\n\n加快发展农业，增长6.8%%。\n") }},
		"quoted words":         {500, func(n int) string { return growth.Many(n, "推进“第%d项”改革，") }},
		"names":                {500, func(n int) string { return growth.Many(n, "建成第%d中学、") }},
		"numbers":              {500, func(n int) string { return growth.Many(n, "%d亿元、") }},
	} {
		t.Run(name, func(t *testing.T) {
			growth.Linear(t, test.n, func(n int) {
				read(fstest.MapFS{
					"glossary.yaml":         {Data: []byte("- term: 放管服\n  senses: [{definition: 三件事。}]\n- term: 改革\n  senses: [{definition: 改。}]\n")},
					"themes.yaml":           {Data: []byte("themes:\n- {id: a, name: 农业, english: Farming, keywords: [农业, 发展]}\n")},
					"reports/x/report.yaml": {Data: []byte("title: 某县政府工作报告\n")},
					"reports/x/report.txt":  {Data: []byte(test.text(n))},
				}, FirstInSection)
			})
		})
	}
}
