package markdown

import (
	"os"
	"testing"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/problem"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// real reads the project's own content.
func real(t testing.TB) *annotate.Corpus {
	t.Helper()
	content := os.DirFS("../../content")
	reports, problems := report.Read(content, "reports")
	terms, more := glossary.Load(content, "glossary.yaml")
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

func TestReports(t *testing.T) {
	c := real(t)
	pages, problems := Write(c, os.DirFS("../../content"))
	for _, r := range c.Reports {
		problems = append(problems, Law(r, pages)...)
	}
	problems = append(problems, Links(pages)...)
	for _, p := range problems {
		t.Error(p)
	}
	if dir := os.Getenv("MD_OUT"); dir != "" {
		for _, p := range pages {
			os.MkdirAll(dir+"/"+p.Path, 0o777)
			os.WriteFile(dir+"/"+p.Path+"/md", p.File(), 0o666)
			h, _ := p.HTML()
			os.WriteFile(dir+"/"+p.Path+"/html", h, 0o666)
		}
	}
}
