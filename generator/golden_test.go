package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"jianzhu/generator/press"
)

// The <main> of a page of each type, built by Hugo from the content of
// markdown/testdata/report.txtar, which has one of everything.
func TestGoldenPages(t *testing.T) {
	root := t.TempDir()
	if err := copyProject(root); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(root, "content")); err != nil {
		t.Fatal(err)
	}
	if err := ownGlossaryOnly(root); err != nil {
		t.Fatal(err)
	}
	archive, err := txtar.ParseFile(filepath.Join("markdown", "testdata", "report.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		if strings.HasPrefix(f.Name, "content/") {
			name := filepath.Join(root, f.Name)
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, f.Data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, problems, err := press.Build(root, "https://example.org/", func(string) {}); err != nil {
		t.Fatal(problems, err)
	}
	for name, file := range map[string]string{
		"home": "index.html", "reports": "reports/index.html", "report": "reports/a/index.html",
		"glossary": "glossary/index.html", "term": "glossary/fang-guan-fu/index.html",
		"themes": "themes/index.html", "theme": "themes/urban/index.html", "404": "404.html",
	} {
		text, err := os.ReadFile(filepath.Join(root, "public", file))
		if err != nil {
			t.Error(err)
			continue
		}
		golden := filepath.Join("testdata", "main", name+".html")
		got := mainOf(t, text)
		if *update {
			if err := os.WriteFile(golden, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is not as in %s; if it should be so, run go test ./generator -run TestGoldenPages -update", file, golden)
		}
	}
}

// ownGlossaryOnly sets a project to explain with its own entries: what its pages say
// is then as long as they are.
func ownGlossaryOnly(root string) error {
	file := filepath.Join(root, "site.yaml")
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	own := bytes.Replace(text, []byte("glossary: [national, own]"), []byte("glossary: [own]"), 1)
	if bytes.Equal(own, text) {
		return errors.New("site.yaml does not name its glossaries")
	}
	return os.WriteFile(file, own, 0o644)
}

// mainOf is the page's <main>, alone.
func mainOf(t *testing.T, page []byte) []byte {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	for n := range root.Descendants() {
		if n.Data == "main" {
			if err := html.Render(&b, n); err != nil {
				t.Fatal(err)
			}
		}
	}
	return append(b.Bytes(), '\n')
}
