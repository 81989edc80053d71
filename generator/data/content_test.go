package data

import (
	"bytes"
	"os"
	"testing"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/problem"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// The project's own content keeps the promise, and its texts are published
// byte for byte but for lines withheld.
func TestWriteContent(t *testing.T) {
	content := os.DirFS("../../content")
	reports, problems := report.Read(content, "reports")
	terms, more := glossary.Load(content, glossary.Files...)
	problems = append(problems, more...)
	themes, more := theme.Load(content, "themes.yaml")
	problems = append(problems, more...)
	if problem.HasErrors(problems) {
		t.Fatal(problems)
	}
	corpus, problems := annotate.Reports(reports, terms, themes, annotate.FirstInSection)
	if problem.HasErrors(problems) {
		t.Fatal(problems)
	}

	files := write(t, corpus)
	holdsPromise(t, corpus, files)
	holdsTable(t, corpus, files)
	for _, r := range reports {
		received, err := os.ReadFile("../../content/" + r.Source.File)
		if err != nil {
			t.Fatal(err)
		}
		if len(withheld(r)) == 0 && !bytes.Equal(files[r.Source.File], received) {
			t.Errorf("%s is not published as received", r.Source.File)
		}
		if len(r.Paragraphs) == 0 || len(r.Terms) == 0 || len(r.Outline) == 0 {
			t.Errorf("%s: %d paragraphs, %d terms, %d outline entries", r.Slug, len(r.Paragraphs), len(r.Terms), len(r.Outline))
		}
		if len(r.Indicators) == 0 {
			t.Errorf("%s: no indicators", r.Slug)
		}
	}
}
