package publish

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// tree is what a folder holds: paths and contents, a folder as "path/".
type tree map[string]string

// read returns the tree at dir, nil if there is none.
func read(t *testing.T, dir string) tree {
	t.Helper()
	if _, err := os.Lstat(dir); err != nil {
		return nil
	}
	found := tree{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || path == ".":
			return err
		case d.IsDir():
			found[path+"/"] = ""
		case d.Type().IsRegular():
			content, err := os.ReadFile(filepath.Join(dir, path))
			found[path] = string(content)
			return err
		default:
			found[path] = d.Type().String()
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// lay makes the tree at dir; nil makes nothing.
func lay(t *testing.T, dir string, files tree) {
	t.Helper()
	if files == nil {
		return
	}
	must(t, os.MkdirAll(dir, 0o755))
	for path, content := range files {
		at := filepath.Join(dir, path)
		if strings.HasSuffix(path, "/") {
			must(t, os.MkdirAll(at, 0o755))
			continue
		}
		must(t, os.MkdirAll(filepath.Dir(at), 0o755))
		must(t, os.WriteFile(at, []byte(content), 0o644))
	}
}

func want(t *testing.T, dir string, files tree) {
	t.Helper()
	if found := read(t, dir); !maps.Equal(found, files) || (found == nil) != (files == nil) {
		t.Errorf("%s holds %q, want %q", filepath.Base(dir), found, files)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// age gives a file a time long ago.
func age(t *testing.T, path string) time.Time {
	t.Helper()
	then := time.Date(2016, 8, 18, 12, 40, 51, 0, time.UTC)
	must(t, os.Chtimes(path, then, then))
	return then
}

func timeOf(t *testing.T, path string) time.Time {
	t.Helper()
	info, err := os.Lstat(path)
	must(t, err)
	return info.ModTime().UTC()
}
