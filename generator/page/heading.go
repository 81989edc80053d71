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

// Paragraph is a paragraph.
type Paragraph struct {
	Line  int // whose id it has, or 0
	Class string
	Lang  string
	Added bool   // stands in a source's text and is none of it
	Above string // of how many sections above the one in which it stands it is, where a frame must know
	Words []Inline
}

func (p Paragraph) markdown(w *source) { w.line(p.Words...) }

func (p Paragraph) html(w *view) {
	added := ""
	if p.Added {
		added = bare
	}
	w.tag("p", "data-above", p.Above, "id", idOf(p.Line), "class", p.Class, "data-added", added, "lang", p.Lang)
	w.words(p.Words)
	w.end("p")
	w.raw("\n")
}

// Quote is a quotation, a line a paragraph.
type Quote struct {
	Class string
	Lines [][]Inline
}

func (q Quote) markdown(w *source) {
	outer := w.prefix
	w.prefix += "> "
	for i, words := range q.Lines {
		if i > 0 {
			w.empty()
		}
		w.line(words...)
	}
	w.prefix = outer
}

func (q Quote) html(w *view) {
	w.tag("blockquote", "class", q.Class)
	w.raw("\n")
	for _, words := range q.Lines {
		Paragraph{Words: words}.html(w)
	}
	w.end("blockquote")
	w.raw("\n")
}
