package report

import (
	"strings"

	"jianzhu/generator/pattern"
)

// entryLabel is the number with which an entry of a list of explained words, or a
// note, begins.
type entryLabel struct {
	style string // how it is written; "" where there is none
	value int
	end   int // after it, in runes
}

const (
	bareDigits = "1"
	circled    = "①"
)

var labelForms = []struct {
	style string
	form  *pattern.Pattern
}{
	{"[1]", pattern.MustCompile(`^[\[【〔﹝〖]\^?(?:注释?|释)?(\d{1,3}|` + numeral + `)[\]】〕﹞〗][:.、]?`)},
	{"注1", pattern.MustCompile(`^\(?(?:注释?|释)[:]?(\d{1,3}|[①-⑳]|` + numeral + `)\)?[:.、]`)},
	{"注1", pattern.MustCompile(`^(?:注释?|释)([①-⑳])`)},
	{"(1)", pattern.MustCompile(`^\((\d{1,3})\)[.、:]?`)},
	{"(一)", pattern.MustCompile(`^\((` + numeral + `)\)[.、:]?`)},
	{circled, pattern.MustCompile(`^([①-⑳㉑-㊿❶-❿])[.、:]?`)},
	{"⑴", pattern.MustCompile(`^([⑴-⒇])[.、:]?`)},
	{"⒈", pattern.MustCompile(`^([⒈-⒛])`)},
	{"¹", pattern.MustCompile(`^([⁰¹²³⁴-⁹]{1,3})`)},
	{"1.", pattern.MustCompile(`^(\d{1,3})(?:[.、)]|,)`)},
	{"一、", pattern.MustCompile(`^(` + numeral + `)[、.]`)},
	{bareDigits, pattern.MustCompile(`^(\d{1,2})[^\d.%:、)]`)},
}

// labelled are the characters that a label can begin with.
const labelled = "[【〔﹝〖注释(（0123456789〇零一二三四五六七八九十百"

// labelOf returns the label that a row begins with.
func labelOf(f form) entryLabel {
	if len(f.runes) == 0 || !strings.ContainsRune(labelled, f.runes[0]) && circledValue(f.runes[0]) == 0 && superscript(f.runes[0]) < 0 {
		return entryLabel{}
	}
	for i := range labelForms {
		m := labelForms[i].form.FindStringSubmatchIndex(f.text)
		if m == nil {
			continue
		}
		l := entryLabel{labelForms[i].style, labelValue(f.text[m[2]:m[3]]), f.index(m[1])}
		if l.style == bareDigits {
			l.end = f.index(m[3])
		}
		return l
	}
	return entryLabel{}
}

// labelValue reads the number of a label or a mark.
func labelValue(text string) int {
	runes := []rune(text)
	if v := circledValue(runes[0]); v > 0 {
		return v
	}
	if superscript(runes[0]) >= 0 {
		v := 0
		for _, r := range runes {
			v = v*10 + superscript(r)
		}
		return v
	}
	value, _ := numberOf(text)
	return value
}

// circledValue is the value of a number that is one character; 0 for others.
func circledValue(r rune) int {
	for _, run := range []struct {
		first, last rune
		value       int
	}{{'①', '⑳', 1}, {'㉑', '㉟', 21}, {'㊱', '㊿', 36}, {'⑴', '⒇', 1}, {'⒈', '⒛', 1}, {'❶', '❿', 1}} {
		if r >= run.first && r <= run.last {
			return int(r-run.first) + run.value
		}
	}
	return 0
}

// superscript is the value of a raised digit; -1 for others.
func superscript(r rune) int {
	switch {
	case r == '¹':
		return 1
	case r == '²' || r == '³':
		return int(r-'²') + 2
	case r == '⁰' || r >= '⁴' && r <= '⁹':
		return int(r - '⁰')
	}
	return -1
}
