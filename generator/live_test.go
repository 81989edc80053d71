package main

import (
	"bytes"
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"jianzhu/generator/problem"
	"jianzhu/generator/publish"
	"jianzhu/generator/serve"
	"jianzhu/generator/site"
)

const here = "http://127.0.0.1:1313/"

// wholeOf is the whole site of a workshop.
func wholeOf(t testing.TB, w *workshop) serve.Site {
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
	made, problems := read(root, "", nil)
	if made == nil {
		t.Fatal(problems)
	}
	folder := filepath.Join(t.TempDir(), "build")
	if err := made.write(root, folder, func(string) {}); err != nil {
		t.Fatal(err)
	}
	files, err := site.Project{Root: root, Made: folder}.Render(here)
	if err != nil {
		t.Fatal(err)
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

func workshopIn(root string) *workshop {
	return newWorkshop(root, filepath.Join(root, publish.Work, "serve"), cacheOf(root))
}

// What is served is what a build makes, byte for byte, though each file is made when it
// is asked for.
func TestServedAsBuilt(t *testing.T) {
	few, five := few(t), t.TempDir()
	if err := copyProject(five); err != nil {
		t.Fatal(err)
	}
	for name, root := range map[string]string{"few": few, "five reports": five} {
		t.Run(name, func(t *testing.T) { sameSite(t, wholeOf(t, workshopIn(root)), builtHere(t, root)) })
	}
}
