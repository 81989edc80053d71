package report

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"jianzhu/generator/script"
)

// ChangeKind is a way in which display differs from the source.
type ChangeKind string

const (
	FullWidth  ChangeKind = "full-width"  // ASCII punctuation next to Chinese, widened
	StraySpace ChangeKind = "stray-space" // white space next to Chinese, taken out; between columns one space is left, of a tab too
	Indent     ChangeKind = "indent"      // white space at a line's start or end, taken out
	ZeroWidth  ChangeKind = "zero-width"  // default-ignorable: U+FEFF, U+200B, soft hyphens, marks of direction, taken out
	Control    ChangeKind = "control"     // controls of converters, taken out; where they part something one space stands
	TableMark  ChangeKind = "table-mark"  // | of a Markdown table, in none of its cells: see Table
	Mark       ChangeKind = "mark"        // Markdown that a converter left, **, ##, <br>, \., taken out
)

// ChangeKinds are all kinds, in the order in which they are listed.
var ChangeKinds = []ChangeKind{FullWidth, StraySpace, Indent, ZeroWidth, Control, TableMark, Mark}

// Glyph is one source code point as displayed.
type Glyph struct {
	Source rune
	Shown  rune       // 0 where it is not shown
	Change ChangeKind // "" where Shown is Source
}

// wide is a mark as it stands next to Chinese, parentheses in pairs, the rest one by
// one; 0 for what stays. % is written narrow next to figures.
func wide(r rune) rune {
	switch r {
	case ',', ';', ':', '!', '?', '(', ')':
		return r + '，' - ','
	}
	return 0
}

// Display returns a line as it is shown, one glyph for each code point of the
// source, so that a column is an index. It is the one place where the text changes.
//
// Ratios, times and figures (29:71, 12:40, 1,080) stay, having no Chinese next
// to them; so do spaces between Latin words, and lines without any Chinese
// character but for their indent.
func Display(line string) []Glyph { return new(display).of(line) }

// display is what showing a line takes, several times as much as the line: for the next
// one it is used again.
type display struct {
	runes  []rune
	glyphs []Glyph
	solid  []int // columns of what is neither white space nor zero-width
}

// displays are those that nobody uses.
var displays = sync.Pool{New: func() any { return new(display) }}

// of is [Display], until it is asked for another line.
func (d *display) of(line string) []Glyph {
	d.runes = d.runes[:0]
	for _, r := range line {
		d.runes = append(d.runes, r)
	}
	runes := d.runes
	glyphs, solid := slices.Grow(d.glyphs[:0], len(runes)), slices.Grow(d.solid[:0], len(runes))
	han := false
	marks := marksOf(runes)
	for column, r := range runes {
		g := Glyph{Source: r, Shown: r}
		switch {
		case marks.out != nil && marks.out[column]:
			g.Shown, g.Change = 0, Mark
		case script.IsIgnorable(r):
			g.Shown, g.Change = 0, ZeroWidth
		case parts(r) || r == '\r':
			g.Shown, g.Change = ' ', Control
		case isControl(r):
			g.Shown, g.Change = 0, Control
		case !script.IsSpace(r):
			solid = append(solid, column)
			han = han || isHan(r)
		}
		glyphs = append(glyphs, g)
	}
	d.glyphs, d.solid = glyphs, solid
	if len(solid) == 0 {
		takeOut(glyphs, Indent)
		return glyphs
	}
	takeOut(glyphs[:solid[0]], Indent)
	takeOut(glyphs[solid[len(solid)-1]+1:], Indent)
	if han {
		widenPairs(glyphs, solid)
		widenMarks(glyphs, solid)
		closeUp(runes, glyphs, solid)
	}
	return glyphs
}

// DisplayString is a line as it is shown.
func DisplayString(line string) string {
	if !changes(line) {
		return line
	}
	d := displays.Get().(*display)
	defer displays.Put(d)
	var b strings.Builder
	for _, g := range d.of(line) {
		if g.Shown != 0 {
			b.WriteRune(g.Shown)
		}
	}
	return b.String()
}

func takeOut(glyphs []Glyph, why ChangeKind) {
	for i := range glyphs {
		switch g := &glyphs[i]; {
		case g.Change == Control:
			g.Shown = 0
		case g.Shown != 0:
			g.Shown, g.Change = 0, why
		}
	}
}

// isWhite tells white space and controls: they stand between words and are none.
func isWhite(r rune) bool { return script.IsSpace(r) || isControl(r) }

// isControl tells C0 and C1 controls, but for the tab.
func isControl(r rune) bool {
	return r < ' ' && r != '\t' || r >= 0x7f && r <= 0x9f
}

// cellMark ends a cell of a table in text that was taken out of Word.
const cellMark = '\a'

// parts tells the controls at which something new begins: a cell, a line of Word
// (U+000B), a page (U+000C), a line or paragraph after ISO 6429 and Unicode.
func parts(r rune) bool {
	return r == cellMark || r == '\v' || r == '\f' || r == 0x85 || r == 0x2028 || r == 0x2029
}

func (g *Glyph) widen() { g.Shown, g.Change = wide(g.Source), FullWidth }

// widenPairs widens parentheses where Chinese stands at any side of either.
func widenPairs(glyphs []Glyph, solid []int) {
	chinese := func(i int) bool { return i >= 0 && i < len(solid) && isChinese(glyphs[solid[i]].Shown) }
	var open []int
	for i, column := range solid {
		switch glyphs[column].Source {
		case '(':
			open = append(open, i)
		case ')':
			if len(open) == 0 {
				continue
			}
			j := open[len(open)-1]
			open = open[:len(open)-1]
			if chinese(j-1) || chinese(j+1) || chinese(i-1) || chinese(i+1) {
				glyphs[solid[j]].widen()
				glyphs[column].widen()
			}
		}
	}
}

func widenMarks(glyphs []Glyph, solid []int) {
	for i, column := range solid {
		g := &glyphs[column]
		if wide(g.Source) == 0 || g.Source == '(' || g.Source == ')' {
			continue
		}
		before := i > 0 && isChinese(glyphs[solid[i-1]].Shown)
		after := i+1 < len(solid) && isChinese(glyphs[solid[i+1]].Shown)
		// White space before a comma is neither a figure's nor Latin typing.
		apart := i > 0 && solid[i-1] < column-1 && (g.Source == ',' || g.Source == ';')
		if before || after || apart {
			g.widen()
		}
	}
}

// closeUp takes out spaces that have Chinese on either side. In a line without
// any punctuation a space between words parts a title (第一章 总则) and stays;
// one between single characters (名 词 解 释) only spreads them. Between the
// columns of a table and before a page's number one space is left, and in empty
// brackets (〔 〕) what stands there.
func closeUp(source []rune, glyphs []Glyph, solid []int) {
	title := true
	for _, column := range solid {
		r := source[column]
		title = title && !isWidePunctuation(r) && wide(r) == 0
	}
	var columns []int
	number, chapter := 0, chapterEnd(source, solid)
	if !isPiped(source) {
		columns, number = cells(source, solid), page(source, solid)
	}
	for i := 1; i < len(solid); i++ {
		from, to := solid[i-1], solid[i]
		before, after := glyphs[from].Shown, glyphs[to].Shown
		if to == from+1 {
			continue
		}
		if mark := slices.IndexFunc(glyphs[from+1:to], func(g Glyph) bool { return parts(g.Source) }); mark >= 0 {
			takeOut(glyphs[from+1:from+1+mark], StraySpace)
			takeOut(glyphs[from+2+mark:to], StraySpace)
			continue
		}
		if i == number || slices.Contains(columns, i) {
			first := from + 1
			for first < to-1 && glyphs[first].Shown == 0 {
				first++
			}
			takeOut(glyphs[first+1:to], StraySpace)
			if gap := &glyphs[first]; gap.Source != ' ' {
				gap.Shown, gap.Change = ' ', StraySpace
			}
			continue
		}
		if !isChinese(before) && !isChinese(after) || empty[before] == after {
			continue
		}
		apart := title && isHan(before) && isHan(after) &&
			i > 1 && solid[i-2] == from-1 && i+1 < len(solid) && solid[i+1] == to+1
		if !apart && i != chapter {
			takeOut(glyphs[from+1:to], StraySpace)
		}
	}
}

// chapterEnd is where in solid the title begins behind the number of a chapter, 第一节|　2035年目标;
// 0 where the line begins with none. The space between says what is number and what title.
func chapterEnd(source []rune, solid []int) int {
	if len(solid) < 4 || source[solid[0]] != '第' {
		return 0
	}
	for i, column := range solid[1:] {
		switch r := source[column]; {
		case isNumeral(r), isDigit(r):
		case i > 0 && strings.ContainsRune("章节篇编", r):
			return i + 2
		default:
			return 0
		}
	}
	return 0
}

// empty has the brackets in which a space stands for a figure.
var empty = map[rune]rune{'〔': '〕', '（': '）', '【': '】', '［': '］'}

func isHan(r rune) bool {
	return r >= 0x4e00 && r < 0xa000 || r > unicode.MaxLatin1 && unicode.Is(unicode.Han, r)
}

// isWidePunctuation tells punctuation that a Chinese font sets full-width,
// quote marks and dashes included.
func isWidePunctuation(r rune) bool {
	return r >= 0x3001 && r <= 0x3020 && !isHan(r) || r >= 0xff01 && r <= 0xff65 || strings.ContainsRune("“”‘’—…·", r)
}

func isChinese(r rune) bool { return isHan(r) || isWidePunctuation(r) }

// normalised lists what display changes, by what it does in the shown paragraphs; to
// that come the controls on lines that have nothing else, and the marks of tables.
func (r *Report) normalised(counts map[ChangeKind]int) []Count {
	for _, line := range r.Lines {
		if strings.ContainsFunc(line.Text, isControl) && !strings.ContainsFunc(line.Text, func(c rune) bool { return !isWhite(c) && !script.IsIgnorable(c) }) {
			for _, c := range line.Text {
				if isControl(c) {
					counts[Control]++
				}
			}
		}
	}
	counts[TableMark] = tableMarks(r)
	var all []Count
	for _, kind := range ChangeKinds {
		if counts[kind] > 0 {
			all = append(all, Count{kind, counts[kind]})
		}
	}
	return all
}

// changes reports whether display may show a line otherwise. Most of all lines it does
// not, and of most of their code points a byte tells it.
func changes(line string) bool {
	beside, other := false, false // marks that Chinese beside them widens, and what is not ASCII
	for i := 0; i < len(line); {
		switch c := line[i]; {
		case c < utf8.RuneSelf:
			if asciiChanges[c] && wide(rune(c)) == 0 {
				return true
			}
			beside = beside || asciiChanges[c]
			i++
		case c > 0xe4 && c < 0xe9 && isTail(line, i+1) && isTail(line, i+2): // U+5000 to U+8FFF
			other = true
			i += 3
		default:
			r, size := utf8.DecodeRuneInString(line[i:])
			if mayChange(r) {
				return true
			}
			other = true
			i += size
		}
		if beside && other {
			return true
		}
	}
	return false
}

// isTail reports whether a byte that goes on with a code point stands somewhere.
func isTail(line string, at int) bool { return at < len(line) && line[at]&0xc0 == 0x80 }

// asciiChanges is mayChange of ASCII.
var asciiChanges = func() (all [utf8.RuneSelf]bool) {
	for r := range all {
		all[r] = mayChange(rune(r))
	}
	return all
}()

// mayChange tells a character that display may show otherwise, or a mark of
// Markdown.
func mayChange(r rune) bool {
	switch {
	case r >= 0x4e00 && r < 0xa000, r >= '0' && r <= '9', r > 0x3000 && r < 0x3040, r > 0xff00 && r < 0xff5f, r >= 0x2010 && r < 0x2028:
		return false // most of all texts
	}
	return isWhite(r) || wide(r) != 0 || r == '*' || r == '\\' || r == '<' || r == '&' || r == '#' || script.IsIgnorable(r)
}

// Plain is a text without control characters: a space where one of them parts
// something. It is for what is shown as received otherwise.
func Plain(text string) string { return strings.Map(plain, text) }

func plain(r rune) rune {
	switch {
	case parts(r) || r == '\r':
		return ' '
	case isControl(r):
		return -1
	}
	return r
}
