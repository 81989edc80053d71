package report

import (
	"strings"
	"unicode/utf8"

	"jianzhu/generator/script"
)

// form is a line as rules see it: Simplified characters and ASCII punctuation,
// lower case, without white space, controls and what is ignorable. 。、“”《》 have
// no ASCII form and stay.
type form struct {
	text   string
	runes  []rune
	column []int // of each rune, in the source
	offset []int // of each rune, in bytes of the text of the whole line
}

func formOf(source []rune) form {
	return formWithout(source, marksOf(source))
}

func formWithout(source []rune, marks marked) form {
	var f form
	length := 0
	for column, r := range source {
		folded := script.Fold(r)
		if isWhite(r) || folded == script.Nothing || marks.out != nil && marks.out[column] {
			continue
		}
		f.runes = append(f.runes, folded)
		f.column = append(f.column, column)
		f.offset = append(f.offset, length)
		length += utf8.RuneLen(folded)
	}
	f.text = string(f.runes)
	return f
}

// index turns an offset in bytes of f.text into one in runes.
func (f form) index(offset int) int { return utf8.RuneCountInString(f.text[:offset]) }

// end is the column after the rune before i.
func (f form) end(i int) int {
	if i == 0 {
		return 0
	}
	return f.column[i-1] + 1
}

// from is the form without its first i runes. It costs nothing: rules ask for
// what follows each sentence of a line, however long that is.
func (f form) from(i int) form { return f.span(i, len(f.runes)) }

// span is the form from a rune to another.
func (f form) span(i, j int) form {
	if i >= j {
		return form{}
	}
	start, end := f.offset[i]-f.offset[0], len(f.text)
	if j < len(f.runes) {
		end = f.offset[j] - f.offset[0]
	}
	return form{f.text[start:end], f.runes[i:j], f.column[i:j], f.offset[i:j]}
}

// find is the index of the first rune that is one of chars, or -1.
func (f form) find(chars string) int {
	for i, r := range f.runes {
		if strings.ContainsRune(chars, r) {
			return i
		}
	}
	return -1
}

// last is the last rune, or 0.
func (f form) last() rune {
	if len(f.runes) == 0 {
		return 0
	}
	return f.runes[len(f.runes)-1]
}

// folded is a text in the form that rules see.
func folded(text string) string { return formOf([]rune(text)).text }
