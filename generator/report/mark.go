package report

import (
	"slices"
	"strings"
	"unicode"

	"jianzhu/generator/pattern"
	"jianzhu/generator/script"
)

// marked is what a converter's Markdown says of a line: which of its code points
// are only marks, and up to where it begins in bold.
type marked struct {
	out  []bool // by column; nil where there are none
	bold int    // column after the words in bold that the line begins with; 0 for none
}

var (
	hashes = pattern.MustCompile(`^\s*(#{1,6}\s|#{2,6}(?:\p{Han}|\*\*))`)
	tags   = pattern.MustCompile(`(?i)<br\s*/?>|&nbsp;`)
	// placed is what follows a name that asterisks stand for: **区, 某**镇.
	placed = pattern.MustCompile(`^[省市州盟县区旗镇乡村路街某]`)
	// named is that, what follows other names, and what follows a hidden figure.
	named = pattern.MustCompile(`^(?:[省市州盟县区旗镇乡村路街某社厂店号万亿元年月日%％个户]|同志|先生|女士|公司|集团|企业|银行|医院|学校|大学|中学|小学|学院|项目|等人|一案|案件)`)
)

const (
	escapable = "*_#.-+[]()"                  // what a backslash makes a plain character
	leastHan  = 2                             // in words that are taken to be emphasised
	behind    = "。，、；：！？）》”’】,;:!?) \t\u3000" // with which no emphasised words begin
	alone     = "。，：；！？“”"                    // that a converter emphasises by itself
	before    = "（《“‘【( \t\u3000"             // and end
)

// surnames are common ones, after which asterisks are a given name.
const surnames = "王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊陆郝孔崔康毛邱秦史顾侯邵孟龙段雷钱汤尹黎贺赖龚某"

// marksOf reads the marks of a line. Emphasis is in pairs and has words in it; asterisks
// in place of a name stay: those beside what a name stands by, and those without a pair.
func marksOf(source []rune) marked {
	var m marked
	if !mayHaveMarks(source) {
		return m
	}
	set := func(from, to int) {
		if m.out == nil {
			m.out = make([]bool, len(source))
		}
		for i := from; i < to; i++ {
			m.out[i] = true
		}
	}
	for i := 0; i+1 < len(source); i++ {
		if source[i] == '\\' && (strings.ContainsRune(escapable, source[i+1]) || source[i+1] == '|' && isPiped(source)) {
			set(i, i+1)
			i++
		}
	}
	text := string(source)
	at := func(offset int) int { return len([]rune(text[:offset])) }
	for _, b := range tags.FindAllStringIndex(text, -1) {
		set(at(b[0]), at(b[1]))
	}
	if h := hashes.FindStringSubmatchIndex(text); h != nil {
		for i := at(h[2]); i < len(source) && source[i] == '#'; i++ {
			set(i, i+1)
		}
		m.bold = len(source)
	}
	pairs, single := emphasis(source, m.out)
	for _, run := range single {
		if isHalf(source, run, len(pairs) > 0) {
			set(run[0], run[1])
			if m.bold == 0 && beginsLine(source, run) {
				m.bold = len(source)
			}
		}
	}
	for _, p := range pairs {
		set(p[0], p[1])
		set(p[2], p[3])
		if m.bold == 0 && len(strings.TrimSpace(string(source[:p[0]]))) == 0 {
			m.bold = p[2]
		}
	}
	if !slices.ContainsFunc(unmarked(source, m.out), func(r rune) bool { return !isWhite(r) && !script.IsIgnorable(r) }) {
		return marked{} // marks alone are the line
	}
	return m
}

func unmarked(source []rune, out []bool) []rune {
	var rest []rune
	for i, r := range source {
		if out == nil || !out[i] {
			rest = append(rest, r)
		}
	}
	return rest
}

func mayHaveMarks(source []rune) bool {
	for i, r := range source {
		switch r {
		case '\\', '<', '&', '#':
			return true
		case '*':
			if i+1 < len(source) && source[i+1] == '*' {
				return true
			}
		}
	}
	return false
}

// emphasis finds pairs of ** (or ***): where each opening and closing run begins
// and ends; and the runs that have none.
func emphasis(source []rune, out []bool) (pairs [][4]int, single [][2]int) {
	var runs [][2]int
	for i := 0; i < len(source); i++ {
		n := i
		for n < len(source) && source[n] == '*' && !(n > 0 && source[n-1] == '\\' && out != nil && out[n-1]) {
			n++
		}
		switch size := n - i; {
		case size == 2, size == 3:
			runs = append(runs, [2]int{i, n})
		case size == 4: // one closes, one opens
			runs = append(runs, [2]int{i, i + 2}, [2]int{i + 2, n})
		}
		i = max(i, n-1)
	}
	even := len(runs)%2 == 0
	for i := 0; i < len(runs); i++ {
		if i+1 < len(runs) {
			open, shut := runs[i], runs[i+1]
			if !areNames(source, open, shut) && (isEmphasis(source, open, shut) || even && isPair(source, open, shut)) {
				pairs = append(pairs, [4]int{open[0], open[1], shut[0], shut[1]})
				i++
				continue
			}
		}
		single = append(single, runs[i])
	}
	return pairs, single
}

// isHalf tells half of an emphasis whose other half is on another line: it begins a line, or
// ends one. Where others of the line are in pairs, spaces part it as well. A name is hidden
// after a surname, or beside other Chinese in the midst of a line, and not before what only closes.
func isHalf(source []rune, run [2]int, others bool) bool {
	var last, next rune
	if run[0] > 0 {
		last = source[run[0]-1]
	}
	if run[1] < len(source) {
		next = source[run[1]]
	}
	switch starts, ends := beginsLine(source, run), endsLine(source, run); {
	case starts && ends:
		return false
	case starts, others && isWhite(last) && !isWhite(next):
		return !isWhite(next) && !strings.ContainsRune(behind, next) && !named.MatchString(string(source[run[1]:min(len(source), run[1]+2)]))
	case ends:
		return !followsSurname(source, run) && (isHan(last) || !unicode.IsLetter(last) && !unicode.IsDigit(last)) && !isWhite(last) && !strings.ContainsRune(before, last)
	case others && isWhite(next):
		return !unicode.IsLetter(last) && !unicode.IsDigit(last) && !isWhite(last) && !strings.ContainsRune(before, last)
	}
	return false
}

// beginsLine reports whether only white space stands before a run.
func beginsLine(source []rune, run [2]int) bool {
	for i := run[0] - 1; i >= 0; i-- {
		if !isWhite(source[i]) {
			return false
		}
	}
	return true
}

// endsLine reports whether only white space stands behind a run.
func endsLine(source []rune, run [2]int) bool {
	for _, r := range source[run[1]:] {
		if !isWhite(r) {
			return false
		}
	}
	return true
}

// isEmphasis tells two runs of asterisks with emphasised words between them from
// two that stand for names.
func isEmphasis(source []rune, open, shut [2]int) bool {
	if open[1] < len(source) && strings.ContainsRune(behind, source[open[1]]) || shut[0] > 0 && strings.ContainsRune(before, source[shut[0]-1]) {
		return false // it is itself what closes, or opens
	}
	words := string(source[open[1]:shut[0]])
	rest := string(source[shut[1]:min(len(source), shut[1]+1)])
	begins := open[0] == 0 || !isHan(source[open[0]-1])
	han, other := 0, 0
	for _, r := range words {
		switch {
		case isHan(r):
			han++
		case !isWhite(r):
			other++
		}
	}
	if han < leastHan && (!begins || han+other == 0 || placed.MatchString(words) || placed.MatchString(rest)) {
		return false
	}
	ends := shut[0] > 0 && !isHan(source[shut[0]-1]) || rest == "" || !isHan(source[shut[1]])
	switch {
	case placed.MatchString(words):
		return begins && ends && !placed.MatchString(rest)
	case placed.MatchString(rest):
		return begins && shut[0] > 0 && !isHan(source[shut[0]-1])
	}
	return begins || ends
}

// areNames tells two runs that each follow a surname (张**和李**), and powers (2**3).
func areNames(source []rune, open, shut [2]int) bool {
	if isPower(source, open) || isPower(source, shut) {
		return true
	}
	return followsSurname(source, open) && followsSurname(source, shut)
}

func followsSurname(source []rune, run [2]int) bool {
	return run[0] > 0 && strings.ContainsRune(surnames, source[run[0]-1])
}

func isPower(source []rune, run [2]int) bool {
	return run[0] > 0 && isDigit(source[run[0]-1]) && run[1] < len(source) && isDigit(source[run[1]])
}

// isPair tells emphasis in the midst of Chinese, where the runs of a line are in pairs:
// one of the two at least can stand for no name, and a mark does not stand alone.
func isPair(source []rune, open, shut [2]int) bool {
	if mayBeName(source, open) && mayBeName(source, shut) {
		return false
	}
	words := source[open[1]:shut[0]]
	if len(words) == 0 {
		return false
	}
	if !slices.ContainsFunc(words, func(r rune) bool { return !strings.ContainsRune(alone, r) }) {
		return true // **：**
	}
	if strings.ContainsRune(behind, words[0]) || strings.ContainsRune(before, words[len(words)-1]) {
		return false
	}
	return len(words) >= leastHan || !isHan(words[0])
}

// mayBeName tells a run after a surname, or before what follows a name: **区, **公司.
func mayBeName(source []rune, run [2]int) bool {
	return followsSurname(source, run) || named.MatchString(string(source[run[1]:min(len(source), run[1]+2)]))
}

// Unmarked are the lines of the report without the marks that display takes out; but
// a | that is text in a row of a table keeps its backslash, by which it is told.
func (r *Report) Unmarked() []string {
	out := map[int][]bool{}
	for _, p := range r.Paragraphs {
		glyphs := Display(p.Text)
		for offset, g := range glyphs {
			if g.Change != Mark || p.Kind == Tabled && offset+1 < len(glyphs) && glyphs[offset+1].Source == '|' {
				continue
			}
			line, column := p.Place(offset)
			if out[line] == nil {
				out[line] = make([]bool, len([]rune(r.Line(line))))
			}
			out[line][column] = true
		}
	}
	lines := make([]string, len(r.Lines))
	for i, l := range r.Lines {
		lines[i] = l.Text
		if out[i+1] != nil {
			lines[i] = string(unmarked([]rune(l.Text), out[i+1]))
		}
	}
	return lines
}
