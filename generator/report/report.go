package report

import (
	"iter"
	"slices"
	"strings"

	"jianzhu/generator/script"
)

// Bytes puts the file together again, byte for byte.
func (r *Report) Bytes() []byte {
	size := len(bom)
	for _, line := range r.Lines {
		size += len(line.Text) + len(line.End)
	}
	text := make([]byte, 0, size)
	if r.Source.Encoding == utf8BOM {
		text = append(text, bom...)
	}
	for _, line := range r.Lines {
		text = append(append(text, line.Text...), line.End...)
	}
	return text
}

// Line returns the text of a line as received, or "" where there is none.
func (r *Report) Line(n int) string {
	if n < 1 || n > len(r.Lines) {
		return ""
	}
	return r.Lines[n-1].Text
}

// Entry returns the outline entry with an id, or nil.
func (r *Report) Entry(id string) *Entry {
	if id == "" {
		return nil
	}
	for i := range r.Outline {
		if r.Outline[i].ID == id {
			return &r.Outline[i]
		}
	}
	return nil
}

// Heading returns an entry's title as displayed, with its number; also where the
// number stands on a line of its own before it.
func (r *Report) Heading(e Entry) string {
	if e.heading != "" {
		return e.heading
	}
	shown, column, end := r.shownAt(e), e.Column, e.End
	if i, _ := r.ParagraphAt(e.Line, e.Column); e.Opens() && r.Paragraphs[i].Line < e.Line {
		shown, column, end = r.Paragraphs[i].Shown(), 0, r.Paragraphs[i].Offset(e.Line, e.End)
	}
	heading := strings.TrimSpace(shown.Between(column, end))
	if e.TitleLine > e.Line {
		heading += " " + DisplayString(e.Title)
	}
	return heading
}

// shownAt is the text from an entry's line on, as shown; in most cases a paragraph.
func (r *Report) shownAt(e Entry) Shown {
	i, there := r.ParagraphAt(e.Line, e.Column)
	if there && r.Paragraphs[i].Line == e.Line && r.Paragraphs[i].Column == 0 &&
		(i+1 == len(r.Paragraphs) || r.Paragraphs[i+1].Line > e.Line) {
		return r.Paragraphs[i].Shown()
	}
	return Show(r.From(e.Line))
}

// All yields the paragraphs in text order with the outline entries that begin in each.
func (r *Report) All() iter.Seq2[Paragraph, []Entry] {
	return func(yield func(Paragraph, []Entry) bool) {
		rest := r.Outline
		for i, p := range r.Paragraphs {
			n := slices.IndexFunc(rest, func(e Entry) bool {
				at, _ := r.ParagraphAt(e.Line, e.Column)
				return at != i
			})
			if n < 0 {
				n = len(rest)
			}
			if !yield(p, rest[:n:n]) {
				return
			}
			rest = rest[n:]
		}
	}
}

// HeadingOf returns the entry of the innermost section of a heading that a
// paragraph stands in, or nil: leads open none here.
func (r *Report) HeadingOf(p Paragraph) *Entry {
	e := r.Entry(p.Section)
	for e != nil && e.Kind == Lead {
		e = r.Parent(e.ID)
	}
	return e
}

// Parent returns the entry of the section around a section, or nil.
func (r *Report) Parent(id string) *Entry {
	i := strings.LastIndex(id, "-")
	if i < 0 {
		return nil
	}
	return r.Entry(id[:i])
}

// Characters counts what is shown of a report, without white space.
func (r *Report) Characters() (n int) {
	if r.characters > 0 {
		return r.characters
	}
	for _, p := range r.Paragraphs {
		for _, c := range p.Shown().Text {
			if !script.IsSpace(c) {
				n++
			}
		}
	}
	return n
}
