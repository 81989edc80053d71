package report

import (
	"strings"
	"testing"

	"jianzhu/generator/growth"
)

// What a report costs grows as it does.
func TestGrowth(t *testing.T) {
	for name, test := range map[string]struct {
		n    int
		text func(n int) string
	}{
		"lines":               {500, func(n int) string { return growth.Many(n, "加快发展第%d个村的农业，增长6.8%%。\n") }},
		"sentences of a line": {1000, func(n int) string { return growth.Many(n, "增长6.8%%，深化第%d项改革。") }},
		"clauses of a line":   {1000, func(n int) string { return growth.Many(n, "增长6.8%%，深化第%d项改革，") }},
		"items of a line":     {1000, func(n int) string { return growth.Many(n, "（%d）深化改革，推进发展；") }},
		"headings":            {400, func(n int) string { return growth.Many(n, "第%d章 改革\n\n加快发展农业，增长6.8%%。\n") }},
		"headings in a line":  {400, func(n int) string { return growth.Many(n, "%d．深化改革。加快发展农业，增长6.8%%。") }},
		"titles":              {1000, func(n int) string { return growth.Many(n, "《第%d号办法》") }},
		"titles in titles":    {1000, func(n int) string { return strings.Repeat("《甲", n) + strings.Repeat("》", n) }},
		"brackets":            {1000, func(n int) string { return strings.Repeat("（", n) + strings.Repeat("一、", n) }},
		"spaces":              {1000, func(n int) string { return strings.Repeat("甲  ", n) }},
		"numbers":             {1000, func(n int) string { return growth.Many(n, "%d ") }},
		"stars":               {1000, func(n int) string { return strings.Repeat("**甲", n) }},
		"lines of a paragraph": {1500, func(n int) string {
			return "各位代表：\n" + strings.Repeat("加快发展现代农业和服务业并且推进改革开放各项事业，继续提高人民生活水平而\n", n)
		}},
		"names in the head": {400, func(n int) string { return growth.Many(n, "第%d个县的政府工作报告\n") }},
		"question marks":    {1000, func(n int) string { return strings.Repeat("甲?", n) }},
	} {
		t.Run(name, func(t *testing.T) {
			growth.Linear(t, test.n, func(n int) { Parse("x", []byte(test.text(n)), Meta{Title: "某县政府工作报告"}) })
		})
	}
}
