package intake

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// table writes a table as lines with a tab between cells, which is how reports
// are read. One with a single column lays a page out; it is no table.
func (out *lines) table(n *html.Node) bool {
	rows := rowsOf(n)
	grid := make([][]string, 0, len(rows))
	wide := 0
	var below []int // for how many rows a cell from above reaches into each column
	for _, tr := range rows {
		var row []string
		for c := range tr.ChildNodes() {
			if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
				continue
			}
			for len(row) < len(below) && below[len(row)] > 0 {
				below[len(row)]--
				row = append(row, "")
			}
			if hasBlocks(c) {
				return false
			}
			first := len(row)
			row = append(row, cellText(c))
			for range min(span(c, "colspan"), 100) - 1 {
				row = append(row, "")
			}
			for len(below) < len(row) {
				below = append(below, 0)
			}
			for i := first; i < len(row); i++ {
				below[i] = min(span(c, "rowspan"), 1000) - 1
			}
		}
		for len(row) < len(below) && below[len(row)] > 0 {
			below[len(row)]--
			row = append(row, "")
		}
		wide = max(wide, len(row))
		grid = append(grid, row)
	}
	if wide < 2 {
		return false
	}
	out.end()
	out.WriteString(tabbed(grid))
	out.WriteByte('\n')
	return true
}

// tabbed writes rows of cells as lines.
func tabbed(grid [][]string) string {
	var b strings.Builder
	for _, row := range grid {
		if strings.TrimSpace(strings.Join(row, "")) == "" {
			continue
		}
		b.WriteString(strings.Join(row, "\t") + "\n")
	}
	return b.String()
}

func span(n *html.Node, name string) int {
	if count, err := strconv.Atoi(attribute(n, name)); err == nil && count > 1 {
		return count
	}
	return 1
}

// rowsOf are the rows of a table, not those of tables in it.
func rowsOf(n *html.Node) (rows []*html.Node) {
	for c := range n.ChildNodes() {
		switch c.DataAtom {
		case atom.Tr:
			rows = append(rows, c)
		case atom.Thead, atom.Tbody, atom.Tfoot:
			rows = append(rows, rowsOf(c)...)
		}
	}
	return rows
}

// hasBlocks reports whether a cell holds a page's text and no table's: a table in
// it, or several paragraphs of prose.
func hasBlocks(cell *html.Node) bool {
	prose := 0
	for d := range cell.Descendants() {
		if d.DataAtom == atom.Table {
			return true
		}
		if d.DataAtom == atom.P && proseIn(allText(d)) >= 100 {
			prose++
		}
	}
	return prose > 1
}

func cellText(cell *html.Node) string {
	var inner lines
	for c := range cell.ChildNodes() {
		inner.element(c, "")
	}
	return oneLine(inner.String())
}

// oneLine joins the lines of a cell, with a space where two words would meet.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
