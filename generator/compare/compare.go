// Package compare sets two reports side by side: which of their sections are about the
// same, what only one of them says, and which targets both set.
//
// What it needs of a report by itself is small and is kept: its sections, the phrases
// that can be missed elsewhere, its targets (reading.go, phrase.go, target.go). Of two
// reports it finds the sections that belong together by the characters that they share,
// by their themes, and by what stands around them (align.go); a phrase is one's own
// where the other's text does not have it anywhere (difference.go).
//
// Neighbours in time and place are compared for pages, so many that their number grows
// as that of the reports (neighbour.go). Any other two a browser compares, by the
// same rules and from files that this package writes (file.go): static/js/compare.js
// is its other half, and a test holds each to the other.
package compare

import (
	"jianzhu/generator/annotate"
	"jianzhu/generator/report"
)

// Collection is reports that can be compared.
type Collection struct {
	Pairs []Pair // neighbours, by the second report

	corpus   *annotate.Corpus
	readings map[*report.Report]*Reading
	of       map[*report.Report][]Pair
	found    map[Pair]difference
}

// New reads the reports of a corpus and compares neighbours.
func New(corpus *annotate.Corpus) *Collection {
	c := &Collection{
		corpus: corpus, readings: map[*report.Report]*Reading{},
		of: map[*report.Report][]Pair{}, found: map[Pair]difference{},
	}
	for _, r := range corpus.Reports {
		c.readings[r] = read(r)
	}
	c.markCommon()
	c.Pairs = neighbours(corpus.Reports)
	for _, p := range c.Pairs {
		c.found[p] = differ(c.readings[p[0]], c.readings[p[1]])
		c.of[p[1]] = append(c.of[p[1]], p)
	}
	for _, p := range c.Pairs {
		c.of[p[0]] = append(c.of[p[0]], p)
	}
	return c
}

// Of are the pairs that a report is in, those in which it is the second first.
func (c *Collection) Of(r *report.Report) []Pair { return c.of[r] }

// Compare compares two reports.
func (c *Collection) Compare(p Pair) Comparison {
	a, b := c.readings[p[0]], c.readings[p[1]]
	found, known := c.found[p]
	if !known {
		found = differ(a, b)
	}
	return Comparison{Pair: p, Rows: rows(a, b, found), Targets: targets(c.corpus, a, b)}
}

// Reading is what of a report is compared.
func (c *Collection) Reading(r *report.Report) *Reading { return c.readings[r] }
