package annotate

import (
	"os"
	"testing"
	"unicode/utf8"

	"jianzhu/generator/glossary"
	"jianzhu/generator/problem"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// TestContent walks the real content.
func TestContent(t *testing.T) {
	for _, link := range []Linking{FirstInSection, FirstInReport, Every} {
		c, problems := read(os.DirFS("../../content"), link)
		for _, p := range problems {
			if p.Severity == problem.Error {
				t.Error(p)
			}
		}
		laws(t, c, link)
		for _, r := range c.Reports {
			links, labels, sections := 0, 0, 0
			for _, o := range r.Terms {
				if o.Linked {
					links++
				}
			}
			for _, e := range r.Outline {
				if e.Opens() {
					sections++
					labels += len(e.Themes)
				}
			}
			t.Logf("%-20s %-8s %4d occurrences, %4d links, %3d references, %3d sections, %3d labels", r.Slug, link,
				len(r.Terms), links, len(r.References), sections, labels)
			if links == 0 || labels == 0 {
				t.Errorf("%s: nothing annotated", r.Slug)
			}
		}
		for id, uses := range c.Uses {
			for _, u := range uses {
				before, after := u.Sentence()
				if utf8.RuneCountInString(before) > reach+1 || utf8.RuneCountInString(after) > reach+1 {
					t.Errorf("%s: line %d: the sentence of %s is not bounded", u.Report.Slug, u.Occurrence.Line, id)
				}
			}
		}
	}
}

// TestAgain: annotating twice gives the same, so that a server can do it on
// each change.
func TestAgain(t *testing.T) {
	content := os.DirFS("../../content")
	c, _ := read(content, FirstInSection)
	once := describe(c, nil)
	c, _ = Reports(c.Reports, c.Glossary, c.Themes, FirstInSection)
	if describe(c, nil) != once {
		t.Error("annotating twice is not annotating once")
	}
}

func BenchmarkReports(b *testing.B) {
	content := os.DirFS("../../content")
	reports, _ := report.Read(content, "reports")
	g, _ := glossary.Load(content, glossary.Files...)
	v, _ := theme.Load(content, "themes.yaml")
	size := int64(0)
	for _, r := range reports {
		for _, l := range r.Lines {
			size += int64(len(l.Text) + len(l.End))
		}
	}
	b.SetBytes(size)
	for b.Loop() {
		Reports(reports, g, v, FirstInSection)
	}
}
