package site

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/afero"
	"github.com/spf13/afero/mem"

	"jianzhu/generator/tongue"
)

// ledger is the file system that Hugo writes a site to. It keeps account of the
// files, and of the first error: of that Hugo hears nothing, for its workers end
// at an error, and what hands them pages then waits for ever. After an error
// nothing is written any more, so that Hugo is soon done.
type ledger struct {
	afero.Fs
	files Files
	fill  func(out, page []byte) ([]byte, error) // finishes a page, in the room of out if there is enough; nil where pages stay as they are
	watch func(name string, file []byte)         // is shown each file, a page before it is finished; nil for none
	rooms sync.Pool                              // of *[]byte: where a page is finished that is then written

	mu   sync.Mutex
	made map[string]int // how often each file was made
	err  error
}

// newLedger is one of files that are put in a file system so, or plainly where that is
// nil.
func newLedger(to afero.Fs, files Files) *ledger {
	if files == nil {
		files = plainly{to: to}
	}
	return &ledger{Fs: to, files: files, made: map[string]int{}}
}

func (l *ledger) Create(name string) (afero.File, error) { return l.open(name), nil }

func (l *ledger) OpenFile(name string, flag int, perm fs.FileMode) (afero.File, error) {
	if flag&(os.O_WRONLY|os.O_RDWR) == 0 {
		return l.Fs.OpenFile(name, flag, perm)
	}
	return l.open(name), nil
}

// open opens a file to be written when it is closed.
func (l *ledger) open(name string) afero.File {
	name = filepath.Clean(name)
	l.note(name)
	return &entry{File: mem.NewFileHandle(mem.CreateFile(name)), l: l}
}

func (l *ledger) note(name string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.err == nil {
		l.made[name]++
	}
}

// has reports whether a file was made.
func (l *ledger) has(name string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.made[name] > 0
}

// take puts a file that stands elsewhere.
func (l *ledger) take(name, from string) {
	l.note(name)
	l.put(name, func() error { return l.files.Take(name, from) })
}

// put puts a file, in a folder that is made if it is missing.
func (l *ledger) put(name string, file func() error) {
	if l.failed() != nil {
		return
	}
	err := file()
	if os.IsNotExist(err) {
		if err = l.Fs.MkdirAll(filepath.Dir(name), 0o777); err == nil {
			err = file()
		}
	}
	l.fail(err)
}

func (l *ledger) MkdirAll(name string, perm fs.FileMode) error {
	if l.failed() == nil {
		l.fail(l.Fs.MkdirAll(name, perm))
	}
	return nil
}

// fail keeps the first error.
func (l *ledger) fail(err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.err == nil {
		l.err = err
	}
}

func (l *ledger) failed() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.err
}

// twice is an error where a file was made more than once in publish: two pages
// have one address, and which one stands there is chance.
func (l *ledger) twice(publish string) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	var names []string
	for _, name := range slices.Sorted(maps.Keys(l.made)) {
		if l.made[name] > 1 {
			if short, err := filepath.Rel(publish, name); err == nil {
				name = filepath.ToSlash(short)
			}
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return nil
	}
	return tongue.Errorf("two pages, or a page and a file, have one address: %s", strings.Join(names, ", "))
}

// entry is a file that is being written, which is finished when it is whole.
type entry struct {
	afero.File
	l    *ledger
	text bytes.Buffer
}

func (e *entry) Write(p []byte) (int, error) { return e.text.Write(p) }

func (e *entry) WriteString(s string) (int, error) { return e.text.WriteString(s) }

func (e *entry) Close() error {
	text := e.text.Bytes()
	if e.l.watch != nil {
		e.l.watch(e.Name(), text)
	}
	if e.l.fill == nil || !strings.HasSuffix(e.Name(), ".html") {
		e.write(text)
		return nil
	}
	room, used := e.l.rooms.Get().(*[]byte)
	if !used {
		room = new([]byte)
	}
	whole, err := e.l.fill((*room)[:0], text)
	e.l.fail(err)
	e.write(whole)
	*room = whole
	e.l.rooms.Put(room)
	return nil
}

func (e *entry) write(text []byte) {
	e.l.put(e.Name(), func() error { return e.l.files.Write(e.Name(), text) })
}
