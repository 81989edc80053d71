package markdown

import (
	"slices"

	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

// captionKind is how front matter names the lines that caption a table.
const captionKind = "caption"

// grid is a table of the text, and of how many paragraphs it is made. The last cell
// of each line ends with the line's address.
func (p *reportPage) grid(t *report.Table) (grid page.Grid, paragraphs int) {
	grid = page.Grid{Head: t.Head, Ends: t.Numbers}
	for _, row := range t.Rows {
		var cells []page.GridCell
		for j, cell := range row.Cells {
			c := page.GridCell{Words: p.cell(row.Cells, j)}
			if j+1 == t.Columns || row.Cells[j+1].Line != cell.Line {
				c.Line = cell.Line
				p.given[cell.Line] = true
				paragraphs++
			}
			cells = append(cells, c)
		}
		grid.Rows = append(grid.Rows, cells)
	}
	return grid, paragraphs
}

// captioned adds a table with the captions that stand before it, and then the notes
// on both.
func (p *reportPage) captioned(body page.Body, grid page.Grid) page.Body {
	var notes page.Body
	at := len(body)
	for i := len(body) - 1; i >= 0; i-- {
		if _, isNote := body[i].(page.Aside); isNote {
			continue
		}
		q, ok := body[i].(page.Paragraph)
		if !ok || q.Class != captionKind {
			break
		}
		q.Class = ""
		grid.Caption = append(grid.Caption, q)
		notes = append(slices.Clone(body[i+1:at]), notes...)
		at = i
	}
	slices.Reverse(grid.Caption)
	body = append(append(body[:at], grid), notes...)
	for _, row := range grid.Rows {
		for _, c := range row {
			body = p.beside(body, c.Words)
		}
	}
	return body
}

// caption is the words of a row of a Markdown table that captions it; nil of other
// lines.
func (p *reportPage) caption(of report.Paragraph) []page.Inline {
	if of.Kind != report.Tabled || !p.r.IsPiped(of.Line) {
		return nil
	}
	for _, t := range p.r.Tables {
		for _, c := range t.Caption {
			if c.Line == of.Line {
				return append(p.cell([]report.Cell{c}, 0), page.Address{First: c.Line, Last: c.Line})
			}
		}
	}
	return nil
}

// cell is a cell without the marks around it.
func (p *reportPage) cell(cells []report.Cell, j int) []page.Inline {
	var parts [][]page.Inline
	for _, q := range p.cells(cells, j) {
		if len(q.Text)+len(q.Marks) > 0 {
			parts = append(parts, words(q))
		}
	}
	return joined(parts, " ")
}

// cells are the pieces of a cell. A mark of ours between two cells of a line stands
// in the first one.
func (p *reportPage) cells(cells []report.Cell, j int) (pieces []page.Passage) {
	c := cells[j]
	at := p.partAt(c.Line, c.Column)
	q := p.passage(at)
	place := func(column int) int { return at.at(c.Line, column) }
	next := len(q.Text) + 1
	if j+1 < len(cells) && cells[j+1].Line == c.Line {
		next = place(cells[j+1].Column)
	}
	first := j == 0 || cells[j-1].Line != c.Line
	q.Marks = slices.DeleteFunc(q.Marks, func(m page.Mark) bool {
		return !((place(c.Column) < m.At || first) && (m.At <= place(c.End) || m.At < next))
	})
	parts := p.r.Breaks(c)
	for i, part := range parts {
		piece := q
		piece.Marks = nil
		from, to := place(part.Column), place(part.End)
		for _, m := range q.Marks {
			if (i == 0 || from < m.At) && (i+1 == len(parts) || m.At < place(parts[i+1].Column)) {
				m.At = max(from, min(m.At, to))
				piece.Marks = append(piece.Marks, m)
			}
		}
		piece = piece.Cut(from, to)
		pieces = append(pieces, piece.Part(0, len(piece.Text)))
	}
	return pieces
}
