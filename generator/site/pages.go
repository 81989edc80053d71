package site

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/afero"
	"github.com/spf13/afero/mem"

	"jianzhu/generator/cache"
)

// Pages are all pages of a site for layouts to wrap: front matter and HTML. To Hugo they
// stand in build/html. On the disk they stand behind one another in one file, which is
// gone when the site is made: nothing else reads them, and thousands of files would be
// made and opened for that. Several goroutines may put them, and when all are put several
// may read them. Nil are none.
type Pages struct {
	pack   *os.File
	mu     sync.Mutex
	end    int64
	sheets map[string]sheet // by slash-separated path from build/html
}

// sheet tells where a page stands: as Hugo is shown it, and behind that its content, if
// that is put in later.
type sheet struct {
	at, shown, content int64
	of                 cache.Key              // of what the page is made of; zero where that is not known
	made               func() ([]byte, error) // makes the page, whose content does not stand there; nil where it does
}

// NewPages are none, in a file that is made or, as a killed run left it, begun anew.
func NewPages(file string) (*Pages, error) {
	pack, err := os.OpenFile(file, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return nil, err
	}
	return &Pages{pack: pack, sheets: map[string]sheet{}}, nil
}

// Put adds a page, or puts it in place of the one of its path, and returns it as Hugo is
// shown it. Of is the key of all that it is made of, or zero.
func (p *Pages) Put(file string, page []byte, of cache.Key) (shown []byte, err error) {
	shown, content := marked(file, page)
	return shown, p.put(file, sheet{shown: int64(len(shown)), content: int64(len(content)), of: of}, shown, content)
}

// Leave adds a page that Hugo was shown before, so that it need not be made where the last
// site has it.
func (p *Pages) Leave(file string, shown []byte, of cache.Key, made func() ([]byte, error)) error {
	return p.put(file, sheet{shown: int64(len(shown)), of: of, made: made}, shown, nil)
}

// put adds a page of two parts, one behind the other.
func (p *Pages) put(file string, s sheet, shown, content []byte) error {
	p.mu.Lock()
	s.at = p.end
	p.end += int64(len(shown) + len(content))
	p.sheets[file] = s
	p.mu.Unlock()
	_, err := p.pack.WriteAt(shown, s.at)
	if err == nil && len(content) > 0 {
		_, err = p.pack.WriteAt(content, s.at+int64(len(shown)))
	}
	return err
}

// Close removes the file.
func (p *Pages) Close() error {
	return errors.Join(p.pack.Close(), os.Remove(p.pack.Name()))
}

// files are the paths of the pages, in order.
func (p *Pages) files() []string {
	if p == nil {
		return nil
	}
	return slices.Sorted(maps.Keys(p.sheets))
}

// shown is a page as Hugo is shown it.
func (p *Pages) shown(file string) ([]byte, error) {
	s, there := p.sheets[file]
	if !there {
		return nil, &fs.PathError{Op: "open", Path: file, Err: fs.ErrNotExist}
	}
	return p.read(nil, s.at, s.shown)
}

// content writes what is put in place of a page's mark behind what stands before it.
func (p *Pages) content(out []byte, file string) ([]byte, error) {
	s, there := p.sheets[file]
	if !there {
		return nil, fs.ErrNotExist
	}
	if s.made != nil {
		page, err := s.made()
		_, content := marked(file, page)
		return append(out, content...), err
	}
	return p.read(out, s.at+s.shown, s.content)
}

func (p *Pages) read(out []byte, at, length int64) ([]byte, error) {
	from := len(out)
	out = slices.Grow(out, int(length))[:from+int(length)]
	_, err := p.pack.ReadAt(out[from:], at)
	return out, err
}

// shelf is the folder of pages as Hugo is shown it.
type shelf struct {
	afero.Fs // which pages there are
	dir      string
	pages    *Pages
}

// shelf is one with all pages.
func (p *Pages) shelf(dir string) (shelf, error) {
	s := shelf{afero.NewMemMapFs(), dir, p}
	err := s.MkdirAll(dir, 0o777)
	for _, file := range p.files() {
		err = errors.Join(err, afero.WriteFile(s.Fs, s.path(file), nil, 0o666))
	}
	return s, err
}

func (s shelf) path(file string) string { return filepath.Join(s.dir, filepath.FromSlash(file)) }

// hide takes a page out, so that Hugo does not see it.
func (s shelf) hide(file string) error { return s.Remove(s.path(file)) }

func (s shelf) Open(name string) (afero.File, error) {
	file, err := filepath.Rel(s.dir, name)
	if info, missing := s.Stat(name); err != nil || missing != nil || info.IsDir() {
		return s.Fs.Open(name)
	}
	page, err := s.pages.shown(filepath.ToSlash(file))
	if err != nil {
		return nil, err
	}
	data := mem.CreateFile(name)
	f := mem.NewFileHandle(data)
	f.Write(page)
	return mem.NewReadOnlyFileHandle(data), f.Close()
}

// besides is the disk, but for one folder, which is elsewhere.
type besides struct {
	afero.Fs
	dir  string
	over afero.Fs
}

func (b besides) of(name string) afero.Fs {
	if name == b.dir || strings.HasPrefix(name, b.dir+string(filepath.Separator)) {
		return b.over
	}
	return b.Fs
}

func (b besides) Open(name string) (afero.File, error) { return b.of(name).Open(name) }

func (b besides) Stat(name string) (os.FileInfo, error) { return b.of(name).Stat(name) }
