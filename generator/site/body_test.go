package site

import (
	"strings"
	"testing"
)

// The content of a page is published as it is, whatever it says and whatever
// layouts make of the page; they can ask which sections it has.
func TestBodies(t *testing.T) {
	const body = "\n<p>{{< nowhere >}} {{ .Title }} -- \"a\" <!--more--></p>\n\n<section id=\"terms\">\n<h2>注</h2>\n</section>\n"
	const layout = "{{ if in .Content `<section id=\"terms\">` }}has terms{{ end }}|{{ .Content }}|{{ .Content }}|{{ in .Content `注` }}|"
	for kind, want := range map[string]string{
		"report":   "has terms|" + body + "|" + body + "|false|",
		"glossary": "has terms|\n<p>词</p>\n" + `<section id="terms"></section>` + "\n|", // whole
	} {
		t.Run(kind, func(t *testing.T) {
			own := body
			if kind == "glossary" {
				own = "\n<p>词</p>\n<section id=\"terms\"></section>\n"
			}
			root := project(t, map[string]string{
				"layouts/" + kind + "/page.html":  layout,
				"build/html/reports/a/index.html": "+++\ntitle = \"甲报告\"\ntype = \"" + kind + "\"\n+++\n" + own,
			})
			if got := build(t, root, "https://example.com/")["reports/a/index.html"]; !strings.HasPrefix(got, want) {
				t.Errorf("%q, want %q", got, want)
			}
		})
	}
}
