package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
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
	s, err := Look(dir)
	if err != nil {
		return err
	}
	return s.Fill(paths, stays, write)
}

// Fill is [Fill] for a folder that was looked at.
func (s *Stand) Fill(paths []string, stays map[string]bool, write func(*Filling) error) error {
	paths, open := openOf(paths)
	f, err := s.begin(paths, open)
	if err == nil {
		maps.DeleteFunc(f.left, func(p string, _ bool) bool { return stays[p] && s.has(p) })
		err = write(f)
	}
	if err == nil {
		err = f.end(paths)
	}
	return err
}

// Filling is a folder that is filled. It bears use by several goroutines.
type Filling struct {
	*Stand
	open []string
	put  atomic.Int64

	mu   sync.Mutex
	left map[string]bool // that are still to be put
	made map[string]bool // in open folders
}

// Put writes one of the files of a folder.
type Put func(path string, content []byte) error

// begin removes strays, which go first: one may be a folder where a file belongs.
func (s *Stand) begin(paths, open []string) (*Filling, error) {
	folders, err := foldersOf(paths)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.dir, err)
	}
	f := &Filling{Stand: s, open: open, left: map[string]bool{}, made: map[string]bool{}}
	for _, p := range paths {
		f.left[p] = true
	}
	err = s.clear(
		func(p string) bool { return folders[p] || isIn(p, open) },
		func(p string) bool { return f.left[p] || isIn(p, open) })
	if err == nil {
		err = os.MkdirAll(s.dir, 0o755)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.dir, err)
	}
	s.folders["."] = true
	return f, nil
}

// Put writes a file, unless it is there with the same bytes.
func (f *Filling) Put(p string, content []byte) error {
	if err := f.take(p); err != nil {
		return err
	}
	if err := f.write(p, content, f.put.Add(1)); err != nil {
		return fmt.Errorf("%s: %w", f.dir, err)
	}
	return nil
}

// Stay has a file stay that stands in an open folder as it is to be.
func (f *Filling) Stay(p string) error {
	if !f.has(p) {
		return &fs.PathError{Op: "stay", Path: p, Err: fs.ErrNotExist}
	}
	return f.take(p)
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
	return f.clear(
		func(p string) bool { return folders[p] || !isIn(p, f.open) },
		func(p string) bool { return f.made[p] || !isIn(p, f.open) })
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
	in := &Stand{dir: dir, files: map[string]fs.FileInfo{}, folders: map[string]bool{".": true}}
	if info, err := os.Lstat(file); err == nil {
		in.files[name] = info
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return in.write(name, content, 0)
}
