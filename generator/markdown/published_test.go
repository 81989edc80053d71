package markdown

import "testing"

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
