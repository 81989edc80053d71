package site

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"github.com/gohugoio/hugo/hugofs"
	"github.com/spf13/afero"
)

// some are pages that Hugo renders as if they were all of a site.
type some struct {
	pages  afero.Fs          // with them, where the folder of all would be
	static map[string]string // static files of the project, with where they stand
	root   string            // the address of the site
}

// someOf are pages as Hugo is shown them, by file in the folder dir.
func someOf(dir string, sets ...map[string][]byte) (*some, error) {
	s := &some{pages: afero.NewMemMapFs(), static: map[string]string{}}
	for _, pages := range sets {
		for file, page := range pages {
			if err := afero.WriteFile(s.pages, filepath.Join(dir, filepath.FromSlash(file)), page, 0o666); err != nil {
				return nil, err
			}
		}
	}
	return s, s.pages.MkdirAll(dir, 0o777)
}

// see notes static files. Of two of one name it is the one that is opened under it.
func (s *some) see(from afero.Fs) error {
	return afero.Walk(from, "", func(path string, info fs.FileInfo, err error) error {
		if path == "" && errors.Is(err, fs.ErrNotExist) {
			return nil // no folder of them is there
		}
		if err != nil || info.IsDir() {
			return err
		}
		if info, err = from.Stat(path); err != nil {
			return err
		}
		if meta, ok := info.(hugofs.FileMetaInfo); ok {
			s.static[filepath.ToSlash(path)] = meta.Meta().Filename
		}
		return nil
	})
}

// renderSome returns what Hugo makes of pages, without their content, by path from the
// site's root.
func (p Project) renderSome(baseURL string, some *some) (map[string][]byte, error) {
	one.Lock()
	defer one.Unlock()
	publish := filepath.FromSlash("/public")
	made := &gathered{publish: publish, files: map[string][]byte{}}
	to := newLedger(afero.NewMemMapFs(), made)
	p.Kept = nil // whoever asks for some knows what is kept
	r := rendering{Project: p, to: to, publish: publish, baseURL: baseURL, known: newRecollection(), some: some}
	if err := r.run(nil); err != nil {
		return nil, err
	}
	return made.files, to.twice(publish)
}

// gathered are files in memory.
type gathered struct {
	forgetful
	publish string
	mu      sync.Mutex
	files   map[string][]byte
}

func (g *gathered) Write(file string, content []byte) error {
	name, err := filepath.Rel(g.publish, file)
	g.mu.Lock()
	defer g.mu.Unlock()
	g.files[filepath.ToSlash(name)] = content
	return err
}

func (g *gathered) Take(file, from string) error {
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return g.Write(file, content)
}
