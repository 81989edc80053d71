package page

import "strconv"

// Grid is a table of a source's text. Its lines end in its cells.
type Grid struct {
	Caption []Paragraph
	Head    int    // rows of its head; Markdown wants one: where there is none, an empty one
	Ends    []bool // columns that are set to the end
	Rows    [][]GridCell
}

// GridCell is a cell of a source's table, and the line that ends in it, or 0.
type GridCell struct {
	Words []Inline
	Line  int
}

func (g Grid) markdown(w *source) {
	for _, p := range g.Caption {
		p.markdown(w)
		w.empty()
	}
	if g.Head == 0 {
		w.raw("|")
		for range g.Ends {
			w.raw("  |")
		}
		w.raw("\n")
		g.rule(w)
	}
	for i, row := range g.Rows {
		for _, c := range row {
			w.raw("| ")
			w.cell(c.Words...)
			if c.Line > 0 {
				w.raw(" ")
				lineLink(w, c.Line)
			}
			w.raw(" ")
		}
		w.raw("|\n")
		if i+1 == g.Head {
			g.rule(w)
		}
	}
}

// rule parts the head from the rows.
func (g Grid) rule(w *source) {
	for _, end := range g.Ends {
		if end {
			w.raw("| ---: ")
		} else {
			w.raw("| --- ")
		}
	}
	w.raw("|\n")
}

// mostNarrow columns can be read side by side on a narrow screen.
const mostNarrow = 4

func (g Grid) html(w *view) {
	class := "table"
	if len(g.Ends) > mostNarrow {
		class += " wide"
	}
	label, by := "表格", ""
	if len(g.Caption) > 0 && g.Caption[0].Line > 0 {
		label, by = "", LineID(g.Caption[0].Line)
	}
	w.tag("div", "class", class, "role", "region", "aria-label", label, "aria-labelledby", by, "tabindex", "0")
	w.raw("\n<table>")
	if len(g.Caption) > 0 {
		w.raw("<caption>")
		for _, p := range g.Caption {
			p.html(w)
		}
		w.raw("</caption>\n")
	}
	if g.Head > 0 {
		w.raw("<thead>")
		for _, row := range g.Rows[:g.Head] {
			g.row(w, row, "th")
		}
		w.raw("</thead>\n")
	}
	w.raw("<tbody>")
	for _, row := range g.Rows[g.Head:] {
		g.row(w, row, "td")
	}
	w.raw("</table>\n</div>\n")
}

// row writes a row, with a cell behind the others for the number of its line. A
// line has its id on the row or, where the row has several, on the cell. A cell
// that stands alone in its row goes over all columns.
func (g Grid) row(w *view, row []GridCell, name string) {
	lines, filled, first := 0, 0, 0
	for _, c := range row {
		if c.Line > 0 {
			lines++
			if first == 0 {
				first = c.Line
			}
		}
		if !isEmpty(c.Words) {
			filled++
		}
	}
	id := ""
	if lines == 1 {
		id = LineID(first)
	}
	w.raw("\n")
	w.tag("tr", "id", id)
	scope, span := "", ""
	if name == "th" {
		scope = "col"
	} else if filled == 1 && len(row) > 1 && !isEmpty(row[0].Words) {
		span = strconv.Itoa(len(row))
		row = row[:1]
	}
	for i, c := range row {
		class := ""
		if g.Ends[i] {
			class = "end"
		}
		id := ""
		if c.Line > 0 && lines > 1 {
			id = LineID(c.Line)
		}
		w.tag(name, "scope", scope, "class", class, "id", id, "colspan", span)
		w.words(c.Words)
	}
	w.tag("td", "class", "number", "data-added", bare)
	if first > 0 {
		Address{First: first, Last: first}.link(w)
	}
}

// isEmpty reports whether nothing stands in words.
func isEmpty(words []Inline) bool {
	for _, in := range words {
		if p, ok := in.(Passage); !ok || len(p.Text)+len(p.Marks) > 0 {
			return false
		}
	}
	return true
}
