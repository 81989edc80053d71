package report

import (
	"cmp"
	"slices"
	"strings"
)

// findDefinitions reads what the report explains itself: the entries of its lists
// and notes, what stands in brackets after a word, and what its sentence says of it. What
// has no word that it explains, a source, a remark, is no definition.
func (d *draft) findDefinitions() {
	at := map[*row]int{}
	for i, r := range d.rows {
		at[r] = i
	}
	for _, entries := range d.lists {
		ways := waysOf(entries)
		for n, r := range entries {
			below := len(d.rows)
			if n+1 < len(entries) {
				below = at[entries[n+1]]
			}
			next := 0
			if n+1 < len(entries) {
				next = entries[n+1].label.value
			}
			d.define(r, d.goingOn(at[r], below), ways, next)
		}
	}
	d.findInBrackets()
	d.findInSentences()
	d.findFollowing()
	slices.SortStableFunc(d.report.Definitions, func(a, b Definition) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.TextLine, b.TextLine), cmp.Compare(a.Column, b.Column))
	})
	d.findMarks()
}

// goingOn are the rows between two entries, which go on with the upper one.
func (d *draft) goingOn(entry, next int) []*row {
	end := entry + 1
	for end < next && d.rows[end].inList && d.rows[end].explains == "" && !d.headsGroup(end) {
		end++
	}
	return d.rows[entry+1 : end]
}

// waysOf are the ways in which the entries of a list part words and meanings, the
// usual one first.
func waysOf(entries []*row) []parting {
	colons, stops, gaps := 0, 0, 0
	for _, r := range entries {
		from := r.label.end
		if _, ok := partAt(r.form, from, []parting{byBrackets, byColon}); ok {
			colons++
		} else if _, ok := partAt(r.form, from, []parting{byStop}); ok {
			stops++
		} else if gap(r.form, from) > 0 {
			gaps++
		}
	}
	switch n := len(entries); {
	case colons*2 >= n:
		return []parting{byBrackets, byColon, byDash, byMeaning, byStop, bySpace, byQuote}
	case stops*2 >= n:
		return []parting{byStop, byBrackets, byColon, byDash, byMeaning, bySpace, byQuote}
	case entries[0].explains == FromNote:
		return []parting{byBrackets, byMeaningStrictly}
	case gaps*2 >= n:
		return []parting{byBrackets, bySpace, byColon, byMeaning, byQuote}
	}
	return []parting{byBrackets, byColon, byDash, byMeaning, bySpace, byQuote, byStop}
}

// define reads the entry with which a row begins, and others of the same row where
// the number that should follow on the next one stands in it.
func (d *draft) define(r *row, below []*row, ways []parting, next int) {
	at := r.label
	for begin := 0; ; {
		end := len(r.runes)
		after := entryLabel{}
		if at.style != "" && next != at.value+1 {
			end, after = r.followed(at, ways)
		}
		within := r.span(0, end)
		p, ok := partAt(within, at.end, ways)
		switch {
		case ok && end < len(r.runes):
			d.add(r, begin, at, p, end, nil)
		case ok:
			d.add(r, begin, at, p, end, below)
		case begin == 0 && end == len(r.runes) && len(below) > 0 && (r.last() == ':' || r.explains == FromList) && (isWordAlone(r.form) || at.style == "" && isShort(r.form)):
			word := len(strings.TrimRight(string(r.runes), ":"))
			d.add(r, begin, at, parted{at.end, r.index(word), end}, end, below)
		}
		if end == len(r.runes) {
			return
		}
		begin, at = end, after
	}
}

// followed is where in a row the label stands that follows another one.
func (r *row) followed(by entryLabel, ways []parting) (at int, l entryLabel) {
	for i := by.end + 2; i+2 < len(r.runes); i++ {
		if !strings.ContainsRune("。;", r.runes[i-1]) {
			continue
		}
		rest := r.from(i)
		if l := labelOf(rest); l.style == by.style && l.value == by.value+1 {
			if _, ok := partAt(rest, l.end, ways); ok {
				l.end += i
				return i, l
			}
		}
	}
	return len(r.runes), entryLabel{}
}

// add adds a definition that begins at a rune of a row; its text ends at another
// one and goes on in rows below.
func (d *draft) add(r *row, begin int, at entryLabel, p parted, end int, below []*row) {
	x := Definition{
		Term:   strings.Trim(pageOf.ReplaceAllString(r.words(p.start, p.term), ""), " \t\u3000*、，,"),
		Text:   r.words(p.text, end),
		Source: r.explains,
		value:  at.value,
	}
	if at.style != "" {
		x.Number = strings.TrimSpace(r.words(begin, at.end))
	}
	x.Line, _ = r.place(begin)
	last := r.lines[len(r.lines)-1]
	if p.text < end {
		x.TextLine, x.Column = r.place(p.text)
	}
	for _, more := range below {
		if x.Text != "" {
			x.Text += "\n"
		} else {
			x.TextLine, x.Column = more.place(0)
		}
		x.Text += more.words(0, len(more.runes))
		last = more.lines[len(more.lines)-1]
	}
	x.Last = last
	if x.Term != "" && x.Text != "" {
		d.report.Definitions = append(d.report.Definitions, x)
	}
}
