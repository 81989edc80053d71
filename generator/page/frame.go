package page

import "strings"

// AppendFrame is AppendHTML for a page that shows another, whole one, in other sites: what
// leads to a place on it leads to that page.
func (b Body) AppendFrame(out []byte, file, whole string) ([]byte, error) {
	w := newView(out, file)
	w.whole = whole
	w.blocks(b)
	return w.finish()
}

// led is where a link leads from here.
func (w *view) led(to string) string {
	if w.whole != "" && strings.HasPrefix(to, "#") {
		return w.whole + to
	}
	return to
}
