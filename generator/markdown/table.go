package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
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
