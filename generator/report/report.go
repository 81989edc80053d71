package report

import (
	"iter"
	"slices"
	"strings"
)

// Bytes puts the file together again, byte for byte.
func (r *Report) Bytes() []byte {
	var b strings.Builder
	if r.Source.Encoding == utf8BOM {
		b.WriteString(bom)
	}
	for _, line := range r.Lines {
		b.WriteString(line.Text)
		b.WriteString(line.End)
	}
	return []byte(b.String())
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
	text := strings.TrimSpace(Show(r.Line(e.Line)).Between(e.Column, e.End))
	if e.TitleLine > e.Line {
		text += " " + DisplayString(e.Title)
	}
	return text
}

// All yields the paragraphs in text order with the outline entries that begin in each.
func (r *Report) All() iter.Seq2[Paragraph, []Entry] {
	return func(yield func(Paragraph, []Entry) bool) {
		rest := r.Outline
		for _, p := range r.Paragraphs {
			n := slices.IndexFunc(rest, func(e Entry) bool { return e.Line != p.Line })
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

// SectionOf returns the entry of the innermost section that a shown line
// stands in, or nil before the first.
func (r *Report) SectionOf(line int) *Entry {
	i, found := slices.BinarySearchFunc(r.Paragraphs, line, func(p Paragraph, line int) int { return p.Line - line })
	if !found {
		return nil
	}
	return r.Entry(r.Paragraphs[i].Section)
}

// HeadingOf is SectionOf for sections of headings: leads open none here.
func (r *Report) HeadingOf(line int) *Entry {
	e := r.SectionOf(line)
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
