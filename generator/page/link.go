package page

import "strings"

// Link is a link to a file of the site, with what may follow it after ? or #; to a
// fragment of its page; or to elsewhere.
type Link struct {
	To    string
	Text  string
	Class string
	Lang  string // of the text, where it is not the page's
	Line  int    // to which it leads, where paper says that
}

func (l Link) inMarkdown(w *source) {
	w.raw("[")
	w.text(l.Text)
	w.raw("](")
	w.to(l.To)
	w.raw(")")
}

func (l Link) inHTML(w *view) {
	w.tag("a", "class", l.Class, "href", l.To, "data-line", count(l.Line), "lang", l.Lang)
	Title(l.Text).inHTML(w)
	w.end("a")
}

// LineRef is a link to a line of the page, by its number.
func LineRef(n int) Link { return LineLink(n, count(n)) }

// LineLink is a link to a line of the page.
func LineLink(n int, text string) Link {
	return Link{To: "#" + LineID(n), Text: text}
}

// Web is an address as text: a link where it has a host.
type Web string

func (a Web) inMarkdown(w *source) {
	if !a.hasHost() {
		w.text(string(a))
		return
	}
	w.raw("<")
	w.raw(string(a))
	w.raw(">")
}

func (a Web) inHTML(w *view) {
	if !a.hasHost() {
		w.text(string(a))
		return
	}
	w.tag("a", "href", string(a), "data-address", bare)
	w.text(string(a))
	w.end("a")
}

func (a Web) hasHost() bool { return strings.Contains(string(a), "://") }

// Elsewhere is a link to an address that an editor gave.
type Elsewhere struct{ Address, Text string }

func (l Elsewhere) inMarkdown(w *source) {
	w.raw("[")
	w.text(l.Text)
	w.raw("](<")
	w.raw(l.Address)
	w.raw(">)")
}

func (l Elsewhere) inHTML(w *view) {
	w.tag("a", "href", escapedURL(l.Address))
	w.text(l.Text)
	w.end("a")
}

// Label leads from the text to an entry of the page; in HTML to the page of which
// the entry tells, where it has one.
type Label struct {
	Text, Entry string
	Page        string // file, or ""
}

func (l Label) inMarkdown(w *source) { Link{To: "#" + l.Entry, Text: l.Text}.inMarkdown(w) }

func (l Label) inHTML(w *view) {
	if l.Page != "" {
		Link{To: l.Page, Text: l.Text}.inHTML(w)
		return
	}
	Link{To: "#" + l.Entry, Text: l.Text, Class: "to-related"}.inHTML(w)
}

// Self is a link to the entry in which it stands; HTML needs none.
type Self struct{ Text, Entry string }

func (s Self) inMarkdown(w *source) { Link{To: "#" + s.Entry, Text: s.Text}.inMarkdown(w) }
func (s Self) inHTML(w *view)       { w.text(s.Text) }
