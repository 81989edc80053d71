package page

// DeepestHeading is the deepest level of headings. Markdown has six levels, and the
// first is the page's title: deeper ones stay at the sixth.
const DeepestHeading = 5

// Heading opens a section.
type Heading struct {
	Level int    // from 1
	ID    string // of the section; "" for one after its words, as an editor's have it
	Line  int    // whose id the heading has, or 0
	Lang  string // of the section, where it is not the page's
	Words []Inline
}

func (h Heading) markdown(w *source) {
	w.out = append(w.out, w.prefix...)
	w.raw("######"[:min(h.Level, DeepestHeading)+1])
	w.raw(" ")
	w.words(h.Words)
	if h.ID != "" {
		w.raw(" {#")
		w.raw(h.ID)
		w.raw("}")
	}
	w.raw("\n")
}

func (h Heading) html(w *view) {
	level := min(h.Level, DeepestHeading) + 1
	w.closeSections(level)
	w.open = append(w.open, level)
	id := h.ID
	if id == "" {
		id = w.ofProse().idFor(h.Words)
	}
	w.tag("section", "id", id, "lang", h.Lang)
	w.raw("\n")
	name := "h" + string(rune('0'+level))
	w.tag(name, "id", idOf(h.Line))
	clear(w.again.inSection)
	w.words(h.Words)
	w.end(name)
	w.raw("\n")
}

func idOf(line int) string {
	if line == 0 {
		return ""
	}
	return LineID(line)
}
