package markdown

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"jianzhu/generator/annotate"
)

// TestSampleProblems wants faults of a sample reported where they stand on the
// editor's page.
func TestSampleProblems(t *testing.T) {
	const (
		front = "---\ntitle: 体例\n---\n\n"
		meta  = "```yaml report.yaml\ntitle: 样例\n```\n\n"
		words = "```text report.txt\n一、甲\n```\n"
	)
	for _, test := range []struct{ name, text, want string }{
		{"sound", front + meta + words, ""},
		{"a heading follows", front + meta + words + "\n## 乙\n", ""},
		{"no sample", front + meta, ""},
		{"code without a name", front + "```\n```\n\n```text\n一、甲\n```\n", ""},
		{"no metadata", front + words, "content/guide.md: no title"},
		{"an unknown key", front + "甲\n\n```yaml report.yaml\ntitle: 样例\ntitel: x\n```\n" + words, `content/guide.md:9: unknown key "titel"`},
		{"a decision on no line", front + "```yaml report.yaml\ntitle: 样例\ndecisions:\n  debris: {7: stub}\n```\n" + words, "content/guide.md:8: no line 7"},
		{"a denied term that is none", front + "```yaml report.yaml\ntitle: 样例\ndecisions: {deny: [{term: x, line: 1}]}\n```\n" + words, `content/guide.md:7: decisions.deny: unknown term "x"`},
		{"a text that is not clean", front + meta + "```text report.txt\n甲\n乙\x00\n```\n", "content/guide.md:11: "},
		{"text follows", front + meta + words + "\n甲\n", "content/guide.md:12: what follows a sample begins with a heading"},
		{"other params", "---\ntitle: 体例\nparams: {a: 1}\n---\n" + meta + words, "content/guide.md: a page with a sample has the sample's params"},
	} {
		t.Run(test.name, func(t *testing.T) {
			pages, problems := Write(&annotate.Corpus{}, fstest.MapFS{"guide.md": {Data: []byte(test.text)}}, "/")
			got := ""
			if len(problems) > 0 {
				got = problems[0].String()
			}
			if !strings.HasPrefix(got, test.want) || test.want == "" && got != "" {
				t.Errorf("got %q, want %q", got, test.want)
			}
			for _, p := range DeadLinks(pages, "/", anyFile) {
				t.Error(p)
			}
		})
	}
}

// TestSampleLaw breaks a sample's page and wants it found.
func TestSampleLaw(t *testing.T) {
	text := "---\ntitle: 体例\n---\n\n```yaml report.yaml\ntitle: 样例\n```\n\n```text report.txt\n一、甲\n乙\n```\n\n## 丙\n"
	pages, problems := Write(&annotate.Corpus{}, fstest.MapFS{"guide.md": {Data: []byte(text)}}, "/")
	guide := pages[slices.IndexFunc(pages, func(p Page) bool { return p.Path == "guide.md" })]
	problems = append(problems, lawful(t, guide)...)
	for _, p := range problems {
		t.Error(p)
	}
	broken := bytes.Replace(guide.reportBody().Markdown(guide.Path), []byte("乙 [2](#L2)"), []byte("丁 [2](#L2)"), 1)
	if html, _, err := guide.appendHTML(nil); err != nil || len(firstLaw(t).Check(guide.Report, guide.Path, broken, html)) == 0 {
		t.Error("another text passes for the sample's")
	}
}
