package markdown

import (
	"testing"

	"jianzhu/generator/annotate"
	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

func TestPlaces(t *testing.T) {
	a := &report.Report{Slug: "a", Meta: report.Meta{Title: "甲"}}
	b := &report.Report{Slug: "b", Meta: report.Meta{Title: "乙"}}
	all := []annotate.Place{{Report: a, Line: 2}, {Report: a, Line: 2}, {Report: a, Line: 9}, {Report: b, Line: 1}, {Report: b, Line: 3}, {Report: b, Line: 4}}
	for n, want := range map[int]string{
		1: "甲 [第2行](reports/a/index.md#L2)",
		4: "甲 [第2行](reports/a/index.md#L2)、[第9行](reports/a/index.md#L9)；乙 [第1行](reports/b/index.md#L1)",
		6: "甲 [第2行](reports/a/index.md#L2)、[第9行](reports/a/index.md#L9)；乙 [第1行](reports/b/index.md#L1)、[第3行](reports/b/index.md#L3)等6处",
	} {
		if got := string(page.Body{paragraph(places(all[:n])...)}.Markdown("coverage.md")); got != want+"\n" {
			t.Errorf("%d places: %s, want %s", n, got, want)
		}
	}
}
