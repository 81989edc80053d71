package page

import "strings"

// InFrame writes the body of the page of a file that shows another, whole one, in
// other sites: what leads to a place on it leads to that page.
func (b Body) InFrame(file, whole string) ([]byte, error) {
	w := newView(file)
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
