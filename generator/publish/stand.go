package publish

import (
	"bytes"
	"errors"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
)

// Stand is what stands in a folder: it was looked at once, and whoever puts something
// there keeps account of it. So the disk is asked for each file once in a build, and not
// by each who wants to know. It bears use by several goroutines.
type Stand struct {
	dir string

	mu      sync.RWMutex
	files   map[string]fs.FileInfo // all that is no folder, by slash-separated path
	folders map[string]bool        // "." is the folder itself
}

// Look looks at a folder, which need not be there. It follows no links: what is not a
// folder, or a link to one, is an error. Passed over is what stands in it by one of the
// names besides.
func Look(dir string, besides ...string) (*Stand, error) {
	dir, err := named(dir)
	if err != nil {
		return nil, err
	}
	s := &Stand{dir: dir, files: map[string]fs.FileInfo{}, folders: map[string]bool{}}
	if there, err := folder(dir); err != nil || !there {
		return s, err
	}
	return s, s.look(".", besides)
}

func (s *Stand) look(folder string, besides []string) error {
	entries, err := os.ReadDir(s.path(folder))
	if err != nil {
		return err
	}
	s.folders[folder] = true
	for _, e := range entries {
		p := e.Name()
		if folder != "." {
			p = folder + "/" + p
		} else if slices.Contains(besides, p) {
			continue
		}
		if e.IsDir() {
			err = s.look(p, nil)
		} else {
			s.files[p], err = e.Info()
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *Stand) path(p string) string { return filepath.Join(s.dir, filepath.FromSlash(p)) }

// File is what stands under a path and is no folder.
func (s *Stand) File(p string) (info fs.FileInfo, is bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	info, is = s.files[p]
	return info, is
}

// Files are all that are no folders. Nothing is put while they are gone through.
func (s *Stand) Files() iter.Seq2[string, fs.FileInfo] {
	return func(yield func(string, fs.FileInfo) bool) {
		s.mu.RLock()
		defer s.mu.RUnlock()
		maps.All(s.files)(yield)
	}
}

// Folders are all folders, in order.
func (s *Stand) Folders() []string {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return slices.Sorted(maps.Keys(s.folders))
}

// has reports whether a file stands, which a link is not.
func (s *Stand) has(p string) bool {
	info, is := s.File(p)
	return is && info.Mode().IsRegular()
}

// is notes what stands under a path.
func (s *Stand) is(p string, info fs.FileInfo) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files[p] = info
}

// clear removes all but some folders and files.
func (s *Stand) clear(isFolder, isFile func(p string) bool) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for p := range s.folders {
		if p == "." || isFolder(p) {
			continue
		}
		if err := os.RemoveAll(s.path(p)); err != nil {
			return err
		}
		delete(s.folders, p)
	}
	for p, info := range s.files {
		if info.Mode().IsRegular() && isFile(p) {
			continue
		}
		if s.folders[path.Dir(p)] { // else it is gone
			if err := os.RemoveAll(s.path(p)); err != nil {
				return err
			}
		}
		delete(s.files, p)
	}
	return nil
}

// write writes a file unless it is there with the same bytes; n tells it from others that
// are written at once.
func (s *Stand) write(p string, content []byte, n int64) error {
	file := s.path(p)
	last, is := s.File(p)
	if is && last.Mode().IsRegular() && last.Size() == int64(len(content)) {
		old, err := os.ReadFile(file)
		if err != nil || bytes.Equal(old, content) {
			return err
		}
	}
	if err := s.replace(p, is, content, n); err != nil {
		return err
	}
	info, err := os.Lstat(file)
	s.is(p, info)
	return err
}

// replace writes a file that is not there, or in place of the one that is.
func (s *Stand) replace(p string, is bool, content []byte, n int64) error {
	if !is {
		if err := s.makeFolder(path.Dir(p), 0o755); err != nil {
			return err
		}
		return create(s.path(p), content, 0o644)
	}
	unfinished := s.path(pending + strconv.FormatInt(n, 10))
	if err := os.WriteFile(unfinished, content, 0o644); err != nil {
		return err
	}
	return os.Rename(unfinished, s.path(p))
}

// makeFolder makes a folder that is not there, in one that may not be there.
func (s *Stand) makeFolder(p string, mode fs.FileMode) error {
	s.mu.RLock()
	is := s.folders[p]
	s.mu.RUnlock()
	if is {
		return nil
	}
	if p != "." {
		if err := s.makeFolder(path.Dir(p), mode); err != nil {
			return err
		}
	}
	if err := os.Mkdir(s.path(p), mode); err != nil && !errors.Is(err, fs.ErrExist) { // by another that writes now
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.folders[p] = true
	return nil
}

// create writes a file that is not there.
func create(file string, content []byte, mode fs.FileMode) error {
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Close())
}
