package law

import (
	"os"
	"slices"
	"strings"
	"testing"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/markdown"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

func contract(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../contract.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func read(t *testing.T) Law {
	t.Helper()
	return Read(contract(t))
}

// What the law goes by are names of the contract.
func TestNames(t *testing.T) {
	names := map[string]bool{}
	for entry := range strings.Lines(contract(t)) {
		if words := strings.Fields(entry); len(words) > 1 {
			names[words[0]+" "+words[1]] = true
		}
	}
	for _, name := range []string{"id " + line + "<n>", "id " + debris + "<n>", "data " + reportText, "data " + added} {
		if !names[name] {
			t.Errorf("the contract has no %s", name)
		}
	}
	if len(read(t).parts) == 0 {
		t.Error("the contract has no part")
	}
}

// TestFinds breaks each form of a page in every way that the law names, and
// wants it found.
func TestFinds(t *testing.T) {
	content := os.DirFS("../../content")
	reports, _ := report.Read(content, "reports")
	terms, _ := glossary.Load(content, glossary.OwnFile)
	corpus, _ := annotate.Reports(reports, terms, &theme.Vocabulary{}, annotate.FirstInSection)
	pages, _ := markdown.Site{}.Write(corpus, content)
	of := pages[slices.IndexFunc(pages, func(p markdown.Page) bool { return p.Path == "reports/liwan-2017/index.md" })]
	plain, rendered, err := of.ReportForms()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ name, form, old, new, want string }{
		{"a character lost", "Markdown", "過去一年", "過去年", "report.txt:11: the Markdown has another text"},
		{"a character added", "HTML", "過去一年", "過去的一年", "report.txt:11: the HTML has another text"},
		{"a line lost", "Markdown", "[11](#L11)", "", "report.txt:11: the line is not in its place"},
		{"a line without its id", "HTML", `<p id=L11>`, "<p>", "report.txt:11: 0 elements have the line's id"},
		{"a line twice", "Markdown", "[11](#L11)", "[11](#L11)\n\n又 [11](#L11)", "report.txt:11: the Markdown has another text"},
		{"text after the last line", "Markdown", "## 本文词条", "加的话\n\n## 本文词条", "shows what is no line"},
		{"text after the last line", "HTML", `<div class=apparatus>`, `<div data-report-text><p>加的话</p></div><div class=apparatus>`, "shows what is no line"},
		{"a list made of a line", "Markdown", "過去一年", "- 過去一年", "report.txt:11: "},
		{"debris not listed", "HTML", `id=debris-L3`, `id=debris-L4`, "report.txt:3: the line is neither shown nor"},
	} {
		t.Run(test.name+" in the "+test.form, func(t *testing.T) {
			texts := map[string]string{"Markdown": string(plain), "HTML": string(rendered)}
			if !strings.Contains(texts[test.form], test.old) {
				t.Fatalf("the page has no %s", test.old)
			}
			texts[test.form] = strings.Replace(texts[test.form], test.old, test.new, 1)
			var found []string
			for _, p := range read(t).Check(of.Report, of.Path, []byte(texts["Markdown"]), []byte(texts["HTML"])) {
				found = append(found, p.String())
			}
			if !strings.Contains(strings.Join(found, "\n"), test.want) {
				t.Errorf("found %q, want %q", found, test.want)
			}
		})
	}
}
