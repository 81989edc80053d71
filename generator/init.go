package main

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"jianzhu/content"
	"jianzhu/generator/publish"
)

// starter is what a new project begins with.
//
//go:embed all:starter
var starter embed.FS

// initialize makes a project in a folder, which must be new or empty; with a report
// of ours as an example, or without.
func initialize(dir string, example bool) error {
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return fmt.Errorf("%s: there are files in it already; name a new folder", dir)
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	files := map[string][]byte{}
	take := func(from fs.FS, below, to string) error {
		return fs.WalkDir(from, below, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			files[to+strings.TrimPrefix(name, below)], err = fs.ReadFile(from, name)
			return err
		})
	}
	err := errors.Join(take(starter, "starter", ""), take(content.Themes, "themes.yaml", "/content/themes.yaml"))
	if example {
		err = errors.Join(err, take(content.Example, content.ExampleFolder, "/content/"+content.ExampleFolder))
	}
	if err != nil {
		return err
	}
	made := map[string][]byte{}
	for name, text := range files {
		name = strings.TrimPrefix(strings.Replace(name, "/gitignore", "/.gitignore", 1), "/")
		made[name] = text
	}
	if err := publish.Write(dir, made); err != nil {
		return err
	}
	return os.MkdirAll(filepath.Join(dir, "content", "reports"), 0o777)
}
