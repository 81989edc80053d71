package page

import "strings"

// Frame shows a page, or a part of it, in other sites. The numbers of lines, and
// links to what is not here, lead to the whole page, in a window of its own as all
// links that leave a frame; those within it stay. Of each line it says in which
// section it stands, so that a line too can be asked for.
type Frame struct {
	Of       string            // the file of the whole page
	Sections map[string]string // id of a line: of its section
	here     map[string]bool   // the ids that are there
}

// InFrame writes the body of a page for a frame.
func (b Body) InFrame(file string, f Frame) ([]byte, error) {
	first := newView(file)
	first.seen = &Seen{}
	first.blocks(b)
	f.here = map[string]bool{}
	for _, id := range first.seen.IDs {
		f.here[id] = true
	}
	w := newView(file)
	w.frame = &f
	w.blocks(b)
	return w.finish()
}

// target is where a link leads, and whether that is within the frame.
func (f *Frame) target(to, class string) (target string, within bool) {
	if !strings.HasPrefix(to, "#") {
		return to, false
	}
	if class == permanent || !f.here[to[1:]] {
		return f.Of + to, false
	}
	return to, true
}

// says writes of a line in which section it stands.
func (f *Frame) says(w *view, id string) {
	if f.Sections[id] != "" {
		w.raw(` data-in="` + f.Sections[id] + `"`)
	}
}
