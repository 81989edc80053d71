package report

import (
	"slices"
	"strings"

	"jianzhu/generator/pattern"
)

// grid is a table on its way.
type grid struct {
	rows   []*row
	cells  [][]Cell
	marks  []*row // lines among the rows that are the converter's: rules, rows of nothing
	headed bool   // its first row is its head by a rule below it

	captions []Cell // of first rows that have nothing but a caption
}

func (g *grid) add(r *row, cells []Cell) {
	for i := range cells {
		cells[i].Line = r.line
	}
	g.rows, g.cells = append(g.rows, r), append(g.cells, cells)
}

// gridAt is what may be a table from row i of the text on: rows that are made
// alike, one below the other.
func (d *draft) gridAt(i int) (g grid, m making) {
	if m = d.makingAt(i); m == noRow {
		return g, m
	}
	if i > 0 && m != byPipe && d.makingAt(i-1) == noRow && d.rows[i-1].kind == Text {
		if head := headCells(d.rows[i-1], m); len(head) == len(cut(d.rows[i].source, d.rows[i].column, m)) {
			g.add(d.rows[i-1], head)
		}
	}
	for j := i; j < len(d.rows); j++ {
		r := d.rows[j]
		if m == byPipe && j > i && r.line != d.rows[j-1].line+1 {
			break
		}
		switch now := d.makingAt(j); {
		case now == byPipe && now == m && (delimiter.MatchString(r.form.text) || emptyRow.MatchString(r.form.text)):
			g.headed = g.headed || len(g.rows) == 1 && len(g.marks) == 0
			g.marks = append(g.marks, r)
			continue
		case now == m:
			g.add(r, cut(r.source, r.column, m))
			continue
		case now == noRow && m != byPipe && j+1 < len(d.rows) && d.makingAt(j+1) == m && isGroup(r):
			g.add(r, []Cell{{Column: r.column[0], End: r.end(len(r.runes))}})
			continue
		}
		break
	}
	return g, m
}

// makingAt is how row i is made, if it can be a table's.
func (d *draft) makingAt(i int) making {
	r := d.rows[i]
	given := d.report.Meta.Decisions
	_, kind := given.Kind[r.line]
	_, opening := given.Outline[r.line]
	if kind || opening || r.kind != Text || r.contents || r.inList {
		return noRow
	}
	return makingOf(r.source, r.column)
}

// isGroup tells a short line that heads some rows of a table.
func isGroup(r *row) bool {
	s := styleOf(r.form)
	return len(r.runes) <= longestGroup && r.kind == Text && !strings.ContainsAny(r.form.text, "。;:,!?") && !captionNumber.MatchString(r.form.text) &&
		(s == nil || s.name == "一、" || s.name == "(一)" || s.name == "1、")
}

// headCells are the cells of a line that is no row by itself but may head some: its
// words are parted as columns are, but some are spread too: 指  标  绝对数.
func headCells(r *row, m making) (all []Cell) {
	if len(r.runes) > longestHeading || isSentence(r.runes, "。;!?") {
		return nil
	}
	parting := gaps(r.source, r.column)
	if m == byWord {
		parting = spaces(r.source, r.column)
	}
	from, alone := 0, false
	for _, to := range append(slices.Clone(parting), len(r.runes)) {
		one := to == from+1 && isHan(r.source[r.column[from]])
		if alone && one {
			all[len(all)-1].End, alone = r.end(to), false
		} else {
			all = append(all, Cell{Column: r.column[from], End: r.end(to)})
			alone = one
		}
		from = to
	}
	return all
}

// text is what stands in a cell as rules see it.
func (g *grid) text(i, j int) string {
	c := g.cells[i][j]
	for _, r := range g.rows[i:] { // of a stack, a row has several
		if r.line == c.Line {
			return plainForm(string(r.source[c.Column:c.End]))
		}
	}
	return ""
}

// table is the grid as a table, or nil where its columns cannot be told apart.
func (g *grid) table(m making) *Table {
	if !g.place(m) {
		g.keepAlike()
		if len(g.rows) < fewestPlain || !g.place(m) {
			return nil
		}
	}
	g.dropEmpty()
	g.liftCaptions()
	if len(g.rows) == 0 {
		return nil
	}
	t := g.asTable(g.head())
	values := 0
	for _, number := range t.Numbers {
		if number {
			values++
		}
	}
	few := len(g.rows) < fewestRows && !g.headed ||
		len(g.rows) < fewestPlain && m != byPipe && (t.Head == 0 || t.Columns == 2)
	switch {
	case few, t.Columns < 2:
		return nil
	case m != byPipe && t.Columns == 2 && !g.isPaired():
		return nil
	case m == byGap && t.Head == 0 && values == 0, m == byWord && (t.Head == 0 || values == 0):
		return nil
	}
	return t
}

// asTable is the grid as it stands, with the first rows as its head.
func (g *grid) asTable(head int) *Table {
	t := &Table{Columns: len(g.cells[0]), Head: head}
	for j := range t.Columns {
		t.Numbers = append(t.Numbers, g.isValues(j))
	}
	for _, cells := range g.cells {
		t.Rows = append(t.Rows, TableRow{cells})
	}
	return t
}

// place gives every row a cell for each column, and reports whether it could. A row
// that lacks some has them before its own, as where cells of several rows are
// one, or behind, as where nothing stands in the last ones: what its values say.
func (g *grid) place(m making) bool {
	if m == byTab && !g.isEven() {
		g.closeUp()
	}
	columns, full := 0, 0
	for _, cells := range g.cells {
		columns = max(columns, len(cells))
	}
	for _, cells := range g.cells {
		if len(cells) == columns {
			full++
		}
	}
	if full < fewestRows && m != byPipe || m == byWord && full < len(g.cells) {
		return false
	}
	valued := make([]bool, columns)
	for j := range valued {
		valued[j] = g.valuesOf(j, columns)
	}
	for i, cells := range g.cells {
		lacks := columns - len(cells)
		before := 0
		if lacks > 0 && len(cells) > 1 && m != byPipe {
			left, right := g.alike(i, valued, 0), g.alike(i, valued, lacks)
			if left == right {
				return false
			}
			if right > left {
				before = lacks
			}
		}
		g.cells[i] = padded(cells, before, lacks-before)
	}
	return true
}

func padded(cells []Cell, before, behind int) []Cell {
	all := make([]Cell, 0, len(cells)+before+behind)
	first, last := cells[0], cells[len(cells)-1]
	for range before {
		all = append(all, Cell{first.Line, first.Column, first.Column})
	}
	all = append(all, cells...)
	for range behind {
		all = append(all, Cell{last.Line, last.End, last.End})
	}
	return all
}

func (g *grid) isEven() bool {
	return !slices.ContainsFunc(g.cells, func(cells []Cell) bool { return len(cells) != len(g.cells[0]) })
}

// closeUp takes several tabs for one where all rows have as many cells then.
func (g *grid) closeUp() {
	closed := make([][]Cell, len(g.cells))
	for i, cells := range g.cells {
		closed[i] = slices.DeleteFunc(slices.Clone(cells), func(c Cell) bool { return c.Column == c.End })
		if len(closed[i]) != len(closed[0]) {
			return
		}
	}
	g.cells = closed
}

// keepAlike keeps the first rows, as long as they have as many cells.
func (g *grid) keepAlike() {
	for i, cells := range g.cells {
		if len(cells) != len(g.cells[0]) {
			g.rows, g.cells = g.rows[:i], g.cells[:i]
			return
		}
	}
}

// alike counts the cells of row i that are values where their columns have values,
// and text where those have text, if so many columns stand before them.
func (g *grid) alike(i int, valued []bool, before int) (n int) {
	for j := range g.cells[i] {
		if isValue(g.text(i, j)) == valued[j+before] {
			n++
		}
	}
	return n
}

// valuesOf reports whether most rows that have all columns have a value in one.
func (g *grid) valuesOf(column, columns int) bool {
	values, rows := 0, 0
	for i, cells := range g.cells {
		if len(cells) == columns && i > 0 {
			rows++
			if isValue(g.text(i, column)) {
				values++
			}
		}
	}
	return values*2 > rows
}

func (g *grid) isValues(column int) bool { return g.valuesOf(column, len(g.cells[0])) }

// dropEmpty takes out the columns in which no row has anything.
func (g *grid) dropEmpty() {
	for j := len(g.cells[0]) - 1; j >= 0; j-- {
		if slices.ContainsFunc(g.cells, func(cells []Cell) bool { return cells[j].Column < cells[j].End }) {
			continue
		}
		for i := range g.cells {
			g.cells[i] = slices.Delete(g.cells[i], j, j+1)
		}
	}
}

// liftCaptions takes the first rows out that have nothing but a caption.
func (g *grid) liftCaptions() {
	for len(g.rows) > 0 {
		for _, c := range g.cells[0][1:] {
			if c.Column < c.End {
				return
			}
		}
		if text := g.text(0, 0); !captionNumber.MatchString(text) && !unitOfTable.MatchString(text) {
			return
		}
		g.captions = append(g.captions, g.cells[0][0])
		g.rows, g.cells, g.headed = g.rows[1:], g.cells[1:], false
	}
}

// head is how many rows are the head: 1, or 0 where the first row is like the others.
func (g *grid) head() int {
	if g.headed {
		return 1
	}
	words, values, below := 0, 0, 0
	for j := range g.cells[0] {
		if text := g.text(0, j); headWord.MatchString(text) {
			words++
		} else if isValue(text) {
			values++
		}
		if g.isValues(j) {
			below++
		}
	}
	if values == 0 && (words > 1 || words > 0 && below > 0) {
		return 1
	}
	return 0
}

// isPaired tells rows of two columns from numbered lines and from sentences.
func (g *grid) isPaired() bool {
	numbers, long := 0, 0
	for i := range g.cells {
		f := formOf([]rune(g.text(i, 0)))
		if s, _, title := numbered(f); s != nil || title > 0 || lineNumber.MatchString(f.text) {
			numbers++
		}
		if len(f.runes) == 0 || len(f.runes) > longestLabel || strings.ContainsAny(f.text, "。;") {
			long++
		}
	}
	return numbers*2 < len(g.cells) && long == 0
}

var lineNumber = pattern.MustCompile(`^\(?(?:\d{1,3}|` + numeral + `)\)?$`)

// headWord is what stands in a table's head.
var headWord = pattern.MustCompile(`^(?:序号|编号|类别|分类|类型|领域|指标|指标名称|主要指标|规划指标|项目|项目名称|名称|产品名称|品名|事项|事项名称|重点事项|地区|单位|计量单位|属性|指标属性|指标性质|性质|备注|内容|具体内容|主要内容|数值|指标值|数量|绝对数|比重|产量|总量|年末数|目标|目标值|规划目标|规划值|现状值|基期值|基数|实际|完成情况|实际进度|进度|牵头单位|责任单位|实施单位|建设规模|总投资|年均.{0,12}|累计.{0,8}|.{0,6}比.{0,4}增长.{0,6}|增长.{0,6}|增速.{0,6}|.{0,3}(?:19|20)\d\d年?.{0,8}|“?十.五”?.{0,8})(?:\([^()]{1,8}\))?$`)

var (
	anyFigure = pattern.MustCompile(`\d`)
	aYear     = pattern.MustCompile(`^(?:19|20)\d\d(?:年.{0,4}|[-—–~](?:19|20)\d\d年?)?$`)
	noValue   = pattern.MustCompile(`^[-—–―~/…·*]{1,6}$`)
	valueForm = pattern.MustCompile(`^[\[(【〔<>≥≤≈±+\-—–－~约]*\d[\d,.]*(?:[-—–~]\d[\d,.]*)?[\])】〕*%‰]*[^\d,。;:]{0,6}(?:\([^()]{0,6}\)|\[[^\[\]]{0,6}\])?$`)
)

// isValue tells a cell with a number, or a mark that there is none, from text.
func isValue(text string) bool {
	if noValue.MatchString(text) {
		return true
	}
	return anyFigure.MatchString(text) && valueForm.MatchString(text) && !aYear.MatchString(text)
}
