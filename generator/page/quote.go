package page

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
