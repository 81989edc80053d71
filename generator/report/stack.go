package report

import (
	"strings"

	"jianzhu/generator/pattern"
)

const (
	mostColumns = 8  // of a table whose cells have a line each
	longestCell = 40 // in runes, of such a cell
)

var (
	// firstHead opens the head of a table, property closes a row of one with targets.
	firstHead = pattern.MustCompile(`^(?:序号|类别|分类|领域|指标|指标名称|主要指标|项目|项目名称|事项|重点事项|事项名称|名称|产品名称)$`)
	property  = pattern.MustCompile(`^(?:预期性|约束性)(?:指标)?$`)
	grouping  = pattern.MustCompile(`^(?:序号|类别|分类|领域)$`)
	ofGoals   = pattern.MustCompile(`^(?:属性|指标属性|指标性质|性质)$`)
)

// stackAt is what may be a table whose cells have a line each: the words of its head
// one below the other, then its rows in turn. It is one only if every row says so:
// by the property that closes it, or by values and words that alternate alike.
func (d *draft) stackAt(i int) (g grid) {
	if !firstHead.MatchString(d.rows[i].form.text) {
		return g
	}
	n := 0
	for ; i+n < len(d.rows) && n <= mostColumns && headWord.MatchString(d.rows[i+n].form.text) && d.makingAt(i+n) == noRow; n++ {
		if n > 0 && firstHead.MatchString(d.rows[i+n].form.text) && !grouping.MatchString(d.rows[i].form.text) {
			break
		}
	}
	if n < 2 || n > mostColumns {
		return g
	}
	g.take(d.rows[i : i+n])
	if ofGoals.MatchString(d.rows[i+n-1].form.text) {
		d.takeGoals(&g, i+n, n)
	} else {
		d.takeTurns(&g, i+n, n)
	}
	if len(g.cells) <= fewestPlain {
		return grid{}
	}
	return g
}

// take adds lines as the cells of one row.
func (g *grid) take(rows []*row) {
	var cells []Cell
	for _, r := range rows {
		cells = append(cells, Cell{r.line, r.column[0], r.end(len(r.runes))})
	}
	g.rows, g.cells = append(g.rows, rows...), append(g.cells, cells)
}

func isCell(r *row) bool {
	return r.kind == Text && len(r.runes) <= longestCell && !strings.ContainsAny(r.form.text, "。;!?")
}

// takeGoals takes rows of n cells that end in a property. Where the first column
// groups them, a row may lack it.
func (d *draft) takeGoals(g *grid, i, n int) {
	groups := grouping.MatchString(g.rows[0].form.text)
	for {
		size := 0
		for i+size < len(d.rows) && size < n && isCell(d.rows[i+size]) {
			size++
			if property.MatchString(d.rows[i+size-1].form.text) {
				break
			}
		}
		if size == 0 || !property.MatchString(d.rows[i+size-1].form.text) || size != n && !(groups && size == n-1) {
			return
		}
		g.take(d.rows[i : i+size])
		last := len(g.cells) - 1
		g.cells[last] = padded(g.cells[last], n-size, 0)
		i += size
	}
}

// takeTurns takes rows of n cells whose columns have either values or words, at
// least one of each.
func (d *draft) takeTurns(g *grid, i, n int) {
	var valued []bool
	for ; i+n <= len(d.rows); i += n {
		rows := d.rows[i : i+n]
		values := 0
		for j, r := range rows {
			value := isValue(r.form.text)
			if !isCell(r) || len(valued) == n && value != valued[j] {
				return
			}
			if value {
				values++
			}
		}
		if values == 0 || values == n {
			return
		}
		if valued == nil {
			for _, r := range rows {
				valued = append(valued, isValue(r.form.text))
			}
		}
		g.take(rows)
	}
}
