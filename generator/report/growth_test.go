package report

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// What a report costs grows as it does: four times as much of anything takes some
// four times the memory that is asked for, which stands for work. Twice four is
// far from the sixteen of what looks at everything for each thing.
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
		"lines":               {500, func(n int) string { return many(n, "加快发展第%d个村的农业，增长6.8%%。\n") }},
		"sentences of a line": {1000, func(n int) string { return many(n, "增长6.8%%，深化第%d项改革。") }},
		"clauses of a line":   {1000, func(n int) string { return many(n, "增长6.8%%，深化第%d项改革，") }},
		"items of a line":     {1000, func(n int) string { return many(n, "（%d）深化改革，推进发展；") }},
		"headings":            {400, func(n int) string { return many(n, "第%d章 改革\n\n加快发展农业，增长6.8%%。\n") }},
		"headings in a line":  {400, func(n int) string { return many(n, "%d．深化改革。加快发展农业，增长6.8%%。") }},
		"titles":              {1000, func(n int) string { return many(n, "《第%d号办法》") }},
		"titles in titles":    {1000, func(n int) string { return strings.Repeat("《甲", n) + strings.Repeat("》", n) }},
		"brackets":            {1000, func(n int) string { return strings.Repeat("（", n) + strings.Repeat("一、", n) }},
		"spaces":              {1000, func(n int) string { return strings.Repeat("甲  ", n) }},
		"numbers":             {1000, func(n int) string { return many(n, "%d ") }},
		"stars":               {1000, func(n int) string { return strings.Repeat("**甲", n) }},
		"lines of a paragraph": {1500, func(n int) string {
			return "各位代表：\n" + strings.Repeat("加快发展现代农业和服务业并且推进改革开放各项事业，继续提高人民生活水平而\n", n)
		}},
		"names in the head": {400, func(n int) string { return many(n, "第%d个县的政府工作报告\n") }},
		"question marks":    {1000, func(n int) string { return strings.Repeat("甲?", n) }},
	} {
		cost := func(n int) uint64 {
			text := test.text(n)
			return allocated(func() { Parse("x", []byte(text), Meta{Title: "某县政府工作报告"}) })
		}
		cost(test.n) // tables that are made once
		one, four := cost(test.n), cost(4*test.n)
		if four > 8*one {
			t.Errorf("%s: %d KB for %d, %d KB for four times as many", name, one>>10, test.n, four>>10)
		}
	}
}

// allocated is how many bytes a function asks for.
func allocated(do func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}
