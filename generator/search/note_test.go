package search

import (
	"testing"

	"jianzhu/generator/annotate"
	"jianzhu/generator/report"
)

func TestUnmarked(t *testing.T) {
	for body, want := range map[string]string{
		"见[第2行](#L2)的**数字**，`甲`。":       "见第2行的数字，甲。",
		"两件事是：\n\n1. 甲；\n2. 乙。\n\n> 引文": "两件事是： 甲； 乙。 引文",
		"- 甲\n- 乙":             "甲 乙",
		"```sh\nls\n```":       "ls",
		"增长6.5-7%，35\\*2 = 70": "增长6.5-7%，35*2 = 70",
		"2016年完成7个。":           "2016年完成7个。",
	} {
		if got := unmarked(body); got != want {
			t.Errorf("%q becomes %q, want %q", body, got, want)
		}
	}
}

// A note is found by what it quotes and by what it says, at its place.
func TestNotes(t *testing.T) {
	r := &report.Report{
		Slug: "a", Meta: report.Meta{Title: "工作报告"},
		Lines:      []report.Line{{Text: "增长 6%。"}},
		Paragraphs: []report.Paragraph{{Line: 1, Kind: report.Text, Text: "增长 6%。"}},
		Notes:      []report.Note{{N: 1, Body: "*可比*价。", Line: 1, Column: 0, End: 5}},
	}
	x := contentsOf(&annotate.Corpus{Reports: []*report.Report{r}})
	last := x.titles[1]
	if last.text() != "增长6%：可比价。" || last.title != (title{"reports/a/#note-1", last.text(), "注1"}) || x.Reports.Titles[0] != 1 {
		t.Errorf("%+v of %v", last, x.Reports)
	}
}

// An indicator is found by its other names, but not by a word that is said of more.
func TestIndicatorNames(t *testing.T) {
	for variant, want := range map[string]bool{"固投": true, "投固": false, "经济": false, "GDP": true, "全社会固定资产投资": true} {
		if got := isName(Key(variant), "固定资产投资"); got != want {
			t.Errorf("%s: %v", variant, got)
		}
	}
}
