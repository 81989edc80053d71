package glossary_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"jianzhu/generator/cases"
	"jianzhu/generator/glossary"
)

// TestJoin loads an own and a national glossary, whole or as much as is needed.
func TestJoin(t *testing.T) {
	cases.Run(t, "testdata/join-*.txtar", func(t *testing.T, c *cases.Case) {
		content := fstest.MapFS{}
		for _, f := range c.Files {
			content[f.Name] = &fstest.MapFile{Data: f.Data}
		}
		g, problems := glossary.Load(content, glossary.Files...)
		g.Link(c.Text("page.md"))
		used := strings.Fields(c.Text("used"))
		var b strings.Builder
		needed := g.Needed(func(id string) bool { return slices.Contains(used, id) })
		for _, term := range needed.Terms {
			fmt.Fprintf(&b, "%s %s succeeds %q: %s (%s)\n", term.ID, strings.Join(term.Forms(), " "), term.Succeeds, term.Senses[0].Definition, term.File)
		}
		for _, term := range g.Terms {
			if needed.Term(term.ID) == nil {
				fmt.Fprintf(&b, "left out: %s\n", term.ID)
			}
			if !needed.Knows(term.ID) {
				t.Errorf("%s is not known any more", term.ID)
			}
		}
		for _, p := range problems {
			fmt.Fprintln(&b, p)
		}
		c.Want(t, b.String())
	})
}

// An id that gave way leads to what stands for it.
func TestInstead(t *testing.T) {
	g, problems := glossary.Load(fstest.MapFS{
		"glossary.yaml":          {Data: []byte("- {id: wo-de, term: 放管服改革, pinyin: a, aliases: [放管服], senses: [{definition: 甲。}]}\n")},
		"glossary/national.yaml": {Data: []byte("- {id: fang-guan-fu, term: “放管服”, pinyin: b, senses: [{definition: 乙。}]}\n")},
	}, glossary.Files...)
	if len(problems) > 0 || len(g.Terms) != 1 {
		t.Fatal(g.Terms, problems)
	}
	if got := g.Term("fang-guan-fu"); got == nil || got.ID != "wo-de" {
		t.Errorf("got %v", got)
	}
}

// A site has what it asks for: either glossary alone is whole.
func TestEitherAlone(t *testing.T) {
	content := os.DirFS("../../content")
	for _, file := range glossary.Files {
		g, problems := glossary.Load(content, file)
		for _, p := range problems {
			if !strings.Contains(p.String(), "which is no entry") { // an own one that succeeds a national one
				t.Error(p)
			}
		}
		for _, term := range g.Terms {
			if term.National != (file == glossary.NationalFile) || term.File != "content/"+file {
				t.Errorf("%s is of %s", term.ID, term.File)
			}
		}
		if len(g.Terms) == 0 {
			t.Errorf("%s has no terms", file)
		}
	}
}
