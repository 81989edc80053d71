package site

import (
	"io/fs"
	"jianzhu/generator/cache"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// project writes the small project of testdata/site.txtar, with files of its
// own added or put in place of those, and returns its folder.
func project(t *testing.T, own map[string]string) string {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	root := t.TempDir()
	for _, f := range archive.Files {
		write(t, filepath.Join(root, f.Name), string(f.Data))
	}
	for name, text := range own {
		write(t, filepath.Join(root, name), text)
	}
	return root
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// read returns the files of a folder by path.
func read(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(filepath.Join(dir, path))
		files[path] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// made is a project with what was made for Hugo in build/, and the pages that a test has in
// build/html.
func made(t *testing.T, root string) Project {
	t.Helper()
	folder := filepath.Join(root, "build")
	return Project{Root: root, Made: folder, Pages: pagesIn(t, filepath.Join(folder, "html"))}
}

func pagesIn(t *testing.T, dir string) *Pages {
	t.Helper()
	pages, err := NewPages(filepath.Join(t.TempDir(), "pages"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { pages.Close() })
	if _, err := os.Stat(dir); err != nil {
		return pages
	}
	for file, text := range read(t, dir) {
		if _, err := pages.Put(file, []byte(text), cache.Key{}); err != nil {
			t.Fatal(err)
		}
	}
	return pages
}

func build(t *testing.T, root, baseURL string) map[string]string {
	t.Helper()
	publish := filepath.Join(root, "public.new")
	if _, err := made(t, root).Build(publish, baseURL); err != nil {
		t.Fatal(err)
	}
	files := read(t, publish)
	if err := os.RemoveAll(publish); err != nil {
		t.Fatal(err)
	}
	return files
}

func TestBuild(t *testing.T) {
	tests := []struct{ baseURL, file, want string }{
		{"", "index.html", `<title>小站</title>`},
		{"", "index.html", `<link rel="stylesheet" href="/css/a.css">`},
		{"", "reports/a/index.html", `<p id="L1">正文 &lt;b&gt; {{ x }}<a class="line" href="#L1">1</a></p>`},
		{"", "reports/a/index.html", `href="/"`},
		{"", "sitemap.xml", `<loc>https://example.org/reports/a/</loc>`},
		{"https://example.com/jianzhu/", "index.html", `href="/jianzhu/css/a.css"`},
		{"https://example.com/jianzhu/", "reports/a/index.html", `href="/jianzhu/"`},
		{"https://example.com/jianzhu/", "sitemap.xml", `<loc>https://example.com/jianzhu/reports/a/</loc>`},
		{"https://example.com/jianzhu/", "404.html", `href="/jianzhu/css/a.css"`},
		{"", "css/a.css", "p { color: black }\n"},
		{"", "reports/a/report.txt", "原文\n"},
		{"", "reports/a/index.json", "{\"slug\":\"a\"}\n"},
	}
	root := project(t, nil)
	sites := map[string]map[string]string{"": build(t, root, ""), "https://example.com/jianzhu/": build(t, root, "https://example.com/jianzhu/")}
	for _, test := range tests {
		got, ok := sites[test.baseURL][test.file]
		if !ok {
			t.Errorf("at %q: no %s", test.baseURL, test.file)
		} else if !strings.Contains(got, test.want) {
			t.Errorf("at %q: %s has no %s:\n%s", test.baseURL, test.file, test.want, got)
		}
	}
}

func TestErrors(t *testing.T) {
	tests := []struct {
		name string
		own  map[string]string
		want []string
	}{
		{"layout that does not parse", map[string]string{"layouts/page.html": "a\n{{ if }}\n"}, []string{"layouts/page.html:2", "missing value for if"}},
		{"layout that fails", map[string]string{"layouts/page.html": "a\nb\n{{ .Nowhere }}\n"}, []string{"layouts/page.html:3", "can't evaluate field Nowhere"}},
		{"front matter that does not parse", map[string]string{"build/html/reports/a/index.html": "+++\ntitle = a\n+++\n"}, []string{"build/content/reports/a/index.md:2"}},
		{"warning", map[string]string{"layouts/page.html": `{{ warnf "no good: %s" .Title }}`}, []string{"no good: 甲报告"}},
		{"configuration that does not parse", map[string]string{"site.yaml": "title: a\n b: c\n"}, []string{"site.yaml:1"}},
		{"empty configuration", map[string]string{"site.yaml": " \n"}, []string{"site.yaml: empty"}},
		{"environment", map[string]string{"layouts/page.html": `{{ getenv "HUGO_TITLE" }}`}, []string{"HUGO_TITLE", "not whitelisted"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			root := project(t, test.own)
			_, err := made(t, root).Build(filepath.Join(root, "public"), "")
			if err == nil {
				t.Fatal("no error")
			}
			for _, want := range test.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("error %q does not have %q", err, want)
				}
			}
			if strings.Contains(err.Error(), root+"/layouts") || strings.Contains(err.Error(), root+"/build") {
				t.Errorf("error %q has file names that are not from the project's root", err)
			}
		})
	}
}

func TestMissing(t *testing.T) {
	empty := t.TempDir()
	if _, err := made(t, empty).Build(filepath.Join(empty, "public"), ""); err == nil || !strings.Contains(err.Error(), "site.yaml: not found") {
		t.Errorf("without site.yaml: %v", err)
	}
	root := project(t, nil)
	if err := os.Remove(filepath.Join(root, "layouts", "page.html")); err != nil {
		t.Fatal(err)
	}
	if _, err := made(t, root).Build(filepath.Join(root, "public.new"), ""); err == nil || !strings.Contains(err.Error(), "found no layout file") {
		t.Errorf("without a layout: %v", err)
	}
	if err := os.Mkdir(filepath.Join(root, "public"), 0o777); err != nil {
		t.Fatal(err)
	}
	if _, err := made(t, root).Build(filepath.Join(root, "public"), ""); err == nil || !strings.Contains(err.Error(), "is there already") {
		t.Errorf("into a folder that exists: %v", err)
	}
}

// In memory it is the same site, and nothing is written.
func TestRender(t *testing.T) {
	for _, baseURL := range []string{"", "https://example.com/jianzhu/"} {
		root := project(t, nil)
		before := read(t, root)
		files, err := made(t, root).Render(baseURL)
		if err != nil {
			t.Fatal(err)
		}
		if after := read(t, root); !maps.Equal(before, after) {
			t.Errorf("files were written: %d, now %d", len(before), len(after))
		}
		want := build(t, root, baseURL)
		if len(files) != len(want) {
			t.Errorf("at %q: %d files, want %d", baseURL, len(files), len(want))
		}
		for file, text := range want {
			if string(files[file]) != text {
				t.Errorf("at %q: %s is\n%s\nwant\n%s", baseURL, file, files[file], text)
			}
		}
	}
	root := project(t, map[string]string{"layouts/page.html": "a\n{{ if }}\n"})
	if _, err := made(t, root).Render(""); err == nil || !strings.Contains(err.Error(), "layouts/page.html:2") {
		t.Errorf("a broken layout: %v", err)
	}
}

// The result is a function of the files: not of the environment, nor of the run.
func TestSameFilesSameSite(t *testing.T) {
	root := project(t, nil)
	first := build(t, root, "")
	t.Setenv("HUGO_TITLE", "别的站")
	t.Setenv("HUGO_BASEURL", "https://elsewhere.example/")
	t.Setenv("HUGO_UGLYURLS", "true")
	second := build(t, root, "")
	if len(first) != len(second) {
		t.Errorf("%d files, then %d", len(first), len(second))
	}
	for file, text := range first {
		if second[file] != text {
			t.Errorf("%s: was\n%s\nis\n%s", file, text, second[file])
		}
	}
	for _, left := range []string{".hugo_build.lock", "resources"} {
		if _, err := os.Stat(filepath.Join(root, left)); err == nil {
			t.Errorf("%s is left behind", left)
		}
	}
}

// A mark that an editor has put before site.yaml changes nothing.
func TestMark(t *testing.T) {
	root := project(t, nil)
	want := build(t, root, "")
	file := filepath.Join(root, "site.yaml")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	write(t, file, "\ufeff"+string(text))
	if got := build(t, root, ""); !maps.Equal(got, want) {
		t.Error("the site is another")
	}
}
