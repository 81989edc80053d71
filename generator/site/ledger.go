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

	"jianzhu/generator/tongue"

	"github.com/spf13/afero"
	"github.com/spf13/afero/mem"
)

// ledger is the file system that Hugo writes a site to. It keeps account of the
// files, and of the first error: of that Hugo hears nothing, for its workers end
// at an error, and what hands them pages then waits for ever. After an error
// nothing is written any more, so that Hugo is soon done.
type ledger struct {
	afero.Fs
	fill func(page []byte) ([]byte, error) // finishes a page
	mu   sync.Mutex
	made map[string]int // how often each file was made
	err  error
}

func newLedger(to afero.Fs, fill func(page []byte) ([]byte, error)) *ledger {
	return &ledger{Fs: to, fill: fill, made: map[string]int{}}
}

func (l *ledger) Create(name string) (afero.File, error) {
	return l.open(name, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o666)
}

func (l *ledger) OpenFile(name string, flag int, perm fs.FileMode) (afero.File, error) {
	if flag&(os.O_WRONLY|os.O_RDWR) == 0 {
		return l.Fs.OpenFile(name, flag, perm)
	}
	return l.open(name, flag, perm)
}

// open opens a file to be written, in a folder that is made if it is missing.
func (l *ledger) open(name string, flag int, perm fs.FileMode) (afero.File, error) {
	nowhere := mem.NewFileHandle(mem.CreateFile(name))
	if l.failed() != nil {
		return nowhere, nil
	}
	f, err := l.Fs.OpenFile(name, flag, perm)
	if os.IsNotExist(err) {
		if err = l.Fs.MkdirAll(filepath.Dir(name), 0o777); err == nil {
			f, err = l.Fs.OpenFile(name, flag, perm)
		}
	}
	if err != nil {
		l.fail(err)
		return nowhere, nil
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.made[filepath.Clean(name)]++
	e := &entry{File: f, l: l}
	if strings.HasSuffix(name, ".html") {
		e.page = new(bytes.Buffer)
	}
	return e, nil
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

// entry is a file that is being written.
type entry struct {
	afero.File
	l    *ledger
	page *bytes.Buffer // what is written of a page, until it is whole; nil for other files
}

func (e *entry) Write(p []byte) (int, error) {
	if e.page != nil {
		return e.page.Write(p)
	}
	if e.l.failed() == nil {
		_, err := e.File.Write(p)
		e.l.fail(err)
	}
	return len(p), nil
}

func (e *entry) WriteString(s string) (int, error) { return e.Write([]byte(s)) }

func (e *entry) Close() error {
	if e.page != nil {
		page, err := e.l.fill(e.page.Bytes())
		e.l.fail(err)
		e.page = nil
		e.Write(page)
	}
	e.l.fail(e.File.Close())
	return nil
}
