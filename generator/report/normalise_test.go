package report

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestDisplayString(t *testing.T) {
	tests := []struct{ name, line, want string }{
		{"marks next to Chinese", "各位代表,今年:好!(完)?是;", "各位代表，今年：好！（完）？是；"},
		{"marks next to quotes", "“甲”,“乙”:1", "“甲”，“乙”：1"},
		{"ratio", "二三产比例为29:71,年均", "二三产比例为29:71，年均"},
		{"ratio of three with stray spaces", "占比达到 0.2:42.7:57.1 。先进", "占比达到0.2:42.7:57.1。先进"},
		{"time", "于12:40到场", "于12:40到场"},
		{"range", "增长6.5-7%,投资", "增长6.5-7%，投资"},
		{"thousands", "共1,080,760元", "共1,080,760元"},
		{"per cent stays narrow", "增长 8% 左右", "增长8%左右"},
		{"comma apart from figures", "增长 4.1% , 2020年达到", "增长4.1%，2020年达到"},
		{"comma after stray space", "置, 75%以上", "置，75%以上"},
		{"parentheses in pairs", "纲要(2015-2020年)及中心(RBD)。", "纲要（2015-2020年）及中心（RBD）。"},
		{"parentheses of Latin text", "在 f(x) 处", "在f（x）处"},
		{"no pair", "1)甲", "1)甲"},
		{"quotes", "“互联网 + ”与 “ 5080 ”", "“互联网+”与“5080”"},
		{"year in pieces", "展望二 〇 三五年,", "展望二〇三五年，"},
		{"dash", "( 2018 — 2025 年)", "（2018—2025年）"},
		{"Latin words", "建设 Smart City 平台,用 AI and 5G", "建设Smart City平台，用AI and 5G"},
		{"no Chinese at all", "  Hello , world ( x ) ", "Hello , world ( x )"},
		{"title in parts", "第一章　总则", "第一章　总则"},
		{"title of figures behind its number", "第一节　2035年远景目标", "第一节　2035年远景目标"},
		{"title in quotes behind its number", "## 第二节　“十四五”时期目标", "第二节　“十四五”时期目标"},
		{"spread title", "名 词 解 释", "名词解释"},
		{"indent and end", "　　全区\t", "全区"},
		{"tab in a row", "指标\t单位", "指标\t单位"},
		{"row of a table with tabs", "经济发展\t1.生产总值（%）\t3.9\t6.5\t预期性", "经济发展 1.生产总值（%） 3.9 6.5 预期性"},
		{"row of a table with spaces", "2 城镇化率 % 51.2 60.3 〔9.1〕", "2 城镇化率 % 51.2 60.3 〔9.1〕"},
		{"row that ends in figures", "食 品 2.3 2.5 -2.1", "食品 2.3 2.5 -2.1"},
		{"row of a name and two figures", "其中：轻工业 24314 13.8", "其中：轻工业 24314 13.8"},
		{"sentence with figures", "产量 49746 吨，比 2005 年增长 2.8", "产量49746吨，比2005年增长2.8"},
		{"row of a table with wide spaces", "绿色生态　　森林覆盖率　41.0  43.5", "绿色生态 森林覆盖率 41.0 43.5"},
		{"head of a table", "序号 指标 单位 2015年 2020年 年均增长", "序号 指标 单位 2015年 2020年 年均增长"},
		{"spread title with a year", "某镇 2019 年 政 府 工 作 报 告", "某镇2019年政府工作报告"},
		{"empty brackets", "注：〔 〕内为 累计数。", "注：〔 〕内为累计数。"},
		{"page in a table of contents", "第一节 发展基础\t12", "第一节 发展基础 12"},
		{"zero-width", "政\u200b府\ufeff", "政府"},
		{"white space only", " \u3000\t", ""},
		{"address", "网址http://a.cn/", "网址http://a.cn/"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := DisplayString(test.line); got != test.want {
				t.Errorf("%q is shown as %q, want %q", test.line, got, test.want)
			}
		})
	}
}

// Of each character a shorter way knows what the longer one does.
func TestShortWays(t *testing.T) {
	for r := range rune(0x20000) {
		if !utf8.ValidRune(r) {
			continue
		}
		for _, line := range []string{string(r), "甲" + string(r) + "乙", "甲" + string([]rune{r, r}) + "b"} {
			var all []rune
			for _, g := range Display(line) {
				if g.Shown != 0 {
					all = append(all, g.Shown)
				}
			}
			if got := DisplayString(line); got != string(all) {
				t.Errorf("%q is shown as %q, its glyphs are %q", line, got, string(all))
			}
		}
		if got := isNumeral(r); got != strings.ContainsRune(numerals, r) {
			t.Errorf("%c is a numeral: %t", r, got)
		}
		if got := isHan(r); got != unicode.Is(unicode.Han, r) {
			t.Errorf("%c is Han: %t", r, got)
		}
	}
}

func BenchmarkDisplay(b *testing.B) {
	reports := content(b)
	size := 0
	for b.Loop() {
		size = 0
		for _, r := range reports {
			for _, line := range r.Lines {
				size += len(line.Text)
				Display(line.Text)
			}
		}
	}
	b.SetBytes(int64(size))
}

func BenchmarkParse(b *testing.B) {
	for _, r := range content(b) {
		b.Run(r.Slug, func(b *testing.B) {
			text := r.Bytes()
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Parse(r.Slug, text, r.Meta)
			}
		})
	}
}
