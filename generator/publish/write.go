package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"jianzhu/generator/tongue"
)

// pending begins the name under which a file is written that is to replace another,
// which may be a file of a site too. A kill may leave it; to the next Write it is a stray.
// Half of a new file, which a kill may leave under its name, is not what that one is to
// write.
const pending = ".pending"

// Write makes the folder dir hold exactly files (by slash-separated path):
// unchanged files are not touched, others are written, strays and empty
// folders removed. The folder is made if it is missing.
//
// It is an error, and nothing is touched, if a path is not a plain relative
// one, if two paths differ in case only, or if dir is not a folder.
func Write(dir string, files map[string][]byte) error {
	paths := slices.Sorted(maps.Keys(files))
	if _, err := foldersOf(paths); err != nil { // also that none is an open folder
		return fmt.Errorf("%s: %w", dir, err)
	}
	return Fill(dir, paths, nil, func(to *Filling) error {
		for _, p := range paths {
			if err := to.Put(p, files[p]); err != nil {
				return err
			}
		}
		return nil
	})
}

// Fill is Write for files that are not all in memory: their paths are known, and
// write puts each once, in any order, several at once if it likes. Those that stay are not
// put: whoever says so knows that they are there as they are to be. A path that ends
// with a slash is a folder of which write alone knows the files.
func Fill(dir string, paths []string, stays map[string]bool, write func(*Filling) error) error {
	paths, open := openOf(paths)
	f, err := begin(dir, paths, open)
	if err == nil {
		maps.DeleteFunc(f.left, func(p string, _ bool) bool { return stays[p] && f.stands(p) })
		err = write(f)
	}
	if err == nil {
		err = f.end(paths)
	}
	return err
}

// Filling is a folder that is filled. It bears use by several goroutines.
type Filling struct {
	dir  string
	open []string
	rest *standing // what stood there and may stay
	put  atomic.Int64

	mu   sync.Mutex
	left map[string]bool // that are still to be put
	made map[string]bool // in open folders
}

// Put writes one of the files of a folder.
type Put func(path string, content []byte) error

// begin removes strays, which go first: one may be a folder where a file belongs.
func begin(dir string, paths, open []string) (*Filling, error) {
	folders, err := foldersOf(paths)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", dir, err)
	}
	if dir, err = named(dir); err != nil {
		return nil, err
	}
	if _, err := folder(dir); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	f := &Filling{dir: dir, open: open, left: map[string]bool{}, made: map[string]bool{}}
	for _, p := range paths {
		f.left[p] = true
	}
	if f.rest, err = removeStrays(dir, ".", f.left, folders, open); err != nil {
		err = fmt.Errorf("%s: %w", dir, err)
	}
	return f, err
}

// Put writes a file, unless it is there with the same bytes.
func (f *Filling) Put(p string, content []byte) error {
	if err := f.take(p); err != nil {
		return err
	}
	if err := f.rest.writeFile(p, content, f.put.Add(1)); err != nil {
		return fmt.Errorf("%s: %w", f.dir, err)
	}
	return nil
}

// Stay has a file stay that stands in an open folder as it is to be.
func (f *Filling) Stay(p string) error {
	if !f.stands(p) {
		return &fs.PathError{Op: "stay", Path: p, Err: fs.ErrNotExist}
	}
	return f.take(p)
}

func (f *Filling) stands(p string) bool {
	_, is := f.rest.files[p]
	return is
}

// take notes that a file is put, or stays.
func (f *Filling) take(p string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	is := f.left[p]
	delete(f.left, p)
	if isIn(p, f.open) && !f.made[p] {
		f.made[p], is = true, true
	}
	if !is {
		return tongue.Errorf("%s: %s is none of its files, or written twice", f.dir, p)
	}
	return nil
}

// end removes from open folders what neither was put nor stayed.
func (f *Filling) end(paths []string) error {
	if len(f.left) > 0 {
		return tongue.Errorf("%s: %s is not written", f.dir, slices.Min(slices.Collect(maps.Keys(f.left))))
	}
	if len(f.open) == 0 {
		return nil
	}
	for _, p := range paths {
		f.made[p] = true
	}
	folders, err := foldersOf(slices.Sorted(maps.Keys(f.made)))
	if err != nil {
		return fmt.Errorf("%s: %w", f.dir, err)
	}
	for _, under := range f.open {
		if _, gone := removeStrays(f.dir, under, f.made, folders, nil); gone != nil && !errors.Is(gone, fs.ErrNotExist) {
			return gone
		}
	}
	return nil
}

// openOf parts the folders of which the files are not known from paths.
func openOf(paths []string) (known, open []string) {
	for _, p := range paths {
		if strings.HasSuffix(p, "/") {
			open = append(open, p)
		} else {
			known = append(known, p)
		}
	}
	return known, open
}

// isIn reports whether a path is in a folder, or one of them.
func isIn(p string, folders []string) bool {
	return slices.ContainsFunc(folders, func(f string) bool { return strings.HasPrefix(p+"/", f) })
}

// File writes one file, unless it is there with the same bytes. Its folder is
// made if it is missing, and what else is in it stays.
func File(file string, content []byte) error {
	dir, name := filepath.Split(filepath.Clean(file))
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	old := &standing{dir: dir, files: map[string]int64{}}
	if info, err := os.Lstat(file); err == nil && info.Mode().IsRegular() {
		old.files[name] = info.Size()
	} else if err == nil {
		old.files[name] = -1 // a link is not followed
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	old.folders.Store(".", true)
	return old.writeFile(name, content, 0)
}

// standing is what stands in a folder: the lengths of files, and folders. It has no links
// to follow, for they are strays.
type standing struct {
	dir     string
	files   map[string]int64
	folders sync.Map
}

// removeStrays removes from a folder under dir what is neither one of files, nor one of
// their folders, nor in an open one, and returns the rest.
func removeStrays(dir, under string, files map[string]bool, folders map[string]bool, open []string) (*standing, error) {
	rest := &standing{dir: dir, files: map[string]int64{}}
	return rest, filepath.WalkDir(filepath.Join(dir, filepath.FromSlash(under)), func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		p, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		p = filepath.ToSlash(p)
		switch {
		case p == "." || d.IsDir() && (folders[p] || isIn(p, open)):
			rest.folders.Store(p, true)
			return nil
		case d.Type().IsRegular() && (files[p] || isIn(p, open)):
			info, err := d.Info()
			if err == nil {
				rest.files[p] = info.Size()
			}
			return err
		}
		if err := os.RemoveAll(name); err != nil {
			return err
		}
		if d.IsDir() {
			return fs.SkipDir
		}
		return nil
	})
}

// writeFile writes a file unless it is there with the same bytes; n tells it from
// others that are written at once. The system is asked as little as can be.
func (s *standing) writeFile(p string, content []byte, n int64) error {
	file := s.path(p)
	size, is := s.files[p]
	if !is {
		if err := s.makeFolder(path.Dir(p)); err != nil {
			return err
		}
		return create(file, content, 0o644)
	}
	if size == int64(len(content)) {
		old, err := os.ReadFile(file)
		if err != nil || bytes.Equal(old, content) {
			return err
		}
	}
	unfinished := s.path(pending + strconv.FormatInt(n, 10))
	if err := os.WriteFile(unfinished, content, 0o644); err != nil {
		return err
	}
	return os.Rename(unfinished, file)
}

func (s *standing) path(p string) string { return filepath.Join(s.dir, filepath.FromSlash(p)) }

// makeFolder makes a folder that is not there, in one that may not be there.
func (s *standing) makeFolder(p string) error {
	if _, is := s.folders.Load(p); is {
		return nil
	}
	if err := s.makeFolder(path.Dir(p)); err != nil {
		return err
	}
	if err := os.Mkdir(s.path(p), 0o755); err != nil && !errors.Is(err, fs.ErrExist) { // by another that writes now
		return err
	}
	s.folders.Store(p, true)
	return nil
}
