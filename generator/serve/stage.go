package serve

import (
	"io"
	"os"
	"path/filepath"
	"sync"

	"jianzhu/generator/problem"
)

// stage is what the browser sees. Requests are answered while it changes: each
// from one whole site, the last or the next.
type stage struct {
	base string // path of the site's root, with a slash at both ends

	mu  sync.RWMutex
	now *scene
}

// scene is the site that is shown, and what was wrong with the build after it.
// It is never changed; the next one takes its place. Its exported fields are
// what a page is told.
type scene struct {
	Site   string  `json:"site"`   // names the build that made the site; "" before the first
	Faults []fault `json:"faults"` // why a later build failed

	dir   string        // where the site is; "" before the first
	later chan struct{} // closed when another scene is shown
}

// fault is an error as a page shows it.
type fault struct {
	Place   string `json:"place"` // file:line, or ""
	Message string `json:"message"`
	Hint    string `json:"hint"`
}

func faults(problems []problem.Problem, err error) []fault {
	var list []fault
	for _, p := range problems {
		if p.Severity == problem.Error {
			list = append(list, fault{p.Place(), p.Message, p.Hint})
		}
	}
	if err != nil {
		list = append(list, fault{"", err.Error(), ""})
	}
	return list
}

// set shows a scene and returns the one before, of whose site no request will
// open a file.
func (s *stage) set(next *scene) (last *scene) {
	next.later = make(chan struct{})
	s.mu.Lock()
	defer s.mu.Unlock()
	last, s.now = s.now, next
	close(last.later)
	return last
}

func (s *stage) scene() *scene {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.now
}

// read returns a file of the site that is shown, by its path from the site's
// root, and names the site. Once open, a file is read to its end though its
// site is shown no more.
func (s *stage) read(name string) (text []byte, site string, err error) {
	local, err := filepath.Localize(name)
	if err != nil {
		return nil, "", err
	}
	s.mu.RLock()
	site = s.now.Site
	file, err := os.OpenInRoot(s.now.dir, local)
	s.mu.RUnlock()
	if err != nil {
		return nil, "", err
	}
	defer file.Close()
	text, err = io.ReadAll(file)
	return text, site, err
}
