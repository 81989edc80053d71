package theme

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite what the cases want")

// cases runs check on every archive of a folder. An archive has inputs, and a
// file want, which must be what check returns.
func cases(t *testing.T, pattern string, check func(t *testing.T, input map[string]string) string) {
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %s", pattern)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			input := map[string]string{}
			for _, f := range archive.Files {
				input[f.Name] = string(f.Data)
			}
			got := check(t, input)
			if *update {
				last := &archive.Files[len(archive.Files)-1]
				last.Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
					t.Fatal(err)
				}
			} else if got != input["want"] {
				t.Errorf("got:\n%s\nwant:\n%s", got, input["want"])
			}
		})
	}
}

func load(input map[string]string) (*Vocabulary, string) {
	fsys := fstest.MapFS{"themes.yaml": {Data: []byte(input["themes.yaml"])}}
	v, problems := Load(fsys, "themes.yaml")
	var out strings.Builder
	for _, p := range problems {
		out.WriteString(p.String() + "\n")
	}
	return v, out.String()
}

func TestLoad(t *testing.T) {
	cases(t, "testdata/load/*.txtar", func(t *testing.T, input map[string]string) string {
		v, problems := load(input)
		for _, theme := range v.Themes {
			problems += theme.ID + " " + theme.Name + " " + strings.Join(theme.Keywords, " ") + "\n"
		}
		return problems
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
		v, _ := load(map[string]string{"themes.yaml": file})
		if labels := v.Label(Passage{Heading: text, Text: text}); len(labels) > 3 {
			t.Errorf("%d labels", len(labels))
		}
	})
}
