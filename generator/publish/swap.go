package publish

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"jianzhu/generator/tongue"
)

// place is a site and the two folders in [Work] that a swap uses.
type place struct {
	site string // public: what is served
	next string // .jianzhu/public.new: being built, or finished
	last string // .jianzhu/public.old: the site before, on its way out
}

// Next is where the next site is made that Swap puts at dir.
func Next(dir string) string {
	dir = filepath.Clean(dir)
	return filepath.Join(filepath.Dir(dir), Work, filepath.Base(dir)+".new")
}

// Swap replaces the site at dir by the finished one at Next(dir), if that has as
// many files as were made. Files that did not change keep their times, and the
// disk holds the new ones before they are in place. An interruption leaves what
// Repair mends. An error before the swap leaves the old site; one after it (the
// predecessor cannot be removed) leaves the new one.
//
// What Swap did not make it does not remove: dir may be missing or a folder,
// but neither a file, nor a symbolic link, nor a working copy of Git.
func Swap(dir string, files int) error {
	p, err := at(dir)
	if err != nil {
		return err
	}
	if err := p.finished(files); err != nil {
		return err
	}
	for _, step := range p.swap() {
		if err := step(); err != nil {
			return tongue.Errorf("publishing %s: %w", p.site, err)
		}
	}
	return nil
}

// at returns the place of a site, with nothing odd standing in it.
func at(dir string) (place, error) {
	dir, err := named(dir)
	if err != nil {
		return place{}, err
	}
	next := Next(dir)
	p := place{site: dir, next: next, last: strings.TrimSuffix(next, ".new") + ".old"}
	for _, path := range []string{filepath.Dir(next), p.site, p.next, p.last} {
		if _, err := folder(path); err != nil {
			return place{}, err
		}
	}
	if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
		return place{}, tongue.Errorf("%s holds .git, which publishing would remove; publish to another folder and copy", dir)
	}
	return p, nil
}

// finished returns an error unless the next site has as many files as were made,
// and files only.
func (p place) finished(made int) error {
	there, err := folder(p.next)
	if err != nil {
		return err
	}
	files := 0
	if there {
		err = filepath.WalkDir(p.next, func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				files++
				if !d.Type().IsRegular() {
					return tongue.Errorf("%s is %s; a site has files only", path, kindOf(d.Type()))
				}
			}
			return err
		})
	}
	switch {
	case err != nil:
		return err
	case files == 0:
		return tongue.Errorf("there is no finished site at %s", p.next)
	case files != made:
		return tongue.Errorf("%s has %d files, and %d were made: something else changed it, so the last site stays; build again", p.next, files, made)
	}
	return nil
}

// swap returns the steps of a swap. A kill may come between any two, or within
// one; only renames change which site is served, and a rename is whole.
func (p place) swap() []func() error {
	steps := []func() error{p.carryTimes, func() error { return syncTree(p.next, p.same) }}
	if there, _ := folder(p.site); there {
		steps = append(steps,
			func() error { return os.RemoveAll(p.last) },
			func() error { return os.Rename(p.site, p.last) })
	}
	return append(steps,
		func() error {
			err := os.Rename(p.next, p.site)
			if there, _ := folder(p.last); err != nil && there {
				err = errors.Join(err, os.Rename(p.last, p.site))
			}
			return err
		},
		func() error {
			return errors.Join(syncFolder(filepath.Dir(p.site)), syncFolder(filepath.Dir(p.next)))
		},
		func() error { return os.RemoveAll(p.last) })
}

// carryTimes gives each file of the next site that is the same in the site its
// time there, so that web servers and copying programs see only what changed.
func (p place) carryTimes() error {
	if there, err := folder(p.site); err != nil || !there {
		return err
	}
	site, err := os.OpenRoot(p.site)
	if err != nil {
		return err
	}
	defer site.Close()
	next, err := os.OpenRoot(p.next)
	if err != nil {
		return err
	}
	defer next.Close()

	return fs.WalkDir(next.FS(), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		old, err := site.Lstat(path)
		if err != nil {
			return nil // not there, or under what was no folder: a new file
		}
		if same, err := sameFile(site, next, path, old); err != nil || !same {
			return err
		}
		return next.Chtimes(path, old.ModTime(), old.ModTime())
	})
}

// sameFile reports whether path has the same bytes in both folders and is not one
// file.
func sameFile(site, next *os.Root, path string, old fs.FileInfo) (bool, error) {
	info, err := next.Lstat(path)
	if err != nil || !old.Mode().IsRegular() || info.Size() != old.Size() || os.SameFile(info, old) {
		return false, err
	}
	was, err := site.ReadFile(path)
	if err != nil {
		return false, err
	}
	is, err := next.ReadFile(path)
	return bytes.Equal(was, is), err
}
