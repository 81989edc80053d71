package site

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/gohugoio/hugo/hugofs"
	"github.com/spf13/afero"
)

// Files is how the files of a site are put on the disk.
type Files interface {
	Write(file string, content []byte) error
	Take(file, from string) error // one that was made, from where it stands
}

// plainly writes and copies files.
type plainly struct{ to afero.Fs }

func (p plainly) Write(file string, content []byte) error {
	return afero.WriteFile(p.to, file, content, 0o666)
}

func (p plainly) Take(file, from string) error {
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return p.Write(file, content)
}

// copyStatic copies static files. Hugo's library, other than its command, leaves them
// where they are. Of two files that folders mounted in one place have under one name,
// the first is seen.
func (r rendering) copyStatic(from afero.Fs) error {
	made := filepath.Join(r.Made, "static") + string(filepath.Separator)
	seen := map[string]bool{}
	return afero.Walk(from, "", func(path string, info fs.FileInfo, err error) error {
		if err != nil || info.IsDir() || seen[path] {
			return err
		}
		seen[path] = true
		name := filepath.Join(r.publish, path)
		if meta, ok := info.(hugofs.FileMetaInfo); ok && strings.HasPrefix(meta.Meta().Filename, made) {
			r.to.take(name, meta.Meta().Filename)
			return nil
		}
		content, err := afero.ReadFile(from, path)
		if err != nil {
			return err
		}
		return afero.WriteFile(r.to, name, content, 0o666)
	})
}
