package page

import "strconv"

// Our marks in a text are links to fragments of its page, and nothing else in it is:
// without them the text is the source's.

// LineID is the id of a shown line.
func LineID(n int) string { return "L" + strconv.Itoa(n) }

// Address ends a block of the text with its last line's address; in HTML it leads
// to the first one.
type Address struct{ First, Last int }

func (a Address) inMarkdown(w *source) {
	w.raw(" ")
	lineLink(w, a.Last)
}

func lineLink(w *source, n int) {
	w.raw("[")
	w.number(n)
	w.raw("](#L")
	w.number(n)
	w.raw(")")
}

func (a Address) inHTML(w *view) {
	w.raw(" ")
	a.link(w)
}

// link writes a line's number, which leads to it. Style sheets have it read as 第8行.
func (a Address) link(w *view) {
	w.tag("a", "class", "line", "href", "#"+LineID(a.First), "data-added", bare)
	w.number(a.First)
	w.end("a")
}

// LineEnd stands within a block where a line ends and another begins.
type LineEnd struct {
	Line, Next int  // Next is 0 where that line has its id elsewhere
	Space      bool // Latin words that only the line's end parts
}

func (e LineEnd) inMarkdown(w *source) {
	w.raw(" ")
	lineLink(w, e.Line)
	if e.Space {
		w.raw(" ")
	}
}

func (e LineEnd) inHTML(w *view) {
	if e.Next > 0 {
		n := strconv.Itoa(e.Next) // which style sheets show: as text it would part the words around it
		w.tag("a", "class", "new-line", "id", LineID(e.Next), "data-n", n, "href", "#"+LineID(e.Next), "data-added", bare, "aria-label", "第"+n+"行")
		w.end("a")
	}
	if e.Space {
		w.raw(" ")
	}
}

// Gap marks damage, which its entry in the collation list tells of. It fills nothing.
type Gap struct{ Name, Entry string }

func (g Gap) inMarkdown(w *source) {
	w.raw("[〔")
	w.raw(g.Name)
	w.raw("〕](#")
	w.raw(g.Entry)
	w.raw(")")
}

func (g Gap) inHTML(w *view) {
	w.tag("a", "class", "gap", "href", "#"+g.Entry, "data-added", bare)
	w.raw("〔")
	w.text(g.Name)
	w.raw("〕")
	w.end("a")
}

// NoteMark stands after the words that a note quotes. In HTML style sheets show its
// number: as text it would part the words around it for those who search the page.
type NoteMark int

func (n NoteMark) inMarkdown(w *source) {
	w.raw("[注")
	w.number(int(n))
	w.raw("](#")
	w.raw(NoteID(int(n)))
	w.raw(")")
}

func (n NoteMark) inHTML(w *view) {
	number := strconv.Itoa(int(n))
	w.tag("a", "class", "note-ref", "id", NoteRefID(int(n)), "href", "#"+NoteID(int(n)), "data-added", bare, "aria-label", "注"+number)
	w.tag("sup", "data-n", number)
	w.end("sup")
	w.end("a")
}
