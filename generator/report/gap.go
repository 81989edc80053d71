package report

import (
	"slices"
	"strings"
	"unicode"

	"jianzhu/generator/script"
)

// gaps are the runes that stand behind a gap as columns have it: a tab, a cell
// mark, an ideographic space or two other spaces. solid are the columns of a line's
// runes that are not white space.
func gaps(source []rune, solid []int) []int {
	if isClosed(solid) {
		return nil
	}
	var all []int
	for i := 1; i < len(solid); i++ {
		switch between := white(source[solid[i-1]+1 : solid[i]]); {
		case len(between) > 1, len(between) == 1 && (between[0] == '\t' || between[0] == '\u3000' || between[0] == cellMark):
			all = append(all, i)
		}
	}
	return all
}

// isClosed tells a line with no gap at all, as most are.
func isClosed(solid []int) bool {
	n := len(solid)
	return n == 0 || solid[n-1]-solid[0] == n-1
}

// white is what is white in what stands between two runes; a converter's marks
// are not.
func white(between []rune) []rune {
	if !slices.ContainsFunc(between, func(r rune) bool { return !isWhite(r) && !script.IsIgnorable(r) }) {
		return between
	}
	return slices.DeleteFunc(slices.Clone(between), func(r rune) bool { return !isWhite(r) })
}

const (
	fewestGaps    = 2 // of a table's row, where they are wide
	fewestSpaces  = 4 // of one whose columns only a space parts
	fewestFigures = 2 // at the end of one that begins with a name
	longestPage   = 3 // of a page's number, in figures
)

// cells are the gaps between the columns of a table's row; there are none in
// other lines. A row has no sentence and is not torn.
func cells(source []rune, solid []int) []int {
	if isClosed(solid) {
		return nil
	}
	wide := gaps(source, solid)
	if len(wide) > 0 && slices.Contains(source, cellMark) {
		return wide
	}
	if len(wide) >= fewestGaps && (slices.Contains(source, '\t') || !isSentence(source, "。") && !isTorn(source, solid, wide)) {
		return wide
	}
	all := spaces(source, solid)
	if len(all) >= fewestSpaces && !isSentence(source, "。，、；：！？,;:!?") && !isTorn(source, solid, all) {
		return all
	}
	if figures := figuresBehind(source, solid, all); len(figures) >= fewestFigures && !isSentence(source, "。，；！？,;!?") {
		return figures
	}
	return nil
}

// spaces are the runes that stand behind white space, one or more.
func spaces(source []rune, solid []int) (all []int) {
	for i := 1; i < len(solid); i++ {
		if len(white(source[solid[i-1]+1:solid[i]])) > 0 {
			all = append(all, i)
		}
	}
	return all
}

// figuresBehind are the gaps before the figures in which a line ends, behind a name and
// each by itself: 粮食 49746 2.8.
func figuresBehind(source []rune, solid, gaps []int) []int {
	end, first := len(solid), len(gaps)
	for first > 0 && isFigureCell(source, solid[gaps[first-1]:end]) {
		first--
		end = gaps[first]
	}
	if first == len(gaps) || end == 0 {
		return nil
	}
	return gaps[first:]
}

// isFigureCell tells a cell of digits: 49746, -5.8, 13.8%.
func isFigureCell(source []rune, columns []int) bool {
	digits := false
	for _, column := range columns {
		r := source[column]
		digits = digits || isDigit(r)
		if !isDigit(r) && !strings.ContainsRune(".%‰-－—", r) {
			return false
		}
	}
	return digits
}

func isSentence(source []rune, marks string) bool { return strings.ContainsAny(string(source), marks) }

// isTorn tells a line in which spaces stand where no column ends: Chinese
// characters alone between them (政 府 工 作 报 告, 第一章　总　则; but one may be a
// unit), marks alone, or brackets and quotes that open before a space and close
// after it.
func isTorn(source []rune, solid, gaps []int) bool {
	from, alone := 0, 0
	for _, to := range append(slices.Clone(gaps), len(solid)) {
		if to == from+1 && isHan(source[solid[from]]) {
			alone++
		}
		open, word := 0, false
		for _, column := range solid[from:to] {
			switch {
			case unicode.IsLetter(source[column]), unicode.IsDigit(source[column]), strings.ContainsRune("%％‰—－-", source[column]):
				word = true
			case strings.ContainsRune("(（〔[【“‘《", source[column]):
				open++
			case strings.ContainsRune(")）〕]】”’》", source[column]):
				open--
			}
		}
		if open != 0 || alone > 1 || !word {
			return true
		}
		from = to
	}
	return false
}

// page is the gap before the page's number at the end of a line of a table of
// contents, or 0.
func page(source []rune, solid []int) int {
	wide := gaps(source, solid)
	if len(wide) == 0 {
		return 0
	}
	last := wide[len(wide)-1]
	if len(solid)-last > longestPage {
		return 0
	}
	for _, column := range solid[last:] {
		if source[column] < '0' || source[column] > '9' {
			return 0
		}
	}
	return last
}
