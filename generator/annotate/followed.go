package annotate

import (
	"fmt"
	"math/bits"

	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
)

// Enough is how many reports must have a thing that no editor wrote of, an indicator
// or a term of their own, for it to be followed through all of them on a page: one
// more for each fourfold of the reports. Most names stand in one report or two, and
// their number grows with the texts; those that many share grow slower. What too few
// share stays in each of their pages, in the search and in the data.
func (c *Corpus) Enough() int { return enough(len(c.Reports)) }

func enough(reports int) int { return max(1, bits.Len(uint(reports))/2) }

// Follows reports whether a term has a page: each that an editor explains, and an own
// one that enough reports have. Another is where [Corpus.Explains] says.
func (c *Corpus) Follows(t *glossary.Term) bool { return !t.Own || c.alone[t.ID] == nil }

// Explains is the report that explains a term which is not followed, nil for another.
func (c *Corpus) Explains(id string) *report.Report { return c.alone[id] }

// TermAddress is where the site tells of a term, from its root.
func (c *Corpus) TermAddress(id string) string {
	if r := c.alone[id]; r != nil {
		return "reports/" + r.Slug + "/#term-" + id
	}
	return "glossary/" + id + "/"
}

// Address is where the site tells of a document, from its root.
func (d Document) Address() string {
	if m := d.Mentions; d.Alone {
		return fmt.Sprintf("reports/%s/#L%d", m[0].Report.Slug, m[0].Reference.Line)
	}
	return "documents/" + d.ID + "/"
}

// standsAlone are the own terms that too few reports have, each with the first that
// explains it on its page.
func (c *Corpus) standsAlone() map[string]*report.Report {
	in, explains := map[string]map[*report.Report]bool{}, map[string]*report.Report{}
	has := func(id string, r *report.Report) {
		if in[id] == nil {
			in[id] = map[*report.Report]bool{}
		}
		in[id][r] = true
	}
	for _, r := range c.Reports {
		for _, d := range r.Definitions {
			has(d.ID, r)
			if _, shown := r.ParagraphAt(d.Line, d.Column); shown && explains[d.ID] == nil {
				explains[d.ID] = r
			}
		}
	}
	alone := map[string]*report.Report{}
	for _, t := range c.Glossary.Terms {
		if !t.Own {
			continue
		}
		for _, u := range c.Uses[t.ID] {
			has(t.ID, u.Report)
		}
		if len(in[t.ID]) < c.Enough() && !c.Glossary.Linked(t.ID) && explains[t.ID] != nil {
			alone[t.ID] = explains[t.ID]
		}
	}
	return alone
}

// alone tells of a document that no page follows: in a site of many reports one that
// a single report names. It stands in that text and in the list.
func (d Document) alone(reports int) bool {
	return enough(reports) > 1 && d.Mentions[0].Report == d.Mentions[len(d.Mentions)-1].Report
}
