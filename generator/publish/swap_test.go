package publish

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

var (
	first  = tree{"index.html": "一", "same.html": "同", "gone.html": "去", "css/": "", "css/a.css": "a"}
	second = tree{"index.html": "二", "same.html": "同", "new.html": "新", "css/": "", "css/a.css": "a"}
	half   = tree{"index.html": "二", "css/": ""} // of any site: half built, half removed
)

func TestSwap(t *testing.T) {
	for _, test := range []struct {
		name       string
		site, last tree
	}{
		{"a first site", nil, nil},
		{"a second one", first, nil},
		{"an empty folder", tree{}, nil},
		{"with leavings of a kill", first, half},
		{"between the renames", nil, first},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := stage(t, test.site, second, test.last)
			must(t, Swap(p.site+"/", 4))
			want(t, p.site, second)
			want(t, p.next, nil)
			want(t, p.last, nil)
		})
	}
}

func TestSwapCarriesTimes(t *testing.T) {
	p := stage(t, first, second, nil)
	for path := range first {
		age(t, filepath.Join(p.site, path))
	}
	then := timeOf(t, filepath.Join(p.site, "same.html"))
	must(t, Swap(p.site, 4))
	for path, carried := range map[string]bool{"same.html": true, "css/a.css": true, "index.html": false, "new.html": false} {
		if now := timeOf(t, filepath.Join(p.site, path)); (now == then) != carried {
			t.Errorf("%s: has the old time: %v, want %v", path, now == then, carried)
		}
	}
}

func TestSwapRefuses(t *testing.T) {
	for _, test := range []struct {
		name string
		lay  func(t *testing.T, p place)
		err  string
	}{
		{"no next site", func(t *testing.T, p place) { must(t, os.RemoveAll(p.next)) }, "no finished site"},
		{"an empty next site", func(t *testing.T, p place) {
			must(t, os.RemoveAll(p.next))
			lay(t, p.next, tree{"css/": ""})
		}, "no finished site"},
		{"a link in the next site", func(t *testing.T, p place) {
			must(t, os.Symlink("index.html", filepath.Join(p.next, "link.html")))
		}, "a site has files only"},
		{"next is a file", func(t *testing.T, p place) {
			must(t, os.RemoveAll(p.next))
			must(t, os.WriteFile(p.next, nil, 0o644))
		}, "not a folder (a file)"},
		{"old is a link", func(t *testing.T, p place) { must(t, os.Symlink(".", p.last)) }, "not a folder (a symbolic link)"},
		{"a working copy", func(t *testing.T, p place) { lay(t, p.site, tree{".git": "gitdir: x"}) }, "holds .git"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := stage(t, first, second, nil)
			test.lay(t, p)
			before := read(t, p.site)
			refused(t, Swap(p.site, 4), test.err)
			want(t, p.site, before)
		})
	}

	t.Run("the site is a link", func(t *testing.T) {
		p := stage(t, nil, second, nil)
		elsewhere := filepath.Join(filepath.Dir(p.site), "elsewhere")
		lay(t, elsewhere, first)
		must(t, os.Symlink(elsewhere, p.site))
		refused(t, Swap(p.site, 4), "not a folder (a symbolic link)")
		refused(t, Repair(p.site), "not a folder (a symbolic link)")
		want(t, elsewhere, first)
		want(t, p.next, second)
	})
}

// The rename of the next site fails: the old one is put back.
func TestSwapPutsBack(t *testing.T) {
	p := stage(t, first, second, nil)
	steps := p.swap()
	for _, step := range steps[:len(steps)-3] {
		must(t, step())
	}
	must(t, os.RemoveAll(p.next))
	if steps[len(steps)-3]() == nil {
		t.Fatal("renamed what is not there")
	}
	want(t, p.site, first)
	want(t, p.last, nil)
}

func TestRepair(t *testing.T) {
	for _, test := range []struct {
		name             string
		site, next, last tree
		want             tree
	}{
		{"never built", nil, nil, nil, nil},
		{"at rest", first, nil, nil, first},
		{"building the first", nil, half, nil, nil},
		{"building the second", first, half, nil, first},
		{"built, not swapped", first, second, nil, first},
		{"between the renames", nil, second, first, second},
		{"removing the old", second, nil, half, second},
		{"building after an unmended kill", second, half, half, second},
		{"site removed by hand", nil, nil, first, first},
	} {
		t.Run(test.name, func(t *testing.T) {
			// Killed after any number of its steps, a repair can be repeated.
			all := len(stage(t, test.site, test.next, test.last).repair())
			for killed := 0; killed <= all; killed++ {
				p := stage(t, test.site, test.next, test.last)
				for _, step := range p.repair()[:killed] {
					must(t, step())
				}
				must(t, Repair(p.site))
				wantWhole(t, p, test.want)
			}
		})
	}
}

// Swap is killed after each of its steps: what Repair then gives is the old
// site, or the new one as soon as the old is moved aside.
func TestKilledAtEveryStep(t *testing.T) {
	for _, test := range []struct {
		name   string
		before tree
		after  []tree // by the number of steps done
	}{
		{"first site", nil, []tree{nil, nil, nil, second, second, second}},
		{"second site", first, []tree{first, first, first, first, second, second, second, second}},
	} {
		for done, after := range test.after {
			t.Run(fmt.Sprintf("%s, step %d", test.name, done), func(t *testing.T) {
				p := stage(t, test.before, second, nil)
				steps := p.swap()
				if len(steps) != len(test.after)-1 {
					t.Fatalf("%d steps, the table has %d", len(steps), len(test.after)-1)
				}
				for _, step := range steps[:done] {
					must(t, step())
				}
				for range 2 {
					must(t, Repair(p.site))
					wantWhole(t, p, after)
				}
			})
		}
	}
}

func stage(t *testing.T, site, next, last tree) place {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "public")
	p, err := at(dir)
	must(t, err)
	lay(t, p.site, site)
	lay(t, p.next, next)
	lay(t, p.last, last)
	return p
}

func wantWhole(t *testing.T, p place, site tree) {
	t.Helper()
	want(t, p.site, site)
	want(t, p.next, nil)
	want(t, p.last, nil)
}
