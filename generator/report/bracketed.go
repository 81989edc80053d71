package report

import (
	"slices"
	"strings"

	"jianzhu/generator/pattern"
)

// A slogan may be explained where it is used: “两不愁三保障”（不愁吃、不愁穿，…）.
// Brackets hold much else, so the slogan must be in quotes or begin with a number,
// and what the brackets hold must have as many parts, or say 即.

const (
	longestSlogan  = 14 // in quotes, in runes
	longestCounted = 8  // of one without quotes
	longestKind    = 4  // of a word for what it is
)

var (
	counting = map[rune]int{'一': 1, '二': 2, '两': 2, '双': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9, '十': 10}
	// slogan ends a text with a number and what it counts, which is a name.
	slogan = pattern.MustCompile(`[二两三四五六七八九十][^\d,。;:、“”‘’()《》二两三四五六七八九十个家项条名座类种所次期批处间辆县市区镇乡村街国省年月日人位户名亿万千百大级套幅艘架段层栋幢]\p{Han}{0,6}$`)
	// meansFirst are words with which brackets explain.
	meansFirst = pattern.MustCompile(`^(?:即|指|是指|分别指|就是)[:]?[^\d]`)
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
			length := r.from(i + 1).find("()")
			if length < 4 || r.runes[i+1+length] != ')' {
				continue
			}
			inside := r.span(i+1, i+1+length)
			if from, to := sloganBefore(r.form, i, inside); from >= 0 {
				d.explained(r, FromBrackets, [2]int{from, to}, [2]int{i + 1, i + 1 + length})
			}
			i += length + 1
		}
	}
}

// explained adds what a text says, of a word that stands in the same row.
func (d *draft) explained(r *row, source DefinitionSource, word, text [2]int) {
	x := Definition{Term: r.words(word[0], word[1]), Text: r.words(text[0], text[1]), Source: source}
	x.Line, _ = r.place(word[0])
	x.TextLine, x.Column = r.place(text[0])
	x.Last, _ = r.placeEnd(max(word[1], text[1]))
	d.report.Definitions = append(d.report.Definitions, x)
}

// sloganBefore is where the slogan begins and ends that stands before a bracket, or
// before a word for what it is (“四上”企业), and is explained in the bracket; -1 for none.
func sloganBefore(f form, bracket int, inside form) (from, to int) {
	if open, end := quoteBefore(f, bracket); open >= 0 {
		word := f.runes[open+1 : end-1]
		if end < bracket && !expands(inside, word) || !expands(inside, word) && !meansFirst.MatchString(inside.text) {
			return -1, -1
		}
		return open, end
	}
	before := string(f.runes[max(0, bracket-longestCounted):bracket])
	m := slogan.FindStringIndex(before)
	if m == nil {
		return -1, -1
	}
	from = bracket - len([]rune(before[m[0]:]))
	if from > 0 && (counting[f.runes[from-1]] > 0 || isDigit(f.runes[from-1]) || strings.ContainsRune("第百千万零〇", f.runes[from-1])) {
		return -1, -1
	}
	if word := f.runes[from:bracket]; expands(inside, word) && echoes(inside, word) {
		return from, bracket
	}
	return -1, -1
}

// quoteBefore is where a phrase in quotation marks begins and ends, marks included,
// that stands before a rune, or before a word for what it is; -1 for none.
func quoteBefore(f form, at int) (open, end int) {
	for end = at; end > 0 && at-end <= longestKind && !strings.ContainsRune("”」", f.runes[end-1]); end-- {
	}
	if end == 0 || !strings.ContainsRune("”」", f.runes[end-1]) || pastKinds(f, end) < at {
		return -1, -1
	}
	for open = end - 2; open >= 0 && end-2-open <= longestSlogan; open-- {
		if strings.ContainsRune("“「", f.runes[open]) {
			if end-open < 4 {
				break
			}
			return open, end
		}
	}
	return -1, -1
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
