package glossary_test

import (
	"slices"
	"testing"

	"jianzhu/generator/glossary"
)

func TestOwn(t *testing.T) {
	entries := &glossary.Glossary{Terms: []glossary.Term{{ID: "fang-guan-fu", Term: "放管服", Pinyin: "fàng guǎn fú"}}}
	g := entries.WithOwn([]string{"“六稳”", "六稳", "“四旁”“五边”", "两新", "两心", "“放管服”改革", "访管服", "“六稳”、“六保”", "α"})
	var got []string
	for _, term := range g.Terms {
		got = append(got, term.ID+" "+term.Term)
		for _, alias := range term.Aliases {
			got = append(got, "  "+alias)
		}
		if term.Own == (term.ID == "fang-guan-fu") {
			t.Errorf("%s: own %v", term.ID, term.Own)
		}
	}
	want := []string{
		"3e32da96 α",
		"fang-guan-fu 放管服",
		"fang-guan-fu-e6e551cf 访管服",
		"fang-guan-fu-gai-ge “放管服”改革",
		"liang-xin-a86a4b6f 两心",
		"liang-xin-539c87db 两新",
		"liu-wen 六稳",
		"liu-wen-liu-bao “六稳”、“六保”",
		"  “六保”",
		"si-pang-wu-bian “四旁”“五边”",
		"  “四旁”",
		"  “五边”",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if own := g.Own("「六稳」"); own == nil || own.ID != "liu-wen" {
		t.Errorf("六稳 is %v", own)
	}
	if g.Own("放管服") != nil || g.Own("七稳") != nil {
		t.Error("an entry, or nothing, is taken for an own term")
	}
	found := g.Matcher("zh-Hans").FindOf("做好六稳，清理“四旁”", func(m glossary.Match) bool { return g.Terms[m.Term].ID != "liu-wen" })
	if len(found) != 1 || found[0].Surface != "四旁" {
		t.Errorf("found %v", found)
	}
}
