package page

// Paragraph is a paragraph.
type Paragraph struct {
	Line  int // whose id it has, or 0
	Class string
	Lang  string
	Added bool   // stands in a source's text and is none of it
	Above string // of how many sections above the one in which it stands it is, where a frame must know
	Noted bool   // a note stands beside it
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
	if p.Noted {
		w.raw("<br>") // not seen: the note floats, and a browser would copy it as if the words went on
	}
	w.end("p")
	w.raw("\n")
}
