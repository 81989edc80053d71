package site

import (
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/afero"
)

// copyTree copies the files of a file system into the folder dir. Hugo's
// library, other than its command, leaves static files where they are.
func copyTree(from afero.Fs, dir string) error {
	return afero.Walk(from, "", func(path string, info fs.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		content, err := afero.ReadFile(from, path)
		if err != nil {
			return err
		}
		to := filepath.Join(dir, path)
		if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
			return err
		}
		return os.WriteFile(to, content, 0o666)
	})
}
