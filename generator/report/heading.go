package report

import (
	"slices"
	"strings"

	"jianzhu/generator/pattern"
)

// style is a way of numbering headings. The styles stand in the order in which
// they usually contain each other.
type style struct {
	name  string
	rank  int
	first string           // the runes with which it may begin
	form  *pattern.Pattern // first group: the number; what follows only separates
}

const (
	digits        = "0123456789"
	numerals      = "〇零一二三四五六七八九十百"
	bigNumerals   = "壹贰叁参肆伍陆柒捌玖拾"
	numeral       = `[` + numerals + `]+`
	bigNumeral    = `[` + bigNumerals + `]+`
	inCircles     = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
	parenthesised = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
	withStops     = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
	bracketed     = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
)

// isNumeral tells one of numerals.
func isNumeral(r rune) bool {
	switch r {
	case '〇', '零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百':
		return true
	}
	return false
}

var styles = rank(
	style{name: "附件", first: "附", form: pattern.MustCompile(`^((?:附件|附录|附属档案)(?:\d{1,2}|` + numeral + `)?|附表(?:\d{1,2}|` + numeral + `)|附:)[:、.]?`)},
	style{name: "第一部分", first: "第", form: pattern.MustCompile(`^(第(?:\d{1,2}|` + numeral + `)(?:部分|篇|编))[:、.]?`)},
	style{name: "第一章", first: "第", form: pattern.MustCompile(`^(第(?:\d{1,2}|` + numeral + `)章)[:、.]?`)},
	style{name: "第一节", first: "第", form: pattern.MustCompile(`^(第(?:\d{1,2}|` + numeral + `)节)[:、.]?`)},
	style{name: "壹、", first: bigNumerals, form: pattern.MustCompile(`^(` + bigNumeral + `[、.:])`)},
	style{name: "一、", first: numerals, form: pattern.MustCompile(`^(` + numeral + `[、.])`)},
	style{name: "(一)", first: "(" + numerals + bracketed, form: pattern.MustCompile(`^(\(?` + numeral + `\)|[㈠-㈩])[、.]?`)},
	style{name: "1、", first: digits + withStops, form: pattern.MustCompile(`^(\d{1,2}[、.]|[⒈-⒛])`)},
	style{name: "(1)", first: "(" + digits + parenthesised, form: pattern.MustCompile(`^(\(\d{1,2}\)|\d{1,2}\)|[⑴-⒇])[、.]?`)},
	style{name: "①", first: inCircles, form: pattern.MustCompile(`^([①-⑳])[、.]?`)},
	style{name: "甲、", first: stems, form: pattern.MustCompile(`^([甲乙丙丁戊己庚辛壬癸]、)`)},
	style{name: "专栏", first: "专", form: pattern.MustCompile(`^(专栏(?:\d{1,2}|` + numeral + `)?)[:、.]?`)},
)

func rank(all ...style) []style {
	for i := range all {
		all[i].rank = i
	}
	return all
}

// stylesOf are the styles of which a number may begin with a rune.
var stylesOf = func() map[rune][]*style {
	of := map[rune][]*style{}
	for i := range styles {
		for _, r := range styles[i].first {
			of[r] = append(of[r], &styles[i])
		}
	}
	return of
}()

// firstBelowParts is the outermost style that stands below a part without number.
const firstBelowParts = 4 // 壹、

// firstInner is the outermost style that is not the highest of most reports.
const firstInner = 6 // (一)

// unnumbered are words that head a part of the highest level by themselves.
var unnumbered = pattern.MustCompile(`^(前言|引言|序言|导言|结语|结束语|后记|附则)$`)

// enumeration is what follows a number that only names things: 一、二产业, 二、三、四级.
var enumeration = pattern.MustCompile(`^` + numeral + `(、|产业)|^[甲乙丙丁戊己庚辛壬癸][、两]`)

// enumerates reports whether a form is that; few begin with a number.
func enumerates(f form) bool {
	return len(f.runes) > 0 && (isNumeral(f.runes[0]) || strings.ContainsRune(stems, f.runes[0])) && enumeration.MatchString(f.text)
}

const (
	longestHeading = 60 // in runes; what is longer is a numbered paragraph
	longestNext    = 90 // the same, where its number goes on from a heading's
	longestLabel   = 30 // of a heading that ends in a colon
)

// styleOf returns the numbering style a line begins with, or nil.
func styleOf(f form) *style {
	s, _, _ := numbered(f)
	return s
}

// numbered returns also where the number ends and where the title begins.
func numbered(f form) (s *style, end, title int) {
	if len(f.runes) == 0 {
		return nil, 0, 0
	}
	for _, s := range stylesOf[f.runes[0]] {
		m := s.form.FindStringSubmatchIndex(f.text)
		if m == nil {
			continue
		}
		end, title = f.index(m[3]), f.index(m[1])
		if enumerates(f.from(title)) || isDecimal(f, title) {
			return nil, 0, 0
		}
		return s, end, title
	}
	return nil, 0, 0
}

// isDecimal tells 1.5亿元 from 1. 5G网络 and from 2.2017年, which only a space or
// a year can.
func isDecimal(f form, i int) bool {
	if i >= len(f.runes) || f.runes[i-1] != '.' || f.runes[i] < '0' || f.runes[i] > '9' {
		return false
	}
	return f.column[i] == f.column[i-1]+1 && !year.MatchString(f.from(i).text)
}

var year = pattern.MustCompile(`^(19|20)\d\d年`)

// findHeadings finds the numbered headings, and the appendices that a report
// announces at its end.
func (d *draft) findHeadings() {
	before := map[*style]int{}
	for i := 0; i < len(d.rows); i++ {
		r := d.rows[i]
		var next *row
		if i+1 < len(d.rows) {
			next = d.rows[i+1]
		}
		if d.decide(r) || r.kind != Text || r.listed || r.counts {
			continue
		}
		if n := d.announcement(i); n > 0 {
			i += n - 1
			continue
		}
		r.opening = headingOf(r, next, before)
		d.unlist(i)
		if r.opening == nil {
			continue
		}
		if r.opening.Kind == Block {
			r.kind = Heading
			before[r.opening.style] = r.opening.value
		}
		if r.opening.TitleLine != r.opening.Line {
			next.kind = Title
		}
	}
}

// headingOf returns the heading that a numbered line begins with, or nil.
// Without 。 the line is a block heading, unless it ends as a list's do or is
// too long; otherwise the heading runs to the first 。. before has the number of the
// last block heading of each style.
func headingOf(r, next *row, before map[*style]int) *opening {
	if unnumbered.MatchString(r.form.text) {
		e := r.entry(Block, 0, 0, 0, len(r.runes))
		e.Level = 1
		return &opening{Entry: e}
	}
	s, end, title := numbered(r.form)
	if s == nil {
		if !r.heads || r.form.text == "注:" {
			return nil
		}
		s = &styles[0] // a bare 名词解释 heads an appendix
	}
	if strings.HasPrefix(r.form.text, "附表:") { // the caption of what stands below
		return nil
	}
	rest := r.from(title)
	value, _ := numberOf(string(r.runes[:end]))
	goesOn := value > 1 && before[s] == value-1
	o := &opening{style: s, value: value}
	stop := rest.find("。")
	if n := max(boldTitle(r, title), apartTitle(r, title)); n > 0 {
		stop = n
	}
	switch {
	case len(rest.runes) == 0:
		if next == nil || next.kind != Text || !looksLikeTitle(next.form) || fileName.MatchString(next.form.text) || next.find(":,") >= 0 || styleOf(next.form) != nil {
			return nil
		}
		o.Entry = r.entry(Block, 0, end, title, len(r.runes))
		o.Title, o.TitleLine = next.words(0, len(next.runes)), next.line
	case stop == 0:
		return nil
	case stop > 0:
		above := stop == len(rest.runes)-1 && next != nil && next.kind == Text && below(next, s) // its text
		if stop > longestHeading && !(goesOn && above && stop <= longestNext) || s.name == "专栏" || string(r.runes[:end]) == "附:" {
			return nil
		}
		kind := RunIn
		if above {
			kind = Block
		}
		o.Entry = r.entry(kind, 0, end, title, title+stop)
	case len(rest.runes) > longestHeading && !(goesOn && isHan(rest.last()) && len(rest.runes) <= longestNext) || strings.ContainsRune(",;、", rest.last()):
		return nil
	case rest.last() == ':':
		if len(rest.runes) > longestLabel || len(rest.runes) == 1 {
			return nil
		}
		o.Entry = r.entry(Block, 0, end, title, len(r.runes)-1)
	default:
		o.Entry = r.entry(Block, 0, end, title, len(r.runes))
	}
	if title == 0 {
		o.Number = ""
	}
	return o
}

// unlist takes back what looked like headings in a list whose entries end in ;
// or , and only the last in 。: 1.…; 2.…; 3.….
func (d *draft) unlist(i int) {
	r := d.rows[i]
	s, value := styleOf(r.form), 0
	if s == nil {
		return
	}
	value, _ = numberOf(r.form.text)
	if r.opening == nil && strings.ContainsRune(";,", r.last()) {
		r.listed = true
		return
	}
	if i > 0 && d.rows[i-1].listed && styleOf(d.rows[i-1].form) == s {
		if before, _ := numberOf(d.rows[i-1].form.text); value == before+1 {
			r.opening, r.listed = nil, true
		}
	}
}

var anyNumber = pattern.MustCompile(`\d+|` + numeral + `|` + bigNumeral + `|[①-⒛㈠-㈩]|^[甲乙丙丁戊己庚辛壬癸]`)

// numberOf reads the first number in a text: 第十二章, (三), 1., ②.
func numberOf(text string) (int, bool) {
	s := anyNumber.FindString(text)
	if s == "" {
		return 0, false
	}
	runes := []rune(s)
	switch r := runes[0]; {
	case r >= '①' && r <= '⑳':
		return int(r-'①') + 1, true
	case r >= '⑴' && r <= '⒇':
		return int(r-'⑴') + 1, true
	case r >= '⒈' && r <= '⒛':
		return int(r-'⒈') + 1, true
	case r >= '㈠' && r <= '㈩':
		return int(r-'㈠') + 1, true
	case strings.ContainsRune(stems, r):
		return slices.Index([]rune(stems), r) + 1, true
	case r >= '0' && r <= '9':
		n := 0
		for _, r := range runes {
			n = n*10 + int(r-'0')
		}
		return n, true
	}
	return numeralValue(runes), true
}

const stems = "甲乙丙丁戊己庚辛壬癸"

// big has the numerals of ledgers in their plain form.
var big = map[rune]rune{'壹': '一', '贰': '二', '叁': '三', '参': '三', '肆': '四', '伍': '五', '陆': '六', '柒': '七', '捌': '八', '玖': '九', '拾': '十'}

// numeralValue reads Chinese numerals below a thousand, 十二 as well as 一二.
func numeralValue(runes []rune) int {
	ofOne := []rune("零一二三四五六七八九")
	total, digit := 0, 0
	for _, r := range runes {
		if plain, ok := big[r]; ok {
			r = plain
		}
		unit := map[rune]int{'十': 10, '百': 100}[r]
		if unit == 0 {
			if r == '〇' {
				r = '零'
			}
			digit = digit*10 + slices.Index(ofOne, r)
			continue
		}
		total += max(digit, 1) * unit
		digit = 0
	}
	return total + digit
}

// below reports whether a row can stand below a heading of a style.
func below(r *row, s *style) bool {
	of := styleOf(r.form)
	return of == nil || of.rank > s.rank
}

// boldTitle is how long a title is that only the end of bold type parts from the
// text behind it; 0 where there is none.
func boldTitle(r *row, title int) int {
	end := r.bold
	for end > title && strings.ContainsRune("。:", r.runes[end-1]) {
		end--
	}
	if end-title < shortestLead || r.bold == len(r.runes) {
		return 0
	}
	return end - title
}
