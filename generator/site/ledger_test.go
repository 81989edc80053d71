package site

import (
	"fmt"
	"io/fs"
	"jianzhu/generator/cache"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"

	"github.com/spf13/afero"
)

// full is a disk that has room for so many bytes.
type full struct {
	afero.Fs
	room *atomic.Int64
}

func (d full) OpenFile(name string, flag int, perm fs.FileMode) (afero.File, error) {
	f, err := d.Fs.OpenFile(name, flag, perm)
	return fullFile{f, d}, err
}

type fullFile struct {
	afero.File
	full
}

func (f fullFile) Write(p []byte) (int, error) {
	if f.room.Add(-int64(len(p))) < 0 {
		return 0, &fs.PathError{Op: "write", Path: f.File.Name(), Err: syscall.ENOSPC}
	}
	return f.File.Write(p)
}

func (f fullFile) Name() string { return f.File.Name() }

// many is a project of n pages.
func many(t *testing.T, n int, own map[string]string) string {
	t.Helper()
	root := project(t, own)
	for i := range n {
		write(t, filepath.Join(root, fmt.Sprintf("build/html/p%d.html", i)), fmt.Sprintf("+++\ntitle = \"%d\"\n+++\n\n%s\n", i, strings.Repeat("甲", 1000)))
	}
	return root
}

// Wherever the disk is full the build ends, and says so.
func TestFullDisk(t *testing.T) {
	root := many(t, 300, nil)
	p := made(t, root)
	for room := int64(0); room < 900_000; room += 45_000 {
		left := &atomic.Int64{}
		left.Store(room)
		_, err := p.buildTo(newLedger(full{afero.NewMemMapFs(), left}, nil), nil, "/public", "")
		if err == nil || !strings.Contains(err.Error(), "cannot be written") || !strings.Contains(err.Error(), "no space left") {
			t.Errorf("with room for %d bytes: %v", room, err)
		}
	}
}

// A layout that fails for every page ends the build with its place.
func TestManyErrors(t *testing.T) {
	root := many(t, 300, map[string]string{"layouts/page.html": "a\nb\n{{ .Nowhere }}\n"})
	for range 5 {
		if _, err := made(t, root).Build(filepath.Join(root, "public.new"), ""); err == nil || !strings.Contains(err.Error(), "layouts/page.html:3") {
			t.Errorf("%v", err)
		}
		if err := os.RemoveAll(filepath.Join(root, "public.new")); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOneAddressTwice(t *testing.T) {
	for name, own := range map[string]map[string]string{
		"two pages":         {"build/html/x/index.html": "+++\ntitle = \"a\"\n+++\n", "build/html/y.html": "+++\ntitle = \"b\"\nurl = \"/x/\"\n+++\n"},
		"a page and a file": {"build/html/x.html": "+++\ntitle = \"a\"\n+++\n", "static/x/index.html": "-"},
		"an alias":          {"build/html/x.html": "+++\ntitle = \"a\"\n+++\n", "build/html/y.html": "+++\ntitle = \"b\"\naliases = [\"/x/\"]\n+++\n"},
	} {
		root := project(t, own)
		_, err := made(t, root).Build(filepath.Join(root, "public"), "")
		if err == nil || !strings.Contains(err.Error(), "one address: x/index.html") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What was made may stand elsewhere than in build/; nothing is left in the
// temporary folder.
func TestMadeElsewhere(t *testing.T) {
	root := project(t, nil)
	want := build(t, root, "")
	t.Setenv("TMPDIR", t.TempDir())
	elsewhere := filepath.Join(root, ".own", "made")
	if err := os.MkdirAll(filepath.Dir(elsewhere), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(root, "build"), elsewhere); err != nil {
		t.Fatal(err)
	}
	p := Project{Root: root, Made: elsewhere, Pages: pagesIn(t, filepath.Join(elsewhere, "html"))}
	left, err := p.temporary() // by a kill
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(left, "half"), "")
	got, err := p.Render("")
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != len(want) {
		t.Errorf("%d files, want %d", len(got), len(want))
	}
	if entries, _ := os.ReadDir(os.TempDir()); len(entries) != 0 {
		t.Errorf("left behind: %v", entries)
	}
	if _, err := p.Pages.Put("about.html", []byte("+++\ntitle = a\n+++\n"), cache.Key{}); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Render(""); err == nil || !strings.Contains(err.Error(), "build/content/about.md:2") {
		t.Errorf("%v", err)
	}
}
