package markdown

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

// part is a paragraph with all that is set into it.
type part struct {
	report.Paragraph
	entries []report.Entry
	linked  []report.Occurrence
	named   []report.Reference
	marks   []ownMark
	damage  []report.Damage
	notes   []report.Note
}

// ownMark is a mark that leads to a definition of the report's own.
type ownMark struct {
	report.NoteMark
	term string // id
}

// at is where in the text as shown a place of the source is.
func (p *part) at(line, column int) int { return p.Shown().At(p.Offset(line, column)) }

// partAt is the part in which a place stands; nil where it is not on the page.
func (p *reportPage) partAt(line, column int) *part {
	i, shown := p.r.ParagraphAt(line, column)
	if !shown {
		return nil
	}
	return &p.parts[i]
}

// text is the paragraphs of the report, with its tables and the notes beside it.
func (p *reportPage) text() (body page.Body) {
	for i := 0; i < len(p.parts); {
		if t := p.r.TableAt(p.parts[i].Line); t != nil {
			grid, n := p.grid(t)
			body = p.captioned(body, grid)
			i += n
			continue
		}
		body = p.paragraph(body, &p.parts[i])
		i++
	}
	return body
}

// paragraph adds a paragraph, which ends with its address: as a heading, as a
// heading and the paragraph that it opens, or as a paragraph.
func (p *reportPage) paragraph(body page.Body, at *part) page.Body {
	if caption := p.caption(at.Paragraph); caption != nil {
		return p.beside(append(body, page.Paragraph{Line: p.give(at.Line), Class: captionKind, Words: caption}), caption)
	}
	q := p.passage(at)
	end := len(q.Text)
	n := slices.IndexFunc(at.entries, isHeading)
	if n < 0 {
		return p.block(body, q.Part(0, end), at, true, nil)
	}
	e, stop := at.entries[n], end
	if e.Kind == report.RunIn {
		stop = at.at(e.Line, e.End)
		if stop < end && (q.Text[stop] == '。' || q.Text[stop] == '.') {
			stop++
		}
	}
	if isBlank(q.Text[stop:]) {
		return p.block(body, q.Part(0, end), at, true, &e)
	}
	body = p.block(body, q.Part(0, stop), at, false, &e)
	return p.block(body, q.Part(stop, end), at, true, nil)
}

// block adds a block of the text, and the notes whose marks are in it. Its paragraph
// ends with it or goes on; e is the heading that it is, or nil.
func (p *reportPage) block(body page.Body, q page.Passage, at *part, ends bool, e *report.Entry) page.Body {
	if !ends {
		q.Lead = ""
	}
	class, id := "", 0
	address := addressOf(&q, at, ends)
	if address.First > 0 {
		class, id = p.class(at.Paragraph), p.give(address.First)
	}
	for i, m := range q.Marks {
		if end, ok := m.Inline.(page.LineEnd); ok {
			end.Next = p.give(end.Next)
			q.Marks[i].Inline = end
		}
	}
	q.Title = e != nil
	in := words(q)
	if address.Last > 0 {
		in = append(in, address)
	}
	if e != nil {
		body = append(body, page.Heading{Level: e.Level, ID: e.ID, Line: id, Words: in})
		body = append(body, p.labels(*e)...)
	} else {
		body = append(body, page.Paragraph{Line: id, Class: class, Words: in})
	}
	return p.beside(body, in)
}

// addressOf is the address that ends a block, and the first line in it; 0 where
// there is none. A line's end that ends the block is its address.
func addressOf(q *page.Passage, at *part, ends bool) (a page.Address) {
	for i, m := range q.Marks {
		end, ok := m.Inline.(page.LineEnd)
		if !ok {
			continue
		}
		if a.First == 0 {
			a.First = end.Line
		}
		if !ends && i+1 == len(q.Marks) && m.At == len(q.Text) {
			a.Last = end.Line
			q.Marks = q.Marks[:i]
		}
	}
	if ends {
		lines := at.SourceLines()
		a.Last = lines[len(lines)-1]
		a.First = cmp.Or(a.First, a.Last)
	}
	return a
}

// give returns the line for the element that is to have its id; 0 where another has.
func (p *reportPage) give(line int) int {
	if p.given[line] {
		return 0
	}
	p.given[line] = true
	return line
}

// beside adds the notes whose marks stand in words of the text, behind the paragraph
// that ends the body.
func (p *reportPage) beside(body page.Body, in []page.Inline) page.Body {
	last := len(body) - 1
	for _, in := range in {
		q, _ := in.(page.Passage)
		for _, m := range q.Marks {
			if n, ok := m.Inline.(page.NoteMark); ok && p.asides[int(n)].Number > 0 {
				if noted, ok := body[last].(page.Paragraph); ok {
					noted.Noted = true
					body[last] = noted
				}
				body = append(body, p.asides[int(n)])
				delete(p.asides, int(n))
			}
		}
	}
	return body
}

// class is the class of a paragraph that is not running text.
func (p *reportPage) class(q report.Paragraph) string {
	switch q.Kind {
	case report.Title, report.Date, report.Salutation:
		return string(q.Kind)
	case report.Tabled:
		if p.r.TableAt(q.Line) == nil {
			return captionKind
		}
	}
	return ""
}

// passage is a paragraph as shown, with what is set into it: leads and items in
// bold, terms and documents as links, damage, notes and the ends of lines as marks.
func (p *reportPage) passage(at *part) page.Passage {
	q := page.Passage{Text: at.Shown().Text, Source: true}
	for _, e := range at.entries {
		if isHeading(e) {
			continue
		}
		q.Bold = append(q.Bold, page.Span{Start: at.at(e.Line, e.Column), End: at.at(e.Line, e.End)})
		if e.Kind == report.Lead && q.Lead == "" {
			q.Lead = e.ID
		}
	}
	for _, o := range at.linked {
		end := o.Offset + utf8.RuneCountInString(o.Surface)
		q.Links = append(q.Links, p.termLink(o.Term, page.Span{Start: at.at(o.Line, o.Offset), End: at.at(o.Line, end)}))
	}
	for _, ref := range at.named {
		end := ref.Column + utf8.RuneCountInString("《"+ref.Title+"》")
		q.Links = append(q.Links, page.Reference{
			Span: page.Span{Start: at.at(ref.Line, ref.Column), End: at.at(ref.Line, end)}, To: documentPath(ref.ID),
		})
	}
	q.Links = append(q.Links, p.markLinks(at)...)
	slices.SortFunc(q.Links, func(a, b page.Reference) int { return a.Start - b.Start })
	for _, d := range at.damage {
		q.Marks = append(q.Marks, page.Mark{At: at.at(d.Line, d.Column), Inline: gapOf(d)})
	}
	for _, n := range at.notes {
		q.Marks = append(q.Marks, page.Mark{At: at.at(n.Line, n.End), Inline: page.NoteMark(n.N)})
	}
	q.Marks = append(q.Marks, lineEnds(at.Paragraph, at.Shown())...)
	slices.SortStableFunc(q.Marks, func(a, b page.Mark) int { return a.At - b.At })
	return q
}

// termLink leads from words to the page of a term.
func (p *reportPage) termLink(id string, at page.Span) page.Reference {
	return page.Reference{Span: at, To: p.termPage(id), Gloss: p.w.terms[id].Gloss, Term: id, Number: p.numbers[id]}
}

// markLinks are the links of marks that lead to definitions; there are none in headings.
func (p *reportPage) markLinks(at *part) (links []page.Reference) {
	from := 0
	for _, e := range at.entries {
		if e.Kind == report.Block {
			return nil
		}
		if e.Kind == report.RunIn {
			from = max(from, at.at(e.Line, e.End))
		}
	}
	for _, m := range at.marks {
		if where := (page.Span{Start: at.at(m.Line, m.Column), End: at.at(m.Line, m.End)}); where.Start >= from {
			links = append(links, p.termLink(m.term, where))
		}
	}
	return links
}

// lineEnds are the addresses of all lines of a paragraph but the last, where the
// lines end. Latin words that only a line's end parts get a space.
func lineEnds(p report.Paragraph, shown report.Shown) (ends []page.Mark) {
	lines := p.SourceLines()
	for i, n := range lines[:len(lines)-1] {
		at := shown.At(p.Start(i + 1))
		latin := 0 < at && at < len(shown.Text) && isLatin(shown.Text[at-1]) && isLatin(shown.Text[at])
		ends = append(ends, page.Mark{At: at, Inline: page.LineEnd{Line: n, Next: lines[i+1], Space: latin}})
	}
	return ends
}

func isLatin(r rune) bool { return 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' }

func isBlank(text []rune) bool {
	return !slices.ContainsFunc(text, func(r rune) bool { return !unicode.IsSpace(r) })
}
