package markdown

import (
	"testing"

	"jianzhu/generator/page"
)

func relinked(from, to, body string) string { return string(appendMoved(nil, from, to, []byte(body))) }

func TestMoveLinks(t *testing.T) {
	body := "见[词条](../../glossary/a.md#x)、[提法](../../glossary/b.md \"甲 (乙)\")、[报告](../b/index.md#L3)、[原文](report.txt)、[自己](#L1)、[外](https://a.example/b.md)。\n" +
		"\n```md\n[样子](../c.md)\n```\n\n> [引](../../themes/_index.md)\n"
	want := "见[词条](../../glossary/a/index.md#x)、[提法](../../glossary/b/index.md \"甲 (乙)\")、[报告](../b/index.md#L3)、[原文](report.txt)、[自己](#L1)、[外](https://a.example/b.md)。\n" +
		"\n```md\n[样子](../c.md)\n```\n\n> [引](../../themes/index.md)\n"
	if got := relinked("reports/x/index.md", "reports/x/index.md", body); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := relinked("glossary/a.md", "glossary/a/index.md", "[甲](b.md)[乙](../reports/x/index.md)[丙](_index.md)"); got != "[甲](../b/index.md)[乙](../../reports/x/index.md)[丙](../index.md)" {
		t.Error(got)
	}
}

// Of the uses of a term the Markdown beside its page says how many there are; what stands
// before and behind is whole.
func TestBeside(t *testing.T) {
	tree := page.Body{
		paragraph(page.Text("甲")), heading(1, "释义", "senses"), paragraph(page.Text("乙")),
		heading(1, "用例", usesID), paragraph(page.Text("共2处。")), heading(2, "报告", "in-a"), paragraph(page.Text("丙")),
		heading(1, "分布", "spread"), paragraph(page.Text("丁")), paragraph(page.Text("戊")),
	}
	p := Page{Path: "glossary/a.md", Front: Front{Title: "甲", Type: "term"}, Body: fixed(tree)}
	const want = "甲\n\n## 释义 {#senses}\n\n乙\n\n## 用例 {#uses}\n\n共2处。\n\n## 分布 {#spread}\n\n丁\n\n戊\n"
	forms, err := p.Forms()
	if err != nil {
		t.Fatal(err)
	}
	front := string(p.Front.forReaders().yaml())
	if got := string(forms.Published); got != front+want {
		t.Errorf("got\n%s\nwant\n%s", got, front+want)
	}
	if got := string(p.Published()); got != string(forms.Published) {
		t.Errorf("alone it is\n%s", got)
	}
}
