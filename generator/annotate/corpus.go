package annotate

import (
	"cmp"
	"slices"

	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
)

// MostUsed returns the terms that occur, those with most occurrences first and
// otherwise in the glossary's order; at most n.
func (c *Corpus) MostUsed(n int) []*glossary.Term {
	var used []*glossary.Term
	for i := range c.Glossary.Terms {
		if t := &c.Glossary.Terms[i]; len(c.Uses[t.ID]) > 0 {
			used = append(used, t)
		}
	}
	slices.SortStableFunc(used, func(a, b *glossary.Term) int {
		return cmp.Compare(len(c.Uses[b.ID]), len(c.Uses[a.ID]))
	})
	return used[:min(n, len(used))]
}

// UsesByReport returns the uses of a term, those of each report together.
func (c *Corpus) UsesByReport(term string) [][]Use {
	var groups [][]Use
	for _, u := range c.Uses[term] {
		if n := len(groups); n > 0 && groups[n-1][0].Report == u.Report {
			groups[n-1] = append(groups[n-1], u)
		} else {
			groups = append(groups, []Use{u})
		}
	}
	return groups
}

// TermLines is a term of a report and where it is.
type TermLines struct {
	Term   *glossary.Term
	Senses []string // ids, as they come; "" where the context does not decide
	Lines  []int    // each once
}

// TermsOf returns the terms of a report, each once, as they first come.
func (c *Corpus) TermsOf(r *report.Report) []TermLines {
	var all []TermLines
	index := map[string]int{}
	for _, o := range r.Terms {
		i, ok := index[o.Term]
		if !ok {
			i = len(all)
			index[o.Term] = i
			all = append(all, TermLines{Term: c.Glossary.Term(o.Term)})
		}
		t := &all[i]
		if !slices.Contains(t.Senses, o.Sense) {
			t.Senses = append(t.Senses, o.Sense)
		}
		if n := len(t.Lines); n == 0 || t.Lines[n-1] != o.Line {
			t.Lines = append(t.Lines, o.Line)
		}
	}
	return all
}
