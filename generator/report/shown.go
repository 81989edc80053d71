package report

import "slices"

// Shown is a line as displayed.
type Shown struct {
	Text    []rune
	columns []int // for each column of the source, and for its end, where in Text it is
}

// Show returns a line as it is shown; see [Display].
func Show(line string) Shown {
	glyphs := Display(line)
	s := Shown{make([]rune, 0, len(glyphs)), make([]int, 0, len(glyphs)+1)}
	for _, g := range glyphs {
		s.columns = append(s.columns, len(s.Text))
		if g.Shown != 0 {
			s.Text = append(s.Text, g.Shown)
		}
	}
	s.columns = append(s.columns, len(s.Text))
	return s
}

// At is where a column of the source is in Text; beyond the line, its end.
func (s Shown) At(column int) int {
	if column < len(s.columns) {
		return s.columns[max(0, column)]
	}
	return len(s.Text)
}

// Columns are the columns of the source from which to which a part of Text goes.
func (s Shown) Columns(from, to int) (start, end int) {
	start, _ = slices.BinarySearch(s.columns, from)
	end, _ = slices.BinarySearch(s.columns, to)
	return start, end
}

// Between is the part of the line between two columns of the source.
func (s Shown) Between(from, to int) string {
	return string(s.Text[s.At(from):max(s.At(from), s.At(to))])
}
