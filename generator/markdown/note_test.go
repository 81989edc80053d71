package markdown

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"golang.org/x/net/html"

	"jianzhu/generator/annotate"
	"jianzhu/generator/law"
	"jianzhu/generator/page"
	"jianzhu/generator/problem"
	"jianzhu/generator/report"
)

// FuzzNotes holds that notes on any words, with any body that is let in, leave
// the text as it is, and that each has one mark, one place by the text and one
// entry.
func FuzzNotes(f *testing.F) {
	for i, text := range append(hostile(f), lines(f)...) {
		f.Add(text, text, uint64(i))
		f.Add(text+"\n"+text, "*甲*\n\n- 乙\n\n[丙](#L1)", uint64(i))
	}
	f.Fuzz(func(t *testing.T, text, body string, seed uint64) {
		if len(text)+len(body) > longFuzzed {
			t.Skip()
		}
		random := rand.New(rand.NewPCG(seed, seed))
		c := marked(text, random)
		r := c.Reports[0]
		annotateAnywhere(r, body, random)
		made := newWriter(c).report(0)
		problems := lawful(t, made)
		written := string(made.Markdown())
		problems = append(problems, firstLaw(t).CheckMarkdown(r, "Markdown of a forge", forgeMarkdown, []byte(written))...)
		for _, p := range problems {
			t.Error(p)
		}
		rendered, _, err := made.appendHTML(nil)
		if err != nil {
			t.Fatal(err)
		}
		root, err := html.Parse(bytes.NewReader(rendered))
		if err != nil {
			t.Fatal(err)
		}
		own, _, _ := strings.Cut(written, "{#"+notesPart.ID+"}")
		for _, n := range r.Notes {
			if got := strings.Count(own, fmt.Sprintf("[注%d](#note-%d)", n.N, n.N)); got != 1 {
				t.Errorf("%d marks of note %d", got, n.N)
			}
			want := []string{page.NoteRefID(n.N), page.NoteID(n.N)}
			if got := idsOfNote(root, n.N); !slices.Equal(got, want) {
				t.Errorf("note %d has %v, want %v", n.N, got, want)
			}
		}
		if strings.Contains(written, "{{") || strings.Contains(written, "<!--") {
			t.Error("Hugo would run or cut what is in it")
		}
		if t.Failed() {
			t.Log(written)
		}
	})
}

// annotateAnywhere puts notes on words of a report, with a body if it may stand.
func annotateAnywhere(r *report.Report, body string, random *rand.Rand) {
	body = strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(body, "\ufffd")))
	if message, _ := bodyFault(body); message != "" || body == "" {
		body = "甲"
	}
	for _, p := range r.Paragraphs {
		size := len([]rune(p.Text))
		var ends []int
		for random.IntN(2) == 0 {
			ends = append(ends, 1+random.IntN(size))
		}
		slices.Sort(ends)
		for _, end := range ends {
			n := report.Note{N: len(r.Notes) + 1, Body: body, Author: "# *编者*", Line: p.Line, Column: random.IntN(end), End: end}
			if law.Compared(report.Show(p.Text).Between(n.Column, end)) == "" {
				continue // a quote has words that are shown
			}
			r.Notes = append(r.Notes, n)
		}
	}
	p := &reportPage{r: r, shown: map[int]bool{}}
	for _, paragraph := range r.Paragraphs {
		p.shown[paragraph.Line] = true
	}
	if slices.ContainsFunc(r.Notes, func(n report.Note) bool { return !isEntry(string(page.Body{page.Notes{p.note(n)}}.Markdown("")), body) }) {
		for i := range r.Notes {
			r.Notes[i].Body = "甲"
		}
	}
}

// idsOfNote are the ids that a note and its mark have on a page, in their order.
func idsOfNote(root *html.Node, n int) (ids []string) {
	for node := range root.Descendants() {
		if id := attribute(node, "id"); id == page.NoteID(n) || id == page.NoteRefID(n) {
			ids = append(ids, id)
		}
	}
	return ids
}

// What a note's body may not have is told, with what to do.
func TestNoteBodies(t *testing.T) {
	for body, want := range map[string]string{
		"甲": "",
		"*甲*\n\n- 乙\n- 丙\n\n> 丁\n\n`戊`":      "",
		"见[第2行](#L2)、<https://example.org/>": "",
		"```sh\nls\n```":          "",
		"```sh\nls":               "",
		"甲\n\n<b>乙</b>":           "a body with HTML",
		"<div>":                   "a body with HTML",
		"# 甲":                     "a body with a heading",
		"甲\n---":                  "a body with a heading",
		"![甲](a.png)":             "a body with an image",
		"[甲]: /a":                 "a body with a link definition",
		"{{< figure >}}":          "a body with {{, which Hugo would run",
		"`<!--more-->`":           "a body with <!--, which Hugo would run",
		"[甲](javascript:alert())": "a body with a link to javascript:alert()",
	} {
		if message, hint := bodyFault(body); message != want || (message == "") != (hint == "") {
			t.Errorf("%q: %q, %q; want %q", body, message, hint, want)
		}
	}
}

// Faults of notes are told where the editor wrote them.
func TestNotePlaces(t *testing.T) {
	text := "工作报告\n增长6%。\n"
	files := fstest.MapFS{
		"reports/a/report.yaml": {Data: []byte("title: 工作报告\n")},
		"reports/a/report.txt":  {Data: []byte(text)},
		"reports/a/notes.yaml":  {Data: []byte("- quote: 增长6%\n  body: 见[别处](../b/index.md#L1)、[表](表.pdf)。\n- quote: 增长\n  body: |\n    ```\n    ls\n- quote: 工作\n  body: 见[第9行](#L9)。\n")},
		"guide.md":              {Data: []byte("---\ntitle: 体例\n---\n\n```yaml report.yaml\ntitle: 样例\n```\n\n```yaml notes.yaml\n- quote: 工作\n  body: 见[第9行](#L9)。\n```\n\n```text report.txt\n" + text + "```\n")},
	}
	reports, problems := report.Read(files, "reports")
	c := &annotate.Corpus{Reports: reports}
	pages, more := Write(c, files, "/")
	problems = append(problems, more...)
	problems = append(problems, DeadLinks(pages, "/", func(file string) bool { return file != "reports/a/表.pdf" })...)
	problem.Sort(problems)
	var got []string
	for _, p := range problems {
		got = append(got, fmt.Sprintf("%s: %s", p.Place(), p.Message))
	}
	want := []string{
		"content/guide.md:11: the link #L9 leads nowhere",
		"content/reports/a/notes.yaml:2: the link ../b/index.md#L1 leads nowhere",
		"content/reports/a/notes.yaml:2: the link 表.pdf leads nowhere",
		"content/reports/a/notes.yaml:4: a body that does not end",
		"content/reports/a/notes.yaml:8: the link #L9 leads nowhere",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// A body leads, where it stands by itself, from the site's address or else from
// the report's page.
func TestNoteHTML(t *testing.T) {
	r := &report.Report{Slug: "a"}
	n := report.Note{Body: "见[甲](#L1)、[乙](../b/index.md#L2)、[丙](../../glossary/c.md)、[丁](https://example.org/)。\n\n- *戊*"}
	for address, want := range map[string]string{
		"https://example.org/x/": `<p>见<a href="https://example.org/x/reports/a/#L1">甲</a>、<a href="https://example.org/x/reports/b/#L2">乙</a>、<a href="https://example.org/x/glossary/c/">丙</a>、<a href="https://example.org/">丁</a>。</p>` + "\n<ul>\n<li><em>戊</em></li>\n</ul>",
		"/":                      `<p>见<a href="./#L1">甲</a>、<a href="../b/#L2">乙</a>、<a href="../../glossary/c/">丙</a>、<a href="https://example.org/">丁</a>。</p>` + "\n<ul>\n<li><em>戊</em></li>\n</ul>",
	} {
		if got, err := NoteHTML(r, n, address); err != nil || got != want {
			t.Errorf("got %s, %v\nwant %s", got, err, want)
		}
	}
}
