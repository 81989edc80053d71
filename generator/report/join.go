package report

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"jianzhu/generator/pattern"
)

// join reads on where a paragraph goes on in the next line: in a text that was
// wrapped at a width, where a page broke, where a converter tore the number or
// the first sentence off its paragraph. What begins something is never a
// continuation.
func (d *draft) join() {
	w := d.wrapping()
	torn := d.tornLeads()
	var joined []*row
	for i, r := range d.rows {
		if n := len(joined); n > 0 && d.goesOn(w, joined[n-1], d.rows[i-1], r, torn[d.rows[i-1]]) {
			joined[n-1].add(r)
			continue
		}
		joined = append(joined, r)
	}
	d.rows = joined
}

// goesOn reports whether a paragraph, of which last is the last line so far, goes
// on in the row below.
func (d *draft) goesOn(w wrapping, r, last, below *row, torn bool) bool {
	if r.kind != Text || below.kind != Text || r.listed || below.listed || r.heads || below.heads || below.explains != "" || d.isDecided(last, below) {
		return false
	}
	if isTornNumber(r.form, below.form) || torn {
		return true
	}
	end := r.from(len(r.runes) - longestFused)
	if stop := strings.LastIndex(end.text, "。"); stop >= 0 && styleOf(end.from(end.index(stop)+1)) != nil {
		return false // a heading has run into the paragraph above it
	}
	blank := d.blankBetween(last, below)
	if begins(below.form) || !w.spaced && blank && !(w.full(last) && lacksMore(last.form)) {
		return false
	}
	if strings.ContainsRune(closing, below.runes[0]) && !isHeadingLine(r.form) {
		return true // no line begins so of itself
	}
	if w.full(last) && isTornDecimal(last.form, below.form) {
		return true
	}
	if w.full(last) && !w.indented(below) {
		if isHeadingLine(r.form) {
			return endsOpen(last.form) && (w.blocks && !blank || !w.full(below) || w.brims(last) && endsHeading(r.form, below.form))
		}
		return endsOpen(last.form) || w.indents || w.brims(last) && len(r.runes) < longestJoined && !d.isNextLead(r, below) && !namesPart(below) && !isAnnouncement(below)
	}
	if !endsOpen(last.form) || isHeadingLine(r.form) || w.indented(below) {
		return false
	}
	if !lacksMore(last.form) && namesPart(below) {
		return false
	}
	if lacksMore(last.form) && (r.find("。") >= 0 || len(r.runes) > longestLabel) {
		return true
	}
	if len(last.runes) < paragraphLength && last.find("。") >= 0 {
		return true // too short for a paragraph that only lacks its full stop
	}
	isText := r.find("。") >= 0 || len(r.runes) >= paragraphLength
	return isText && !d.isNextLead(r, below) && !opens.MatchString(below.form.text) &&
		(len(below.runes) >= paragraphLength || !endsOpen(below.form)) && d.together(last.last(), below.runes[0])
}

// closing are marks that belong to what stands before them.
const closing = ",。、;:!?)》”’%"

// endsHeading reports whether the first sentence of a line can be the rest of a
// heading that has filled the line above.
func endsHeading(heading, below form) bool {
	stop := below.find("。")
	return stop >= 0 && stop <= longestLabel && len(heading.runes)+stop <= longestHeading
}

// isAnnouncement tells a line that says what is counted below it: 主要抓了以下工作:.
func isAnnouncement(r *row) bool {
	return len(r.runes) <= longestPart && r.last() == ':' && r.find("。") < 0
}

// isNextLead reports whether a line opens as the paragraph above it does: with a
// first sentence that serves as a heading.
func (d *draft) isNextLead(r, below *row) bool {
	return len(r.runes) >= shortestSection && looksLikeLead(below.form) && looksLikeLead(r.form)
}

// together reports whether two characters that a line's end parts stand together
// elsewhere in the text, so that a word is parted, or belong to Latin words and
// numbers. A sentence that only lacks its full stop seldom meets the next one so.
func (d *draft) together(a, b rune) bool {
	if !isHan(a) || !isHan(b) {
		return true
	}
	if d.pairs == nil {
		d.pairs = d.pairsFromEnds()
	}
	return d.pairs[uint64(a)<<32|uint64(b)]
}

// pairsFromEnds are the pairs of characters in the text of which the first ends a row
// somewhere: no others are asked for.
func (d *draft) pairsFromEnds() map[uint64]bool {
	ends, pairs := map[rune]bool{}, map[uint64]bool{}
	for _, r := range d.rows {
		if isHan(r.last()) {
			ends[r.last()] = true
		}
	}
	for _, r := range d.rows {
		for i := 1; i < len(r.runes); i++ {
			if first := r.runes[i-1]; ends[first] {
				pairs[uint64(first)<<32|uint64(r.runes[i])] = true
			}
		}
	}
	return pairs
}

// opens are words with which a report begins to speak of something else.
var opens = pattern.MustCompile(`^(?:今后|过去|下一步|下一阶段|展望|回顾|同志们|各位)`)

// isDecided reports whether an editor has parted two lines: the upper one is cut,
// or something begins on the lower one.
func (d *draft) isDecided(last, below *row) bool {
	given := d.report.Meta.Decisions
	_, opening := given.Outline[below.line]
	_, kind := given.Kind[below.line]
	return opening || kind || DamageKind(given.Damage.Lines[last.lines[len(last.lines)-1]]) == Cut
}

// begins tells a line that opens something by its first words.
func begins(f form) bool {
	return styleOf(f) != nil || counted.MatchString(f.text) || dashes.MatchString(f.text) || address.MatchString(f.text) ||
		unnumbered.MatchString(f.text) || bullet.MatchString(f.text) || salutation.MatchString(f.text)
}

var bullet = pattern.MustCompile(`^[●○■□◆◇▲△★☆▪•·*※>|\[【<]`)

// isHeadingLine tells a numbered line without a sentence.
func isHeadingLine(f form) bool {
	return styleOf(f) != nil && f.find("。") < 0 && len(f.runes) <= longestHeading
}

var (
	// openNumber is the beginning of a number that a line's end has torn.
	openNumber = pattern.MustCompile(`^(?:\((?:` + numeral + `|\d{1,2})?|第(?:` + numeral + `|\d{1,2})?|` + numeral + `)$`)
	// loneNumber is a number that has nothing behind it.
	loneNumber = pattern.MustCompile(`^(?:\((?:` + numeral + `|\d{1,2})\)|第` + numeral + `[,、]|首先[,、]|其次[,、]|再次[,、]|最后[,、]|` + numeral + `[、.是要]|\d{1,2}[、.])[,、]?$`)
)

// isTornNumber tells a number whose rest, or whose sentence, is the next line. A
// title alone stays a line of its own.
func isTornNumber(f, below form) bool {
	if len(f.runes) > 6 {
		return false
	}
	if openNumber.MatchString(f.text) {
		all := formOf([]rune(string(f.runes) + string(below.runes)))
		return styleOf(all) != nil
	}
	return styleOf(below) == nil && loneNumber.MatchString(f.text) && below.find("。") >= 0
}

const (
	fewestTorn  = 3  // first sentences that alternate with paragraphs
	manyTorn    = 6  // of a text
	longestTorn = 48 // of such a sentence, in runes
)

// tornLeads tells the first sentences that a converter tore off their paragraphs:
// the bold words on a line, the rest on the next one. Either a line of spaces
// stands before each, or they alternate with their paragraphs.
func (d *draft) tornLeads() map[*row]bool {
	torn := map[*row]bool{}
	var run, few []*row
	flush := func() {
		if len(run) >= fewestTorn {
			for _, r := range run {
				torn[r] = true
			}
		} else {
			few = append(few, run...)
		}
		run = nil
	}
	for i := 0; i+1 < len(d.rows); i++ {
		r, below := d.rows[i], d.rows[i+1]
		if !d.isTornLead(i) {
			if i == 0 || !slices.Contains(run, d.rows[i-1]) {
				flush()
			}
			continue
		}
		if d.afterSpaces(r) && !d.blankBetween(r, below) {
			torn[r] = true
		}
		run = append(run, r)
	}
	flush()
	if len(torn) >= manyTorn { // what is torn everywhere is torn where few stand together, too
		for _, r := range few {
			torn[r] = true
		}
	}
	return torn
}

// isTornLead tells one short sentence before a paragraph: in the style of a
// heading, or like the one before the next paragraph or the last.
func (d *draft) isTornLead(i int) bool {
	r, below := d.rows[i], d.rows[i+1]
	n := len(r.runes)
	if r.kind != Text || below.kind != Text || r.listed || below.listed || n <= shortestLead || n > longestTorn || len(below.runes) < paragraphLength ||
		r.last() != '。' || r.find("。:") != n-1 || below.find("。") < 0 || begins(r.form) || begins(below.form) {
		return false
	}
	return i > 1 && sameStart(d.rows[i-2].form, r.form) || i+2 < len(d.rows) && sameStart(d.rows[i+2].form, r.form) || isTitle(r.form.runes[:n-1])
}

// sameStart tells parallel sentences: 这一年,我们…. 这一年,我们….
func sameStart(a, b form) bool {
	return len(a.runes) > 2 && len(b.runes) > 2 && slices.Equal(a.runes[:2], b.runes[:2])
}

// isTornDecimal tells a figure that a line's end has torn at its point.
func isTornDecimal(last, below form) bool {
	n := len(last.runes)
	return n > 1 && last.runes[n-1] == '.' && isDigit(last.runes[n-2]) && isDigit(below.runes[0])
}

// isTitle tells a sentence in the style of a heading.
func isTitle(sentence []rune) bool {
	whole := slices.Concat(sentence, []rune("。"), []rune(strings.Repeat("一", shortestBody)))
	return looksLikeLead(formOf(whole))
}

// afterSpaces reports whether the line above a row has nothing but spaces.
func (d *draft) afterSpaces(r *row) bool {
	above := d.report.Line(r.line - 1)
	return above != "" && len(formOf([]rune(above)).runes) == 0
}

// blankBetween reports whether a blank line stands between two rows. Those at the end of
// a page are the page's.
func (d *draft) blankBetween(above, below *row) bool {
	blank := false
	for line := above.lines[len(above.lines)-1] + 1; line < below.line; line++ {
		if d.pageBreaks[line] {
			return false
		}
		blank = blank || len(formOf([]rune(d.report.Line(line))).runes) == 0
	}
	return blank
}

// wrapping is how a text breaks its lines.
type wrapping struct {
	width   int  // at which it was wrapped, in cells; 0 where it was not
	count   int  // of characters in each full line, where that was the measure; or 0
	indents bool // its paragraphs begin with an indent
	spaced  bool // a blank line stands between most of its lines
	blocks  bool // its paragraphs are what stands between blank lines
}

const (
	fewestWrapped    = 3    // lines of one width that show where a text was wrapped
	narrowestWrapped = 16   // of characters to such a line
	shortestSection  = 100  // of a paragraph behind a lead before the next lead, in runes
	longestJoined    = 3000 // of a paragraph that is thought to go on behind a full stop, in runes
	widestWrapped    = 160  // of such a width, in cells; Chinese characters have two
	mostHanging      = 3    // marks at a line's end that have no room on the next one
	widthVaries      = 12   // by so many per cent: a line breaks before a mark, a word, a figure
)

// wrapping finds the width at which a text was wrapped: that of most lines which
// end in mid-sentence, where no line is much longer.
func (d *draft) wrapping() wrapping {
	var w wrapping
	var open, counts []int
	paragraphs, blanks := 0, 0
	for i, r := range d.rows {
		if i > 0 && d.blankBetween(d.rows[i-1], r) {
			blanks++
		}
		if r.kind != Text || r.listed || isHeadingLine(r.form) {
			continue
		}
		paragraphs++
		if endsOpen(r.form) && i+1 < len(d.rows) && d.rows[i+1].kind == Text && !begins(d.rows[i+1].form) {
			open = append(open, r.width())
			counts = append(counts, r.count())
		}
	}
	w.spaced = blanks*10 >= len(d.rows)*8
	if len(open) < fewestWrapped || len(open)*4 < paragraphs {
		return w
	}
	if w.count = usualCount(counts); w.count > 0 {
		w.width = 2 * w.count
		return d.indenting(w)
	}
	slices.Sort(open)
	usual := open[len(open)/2]
	alike, longer := 0, 0
	for _, width := range open {
		if near(width, usual) {
			alike++
		}
	}
	for _, r := range d.rows {
		if width := r.width(); width > usual && !near(width, usual) {
			longer++
		}
	}
	if usual > widestWrapped || alike < fewestWrapped || alike*2 < len(open) || longer*10 > len(d.rows) {
		return w
	}
	w.width = usual
	return d.indenting(w)
}

// usualCount is how many characters nearly all of some lines have; 0 for none.
func usualCount(counts []int) int {
	times := map[int]int{}
	usual := 0
	for _, n := range counts {
		if times[n]++; times[n] > times[usual] {
			usual = n
		}
	}
	if times[usual]*10 < len(counts)*7 || usual < narrowestWrapped || 2*usual > widestWrapped {
		return 0
	}
	for _, n := range counts {
		if n > usual+mostHanging {
			return 0
		}
	}
	return usual
}

// indenting finds whether the paragraphs of a wrapped text are indented.
func (d *draft) indenting(w wrapping) wrapping {
	starts, indented := 0, 0
	for i, r := range d.rows[1:] {
		if above := d.rows[i]; r.kind == Text && !w.full(above) && !endsOpen(above.form) {
			starts++
			if w.indented(r) {
				indented++
			}
		}
	}
	w.indents = starts >= fewestWrapped && indented*10 >= starts*7
	return d.blocking(w)
}

// blocking finds whether blank lines part the paragraphs of a wrapped text: then nearly every
// line that has none below it is full.
func (d *draft) blocking(w wrapping) wrapping {
	within, full, blanks := 0, 0, 0
	for i, r := range d.rows[1:] {
		switch above := d.rows[i]; {
		case d.blankBetween(above, r):
			blanks++
		case w.full(above):
			within, full = within+1, full+1
		default:
			within++
		}
	}
	w.blocks = blanks >= fewestWrapped && within >= fewestWrapped && full*100 >= within*95
	return w
}

func near(width, usual int) bool {
	return usual*(100-widthVaries) <= width*100 && width*100 <= usual*(100+widthVaries)
}

// full tells a line that was broken at the width.
func (w wrapping) full(r *row) bool {
	if w.count > 0 {
		n := r.count()
		return w.count-1 <= n && n <= w.count+mostHanging
	}
	return w.width > 0 && near(r.width(), w.width)
}

// brims tells a line that has room for no more: where a sentence ends there, that is
// sooner by chance than because a paragraph does.
func (w wrapping) brims(r *row) bool {
	if w.count > 0 {
		n := r.count()
		return w.count <= n && n <= w.count+mostHanging
	}
	width := r.width()
	return w.width > 0 && w.width-1 <= width && width <= w.width+2
}

// indented tells a line that begins with the indent of a paragraph.
func (w wrapping) indented(r *row) bool { return r.column[0] > 0 }

// count is how many characters a line has, and has room for in its indent.
func (r *row) count() int {
	text := strings.TrimLeftFunc(r.text, unicode.IsSpace)
	cells := 0
	for _, c := range r.text[:len(r.text)-len(text)] {
		if cells++; c == '\u3000' {
			cells++
		}
	}
	return cells/2 + utf8.RuneCountInString(strings.TrimRightFunc(text, unicode.IsSpace))
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
