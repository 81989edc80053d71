package serve

import (
	"sync/atomic"

	"jianzhu/generator/problem"
)

// stage is what the browser sees. Each request is answered from one scene, the
// last or the next, however long it takes.
type stage struct {
	base string // path of the site's root, with a slash at both ends
	now  atomic.Pointer[scene]
}

// scene is the site that is shown, and what was wrong with the one after it.
// It is never changed; the next one takes its place. Its exported fields are
// what a page is told.
type scene struct {
	Site   string  `json:"site"`   // names the site; "" before the first
	Page   string  `json:"page"`   // the state of the page that is told; "" before the first
	Faults []fault `json:"faults"` // why a later site failed

	site  Site          // nil before the first
	later chan struct{} // closed when another scene is shown
}

// of is the scene for a page, by its address from the site's root: a page whose state
// is another than it was is to reload.
func (s scene) of(page string) scene {
	if s.site != nil {
		file, _ := pageOf(s.site, page)
		text, err := s.site.File(file)
		if err != nil {
			text = []byte(err.Error())
		}
		s.Page = s.site.State(file, text)
	}
	return s
}

func newStage(base string) *stage {
	s := &stage{base: base}
	s.now.Store(&scene{later: make(chan struct{})})
	return s
}

func (s *stage) show(next *scene) {
	next.later = make(chan struct{})
	close(s.now.Swap(next).later)
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
