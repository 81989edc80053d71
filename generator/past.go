package main

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"encoding/gob"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"jianzhu/generator/cache"
	"jianzhu/generator/problem"
	"jianzhu/generator/publish"
	"jianzhu/generator/site"
	"jianzhu/generator/tongue"
)

// A build of what the last one was made of, where all that it made still stands, has
// nothing to do. What it is made of is read, whatever times files have; what was made is
// known by names, sizes and times.

// past is the last build.
type past struct {
	Of, Made cache.Key
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

// forget is called before anything of the last build is changed.
func forget(root string) error {
	if err := os.Remove(pastFile(root)); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// note notes a build of what a project was before, if it is that still. An error is none
// of the build.
func note(root, baseURL string, before cache.Key, problems []problem.Problem) error {
	of, known := ingredients(root, baseURL)
	if !known || of != before {
		return nil
	}
	made, err := traces(root)
	if err != nil {
		return err
	}
	var text bytes.Buffer
	if err := gob.NewEncoder(&text).Encode(past{of, made, problems}); err != nil {
		return err
	}
	return publish.File(pastFile(root), text.Bytes())
}

// isBuilt reports whether the last build of a project made what one would make of its
// ingredients now, and what was wrong then.
func isBuilt(root string, of cache.Key) (problems []problem.Problem, is bool) {
	last := pastOf(root)
	if last.Of != of {
		return nil, false
	}
	made, err := traces(root)
	return last.Problems, err == nil && made == last.Made
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
	text, err := readFile(root, configFile)
	of.err = cmp.Or(of.err, err)
	of.add(string(text))
}

// folder adds the files of a folder, if it is there: their names and, where they are
// read, what stands in them.
func (of *mixture) folder(root, dir string, read bool) {
	s, err := openSource(filepath.Join(root, dir))
	if errors.Is(err, fs.ErrNotExist) {
		of.add(dir, "none")
		return
	}
	if err != nil {
		of.err = cmp.Or(of.err, err)
		return
	}
	defer s.root.Close()
	err = fs.WalkDir(s, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		of.add(dir, name, d.Type().String())
		if d.IsDir() || !read {
			return nil
		}
		text, err := fs.ReadFile(s, name)
		sum := cache.KeyOf(text)
		of.add(string(sum[:]))
		return err
	})
	of.err = cmp.Or(of.err, err)
}

// traces names the files of the last build as they stand, without reading them.
func traces(root string) (cache.Key, error) {
	var all []byte
	for _, dir := range []string{"build", "public"} {
		err := filepath.WalkDir(filepath.Join(root, dir), func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if d.IsDir() {
				if name == filepath.Join(root, "build", cacheFolder) {
					return fs.SkipDir
				}
				all = append(append(all, name...), 0)
				return nil
			}
			info, err := d.Info()
			if err != nil {
				return err
			}
			all = append(append(all, name...), 0) // which no name has
			for _, n := range []int64{int64(info.Mode()), info.Size(), info.ModTime().UnixNano()} {
				all = binary.LittleEndian.AppendUint64(all, uint64(n))
			}
			return nil
		})
		if err != nil {
			return cache.Key{}, err
		}
	}
	return cache.KeyOf(all), nil
}
