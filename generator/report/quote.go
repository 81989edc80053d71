package report

import (
	"fmt"
	"slices"
	"strings"

	"jianzhu/generator/script"
	"jianzhu/generator/tongue"
)

// words is a paragraph, or a line that is not shown, as quotes are compared with
// it: each character as one code point, without what is not shown. So one may copy
// from the page as well as from the text. The script and the case of letters count.
type words struct {
	of    Paragraph
	shown bool
	form
}

// place is where words stand; end counts from the line's start.
type place struct{ line, column, end int }

// wordsOf are the paragraphs of a report and its lines that are not shown, but for
// those whose text is withheld.
func wordsOf(r *Report) []words {
	var all []words
	for _, p := range r.Paragraphs {
		all = append(all, words{p, true, looseForm(p.Text)})
	}
	for _, d := range r.Debris {
		if f := looseForm(d.Text); len(f.runes) > 0 {
			all = append(all, words{Paragraph{Line: d.Line}, false, f})
		}
	}
	slices.SortStableFunc(all, func(a, b words) int { return a.of.Line - b.of.Line })
	return all
}

// looseForm is a text in the form that quotes are compared in.
func looseForm(text string) form {
	var f form
	source := []rune(text)
	marks := marksOf(source)
	for column, r := range source {
		same := script.Same(r)
		if isWhite(r) || same == script.Nothing || marks.out != nil && marks.out[column] {
			continue
		}
		f.runes = append(f.runes, same)
		f.column = append(f.column, column)
	}
	f.text = string(f.runes)
	return f
}

// find returns the places in shown lines where a note's quote stands between its
// prefix and its suffix.
func find(all []words, n NoteItem) []place {
	prefix, quote, suffix := looseForm(n.Prefix), looseForm(n.Quote), looseForm(n.Suffix)
	var places []place
	for _, w := range all {
		if !w.shown || n.Line > 0 && !slices.Contains(w.of.SourceLines(), n.Line) {
			continue
		}
		for _, i := range w.all(prefix.text + quote.text + suffix.text) {
			i += len(prefix.runes)
			line, column := w.of.Place(w.column[i])
			if n.Line > 0 && line != n.Line && len(w.of.SourceLines()) > 1 {
				continue
			}
			places = append(places, place{line, column, column + w.end(i+len(quote.runes)) - w.column[i]})
		}
	}
	return places
}

// all returns the indexes at which a text begins in the form, overlapping ones too.
func (f form) all(text string) []int {
	var found []int
	for from := 0; ; {
		i := strings.Index(f.text[from:], text)
		if i < 0 {
			return found
		}
		from += i
		found = append(found, f.index(from))
		from += len(string(f.runes[found[len(found)-1]]))
	}
}

// misplaced says what is wrong with a quote that does not stand in one place,
// and what to do.
func misplaced(r *Report, all []words, n NoteItem, places []place) (message, hint string) {
	quote := looseForm(n.Quote).text
	if len(places) > 1 {
		return tongue.Sprintf("the quote %q stands in %d places: %s", n.Quote, len(places), linesOf(places)),
			tongue.Text("say which: with line:, or with prefix: or suffix:, the words before or after it")
	}
	message = tongue.Sprintf("the quote %q stands in no line", n.Quote)
	if n.Line > 0 {
		message = tongue.Sprintf("the quote %q does not stand in line %d", n.Quote, n.Line)
	}
	if bare := find(all, NoteItem{Quote: n.Quote}); len(bare) > 0 {
		return message + tongue.Text(" as given"), tongue.Sprintf("without prefix, suffix and line it stands in %s", linesOf(bare))
	}
	for _, w := range all {
		if !w.shown && strings.Contains(w.text, quote) {
			return message + tongue.Text(" that is shown"), tongue.Sprintf("line %d has it, but is not part of the report", w.of.Line)
		}
	}
	if from, to := across(all, quote); to > 0 {
		return message, tongue.Sprintf("the words run from line %d to line %d: quote from one of them", from, to)
	}
	if line, near := nearest(r, n.Quote); near != "" {
		return message, tongue.Sprintf("line %d has %q: quote the words as the page shows them", line, near)
	}
	return message, tongue.Text("copy the words from the page or from report.txt")
}

// linesOf names the lines of places: lines 3, 8 (twice).
func linesOf(places []place) string {
	var lines []int
	count := map[int]int{}
	for _, p := range places {
		if count[p.line]++; count[p.line] == 1 {
			lines = append(lines, p.line)
		}
	}
	var names []string
	for _, line := range lines {
		name := fmt.Sprint(line)
		if count[line] > 1 {
			name += tongue.Sprintf(" (%d times)", count[line])
		}
		names = append(names, name)
	}
	if len(names) == 1 {
		return tongue.Text("line ") + names[0]
	}
	return tongue.Text("lines ") + strings.Join(names, ", ")
}

// across finds a text that runs over the end of shown lines.
func across(all []words, text string) (from, to int) {
	var joined strings.Builder
	var ends []int // of each shown line in joined
	var lines []int
	for _, w := range all {
		if w.shown {
			joined.WriteString(w.text)
			ends, lines = append(ends, joined.Len()), append(lines, w.of.Line)
		}
	}
	i := strings.Index(joined.String(), text)
	if i < 0 {
		return 0, 0
	}
	first, _ := slices.BinarySearch(ends, i+1)
	last, _ := slices.BinarySearch(ends, i+len(text))
	return lines[first], lines[last]
}

// nearest returns the line from which the longest part of a quote stands, in
// either script, and what that line has for the whole quote; "" where the part
// is less than half of it.
func nearest(r *Report, quote string) (line int, near string) {
	want := formOf([]rune(quote)).runes
	longest := max(1, len(want)/2) - 1
	for _, p := range r.Paragraphs {
		source := []rune(p.Text)
		has := formOf(source)
		i, j, n := common(want, has.runes)
		if n <= longest {
			continue
		}
		from, to := max(0, j-i), min(len(has.runes), j+len(want)-i)
		longest = n
		near = DisplayString(string(source[has.column[from]:has.end(to)]))
		line, _ = p.Place(has.column[from])
	}
	return line, near
}

// common finds the longest run of runes that two texts share: where it begins in
// each, and its length.
func common(a, b []rune) (i, j, n int) {
	lengths := make([]int, len(b)+1) // of the runs that end before each rune of b and with a[x]
	for x := range a {
		before := 0 // the length of the run that ends before a[x] and b[y]
		for y := range b {
			here := before
			before, lengths[y+1] = lengths[y+1], 0
			if a[x] == b[y] {
				lengths[y+1] = here + 1
				if here+1 > n {
					n = here + 1
					i, j = x-n+1, y-n+1
				}
			}
		}
	}
	return i, j, n
}
