package page

import "bytes"

// Table is a table of the site's own.
type Table struct {
	Names []string // of its columns
	Ends  []bool   // columns that are set to the end; nil for none
	Stack bool     // becomes paragraphs on a narrow screen
	Rows  [][]Cell
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
		case t.Ends == nil:
			w.raw("|---")
		case t.Ends[i]:
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
	if t.Stack {
		class, scope = "stack", "col"
	}
	w.tag("table", "class", class)
	w.raw("\n<thead>\n<tr>\n")
	for i, name := range t.Names {
		w.tag("th", "class", t.class(i), "scope", scope)
		w.text(name)
		w.raw("</th>\n")
	}
	w.raw("</tr>\n</thead>\n")
	if len(t.Rows) > 0 {
		w.raw("<tbody>\n")
		for _, row := range t.Rows {
			w.raw("<tr>\n")
			for i, c := range row {
				t.cell(w, i, c)
			}
			w.raw("</tr>\n")
		}
		w.raw("</tbody>\n")
	}
	w.raw("</table>\n")
}

// cell writes a cell. In a table that becomes paragraphs the first, where it says
// anything, is the row's heading.
func (t Table) cell(w *view, i int, c Cell) {
	name := "td"
	switch {
	case !t.Stack || i > 0:
		w.tag(name, "class", t.class(i), "lang", c.Lang)
	case len(c.Words) > 0:
		name = "th"
		w.tag(name, "scope", "row", "lang", c.Lang)
	default:
		w.tag(name)
	}
	w.words(c.Words)
	w.end(name)
	w.raw("\n")
}

func (t Table) class(column int) string {
	if t.Ends != nil && t.Ends[column] {
		return "end"
	}
	return ""
}
