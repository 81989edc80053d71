package theme

import (
	"strings"
	"testing"
	"testing/fstest"

	"jianzhu/generator/cases"
)

func load(themes string) (*Vocabulary, string) {
	fsys := fstest.MapFS{"themes.yaml": {Data: []byte(themes)}}
	v, problems := Load(fsys, "themes.yaml")
	var out strings.Builder
	for _, p := range problems {
		out.WriteString(p.String() + "\n")
	}
	return v, out.String()
}

func TestLoad(t *testing.T) {
	cases.Run(t, "testdata/load/*.txtar", func(t *testing.T, c *cases.Case) {
		v, got := load(c.Text("themes.yaml"))
		for _, theme := range v.Themes {
			got += theme.ID + " " + theme.Name + " " + strings.Join(theme.Keywords, " ") + "\n"
		}
		c.Want(t, got)
	})
}

func TestLoadMissingFile(t *testing.T) {
	v, problems := Load(fstest.MapFS{}, "themes.yaml")
	if len(problems) != 1 || problems[0].File != "content/themes.yaml" || len(v.Themes) != 0 {
		t.Errorf("got %v", problems)
	}
}

// FuzzLoad holds Load to its promise: whatever the file is, a vocabulary.
func FuzzLoad(f *testing.F) {
	f.Add("themes:\n  - id: a\n    name: 甲\n", "甲乙")
	f.Add("themes: {}\nneutral: 1\n", "")
	f.Add("&a [*a]", "")
	f.Add("---\n---\nthemes: [null]\n", "x")
	f.Fuzz(func(t *testing.T, file, text string) {
		v, _ := load(file)
		if labels := v.Label(Passage{Heading: text, Text: text}); len(labels) > 3 {
			t.Errorf("%d labels", len(labels))
		}
	})
}
