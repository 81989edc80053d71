package annotate

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
)

// What it costs to annotate a report grows as the report does: see TestGrowth of
// report.
func TestGrowth(t *testing.T) {
	many := func(n int, format string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i+1)
		}
		return b.String()
	}
	for name, test := range map[string]struct {
		n    int
		text func(n int) string
	}{
		"lines": {500, func(n int) string {
			return many(n, "推进改革，加快发展第%d个村的农业，增长6.8%%。\n")
		}},
		"clauses of a line":    {500, func(n int) string { return many(n, "增长6.8%%，深化第%d项放管服改革，") }},
		"sentences of a line":  {500, func(n int) string { return many(n, "增长6.8%%，深化第%d项放管服改革。") }},
		"titles":               {500, func(n int) string { return many(n, "《第%d号办法》") }},
		"titles in titles":     {1000, func(n int) string { return strings.Repeat("《甲", n) + strings.Repeat("》", n) }},
		"titles that are open": {1000, func(n int) string { return strings.Repeat("《甲", n) }},
		"headings":             {200, func(n int) string { return many(n, "第%d章 改革\n\n加快发展农业，增长6.8%%。\n") }},
		"quoted words":         {500, func(n int) string { return many(n, "推进“第%d项”改革，") }},
		"names":                {500, func(n int) string { return many(n, "建成第%d中学、") }},
		"numbers":              {500, func(n int) string { return many(n, "%d亿元、") }},
	} {
		cost := func(n int) uint64 {
			files := fstest.MapFS{
				"glossary.yaml":         {Data: []byte("- term: 放管服\n  senses: [{definition: 三件事。}]\n- term: 改革\n  senses: [{definition: 改。}]\n")},
				"themes.yaml":           {Data: []byte("themes:\n- {id: a, name: 农业, english: Farming, keywords: [农业, 发展]}\n")},
				"reports/x/report.yaml": {Data: []byte("title: 某县政府工作报告\n")},
				"reports/x/report.txt":  {Data: []byte(test.text(n))},
			}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			read(files, FirstInSection)
			runtime.ReadMemStats(&after)
			return after.TotalAlloc - before.TotalAlloc
		}
		cost(test.n) // tables that are made once
		one, four := cost(test.n), cost(4*test.n)
		if four > 8*one {
			t.Errorf("%s: %d KB for %d, %d KB for four times as many", name, one>>10, test.n, four>>10)
		}
	}
}
