package main

import (
	"embed"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"jianzhu/content"
	"jianzhu/generator/glossary"
	"jianzhu/generator/problem"
	"jianzhu/generator/project"
	"jianzhu/generator/publish"
	"jianzhu/generator/schema"
	"jianzhu/generator/tongue"
)

// starter is what a new project begins with.
//
//go:embed all:starter
var starter embed.FS

// initialize makes a project in a folder, which must be new or empty; with a report
// of ours as an example, or without. A project that is there gets this program's
// schemas.
func initialize(dir string, example bool, out io.Writer) ([]problem.Problem, error) {
	if _, err := os.Stat(filepath.Join(dir, project.ConfigFile)); err == nil {
		problems, err := project.Refresh(dir, true)
		if err == nil {
			tongue.Fprintf(out, "%s is a project already: its schemas are looked after, all else is left as it is\n", dir)
		}
		return problems, err
	}
	return nil, begun(dir, example, out)
}

// begun makes a new project.
func begun(dir string, example bool, out io.Writer) error {
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return tongue.Errorf("%s: there are files in it already; name a new folder", dir)
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
	err := errors.Join(take(starter, "starter", ""), take(content.Themes, "themes.yaml", "/content/themes.yaml"), take(content.Guide, "guide.md", "/content/guide.md"))
	if example {
		err = errors.Join(err, take(content.Example, content.ExampleFolder, "/content/"+content.ExampleFolder))
	}
	if err != nil {
		return err
	}
	schemas, err := project.Schemas()
	if err != nil {
		return err
	}
	for name, text := range schemas {
		files["/"+name] = text
	}
	files["/content/themes.yaml"] = withoutOwn(files["/content/themes.yaml"])
	for name, at := range map[string]string{"site": "/site.yaml", "glossary": "/content/glossary.yaml", "themes": "/content/themes.yaml"} {
		files[at] = append([]byte(schema.Line(strings.Repeat("../", strings.Count(at, "/")-1), name)), files[at]...)
	}
	made := map[string][]byte{}
	for name, text := range files {
		name = strings.TrimPrefix(strings.Replace(name, "/gitignore", "/.gitignore", 1), "/")
		made[name] = text
	}
	if err := publish.Write(dir, made); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(dir, "content", "reports"), 0o777); err != nil {
		return err
	}
	tongue.Fprintf(out, "made %s; now: jianzhu add -C %s your files, then jianzhu serve -C %s\n", filepath.Join(dir, project.ConfigFile), dir, dir)
	return nil
}

var listed = regexp.MustCompile(`(?m)^    terms: \[([^\]\n]*)\]\n`)

// withoutOwn takes from the themes the entries that are in our own glossary only.
func withoutOwn(themes []byte) []byte {
	national, _ := glossary.Load(content.National, glossary.NationalFile)
	return listed.ReplaceAllFunc(themes, func(line []byte) []byte {
		var kept []string
		for _, id := range strings.Split(string(listed.FindSubmatch(line)[1]), ",") {
			if id = strings.TrimSpace(id); national.Knows(id) {
				kept = append(kept, id)
			}
		}
		if kept == nil {
			return nil
		}
		return []byte("    terms: [" + strings.Join(kept, ", ") + "]\n")
	})
}
