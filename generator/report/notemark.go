package report

import (
	"cmp"
	"slices"
	"strings"
)

// noteMark is a mark in the text that leads to a note: [3], ⑶, ³.
type noteMark struct {
	style    string
	value    int
	row      *row
	from, to int // in runes
}

// markStyles are the ways in which marks are written that may lead to notes.
// What counts within a sentence looks like some of them.
var markStyles = map[string]bool{"[1]": true, circled: true, "⑴": true, "¹": true, "(1)": true, "注1": true}

const longestMark = 8 // in runes

// noteMarks are what looks like a mark in a row: behind a word, or in square
// brackets wherever it stands but at the start.
func noteMarks(r *row) (found []noteMark) {
	for i := 1; i < len(r.runes); i++ {
		if !beginsMark(r.runes[i]) {
			continue
		}
		l := labelOf(r.span(i, min(len(r.runes), i+longestMark)))
		if !markStyles[l.style] || l.style != "[1]" && strings.ContainsRune("。,;:!?、(", r.runes[i-1]) {
			continue
		}
		to := i + l.end
		for to > i+1 && strings.ContainsRune(":.、", r.runes[to-1]) {
			to--
		}
		found = append(found, noteMark{l.style, l.value, r, i, to})
		i = to - 1
	}
	return found
}

// beginsMark tells a character with which a mark may begin.
func beginsMark(r rune) bool {
	if r >= 0x4e00 && r < 0xa000 { // most are
		return false
	}
	return strings.ContainsRune("[【〔﹝(", r) || circledValue(r) > 0 || superscript(r) >= 0
}

// findNotes finds the notes to which marks in the text lead, and those that say
// 注1 themselves: at the end, at the foot of pages, between paragraphs.
func (d *draft) findNotes() {
	known := map[string]map[int]bool{}
	labelled := false
	for _, r := range d.rows {
		for _, m := range noteMarks(r) {
			if known[m.style] == nil {
				known[m.style] = map[int]bool{}
			}
			known[m.style][m.value] = true
		}
		labelled = labelled || markStyles[labelOf(r.form).style]
	}
	if !labelled {
		return
	}
	isNote := func(i int, style string) bool {
		r := d.rows[i]
		l := labelOf(r.form)
		return r.kind == Text && !r.inList && l.style == style && (known[style][l.value] || style == "注1" && l.end < len(r.runes))
	}
	for i := 0; i < len(d.rows); i++ {
		style := labelOf(d.rows[i].form).style
		if !markStyles[style] || style == "(1)" || !isNote(i, style) {
			continue
		}
		l := list{source: FromNote, numbered: true}
		for ; i < len(d.rows) && isNote(i, style); i++ {
			l.entries = append(l.entries, i)
		}
		i--
		first := labelOf(d.rows[l.entries[0]].form).value
		if style == circled && (first > 1 || len(l.entries) < 2) {
			continue // 一个…①… counts in the text
		}
		d.lists = append(d.lists, d.mark(l))
	}
}

// findMarks finds the marks that lead to numbered definitions. Marks count on
// through the text as the definitions do; digits alone are marks where they stand
// behind the word itself.
func (d *draft) findMarks() {
	byValue, numbered := map[int]int{}, 0
	for i, x := range d.report.Definitions {
		if x.value == 0 || !x.Source.Apart() {
			continue
		}
		numbered++
		if _, twice := byValue[x.value]; twice {
			byValue[x.value] = -1 // two lists
			continue
		}
		byValue[x.value] = i
	}
	if numbered == 0 {
		return
	}
	of := map[string][]noteMark{}
	for _, r := range d.rows {
		if r.inList || r.kind != Text && r.kind != Heading {
			continue
		}
		for _, m := range noteMarks(r) {
			if i, ok := byValue[m.value]; ok && i >= 0 {
				of[m.style] = append(of[m.style], m)
			}
		}
		for _, m := range d.digitMarks(r, byValue) {
			d.lead(m, byValue)
		}
	}
	for style, marks := range of {
		if style == "[1]" || style == "¹" || countsOn(marks, numbered) {
			for _, m := range marks {
				d.lead(m, byValue)
			}
		}
	}
	for i := range d.report.Definitions {
		sortPlaces(d.report.Definitions[i].Marks)
	}
}

// lead records a mark with the definition to which it leads.
func (d *draft) lead(m noteMark, byValue map[int]int) {
	x := &d.report.Definitions[byValue[m.value]]
	line, column := m.row.place(m.from)
	x.Marks = append(x.Marks, NoteMark{line, column, column + m.row.end(m.to) - m.row.column[m.from]})
}

// countsOn reports whether marks are those of the definitions: most of them have
// one, in the order of their numbers.
func countsOn(marks []noteMark, numbered int) bool {
	seen, highest, backwards := map[int]bool{}, 0, 0
	for _, m := range marks {
		if !seen[m.value] && m.value < highest {
			backwards++
		}
		seen[m.value] = true
		highest = max(highest, m.value)
	}
	return len(seen)*2 >= numbered && backwards*5 <= len(seen)
}

// digitMarks are the digits that stand directly behind the word which the
// definition of their number explains: 委员会2.
func (d *draft) digitMarks(r *row, byValue map[int]int) (found []noteMark) {
	for i := 1; i < len(r.runes); i++ {
		if !isDigit(r.runes[i]) || isDigit(r.runes[i-1]) {
			continue
		}
		to := i
		for to < len(r.runes) && isDigit(r.runes[to]) {
			to++
		}
		if to-i > 3 {
			continue
		}
		value, _ := numberOf(string(r.runes[i:to]))
		of, ok := byValue[value]
		if !ok || of < 0 {
			continue
		}
		word := strings.Map(withoutQuotes, folded(d.report.Definitions[of].Term))
		before := strings.Map(withoutQuotes, string(r.runes[max(0, i-longestWord):i]))
		if len(word) > len("字") && strings.HasSuffix(before, word) {
			found = append(found, noteMark{bareDigits, value, r, i, to})
		}
	}
	return found
}

func sortPlaces(marks []NoteMark) {
	slices.SortFunc(marks, func(a, b NoteMark) int { return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column)) })
}
