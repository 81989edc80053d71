package report

import "slices"

// Shown is a line as displayed.
type Shown struct {
	Text    []rune
	columns []int32 // for each column of the source, and for its end, where in Text it is; nil where all is shown
}

// Show returns a line as it is shown; see [Display]. What is shown of a paragraph is
// made once: see [Paragraph.Shown].
func Show(line string) Shown { return showing(line, nil) }

// showing is Show, and counts what is changed unless changed is nil.
func showing(line string, changed map[ChangeKind]int) Shown {
	if !changes(line) {
		return Shown{Text: []rune(line)}
	}
	d := displays.Get().(*display)
	defer displays.Put(d)
	glyphs := d.of(line)
	s := Shown{Text: make([]rune, 0, len(glyphs))}
	for _, g := range glyphs {
		if g.Shown != 0 {
			s.Text = append(s.Text, g.Shown)
		}
		if g.Change != "" && changed != nil {
			changed[g.Change]++
		}
	}
	if len(s.Text) == len(glyphs) {
		return s
	}
	s.columns = make([]int32, 0, len(glyphs)+1)
	at := int32(0)
	for _, g := range glyphs {
		s.columns = append(s.columns, at)
		if g.Shown != 0 {
			at++
		}
	}
	s.columns = append(s.columns, at)
	return s
}

// Of is what is shown for a column of the source, 0 where nothing is.
func (s Shown) Of(column int) rune {
	if at := s.At(column); at < s.At(column+1) {
		return s.Text[at]
	}
	return 0
}

// At is where a column of the source is in Text; beyond the line, its end.
func (s Shown) At(column int) int {
	if s.columns == nil {
		return max(0, min(column, len(s.Text)))
	}
	if column < len(s.columns) {
		return int(s.columns[max(0, column)])
	}
	return len(s.Text)
}

// Columns are the columns of the source from which to which a part of Text goes.
func (s Shown) Columns(from, to int) (start, end int) {
	if s.columns == nil {
		return min(from, len(s.Text)+1), min(to, len(s.Text)+1)
	}
	start, _ = slices.BinarySearch(s.columns, int32(from))
	end, _ = slices.BinarySearch(s.columns, int32(to))
	return start, end
}

// Between is the part of the line between two columns of the source.
func (s Shown) Between(from, to int) string {
	return string(s.Text[s.At(from):max(s.At(from), s.At(to))])
}
