// Package site renders pages with Hugo, in process. It is the only package
// that knows Hugo.
package site

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/bep/logg"
	"github.com/gohugoio/hugo/common/loggers"
	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
	"github.com/spf13/afero"
)

// one lets one site through at a time: Hugo keeps its logger process-wide.
var one sync.Mutex

// Build renders root (site.yaml and the folders that it mounts) into the
// folder publish, which must not exist yet. A baseURL that is not empty stands
// in for that of site.yaml.
//
// The result depends on the files alone: environment variables that Hugo would
// read are kept from it. An error names file and line where Hugo knows them; a
// warning of Hugo is an error, for it means a page that is not as intended.
func Build(root, publish, baseURL string) error {
	publish, err := filepath.Abs(publish)
	if err != nil {
		return err
	}
	if err := checkConfig(root); err != nil {
		return err
	}
	if _, err := os.Lstat(publish); err == nil {
		return fmt.Errorf("%s: is there already; a site is built into a new folder", publish)
	}
	t, err := readTheme(root)
	if err != nil {
		return err
	}
	return buildTo(hugofs.Os, t, root, publish, baseURL)
}

// Plain is Build with the project's own layouts, whatever theme site.yaml names.
func Plain(root, publish, baseURL string) error {
	publish, err := filepath.Abs(publish)
	if err != nil {
		return err
	}
	return buildTo(hugofs.Os, nil, root, publish, baseURL)
}

// Dressed reports whether site.yaml names a theme of others.
func Dressed(root string) (bool, error) {
	t, err := readTheme(root)
	return t != nil, err
}

// Render is Build into memory. It returns the files by slash-separated path.
func Render(root, baseURL string) (map[string][]byte, error) {
	if err := checkConfig(root); err != nil {
		return nil, err
	}
	t, err := readTheme(root)
	if err != nil {
		return nil, err
	}
	memory := afero.NewMemMapFs()
	publish := filepath.FromSlash("/public")
	if err := buildTo(memory, t, root, publish, baseURL); err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	err = afero.Walk(memory, publish, func(path string, info fs.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		name, err := filepath.Rel(publish, path)
		if err != nil {
			return err
		}
		files[filepath.ToSlash(name)], err = afero.ReadFile(memory, path)
		return err
	})
	return files, err
}

// buildTo builds into a folder of a file system, with a theme of others or, where
// that is nil, ours; then what is rendered apart, with ours.
func buildTo(destination afero.Fs, t *theme, root, publish, baseURL string) error {
	one.Lock()
	defer one.Unlock()

	root, err := filepath.Abs(root)
	if err != nil {
		return err
	}
	apart, err := parts(root)
	if err != nil {
		return err
	}
	if err := run(destination, t, "", root, publish, baseURL); err != nil {
		return err
	}
	for _, part := range apart {
		if err := run(destination, nil, part, root, publish, baseURL); err != nil {
			return err
		}
	}
	return nil
}

// run has Hugo render the site, or where part is not empty that folder of build/parts.
func run(destination afero.Fs, t *theme, part, root, publish, baseURL string) error {
	temporary, err := os.MkdirTemp("", "jianzhu-hugo-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temporary)

	flags := settings{config.New()}
	flags.Set("workingDir", root)
	flags.Set("cacheDir", temporary) // else Hugo makes one in the user's home
	if t != nil {
		if err := t.prepare(flags, root, temporary); err != nil {
			return err
		}
	}
	if part != "" {
		if err := configurePart(flags, root, part); err != nil {
			return err
		}
	}
	flags.Set("publishDir", publish)
	flags.Set("environment", "production")
	if baseURL != "" {
		flags.Set("baseURL", baseURL)
	}

	said := &log{root: root}
	err = render(destination, flags, root, part == "", said)
	lines := said.lines()
	if t != nil {
		lines = fatal(lines)
	}
	if err != nil {
		lines = append(lines, err.Error())
	}
	switch words := said.shorten(strings.Join(lines, "\n")); {
	case t != nil && words != "":
		return t.explain(words)
	case words != "":
		return errors.New("hugo: " + words)
	case t != nil:
		return t.fits(destination, publish, root)
	}
	return nil
}

// checkConfig finds what Hugo would pass over: it takes a configuration that
// is not there for an empty one.
func checkConfig(root string) error {
	text, err := os.ReadFile(filepath.Join(root, "site.yaml"))
	if errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("site.yaml: not found in %s; it configures the site, and there is none without it", root)
	}
	if err != nil {
		return err
	}
	if len(bytes.TrimSpace(text)) == 0 {
		return errors.New("site.yaml: empty; it needs at least baseURL, title and module.mounts")
	}
	return nil
}

// load reads site.yaml, over which flags win, and fetches the modules that it
// imports.
func load(flags config.Provider, root string, said *log) (*allconfig.Configs, error) {
	file := filepath.Join(root, "site.yaml")
	disk, err := withoutBOM(file)
	if err != nil {
		return nil, err
	}
	return allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Flags:       flags,
		Fs:          disk,
		Filename:    file,
		Environment: "production",
		Environ:     []string{"HUGO=ignored"}, // an empty list would mean the process's own
		Logger:      loggers.New(loggers.Options{Level: logg.LevelWarn, StdOut: said, StdErr: said}),
	})
}

// withoutBOM is the disk, on which a file has no mark at its beginning: Hugo takes
// it for a part of the first key.
func withoutBOM(file string) (afero.Fs, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	rest, marked := bytes.CutPrefix(text, []byte("\ufeff"))
	if !marked {
		return hugofs.Os, nil
	}
	over := afero.NewMemMapFs()
	if err := afero.WriteFile(over, file, rest, 0o644); err != nil {
		return nil, err
	}
	return unmarked{hugofs.Os, file, over}, nil
}

// unmarked is the disk, but for one file.
type unmarked struct {
	afero.Fs
	file string
	over afero.Fs
}

func (u unmarked) Open(name string) (afero.File, error) {
	if name == u.file {
		return u.over.Open(name)
	}
	return u.Fs.Open(name)
}

// render loads the configuration, copies static files if it should, and builds the
// pages, which win over a static file of the same name.
func render(destination afero.Fs, flags config.Provider, root string, copyStatic bool, said *log) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	configs, err := load(flags, root, said)
	if err != nil {
		return err
	}
	files := hugofs.NewFromSourceAndDestination(hugofs.Os, destination, flags)
	sites, err := hugolib.NewHugoSites(deps.DepsCfg{
		Configs:  configs,
		Fs:       files,
		LogLevel: logg.LevelWarn,
		StdOut:   said,
		StdErr:   said,
	})
	if err != nil {
		return err
	}
	defer sites.Close()
	if copyStatic {
		for _, static := range sites.BaseFs.SourceFilesystems.Static {
			if err := copyTree(static.Fs, files.PublishDir); err != nil {
				return err
			}
		}
	}
	return sites.Build(hugolib.BuildCfg{NoBuildLock: true})
}
