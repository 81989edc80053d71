package site

import (
	_ "embed"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/parser/metadecoders"

	"jianzhu/layouts"
	"jianzhu/static"
)

// defaults are what site.yaml need not say.
//
//go:embed defaults.yaml
var defaults []byte

// Own are the folders of a project whose files stand before those that the program
// has with it.
var Own = []string{"layouts", "static"}

// Default returns the layouts and static files that the program has with it, by
// path: layouts/baseof.html. They are written beside what is made for Hugo, into
// the folder default.
func Default(look Look) (map[string][]byte, error) {
	files := map[string][]byte{}
	for dir, from := range map[string]fs.FS{"layouts": layouts.Files, "static": static.Files} {
		err := fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || isSource(name) {
				return err
			}
			files[path.Join(dir, name)], err = fs.ReadFile(from, name)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	look.dress(files)
	return files, nil
}

// isSource reports whether a file of layouts or static is there for the program only.
func isSource(name string) bool { return name == "layouts.go" || name == "static.go" }

// configure sets what site.yaml leaves open, and where that is which was made and
// what the program has with it. Where site.yaml does not say what is mounted, the static
// files that were made are not: they are left to be taken.
func (p Project) configure(flags config.Provider) (static bool, err error) {
	site, err := metadecoders.Default.UnmarshalFileToMap(hugofs.Os, filepath.Join(p.Root, "site.yaml"))
	if err != nil {
		return false, nil // Hugo says what and where
	}
	if err := setDefaults(flags, site); err != nil {
		return false, err
	}
	module, _ := site["module"].(map[string]any)
	if module == nil {
		module = map[string]any{}
	}
	mounts, _ := module["mounts"].([]any)
	for _, mount := range mounts {
		m, _ := mount.(map[string]any)
		if source, _ := m["source"].(string); source == "build" || strings.HasPrefix(source, "build/") {
			m["source"] = filepath.Join(p.Made, filepath.FromSlash(strings.TrimPrefix(source, "build")))
		}
	}
	static = mounts == nil
	if static {
		mounts = append(mounts, map[string]any{"source": filepath.Join(p.Made, "html"), "target": "content"})
		for _, own := range Own {
			mounts = append(mounts, p.lend(own, own)...)
		}
	}
	mounts = append(mounts, p.lend(styles, asAssets)...)
	// Of layouts of one name Hugo takes the first, of all other files the last.
	byDefault := func(dir, target string) any {
		return mount(filepath.Join(p.Made, "default", filepath.FromSlash(dir)), target)
	}
	mounts = append([]any{byDefault("static", "static"), byDefault(styles, asAssets)}, mounts...)
	module["mounts"] = append(mounts, byDefault("layouts", "layouts"), mount(filepath.Join(p.Made, "data"), "data"))
	flags.Set("module", module)
	return static, nil
}

// Style sheets are where layouts make one of them for each kind of page, too.
const styles, asAssets = "static/css", "assets/css"

// setDefaults sets what a configuration leaves open.
func setDefaults(flags config.Provider, site map[string]any) error {
	ours, err := metadecoders.Default.UnmarshalToMap(defaults, metadecoders.YAML)
	for key, value := range ours {
		if !has(site, key) {
			flags.Set(key, value)
		}
	}
	return err
}

// lend mounts a file or a folder of the project, if it is there.
func (p Project) lend(name, target string) []any {
	source := filepath.Join(p.Root, filepath.FromSlash(name))
	if _, err := os.Stat(source); err != nil {
		return nil
	}
	return []any{mount(source, target)}
}

func mount(source, target string) map[string]any {
	m := map[string]any{"source": source, "target": target}
	if slices.Contains(Own, target) {
		m["files"] = []string{"! *.go"} // by which the program has them with it
	}
	return m
}

// has reports whether a key stands in a configuration: Hugo's keys may be written
// in upper and lower case.
func has(site map[string]any, key string) bool {
	for k := range site {
		if strings.EqualFold(k, key) {
			return true
		}
	}
	return false
}
