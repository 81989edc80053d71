package publish

import (
	"path/filepath"
	"testing"
)

func TestKeep(t *testing.T) {
	for _, test := range []struct {
		name  string
		found tree // before; nil is no folder
		want  tree
	}{
		{"no folder", nil, tree{}},
		{"strays", tree{"000/a": "一", "001/b": "二", "002/c/d": "三", "x": ""}, tree{"000/": "", "000/a": "一", "001/": "", "001/b": "二"}},
		{"fewer than are kept", tree{"001/b": "二"}, tree{"001/": "", "001/b": "二"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "build", "parts")
			lay(t, dir, test.found)
			must(t, Keep(dir, []string{"000", "001"}))
			want(t, dir, test.want)
		})
	}
}
