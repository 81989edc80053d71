package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// pending is where a file is written before it is renamed to its place, so
// that no half of a file is ever found under its name. A kill may leave it; to
// the next Write it is a stray.
const pending = ".pending"

// Write makes the folder dir hold exactly files (by slash-separated path):
// unchanged files are not touched, others are written, strays and empty
// folders removed. The folder is made if it is missing.
//
// It is an error, and nothing is touched, if a path is not a plain relative
// one, if two paths differ in case only, or if dir is not a folder.
func Write(dir string, files map[string][]byte) error {
	paths := slices.Sorted(maps.Keys(files))
	folders, err := foldersOf(paths)
	if err != nil {
		return fmt.Errorf("%s: %w", dir, err)
	}
	dir, err = named(dir)
	if err != nil {
		return err
	}
	if _, err := folder(dir); err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()

	// Strays go first: one may be a folder where a file belongs.
	if err := removeStrays(root, files, folders); err != nil {
		return fmt.Errorf("%s: %w", dir, err)
	}
	for _, p := range paths {
		if err := writeFile(root, p, files[p]); err != nil {
			return fmt.Errorf("%s: %w", dir, err)
		}
	}
	return nil
}

// File writes one file, unless it is there with the same bytes. Its folder is
// made if it is missing, and what else is in it stays.
func File(file string, content []byte) error {
	dir, name := filepath.Split(filepath.Clean(file))
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	return writeFile(root, name, content)
}

// removeStrays removes what is neither one of files nor one of their folders.
func removeStrays(root *os.Root, files map[string][]byte, folders map[string]bool) error {
	return fs.WalkDir(root.FS(), ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		_, wanted := files[p]
		if p == "." || d.IsDir() && folders[p] || d.Type().IsRegular() && wanted {
			return nil
		}
		if err := root.RemoveAll(p); err != nil {
			return err
		}
		if d.IsDir() {
			return fs.SkipDir
		}
		return nil
	})
}

// writeFile writes a file unless it is there with the same bytes.
func writeFile(root *os.Root, p string, content []byte) error {
	info, err := root.Lstat(p)
	if err == nil && info.Size() == int64(len(content)) {
		old, err := root.ReadFile(p)
		if err != nil {
			return err
		}
		if bytes.Equal(old, content) {
			return nil
		}
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := root.MkdirAll(path.Dir(p), 0o755); err != nil {
		return err
	}
	if err := root.WriteFile(pending, content, 0o644); err != nil {
		return err
	}
	return root.Rename(pending, p)
}
