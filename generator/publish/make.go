package publish

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync"

	"jianzhu/generator/tongue"
)

// Making is how the files of the next site are put at Next of a folder: what is the same
// in the site there, or stands finished elsewhere, is that file under a second name, so
// that it is neither written nor sent to the disk again and keeps its time. What is written
// is there at once; what stays or is taken, when [Making.Finish] goes through all.
//
// At Next may stand what [Making.Swap] left of the site before, or a killed run of the
// next. What there is as it is to be stays: to look at a folder takes less than to make it.
//
// Nothing is ever written into a file that is there, for it may be one of the last
// site, which stays as it is. Whoever changes a file of the site in its place is
// noticed by its bytes, and has it replaced by the next build.
type Making struct {
	place
	old   *Stand // the site as it stood when this began
	fresh bool   // nothing stood at next
	done  *Stand // the next site when it is finished

	mu    sync.Mutex
	parts map[string]part // the files of the next site, by path from its root

	folders sync.Map   // of the next site in which something is written, by path from its root
	making  sync.Mutex // one of them
}

// part is a file of the next site.
type part struct {
	put  bool        // it stands there; else it is joined when all is finished
	is   fs.FileInfo // the file that it is under a second name; nil for one that is written
	from string      // where that stands, if not in the last site
}

// stays reports whether it is that of the last site.
func (p part) stays() bool { return p.is != nil && p.from == "" }

// Make begins the next site at dir; [Making.Finish] and [Making.Swap] end it.
func Make(dir string) (*Making, error) {
	s, err := Look(dir)
	if err != nil {
		return nil, err
	}
	return s.Make()
}

// Make is [Make] where the site was looked at.
func (s *Stand) Make() (*Making, error) {
	dir, err := filepath.Abs(s.dir)
	if err != nil {
		return nil, err
	}
	p, err := at(dir)
	if err != nil {
		return nil, err
	}
	next, _ := folder(p.next)
	return &Making{place: p, old: s, fresh: !next, parts: map[string]part{}}, Folder(filepath.Dir(p.next))
}

// name is the path of a file of the next site from its root.
func (m *Making) name(file string) (string, error) {
	if !filepath.IsAbs(file) { // from where the program runs
		var err error
		if file, err = filepath.Abs(file); err != nil {
			return "", err
		}
	}
	name, err := filepath.Rel(m.next, file)
	return filepath.ToSlash(name), err
}

// Write puts a file.
func (m *Making) Write(file string, content []byte) error {
	name, err := m.name(file)
	if err != nil {
		return err
	}
	if last := m.before(name); last != nil && m.holds(name, last, content) {
		return m.put(name, part{put: true, is: last}, func() error { return alias(m.inSite(name), file, last) })
	}
	return m.put(name, part{put: true}, func() error { return create(file, content, 0o666) })
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
	m.note(name, part{is: last})
	return nil
}

// Take puts a file that stands finished elsewhere, where it is compared with what it is
// to hold before each build, and never written into.
func (m *Making) Take(file, from string) error {
	name, err := m.name(file)
	if err != nil {
		return err
	}
	info, err := os.Lstat(from)
	if err != nil || !info.Mode().IsRegular() {
		content, err := os.ReadFile(from)
		if err != nil {
			return err
		}
		return m.Write(file, content)
	}
	taken := part{is: info, from: from}
	if last := m.before(name); last != nil && (os.SameFile(last, info) || last.Size() == info.Size() && m.isCopy(name, last, from)) {
		taken = part{is: last}
	}
	m.note(name, taken)
	return nil
}

// note notes what a file of the next site is.
func (m *Making) note(name string, p part) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.parts[name] = p
}

// put puts a file at once.
func (m *Making) put(name string, p part, do func() error) error {
	m.note(name, p)
	if err := m.makeFolder(path.Dir(name)); err != nil {
		return err
	}
	return anew(m.inNext(name), do)
}

// makeFolder makes a folder of the next site, in one that is made too.
func (m *Making) makeFolder(name string) error {
	if _, is := m.folders.Load(name); is {
		return nil
	}
	if name != "." {
		if err := m.makeFolder(path.Dir(name)); err != nil {
			return err
		}
	}
	m.making.Lock()
	defer m.making.Unlock()
	if _, is := m.folders.Load(name); is {
		return nil
	}
	dir, there := m.inNext(name), false
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
	m.folders.Store(name, true)
	return nil
}

// Finish puts what only gets another name, and removes from Next all that was not put. It is
// an error unless as many files then stand there as were made.
func (m *Making) Finish(made int) error {
	next, err := Look(m.next)
	if err != nil {
		return err
	}
	if err := next.clear(m.isFolder(), func(name string) bool { _, is := m.parts[name]; return is }); err != nil {
		return err
	}
	if err := m.join(next); err != nil {
		return err
	}
	switch files := len(next.files); {
	case files == 0:
		return tongue.Errorf("there is no finished site at %s", m.next)
	case files != made:
		return tongue.Errorf("%s has %d files, and %d were made: something else changed it, so the last site stays; build again", m.next, files, made)
	}
	m.done = next
	return nil
}

// Site is the site as it was finished.
func (m *Making) Site() *Stand { return m.done }

// join gives files that stand elsewhere their names. They count as they were when they
// were seen: who changed one since changed it.
func (m *Making) join(next *Stand) error {
	for _, name := range slices.Sorted(maps.Keys(m.parts)) {
		p := m.parts[name]
		if p.put {
			continue
		}
		if there, is := next.files[name]; !is || !os.SameFile(there, p.is) {
			if err := m.link(next, name, p); err != nil {
				return err
			}
		}
		next.files[name] = p.is
	}
	return nil
}

// link gives a file its name in place of another.
func (m *Making) link(next *Stand, name string, p part) error {
	if err := next.makeFolder(path.Dir(name), 0o777); err != nil {
		return err
	}
	from := p.from
	if from == "" {
		from = m.inSite(name)
	}
	return anew(next.path(name), func() error { return alias(from, next.path(name), p.is) })
}

// anew does what makes a file, in place of what may stand there.
func anew(file string, do func() error) error {
	err := do()
	if errors.Is(err, fs.ErrExist) {
		if err = os.RemoveAll(file); err == nil {
			err = do()
		}
	}
	return err
}

// isFolder tells of the folders in which files stand.
func (m *Making) isFolder() func(p string) bool {
	folders := map[string]bool{}
	for name := range m.parts {
		for dir := path.Dir(name); !folders[dir]; dir = path.Dir(dir) {
			folders[dir] = true
		}
	}
	return func(p string) bool { return folders[p] }
}

// alias gives a file a second name. Some file systems have no such names, and some files
// may not have another: then it is a copy with its time.
func alias(from, to string, is fs.FileInfo) error {
	err := os.Link(from, to)
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if there, _ := os.Lstat(to); there != nil && os.SameFile(there, is) {
		return nil
	} else if there != nil {
		return fs.ErrExist
	}
	content, err := os.ReadFile(from)
	if err == nil {
		err = create(to, content, 0o666)
	}
	if err == nil {
		err = os.Chtimes(to, is.ModTime(), is.ModTime())
	}
	return err
}

func (m *Making) inSite(name string) string { return filepath.Join(m.site, filepath.FromSlash(name)) }

func (m *Making) inNext(name string) string { return filepath.Join(m.next, filepath.FromSlash(name)) }

// before is a file of the last site, nil where there is none.
func (m *Making) before(name string) fs.FileInfo {
	info, is := m.old.File(name)
	if !is || !info.Mode().IsRegular() {
		return nil
	}
	return info
}

// holds reports whether a file of the last site has just these bytes.
func (m *Making) holds(name string, last fs.FileInfo, content []byte) bool {
	if last.Size() != int64(len(content)) {
		return false
	}
	is, err := os.ReadFile(m.inSite(name))
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
