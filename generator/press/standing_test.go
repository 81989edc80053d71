package press

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"jianzhu/generator/cache"
	"jianzhu/generator/publish"
)

// What somebody changed stands no more, whether that was before a build or while it ran.
func TestStanding(t *testing.T) {
	of := cache.KeyOf([]byte("甲"))
	for what, change := range map[string]func(file string) error{
		"text":    func(file string) error { return os.WriteFile(file, []byte("乙乙"), 0o644) },
		"time":    func(file string) error { return os.Chtimes(file, time.Time{}, time.Unix(1, 0)) },
		"mode":    func(file string) error { return os.Chmod(file, 0o600) },
		"removed": os.Remove,
		"a link":  func(file string) error { os.Rename(file, file+"x"); return os.Symlink(file+"x", file) },
		"a folder": func(file string) error {
			os.Remove(file)
			return os.Mkdir(file, 0o755)
		},
		"a folder that is a link": func(file string) error {
			dir := filepath.Dir(file)
			os.Rename(dir, dir+"x")
			return os.Symlink(dir+"x", dir)
		},
	} {
		for _, meanwhile := range []bool{false, true} {
			root := t.TempDir()
			if err := publish.Write(root, map[string][]byte{"build/content/in/a": []byte("甲")}); err != nil {
				t.Fatal(err)
			}
			build := func(stands bool) {
				t.Helper()
				s := standingIn(t, root)
				if s.has("build/content/in/a", of) != stands {
					t.Errorf("%s, meanwhile %v: stands %v", what, meanwhile, !stands)
				}
				s.note("build/content/in/a", of)
				if meanwhile && stands {
					if err := change(filepath.Join(root, "build", "content", "in", "a")); err != nil {
						t.Fatal(err)
					}
				}
				if err := s.keep(s.stands[madePublic]); err != nil {
					t.Fatal(err)
				}
			}
			build(false)
			if meanwhile {
				build(true)
			} else if err := change(filepath.Join(root, "build", "content", "in", "a")); err != nil {
				t.Fatal(err)
			}
			if s := standingIn(t, root); s.has("build/content/in/a", of) {
				t.Errorf("%s, meanwhile %v: stands", what, meanwhile)
			}
		}
	}
}

func standingIn(t *testing.T, root string) *standing {
	t.Helper()
	s, err := standingOf(root)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
