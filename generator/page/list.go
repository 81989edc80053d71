package page

import (
	"strconv"
	"strings"
)

// List is a list whose items follow each other without empty lines.
type List struct {
	Ordered bool
	Class   string
	Start   int // the first number, where that is not 1
	Year    int // of the report that it quotes
	Items   []Item
}

// Item is an item, with a list below it.
type Item struct {
	ID    string
	Class string
	Lang  string
	Lines []int  // of what it explains, for scripts
	Block string // "" for words as they are; else they are a paragraph of this class, or of none: plain
	Words []Inline
	Items []Item
}

// Plain is the class of a paragraph that has none.
const Plain = " "

func (l List) markdown(w *source) {
	outer := w.prefix
	for i, item := range l.Items {
		w.raw(outer)
		begun := len(w.out)
		if l.Ordered {
			w.number(max(1, l.Start) + i)
			w.raw(". ")
		} else {
			w.raw("- ")
		}
		width := len(w.out) - begun
		w.begin()
		w.words(item.Words)
		w.raw("\n")
		if len(item.Items) > 0 {
			w.prefix = outer + strings.Repeat(" ", width)
			List{Items: item.Items}.markdown(w)
			w.prefix = outer
		}
	}
}

func (l List) html(w *view) {
	if len(l.Items) == 0 {
		return
	}
	name := "ul"
	if l.Ordered {
		name = "ol"
	}
	start := ""
	if l.Ordered && l.Start > 1 {
		start = count(l.Start)
	}
	w.tag(name, "start", start, "class", l.Class, "data-year", count(l.Year))
	w.raw("\n")
	for _, item := range l.Items {
		item.html(w)
	}
	w.end(name)
	w.raw("\n")
}

// spaced are numbers with a space between them.
func spaced(numbers []int) string {
	var out []byte
	for i, n := range numbers {
		if i > 0 {
			out = append(out, ' ')
		}
		out = strconv.AppendInt(out, int64(n), 10)
	}
	return string(out)
}

func (i Item) html(w *view) {
	w.tag("li", "id", i.ID, "class", i.Class, "lang", i.Lang, "data-lines", spaced(i.Lines))
	if i.Block != "" {
		Paragraph{Class: strings.TrimSpace(i.Block), Words: i.Words}.html(w)
	} else {
		w.words(i.Words)
		w.raw("\n")
	}
	List{Items: i.Items}.html(w)
}
