package site

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"jianzhu/generator/cache"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/spf13/afero"
)

// Pages come back as they were put, by however many at once, the last of each path.
func TestPages(t *testing.T) {
	file := filepath.Join(t.TempDir(), "pages")
	write(t, file, "left by a kill")
	pages, err := NewPages(file)
	if err != nil {
		t.Fatal(err)
	}
	page := func(n, round int) (front, content string) {
		return fmt.Sprintf("+++\ntitle = \"%d\"\ntype = \"report\"", n), fmt.Sprintf("<p>%d</p>%s", round, bytes.Repeat([]byte("x"), n))
	}
	for round := range 2 {
		var putting sync.WaitGroup
		for n := range 50 {
			putting.Go(func() {
				front, content := page(n, round)
				if _, err := pages.Put(fmt.Sprintf("reports/%d.html", n), []byte(front+frontEnd+content+"\n"), cache.Key{}); err != nil {
					t.Error(err)
				}
			})
		}
		putting.Wait()
	}
	if got := len(pages.files()); got != 50 {
		t.Errorf("there are %d pages", got)
	}
	dir := filepath.FromSlash("/build/html")
	shelf, err := pages.shelf(dir)
	if err != nil {
		t.Fatal(err)
	}
	for n := range 50 {
		file := fmt.Sprintf("reports/%d.html", n)
		front, content := page(n, 1)
		shown, err := afero.ReadFile(shelf, filepath.Join(dir, "reports", fmt.Sprintf("%d.html", n)))
		if want := front + frontEnd + markStart + file + ":" + markEnd + "\n"; string(shown) != want || err != nil {
			t.Errorf("%s is shown as %q, want %q (%v)", file, shown, want, err)
		}
		whole, err := contents(pages.content).filled(nil, shown)
		if want := front + frontEnd + content + "\n"; string(whole) != want || err != nil {
			t.Errorf("%s is %q, want %q (%v)", file, whole, want, err)
		}
	}
	if err := shelf.hide("reports/7.html"); err != nil {
		t.Fatal(err)
	}
	list, err := afero.ReadDir(shelf, filepath.Join(dir, "reports"))
	if err != nil || len(list) != 49 {
		t.Errorf("%d pages are in the folder (%v)", len(list), err)
	}
	if _, err := shelf.Open(filepath.Join(dir, "reports", "7.html")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a page that is hidden is opened: %v", err)
	}
	if err := pages.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(file); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the file is left: %v", err)
	}
}
