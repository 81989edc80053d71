package page

import (
	"bytes"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
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
		got := markdownOf(Passage{Text: []rune(test.text)})
		if got != test.want {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
		if text := readAs(t, got+" [7](#L7)\n"); text != strings.TrimSpace(test.text)+" 7" {
			t.Errorf("%q reads as %q", test.text, text)
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
		got := markdownOf(Passage{Text: []rune(test.text), Bold: []Span{{test.start, test.end}}})
		if got != test.want {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
		if text := readAs(t, got); text != test.text {
			t.Errorf("%q reads as %q", test.text, text)
		}
	}
}

// TestMarks shows links and gaps with bold around, in and across them.
func TestMarks(t *testing.T) {
	mark := Mark{3, Gap{"缺", "cut-L1"}}
	for _, test := range []struct {
		name string
		p    Passage
		want string
	}{
		{"a link in bold", Passage{Bold: []Span{{0, 5}}, Links: []Reference{{Span: Span{0, 3}, To: "a.md", Gloss: `说"明"`}}}, `**[推进放](a.md "说\"明\"")管服**！改革`},
		{"a link across bold", Passage{Bold: []Span{{0, 2}}, Links: []Reference{{Span: Span{1, 3}, To: "a.md"}}}, "**推进**放管服！改革"},
		{"a link after a mark of exclamation", Passage{Links: []Reference{{Span: Span{6, 8}, To: "a.md"}}}, `推进放管服\![改革](a.md)`},
		{"a gap in bold", Passage{Bold: []Span{{0, 5}}, Marks: []Mark{mark}}, "**推进放[〔缺〕](#cut-L1)管服**！改革"},
		{"a gap in a link", Passage{Links: []Reference{{Span: Span{2, 5}, To: "a.md"}}, Marks: []Mark{mark}}, "推进[放管服](a.md)[〔缺〕](#cut-L1)！改革"},
		{"overlapping links", Passage{Links: []Reference{{Span: Span{0, 3}, To: "a.md"}, {Span: Span{2, 5}, To: "b.md"}}}, "[推进放](a.md)管服！改革"},
	} {
		test.p.Text = []rune("推进放管服！改革")
		if test.name == "a link after a mark of exclamation" {
			test.p.Text[5] = '!'
		}
		if got := markdownOf(test.p); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// markdownOf is a passage as a paragraph of Markdown.
func markdownOf(p Passage) string {
	paragraph := Paragraph{Words: []Inline{p.Part(0, len(p.Text))}}
	return strings.TrimSuffix(string(Body{paragraph}.Markdown("page.md")), "\n")
}

var commonMark = goldmark.New(goldmark.WithExtensions(extension.Table))

// readAs is the text that a reader of CommonMark sees.
func readAs(t *testing.T, markdown string) string {
	t.Helper()
	var out bytes.Buffer
	if err := commonMark.Convert([]byte(markdown), &out); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(&out)
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(textOf(root))
}

func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := range n.ChildNodes() {
		b.WriteString(textOf(c))
	}
	return b.String()
}
