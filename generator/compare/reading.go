package compare

import (
	"crypto/sha256"

	"jianzhu/generator/report"
)

// Reading is what of a report is compared.
type Reading struct {
	Report   *report.Report
	Sections []Section // in text order
	Phrases  []Phrase  // likewise, each once

	under []int   // by paragraph: the section in which it stands, or -1
	inner [][]int // by section: those right in it
	notes []byte  // see annotated

	clauses []clause // see allClauses; read while what is common is looked for
}

// Section is a section of a report.
type Section struct {
	*report.Entry
	Looks report.IndicatorKind // back, ahead, or neither
	above int                  // the section around it, or -1
}

// read reads a report.
func read(r *report.Report) *Reading {
	reading := &Reading{Report: r, under: make([]int, len(r.Paragraphs))}
	index := map[string]int{"": -1}
	next := 0
	for i, p := range r.Paragraphs {
		for ; next < len(r.Outline); next++ {
			e := &r.Outline[next]
			if at, _ := r.ParagraphAt(e.Line, e.Column); at != i {
				break
			}
			if e.Opens() {
				above, n := -1, len(reading.Sections)
				if around := r.Parent(e.ID); around != nil {
					above = index[around.ID]
					reading.inner[above] = append(reading.inner[above], n)
				}
				index[e.ID] = n
				reading.Sections, reading.inner = append(reading.Sections, Section{e, r.Look(i), above}), append(reading.inner, nil)
			}
		}
		reading.under[i] = index[p.Section]
	}
	var on report.Grounds
	for _, o := range r.Terms {
		if !o.Pattern { // which is no phrase
			on.Words(o.Term, o.Surface)
			on.Numbers(o.Line, o.Offset)
		}
	}
	reading.Phrases = report.Once(r, "phrases", on, func() []Phrase { return phrases(r, reading.under) })
	return reading
}

// annotated tells what of a report is compared beside its text as it was read.
func (r *Reading) annotated() []byte {
	if r.notes != nil {
		return r.notes
	}
	var notes report.Grounds
	for _, s := range r.Sections {
		notes.Words(string(s.Looks))
		notes.Numbers(len(s.Themes))
		for _, l := range s.Themes {
			notes.Words(l.Theme)
		}
	}
	notes.Numbers(len(r.Phrases))
	for _, p := range r.Phrases {
		notes.Words(p.Term)
		notes.Numbers(p.Paragraph, p.Start, p.End)
	}
	for _, o := range r.Report.Terms {
		notes.Words(o.Term)
	}
	sum := sha256.Sum256(notes)
	r.notes = sum[:]
	return r.notes
}
