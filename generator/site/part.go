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

// partsDir holds folders of pages that belong to the site and that no page of
// it lists or asks for. Hugo keeps all pages of a run in memory, some 20 KB
// each; each of these folders is a run of its own, with the project's layouts.
const partsDir = "build/parts"

// parts returns the folders of partsDir, by name.
func parts(root string) ([]string, error) {
	entries, err := os.ReadDir(filepath.Join(root, filepath.FromSlash(partsDir)))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names, err
}

// configurePart sets over site.yaml that the content is a folder of partsDir
// alone, and that nothing is made but its pages.
func configurePart(flags config.Provider, root, part string) error {
	site, err := metadecoders.Default.UnmarshalFileToMap(hugofs.Os, filepath.Join(root, "site.yaml"))
	if err != nil {
		return err
	}
	module, _ := site["module"].(map[string]any)
	if module == nil {
		module = map[string]any{}
	}
	mounts := []any{map[string]any{"source": partsDir + "/" + part, "target": "content"}}
	given, _ := module["mounts"].([]any)
	for _, mount := range given {
		m, _ := mount.(map[string]any)
		target, _ := m["target"].(string)
		switch component, _, _ := strings.Cut(target, "/"); component {
		case "content", "static": // of the site itself
		default:
			mounts = append(mounts, mount)
		}
	}
	module["mounts"] = mounts
	flags.Set("module", module)
	flags.Set("disableKinds", []string{"taxonomy", "term", "rss", "sitemap", "robotstxt", "404"})
	return nil
}
