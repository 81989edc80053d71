package page

import (
	"strconv"
	"strings"
)

// NoteID is the id of a note, NoteRefID that of its mark in the text.
func NoteID(n int) string    { return "note-" + strconv.Itoa(n) }
func NoteRefID(n int) string { return "ref-" + strconv.Itoa(n) }

// Note is what an editor says of words that it quotes. Markdown has it in the list
// of notes, HTML beside the text too, where style sheets can put it in the margin.
type Note struct {
	Number int
	Lemma  string // the words
	Lang   string // of the words
	At     Inline // leads to their line
	Body   Prose
	By     string // who wrote it, and when
}

// Aside is a note beside the text.
type Aside struct {
	Note
	Above string // see Paragraph
}

func (Aside) markdown(*source) {}

func (a Aside) html(w *view) {
	n := a.Note
	w.note = n.Number
	w.tag("div", "data-above", a.Above, "class", "note", "id", NoteID(n.Number), "role", "note", "aria-label", "注"+count(n.Number), "data-added", bare, "lang", "zh-Hans")
	w.raw("\n<p class=lemma>")
	Link{To: "#" + NoteRefID(n.Number), Text: "注" + count(n.Number), Class: "note-back"}.inHTML(w)
	w.tag("b", "lang", n.Lang)
	w.text(n.Lemma)
	w.raw("</b></p>\n<div class=note-body>\n")
	n.body(w)
	w.raw("</div>\n</div>\n")
	w.note = 0
}

func (n Note) body(w *view) {
	n.Body.html(w)
	Paragraph{Class: "by", Words: []Inline{Text(n.By)}}.html(w)
}

// Notes is the list of notes. In HTML it keeps their words and lines; the bodies,
// which stand once on the screen, are hidden in it until it is printed.
type Notes []Note

func (all Notes) markdown(w *source) {
	for i, n := range all {
		if i > 0 {
			w.empty()
		}
		n.markdown(w)
	}
}

func (n Note) markdown(w *source) {
	marker := count(n.Number) + ". "
	w.raw(marker)
	w.words([]Inline{Strong{Words: []Inline{Self{Text: n.Lemma, Entry: NoteID(n.Number)}}}, Text(" "), n.At})
	w.raw("\n\n")
	outer := w.prefix
	w.prefix += strings.Repeat(" ", len(marker))
	n.Body.markdown(w)
	w.raw("\n")
	w.line(Text(n.By))
	w.prefix = outer
}

func (all Notes) html(w *view) {
	start := 0
	if len(all) > 0 && all[0].Number != 1 {
		start = all[0].Number
	}
	w.tag("ol", "start", count(start), "class", "notes")
	w.raw("\n")
	for _, n := range all {
		w.raw("<li><p class=lemma><strong>")
		Link{To: "#" + NoteID(n.Number), Text: n.Lemma, Lang: n.Lang}.inHTML(w)
		w.raw("</strong> ")
		n.At.inHTML(w)
		w.raw("</p>\n<div class=note-body hidden>\n")
		w.note = n.Number
		n.body(w)
		w.note = 0
		w.raw("</div>\n")
	}
	w.raw("</ol>\n")
}
