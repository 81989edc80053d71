package markdown

import (
	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

// longestLemma is in characters; a longer one is told by its ends.
const longestLemma = 40

// lemma is what a note quotes, as displayed.
func (p *reportPage) lemma(n report.Note) string {
	words := []rune(report.Show(p.r.From(n.Line)).Between(n.Column, n.End))
	if len(words) > longestLemma {
		return string(words[:18]) + "……" + string(words[len(words)-12:])
	}
	return string(words)
}

// notesList is 编者注: what is said of the quoted words, in text order.
func (p *reportPage) notesList() page.Body {
	if len(p.r.Notes) == 0 {
		return nil
	}
	var notes page.Notes
	for _, n := range p.r.Notes {
		notes = append(notes, p.note(n))
	}
	return page.Body{notesPart.heading(), notes}
}

// note is a note: the quoted words with their line, the body as the editor wrote it,
// and who and when.
func (p *reportPage) note(n report.Note) page.Note {
	return page.Note{
		Number: n.N, Lemma: p.lemma(n), Lang: p.r.Script, At: p.lineRef(n.Line),
		Body: page.Prose{Text: n.Body, From: p.path}, By: signature(n),
	}
}

// signature says who wrote a note, and when if it is known.
func signature(n report.Note) string {
	if n.Date == "" {
		return n.Author
	}
	return n.Author + "，" + n.Date
}
