package report

import "strings"

// row is a paragraph on its way, with what the steps find out about it: first each
// line that is not blank, later what is read as one.
type row struct {
	line   int    // on which it begins
	begin  int    // column on that line
	lines  []int  // all that it takes in
	starts []int  // where each begins in source
	text   string // as received
	source []rune // the same
	form
	bold     int // runes that it begins with in bold
	kind     Kind
	opening  *opening // the heading or lead it begins with
	items    []Entry
	back     int  // it stands again directly in the section of this level
	listed   bool // an entry of a list, a row of a table: neither heading nor hurt by ending openly
	counts   bool // its number counts paragraphs and heads nothing
	contents bool // an entry of a printed table of contents
	open     bool // it ends in mid-sentence, so that the next line begins nothing

	heads    bool             // it heads a list of explained words
	inList   bool             // it stands in one
	explains DefinitionSource // it begins an entry of one
	label    entryLabel       // the entry's

	joined *joined // nil where it is one line, or a part of one
}

// joined is the text of a row of several lines, which grows with each.
type joined struct{ text, form strings.Builder }

// opening is an outline entry before it has a place in the tree.
type opening struct {
	Entry
	style *style // of its number; nil where it has none
	value int    // of its number; 0 where it has none
	part  bool   // it has no number and may contain numbered ones
	outer bool   // a lead that contains other leads
	words bool   // it has the words of a part of the whole report
}

func rowsOf(lines []Line) []*row {
	var rows []*row
	for i, line := range lines {
		if r := newRow(i+1, 0, line.Text); len(r.runes) > 0 {
			rows = append(rows, r)
		}
	}
	return rows
}

func newRow(line, from int, text string) *row {
	source := []rune(text)
	marks := marksOf(source)
	f := formWithout(source, marks)
	bold := 0
	for bold < len(f.column) && f.column[bold] < marks.bold {
		bold++
	}
	return &row{
		bold: bold, line: line, begin: from, lines: []int{line}, starts: []int{0},
		text: text, source: source, form: f, kind: Text, listed: isPiped(source) || len(cells(source, f.column)) > 0,
	}
}

// add takes in a row that goes on from this one. It copies what is there only the
// first time: the row may be a part of a line.
func (r *row) add(below *row) {
	n := len(r.source)
	if r.joined == nil {
		r.joined = &joined{}
		r.joined.text.WriteString(r.text)
		r.joined.form.WriteString(r.form.text)
		r.source = r.source[:n:n]
	}
	for i, line := range below.lines {
		r.lines, r.starts = append(r.lines, line), append(r.starts, n+below.starts[i])
	}
	r.source = append(r.source, below.source...)
	for _, column := range below.column {
		r.column = append(r.column, n+column)
	}
	for _, offset := range below.offset {
		r.offset = append(r.offset, int32(len(r.form.text))+offset)
	}
	r.runes = append(r.runes, below.runes...)
	r.joined.text.WriteString(below.text)
	r.joined.form.WriteString(below.form.text)
	r.text, r.form.text = r.joined.text.String(), r.joined.form.String()
}

// split are the parts of a row, cut before the runes at the given indexes.
func (r *row) split(at []int) []*row {
	var parts []*row
	start := 0
	for _, i := range append(at, len(r.runes)) {
		end := len(r.source)
		if i < len(r.runes) {
			end = r.column[i]
		}
		if start < end {
			parts = append(parts, newRow(r.line, r.begin+start, string(r.source[start:end])))
		}
		start = end
	}
	return parts
}

// paragraph is the row as the report has it; its section is given by nest.
func (r *row) paragraph() Paragraph {
	p := Paragraph{Line: r.line, Column: r.begin, Kind: r.kind, Text: r.text}
	if len(r.lines) > 1 {
		p.Lines, p.starts = r.lines, r.starts
	}
	return p
}

// words is what the source has for the form's runes from i to j.
func (r *row) words(i, j int) string {
	if i >= j {
		return ""
	}
	return string(r.source[r.column[i]:r.end(j)])
}

// place is where the rune i of the form stands in the source.
func (r *row) place(i int) (line, column int) {
	return r.paragraph().Place(r.column[i])
}

// placeEnd is where what ends before the rune i ends in the source.
func (r *row) placeEnd(i int) (line, column int) {
	return r.paragraph().PlaceEnd(r.end(i))
}

// entry is an outline entry of this row: its number from rune i to numbered, its
// title from title to j. A number that a line's end parts from its title is left
// on the line above.
func (r *row) entry(kind EntryKind, i, numbered, title, j int) Entry {
	p := r.paragraph()
	line, column := p.Place(r.column[i])
	if title > i && title < j {
		if of, _ := p.Place(r.column[title]); of != line {
			line, column = of, 0
		}
	}
	return Entry{
		Kind:   kind,
		Number: r.words(i, numbered),
		Title:  r.words(title, j),
		Line:   line, Column: column, End: column + r.end(j) - p.Offset(line, column), TitleLine: line,
	}
}

// body is the index in the form after the heading or lead the row begins with.
func (r *row) body() int {
	if r.opening == nil {
		return 0
	}
	end := r.paragraph().Offset(r.opening.Line, r.opening.End)
	i := 0
	for i < len(r.column) && r.column[i] < end {
		i++
	}
	return i
}
