package main

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"jianzhu/generator/press"
	"jianzhu/generator/problem"
)

// The real site is built once for the tests of this package, at / and at a
// sub-path, out of a copy of the project.

const subPath = "/reports-of/liwan/"

type builtSite struct {
	root     string // of the copied project
	base     string // path of the site's root in its addresses
	edition  *press.Edition
	problems []problem.Problem
}

var (
	siteAtRoot    = sync.OnceValues(func() (*builtSite, error) { return buildCopy("/") })
	siteAtSubPath = sync.OnceValues(func() (*builtSite, error) { return buildCopy(subPath) })
)

// temporary are the folders of sites that tests share; TestMain removes them.
var temporary struct {
	sync.Mutex
	dirs []string
}

// newRoot makes a folder for a project that tests share.
func newRoot() (string, error) {
	root, err := os.MkdirTemp("", "jianzhu")
	temporary.Lock()
	defer temporary.Unlock()
	temporary.dirs = append(temporary.dirs, root)
	return root, err
}

func buildCopy(base string) (*builtSite, error) {
	root, err := newRoot()
	if err != nil {
		return nil, err
	}
	if err := copyProject(root); err != nil {
		return nil, err
	}
	_, problems, err := press.Build(root, "https://example.org"+base, func(string) {})
	if err != nil {
		return nil, err
	}
	edition, _ := press.Read(root, "", nil)
	return &builtSite{root, base, edition, problems}, nil
}

func copyProject(root string) error {
	for _, name := range []string{"content", "layouts", "static"} {
		if err := os.CopyFS(filepath.Join(root, name), os.DirFS(filepath.Join("..", name))); err != nil {
			return err
		}
	}
	text, err := os.ReadFile(filepath.Join("..", "site.yaml"))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(root, "site.yaml"), text, 0o644)
}

func built(t testing.TB, get func() (*builtSite, error)) *builtSite {
	t.Helper()
	s, err := get()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func (s *builtSite) public() string { return filepath.Join(s.root, "public") }

// document is a parsed page of the finished site.
type document struct {
	file string // path from public
	text []byte
	root *html.Node
	ids  map[string]int
}

// documents parses every page of the site, by file.
func (s *builtSite) documents(t *testing.T) map[string]*document {
	t.Helper()
	docs := map[string]*document{}
	err := fs.WalkDir(os.DirFS(s.public()), ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(file) != ".html" {
			return err
		}
		text, err := os.ReadFile(filepath.Join(s.public(), file))
		if err != nil {
			return err
		}
		doc, err := parse(file, text)
		docs[file] = doc
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

func parse(file string, text []byte) (*document, error) {
	root, err := html.Parse(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	doc := &document{file, text, root, map[string]int{}}
	for n := range root.Descendants() {
		if id := attribute(n, "id"); id != "" {
			doc.ids[id]++
		}
	}
	return doc, nil
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasClass(n *html.Node, class string) bool {
	return strings.Contains(" "+attribute(n, "class")+" ", " "+class+" ")
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// needed skips a test that lacks a tool, but never in CI.
func needed(t testing.TB, tool string, err error) {
	t.Helper()
	if err == nil {
		return
	}
	if os.Getenv("CI") != "" {
		t.Fatalf("%s is missing: %v", tool, err)
	}
	t.Skipf("%s is missing (see .ci/run): %v", tool, err)
}
