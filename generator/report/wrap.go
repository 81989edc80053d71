package report

import (
	"slices"
	"strings"
	"unicode"
)

const (
	fewestWrapped = 3   // lines of one width that show where a text was wrapped
	widestWrapped = 100 // of such a width, in cells; Chinese characters have two
	widthVaries   = 20  // by so many per cent: a line breaks before a mark, a word, a figure
)

// wraps tells which rows that end in mid-sentence are not cut but go on in the
// next one, as where a text was wrapped by hand in parts. The next line must
// begin nothing. Then a comma at the end is enough; without one, lines that were
// wrapped have about one width, and what is wider was not wrapped there. Cut
// lines vary.
func (d *draft) wraps() map[*row]bool {
	wrapped := map[*row]bool{}
	next := map[*row]*row{}
	var widths []int
	for i, r := range d.rows[:max(0, len(d.rows)-1)] {
		below := d.rows[i+1]
		if r.kind != Text || r.listed || !endsOpen(r.form) || !d.mayGoOn(r, below) {
			continue
		}
		next[r] = below
		if strings.ContainsRune(",、", r.last()) && !looksLikeLead(below.form) {
			wrapped[r] = true
		}
		widths = append(widths, r.width())
	}
	if len(widths) == 0 {
		return wrapped
	}
	slices.Sort(widths)
	usual := widths[(len(widths)-1)/2]
	least, most := usual*(100-widthVaries)/100, usual*(100+widthVaries)/100
	alike := 0
	for _, width := range widths {
		if least <= width && width <= most {
			alike++
		}
	}
	if alike < fewestWrapped || usual > widestWrapped {
		return wrapped
	}
	for r, below := range next {
		if least <= r.width() && r.width() <= most && below.width() <= most {
			wrapped[r] = true
		}
	}
	return wrapped
}

// mayGoOn tells a line that can go on with the sentence of the row above: no
// blank line parts them, and it has neither an indent nor a number.
func (d *draft) mayGoOn(r, below *row) bool {
	for line := r.line + 1; line < below.line; line++ {
		if len(formOf([]rune(d.report.Line(line))).runes) == 0 {
			return false
		}
	}
	return below.kind == Text && styleOf(below.form) == nil && !below.listed && below.column[0] == 0 &&
		!counted.MatchString(below.form.text) && !dashes.MatchString(below.form.text) && !address.MatchString(below.form.text)
}

// width is how far a line goes, in cells.
func (r *row) width() int {
	cells := 0
	for _, c := range strings.TrimFunc(r.text, unicode.IsSpace) {
		if isChinese(c) {
			cells++
		}
		cells++
	}
	return cells
}
