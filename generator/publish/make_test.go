package publish

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// write writes files of the next site as a build does.
func write(t *testing.T, p place, files tree) *Making {
	t.Helper()
	making, err := Make(p.site)
	must(t, err)
	for path, text := range files {
		if !strings.HasSuffix(path, "/") {
			must(t, making.Write(filepath.Join(making.next, path), []byte(text)))
		}
	}
	return making
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
	making := write(t, p, second)
	for path, one := range map[string]bool{"same.html": true, "css/a.css": true, "index.html": false} {
		if got := isOne(t, filepath.Join(p.site, path), filepath.Join(p.next, path)); got != one {
			t.Errorf("%s: one file: %t", path, got)
		}
	}
	want(t, p.next, second)
	want(t, p.site, first)
	must(t, making.Finish(4))
	must(t, making.Swap())
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
	must(t, making.Finish(2))
	want(t, p.next, tree{"data/": "", "data/a.json": "{}", "data/b.json": "{}"})
	if !isOne(t, filepath.Join(made, "a.json"), filepath.Join(p.next, "data/a.json")) {
		t.Error("it is copied")
	}
}

// A file that is written twice does not reach into the last site.
func TestMakeWritesAnew(t *testing.T) {
	p := stage(t, first, nil, nil)
	making := write(t, p, tree{"same.html": first["same.html"]})
	must(t, making.Write(filepath.Join(making.next, "same.html"), []byte("once more")))
	want(t, p.next, tree{"same.html": "once more"})
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
	making := write(t, p, second)
	want(t, p.next, second)
	must(t, making.Finish(4))
}

// What stands where the next site is made, left there by any run, is used or gone.
func TestMakeOnWhatStands(t *testing.T) {
	for name, left := range map[string]tree{
		"nothing":             nil,
		"an empty folder":     {},
		"half of a site":      half,
		"the site":            first,
		"the next":            second,
		"other files":         {"index.html": "三", "same.html": "异", "css/b.css": "b", "js/": "", "js/a.js": "a"},
		"files for folders":   {"css": "a"},
		"folders for files":   {"index.html/": "", "index.html/a": "a", "same.html/": ""},
		"what a Write leaves": {pending + "1": "二"},
	} {
		t.Run(name, func(t *testing.T) {
			p := stage(t, first, left, nil)
			then := age(t, filepath.Join(p.site, "same.html"))
			for range 2 { // and what the first leaves
				making := write(t, p, second)
				must(t, making.Finish(4))
				want(t, p.next, second)
				want(t, p.site, first)
				if !isOne(t, filepath.Join(p.site, "same.html"), filepath.Join(p.next, "same.html")) {
					t.Error("an unchanged file is another one")
				}
			}
			making := write(t, p, second)
			must(t, making.Finish(4))
			must(t, making.Swap())
			want(t, p.site, second)
			want(t, p.next, tree{"same.html": "同", "css/": "", "css/a.css": "a"})
			if now := timeOf(t, filepath.Join(p.site, "same.html")); now != then {
				t.Errorf("an unchanged file has the time %v, had %v", now, then)
			}
		})
	}
}

// A site is made on what the one before it left: files that did not change are touched
// by no build, and come back where they are put back.
func TestMakeAgain(t *testing.T) {
	p := stage(t, nil, nil, nil)
	for _, site := range []tree{first, second, second, first, {"same.html": "同"}, second} {
		making := write(t, p, site)
		files := 0
		for path := range site {
			if !strings.HasSuffix(path, "/") {
				files++
			}
		}
		must(t, making.Finish(files))
		must(t, making.Swap())
		want(t, p.site, site)
		want(t, p.last, nil)
		for path := range read(t, p.next) {
			if !strings.HasSuffix(path, "/") && !isOne(t, filepath.Join(p.site, path), filepath.Join(p.next, path)) {
				t.Errorf("%s is left, and no file of the site", path)
			}
		}
	}
}

// A file that stands elsewhere is the one of the last site, if that says the same: it
// keeps its time.
func TestMakeTakesTheSame(t *testing.T) {
	p := stage(t, first, nil, nil)
	then := age(t, filepath.Join(p.site, "same.html"))
	elsewhere := t.TempDir()
	lay(t, elsewhere, tree{"same.html": first["same.html"], "index.html": "三"}) // of the size that it had
	making, err := Make(p.site)
	must(t, err)
	for _, name := range []string{"same.html", "index.html"} {
		must(t, making.Take(filepath.Join(making.next, name), filepath.Join(elsewhere, name)))
	}
	must(t, making.Finish(2))
	want(t, p.next, tree{"same.html": "同", "index.html": "三"})
	if !isOne(t, filepath.Join(elsewhere, "index.html"), filepath.Join(p.next, "index.html")) {
		t.Error("a changed file is copied")
	}
	if now := timeOf(t, filepath.Join(p.next, "same.html")); now != then {
		t.Errorf("an unchanged file has the time %v, had %v", now, then)
	}
}

// Of files that stand elsewhere only those that did not change are left.
func TestMakeLeavesWhatDidNotChange(t *testing.T) {
	p, elsewhere := stage(t, nil, nil, nil), t.TempDir()
	for _, build := range []tree{{"same.json": "同", "other.json": "一"}, {"same.json": "同", "other.json": "二"}} {
		must(t, Write(elsewhere, map[string][]byte{"same.json": []byte(build["same.json"]), "other.json": []byte(build["other.json"])}))
		making, err := Make(p.site)
		must(t, err)
		for name := range build {
			must(t, making.Take(filepath.Join(making.next, name), filepath.Join(elsewhere, name)))
		}
		must(t, making.Finish(len(build)))
		must(t, making.Swap())
		want(t, p.site, build)
	}
	want(t, p.next, tree{"same.json": "同"})
}
