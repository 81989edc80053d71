package indicator

import (
	"slices"
	"strings"
	"unicode"

	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

// line is a source line as it is searched: folded code point by code point,
// without white space but where that parts columns or two numbers.
type line struct {
	runes  []rune
	column []int32 // of each rune in the source line
	source []rune  // what is shown for each, 0 where nothing is
	spelt  bool    // its report writes numbers in Chinese numerals
	masked []bool  // in a name: no number here is a quantity, no mark ends a clause (but a comma in what is only defined)
}

// shortQuote is how long, in code points, a quotation may be to be a name.
const shortQuote = 16

// newLine is a text with what is shown of it; in names no number is a quantity.
func newLine(text string, shown report.Shown, names []span) *line {
	source := []rune(text)
	l := &line{runes: make([]rune, 0, len(source)), column: make([]int32, 0, len(source)), source: make([]rune, 0, len(source))}
	prose := strings.ContainsAny(text, "，。；,;")
	past := 0
	for column := range source {
		r := script.Fold(source[column])
		if r == script.Nothing || column < past {
			continue
		}
		if r == '(' && isDitto(source[column:]) {
			past = column + length(ditto)
			continue
		}
		if script.IsSpace(r) {
			if !parts(source, column, prose) || len(l.runes) == 0 || l.runes[len(l.runes)-1] == ' ' {
				continue
			}
			r = ' '
		}
		l.runes = append(l.runes, r)
		l.column = append(l.column, int32(column))
		l.source = append(l.source, shown.Of(column))
	}
	if spelt.MatchString(text) {
		l.runes = []rune(inFigures(string(l.runes))) // as long as they were
	}
	l.mask(names)
	return l
}

// newWording is a line of words alone, which are folded and have no white space: a name.
func newWording(plain string) *line {
	return &line{runes: []rune(inFigures(strings.ReplaceAll(plain, ditto, "")))}
}

// ditto says that the words before it hold from there on, and parts nothing from what
// follows: 预计（下同）全年实现生产总值, 同比增长（下同）6%.
const ditto = "(下同)"

func isDitto(source []rune) bool {
	i := 0
	for _, r := range ditto {
		if i >= len(source) || script.Fold(source[i]) != r {
			return false
		}
		i++
	}
	return true
}

// parts reports whether the white space at a column parts what stands around it:
// a tab does, and any between two figures; but in prose a space between two digits
// groups them (1 234.5) or was put there by a converter (1 5 %).
func parts(source []rune, column int, prose bool) bool {
	if source[column] == '\t' {
		return true
	}
	if prose && groups(source, column) {
		return false
	}
	if column == 0 || column+1 == len(source) {
		return false
	}
	before, after := script.Fold(source[column-1]), script.Fold(source[column+1])
	return (isDigit(before) || before == '%') && (isDigit(after) || after == '〔')
}

// groups reports whether the white space at a column stands alone between two
// digits, with three behind it or with only one on a side.
func groups(source []rune, column int) bool {
	digits := func(i, step int) (n int) {
		for i >= 0 && i < len(source) && isDigit(script.Fold(source[i])) {
			n++
			i += step
		}
		return n
	}
	before, after := digits(column-1, -1), digits(column+1, 1)
	return before > 0 && after > 0 && (before == 1 || after == 1 || before <= 3 && after == 3)
}

// isRow reports whether the line is a row of a table, with several columns.
func (l *line) isRow() bool {
	first := slices.Index(l.runes, ' ')
	return first >= 0 && slices.Contains(l.runes[first+1:], ' ')
}

// mask masks what stands in marks, and names.
func (l *line) mask(names []span) {
	l.masked = make([]bool, len(l.runes))
	l.maskPairs('《', '》', len(l.runes))
	l.maskPairs('“', '”', shortQuote)
	l.maskPairs('「', '」', shortQuote)
	l.maskPairs('〔', '〕', shortQuote)
	for _, s := range names {
		from, _ := slices.BinarySearch(l.column, int32(s.from))
		to, _ := slices.BinarySearch(l.column, int32(s.to))
		for i := from; i < to; i++ {
			l.masked[i] = l.masked[i] || l.runes[i] != ','
		}
	}
}

// maskPairs masks what stands between two marks at most so many code points apart.
func (l *line) maskPairs(open, closing rune, within int) {
	from := -1
	for i, r := range l.runes {
		switch {
		case r == open:
			from = i
		case r == closing && from >= 0:
			for j := from; i-from <= within && j <= i; j++ {
				l.masked[j] = true
			}
			from = -1
		}
	}
}

func (l *line) text(from, to int) string { return string(l.part(from, to)) }

func (l *line) part(from, to int) []rune { return l.runes[from:max(from, to)] }

// shown is a part of the line as it is displayed.
func (l *line) shown(from, to int) string {
	var b strings.Builder
	for _, r := range l.source[from:max(from, to)] {
		if r != 0 && !script.IsSpace(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// allShown are several parts as displayed.
func (l *line) allShown(spans []span) []string {
	var all []string
	for _, s := range spans {
		all = append(all, l.plain(s))
	}
	return all
}

func (l *line) plain(s span) string { return l.shown(s.from, s.to) }

// at is the rune at a place, or 0 outside the line.
func (l *line) at(i int) rune {
	if i < 0 || i >= len(l.runes) {
		return 0
	}
	return l.runes[i]
}

// has reports whether a word stands at a place.
func (l *line) has(i int, word string) bool {
	for _, r := range word {
		if l.at(i) != r {
			return false
		}
		i++
	}
	return true
}

// ends reports whether a word stands right before a place and, at the earliest, at from.
func (l *line) ends(from, i int, word string) bool {
	start := i - len([]rune(word))
	return start >= from && l.has(start, word)
}

func isDigit(r rune) bool  { return '0' <= r && r <= '9' }
func isLetter(r rune) bool { return 'a' <= r && r <= 'z' }
func isHan(r rune) bool    { return unicode.Is(unicode.Han, r) }
