package report

import (
	"slices"
	"strings"

	"jianzhu/generator/pattern"
)

// Table is a table in the text. The lines of its rows, and those that caption it
// and head nothing else, are paragraphs of kind table.
type Table struct {
	Caption []Cell // what stands above the rows: its title, its unit
	Columns int
	Numbers []bool // by column: most of its cells have a number
	Head    int    // how many of Rows, the first ones, are its head: 0 or 1
	Rows    []TableRow
}

// TableRow has a cell for each column, one after the other. They stand on one
// line or, where a converter gave each a line, on several.
type TableRow struct{ Cells []Cell }

// Cell is a part of a line without the white space and marks around it; where
// nothing stands in the cell, Column is End.
type Cell struct{ Line, Column, End int }

// Lines are the lines of a row, in order.
func (r TableRow) Lines() (all []int) {
	for _, c := range r.Cells {
		if len(all) == 0 || all[len(all)-1] != c.Line {
			all = append(all, c.Line)
		}
	}
	return all
}

// Breaks are the parts of a cell between the marks with which a converter ends a
// line in it.
func (r *Report) Breaks(c Cell) (parts []Cell) {
	text := []rune(r.Line(c.Line))
	from := c.Column
	for i := c.Column; i < c.End; i++ {
		if text[i] != '<' {
			continue
		}
		if at := lineBreak.FindStringIndex(string(text[i:c.End])); at != nil && at[0] == 0 {
			parts = append(parts, Cell{c.Line, from, i})
			from = i + at[1]
		}
	}
	return append(parts, Cell{c.Line, from, c.End})
}

// IsPiped reports whether a line of a table is one of a Markdown table's: the marks
// around its cells are the converter's.
func (r *Report) IsPiped(line int) bool { return isPiped([]rune(r.Line(line))) }

// tableMarks counts what of the tables is no text: the marks around cells.
func tableMarks(r *Report) (n int) {
	count := func(cells []Cell) {
		for i, c := range cells {
			if !r.IsPiped(c.Line) {
				continue
			}
			if i > 0 && cells[i-1].Line == c.Line {
				continue
			}
			text := []rune(r.Line(c.Line))
			for j := range text {
				if isPipe(text, j) {
					n++
				}
			}
		}
	}
	for _, t := range r.Tables {
		for _, c := range t.Caption {
			count([]Cell{c})
		}
		for _, row := range t.Rows {
			count(row.Cells)
		}
	}
	return n
}

// Cell is the text of a cell as received.
func (r *Report) Cell(c Cell) string {
	return string([]rune(r.Line(c.Line))[c.Column:c.End])
}

// TableAt is the table that has a line as one of its rows, or nil.
func (r *Report) TableAt(line int) *Table {
	i, _ := slices.BinarySearchFunc(r.Tables, line, func(t Table, line int) int {
		last := t.Rows[len(t.Rows)-1].Lines()
		return last[len(last)-1] - line
	})
	if i < len(r.Tables) && r.Tables[i].Rows[0].Cells[0].Line <= line {
		return &r.Tables[i]
	}
	return nil
}

// findTables finds the tables: rows that are made alike, one below the other, and
// rows whose cells have a line each. What cannot be told apart stays as lines.
func (d *draft) findTables() {
	for i := 0; i < len(d.rows); {
		g, m := d.gridAt(i)
		t := (*Table)(nil)
		if m != noRow {
			t = g.table(m)
		} else if g = d.stackAt(i); len(g.rows) > 0 {
			t = g.asTable(1)
		}
		if t == nil {
			i++
			continue
		}
		i = d.setTable(g, t)
	}
	d.setMarksAside()
}

// setTable makes a table of rows, with what captions it, and returns where the text
// goes on.
func (d *draft) setTable(g grid, t *Table) int {
	for _, r := range g.rows {
		r.kind, r.listed = Tabled, true
	}
	last := g.rows[len(g.rows)-1]
	for _, r := range g.marks {
		r.kind = markup
		if r.line > last.line {
			last = r
		}
	}
	first := slices.Index(d.rows, g.rows[0])
	for _, c := range g.captions {
		i := slices.IndexFunc(d.rows, func(r *row) bool { return r.line == c.Line })
		d.rows[i].kind, d.rows[i].listed = Tabled, true
		first = min(first, i)
	}
	t.Caption = append(d.captions(first), g.captions...)
	d.report.Tables = append(d.report.Tables, *t)
	return slices.Index(d.rows, last) + 1
}

// markup is the kind, on the way, of lines that are set aside.
const markup Kind = "markup"

func (d *draft) setMarksAside() {
	d.rows = slices.DeleteFunc(d.rows, func(r *row) bool {
		if r.kind == markup {
			d.report.Debris = append(d.report.Debris, Debris{r.line, Markup, r.text})
		}
		return r.kind == markup
	})
	slices.SortStableFunc(d.report.Debris, func(a, b Debris) int { return a.Line - b.Line })
}

const (
	longestCaption = 40 // in runes
	mostCaptions   = 2  // the title, the unit
)

var (
	captionNumber = pattern.MustCompile(`^(?:附?表|图表|续表)(?:\d{1,2}|` + numeral + `)?[:、.]?`)
	captionWord   = pattern.MustCompile(`(?:表|情况|指标|目标|汇总|一览|安排|计划|清单|数据|构成|统计|速度|产量|分类|完成)(?:\([^()]*\))?(?:\[\d{1,3}\])?$`)
	unitOfTable   = pattern.MustCompile(`^\(?(?:金额|计量)?单位:`)
)

// captions are the lines above row i that caption a table. A heading stays one:
// it heads the table all the same.
func (d *draft) captions(i int) (all []Cell) {
	for n := 1; n <= mostCaptions && i-n >= 0; n++ {
		r := d.rows[i-n]
		if r.kind != Text || len(r.runes) > longestCaption || strings.ContainsAny(r.form.text, "。;") || r.last() == ':' {
			break
		}
		unit := unitOfTable.MatchString(r.form.text)
		text := plainForm(r.text)
		if !unit && !captionNumber.MatchString(text) && !captionWord.MatchString(text) {
			break
		}
		all = slices.Insert(all, 0, Cell{r.line, r.column[0], r.end(len(r.runes))})
		_, decided := d.report.Meta.Decisions.Outline[r.line]
		if styleOf(r.form) == nil && !decided {
			r.kind, r.listed = Tabled, true
		}
		if !unit {
			break
		}
	}
	return all
}

// lineBreak is what a converter writes where a line ends in a cell.
var lineBreak = pattern.MustCompile(`<br */?>`)

// plainForm is a text in the form that rules see, without the marks that converters
// leave in it.
func plainForm(text string) string {
	return strings.ReplaceAll(folded(lineBreak.ReplaceAllString(text, "")), "**", "")
}
