// Package annotate finds in reports what the glossary explains, what themes
// sections have, which documents are named, and turns it round: for each term,
// theme, document, region and year, where it is.
package annotate

import (
	"cmp"
	"slices"

	"jianzhu/generator/glossary"
	"jianzhu/generator/problem"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// Corpus is everything there is to publish.
type Corpus struct {
	Reports  []*report.Report // by region, then year
	Glossary *glossary.Glossary
	Themes   *theme.Vocabulary

	Uses     map[string][]Use     // term id: every occurrence, by report, in text order
	Sections map[string][]Section // theme id: its sections, by report, in text order

	Documents []Document // by kind
	Regions   []*Region  // by code
	Years     []Year     // by year
	Promises  []Promise  // by earlier report, in text order
	Unseen    []Unseen   // by report, in text order

	Indicators []Indicator // those that most reports give first

	canonicals canonicals                // of the names of indicators
	followed   map[string]*Indicator     // by canonical name
	measured   map[string]string         // id by canonical name, of all values
	alone      map[string]*report.Report // by id, own terms that have no page: see Explains
	link       Linking
	subjects   []subject                 // of its reports
	noted      map[*report.Report]*noted // while promises are looked for
}

// Linking says which occurrences are links on the page.
type Linking string

const (
	FirstInSection Linking = "section" // of each numbered section
	FirstInReport  Linking = "report"
	Every          Linking = "all"
)

// Reports annotates the reports in place, sorts them and gathers them. Reports
// that were annotated before are annotated anew. Problems are what glossary,
// themes and decisions say of each other that does not hold.
func Reports(reports []*report.Report, g *glossary.Glossary, v *theme.Vocabulary, link Linking) (*Corpus, []problem.Problem) {
	sorted := slices.SortedFunc(slices.Values(reports), byRegionAndYear)
	c := newCorpus(sorted, withOwn(sorted, g), v, link)
	problems := append(check(c), c.annotate()...)
	c.Glossary = c.needed()
	c.alone = c.standsAlone()
	c.relate()
	c.Promises = c.promises() // also by what is compared without a page
	c.follow()
	c.Unseen = c.unseen()
	c.noted = nil
	problem.Sort(problems)
	return c, problems
}

// Sample annotates a report that is not of the corpus as if it were, by a glossary
// and themes that may be its own: it is related to sections of the corpus's reports
// and names their documents, but nothing of the corpus knows it.
func (c *Corpus) Sample(r *report.Report, g *glossary.Glossary, v *theme.Vocabulary) []problem.Problem {
	return c.beside(r, g, v, c.subjects)
}

// Again is Sample for a report that stands in place of the one of its slug: what all
// reports together decide is not decided anew.
func (c *Corpus) Again(r *report.Report) []problem.Problem {
	others := slices.DeleteFunc(slices.Clone(c.subjects), func(s subject) bool { return s.report.Slug == r.Slug })
	return c.beside(r, c.Glossary, c.Themes, others)
}

// Explained is the corpus with what another glossary says of its entries.
func (c *Corpus) Explained(by *glossary.Glossary) *Corpus {
	of := *c
	of.Glossary = c.Glossary.Revised(by)
	return &of
}

// beside annotates a report beside the corpus, of which some sections are looked at.
func (c *Corpus) beside(r *report.Report, g *glossary.Glossary, v *theme.Vocabulary, others []subject) []problem.Problem {
	alone := newCorpus([]*report.Report{r}, g, v, c.link)
	problems := alone.annotate()
	alone.follow()
	all := slices.Concat(others, alone.subjects)
	for i, of := range relatives(all, len(others)) {
		alone.subjects[i].enter(of, all)
	}
	for i := range r.References {
		ref := &r.References[i]
		if !slices.ContainsFunc(c.Documents, func(d Document) bool { return d.ID == ref.ID && !d.Alone }) {
			ref.ID, ref.Linked = "", false // there is no page of it
		}
	}
	return problems
}

func newCorpus(reports []*report.Report, g *glossary.Glossary, v *theme.Vocabulary, link Linking) *Corpus {
	return &Corpus{
		Reports:  reports,
		Glossary: g,
		Themes:   v,
		Uses:     map[string][]Use{},
		Sections: map[string][]Section{},

		canonicals: canonicals{},
		link:       link,
	}
}

// annotate annotates the reports and gathers what is in them. Problems are
// decisions that do not hold.
func (c *Corpus) annotate() (problems []problem.Problem) {
	c.Documents = documents(c.Reports)
	c.Regions = regions(c.Reports)
	c.Years = years(c.Reports)

	of, sum, alone := matchers{}, c.Glossary.Sum(), map[string]bool{}
	for _, d := range c.Documents {
		alone[d.ID] = d.Alone
	}
	for _, r := range c.Reports {
		terms{report: r, glossary: c.Glossary, sum: sum, matchers: of}.define()
	}
	own, themes := newOwnUse(c.Reports, c.Glossary), themesOfTerms(c.Glossary)
	for _, r := range c.Reports {
		var idle []problem.Problem
		r.Terms, idle = terms{r, c.Glossary, sum, of, own}.find()
		problems = append(problems, idle...)
		linked(r, c.link, alone)
		c.findNumbers(r)
		c.Uses = appendUses(c.Uses, r)
		c.subjects = append(c.subjects, c.label(r, themes)...)
	}
	c.Indicators, c.measured = indicators(c.Reports, c.canonicals)
	return problems
}

// byRegionAndYear orders by GB/T 2260 code, reports without one last; then by
// path, since places without a code of their own share one; then by year and slug.
func byRegionAndYear(a, b *report.Report) int {
	unplaced := func(r *report.Report) int {
		if r.Meta.Region.Code == "" {
			return 1
		}
		return 0
	}
	return cmp.Or(
		cmp.Compare(unplaced(a), unplaced(b)),
		cmp.Compare(a.Meta.Region.Code, b.Meta.Region.Code),
		slices.Compare(a.Meta.Region.Path, b.Meta.Region.Path),
		cmp.Compare(a.Meta.Year, b.Meta.Year),
		cmp.Compare(a.Slug, b.Slug),
	)
}
