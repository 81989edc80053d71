package page

import (
	"strings"
	"testing"
)

// Each node as the two forms have it, on a page two folders deep.
func TestForms(t *testing.T) {
	const file = "reports/a/index.md"
	words := func(in ...Inline) []Inline { return in }
	for name, test := range map[string]struct {
		block          Block
		markdown, html string
	}{
		"text": {
			Paragraph{Class: "how", Words: words(Text(`1. <甲> & *乙*`))},
			`1\. <甲> & \*乙\*`, `<p class=how>1. &lt;甲&gt; &amp; *乙*</p>`,
		},
		"a line end in text": {Paragraph{Words: words(Text("甲\n# 乙"))}, `甲 \# 乙`, `<p>甲 # 乙</p>`},
		"links": {
			Paragraph{Words: words(Link{To: "glossary/b.md#x", Text: "[甲]", Lang: "zh-Hant"}, LineRef(3), Elsewhere{"https://example.org/a(b)?c&d", "乙"})},
			`[\[甲\]](../../glossary/b.md#x)[3](#L3)[乙](<https://example.org/a(b)?c&d>)`,
			`<p><a href=../../glossary/b/#x lang=zh-Hant>[甲]</a><a href=#L3>3</a><a href=https://example.org/a(b)?c&amp;d>乙</a></p>`,
		},
		"addresses": {
			Paragraph{Words: words(Web("https://example.org/"), Text("、"), Web("/x_y/"))},
			`<https://example.org/>、/x\_y/`, `<p><a href=https://example.org/ data-address>https://example.org/</a>、/x_y/</p>`,
		},
		"bold of nothing": {Paragraph{Words: words(Strong{}, Text("甲"))}, "甲", "<p>甲</p>"},
		"a label": {
			Paragraph{Words: words(Label{"改革", "theme-a", "themes/a.md"}, Label{Text: "相关2节", Entry: "related-s1"})},
			"[改革](#theme-a)[相关2节](#related-s1)",
			`<p><a href=../../themes/a/>改革</a><a class=to-related href=#related-s1>相关2节</a></p>`,
		},
		"a heading": {
			Heading{Level: 9, ID: "s1", Line: 4, Words: words(Text("# 甲"))},
			`###### \# 甲 {#s1}`, "<section id=\"s1\">\n<h6 id=L4># 甲</h6>\n</section>",
		},
		"a list": {
			List{Ordered: true, Start: 3, Items: []Item{{ID: "x", Words: words(Text("- 甲")), Items: []Item{{Lang: "zh-Hant", Words: words(Text("乙"))}}}, {Block: Plain, Words: words(Text("丙"))}}},
			"3. \\- 甲\n   - 乙\n4. 丙",
			"<ol start=3>\n<li id=x>- 甲\n<ul>\n<li lang=zh-Hant>乙\n</ul>\n<li><p>丙</p>\n</ol>",
		},
		"no list": {List{}, "", ""},
		"a quotation": {
			Quote{Class: "citation", Lines: [][]Inline{words(Text("甲")), words(Text("乙"))}},
			"> 甲\n>\n> 乙", "<blockquote class=citation>\n<p>甲</p>\n<p>乙</p>\n</blockquote>",
		},
		"files to save": {
			Saved{"存成", "、", "。", []SavedFile{{"甲", "a.bib", "text/x", "甲 {\"&\"}%\n"}, {"乙", "a.ris", "text/y", "乙"}}}, "",
			`<p class=how data-added>存成<a download="a.bib" href="data:text/x;charset=utf-8,甲%20%7B%22%26%22%7D%25%0A">甲</a>、<a download="a.ris" href="data:text/y;charset=utf-8,乙">乙</a>。</p>`,
		},
		"a table": {
			Table{Names: []string{"名", "数|值"}, Stack: true, Rows: [][]Cell{{{Words: words(Text("甲"))}, {Lang: "zh-Hant", Words: words(Text("1|2"))}}, {{}, {}}}},
			"| 名 | 数\\|值 |\n|---|---|\n| 甲 | 1\\|2 |\n|  |  |",
			"<table class=stack>\n<thead><tr>\n<th scope=col>名<th scope=col>数|值</thead>\n<tbody><tr>\n<th scope=row>甲<td lang=zh-Hant>1|2<tr>\n<td><td></table>",
		},
		"a table of the text": {
			Grid{Caption: []Paragraph{{Line: 1, Words: words(Text("表"), Address{1, 1})}}, Ends: []bool{false, true}, Rows: [][]GridCell{{{Words: words(Text("甲"))}, {Words: words(Text("1")), Line: 2}}, {{Words: words(Text("合计")), Line: 3}, {}}}},
			"表 [1](#L1)\n\n|  |  |\n| --- | ---: |\n| 甲 | 1 [2](#L2) |\n| 合计 [3](#L3) |  |",
			`<div class=table role=region aria-labelledby=L1 tabindex=0>` + "\n<table><caption>" + `<p id=L1>表 <a class=line href=#L1 data-added>1</a></p>` + "\n</caption>\n<tbody>\n" +
				`<tr id=L2><td>甲<td class=end>1<td class=number data-added><a class=line href=#L2 data-added>2</a>` + "\n" +
				`<tr id=L3><td colspan=2>合计<td class=number data-added><a class=line href=#L3 data-added>3</a></table>` + "\n</div>",
		},
		"lines of a paragraph": {
			Paragraph{Line: 1, Words: words(Passage{Text: []rune("甲乙ab"), Source: true, Lead: "s2", Bold: []Span{{0, 2}}, Marks: []Mark{{2, NoteMark(1)}, {3, LineEnd{1, 2, true}}}}, Address{1, 2})},
			"**甲乙**[注1](#note-1)a [1](#L1) b [2](#L2)",
			`<p id=L1><strong class=lead id=s2>甲乙</strong><a class=note-ref id=ref-1 href=#note-1 data-added aria-label=注1><sup data-n=1></sup></a>a<a class=new-line id=L2 data-n=2 href=#L2 data-added aria-label=第2行></a> b <a class=line href=#L1 data-added>1</a></p>`,
		},
		"a title": {
			Heading{Level: 1, ID: "s1", Words: words(Passage{Text: []rune("第一章开局"), Source: true, Title: true})},
			"## 第一章开局 {#s1}",
			"<section id=\"s1\">\n<h2><span class=ordinal>第一章</span>开局</h2>\n</section>",
		},
		"titles": {
			Paragraph{Words: words(Title("第二节提速"), Text("；"), Title("第二节 提速"), Text("；"), Title("第三产业"), Text("；"), Link{To: "#s2", Text: "第十二部分成效"})},
			"第二节提速；第二节 提速；第三产业；[第十二部分成效](#s2)",
			"<p><span class=ordinal>第二节</span>提速；第二节 提速；第三产业；<a href=#s2><span class=ordinal>第十二部分</span>成效</a></p>",
		},
		"a use": {
			List{Items: []Item{{Words: words(Use{Passage{Text: []rune("做好甲。"), Bold: []Span{{2, 3}}}, LineRef(2)})}}},
			"- 做好**甲**。 [2](#L2)",
			"<ul>\n<li><span>做好</span><strong>甲</strong><span>。 </span><a href=#L2>2</a>\n</ul>",
		},
		"code":         {Code{"", "{{ x }}\n"}, "```\n{{ x }}\n```", "<pre tabindex=\"0\" class=\"chroma\"><code><span class=\"line\"><span class=\"cl\">&#123;&#123; x }}\n</span></span></code></pre>"},
		"a figure":     {Figure{Drawing: "<svg></svg>", Below: "甲"}, "", "<figure class=figure><svg></svg><figcaption>甲</figcaption>\n</figure>"},
		"what editors": {Prose{"## 甲\n\n[乙](../b/index.md#L1) <b>丙</b>\n", file}, "## 甲\n\n[乙](../b/index.md#L1) <b>丙</b>", "<section id=\"甲\">\n<h2>甲</h2>\n<p><a href=\"../b/#L1\">乙</a> 丙</p>\n</section>"},
	} {
		if got := strings.TrimSuffix(string(Body{test.block}.Markdown(file)), "\n"); got != test.markdown {
			t.Errorf("%s as Markdown:\n%s\nwant\n%s", name, got, test.markdown)
		}
		html, _, err := Body{test.block}.AppendHTML(nil, file)
		if got := strings.TrimSuffix(string(html), "\n"); err != nil || got != test.html {
			t.Errorf("%s as HTML: %v\n%s\nwant\n%s", name, err, got, test.html)
		}
	}
}

// Blocks stand apart by one empty line; what Markdown has nothing of leaves none.
func TestBlocks(t *testing.T) {
	p := func(s string) Block { return Paragraph{Words: []Inline{Text(s)}} }
	body := Body{Figure{}, p("甲"), Part{Body: Body{Views{}, p("乙"), Folded{Name: "丙", Body: Body{p("丁")}}}}, List{}, p("戊")}
	if got := string(body.Markdown("a.md")); got != "甲\n\n乙\n\n丁\n\n戊\n" {
		t.Errorf("got %q", got)
	}
}

// Sections nest by the levels of their headings, and end with the part they are in.
func TestSections(t *testing.T) {
	h := func(level int, id string) Block { return Heading{Level: level, ID: id} }
	html, _, err := Body{h(1, "a"), h(3, "b"), h(2, "c"), Part{Class: "x", Body: Body{h(1, "d")}}, h(1, "e")}.AppendHTML(nil, "a.md")
	if err != nil {
		t.Fatal(err)
	}
	got := strings.NewReplacer("\n", "", "<h2></h2>", "", "<h3></h3>", "", "<h4></h4>", "", "section", "s").Replace(string(html))
	if want := `<s id="a"><s id="b"></s><s id="c"><div class=x><s id="d"></s></div></s></s><s id="e"></s>`; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}
