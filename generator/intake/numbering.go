package intake

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// numbering gives paragraphs of Word the numbers that are not in their text
// (ECMA-376 part 1, 17.9).
type numbering struct {
	lists  map[string]*list  // by numId
	styles map[string]*node  // paragraph properties by style
	parent map[string]string // style by style that is based on it
}

// list is a numbered list with where its counting stands. Lists that share a
// definition count on together, but where one begins anew.
type list struct {
	levels  [9]level
	counts  *[9]int
	restart [9]int // number with which this list begins a level; 0 for none
	begun   [9]bool
}

type level struct {
	format, text string
	start        int
	suffix       string
	after        int // the level, from 1, after whose next number this one begins again; -1 for never
	is           bool
}

func newNumbering(numbers, styles *node) *numbering {
	n := &numbering{map[string]*list{}, map[string]*node{}, map[string]string{}}
	if styles != nil {
		for _, s := range styles.kids {
			if s.name == "style" {
				n.styles[s.attr["styleId"]] = s.child("pPr")
				n.parent[s.attr["styleId"]] = s.child("basedOn").val()
			}
		}
	}
	if numbers == nil {
		return n
	}
	abstract := map[string]*node{}
	counts := map[string]*[9]int{}
	for _, a := range numbers.kids {
		if a.name == "abstractNum" {
			abstract[a.attr["abstractNumId"]] = a
			counts[a.attr["abstractNumId"]] = &[9]int{}
		}
	}
	for _, num := range numbers.kids {
		of := num.child("abstractNumId").val()
		if num.name != "num" || abstract[of] == nil {
			continue
		}
		l := &list{counts: counts[of]}
		l.read(abstract[of])
		for _, o := range num.kids {
			if o.name != "lvlOverride" {
				continue
			}
			if i := number(o.attr["ilvl"]); i >= 0 && i < 9 {
				if start := o.child("startOverride"); start != nil {
					l.restart[i] = max(1, number(start.val()))
				}
				if lvl := o.child("lvl"); lvl != nil {
					l.levels[i] = readLevel(lvl)
				}
			}
		}
		n.lists[num.attr["numId"]] = l
	}
	return n
}

func (l *list) read(abstract *node) {
	for _, lvl := range abstract.kids {
		if i := number(lvl.attr["ilvl"]); lvl.name == "lvl" && i >= 0 && i < 9 {
			l.levels[i] = readLevel(lvl)
		}
	}
}

func readLevel(lvl *node) level {
	made := level{
		format: lvl.child("numFmt").val(), text: lvl.child("lvlText").val(), start: number(lvl.child("start").val()),
		suffix: lvl.child("suff").val(), is: true,
	}
	if again := lvl.child("lvlRestart"); again != nil {
		if made.after = number(again.val()); made.after == 0 {
			made.after = -1
		}
	}
	return made
}

// label is what Word puts before a paragraph, "" for nothing.
func (n *numbering) label(properties *node) string {
	id, at := n.of(properties)
	l := n.lists[id]
	if l == nil || at < 0 || at > 8 || !l.levels[at].is {
		return ""
	}
	if !l.begun[at] && l.restart[at] > 0 {
		l.counts[at] = l.restart[at] - 1
	} else if l.counts[at] == 0 {
		l.counts[at] = l.levels[at].start - 1
	}
	l.begun[at] = true
	l.counts[at]++
	for deeper := at + 1; deeper < 9; deeper++ {
		if after := l.levels[deeper].after; after == 0 || after > at {
			l.counts[deeper] = 0
		}
	}
	lvl := l.levels[at]
	if lvl.format == "bullet" || lvl.format == "none" || lvl.text == "" {
		return "" // a bullet is a sign of a font and says nothing
	}
	text := lvl.text
	for i := 0; i <= at; i++ {
		if key := "%" + strconv.Itoa(i+1); strings.Contains(text, key) {
			text = strings.ReplaceAll(text, key, counted(l.levels[i].format, max(l.counts[i], l.levels[i].start)))
		}
	}
	if last, _ := utf8.DecodeLastRuneInString(text); lvl.suffix != "nothing" && last < utf8.RuneSelf && last != ')' && last != '.' {
		return text + " "
	}
	return text
}

// of is the list and the level of a paragraph, its own or those of its style.
func (n *numbering) of(properties *node) (id string, at int) {
	at = -1
	look := func(p *node) {
		if own := p.child("numPr"); own != nil {
			if id == "" {
				id = own.child("numId").val()
			}
			if lvl := own.child("ilvl"); at < 0 && lvl != nil {
				at = number(lvl.val())
			}
		}
	}
	look(properties)
	style := properties.child("pStyle").val()
	for range 20 { // styles that are based on each other end nowhere
		if style == "" || id != "" && at >= 0 {
			break
		}
		look(n.styles[style])
		style = n.parent[style]
	}
	if at < 0 {
		at = 0
	}
	return id, at
}

// counted is a number as a format of Word writes it; as digits where the format
// is none of those that Chinese texts have.
func counted(format string, n int) string {
	switch format {
	case "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand", "japaneseCounting", "ideographTraditional":
		return chinese(n)
	case "chineseLegalSimplified", "ideographLegalTraditional":
		return strings.NewReplacer("一", "壹", "二", "贰", "三", "叁", "四", "肆", "五", "伍", "六", "陆", "七", "柒", "八", "捌", "九", "玖", "十", "拾", "百", "佰").Replace(chinese(n))
	case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital":
		return strings.NewReplacer("0", "〇", "1", "一", "2", "二", "3", "三", "4", "四", "5", "五", "6", "六", "7", "七", "8", "八", "9", "九").Replace(strconv.Itoa(n))
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		if n >= 1 && n <= 20 {
			return string(rune('①' + n - 1))
		}
	case "decimalEnclosedParen":
		return "(" + strconv.Itoa(n) + ")"
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "decimalFullWidth", "decimalFullWidth2":
		return strings.Map(func(r rune) rune { return r - '0' + '０' }, strconv.Itoa(n))
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperLetter", "lowerLetter":
		if n >= 1 && n <= 26 {
			first := rune('A')
			if format == "lowerLetter" {
				first = 'a'
			}
			return string(first + rune(n-1))
		}
	}
	return strconv.Itoa(n)
}

// chinese writes a number below a thousand as headings have it: 二十一.
func chinese(n int) string {
	digits := []rune("〇一二三四五六七八九")
	if n < 1 || n > 999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	if hundreds := n / 100; hundreds > 0 {
		b.WriteRune(digits[hundreds])
		b.WriteString("百")
		if n%100 > 0 && n%100 < 10 {
			b.WriteString("零")
		}
	}
	if tens := n / 10 % 10; tens > 0 {
		if tens > 1 || n >= 100 {
			b.WriteRune(digits[tens])
		}
		b.WriteString("十")
	}
	if n%10 > 0 {
		b.WriteRune(digits[n%10])
	}
	return b.String()
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, d := range []struct {
		value int
		text  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.text)
		}
	}
	return b.String()
}
