package site

import (
	"maps"
	"strings"
	"testing"
)

// A part adds its own pages and nothing else, whoever dresses the site. It finds
// the pages that it links to under their addresses.
func TestParts(t *testing.T) {
	layout := map[string]string{"layouts/embed/page.html": `{{ $of := site.GetPage .Params.of }}<a href="{{ $of.RelPermalink }}">{{ $of.Title }}</a> {{ site.Home.Permalink }} {{ .Content }}`}
	const linked = "---\ntitle: 甲报告\ntype: report\nbuild: {list: never, render: link}\n---\n"
	parts := maps.Clone(layout)
	for _, part := range []string{"000", "001"} {
		for _, page := range []string{"_index.html", "reports/_index.html", "reports/a/index.html"} {
			parts["build/parts/"+part+"/"+page] = linked
		}
		parts["build/parts/"+part+"/embed/_index.html"] = "---\nbuild: {list: never, render: never}\n---\n"
		parts["build/parts/"+part+"/embed/reports/a/s"+part+".html"] = "---\ntitle: 节\ntype: embed\nparams: {of: /reports/a}\nbuild: {list: never}\n---\n<p>" + part + "</p>\n"
	}
	for name, lay := range map[string]func(own map[string]string) string{
		"our layouts": func(own map[string]string) string { return project(t, own) },
		"theme": func(own map[string]string) string {
			return dressed(t, "{path: example.org/bare, version: v1.0.0}", own)
		},
	} {
		t.Run(name, func(t *testing.T) {
			want := build(t, lay(layout), "https://example.com/under/")
			got := build(t, lay(parts), "https://example.com/under/")
			for _, part := range []string{"000", "001"} {
				file := "embed/reports/a/s" + part + "/index.html"
				if page := `<a href="/under/reports/a/">甲报告</a> https://example.com/under/ <p>` + part + `</p>`; strings.TrimSpace(got[file]) != page {
					t.Errorf("%s is %q, want %q", file, got[file], page)
				}
				delete(got, file)
			}
			if !maps.Equal(got, want) {
				t.Errorf("the site is another: %q, want %q", got, want)
			}
		})
	}
}
