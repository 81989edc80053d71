package publish

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"jianzhu/generator/tongue"
)

// place is a site and the two folders in [Work] that a swap uses.
type place struct {
	site string // public: what is served
	next string // .jianzhu/public.new: being built, or finished; else what is left for the next to be built in
	last string // .jianzhu/public.old: the site before, on its way out
}

// Next is where the next site is made that Swap puts at dir.
func Next(dir string) string {
	dir = filepath.Clean(dir)
	return filepath.Join(filepath.Dir(dir), Work, filepath.Base(dir)+".new")
}

// Swap replaces the site by the finished next one, which the disk holds before it is in
// place. An interruption leaves what Repair mends. An error before the swap leaves the old
// site; one after it (the predecessor cannot be cleared) leaves the new one.
//
// Of the old site Next keeps folders and second names of files that did not change, for
// the next one to be built in.
//
// What Swap did not make it does not remove: the site may be missing or a folder,
// but neither a file, nor a symbolic link, nor a working copy of Git.
func (m *Making) Swap() error {
	if _, err := at(m.site); err != nil {
		return err
	}
	for _, step := range m.swap() {
		if err := step(); err != nil {
			return tongue.Errorf("publishing %s: %w", m.site, err)
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

// swap returns the steps of a swap. A kill may come between any two, or within
// one; only renames change which site is served, and a rename is whole.
func (m *Making) swap() []func() error {
	p := m.place
	there, _ := folder(p.site)
	steps := []func() error{func() error { return syncTree(p.next, p.same) }}
	if there {
		steps = append(steps,
			func() error { return os.RemoveAll(p.last) },
			func() error { return os.Rename(p.site, p.last) })
	}
	steps = append(steps,
		func() error {
			err := os.Rename(p.next, p.site)
			if there, _ := folder(p.last); err != nil && there {
				err = errors.Join(err, os.Rename(p.last, p.site))
			}
			return err
		},
		func() error {
			return errors.Join(syncFolder(filepath.Dir(p.site)), syncFolder(filepath.Dir(p.next)))
		})
	if there {
		steps = append(steps, m.clear, func() error { return os.Rename(p.last, p.next) })
	}
	return steps
}

// clear removes from the old site all but folders and files that the new one has too.
func (m *Making) clear() error {
	m.old.dir = m.last // where it has been moved
	return m.old.clear(m.isFolder(), func(name string) bool { return m.parts[name].stays() })
}
