package glossary_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"jianzhu/generator/cases"
	"jianzhu/generator/glossary"
	"jianzhu/generator/problem"
)

func load(yaml string) (*glossary.Glossary, []problem.Problem) {
	return glossary.Load(fstest.MapFS{"glossary.yaml": {Data: []byte(yaml)}}, "glossary.yaml")
}

func TestLoad(t *testing.T) {
	cases.Run(t, "testdata/load-*.txtar", func(t *testing.T, c *cases.Case) {
		g, problems := load(c.Text("glossary.yaml"))
		var b strings.Builder
		for _, term := range g.Terms {
			fmt.Fprintf(&b, "%s %s %s %s %d\n", term.Initial(), term.ID, term.Term, term.Pinyin, term.Line)
		}
		for _, p := range problems {
			fmt.Fprintln(&b, p)
		}
		c.Want(t, b.String())
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
