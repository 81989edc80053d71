package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// mayImport is a statement of policy: which package knows which. A row names a
// package under generator/ and what it may import of our own packages, of other
// modules (by module, with all their packages) and of the guarded packages of
// the standard library. The rest of the standard library is free to all.
//
// Rows are in the order of the flow (see doc.go): a package imports none of a
// row below it, and "." is main. Only site knows Hugo; only main, cache, publish,
// upload, site, project and press touch the disk, the others take an fs.FS and return values.
var mayImport = []struct {
	from string
	to   []string
}{
	{"tongue", []string{"golang.org/x/sys"}},
	{"growth", nil},                                 // which tests alone import
	{"cases", []string{"golang.org/x/tools", "os"}}, // too
	{"cache", []string{"tongue", "os"}},
	{"problem", []string{"tongue", "github.com/goccy/go-yaml"}},
	{"script", []string{"golang.org/x/text"}},
	{"pattern", nil},
	{"lexicon", nil},
	{"report", []string{"cache", "tongue", "lexicon", "pattern", "problem", "script", "github.com/goccy/go-yaml", "golang.org/x/text"}},
	{"word", []string{"github.com/mozillazg/go-pinyin"}},
	{"division", nil},
	{"glossary", []string{"cache", "tongue", "division", "problem", "script", "word", "github.com/goccy/go-yaml", "golang.org/x/text"}},
	{"theme", []string{"tongue", "lexicon", "problem", "report", "script", "github.com/goccy/go-yaml"}},
	{"indicator", []string{"pattern", "report", "script"}},
	{"annotate", []string{"cache", "tongue", "glossary", "indicator", "lexicon", "problem", "report", "script", "theme", "word"}},
	{"compare", []string{"annotate", "cache", "glossary", "indicator", "report", "script"}},
	{"intake", []string{
		"tongue", "division", "problem", "report", "script", "word",
		"github.com/goccy/go-yaml", "github.com/klippa-app/go-pdfium", "golang.org/x/net", "golang.org/x/text",
	}},
	{"plot", nil},
	{"page", []string{"github.com/alecthomas/chroma/v2", "github.com/yuin/goldmark"}},
	{"markdown", []string{
		"cache", "tongue", "annotate", "compare", "glossary", "page", "plot", "problem", "report", "script", "theme",
		"github.com/goccy/go-yaml", "github.com/yuin/goldmark", "golang.org/x/net", "golang.org/x/text",
	}},
	{"law", []string{"tongue", "problem", "report", "script", "github.com/yuin/goldmark", "golang.org/x/net"}},
	{"data", []string{"cache", "tongue", "annotate", "glossary", "report", "theme", "github.com/klauspost/compress"}},
	{"schema", []string{"glossary", "report", "theme", "github.com/goccy/go-yaml"}},
	{"search", []string{"annotate", "cache", "glossary", "report", "script", "tongue", "github.com/klauspost/compress", "golang.org/x/text"}},
	{"bundle", []string{"tongue", "golang.org/x/net"}},
	{"site", []string{"tongue", "cache", "github.com/bep/logg", "github.com/gohugoio/hugo", "github.com/spf13/afero", "golang.org/x/mod", "golang.org/x/sync", "os", "os/exec"}},
	{"site/bare", []string{"github.com/bep/logg", "github.com/gohugoio/hugo", "os"}},
	{"publish", []string{"tongue", "github.com/gofrs/flock", "golang.org/x/sync", "golang.org/x/sys", "os", "syscall"}},
	{"upload", []string{"tongue", "publish", "gocloud.dev", "golang.org/x/sync", "os"}},
	{"serve", []string{"tongue", "problem", "publish", "github.com/fsnotify/fsnotify", "net", "net/http", "os"}},
	{"project", []string{"tongue", "annotate", "bundle", "glossary", "markdown", "problem", "publish", "schema", "site", "github.com/goccy/go-yaml", "os", "syscall"}},
	{"press", []string{
		"tongue", "annotate", "bundle", "cache", "compare", "data", "glossary", "markdown", "problem", "project", "publish", "report", "search", "serve", "site", "theme",
		"golang.org/x/sync", "os",
	}},
	{".", []string{
		"tongue", "annotate", "glossary", "intake", "law", "markdown", "press", "problem", "project", "publish", "report", "schema", "script", "serve", "upload",
		"os", "os/signal", "syscall",
	}},
}

// guarded are packages of the standard library that a row must name: they
// touch the disk, the network or the process, or keep state for all of it.
var guarded = []string{"expvar", "log", "log/slog", "net", "net/http", "os", "os/exec", "os/signal", "plugin", "syscall", "unsafe"}

const module = "jianzhu/generator/"

func TestImports(t *testing.T) {
	imports := readImports(t)

	var rows []string // so far: a row may name these only
	for _, row := range mayImport {
		if imports[row.from] == nil {
			t.Errorf("the table has %s, which is no package", row.from)
		}
		for _, to := range row.to {
			if !strings.Contains(to, ".") && !slices.Contains(guarded, to) && !slices.Contains(rows, to) {
				t.Errorf("the table lets %s import %s, which is not above it", row.from, to)
			}
		}
		for _, i := range imports[row.from] {
			if !i.test && !allowed(i.path, row.to) {
				t.Errorf("%s: %s may not import %s", i.file, row.from, i.path)
			}
			if i.test && row.from != "site" && inModule(i.path, "github.com/gohugoio/hugo") {
				t.Errorf("%s: only site knows Hugo", i.file)
			}
		}
		rows = append(rows, row.from)
	}
	for _, from := range slices.Sorted(maps.Keys(imports)) {
		if !slices.Contains(rows, from) {
			t.Errorf("%s is not in the table", from)
		}
	}
}

func TestAllowed(t *testing.T) {
	row := []string{"report", "github.com/yuin/goldmark", "os"}
	for path, want := range map[string]bool{
		module + "report":                 true,
		module + "report/internal":        false,
		module + "reports":                false,
		module + "site":                   false,
		"github.com/yuin/goldmark":        true,
		"github.com/yuin/goldmark/ast":    true,
		"github.com/yuin/goldmark-emoji":  false,
		"github.com/gohugoio/hugo/config": false,
		"os":                              true,
		"os/exec":                         false,
		"net/http":                        false,
		"strings":                         true,
		"encoding/json":                   true,
	} {
		if allowed(path, row) != want {
			t.Errorf("%s: allowed is %v", path, !want)
		}
	}
}

// allowed reports whether a row with to may import path.
func allowed(path string, to []string) bool {
	if own, ok := strings.CutPrefix(path, module); ok {
		return slices.Contains(to, own)
	}
	first, _, _ := strings.Cut(path, "/")
	if !strings.Contains(first, ".") {
		return !slices.Contains(guarded, path) || slices.Contains(to, path)
	}
	return slices.ContainsFunc(to, func(m string) bool { return inModule(path, m) })
}

func inModule(path, module string) bool {
	return path == module || strings.HasPrefix(path, module+"/")
}

type imported struct {
	file, path string
	test       bool
}

// readImports returns what the files of each package under generator/ import,
// under any build tag, by the package's folder.
func readImports(t *testing.T) map[string][]imported {
	t.Helper()
	imports := map[string][]imported{}
	tree := os.DirFS(".")
	err := fs.WalkDir(tree, ".", func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() == "testdata":
			return fs.SkipDir
		case d.IsDir() || path.Ext(file) != ".go":
			return nil
		}
		source, err := fs.ReadFile(tree, file)
		if err != nil {
			return err
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, source, parser.ImportsOnly)
		if err != nil {
			return err
		}
		from := path.Dir(file)
		if imports[from] == nil {
			imports[from] = []imported{} // a package that imports nothing is one too
		}
		for _, spec := range parsed.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			imports[from] = append(imports[from], imported{file, name, strings.HasSuffix(file, "_test.go")})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return imports
}
