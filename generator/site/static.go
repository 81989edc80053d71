package site

import (
	"io/fs"
	"path/filepath"

	"github.com/spf13/afero"
)

// copyTree copies the files of one file system to another. Hugo's library,
// other than its command, leaves static files where they are. Of two files that
// folders mounted in one place have under one name, the first is seen.
func copyTree(from, to afero.Fs) error {
	seen := map[string]bool{}
	return afero.Walk(from, "", func(path string, info fs.FileInfo, err error) error {
		if err != nil || info.IsDir() || seen[path] {
			return err
		}
		seen[path] = true
		content, err := afero.ReadFile(from, path)
		if err != nil {
			return err
		}
		if err := to.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return err
		}
		return afero.WriteFile(to, path, content, 0o666)
	})
}
