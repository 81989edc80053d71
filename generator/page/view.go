package page

import (
	"bytes"
	"strconv"
	"sync"
)

// view writes HTML.
type view struct {
	out  []byte
	from int    // where in out the body begins
	file string // of the page
	here string // its address
	open []int  // levels of the sections that are open
	note int    // that stands around, or 0

	again mentions
	prose *prose // what its prose has in common; nil before any
	seen  Seen
	ways  map[string]bool // of the links seen; one of waysSeen
	whole string          // of a frame: the file of the page that it shows
	err   error
}

func newView(out []byte, file string) *view {
	return &view{out: out, from: len(out), file: file, here: AddressOf(file), again: newMentions(), ways: waysSeen.Get().(map[string]bool)}
}

// waysSeen are maps that pages have used.
var waysSeen = sync.Pool{New: func() any { return map[string]bool{} }}

// finish returns what was written, and ends the view. Hugo runs shortcodes in HTML content too.
func (w *view) finish() ([]byte, error) {
	clear(w.ways)
	waysSeen.Put(w.ways)
	w.ways = nil
	if body := w.out[w.from:]; bytes.Contains(body, []byte("{{")) {
		w.out = append(w.out[:w.from], bytes.ReplaceAll(body, []byte("{{"), []byte("&#123;&#123;"))...)
	}
	return w.out, w.err
}

// blocks writes blocks and ends the sections that they open.
func (w *view) blocks(all []Block) {
	around := w.open
	w.open = nil
	for _, b := range all {
		b.html(w)
	}
	w.closeSections(0)
	w.open = around
}

func (w *view) closeSections(level int) {
	for len(w.open) > 0 && w.open[len(w.open)-1] >= level {
		w.open = w.open[:len(w.open)-1]
		w.raw("</section>\n")
	}
}

func (w *view) words(words []Inline) {
	for _, in := range words {
		in.inHTML(w)
	}
}

func (w *view) raw(s string)  { w.out = append(w.out, s...) }
func (w *view) text(s string) { w.out = appendHTML(w.out, s) }
func (w *view) number(n int)  { w.out = strconv.AppendInt(w.out, int64(n), 10) }

func (w *view) runes(text []rune) { w.out = appendRunesHTML(w.out, text) }

// bare is the value of an attribute that has none.
const bare = "\x00"

// HTML is written as short as the standard has it: values that are plain stand without
// quotes, but that of a section's id, by which layouts ask whether a page has it; and
// items, rows and cells have no end tags, for each ends where the next begins.

// tag opens an element with attributes given as names and values in turn; one
// whose value is "" is left out. An href is given as its target.
func (w *view) tag(name string, attrs ...string) {
	w.raw("<")
	w.raw(name)
	for i := 0; i < len(attrs); i += 2 {
		key, value := attrs[i], attrs[i+1]
		if value == "" {
			continue
		}
		w.raw(" ")
		w.raw(key)
		if value == bare {
			continue
		}
		w.raw(`="`)
		begun := len(w.out)
		if key == "href" {
			w.target(value)
		} else {
			w.text(value)
		}
		w.quoted(begun, name == "section")
		if key == "id" {
			w.seen.IDs = append(w.seen.IDs, value)
		}
	}
	w.raw(">")
}

// quoted ends the value of an attribute that begins in out behind a quotation mark, and
// takes that away where the value needs none and always has none.
func (w *view) quoted(begun int, always bool) {
	for _, c := range w.out[begun:] {
		always = always || needsQuotes[c]
	}
	if always {
		w.raw(`"`)
		return
	}
	copy(w.out[begun-1:], w.out[begun:])
	w.out = w.out[:len(w.out)-1]
}

// needsQuotes are the characters that a value without quotes cannot have.
var needsQuotes = func() (needs [256]bool) {
	for _, c := range []byte(" \t\n\f\r\"'=<>`") {
		needs[c] = true
	}
	return needs
}()

// target writes where a link leads.
func (w *view) target(to string) {
	begun := len(w.out)
	w.out = appendAddress(w.out, w.here, w.led(to))
	w.notes(w.out[begun:])
}

// notes notes a link, unless the view is a frame: its page has been looked at.
func (w *view) notes(to []byte) {
	if w.whole != "" || w.ways[string(to)] {
		return
	}
	way := string(to)
	w.ways[way] = true
	w.seen.Links = append(w.seen.Links, Seeing{way, w.note})
}

// end closes an element.
func (w *view) end(name string) {
	w.raw("</")
	w.raw(name)
	w.raw(">")
}
