package site

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/gohugoio/hugo/hugofs"
	"github.com/spf13/afero"

	"jianzhu/generator/cache"
)

// Files is how the files of a site are put on the disk.
type Files interface {
	Write(file string, content []byte) error
	Take(file, from string) error         // one that was made, from where it stands
	Stays(file string, of cache.Key) bool // puts that of the last site, if it was made of the same
	Made(file string, of cache.Key)       // tells what one is made of that is put
}

// forgetful keeps no account of what files are made of.
type forgetful struct{}

func (forgetful) Stays(string, cache.Key) bool { return false }
func (forgetful) Made(string, cache.Key)       {}

// plainly writes and copies files.
type plainly struct {
	forgetful
	to afero.Fs
}

func (p plainly) Write(file string, content []byte) error {
	return afero.WriteFile(p.to, file, content, 0o666)
}

func (p plainly) Take(file, from string) error {
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return p.Write(file, content)
}

// madeStatic is the folder of static files that were made.
func (p Project) madeStatic() string { return filepath.Join(p.Made, "static") }

// takeMade takes the static files that were made, where Hugo is not shown them: it would
// ask the disk ten times about each.
func (r rendering) takeMade() error {
	take := func(file, name string) error { r.to.take(r.published(name), file); return nil }
	if r.Static == nil {
		return walk(r.madeStatic(), take)
	}
	for _, name := range r.Static {
		take(filepath.Join(r.madeStatic(), filepath.FromSlash(name)), name)
	}
	return nil
}

// copyStatic copies static files. Hugo's library, other than its command, leaves them
// where they are. Of two files that folders mounted in one place have under one name,
// the first is seen.
func (r rendering) copyStatic(from afero.Fs) error {
	made := r.madeStatic() + string(filepath.Separator)
	return afero.Walk(from, "", func(path string, info fs.FileInfo, err error) error {
		if path == "" && errors.Is(err, fs.ErrNotExist) {
			return nil // no folder of them is there
		}
		name := filepath.Join(r.publish, path)
		if err != nil || info.IsDir() || r.to.has(name) {
			return err
		}
		if meta, ok := info.(hugofs.FileMetaInfo); ok && strings.HasPrefix(meta.Meta().Filename, made) {
			r.to.take(name, meta.Meta().Filename)
			return nil
		}
		content, err := afero.ReadFile(from, path)
		if err != nil {
			return err
		}
		return afero.WriteFile(r.to, name, content, 0o666)
	})
}
