package main

import (
	"bytes"
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"jianzhu/generator/press"
	"jianzhu/generator/problem"
	"jianzhu/generator/serve"
	"jianzhu/generator/site"
)

const here = "http://127.0.0.1:1313/"

// wholeOf is the whole site of a workshop.
func wholeOf(t testing.TB, w *press.Workshop) serve.Site {
	t.Helper()
	made, problems, err := w.Whole(t.Context(), here)
	if err != nil || problem.HasErrors(problems) || made == nil {
		t.Fatal(problems, err)
	}
	return made
}

// builtHere is the site of a project as a build renders it at the same address.
func builtHere(t *testing.T, root string) map[string][]byte {
	t.Helper()
	made, problems := press.Read(root, "", nil)
	if made == nil {
		t.Fatal(problems)
	}
	files, dead, err := made.Render(site.Project{Root: root, Made: filepath.Join(t.TempDir(), "build")}, here)
	if err != nil || problem.HasErrors(dead) {
		t.Fatal(dead, err)
	}
	return files
}

// sameSite holds each file of a served site to that of a build, and none more.
func sameSite(t *testing.T, served serve.Site, built map[string][]byte) {
	t.Helper()
	for name, want := range built {
		got, err := served.File(name)
		if !served.Has(name) || err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: %v, %t\n%s", name, err, served.Has(name), firstDifference(strings.Split(string(got), "\n"), strings.Split(string(want), "\n")))
		}
	}
	pages := 0
	for name := range built {
		if strings.HasSuffix(name, ".html") {
			pages++
		}
	}
	if got := served.Pages(); got != pages {
		t.Errorf("there are %d pages, and %d in a build", got, pages)
	}
	for _, name := range []string{"nowhere/index.html", "search/nowhere.js", "search", "reports", "sitemap-1.xml"} {
		if _, err := served.File(name); served.Has(name) || !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s is there: %v", name, err)
		}
	}
}

func workshopIn(t testing.TB, root string) *press.Workshop {
	t.Helper()
	w, err := press.OpenWorkshop(root)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	return w
}

// What is served is what a build makes, byte for byte, though each file is made when it
// is asked for.
func TestServedAsBuilt(t *testing.T) {
	few, five := few(t), t.TempDir()
	if err := copyProject(five); err != nil {
		t.Fatal(err)
	}
	for name, root := range map[string]string{"few": few, "five reports": five} {
		t.Run(name, func(t *testing.T) {
			served := wholeOf(t, workshopIn(t, root))
			if root == five {
				served.File("sitemap.xml") // for which many pages are rendered at once
			}
			sameSite(t, served, builtHere(t, root))
		})
	}
}

// What an editor changed is shown at once among what was there, as far as it can be told,
// and in the end as a build makes it.
func TestRevisedSite(t *testing.T) {
	root := few(t)
	w := workshopIn(t, root)
	wholeOf(t, w)
	for _, test := range []struct{ file, old, new, page, shown string }{
		{"content/reports/a/report.txt", "二、发展", "此句是新添的。\n二、发展", "reports/a/index.html", "此句是新添的"},
		{"content/reports/a/report.txt", "此句是新添的", "此句再改", "reports/a/index.md", "此句再改"},
		{"content/reports/a/report.txt", "此句再改", "此句第三次改", "embed/reports/a/index.html", "此句第三次改"},
		{"content/reports/b/report.yaml", "title: 某", "title: 新题", "reports/b/index.html", "<title>新题"},
		{"content/reports/a/notes.yaml", "body: ", "body: 新注。", "reports/a/index.html", "新注。"},
		{"content/about.md", "甲", "甲乙丙", "about/index.html", "甲乙丙"},
		{"content/glossary.yaml", "gloss: 三件事", "gloss: 新的释义", "glossary/fang-guan-fu/index.html", "新的释义"},
		{"site.yaml", "title: 笺注", "title: 新名", "reports/a/index.html", "新名"},
		{"static/css/base.css", "a", "/* 新样式 */a", "css/base.css", "新样式"},
	} {
		change(t, root, test.file, test.old, test.new)
		made, problems, err := w.Revised([]string{test.file})
		if err != nil || problem.HasErrors(problems) || made == nil {
			t.Fatal(test.file, problems, err)
		}
		if text, err := made.File(test.page); err != nil || !strings.Contains(string(text), test.shown) {
			t.Errorf("%s: %v; %s has no %s:\n%s", test.file, err, test.page, test.shown, text)
		}
		for _, other := range []string{"index.html", "reports/b/index.html", "sitemap.xml"} {
			if _, err := made.File(other); err != nil {
				t.Errorf("%s: %s: %v", test.file, other, err)
			}
		}
	}
	sameSite(t, wholeOf(t, w), builtHere(t, root))
	last := w.Current()
	change(t, root, "layouts/404.html", "main", "main")
	change(t, root, "static/css/base.css", "新样式", "再新的样式")
	if sameSite(t, wholeOf(t, w), builtHere(t, root)); w.Current() != last {
		t.Error("for a style the reports are read again")
	}
	for _, file := range []string{"content/themes.yaml", "content/reports/new/report.txt", "content/new.md"} {
		if made, problems, err := w.Revised([]string{"content/reports/a/report.txt", file}); made != nil || err != nil {
			t.Errorf("%s is shown at once: %v %v", file, problems, err)
		}
	}
	change(t, root, "content/reports/a/notes.yaml", "quote: ", "quote: 不在文中的话")
	if made, problems, err := w.Revised([]string{"content/reports/a/notes.yaml"}); made != nil || err != nil || !problem.HasErrors(problems) {
		t.Error("what is wrong is not told at once", problems, err)
	}
}
