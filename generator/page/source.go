package page

import (
	"bytes"
	"strconv"
)

// source writes Markdown.
type source struct {
	out    []byte
	file   string // of the page
	prefix string // of each line: of the quote or item that it stands in
	begun  int    // where in out the words of a block began
}

// blocks writes blocks with an empty line between two. Those that Markdown has
// nothing of leave none.
func (w *source) blocks(all []Block) {
	wrote := false
	for _, b := range all {
		before := len(w.out)
		if wrote {
			w.empty()
		}
		begun := len(w.out)
		b.markdown(w)
		if len(w.out) == begun {
			w.out = w.out[:before]
			continue
		}
		wrote = true
	}
}

// empty writes a line in which nothing stands.
func (w *source) empty() {
	w.out = append(w.out, bytes.TrimRight([]byte(w.prefix), " ")...)
	w.out = append(w.out, '\n')
}

// line writes a line.
func (w *source) line(words ...Inline) {
	w.raw(w.prefix)
	w.begin()
	w.words(words)
	w.raw("\n")
}

// begin notes that a block's words begin, and opens reports whether they are to
// come: then the first characters must not look like a list, a quote, a rule.
func (w *source) begin()      { w.begun = len(w.out) }
func (w *source) opens() bool { return len(w.out) == w.begun }

func (w *source) words(words []Inline) {
	for _, in := range words {
		in.inMarkdown(w)
	}
}

func (w *source) raw(s string)   { w.out = append(w.out, s...) }
func (w *source) text(s string)  { w.out = appendEscapedText(w.out, s, w.opens()) }
func (w *source) number(n int)   { w.out = strconv.AppendInt(w.out, int64(n), 10) }
func (w *source) to(file string) { w.out = appendWay(w.out, w.file, file) }
