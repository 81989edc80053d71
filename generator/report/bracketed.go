package report

import (
	"regexp"
	"slices"
	"strings"
)

// A slogan may be explained where it is used: “两不愁三保障”（不愁吃、不愁穿，…）.
// Brackets hold much else, so the slogan must be in quotes or begin with a number,
// and what the brackets hold must have as many parts, or say 即.

const (
	longestSlogan  = 14 // in quotes, in runes
	longestCounted = 8  // of one without quotes

	longestExpansion = 200 // in brackets
)

var (
	counting = map[rune]int{'一': 1, '二': 2, '两': 2, '双': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9, '十': 10}
	// slogan ends a text with a number and what it counts, which is a name.
	slogan = regexp.MustCompile(`[二两三四五六七八九十][^\d,。;:、“”‘’()《》二两三四五六七八九十个家项条名座类种所次期批处间辆县市区镇乡村街国省年月日人位户名亿万千百大级套幅艘架段层栋幢]\p{Han}{0,6}$`)
	// meansFirst are words with which brackets explain.
	meansFirst = regexp.MustCompile(`^(?:即|指|是指|分别指|就是)[:]?[^\d]`)
)

// findInBrackets finds words that are explained in the brackets after them.
func (d *draft) findInBrackets() {
	for _, r := range d.rows {
		if r.inList || r.kind != Text || !strings.Contains(r.form.text, "(") {
			continue
		}
		for i := 2; i < len(r.runes); i++ {
			if r.runes[i] != '(' {
				continue
			}
			length := r.span(i+1, min(len(r.runes), i+1+longestExpansion)).find("()")
			if length < 4 || r.runes[i+1+length] != ')' {
				continue
			}
			inside := r.span(i+1, i+1+length)
			if from := sloganBefore(r.form, i, inside); from >= 0 {
				d.explained(r, from, i, i+1, i+1+length)
			}
			i += length + 1
		}
	}
}

func (d *draft) explained(r *row, from, to, text, end int) {
	x := Definition{Term: r.words(from, to), Text: r.words(text, end), Source: FromBrackets}
	x.Line, _ = r.place(from)
	x.TextLine, x.Column = r.place(text)
	x.Last, _ = r.placeEnd(end)
	d.report.Definitions = append(d.report.Definitions, x)
}

// sloganBefore is where the slogan begins that stands before a bracket and is
// explained in it; -1 for none.
func sloganBefore(f form, bracket int, inside form) int {
	if strings.ContainsRune("”」", f.runes[bracket-1]) {
		open := -1
		for i := bracket - 2; i >= 0 && bracket-2-i <= longestSlogan; i-- {
			if strings.ContainsRune("“「", f.runes[i]) {
				open = i
				break
			}
		}
		if open < 0 || bracket-open < 4 {
			return -1
		}
		if word := f.runes[open+1 : bracket-1]; expands(inside, word) || meansFirst.MatchString(inside.text) {
			return open
		}
		return -1
	}
	before := string(f.runes[max(0, bracket-longestCounted):bracket])
	m := slogan.FindStringIndex(before)
	if m == nil {
		return -1
	}
	from := bracket - len([]rune(before[m[0]:]))
	if from > 0 && (counting[f.runes[from-1]] > 0 || isDigit(f.runes[from-1]) || strings.ContainsRune("第百千万零〇", f.runes[from-1])) {
		return -1
	}
	if word := f.runes[from:bracket]; expands(inside, word) && echoes(inside, word) {
		return from
	}
	return -1
}

// expands reports whether a text has as many parts as the numbers in a word count
// together, or a part for each of its characters: 放管服.
func expands(f form, word []rune) bool {
	parts := strings.FieldsFunc(f.text, func(r rune) bool { return strings.ContainsRune("、,;和及", r) })
	if len(parts) < 2 || slices.ContainsFunc(parts, func(p string) bool { return strings.Trim(p, "0123456789.%万亿元") == "" }) {
		return false
	}
	total, highest := 0, 0
	for _, r := range word {
		total += counting[r]
		highest = max(highest, counting[r])
	}
	if total > 1 {
		return len(parts) == total || len(parts) == highest && highest > 2
	}
	if len(parts) != len(word) {
		return false
	}
	for i, part := range parts {
		if !strings.ContainsRune(part, word[i]) {
			return false
		}
	}
	return true
}

// echoes reports whether a character of a slogan is in most parts of what it means:
// 六稳 means 稳….
func echoes(f form, word []rune) bool {
	parts := strings.FieldsFunc(f.text, func(r rune) bool { return strings.ContainsRune("、,;", r) })
	for _, r := range word {
		n := 0
		for _, part := range parts {
			if strings.ContainsRune(part, r) {
				n++
			}
		}
		if counting[r] == 0 && n*3 >= len(parts)*2 {
			return true
		}
	}
	return false
}
