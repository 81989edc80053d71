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
}

func formOf(source []rune) form {
	return formWithout(source, marksOf(source))
}

func formWithout(source []rune, marks marked) form {
	var f form
	for column, r := range source {
		folded := script.Fold(r)
		if isWhite(r) || folded == script.Nothing || marks.out != nil && marks.out[column] {
			continue
		}
		f.runes = append(f.runes, folded)
		f.column = append(f.column, column)
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

// from is the form without its first i runes.
func (f form) from(i int) form {
	return form{string(f.runes[i:]), f.runes[i:], f.column[i:]}
}

// between is the form's runes from i to j, or to its end.
func (f form) between(i, j int) form {
	j = min(j, len(f.runes))
	return form{string(f.runes[i:j]), f.runes[i:j], f.column[i:j]}
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
