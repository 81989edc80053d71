package markdown

import (
	"fmt"

	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

// embedNote shows a note with the line whose words it quotes, and with the terms
// that are in it.
func (w *writer) embedNote(r *report.Report, n report.Note) Page {
	part := r.Passage(n.Line, n.Column)
	part.Notes = []report.Note{n}
	w.c.Link(part)
	for i := range part.Outline {
		part.Outline[i].Themes, part.Outline[i].Related = nil, nil
	}
	p := newReportPage(w, part, reportPath(r.Slug))
	apparatus := append(p.termsList(), p.notesList()...)
	if len(part.Damage) > 0 {
		apparatus = append(apparatus, p.collation()...)
	}
	front := embedFront(fmt.Sprintf("注%d · %s", n.N, r.Meta.Title), p.path)
	front.Params.Slug, front.Params.Script = r.Slug, r.Script
	front.Params.Outline = p.headings()
	lines := part.Paragraphs[0].SourceLines()
	front.Params.ID, front.Params.From, front.Params.To = page.NoteID(n.N), lines[0], lines[len(lines)-1]
	front.Own = append(front.Own, withOEmbed)
	return Page{Path: embedPath(p.path, page.NoteID(n.N)), Front: front, Body: p.withText(apparatus), Report: part, of: p.path}
}

// Annotated is a note in a report's front matter.
type Annotated struct {
	Number int    `yaml:"number"`
	Line   int    `yaml:"line"`
	Title  string `yaml:"title"` // the words quoted
}

func (p *reportPage) annotated() (notes []Annotated) {
	for _, n := range p.r.Notes {
		notes = append(notes, Annotated{n.N, n.Line, p.lemma(n)})
	}
	return notes
}
