package cache

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

func key(name string) Key { return KeyOf(name) }

// keep puts results into the store of a folder, each under a key of the same name.
func keep(t *testing.T, dir string, names ...string) {
	t.Helper()
	s := Open(dir, "program")
	for _, name := range names {
		s.Put(key(name), []byte(name))
	}
	if err := s.Close(false); err != nil {
		t.Fatal(err)
	}
}

// kept are those of the names that the store of a folder has; whole is said when it is
// closed, which returns err.
func kept(t *testing.T, dir string, whole bool, names ...string) (has []string, err error) {
	t.Helper()
	s := Open(dir, "program")
	for _, name := range names {
		if content, ok := s.Get(key(name)); ok {
			if string(content) != name {
				t.Errorf("%s is kept as %q", name, content)
			}
			has = append(has, name)
		}
	}
	return has, s.Close(whole)
}

func packs(t *testing.T, dir string) []string {
	t.Helper()
	return filesIn(dir, "")
}

func expect(t *testing.T, what string, got []string, want string) {
	t.Helper()
	if strings.Join(got, " ") != want {
		t.Errorf("%s: %q, want %q", what, got, want)
	}
}

func TestStore(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "[a*]", "cache") // no pattern
	has, err := kept(t, dir, true, "a")
	if expect(t, "nothing there", has, ""); err != nil || len(packs(t, dir)) > 0 {
		t.Errorf("an empty store: %v, %q", err, packs(t, dir))
	}
	s := Open(dir, "program")
	s.Put(key("a"), []byte("a"))
	s.Put(key(""), nil)
	if content, ok := s.Get(key("a")); !ok || string(content) != "a" {
		t.Errorf("in the run that put it: %q, %t", content, ok)
	}
	if err := s.Close(true); err != nil {
		t.Fatal(err)
	}
	has, err = kept(t, dir, true, "a", "b", "")
	if expect(t, "in the next run", has, "a "); err != nil {
		t.Error(err)
	}
	if KeyOf("ab", "c") == KeyOf("a", "bc") || KeyOf("a") == KeyOf("a", "") {
		t.Error("parts of a key run into one another")
	}
	if _, ok := Open(dir, "another").Get(key("a")); ok {
		t.Error("what another program made is used")
	}
	none := Open(dir, "")
	none.Put(key("a"), []byte("a"))
	if _, ok := none.Get(key("a")); ok || none.Close(true) != nil {
		t.Error("no store keeps something")
	}
}

// What is damaged is told once, is not used, and takes nothing else with it.
func TestDamage(t *testing.T) {
	for name, hurt := range map[string]func([]byte) []byte{
		"a byte of a result": func(text []byte) []byte { text[bytes.Index(text, []byte("first"))] ^= 1; return text },
		"a byte of a row":    func(text []byte) []byte { text[len(text)-60] ^= 1; return text },
		"the trailer":        func(text []byte) []byte { text[len(text)-1] ^= 1; return text },
		"cut off":            func(text []byte) []byte { return text[:len(text)/2] },
		"empty":              func([]byte) []byte { return nil },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			keep(t, dir, "first")
			pack := packs(t, dir)[0]
			keep(t, dir, "second")
			text, err := os.ReadFile(pack)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(pack, hurt(text), 0o644); err != nil {
				t.Fatal(err)
			}
			s := Open(dir, "program")
			if _, ok := s.Get(key("first")); ok {
				t.Error("it is used")
			}
			s.Put(key("first"), []byte("first"))
			if err := s.Close(false); err == nil || !strings.Contains(err.Error(), filepath.Base(pack)) {
				t.Errorf("%v does not name %s", err, filepath.Base(pack))
			}
			has, err := kept(t, dir, true, "first", "second")
			if expect(t, "made anew", has, "first second"); err != nil {
				t.Errorf("told again: %v", err)
			}
		})
	}
}

// Several use a folder at once, and folders are joined by copying.
func TestShared(t *testing.T) {
	dir := t.TempDir()
	keep(t, dir, "old")
	var all sync.WaitGroup
	for i := range 4 {
		all.Go(func() {
			s := Open(dir, "program")
			for j := range 50 {
				name := fmt.Sprint(j * (i + 1)) // some are everyone's
				if _, ok := s.Get(key(name)); !ok {
					s.Put(key(name), []byte(name))
				}
			}
			if err := s.Close(false); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	other := t.TempDir()
	keep(t, other, "theirs")
	if err := os.CopyFS(dir, os.DirFS(other)); err != nil {
		t.Fatal(err)
	}
	has, err := kept(t, dir, false, "old", "49", "98", "147", "196", "theirs")
	if expect(t, "of all", has, "old 49 98 147 196 theirs"); err != nil {
		t.Error(err)
	}
}

// One that is open loses nothing when another gathers what there is.
func TestGathered(t *testing.T) {
	dir := t.TempDir()
	keep(t, dir, "a")
	open := Open(dir, "program")
	for i := range mostPacks {
		keep(t, dir, fmt.Sprint(i))
	}
	if n := len(packs(t, dir)); n != 1 {
		t.Errorf("%d packs", n)
	}
	if _, ok := open.Get(key("a")); !ok {
		t.Error("what was open is lost")
	}
	open.Put(key("b"), []byte("b"))
	if err := open.Close(false); err != nil {
		t.Error(err)
	}
	has, _ := kept(t, dir, false, "a", "b", "0", "15")
	expect(t, "gathered", has, "a b 0 15")
}

// What no run asks for goes when it is more than two thirds, and only after a whole run.
func TestLetGo(t *testing.T) {
	dir := t.TempDir()
	keep(t, dir, "a", "b", "c", "d")
	kept(t, dir, true, "a", "b")
	has, _ := kept(t, dir, false, "a", "b", "c", "d")
	expect(t, "half was asked for", has, "a b c d")
	kept(t, dir, false, "a")
	has, _ = kept(t, dir, false, "a", "b", "c", "d")
	expect(t, "a part of a run", has, "a b c d")
	kept(t, dir, true, "a")
	has, _ = kept(t, dir, false, "a", "b", "c", "d")
	expect(t, "a quarter was asked for", has, "a")
}

// Where nothing can be kept, that is all that is lost.
func TestUnwritable(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "cache")
	if err := os.WriteFile(dir, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	s := Open(dir, "program")
	s.Put(key("a"), []byte("a"))
	if _, ok := s.Get(key("a")); ok {
		t.Error("it is kept in a file")
	}
	if err := s.Close(true); err == nil || !strings.Contains(err.Error(), "cannot be kept") {
		t.Error(err)
	}
}

func TestOnce(t *testing.T) {
	type made struct{ Words []string }
	dir, times := t.TempDir(), 0
	for _, on := range []string{"a", "a", "b"} {
		s := Open(dir, "program")
		got := Once(s, key(on), func() made { times++; return made{[]string{on}} })
		if expect(t, "made", got.Words, on); s.Close(false) != nil {
			t.Error("not kept")
		}
	}
	if times != 2 {
		t.Errorf("made %d times", times)
	}
	if n := Once(nil, key("a"), func() int { return 3 }); n != 3 {
		t.Errorf("without a store: %d", n)
	}
}
