package markdown

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"jianzhu/generator/cases"
)

// TestGolden makes pages of the content in each case and compares those that
// the case wants; of a page as HTML the body only.
func TestGolden(t *testing.T) {
	cases.Run(t, "testdata/*.txtar", func(t *testing.T, in *cases.Case) {
		root := t.TempDir()
		files, err := txtar.FS(in.Archive)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.CopyFS(root, files); err != nil {
			t.Fatal(err)
		}
		content := filepath.Join(root, "content")
		c := corpus(t, content)
		pages, problems := Write(c, os.DirFS(content), "/")
		for _, p := range pages {
			problems = append(problems, lawful(t, p)...)
			formsAgree(t, p)
		}
		for _, p := range append(problems, DeadLinks(pages, "/", anyFile)...) {
			t.Error(p)
		}
		for i, f := range in.Files {
			want, ok := strings.CutPrefix(f.Name, "want/")
			if !ok {
				continue
			}
			got := pageAs(t, pages, want)
			if !*cases.Update && !bytes.Equal(got, f.Data) {
				t.Errorf("%s: run go test -update and look at what changed; got\n%s", want, got)
			}
			in.Files[i].Data = got
		}
		if *cases.Update {
			in.Save(t)
		}
	})
}

// pageAs is the page for a path that ends in .md or .html.
func pageAs(t *testing.T, pages []Page, name string) []byte {
	t.Helper()
	i := slices.IndexFunc(pages, func(p Page) bool { return p.Path == name || p.HTMLPath() == name })
	if i < 0 {
		t.Fatalf("no page %s", name)
	}
	text := pages[i].File()
	if pages[i].Path != name {
		var err error
		if text, _, err = pages[i].appendHTML(nil); err != nil {
			t.Fatal(err)
		}
	}
	return append(bytes.TrimRight(text, "\n"), '\n')
}
