package report

import (
	"slices"
	"unicode"

	"jianzhu/generator/pattern"
)

// making is how the columns of a row are parted.
type making int

const (
	noRow  making = iota
	byPipe        // | a | b |, as Markdown has it
	byTab         // by tabs or the marks of Word's cells
	byGap         // by two spaces and more, or an ideographic one
	byWord        // by single spaces, where there are many
)

// makingOf tells how a line is made, if it is a row.
func makingOf(source []rune, solid []int) making {
	switch {
	case isPiped(source):
		return byPipe
	case slices.ContainsFunc(between(source, solid), isCellEnd):
		return byTab
	case len(cells(source, solid)) == 0:
		if wide := gaps(source, solid); len(wide) == 1 && len(solid) <= longestLabel && isValue(formOf(source[solid[wide[0]]:]).text) && !isSentence(source, "。;；") {
			return byGap // of two columns
		}
		return noRow
	case len(gaps(source, solid)) >= fewestGaps:
		return byGap
	}
	return byWord
}

// between is a line without the white space around it.
func between(source []rune, solid []int) []rune {
	if len(solid) == 0 {
		return nil
	}
	return source[solid[0] : solid[len(solid)-1]+1]
}

func isCellEnd(r rune) bool { return r == '\t' || r == cellMark }

// isPiped tells a row of a Markdown table: of two columns and more, each with its
// mark before and after it.
func isPiped(source []rune) bool {
	from, to := 0, len(source)
	for from < to && unicode.IsSpace(source[from]) {
		from++
	}
	for to > from && unicode.IsSpace(source[to-1]) {
		to--
	}
	if to-from < fewestPipes || source[from] != '|' || !isPipe(source, to-1) {
		return false
	}
	n := 0
	for i := from; i < to && n < fewestPipes; i++ {
		if isPipe(source, i) {
			n++
		}
	}
	return n >= fewestPipes
}

const fewestPipes = 3 // around two columns

// isPipe tells a mark between columns from one that is text.
func isPipe(source []rune, i int) bool { return source[i] == '|' && (i == 0 || source[i-1] != '\\') }

// delimiter is the line that Markdown sets between a table's head and its rows.
var delimiter = pattern.MustCompile(`^\|(?::?-+:?\|)+$`)

// emptyRow is one in which nothing stands.
var emptyRow = pattern.MustCompile(`^\|{2,}$`)

// cut cuts a line into its cells. Every mark or tab parts two, so that there are
// empty ones; several spaces part no more than one does.
func cut(source []rune, solid []int, m making) (all []Cell) {
	add := func(from, to int) {
		for from < to && isWhite(source[from]) {
			from++
		}
		for to > from && isWhite(source[to-1]) {
			to--
		}
		all = append(all, Cell{Column: from, End: to})
	}
	from, to := 0, len(source)
	switch m {
	case byPipe:
		from, to = solid[0]+1, solid[len(solid)-1]
		for i := from; i < to; i++ {
			if isPipe(source, i) {
				add(from, i)
				from = i + 1
			}
		}
	case byTab:
		to = len(source)
		for i := from; i < to; i++ {
			if isCellEnd(source[i]) {
				add(from, i)
				from = i + 1
			}
		}
	case byGap, byWord:
		at := gaps(source, solid)
		if m == byWord {
			at = cells(source, solid)
		}
		for _, i := range at {
			add(from, solid[i])
			from = solid[i]
		}
	}
	add(from, to)
	return all
}

const (
	fewestRows   = 2 // of a table
	fewestPlain  = 3 // of one without a head, or of two columns
	longestGroup = 20
)
