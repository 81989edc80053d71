package publish

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// write writes files of the next site as a build does.
func write(t *testing.T, p place, files tree) {
	t.Helper()
	making, err := Make(p.site)
	must(t, err)
	must(t, os.MkdirAll(making.next, 0o755))
	for path, text := range files {
		if strings.HasSuffix(path, "/") {
			continue
		}
		file := filepath.Join(making.next, path)
		must(t, os.MkdirAll(filepath.Dir(file), 0o755))
		must(t, making.Write(file, []byte(text)))
	}
}

func isOne(t *testing.T, a, b string) bool {
	t.Helper()
	first, err := os.Lstat(a)
	must(t, err)
	second, err := os.Lstat(b)
	must(t, err)
	return os.SameFile(first, second)
}

// What did not change is one file with that of the last site, and keeps its time.
func TestMake(t *testing.T) {
	p := stage(t, first, nil, nil)
	then := age(t, filepath.Join(p.site, "same.html"))
	write(t, p, second)
	for path, one := range map[string]bool{"same.html": true, "css/a.css": true, "index.html": false} {
		if got := isOne(t, filepath.Join(p.site, path), filepath.Join(p.next, path)); got != one {
			t.Errorf("%s: one file: %t", path, got)
		}
	}
	want(t, p.next, second)
	want(t, p.site, first)
	must(t, Swap(p.site, 4))
	want(t, p.site, second)
	if now := timeOf(t, filepath.Join(p.site, "same.html")); now != then {
		t.Errorf("an unchanged file has the time %v, had %v", now, then)
	}
}

// What stands finished elsewhere is one file with it, and no link.
func TestMakeTakes(t *testing.T) {
	p := stage(t, first, nil, nil)
	making, err := Make(p.site)
	must(t, err)
	made := t.TempDir()
	lay(t, made, tree{"a.json": "{}"})
	must(t, os.Symlink("a.json", filepath.Join(made, "b.json")))
	for _, name := range []string{"a.json", "b.json"} {
		must(t, making.Take(filepath.Join(making.next, "data", name), filepath.Join(made, name)))
	}
	want(t, p.next, tree{"data/": "", "data/a.json": "{}", "data/b.json": "{}"})
	if !isOne(t, filepath.Join(made, "a.json"), filepath.Join(p.next, "data/a.json")) {
		t.Error("it is copied")
	}
}

// A file that is written twice does not reach into the last site.
func TestMakeWritesAnew(t *testing.T) {
	p := stage(t, first, nil, nil)
	write(t, p, tree{"same.html": first["same.html"]})
	write(t, p, tree{"same.html": "another"})
	want(t, p.site, first)
	want(t, p.next, tree{"same.html": "another"})
}

// What someone changed in its place in the last site is not carried on, and what is
// no file there is none.
func TestMakeNoticesChanges(t *testing.T) {
	p := stage(t, first, nil, nil)
	size := len(first["same.html"])
	must(t, os.WriteFile(filepath.Join(p.site, "same.html"), make([]byte, size), 0o644))
	must(t, os.Rename(filepath.Join(p.site, "css"), filepath.Join(p.site, "styles")))
	must(t, os.Symlink("styles", filepath.Join(p.site, "css")))
	must(t, os.Remove(filepath.Join(p.site, "index.html")))
	must(t, os.Symlink("same.html", filepath.Join(p.site, "index.html")))
	write(t, p, second)
	want(t, p.next, second)
	must(t, p.finished(4))
}

// A run that is killed while it builds has changed nothing, and its leavings go.
func TestMakeKilled(t *testing.T) {
	p := stage(t, first, nil, nil)
	write(t, p, tree{"same.html": first["same.html"]})
	must(t, Repair(p.site))
	want(t, p.site, first)
	want(t, p.next, nil)
}
