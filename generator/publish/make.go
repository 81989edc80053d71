package publish

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"jianzhu/generator/tongue"
)

// Making is how the files of the next site are put at Next of a folder: what is the same
// in the site there, or stands finished elsewhere, is that file under a second name, so
// that it is neither written nor sent to the disk again and keeps its time.
//
// At Next may stand what [Making.Swap] left of the site before, or a killed run of the
// next. What there is as it is to be stays: to look at a folder takes less than to make it.
//
// Nothing is ever written into a file that is there, for it may be one of the last
// site, which stays as it is. Whoever changes a file of the site in its place is
// noticed by its bytes, and has it replaced by the next build.
type Making struct {
	place
	first bool // there is no site yet
	fresh bool // nothing stood at next

	mu      sync.Mutex
	written map[string]bool // files that were put, by path from the site's root: whether the last site has not the same

	folders sync.Map   // of the next site, by path
	making  sync.Mutex // one of them
}

// Make begins the next site at dir; [Making.Finish] and [Making.Swap] end it.
func Make(dir string) (*Making, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	p, err := at(dir)
	if err != nil {
		return nil, err
	}
	site, _ := folder(p.site)
	next, _ := folder(p.next)
	return &Making{place: p, first: !site, fresh: !next, written: map[string]bool{}}, Folder(filepath.Dir(p.next))
}

// name is the path of a file of the next site from its root.
func (m *Making) name(file string) (string, error) {
	file, err := filepath.Abs(file)
	if err != nil {
		return "", err
	}
	return filepath.Rel(m.next, file)
}

// Write puts a file.
func (m *Making) Write(file string, content []byte) error {
	name, err := m.name(file)
	if err != nil {
		return err
	}
	last := m.before(name)
	if last != nil && !m.holds(name, last, content) {
		last = nil
	}
	if last != nil && m.put(name, last, false, func() error { return os.Link(filepath.Join(m.site, name), file) }) == nil {
		return nil // some file systems have no such names, and some files may not have another
	}
	if err := m.put(name, nil, true, func() error { return create(file, content, 0o666) }); err != nil || last == nil {
		return err
	}
	return os.Chtimes(file, last.ModTime(), last.ModTime())
}

// Stay puts the file of the last site.
func (m *Making) Stay(file string) error {
	name, err := m.name(file)
	if err != nil {
		return err
	}
	last := m.before(name)
	if last == nil {
		return &fs.PathError{Op: "link", Path: file, Err: fs.ErrNotExist}
	}
	return m.put(name, last, false, func() error { return os.Link(filepath.Join(m.site, name), file) })
}

// Take puts a file that stands finished elsewhere, where it is compared with what it is
// to hold before each build, and never written into.
func (m *Making) Take(file, from string) error {
	name, err := m.name(file)
	if err != nil {
		return err
	}
	if info, err := os.Lstat(from); err == nil && info.Mode().IsRegular() {
		last := m.before(name)
		changed := last == nil || !os.SameFile(last, info)
		isCopy := changed && last != nil && last.Size() == info.Size() && m.isCopy(name, last, from)
		if !isCopy && m.put(name, info, changed, func() error { return os.Link(from, file) }) == nil {
			return nil
		}
	}
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return m.Write(file, content)
}

// put puts a file, unless the one that it is to be stands there. It is changed where the
// last site has not the same.
func (m *Making) put(name string, is fs.FileInfo, changed bool, do func() error) error {
	file := filepath.Join(m.next, name)
	if err := m.makeFolder(filepath.Dir(file)); err != nil {
		return err
	}
	m.mu.Lock()
	m.written[name] = changed
	m.mu.Unlock()
	if !m.fresh {
		stands, err := os.Lstat(file)
		if err == nil && is != nil && os.SameFile(stands, is) {
			return nil
		}
		if err == nil {
			err = os.RemoveAll(file)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	err := do()
	if errors.Is(err, fs.ErrExist) { // it is put twice
		if err = os.Remove(file); err == nil {
			err = do()
		}
	}
	return err
}

// makeFolder makes a folder of the next site, in one that is made too.
func (m *Making) makeFolder(dir string) error {
	if _, is := m.folders.Load(dir); is {
		return nil
	}
	if dir != m.next {
		if err := m.makeFolder(filepath.Dir(dir)); err != nil {
			return err
		}
	}
	m.making.Lock()
	defer m.making.Unlock()
	if _, is := m.folders.Load(dir); is {
		return nil
	}
	there := false
	if !m.fresh {
		info, err := os.Lstat(dir)
		if there = err == nil && info.IsDir(); err == nil && !there {
			err = os.Remove(dir)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if !there {
		if err := os.Mkdir(dir, 0o777); err != nil {
			return err
		}
	}
	m.folders.Store(dir, true)
	return nil
}

// Finish removes from Next all that was not put there, and is an error unless as many
// files stand there as were made.
func (m *Making) Finish(made int) error {
	files, err := m.keep(m.next, func(name string) bool { _, is := m.written[name]; return is })
	switch {
	case errors.Is(err, fs.ErrNotExist) || err == nil && files == 0:
		return tongue.Errorf("there is no finished site at %s", m.next)
	case err == nil && files != made:
		return tongue.Errorf("%s has %d files, and %d were made: something else changed it, so the last site stays; build again", m.next, files, made)
	}
	return err
}

// keep removes all from a folder but the folders of the next site and some of its files,
// and tells how many of these there are.
func (m *Making) keep(dir string, isKept func(name string) bool) (files int, err error) {
	err = filepath.WalkDir(dir, func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, file)
		if err != nil {
			return err
		}
		_, isFolder := m.folders.Load(filepath.Join(m.next, name))
		switch {
		case d.IsDir() && isFolder:
			return nil
		case d.Type().IsRegular() && isKept(name):
			files++
			return nil
		}
		if err := os.RemoveAll(file); err != nil || !d.IsDir() {
			return err
		}
		return fs.SkipDir
	})
	return files, err
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

// before is the file of the last site, nil where there is none.
func (m *Making) before(name string) fs.FileInfo {
	if m.first {
		return nil
	}
	info, err := os.Lstat(filepath.Join(m.site, name))
	if err != nil || !info.Mode().IsRegular() {
		return nil
	}
	return info
}

// holds reports whether a file of the last site has just these bytes.
func (m *Making) holds(name string, last fs.FileInfo, content []byte) bool {
	if last.Size() != int64(len(content)) {
		return false
	}
	is, err := os.ReadFile(filepath.Join(m.site, name))
	return err == nil && bytes.Equal(is, content)
}

// isCopy reports whether a file that stands elsewhere has the bytes of that of the last
// site.
func (m *Making) isCopy(name string, last fs.FileInfo, from string) bool {
	content, err := os.ReadFile(from)
	return err == nil && m.holds(name, last, content)
}

// same reports whether a file of the next site is one of the last under a second name.
func (p place) same(file string, info fs.FileInfo) bool {
	name, err := filepath.Rel(p.next, file)
	if err != nil {
		return false
	}
	last, err := os.Lstat(filepath.Join(p.site, name))
	return err == nil && os.SameFile(last, info)
}
