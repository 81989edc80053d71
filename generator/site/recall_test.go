package site

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gohugoio/hugo/hugofs"

	"jianzhu/generator/cache"
)

// recallable is a project whose pages can be kept: two reports, each with its frame,
// two terms and one that the menu names, a theme, and pages of an editor.
func recallable(t *testing.T) (root string) {
	t.Helper()
	root = t.TempDir()
	for name, text := range map[string]string{
		"site.yaml":                 "baseURL: https://example.org/under/\ntitle: 小站\nparams:\n  menu: [about, glossary/z]\n",
		"build/data/kinds.yaml":     "head:\n  - {path: about, name: 关于}\n",
		"build/static/css/base.css": "p { color: black }\n",
		"layouts/baseof.html":       `{{ .Title }}|{{ site.Title }}|{{ range hugo.Data.kinds.head }}{{ with site.GetPage .path }}{{ .Title }}{{ end }}{{ end }}|{{ range site.Params.menu }}{{ partial "nav-link.html" (dict "path" . "page" $) }}{{ end }}{{ block "main" . }}{{ .Content }}{{ end }}`,
		"layouts/report/page.html": `{{ define "main" }}{{ .Parent.Title }}{{ range .Params.themes }}{{ with site.GetPage (printf "/themes/%s" .) }}{{ .Title }}{{ end }}{{ end }}
{{ partial "head/styles.html" (dict "kind" "report" "names" (slice "base")) }}{{ with site.GetPage "download" }}{{ index .Params.sizes $.Params.slug }}{{ end }}{{ .Content }}{{ end }}`,
		"layouts/embed/page.html":         `{{ $whole := site.GetPage .Params.of }}{{ $whole.Title }} {{ .Content }}`,
		"layouts/embed/page.oembed.json":  `{{ $whole := site.GetPage .Params.of }}{{ $whole.Title | jsonify }}`,
		"build/html/_index.html":          "+++\ntitle = \"首页\"\ntype = \"home\"\n+++\n\n",
		"build/html/about.html":           "+++\ntitle = \"关于\"\ntype = \"page\"\n+++\n\n<p>甲</p>\n",
		"build/html/reports/_index.html":  "+++\ntitle = \"报告\"\ntype = \"reports\"\nlayout = \"sections\"\ndescription = \"2篇\"\n+++\n\n",
		"build/html/glossary/_index.html": "+++\ntitle = \"词条\"\ntype = \"glossary\"\n+++\n\n",
		"build/html/themes/_index.html":   "+++\ntitle = \"主题\"\ntype = \"themes\"\nlayout = \"sections\"\n+++\n\n",
		"build/html/embed/_index.html":    "+++\ntitle = \"嵌入\"\nbuild = {list = \"never\", render = \"never\"}\n+++\n\n",
		"build/html/themes/trade.html":    "+++\ntitle = \"贸易\"\ntype = \"theme\"\n+++\n\n",
		"build/html/glossary/x.html":      "+++\ntitle = \"词\"\ntype = \"term\"\n+++\n\n<p>词</p>\n",
		"build/html/glossary/y.html":      "+++\ntitle = \"语\"\ntype = \"term\"\n+++\n\n<p>语</p>\n",
		"build/html/glossary/z.html":      "+++\ntitle = \"末\"\ntype = \"term\"\n+++\n\n<p>末</p>\n",
	} {
		write(t, filepath.Join(root, name), text)
	}
	for _, slug := range []string{"a", "b"} {
		writeReport(t, root, slug, slug+"报告")
	}
	files, err := Default(Look{})
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		if strings.HasPrefix(name, "layouts/") {
			write(t, filepath.Join(root, "build/default", name), string(text))
		}
	}
	return root
}

func writeReport(t *testing.T, root, slug, title string) {
	t.Helper()
	write(t, filepath.Join(root, "build/html/reports", slug, "index.html"),
		"+++\ntitle = \""+title+"\"\ntype = \"report\"\nweight = 1\naliases = [\"/reports/old-"+slug+"/\"]\n[params]\nslug = \""+slug+"\"\nthemes = [\"trade\"]\n+++\n\n<section id=\"s1\">\n<p>"+title+"</p>\n</section>\n")
	write(t, filepath.Join(root, "build/html/embed/reports", slug+".html"),
		"+++\ntitle = \""+title+"\"\ntype = \"embed\"\nbuild = {list = \"never\", render = \"always\"}\noutputs = [\"html\", \"oembed\"]\n[params]\nof = \"/reports/"+slug+"\"\n+++\n\n<p>"+title+"</p>\n")
}

// renderWith renders a project with what is kept, and tells how many pages Hugo was
// not shown.
func renderWith(t *testing.T, root string, kept *cache.Store) (files map[string]string, hidden int) {
	t.Helper()
	publish := filepath.Join(t.TempDir(), "public")
	p := made(t, root)
	p.Kept = kept
	r := rendering{Project: p, to: newLedger(hugofs.Os, nil), publish: publish, known: newRecollection()}
	r.to.fill = contents(p.Pages.content).filled
	if err := r.run(nil); err != nil {
		t.Fatal(err)
	}
	if err := r.to.twice(publish); err != nil {
		t.Fatal(err)
	}
	return read(t, publish), r.known.hidden
}

// Whatever is changed, the site is what it is without anything kept; and what did not
// change is not rendered again. The first page of each type is, whatever was kept.
func TestRecall(t *testing.T) {
	file := func(name, old, new string) func(*testing.T, string) {
		return func(t *testing.T, root string) {
			text, err := os.ReadFile(filepath.Join(root, name))
			if err != nil || !strings.Contains(string(text), old) {
				t.Fatalf("%s has no %q (%v)", name, old, err)
			}
			write(t, filepath.Join(root, name), strings.ReplaceAll(string(text), old, new))
		}
	}
	before, dir := recallable(t), filepath.Join(t.TempDir(), "cache")
	store := cache.Open(dir, "program")
	renderWith(t, before, store)
	if err := store.Close(true); err != nil {
		t.Fatal(err)
	}
	const all = 3 // the second report with its frame, and the second term
	for _, test := range []struct {
		name   string
		change func(*testing.T, string)
		hidden int
	}{
		{"nothing", func(*testing.T, string) {}, all},
		{"the text of a report", file("build/html/reports/b/index.html", "<p>b报告", "<p>正文"), all},
		{"its place among others", file("build/html/reports/b/index.html", "weight = 1", "weight = 2"), all},
		{"how many there are", file("build/html/reports/_index.html", "2篇", "3篇"), all},
		{"its title", file("build/html/reports/b/index.html", `title = "b`, `title = "乙`), 1},
		{"its sections", file("build/html/reports/b/index.html", `"s1"`, `"s2"`), 1},
		{"a former address", file("build/html/reports/b/index.html", "old-b", "older-b"), 1},
		{"its frame", file("build/html/embed/reports/b.html", `title = "b`, `title = "乙`), 1},
		{"a page to which all lead", file("build/html/about.html", `title = "关于`, `title = "说明`), 0},
		{"a term that the menu names", file("build/html/glossary/z.html", `title = "末`, `title = "终`), 0},
		{"a theme", file("build/html/themes/trade.html", "贸易", "商贸"), 0},
		{"the page above", file("build/html/reports/_index.html", `title = "报告`, `title = "各地报告`), 0},
		{"sizes", func(t *testing.T, root string) {
			write(t, filepath.Join(root, "build/html/download.html"), "+++\ntitle = \"下载\"\ntype = \"download\"\n[params]\nsizes = {b = \"3 KB\"}\n+++\n\n")
		}, 0},
		{"a layout", file("layouts/baseof.html", "|", "/"), 0},
		{"what a type of page has", file("build/data/kinds.yaml", "name: 关于", "name: 本站"), 0},
		{"a setting", file("site.yaml", "小站", "大站"), 0},
		{"a style sheet that is there now", func(t *testing.T, root string) { write(t, filepath.Join(root, "static/css/base.css"), "") }, 0},
		{"a report more", func(t *testing.T, root string) { writeReport(t, root, "c", "丙") }, all},
		{"a report less", func(t *testing.T, root string) {
			for _, name := range []string{"reports/b", "embed/reports/b.html"} {
				if err := os.RemoveAll(filepath.Join(root, "build/html", name)); err != nil {
					t.Fatal(err)
				}
			}
		}, 1},
		{"layouts that ask for more", file("layouts/baseof.html", "{{ .Title }}", "{{ .Title }}{{ len site.RegularPages }}"), 0},
		{"layouts that ask so by a method", file("layouts/baseof.html", "{{ .Title }}", "{{ .Title }}{{ len .Site.Menus }}"), 0},
		{"layouts that ask for more data", file("layouts/baseof.html", "{{ .Title }}", "{{ .Title }}{{ len hugo.Data }}"), 0},
		{"layouts that ask for the day", file("layouts/baseof.html", "{{ .Title }}", "{{ .Title }}{{ time.Now.Year }}"), 0},
		{"settings that make other pages", file("site.yaml", "title:", "uglyURLs: true\ntitle:"), 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			root := filepath.Join(t.TempDir(), "project")
			if err := os.CopyFS(root, os.DirFS(before)); err != nil {
				t.Fatal(err)
			}
			test.change(t, root)
			want, _ := renderWith(t, root, nil)
			got, hidden := renderWith(t, root, cache.Open(dir, "program"))
			if hidden != test.hidden {
				t.Errorf("%d pages are not rendered again, want %d", hidden, test.hidden)
			}
			if !maps.Equal(got, want) {
				for _, name := range slices.Sorted(maps.Keys(want)) {
					if got[name] != want[name] {
						t.Errorf("%s: %q, want %q", name, got[name], want[name])
					}
				}
				t.Errorf("%d files, want %d", len(got), len(want))
			}
		})
	}
}

// What Hugo made of layouts that changed while it read is not kept as of those that are
// there now.
func TestRecallWhileWritten(t *testing.T) {
	root := recallable(t)
	r := rendering{Project: made(t, root), plain: true, known: newRecollection()}
	r.Kept = cache.Open(filepath.Join(t.TempDir(), "cache"), "program")
	before, err := r.surroundings()
	if err != nil {
		t.Fatal(err)
	}
	pages, err := r.Pages.shelf(r.html())
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ write, keys int }{{0, 1}, {1, 0}} {
		r.known = newRecollection()
		if test.write > 0 {
			write(t, filepath.Join(root, "layouts/baseof.html"), "another")
		}
		if err := r.recall(before, pages); err != nil || min(len(r.known.keys), 1) != test.keys {
			t.Errorf("written %d times: %d pages are kept (%v)", test.write, len(r.known.keys), err)
		}
	}
}
