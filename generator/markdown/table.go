package markdown

import (
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"

	"jianzhu/generator/report"
)

// tableExtension reads tables and leaves their alignment to alignCells: its own
// way is a style attribute, which the site's Content-Security-Policy forbids.
var tableExtension = extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone))

// alignCells gives cells that are aligned other than to the start a class: end, center.
func alignCells(n ast.Node) {
	for c := range children(n) {
		alignCells(c)
		if cell, ok := c.(*tables.TableCell); ok {
			switch cell.Alignment {
			case tables.AlignRight:
				set(cell, "class", "end")
			case tables.AlignCenter:
				set(cell, "class", "center")
			}
		}
	}
}

// captionKind is how front matter names the lines that caption a table.
const captionKind report.Kind = "caption"

// table writes a table of the text, and returns of how many paragraphs. The last
// cell of each line ends with the line's address. Markdown wants a head: one in
// which nothing stands has none of the text.
func (p *reportPage) table(t *report.Table) (text string, paragraphs int) {
	var b strings.Builder
	if t.Head == 0 {
		b.WriteString("|" + strings.Repeat("  |", t.Columns) + "\n" + rule(t))
	}
	for i, row := range t.Rows {
		for j, cell := range row.Cells {
			b.WriteString("| " + p.cell(row.Cells, j))
			if j+1 == t.Columns || row.Cells[j+1].Line != cell.Line {
				b.WriteString(" " + lineRef(cell.Line))
				paragraphs++
			}
			b.WriteByte(' ')
		}
		b.WriteString("|\n")
		if i+1 == t.Head {
			b.WriteString(rule(t))
		}
	}
	return b.String() + "\n", paragraphs
}

// caption writes a row of a Markdown table that captions it; "" for other lines.
func (p *reportPage) caption(of report.Paragraph) string {
	if of.Kind != report.Tabled || !p.r.IsPiped(of.Line) {
		return ""
	}
	for _, t := range p.r.Tables {
		for _, c := range t.Caption {
			if c.Line == of.Line {
				return p.cell([]report.Cell{c}, 0) + " " + lineRef(c.Line) + "\n\n"
			}
		}
	}
	return ""
}

// rule parts a table's head from its rows, and sets numbers to the right.
func rule(t *report.Table) string {
	var b strings.Builder
	for _, number := range t.Numbers {
		if number {
			b.WriteString("| ---: ")
		} else {
			b.WriteString("| --- ")
		}
	}
	return b.String() + "|\n"
}

// cell writes a cell without the marks around it. A mark of ours between two cells
// of a line stands in the first one.
func (p *reportPage) cell(cells []report.Cell, j int) string {
	c := cells[j]
	at := p.partAt(c.Line, c.Column)
	l := at.line(p)
	place := func(column int) int { return at.at(c.Line, column) }
	next := len(l.shown) + 1
	if j+1 < len(cells) && cells[j+1].Line == c.Line {
		next = place(cells[j+1].Column)
	}
	first := j == 0 || cells[j-1].Line != c.Line
	gaps := l.gaps
	l.gaps = nil
	for _, g := range gaps {
		if (place(c.Column) < g.at || first) && (g.at <= place(c.End) || g.at < next) {
			l.gaps = append(l.gaps, g)
		}
	}
	var text []string
	parts := p.r.Breaks(c)
	for i, part := range parts {
		piece := l
		piece.gaps = nil
		from, to := place(part.Column), place(part.End)
		for _, g := range l.gaps {
			if (i == 0 || from < g.at) && (i+1 == len(parts) || g.at < place(parts[i+1].Column)) {
				piece.gaps = append(piece.gaps, gap{max(from, min(g.at, to)), g.text})
			}
		}
		piece = piece.cut(from, to)
		if s := piece.markdown(0, len(piece.shown), false); s != "" {
			text = append(text, s)
		}
	}
	return strings.ReplaceAll(strings.Join(text, " "), "|", `\|`)
}

// mostNarrow columns can be read side by side on a narrow screen.
const mostNarrow = 4

// transformTables makes of the tables of a text those of the page: with ids and
// numbers of their lines, and with no head where it is empty.
func transformTables(body ast.Node) {
	for n := range children(body) {
		if t, ok := n.(*tables.Table); ok {
			class := "table"
			if len(t.Alignments) > mostNarrow {
				class += " wide"
			}
			frame := block("div", "class", class, "role", "region", "aria-label", "表格", "tabindex", "0")
			body.InsertBefore(body, n, frame)
			frame.AppendChild(frame, tableOf(t))
			body.RemoveChild(body, n)
		}
	}
}

func tableOf(t *tables.Table) *element {
	made := block("table")
	rows := block("tbody")
	for n := range children(t) {
		if _, head := n.(*tables.TableHeader); !head {
			rows.AppendChild(rows, rowOf(n, "td"))
		} else if n.FirstChild() != nil && !isEmptyRow(n) {
			top := block("thead")
			top.AppendChild(top, rowOf(n, "th", "scope", "col"))
			made.AppendChild(made, top)
		}
	}
	made.AppendChild(made, rows)
	return made
}

func isEmptyRow(row ast.Node) bool {
	for c := range children(row) {
		if c.HasChildren() {
			return false
		}
	}
	return true
}

// rowOf makes a row of the page, with a cell behind the others for the number of its
// line. A line has its id on the row or, where the row has several, on the cell. A
// cell that stands alone in its row goes over all columns.
func rowOf(n ast.Node, tag string, attrs ...string) *element {
	row := block("tr")
	lines, filled := 0, 0
	for c := range children(n) {
		if linesOf(c) > 0 {
			lines++
		}
	}
	number := block("td", "class", "number", "data-added", "")
	for c := range children(n) {
		cell := block(tag, slices.Clone(attrs)...)
		if of, ok := c.(*tables.TableCell); ok && of.Alignment == tables.AlignRight {
			cell.attrs = append(cell.attrs, "class", "end")
		}
		a, line := lastAddress(c), linesOf(c)
		if line > 0 {
			c.RemoveChild(c, a)
			link := permalink("line", line)
			if lines == 1 {
				row.attrs = append(row.attrs, "id", lineID(line))
				number.AppendChild(number, link)
			} else {
				cell.attrs = append(cell.attrs, "id", lineID(line))
				if number.FirstChild() == nil {
					number.AppendChild(number, link)
				}
			}
		}
		if line > 0 {
			trimSpace(c.LastChild())
		}
		if c.HasChildren() {
			filled++
		}
		for in := range children(c) {
			cell.AppendChild(cell, in)
		}
		row.AppendChild(row, cell)
	}
	if first := row.FirstChild().(*element); filled == 1 && first.HasChildren() && tag == "td" && row.ChildCount() > 1 {
		first.attrs = append(first.attrs, "colspan", strconv.Itoa(row.ChildCount()))
		for c := first.NextSibling(); c != nil; c = first.NextSibling() {
			row.RemoveChild(row, c)
		}
	}
	row.AppendChild(row, number)
	return row
}

// lastAddress is the address that ends a cell, or nil.
func lastAddress(cell ast.Node) *ast.Link {
	a, _ := cell.LastChild().(*ast.Link)
	return a
}

// linesOf is the line whose address ends a cell, or 0.
func linesOf(cell ast.Node) int {
	if a := lastAddress(cell); a != nil {
		return lineOf(a.Destination)
	}
	return 0
}

// placeCaptions puts the paragraphs that caption a table into it.
func placeCaptions(body ast.Node, kinds map[int]string, blocks map[ast.Node][]int) {
	for n := range children(body) {
		frame, ok := n.(*element)
		if !ok || !strings.HasPrefix(frame.get("class"), "table") {
			continue
		}
		caption := block("caption")
		for before := frame.PreviousSibling(); before != nil; before = frame.PreviousSibling() {
			if lines := blocks[before]; len(lines) == 0 || kinds[lines[0]] != string(captionKind) {
				break
			}
			body.RemoveChild(body, before)
			caption.InsertBefore(caption, caption.FirstChild(), before)
		}
		if first := caption.FirstChild(); first != nil {
			frame.attrs = slices.Concat(frame.attrs[:4], []string{"aria-labelledby", id(first)}, frame.attrs[6:])
			table := frame.FirstChild()
			table.InsertBefore(table, table.FirstChild(), caption)
		}
	}
}
