package page

import "bytes"

// Table is a table of the site's own.
type Table struct {
	Names  []string // of its columns
	Counts bool     // of something by what the first column names: the others are set to the end
	Stack  bool     // becomes paragraphs on a narrow screen
	Rows   [][]Cell
}

// Cell is a cell of a table.
type Cell struct {
	Lang  string
	Words []Inline
}

func (t Table) markdown(w *source) {
	for _, name := range t.Names {
		w.raw("| ")
		w.cell(Text(name))
		w.raw(" ")
	}
	w.raw("|\n")
	for i := range t.Names {
		switch {
		case !t.Counts:
			w.raw("|---")
		case i > 0:
			w.raw("|--:")
		default:
			w.raw("|:--")
		}
	}
	w.raw("|\n")
	for _, row := range t.Rows {
		for _, c := range row {
			w.raw("| ")
			w.cell(c.Words...)
			w.raw(" ")
		}
		w.raw("|\n")
	}
}

// cell writes what stands between two bars: a bar in it gets a backslash.
func (w *source) cell(words ...Inline) {
	begun := len(w.out)
	w.words(words)
	if bytes.IndexByte(w.out[begun:], '|') >= 0 {
		w.out = append(w.out[:begun], bytes.ReplaceAll(w.out[begun:], []byte("|"), []byte(`\|`))...)
	}
}

func (t Table) html(w *view) {
	class, scope := "", ""
	switch {
	case t.Stack:
		class, scope = "stack", "col"
	case t.Counts:
		class = "counts"
	}
	w.tag("table", "class", class)
	w.raw("\n<thead><tr>\n")
	for _, name := range t.Names {
		w.tag("th", "scope", scope)
		w.text(name)
	}
	w.raw("</thead>\n")
	if len(t.Rows) > 0 {
		w.raw("<tbody>")
		for _, row := range t.Rows {
			w.raw("<tr>\n") // here the line end is in no cell, and an empty one stays so
			for i, c := range row {
				t.cell(w, i, c)
			}
		}
	}
	w.raw("</table>\n")
}

// cell writes a cell. In a table that becomes paragraphs the first, where it says
// anything, is the row's heading.
func (t Table) cell(w *view, i int, c Cell) {
	switch {
	case !t.Stack || i > 0:
		w.tag("td", "lang", c.Lang)
	case len(c.Words) > 0:
		w.tag("th", "scope", "row", "lang", c.Lang)
	default:
		w.tag("td")
	}
	w.words(c.Words)
}
