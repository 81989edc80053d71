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

// left is what stays of first for the site after second to be built in.
var left = tree{"same.html": "同", "css/": "", "css/a.css": "a"}

func TestSwap(t *testing.T) {
	for _, test := range []struct {
		name             string
		site, last, left tree
	}{
		{"a first site", nil, nil, nil},
		{"a second one", first, nil, left},
		{"an empty folder", tree{}, nil, tree{}},
		{"with leavings of a kill", first, half, left},
		{"between the renames", nil, first, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := stage(t, test.site, nil, test.last)
			making := write(t, p, second)
			must(t, making.Finish(4))
			must(t, making.Swap())
			want(t, p.site, second)
			want(t, p.next, test.left)
			if test.site != nil {
				want(t, p.last, nil)
			}
		})
	}
}

func TestFinishRefuses(t *testing.T) {
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
		{"a file that is gone", func(t *testing.T, p place) { must(t, os.Remove(filepath.Join(p.next, "new.html"))) }, "has 3 files, and 4 were made"},
		{"a link in place of a file", func(t *testing.T, p place) {
			must(t, os.Remove(filepath.Join(p.next, "new.html")))
			must(t, os.Symlink("index.html", filepath.Join(p.next, "new.html")))
		}, "has 3 files, and 4 were made"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := stage(t, first, nil, nil)
			making := write(t, p, second)
			test.lay(t, p)
			refused(t, making.Finish(4), test.err)
			want(t, p.site, first)
		})
	}
}

func TestSwapRefuses(t *testing.T) {
	for _, test := range []struct {
		name string
		lay  func(t *testing.T, p place)
		err  string
	}{
		{"next is a file", func(t *testing.T, p place) {
			must(t, os.RemoveAll(p.next))
			must(t, os.WriteFile(p.next, nil, 0o644))
		}, "not a folder (a file)"},
		{"old is a link", func(t *testing.T, p place) { must(t, os.Symlink(".", p.last)) }, "not a folder (a symbolic link)"},
		{"a working copy", func(t *testing.T, p place) { lay(t, p.site, tree{".git": "gitdir: x"}) }, "holds .git"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := stage(t, first, nil, nil)
			making := write(t, p, second)
			test.lay(t, p)
			before := read(t, p.site)
			refused(t, making.Swap(), test.err)
			want(t, p.site, before)
			_, err := Make(p.site)
			refused(t, err, test.err)
		})
	}

	t.Run("the site is a link", func(t *testing.T) {
		p := stage(t, nil, second, nil)
		elsewhere := filepath.Join(filepath.Dir(p.site), "elsewhere")
		lay(t, elsewhere, first)
		must(t, os.Symlink(elsewhere, p.site))
		_, err := Make(p.site)
		refused(t, err, "not a folder (a symbolic link)")
		refused(t, Repair(p.site), "not a folder (a symbolic link)")
		want(t, elsewhere, first)
		want(t, p.next, second)
	})
}

// The rename of the next site fails: the old one is put back.
func TestSwapPutsBack(t *testing.T) {
	p := stage(t, first, nil, nil)
	steps := write(t, p, second).swap()
	const renamed = 3
	for _, step := range steps[:renamed] {
		must(t, step())
	}
	must(t, os.RemoveAll(p.next))
	if steps[renamed]() == nil {
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
		{"at rest after the first", first, nil, nil, first},
		{"at rest", first, left, nil, first},
		{"building the first", nil, half, nil, nil},
		{"building the second", first, half, nil, first},
		{"built, not swapped", first, second, nil, first},
		{"between the renames", nil, second, first, second},
		{"clearing the old", second, nil, half, second},
		{"by no kill", second, half, half, second},
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
				want(t, p.site, test.want)
				want(t, p.last, nil)
			}
		})
	}
}

// Swap is killed after each of its steps: what Repair then gives is the old
// site, or the new one as soon as the old is moved aside. The next build finds its way
// from there.
func TestKilledAtEveryStep(t *testing.T) {
	for _, test := range []struct {
		name   string
		before tree
		after  []tree // by the number of steps done
	}{
		{"first site", nil, []tree{nil, nil, second, second}},
		{"second site", first, []tree{first, first, first, second, second, second, second, second}},
	} {
		for done, after := range test.after {
			t.Run(fmt.Sprintf("%s, step %d", test.name, done), func(t *testing.T) {
				p := stage(t, test.before, nil, nil)
				steps := write(t, p, second).swap()
				if len(steps) != len(test.after)-1 {
					t.Fatalf("%d steps, the table has %d", len(steps), len(test.after)-1)
				}
				for _, step := range steps[:done] {
					must(t, step())
				}
				for range 2 {
					must(t, Repair(p.site))
					want(t, p.site, after)
					want(t, p.last, nil)
				}
				making := write(t, p, second)
				must(t, making.Finish(4))
				must(t, making.Swap())
				want(t, p.site, second)
				want(t, p.last, nil)
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
