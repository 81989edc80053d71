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
	column []int   // of each rune, in the source
	offset []int32 // of each rune, in bytes of the text of the whole line
}

func formOf(source []rune) form {
	return formWithout(source, marksOf(source))
}

func formWithout(source []rune, marks marked) form {
	n := len(source)
	f := form{runes: make([]rune, 0, n), column: make([]int, 0, n), offset: make([]int32, 0, n)}
	var text strings.Builder
	text.Grow(n * len("字"))
	for column, r := range source {
		folded := script.Fold(r)
		if isWhite(r) || folded == script.Nothing || marks.out != nil && marks.out[column] {
			continue
		}
		f.runes = append(f.runes, folded)
		f.column = append(f.column, column)
		f.offset = append(f.offset, int32(text.Len()))
		text.WriteRune(folded)
	}
	f.text = text.String()
	if len(f.runes) == 0 {
		return f.bare(source, marks)
	}
	return f
}

// bare is the form of a text with no letter: accents that stand on none are something to see.
func (f form) bare(source []rune, marks marked) form {
	for column, r := range source {
		if isWhite(r) || script.IsIgnorable(r) || marks.out != nil && marks.out[column] {
			continue
		}
		f.runes, f.column = append(f.runes, r), append(f.column, column)
	}
	return f.spelt()
}

// spelt is the form of its runes, after some have changed.
func (f form) spelt() form {
	f.text = string(f.runes)
	f.offset = make([]int32, 0, len(f.runes))
	for offset := range f.text {
		f.offset = append(f.offset, int32(offset))
	}
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
func (f form) from(i int) form { return f.span(max(0, i), len(f.runes)) }

// span is the form from a rune to another.
func (f form) span(i, j int) form {
	if i >= j {
		return form{}
	}
	start, end := int(f.offset[i]-f.offset[0]), len(f.text)
	if j < len(f.runes) {
		end = int(f.offset[j] - f.offset[0])
	}
	return form{f.text[start:end], f.runes[i:j], f.column[i:j], f.offset[i:j]}
}

// find is the index of the first rune that is one of chars, or -1.
func (f form) find(chars string) int {
	ascii, others := uint64(0), false // of chars below 64, which marks are
	for _, c := range chars {
		if c < 64 {
			ascii |= 1 << c
		} else {
			others = true
		}
	}
	for i, r := range f.runes {
		switch {
		case r >= 0x4e00 && r < 0xa000: // most of a text, and none that is asked for
		case r < 64:
			if ascii&(1<<r) != 0 {
				return i
			}
		case others && strings.ContainsRune(chars, r):
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
