package site

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/parser/metadecoders"
)

// partsDir, in what was made, holds folders of pages that belong to the site and
// that no page of it lists or asks for. Hugo keeps all pages of a run in memory,
// some 20 KB each; each of these folders is a run of its own, with the project's
// layouts.
const partsDir = "parts"

// parts returns the folders of partsDir, by name.
func (p Project) parts() ([]string, error) {
	entries, err := os.ReadDir(filepath.Join(p.Made, partsDir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names, err
}

// configure sets over site.yaml where what was made is and, for a part, that the
// content is this folder of partsDir alone, and that nothing is made but its pages.
func (p Project) configure(flags config.Provider, part string) error {
	site, err := metadecoders.Default.UnmarshalFileToMap(hugofs.Os, filepath.Join(p.Root, "site.yaml"))
	if err != nil {
		return nil // Hugo says what and where
	}
	module, _ := site["module"].(map[string]any)
	given, _ := module["mounts"].([]any)
	if given == nil {
		return nil
	}
	var mounts []any
	if part != "" {
		mounts = []any{map[string]any{"source": filepath.Join(p.Made, partsDir, part), "target": "content"}}
	}
	for _, mount := range given {
		m, _ := mount.(map[string]any)
		target, _ := m["target"].(string)
		component, _, _ := strings.Cut(target, "/")
		if part != "" && (component == "content" || component == "static") { // of the site itself
			continue
		}
		if source, _ := m["source"].(string); source == "build" || strings.HasPrefix(source, "build/") {
			m["source"] = filepath.Join(p.Made, filepath.FromSlash(strings.TrimPrefix(source, "build")))
		}
		mounts = append(mounts, mount)
	}
	module["mounts"] = mounts
	flags.Set("module", module)
	if part != "" {
		flags.Set("disableKinds", []string{"taxonomy", "term", "rss", "sitemap", "robotstxt", "404"})
	}
	return nil
}
