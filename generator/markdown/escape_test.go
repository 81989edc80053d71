package markdown

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestEscape shows how a line of text is written, and that it reads as itself.
// What needs no backslash gets none.
func TestEscape(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"增长7%左右，完成“三旧”改造（一期）。", "增长7%左右，完成“三旧”改造（一期）。"},
		{"R&D投入占比2.8% (新增0.2)!", "R&D投入占比2.8% (新增0.2)!"},
		{"0.5:21.3:78.2", "0.5:21.3:78.2"},
		{"1.5%", "1.5%"},
		{"-5%以内", "-5%以内"},
		{"#1机组", `\#1机组`},
		{"# 甲", `\# 甲`},
		{"甲 ##", `甲 \##`},
		{"- 甲", `\- 甲`},
		{"---", `\---`},
		{"+ 甲", `\+ 甲`},
		{"===", `\===`},
		{"1. 甲", `1\. 甲`},
		{"12) 甲", `12\) 甲`},
		{"1.", `1\.`},
		{"> 甲", `\> 甲`},
		{": 甲", `\: 甲`},
		{"见http://example.org/", `见http\://example.org/`},
		{"www.example.org", `www\.example.org`},
		{"    甲", "甲"},
		{"\t甲\t", "甲"},
		{"*甲*_乙_", `\*甲\*\_乙\_`},
		{"35~40", `35\~40`},
		{"`甲`", "\\`甲\\`"},
		{"[x](#L1)", `\[x\](#L1)`},
		{"![x](y)", `!\[x\](y)`},
		{`甲\乙`, `甲\\乙`},
		{"a < b", "a < b"},
		{"<script>", `\<script>`},
		{"<!--more-->", `\<\!--more-->`},
		{"&amp; &#123; &x", `\&amp; \&#123; &x`},
		{"{{< x >}}", `\{\{< x >}}`},
		{"{{% x %}}", `\{\{% x %}}`},
		{"甲 {#s1}", `甲 \{#s1}`},
		{"甲\u2028乙\u202e丙", "甲\u2028乙\u202e丙"},
	} {
		l := line{shown: []rune(test.text)}
		got := l.markdown(0, len(l.shown), true)
		if got != test.want {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
		root, err := plainTree(commonMark, got+" [7](#L7)\n")
		if err != nil {
			t.Fatal(err)
		}
		lines := plainLines(root)
		if len(lines) != 1 || strings.TrimSpace(lines[0].text) != strings.TrimSpace(test.text) || lines[0].number != 7 {
			t.Errorf("%q reads as %v", test.text, lines)
		}
	}
}

// TestBold shows where bold stands next to Chinese punctuation.
func TestBold(t *testing.T) {
	for _, test := range []struct {
		text       string
		start, end int
		want       string
	}{
		{"推进商圈升级。加快", 0, 6, "**推进商圈升级**。加快"},
		{"推进“三旧”。加快", 0, 6, "**推进“三旧”**。加快"},
		{"“放管服”改革", 0, 5, "**“放管服**”改革"},
		{"推进“放管服”改革。", 2, 9, "推进“**放管服”改革**。"},
		{"。一是稳增长：全市", 1, 7, "。**一是稳增长**：全市"},
		{"全市 一是 稳", 2, 6, "全市 **一是** 稳"},
		{"甲——乙", 1, 3, "甲——乙"},
		{"甲*乙*丙", 1, 4, `甲\***乙**\*丙`},
		{"甲乙", 1, 1, "甲乙"},
	} {
		l := line{shown: []rune(test.text), bold: []span{{test.start, test.end}}}
		got := l.markdown(0, len(l.shown), true)
		if got != test.want {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
		root, err := plainTree(commonMark, got)
		if err != nil {
			t.Fatal(err)
		}
		if text := textWithout(root, func(*html.Node) bool { return false }); strings.TrimSpace(text) != test.text {
			t.Errorf("%q reads as %q", test.text, text)
		}
	}
}

// TestMarks shows links and gaps with bold around, in and across them.
func TestMarks(t *testing.T) {
	mark := gap{3, "[〔缺〕](#cut-L1)"}
	for _, test := range []struct {
		name string
		line line
		want string
	}{
		{"a link in bold", line{bold: []span{{0, 5}}, links: []link{{span{0, 3}, "a.md", `说"明"`}}}, `**[推进放](a.md "说\"明\"")管服**！改革`},
		{"a link across bold", line{bold: []span{{0, 2}}, links: []link{{span{1, 3}, "a.md", ""}}}, "**推进**放管服！改革"},
		{"a link after a mark of exclamation", line{links: []link{{span{6, 8}, "a.md", ""}}}, `推进放管服\![改革](a.md)`},
		{"a gap in bold", line{bold: []span{{0, 5}}, gaps: []gap{mark}}, "**推进放[〔缺〕](#cut-L1)管服**！改革"},
		{"a gap in a link", line{links: []link{{span{2, 5}, "a.md", ""}}, gaps: []gap{mark}}, "推进[放管服](a.md)[〔缺〕](#cut-L1)！改革"},
		{"overlapping links", line{links: []link{{span{0, 3}, "a.md", ""}, {span{2, 5}, "b.md", ""}}}, "[推进放](a.md)管服！改革"},
	} {
		test.line.shown = []rune("推进放管服！改革")
		if test.name == "a link after a mark of exclamation" {
			test.line.shown[5] = '!'
		}
		if got := test.line.markdown(0, 8, true); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}
