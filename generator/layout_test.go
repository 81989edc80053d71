package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"jianzhu/generator/press"
)

// TestLayouts holds what layouts say, word for word: of each type of page all but
// what the Markdown says. testdata/layouts.txtar has a small content, and what is
// to be seen in the files of its site.
func TestLayouts(t *testing.T) {
	file := filepath.Join("testdata", "layouts.txtar")
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	root := t.TempDir()
	if err := copyProject(root); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(root, "content")); err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		if name := filepath.Join(root, f.Name); strings.HasPrefix(f.Name, "content/") {
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, f.Data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, problems, err := press.Build(root, "https://example.org/", func(string) {}); err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	var first []string // the first page, which is shown whole
	for i, f := range archive.Files {
		if !strings.HasPrefix(f.Name, "public/") {
			continue
		}
		text, err := os.ReadFile(filepath.Join(root, f.Name))
		if err != nil {
			t.Error(err)
			continue
		}
		if strings.HasSuffix(f.Name, ".html") {
			page := framework(t, text)
			text = []byte(besides(first, page))
			if first == nil {
				first = page
			}
		}
		if text = append(bytes.TrimSpace(text), '\n'); *update {
			archive.Files[i].Data = text
		} else if !bytes.Equal(text, f.Data) {
			t.Errorf("%s is not as %s has it; if it should be so, run go test ./generator -run TestLayouts -update\ngot:\n%s\nwant:\n%s", f.Name, file, text, f.Data)
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// framework is a page without what its Markdown says, and without what it says to
// machines in JSON-LD.
func framework(t *testing.T, page []byte) []string {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range slices.Collect(root.Descendants()) {
		if isJSONLD(n) || slices.ContainsFunc([]string{"sections", "prose", "report-text", "apparatus"}, func(class string) bool { return hasClass(n, class) }) {
			for n.FirstChild != nil {
				n.RemoveChild(n.FirstChild)
			}
			n.AppendChild(&html.Node{Type: html.TextNode, Data: "…"})
		}
	}
	var b bytes.Buffer
	if err := html.Render(&b, root); err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(b.String()), "\n")
}

// besides is a page with lines that follow each other on the first page too only counted.
func besides(first, page []string) string {
	var b strings.Builder
	for len(page) > 0 {
		longest := 0
		for i := range first {
			n := 0
			for n < len(page) && i+n < len(first) && page[n] == first[i+n] {
				n++
			}
			longest = max(longest, n)
		}
		if longest > 2 {
			fmt.Fprintf(&b, "… %d lines as on the first page …\n", longest)
		} else {
			longest = 1
			b.WriteString(page[0] + "\n")
		}
		page = page[longest:]
	}
	return b.String()
}
