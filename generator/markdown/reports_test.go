package markdown

import (
	"os"
	"slices"
	"strings"
	"testing"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/page"
	"jianzhu/generator/problem"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// corpus reads and annotates a content folder.
func corpus(t testing.TB, dir string) *annotate.Corpus {
	t.Helper()
	content := os.DirFS(dir)
	reports, problems := report.Read(content, "reports")
	terms, more := glossary.Load(content, glossary.Files...)
	problems = append(problems, more...)
	themes, more := theme.Load(content, "themes.yaml")
	problems = append(problems, more...)
	c, more := annotate.Reports(reports, terms, themes, annotate.FirstInSection)
	problems = append(problems, more...)
	if problem.HasErrors(problems) {
		t.Fatal(problems)
	}
	return c
}

const content = "../../content"

// TestReports holds the project's own reports to the law and walks their links.
func TestReports(t *testing.T) {
	c := corpus(t, content)
	pages, problems := Write(c, os.DirFS(content), "/")
	for _, r := range c.Reports {
		i := slices.IndexFunc(pages, func(p Page) bool { return p.Report == r })
		if i < 0 {
			t.Fatalf("%s has no page", r.Slug)
		}
		problems = append(problems, Law(pages[i])...)
	}
	problems = append(problems, Links(pages, "/", anyFile)...)
	for _, p := range problems {
		t.Error(p)
	}
	if len(c.Reports) == 0 || len(pages) < len(c.Reports)+len(c.Glossary.Terms)+len(c.Themes.Themes) {
		t.Errorf("%d pages for %d reports", len(pages), len(c.Reports))
	}
}

// TestLawFinds breaks each form of a page in every way that the law names, and
// wants it found.
func TestLawFinds(t *testing.T) {
	c := corpus(t, content)
	pages, _ := Write(c, os.DirFS(content), "/")
	of := pages[slices.IndexFunc(pages, func(p Page) bool { return p.Path == "reports/liwan-2017/index.md" })]
	html, err := of.html()
	if err != nil {
		t.Fatal(err)
	}
	markdown := string(of.Markdown())
	for _, test := range []struct{ name, form, old, new, want string }{
		{"a character lost", "Markdown", "過去一年", "過去年", "report.txt:11: the Markdown has another text"},
		{"a character added", "HTML", "過去一年", "過去的一年", "report.txt:11: the HTML has another text"},
		{"a line lost", "Markdown", "[11](#L11)", "", "report.txt:11: the line is not in its place"},
		{"a line without its id", "HTML", `<p id="L11">`, "<p>", "report.txt:11: 0 elements have the line's id"},
		{"a line twice", "Markdown", "[11](#L11)", "[11](#L11)\n\n又 [11](#L11)", "report.txt:11: the Markdown has another text"},
		{"text after the last line", "Markdown", "## 本文词条", "加的话\n\n## 本文词条", "shows what is no line"},
		{"text after the last line", "HTML", `<div class="apparatus">`, `<div data-report-text><p>加的话</p></div><div class="apparatus">`, "shows what is no line"},
		{"a list made of a line", "Markdown", "過去一年", "- 過去一年", "report.txt:11: "},
		{"debris not listed", "HTML", `id="debris-L3"`, `id="debris-L4"`, "report.txt:3: the line is neither shown nor"},
	} {
		t.Run(test.name+" in the "+test.form, func(t *testing.T) {
			texts := map[string]string{"Markdown": markdown, "HTML": string(html)}
			if !strings.Contains(texts[test.form], test.old) {
				t.Fatalf("the page has no %s", test.old)
			}
			texts[test.form] = strings.Replace(texts[test.form], test.old, test.new, 1)
			var found []string
			for _, p := range law(of.Report, of.Path, []byte(texts["Markdown"]), []byte(texts["HTML"])) {
				found = append(found, p.String())
			}
			if !strings.Contains(strings.Join(found, "\n"), test.want) {
				t.Errorf("found %q, want %q", found, test.want)
			}
		})
	}
}

// TestLinksFinds wants a link to no page and one to no place found.
func TestLinksFinds(t *testing.T) {
	written := func(file, text string) Page {
		return Page{Path: file, Body: fixed(page.Body{page.Prose{Text: text, From: file}})}
	}
	pages := []Page{
		written("a.md", "[b](b.md) [甲](b.md#甲) [home](_index.md)"),
		written("b.md", "## 甲\n\n## 一 {#x}\n\n## 二 {#x}\n"),
		written("c/d.md", "[lost](../e.md) [b](../b.md#乙) [self](#丙) [out](https://example.org/x)"),
		{Path: "_index.md"},
	}
	var got []string
	for _, p := range Links(pages, "/", anyFile) {
		got = append(got, p.String())
	}
	want := []string{
		"build/content/b.md: the id x stands twice",
		"build/content/c/d.md: the link ../../e/ leads nowhere",
		"build/content/c/d.md: the link ../../b/#%E4%B9%99 leads nowhere",
		"build/content/c/d.md: the link #%E4%B8%99 leads nowhere",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// BenchmarkLargest writes and renders the page of the largest report.
func BenchmarkLargest(b *testing.B) {
	c := corpus(b, content)
	w := newWriter(c)
	largest := 0
	for i, r := range c.Reports {
		if len(r.Paragraphs) > len(c.Reports[largest].Paragraphs) {
			largest = i
		}
	}
	b.Run("write", func(b *testing.B) {
		for b.Loop() {
			w.report(largest)
		}
	})
	made := w.report(largest)
	b.Run("markdown", func(b *testing.B) {
		for b.Loop() {
			b.SetBytes(int64(len(made.Markdown())))
		}
	})
	b.Run("html", func(b *testing.B) {
		for b.Loop() {
			html, err := made.HTML()
			if err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(len(html)))
		}
	})
}
