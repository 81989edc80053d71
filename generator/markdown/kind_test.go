package markdown

import (
	"io/fs"
	"os"
	"slices"
	"testing"

	"github.com/goccy/go-yaml"
)

// The table of the types of pages names only what there is, and has every type that
// is made and every layout.
func TestKinds(t *testing.T) {
	root := os.DirFS("../..")
	there := func(file string) {
		t.Helper()
		if _, err := fs.Stat(root, file); err != nil {
			t.Errorf("the table of types: %v", err)
		}
	}
	types := map[string]bool{}
	for _, k := range kinds {
		if types[k.Type] {
			t.Errorf("%s has two rows", k.Type)
		}
		types[k.Type] = true
		if k.Layout != "" {
			there("layouts/" + k.Layout + ".html")
		}
		if k.Graph != "" {
			there("layouts/_partials/head/jsonld/" + k.Graph + ".html")
		}
		for _, name := range k.Styles {
			there("static/css/" + name + ".css")
		}
		for _, name := range k.Scripts {
			there("static/js/" + name + ".js")
		}
	}
	c := corpus(t, content)
	pages, _ := Write(c, os.DirFS(content), "/")
	for _, p := range append(pages, Site{}.Embeds(c)...) {
		if p.Path != "embed/_index.md" && !types[p.Front.Type] {
			t.Errorf("%s is of the type %q, which the table has not", p.Path, p.Front.Type)
		}
	}
	layouts, err := fs.ReadDir(root, "layouts")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range layouts {
		if d.IsDir() && d.Name() != "_partials" && (!types[d.Name()] || kindOf(d.Name()).Layout != "") {
			t.Errorf("layouts/%s is for no type of page", d.Name())
		}
	}
}

// Layouts read the table as it is written.
func TestKindsAsYAML(t *testing.T) {
	var read struct {
		Types map[string]struct {
			Name, Graph     string
			Styles, Scripts []string
		}
		Head, Foot []struct{ Path, Name string }
	}
	if err := yaml.Unmarshal(Kinds(), &read); err != nil {
		t.Fatal(err)
	}
	for _, k := range kinds {
		got := read.Types[k.Type]
		if got.Name != k.Name || got.Graph != k.Graph || !slices.Equal(got.Styles, k.Styles) || !slices.Equal(got.Scripts, k.Scripts) {
			t.Errorf("%s is read as %+v", k.Type, got)
		}
	}
	if len(read.Head) != 7 || read.Head[0].Name != "报告" || len(read.Foot) != 7 || read.Foot[0].Path != "guide" {
		t.Errorf("head %v, foot %v", read.Head, read.Foot)
	}
}
