package page

import (
	"slices"
	"strconv"
)

// Passage is text of a source as it is shown, with what is set into it. Positions
// are indexes into Text.
type Passage struct {
	Text  []rune
	Bold  []Span
	Links []Reference
	Marks []Mark

	Source bool   // on the page of its report
	Title  bool   // of a section
	Lead   string // the id of the section that its first words open, or ""
}

// Span is a part of a passage.
type Span struct{ Start, End int }

// Reference is a link from words of a passage, to a term or a document.
type Reference struct {
	Span
	To     string // file
	Gloss  string // what Markdown says of it in a word
	Term   string // id; "" for a document
	Number int    // of the term's entry on the page, or 0
}

// Mark is one of our marks in the text.
type Mark struct {
	At int
	Inline
}

// Part is a passage from start to end, without white space around it, as CommonMark
// can set it; this and its printing go together.
func (p Passage) Part(start, end int) Passage {
	p.Marks = p.marksOf(start, end)
	for start < end && isSpace(p.Text[start]) {
		start++
	}
	for end > start && isSpace(p.Text[end-1]) {
		end--
	}
	return p.Cut(start, end)
}

// writer is what the two forms of a passage have to say, and at each place.
type writer interface {
	chars(from, to int)
	link(r Reference, opens bool)
	bold(opens bool)
	mark(m Mark)
}

// each goes through a passage: at each place where something is what ends there, the marks,
// what begins there, and the text up to the next.
func (p Passage) each(w writer) {
	bold, links, marks := p.Bold, p.Links, p.Marks
	inBold, inLink := false, false
	for i := 0; ; {
		if inLink && links[0].End == i {
			w.link(links[0], false)
			links, inLink = links[1:], false
		}
		if inBold && bold[0].End == i {
			w.bold(false)
			bold, inBold = bold[1:], false
		}
		for ; !inLink && len(marks) > 0 && marks[0].At <= i; marks = marks[1:] {
			w.mark(marks[0])
		}
		if len(bold) > 0 && bold[0].Start == i {
			w.bold(true)
			inBold = true
		}
		if i == len(p.Text) {
			return
		}
		if len(links) > 0 && links[0].Start == i {
			w.link(links[0], true)
			inLink = true
		}
		next := len(p.Text)
		until := func(at int) {
			if i < at && at < next {
				next = at
			}
		}
		if len(links) > 0 {
			until(links[0].Start)
			until(links[0].End)
		}
		if len(bold) > 0 {
			until(bold[0].Start)
			until(bold[0].End)
		}
		if len(marks) > 0 {
			until(marks[0].At)
		}
		w.chars(i, next)
		i = next
	}
}

// passageMarkdown writes a passage as Markdown.
type passageMarkdown struct {
	*source
	p     Passage
	opens bool // a block
}

func (p Passage) inMarkdown(w *source) { p.each(passageMarkdown{w, p, w.opens()}) }

func (w passageMarkdown) chars(from, to int) {
	out := w.out
	for i := from; i < to; i++ {
		before := w.p.Text[i] == '!' && (w.p.linkFrom(i+1) || w.p.markAt(i+1))
		out = appendEscaped(out, w.p.Text, i, w.opens, before)
	}
	w.out = out
}

func (w passageMarkdown) link(r Reference, opens bool) {
	if opens {
		w.raw("[")
		return
	}
	w.raw("](")
	w.to(r.To)
	if r.Gloss != "" {
		w.raw(` "`)
		w.out = appendEscapedTitle(w.out, r.Gloss)
		w.raw(`"`)
	}
	w.raw(")")
}

func (w passageMarkdown) bold(bool)   { w.raw("**") }
func (w passageMarkdown) mark(m Mark) { m.inMarkdown(w.source) }

// passageHTML writes a passage as HTML.
type passageHTML struct {
	*view
	p    Passage
	lead string // the id that the first bold is to have
	stop []int  // where a line may end
	ends int    // where the number of a title ends, or 0
}

func (p Passage) inHTML(w *view) {
	html := &passageHTML{view: w, p: p, lead: p.Lead}
	if p.Source {
		html.stop = ratioStops(p.Text)
	}
	if p.Title {
		html.ends = ordinalOf(p.Text)
	}
	if p.Lead != "" && (len(p.Bold) == 0 || p.Bold[0].Start > 0 || p.markAt(0)) { // it could not be set in bold
		w.tag("span", "class", "lead", "id", p.Lead)
		w.end("span")
		html.lead = ""
	}
	p.each(html)
}

func (w *passageHTML) chars(from, to int) {
	for from < to {
		if len(w.stop) > 0 && w.stop[0] == from {
			w.tag("wbr")
			w.stop = w.stop[1:]
		}
		if from == 0 && w.ends > 0 {
			w.ordinal(true)
		}
		next := to
		if len(w.stop) > 0 {
			next = min(next, w.stop[0])
		}
		if from < w.ends {
			next = min(next, w.ends)
		}
		w.runes(w.p.Text[from:next])
		if from = next; from == w.ends {
			w.ordinal(false)
		}
	}
}

func (w *passageHTML) link(r Reference, opens bool) {
	if !opens {
		w.end("a")
		return
	}
	again := ""
	if w.p.Source {
		again = w.again.of(r.To)
	}
	if r.Term == "" {
		w.tag("a", "class", "document", "href", r.To, "data-again", again)
	} else {
		w.tag("a", "class", "term", "href", r.To, "data-term", r.Term, "data-n", count(r.Number), "data-again", again)
	}
}

func (w *passageHTML) bold(opens bool) {
	switch {
	case !opens:
		w.end("strong")
	case w.lead != "":
		w.tag("strong", "class", "lead", "id", w.lead)
		w.lead = ""
	case w.p.Source:
		w.tag("strong", "class", "item")
	default:
		w.tag("strong")
	}
}

func (w *passageHTML) mark(m Mark) { m.inHTML(w.view) }

// count is a number as an attribute has it; "" for none.
func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// marksOf are the marks of a part of the line. They stand after what they mark: one
// between two parts belongs to the first.
func (p Passage) marksOf(start, end int) (marks []Mark) {
	for _, g := range p.Marks {
		if (start < g.At || start == 0) && (g.At <= end || end == len(p.Text)) {
			marks = append(marks, g)
		}
	}
	return marks
}

// Cut is the part of a line from start to end, with only those marks that
// CommonMark can set: bold that it reads as bold, and links across no border.
func (p Passage) Cut(start, end int) Passage {
	part := Passage{Text: p.Text[start:end], Source: p.Source, Lead: p.Lead}
	for _, g := range p.Marks {
		part.Marks = append(part.Marks, Mark{max(start, min(g.At, end)) - start, g.Inline})
	}
	for _, b := range p.Bold {
		if b = (Span{max(b.Start, start) - start, min(b.End, end) - start}); b.Start < b.End {
			part.Bold = append(part.Bold, b)
		}
	}
	slices.SortFunc(part.Bold, func(a, b Span) int { return a.Start - b.Start })
	last := 0
	for _, k := range p.Links {
		k.Start, k.End = k.Start-start, k.End-start
		crosses := slices.ContainsFunc(part.Bold, func(b Span) bool {
			return k.Start < b.Start && b.Start < k.End || k.Start < b.End && b.End < k.End
		})
		if k.Start >= last && k.Start < k.End && k.End <= len(part.Text) && !crosses {
			part.Links = append(part.Links, k)
			last = k.End
		}
	}
	// A mark within a link stands after it.
	for i, g := range part.Marks {
		for _, k := range part.Links {
			if k.Start < g.At && g.At < k.End {
				part.Marks[i].At = k.End
			}
		}
	}
	slices.SortStableFunc(part.Marks, func(a, b Mark) int { return a.At - b.At })

	bold := part.Bold
	part.Bold = nil
	for _, b := range bold {
		if b, ok := part.fit(b); ok {
			part.Bold = append(part.Bold, b)
		}
	}
	return part
}

// fit draws bold in past punctuation until its marks parse next to what is
// around them. It reports false where no bold is left.
func (p Passage) fit(b Span) (Span, bool) {
	if n := len(p.Bold); n > 0 && b.Start <= p.Bold[n-1].End {
		if b.Start < p.Bold[n-1].End || !p.markAt(b.Start) {
			return b, false
		}
	}
	for b.Start < b.End && !flanks(p.before(b.Start), p.after(b.Start, false)) {
		if p.linkFrom(b.Start) {
			return b, false
		}
		b.Start++
	}
	for b.Start < b.End && !flanks(p.after(b.End, true), p.within(b.End)) {
		if p.linkTo(b.End) {
			return b, false
		}
		b.End--
	}
	return b, b.Start < b.End
}

// before is what stands before a mark that opens at i.
func (p Passage) before(i int) rune {
	switch {
	case i > 0 && p.markAt(i), p.linkTo(i):
		return ')'
	case i == 0:
		return ' '
	}
	return p.Text[i-1]
}

// within is what stands before a mark that closes at i.
func (p Passage) within(i int) rune {
	if p.linkTo(i) {
		return ')'
	}
	return p.Text[i-1]
}

// after is what stands after a mark at i; our marks follow a closing one only.
func (p Passage) after(i int, closing bool) rune {
	switch {
	case closing && p.markAt(i), p.linkFrom(i):
		return '['
	case i == len(p.Text):
		return ' '
	}
	return p.Text[i]
}

func (p Passage) markAt(i int) bool {
	return slices.ContainsFunc(p.Marks, func(g Mark) bool { return g.At == i })
}

func (p Passage) linkFrom(i int) bool {
	return slices.ContainsFunc(p.Links, func(k Reference) bool { return k.Start == i })
}

func (p Passage) linkTo(i int) bool {
	return slices.ContainsFunc(p.Links, func(k Reference) bool { return k.End == i })
}
