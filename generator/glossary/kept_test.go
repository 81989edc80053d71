package glossary

import (
	"os"
	"reflect"
	"testing"
	"testing/fstest"

	"jianzhu/generator/cache"
)

// What is kept of a file of entries is all of it, and goes with what the file says.
func TestLoadKept(t *testing.T) {
	national := os.DirFS("../../content")
	dir := t.TempDir()
	for range 2 {
		store := cache.Open(dir, "program")
		got, problems := LoadKept(store, national, NationalFile, "glossary.yaml")
		want, also := Load(national, NationalFile, "glossary.yaml")
		if len(want.Terms) == 0 || !reflect.DeepEqual(got.Terms, want.Terms) || !reflect.DeepEqual(problems, also) {
			t.Errorf("%d terms, %v; want %d, %v", len(got.Terms), problems, len(want.Terms), also)
		}
		if err := store.Close(false); err != nil {
			t.Error(err)
		}
	}
	for _, gloss := range []string{"一", "二"} {
		store := cache.Open(dir, "program")
		g, _ := LoadKept(store, fstest.MapFS{"glossary.yaml": {Data: []byte("- term: 放管服\n  gloss: " + gloss + "\n")}}, "glossary.yaml")
		if len(g.Terms) != 1 || g.Terms[0].Gloss != gloss {
			t.Errorf("%v, want the gloss %s", g.Terms, gloss)
		}
		store.Close(false)
	}
}
