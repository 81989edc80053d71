package markdown

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/goccy/go-yaml"
	"github.com/pelletier/go-toml/v2"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/page"
)

func TestEditorPages(t *testing.T) {
	for _, test := range []struct{ name, file, text, want string }{
		{"passed through", "about.md", "---\ntitle: 关于\nmenu: main\nparams: {a: 1}\n---\n\n[主页](_index.md)\n", ""},
		{"a title alone", "about.md", "---\r\ntitle: 关于\r\n---", ""},
		{"no front matter", "about.md", "# 关于\n", "content/about.md:1: the page has no front matter"},
		{"other front matter", "about.md", "+++\ntitle = '关于'\n+++\n", "content/about.md:1: the page has no front matter"},
		{"an open end", "about.md", "---\ntitle: 关于\n", "content/about.md:1: the front matter does not end"},
		{"no title", "a/b.md", "---\nweight: 1\n---\n", "content/a/b.md:1: the page has no title"},
		{"not YAML", "about.md", "---\ntitle: 关于\nweight: [1\n---\n", "content/about.md:3: a bracket that is not closed"},
		{"another type", "about.md", "---\ntitle: 关于\nweight: 甲\n---\n", `content/about.md:3: weight: "甲" is not a number`},
		{"params that are none", "about.md", "---\ntitle: 关于\nparams: 5\n---\n", `content/about.md:3: params: `},
		{"HTML", "about.md", "---\ntitle: 关于\n---\n\n甲\n\n- 乙 <b>丙</b>\n", `content/about.md:7: HTML, which is not shown`},
		{"a block of HTML", "about.md", "---\ntitle: 关于\n---\n甲\n\n<div>\n乙\n</div>\n", `content/about.md:6: HTML, which is not shown`},
		{"a comment", "about.md", "---\ntitle: 关于\n---\n<!-- 待补 -->\n\n甲<!-- 乙 -->\n", ""},
		{"HTML in code", "about.md", "---\ntitle: 关于\n---\n`<b>`、\\<b>、1 < 2\n\n    <b>\n", ""},
		{"a link that runs", "_index.md", "---\ntitle: 关于\n---\n甲\n\n- 乙\n- [丙](javascript:alert(1))\n", `content/_index.md:7: a link to javascript:alert(1), which is not shown`},
		{"a link to a disk", "about.md", "---\ntitle: 关于\n---\n见\n<file:///etc/hosts>\n", `content/about.md:5: a link to file:///etc/hosts, which is not shown`},
		{"a reference that runs", "about.md", "---\ntitle: 关于\n---\n[甲][]\n\n[甲]: vbscript:x\n", `content/about.md:4: a link to vbscript:x, which is not shown`},
		{"a picture in the page", "about.md", "---\ntitle: 关于\n---\n![甲](data:image/png;base64,AA)\n", ""},
		{"a picture from elsewhere", "about.md", "---\ntitle: 关于\n---\n甲\n\n![甲](https://example.org/a.png)\n", `content/about.md:6: warning: a picture from elsewhere: https://example.org/a.png`},
		{"a picture from the same elsewhere", "about.md", "---\ntitle: 关于\n---\n![甲](//example.org/a.png)\n", `content/about.md:4: warning: a picture from elsewhere: //example.org/a.png`},
		{"a telephone", "about.md", "---\ntitle: 关于\n---\n[甲](tel:12345)\n", ""},
		{"another encoding", "about.md", "---\ntitle: 关于\n---\n\xd5\xfe\xb8\xae\n", `content/about.md:4: bytes that are not UTF-8`},
		{"a page made already", "glossary/a.md", "---\ntitle: 甲\n---\n", "content/glossary/a.md:1: the page is made from the content already"},
		{"a type of ours", "about.md", "---\ntitle: 关于\ntype: region\n---\n\n## 乙 {#promises}\n\n- 丙\n", `content/about.md:3: the type of an editor's page is page, not "region"`},
		{"an address of its own", "about.md", "---\ntitle: 关于\nurl: /reports/\n---\n", `content/about.md:3: unknown key "url"`},
		{"what is not rendered", "_index.md", "---\ntitle: 关于\ncascade: {build: {render: never}}\n---\n", `content/_index.md:3: unknown key "cascade"`},
		{"a name that is another address", "x?y.md", "---\ntitle: 关于\n---\n", `content/x?y.md: "?" in the name`},
		{"a name too long for a file", strings.Repeat("甲", 70) + ".md", "---\ntitle: 关于\n---\n", "content/" + strings.Repeat("甲", 70) + ".md: the name of the page or of its folder has 210 bytes, more than the 200 that one has in an address"},
		{"a name with capitals", "About.md", "---\ntitle: 关于\n---\n", `content/About.md: "A" in the name`},
		{"one address", "glossary/a/index.md", "---\ntitle: 甲\n---\n", "content/glossary/a/index.md:1: /glossary/a/ is already the address of glossary/a.md"},
		{"an alias of its own", "about.md", "---\ntitle: 关于\naliases: [/old/, older]\n---\n", ""},
		{"an alias that is a page", "about.md", "---\ntitle: 关于\naliases: [/glossary/a]\n---\n", `content/about.md:1: alias "/glossary/a" is already the address of glossary/a.md`},
		{"an alias beside it that is a page", "about.md", "---\ntitle: 关于\naliases: [themes]\n---\n", `content/about.md:1: alias "themes" is already the address of themes/_index.md`},
		{"an alias that is the home page", "a/b.md", "---\ntitle: 关于\naliases: [..]\n---\n", `content/a/b.md:1: alias ".." is already the address of _index.md`},
		{"an alias twice", "about.md", "---\ntitle: 关于\naliases: [/x/, x]\n---\n", `content/about.md:1: alias "x" is already the address of about.md`},
		{"beside a report", "reports/x/about.md", "no page", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := &annotate.Corpus{Glossary: &glossary.Glossary{Terms: []glossary.Term{{ID: "a", Term: "甲"}}}}
			_, problems := Write(c, fstest.MapFS{test.file: {Data: []byte(test.text)}}, "/")
			got := ""
			if len(problems) > 0 {
				got = problems[0].String()
			}
			if !strings.HasPrefix(got, test.want) || test.want == "" && got != "" {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestEditorIndex wants the editor's words before what is made.
func TestEditorIndex(t *testing.T) {
	home := "---\ntitle: 我的笺注\nmenu: main\nparams:\n  a: 1\n---\n\n开场白\n"
	pages, problems := Write(&annotate.Corpus{}, fstest.MapFS{"_index.md": {Data: []byte(home)}}, "/")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	i := slices.IndexFunc(pages, func(p Page) bool { return p.Path == "_index.md" })
	text := string(pages[i].File())
	for _, want := range []string{"title: 我的笺注\ntype: home\n", "menu: main\n", "params:\n  a: 1\n", "---\n\n开场白\n\n## 报告 {#reports}"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in:\n%s", want, text)
		}
	}
}

// TestOwnParams wants an editor's params of an index page beside ours, which stand where both
// have a key, in both languages of front matter.
func TestOwnParams(t *testing.T) {
	front := Front{Title: "甲", Own: yaml.MapSlice{{Key: "params", Value: map[string]any{"a": map[string]any{"b": "丙"}, "newest": "丁"}}, {Key: "menu", Value: "main"}}}
	front.join(HomeParams{[]Newest{{Slug: "r", Title: "乙"}}})
	want := "map[menu:main params:map[a:map[b:丙] newest:[map[slug:r title:乙]]] title:甲]"
	for mark, form := range map[string]struct {
		text []byte
		read func([]byte, any) error
	}{"---\n": {front.yaml(), func(text []byte, into any) error { return yaml.Unmarshal(text, into) }}, "+++\n": {front.toml(), toml.Unmarshal}} {
		var got map[string]any
		err := form.read(bytes.Trim(form.text, mark), &got)
		if err != nil || fmt.Sprint(got) != want {
			t.Errorf("got %v, %v\nwant %s\n%s", got, err, want, form.text)
		}
	}
}

// TestFront wants any title back from the front matter.
func TestFront(t *testing.T) {
	for _, title := range append(hostile(t), "---\n---\n", "a: b", "- a", "'", `"`, "# x", "@x", "!x", "true", "1", "null", "~", "[x", "{{ .Title }}", " x ") {
		text := Front{Title: title, Params: RegionParams{Region: []string{title}, Code: title}}.yaml()
		inner, ok := strings.CutPrefix(string(text), "---\n")
		inner, rest, closed := strings.Cut(inner, "---\n\n")
		if !ok || !closed || rest != "" || strings.Contains("\n"+inner, "\n---") {
			t.Errorf("%q ends the front matter:\n%s", title, text)
		}
		var front struct {
			Title  string
			Params struct {
				Region []string
				Code   string
			}
		}
		if err := yaml.Unmarshal([]byte(inner), &front); err != nil {
			t.Errorf("%q: %v\n%s", title, err, text)
		} else if front.Title != title || front.Params.Region[0] != title || front.Params.Code != title {
			t.Errorf("%q came back as %q:\n%s", title, front.Title, text)
		}
	}
}

// TestEditorHTML shows what Markdown of an editor becomes.
func TestEditorHTML(t *testing.T) {
	made := Page{Path: "guide/a.md", Body: fixed(page.Body{page.Prose{From: "guide/a.md", Text: "## 一 节\n\n<b>x</b> ![p](p.png) {{< x >}}\n\n### 小节\n\n```go\nx := 1\n```\n\n| a |\n|---|\n| b |\n\n## 一 节\n"}})}
	html, err := made.HTML()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`<section id="一-节">`, `<section id="小节">`, `<section id="一-节-1">`, `<img src="../p.png" alt="p">`,
		"&#123;&#123;&lt; x", `<pre tabindex="0" class="chroma">`, `<span class="nx">x</span>`, "<table>",
	} {
		if !strings.Contains(string(html), want) {
			t.Errorf("no %s in:\n%s", want, html)
		}
	}
	for _, not := range []string{"<b>", "style=", "{{"} {
		if strings.Contains(string(html), not) {
			t.Errorf("%s in:\n%s", not, html)
		}
	}
}

// A fault of the program in one page is an error, not the end of the process.
func TestPanicIsAnError(t *testing.T) {
	made := Page{Path: "a.md", Body: fixed(page.Body{nil})}
	if _, err := made.HTML(); err == nil || !strings.Contains(err.Error(), "a fault of the program (page/") {
		t.Error(err)
	}
}
