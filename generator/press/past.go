package press

import (
	"bytes"
	"cmp"
	"encoding/gob"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"jianzhu/generator/cache"
	"jianzhu/generator/problem"
	"jianzhu/generator/project"
	"jianzhu/generator/publish"
	"jianzhu/generator/site"
	"jianzhu/generator/tongue"
)

// A build of what the last one was made of, where all that it made still stands, has
// nothing to do. What it is made of is read, whatever times files have; what was made is
// known by names, sizes and times.

// past is the last build.
type past struct {
	Of       cache.Key
	Problems []problem.Problem
}

func pastFile(root string) string { return filepath.Join(root, publish.Work, "built") }

// pastOf is the last build of a project; the zero past where it is not known.
func pastOf(root string) (last past) {
	text, err := os.ReadFile(pastFile(root))
	if err != nil || gob.NewDecoder(bytes.NewReader(text)).Decode(&last) != nil {
		return past{}
	}
	return last
}

// forgetPast is called before anything of the last build is changed.
func forgetPast(root string) error {
	if err := os.Remove(pastFile(root)); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// notePast notes a build of what a project was before, if it is that still. An error is none
// of the build.
func notePast(root, baseURL string, before cache.Key, problems []problem.Problem) error {
	of, known := ingredients(root, baseURL)
	if !known || of != before {
		return nil
	}
	var text bytes.Buffer
	if err := gob.NewEncoder(&text).Encode(past{of, problems}); err != nil {
		return err
	}
	return publish.File(pastFile(root), text.Bytes())
}

// ingredients names all that the site of a project is made of: the project, the program,
// the language in which it speaks. False where there may be more: with a skin, or layouts
// and settings that ask for what stands elsewhere or passes, such as the time.
func ingredients(root, baseURL string) (key cache.Key, known bool) {
	alone, err := (site.Project{Root: root}).Alone()
	var of mixture
	of.add(program(), tongue.Language(), baseURL)
	of.config(root)
	for _, dir := range append([]string{"content"}, site.Own...) {
		of.folder(root, dir, true)
	}
	return cache.KeyOf(of.parts...), err == nil && of.err == nil && alone && program() != ""
}

// ingredientsOfEdition names all that an edition of a project is made of: of layouts and
// static files it knows only which there are.
func ingredientsOfEdition(root string) (key cache.Key, known bool) {
	var of mixture
	of.config(root)
	of.folder(root, "content", true)
	for _, dir := range site.Own {
		of.folder(root, dir, false)
	}
	return cache.KeyOf(of.parts...), of.err == nil
}

// mixture is what something is made of.
type mixture struct {
	parts []string
	err   error // the first
}

func (of *mixture) add(parts ...string) { of.parts = append(of.parts, parts...) }

func (of *mixture) config(root string) {
	text, err := project.ReadFile(root, project.ConfigFile)
	of.err = cmp.Or(of.err, err)
	of.add(string(text))
}

// folder adds the files of a folder, if it is there: their names and, where they are
// read, what stands in them.
func (of *mixture) folder(root, dir string, read bool) {
	at := filepath.Join(root, dir)
	s, err := project.Open(at)
	if errors.Is(err, fs.ErrNotExist) {
		of.add(dir, "none")
		return
	}
	if err != nil {
		of.err = cmp.Or(of.err, err)
		return
	}
	defer s.Close()
	plain := os.DirFS(at) // which opens no folders on the way to a file
	err = fs.WalkDir(plain, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		of.add(dir, name, d.Type().String())
		if d.IsDir() || !read {
			return nil
		}
		from := fs.FS(s)
		if info, err := d.Info(); err == nil && info.Mode().IsRegular() && info.Size() <= project.LargestFile {
			from = plain
		}
		text, err := fs.ReadFile(from, name)
		sum := cache.KeyOf(text)
		of.add(string(sum[:]))
		return err
	})
	of.err = cmp.Or(of.err, err)
}
