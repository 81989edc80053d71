package markdown

import (
	"os"
	"slices"
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
		problems = append(problems, lawful(t, pages[i])...)
	}
	problems = append(problems, DeadLinks(pages, "/", anyFile)...)
	for _, p := range problems {
		t.Error(p)
	}
	if len(c.Reports) == 0 || len(pages) < len(c.Reports)+len(c.Glossary.Terms)+len(c.Themes.Themes) {
		t.Errorf("%d pages for %d reports", len(pages), len(c.Reports))
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
	for _, p := range DeadLinks(pages, "/", anyFile) {
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
