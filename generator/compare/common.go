package compare

import (
	"cmp"
	"iter"
	"math/bits"
	"slices"

	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

// What most reports have is common: more than half of those of the years around, of
// which there must be some, of several places. In few reports nothing can be called so.
const (
	yearsAround   = 2
	fewestReports = 10
	fewestPlaces  = 5
)

// shortestClause is how long a clause must be, in code points that count, to be a
// formula.
const shortestClause = 6

// digest stands for a phrase or a clause.
type digest uint64

// digestOf is FNV-1a of the characters.
func digestOf(text string) digest {
	h := noDigest
	for _, c := range text {
		h = h.and(c)
	}
	return h
}

const noDigest digest = 14695981039346656037

func (d digest) and(c rune) digest { return (d ^ digest(c)) * 1099511628211 }

func (p Phrase) digest() digest { return digestOf(cmp.Or(p.Term, p.Key)) }

// said is something that is common in reports of a year.
type said struct {
	what digest
	year int
}

// markCommon marks the phrases that most reports have, and adds the clauses that are so:
// all others are let go.
func (c *Collection) markCommon() {
	common := c.common()
	for _, r := range c.readings {
		if len(common) > 0 {
			r.markCommon(common)
		}
		r.clauses = nil
	}
}

func (r *Reading) markCommon(common map[said]bool) {
	for i, p := range r.Phrases {
		r.Phrases[i].Common = common[said{p.digest(), r.Report.Meta.Year}]
	}
	r.addFormulae(common)
}

// common are the phrases and clauses that most reports have, by year.
func (c *Collection) common() map[said]bool {
	reports := slices.DeleteFunc(slices.Clone(c.corpus.Reports), func(r *report.Report) bool {
		return r.Meta.Year == 0 || placeOf(r) == ""
	})
	if len(reports) < fewestReports {
		return nil
	}
	given := newTally(reports)
	common := map[said]bool{}
	for same := range c.mentioned(reports, given.least) {
		for _, year := range given.usual(same) {
			common[said{same[0].what, year}] = true
		}
	}
	return common
}

// mention is that a report has something.
type mention struct {
	what   digest
	report int32
}

// mentioned are the mentions of each phrase and clause, once a report and in their order;
// of what fewer than the least have, most is left out. They are put together by the last
// bits of digests, which few have that are not the same, so only few are sorted.
func (c *Collection) mentioned(reports []*report.Report, least int) iter.Seq[[]mention] {
	all := c.mentions(reports)
	ends := make([]int, 2<<bits.Len(uint(len(all)))) // by these bits: how many, then where they end
	last := func(m mention) digest { return m.what & digest(len(ends)-1) }
	for _, m := range all {
		ends[last(m)]++
	}
	all = slices.DeleteFunc(all, func(m mention) bool { return ends[last(m)] < least })
	end := 0
	for i, n := range ends {
		ends[i] = end
		if n >= least {
			end += n
		}
	}
	together := make([]mention, len(all))
	for _, m := range all {
		together[ends[last(m)]] = m
		ends[last(m)]++
	}
	return func(yield func([]mention) bool) {
		for alike := range runs(together, last) {
			slices.SortFunc(alike, inOrder)
			for same := range runs(slices.Compact(alike), func(m mention) digest { return m.what }) {
				if !yield(same) {
					return
				}
			}
		}
	}
}

// mentions are the phrases and clauses of reports.
func (c *Collection) mentions(reports []*report.Report) []mention {
	n := 0
	for _, r := range reports {
		n += len(c.readings[r].Phrases) + len(c.readings[r].allClauses())
	}
	all := make([]mention, 0, n)
	for i, r := range reports {
		reading := c.readings[r]
		for _, p := range reading.Phrases {
			all = append(all, mention{p.digest(), int32(i)})
		}
		for _, s := range reading.allClauses() {
			all = append(all, mention{s.Digest, int32(i)})
		}
	}
	return all
}

// runs are the mentions in a row that have the same of something.
func runs(all []mention, of func(mention) digest) iter.Seq[[]mention] {
	return func(yield func([]mention) bool) {
		for len(all) > 0 {
			n := 1
			for n < len(all) && of(all[n]) == of(all[0]) {
				n++
			}
			if !yield(all[:n]) {
				return
			}
			all = all[n:]
		}
	}
}

func inOrder(a, b mention) int {
	if a.what != b.what {
		return cmp.Compare(a.what, b.what)
	}
	return cmp.Compare(a.report, b.report)
}

// clause is a part of a paragraph between two marks.
type clause struct {
	Paragraph  int
	Start, End int    // in what is shown of it
	Digest     digest // of its key
}

// allClauses are those of a report's text that are long enough.
func (r *Reading) allClauses() []clause {
	if r.clauses == nil {
		r.clauses = report.Once(r.Report, "clauses", nil, func() []clause {
			found := []clause{}
			for i, p := range r.Report.Paragraphs {
				found = appendClauses(found, i, p)
			}
			return found
		})
	}
	return r.clauses
}

func appendClauses(found []clause, number int, p report.Paragraph) []clause {
	if p.Kind != report.Text {
		return found
	}
	text := p.Shown().Text
	for start := 0; start < len(text); {
		end, length, sum := start, 0, noDigest
		for ; end < len(text) && !parts(text[end]); end++ {
			if c := script.Fold(text[end]); c != script.Nothing {
				length, sum = length+1, sum.and(c)
			}
		}
		if length >= shortestClause {
			found = append(found, clause{number, start, end, sum})
		}
		start = end + 1
	}
	return found
}

// addFormulae adds the clauses that are common to the phrases, in their order, but for
// those that have a common phrase in them.
func (r *Reading) addFormulae(common map[said]bool) {
	known, told := map[string]bool{}, map[int][]Phrase{}
	var formulae []Phrase
	for _, p := range r.Phrases {
		known[p.Key] = true
		if p.Common {
			told[p.Paragraph] = append(told[p.Paragraph], p)
		}
	}
	for _, c := range r.allClauses() {
		if !common[said{c.Digest, r.Report.Meta.Year}] {
			continue
		}
		key := keyOf(r.Report.Paragraphs[c.Paragraph].Shown().Text[c.Start:c.End])
		if known[key] {
			continue
		}
		known[key] = true
		if !slices.ContainsFunc(told[c.Paragraph], func(p Phrase) bool { return c.Start <= p.Start && p.End <= c.End }) {
			formulae = append(formulae, Phrase{c.Paragraph, c.Start, c.End, r.under[c.Paragraph], "", key, true})
		}
	}
	r.Phrases = slices.Concat(r.Phrases, formulae)
	slices.SortStableFunc(r.Phrases, inText)
}

// inText compares phrases by where they stand.
func inText(a, b Phrase) int { return cmp.Or(a.Paragraph-b.Paragraph, a.Start-b.Start) }
