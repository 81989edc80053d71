package glossary_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"jianzhu/generator/glossary"
	"jianzhu/generator/problem"
)

var update = flag.Bool("update", false, "rewrite the results in testdata")

// golden compares what a function makes of the first file of each archive in
// testdata with the file named want.
func golden(t *testing.T, pattern string, run func(t *testing.T, files map[string]string) string) {
	archives, err := filepath.Glob(filepath.Join("testdata", pattern))
	if err != nil || len(archives) == 0 {
		t.Fatalf("no cases in testdata: %v", err)
	}
	for _, file := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			files := map[string]string{}
			want := -1
			for i, f := range archive.Files {
				files[f.Name] = string(f.Data)
				if f.Name == "want" {
					want = i
				}
			}
			if want < 0 {
				t.Fatal("no file named want")
			}
			got := run(t, files)
			if *update {
				archive.Files[want].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if got != files["want"] {
				t.Errorf("got\n%s\nwant\n%s", got, files["want"])
			}
		})
	}
}

func load(yaml string) (*glossary.Glossary, []problem.Problem) {
	return glossary.Load(fstest.MapFS{"glossary.yaml": {Data: []byte(yaml)}}, "glossary.yaml")
}

func TestLoad(t *testing.T) {
	golden(t, "load-*.txtar", func(t *testing.T, files map[string]string) string {
		g, problems := load(files["glossary.yaml"])
		var b strings.Builder
		for _, term := range g.Terms {
			fmt.Fprintf(&b, "%s %s %s %s %d\n", term.Initial(), term.ID, term.Term, term.Pinyin, term.Line)
		}
		for _, p := range problems {
			fmt.Fprintln(&b, p)
		}
		return b.String()
	})
}

func TestLoadMissingFile(t *testing.T) {
	g, problems := glossary.Load(fstest.MapFS{}, "glossary.yaml")
	if g == nil || len(problems) != 1 || problems[0].File != "content/glossary.yaml" || problems[0].Severity != problem.Error {
		t.Errorf("got %v, %v", g, problems)
	}
}

func TestLoadContent(t *testing.T) {
	g, problems := glossary.Load(os.DirFS("../../content"), glossary.Files...)
	for _, p := range problems {
		t.Error(p)
	}
	if len(g.Terms) == 0 {
		t.Fatal("no terms")
	}
	for i, term := range g.Terms {
		if g.Term(term.ID) != &g.Terms[i] {
			t.Errorf("Term(%q) is another entry", term.ID)
		}
	}
	if g.Term("no-such-term") != nil {
		t.Error("an unknown id has an entry")
	}
}
