package report

import (
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"
)

// Paragraph is what is read as one: a source line, several that one sentence runs
// through, or a part of a line in which others stand too. Blank lines and debris
// are in none.
type Paragraph struct {
	Line    int   // on which it begins
	Column  int   // where on that line: 0, but for what begins within it
	Lines   []int // all lines that it takes in; nil for Line alone
	Kind    Kind
	Section string // ID of the innermost section it stands in; "" before the first
	Text    string // as received, its lines put together without their ends

	starts []int      // where each of Lines begins in Text, in code points
	shown  *shownText // what is shown of it
}

// Shown is the paragraph as it is shown.
func (p Paragraph) Shown() Shown {
	if p.shown != nil && p.shown.text == p.Text {
		return p.shown.show(nil)
	}
	return Show(p.Text)
}

// ShownOnce is Shown for whoever asks for it of all reports and once: what is made for him
// is not kept, for it is larger than the text.
func (p Paragraph) ShownOnce() Shown {
	if p.shown != nil && p.shown.text == p.Text {
		p.shown.mu.Lock()
		made := p.shown.made
		p.shown.mu.Unlock()
		if made != nil {
			return *made
		}
	}
	return Show(p.Text)
}

// shownText is a text as shown, which is made when it is asked for: of most reports that
// are read from what is kept, nothing is shown anew.
type shownText struct {
	text string
	mu   sync.Mutex
	made *Shown // nil before
}

// show is showing of the text, kept; changes are counted when it is made.
func (s *shownText) show(changed map[ChangeKind]int) Shown {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.made == nil {
		shown := showing(s.text, changed)
		s.made = &shown
	}
	return *s.made
}

// SourceLines are the lines that the paragraph takes in, at least one.
func (p Paragraph) SourceLines() []int {
	if len(p.Lines) == 0 {
		return []int{p.Line}
	}
	return p.Lines
}

// Place is where a code point of Text stands in the source. The end of a line is
// the beginning of the next one.
func (p Paragraph) Place(offset int) (line, column int) {
	if offset < p.start(1) {
		return p.Line, p.Column + offset
	}
	i, found := slices.BinarySearch(p.starts, offset)
	if !found {
		i--
	}
	return p.Lines[i], offset - p.starts[i]
}

// PlaceEnd is where what ends before an offset of Text ends: on the line of its
// last code point.
func (p Paragraph) PlaceEnd(offset int) (line, column int) {
	if offset == 0 {
		return p.Line, p.Column
	}
	line, column = p.Place(offset - 1)
	return line, column + 1
}

// Offset is where in Text a place of the source stands. A column beyond its
// line's end is in the lines below.
func (p Paragraph) Offset(line, column int) int {
	if line <= p.Line {
		return column - p.Column
	}
	if len(p.Lines) == 0 { // a blank line below it
		return utf8.RuneCountInString(p.Text)
	}
	i, found := slices.BinarySearch(p.Lines, line)
	if !found {
		i--
	}
	return p.starts[i] + column
}

// Start is where in Text the i-th of its lines begins, from 0; beyond the last
// one, a number that no offset reaches.
func (p Paragraph) Start(i int) int {
	if i == 0 {
		return 0
	}
	return p.start(i)
}

func (p Paragraph) start(i int) int {
	if i < len(p.starts) {
		return p.starts[i]
	}
	return int(^uint(0) >> 1)
}

// last is the last line that the paragraph takes in.
func (p Paragraph) last() int {
	if len(p.Lines) == 0 {
		return p.Line
	}
	return p.Lines[len(p.Lines)-1]
}

func (p Paragraph) has(line int) bool { return line == p.Line || slices.Contains(p.Lines, line) }

// ParagraphAt is the index of the paragraph in which a place stands; false where
// its line is not shown.
func (r *Report) ParagraphAt(line, column int) (int, bool) {
	i := sort.Search(len(r.Paragraphs), func(i int) bool { // by index, for paragraphs are large to hand over
		p := &r.Paragraphs[i]
		return p.Line > line || p.Line == line && p.Column > column
	})
	if i--; i < 0 {
		return 0, false
	}
	return i, r.Paragraphs[i].has(line)
}

// Defining has the paragraphs, by index, that are nothing but definitions of the
// report's own, its 名词解释 and notes; for each, the terms that they define.
func (r *Report) Defining() map[int][]string {
	defining := map[int][]string{}
	for _, d := range r.Definitions {
		if !d.Source.Apart() {
			continue
		}
		last := -1
		for line := d.Line; line <= d.Last; line++ {
			if i, shown := r.ParagraphAt(line, len(r.Line(line))); shown && i != last {
				defining[i], last = append(defining[i], d.ID), i
			}
		}
	}
	return defining
}

// From is the text from the start of a line to the end of the paragraph that
// goes on from it, so that columns and ends of what begins on the line are
// indexes.
func (r *Report) From(line int) string {
	text := r.Line(line)
	last := len([]rune(text))
	i, shown := r.ParagraphAt(line, last)
	if !shown {
		return text
	}
	if line == r.Paragraphs[i].last() {
		return text
	}
	var b strings.Builder
	b.WriteString(text)
	for _, next := range r.Paragraphs[i].Lines {
		if next > line {
			b.WriteString(r.Line(next))
		}
	}
	return b.String()
}
