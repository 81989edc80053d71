package page

// Text is text as it stands, within a block.
type Text string

func (t Text) inMarkdown(w *source) { w.text(string(t)) }
func (t Text) inHTML(w *view)       { w.text(string(t)) }

// Strong is bold, next to which nothing stands that CommonMark would not read so.
// Of no words it is nothing.
type Strong struct {
	Lang  string
	Words []Inline
}

func (s Strong) inMarkdown(w *source) {
	before := len(w.out)
	w.raw("**")
	begun := len(w.out)
	w.words(s.Words)
	if len(w.out) == begun {
		w.out = w.out[:before]
		return
	}
	w.raw("**")
}

func (s Strong) inHTML(w *view) {
	before := len(w.out)
	w.tag("strong", "lang", s.Lang)
	begun := len(w.out)
	w.words(s.Words)
	if len(w.out) == begun {
		w.out = w.out[:before]
		return
	}
	w.end("strong")
}

// Phrase is words that belong together, in another language than what is around them.
type Phrase struct {
	Lang  string
	Words []Inline
}

func (s Phrase) inMarkdown(w *source) { w.words(s.Words) }

func (s Phrase) inHTML(w *view) {
	if s.Lang == "" {
		w.words(s.Words)
		return
	}
	w.tag("span", "lang", s.Lang)
	w.words(s.Words)
	w.end("span")
}

// CodeSpan is code in running text: a checksum, the name of a file.
type CodeSpan string

func (c CodeSpan) inMarkdown(w *source) {
	w.raw("`")
	w.raw(string(c))
	w.raw("`")
}

func (c CodeSpan) inHTML(w *view) {
	w.tag("code")
	w.text(string(c))
	w.end("code")
}
