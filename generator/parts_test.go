package main

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianzhu/generator/markdown"
	"jianzhu/generator/publish"
)

// However many reports are rendered together, and were it with the rest of the
// site, the site is the same, byte for byte.
func TestPartsAreTheSameInAnyRuns(t *testing.T) {
	t.Parallel()
	s := built(t, siteAtRoot)
	want := snapshot(t, s.root)
	for name, lay := range map[string]func(build string) error{
		"a run for each report": func(build string) error {
			return s.edition.writeParts(filepath.Join(build, "parts"), 1)
		},
		"all with the site": func(build string) error {
			parts, err := rendered(markdown.EmbeddedParts(s.edition.corpus, s.edition.corpus.Reports))
			if err != nil {
				return err
			}
			maps.DeleteFunc(parts, func(file string, _ []byte) bool { return !strings.HasPrefix(file, "embed/reports/") })
			for file, html := range parts {
				if err := publish.File(filepath.Join(build, "html", file), html); err != nil {
					return err
				}
			}
			return os.RemoveAll(filepath.Join(build, "parts"))
		},
	} {
		t.Run(name, func(t *testing.T) {
			root := t.TempDir()
			for _, part := range []string{"build", "layouts", "static"} {
				if err := os.CopyFS(filepath.Join(root, part), os.DirFS(filepath.Join(s.root, part))); err != nil {
					t.Fatal(err)
				}
			}
			text, err := os.ReadFile(filepath.Join(s.root, "site.yaml"))
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(root, "site.yaml"), text, 0o666); err != nil {
				t.Fatal(err)
			}
			if err := lay(filepath.Join(root, "build")); err != nil {
				t.Fatal(err)
			}
			if _, err := project(root).Build(filepath.Join(root, "public"), "https://example.org/"); err != nil {
				t.Fatal(err)
			}
			got := snapshot(t, root)
			for file := range want {
				if strings.HasPrefix(file, "public") && got[file].sum != want[file].sum {
					t.Errorf("%s differs", file)
				}
			}
			for file := range got {
				if _, ok := want[file]; !ok && strings.HasPrefix(file, "public") {
					t.Errorf("%s is new", file)
				}
			}
		})
	}
}
