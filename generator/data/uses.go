package data

import (
	"iter"

	"jianzhu/generator/annotate"
	"jianzhu/generator/cache"
	"jianzhu/generator/report"
)

// The uses of all terms are more rows than any other sheet has, and to cut the sentences
// of its rows out of the reports costs more than to tell what they depend on.

// numberedUse is a use that is the n-th of its place.
type numberedUse struct {
	annotate.Use
	n int
}

// A run of uses has at least some, and then ends behind those of a term in one report.
const (
	leastUses = 128
	usesOneIn = 64
)

func useRuns(c *collected) iter.Seq[run] {
	return func(yield func(run) bool) {
		var uses []numberedUse
		mix := &cache.Mix{}
		end := func() (goesOn bool) {
			goesOn = len(uses) == 0 || yield(run{func(add func(*cells)) { c.useRows(uses, add) }, func() cache.Key { return c.onUses(uses, mix) }})
			uses = uses[:0]
			return goesOn
		}
		number := c.numbers()
		for _, t := range c.Glossary.Terms {
			all := c.Uses[t.ID]
			for i, u := range all {
				uses = append(uses, numberedUse{u, number(u)})
				isLast := i+1 == len(all) || all[i+1].Report != u.Report
				if isLast && len(uses) >= leastUses && endsRun(usesOneIn, t.ID, u.Report.Slug) && !end() {
					return
				}
			}
		}
		end()
	}
}

// onUses is the key of what the rows of uses depend on. It is kept under the texts in which
// they are, which cost less to tell: after a change to one of these, few sentences are others.
func (c *collected) onUses(uses []numberedUse, mix *cache.Mix) cache.Key {
	type found struct {
		in         cache.Key
		occurrence report.Occurrence
		section    string
		n          int
	}
	texts := mix.Of("uses", c.address, list(uses, func(u numberedUse) found {
		return found{c.keys.Found(u.Report), *u.Occurrence, u.SectionID(), u.n}
	}))
	return cache.Once(c.kept, texts, func() cache.Key { return c.onSentences(uses, mix) })
}

// onSentences is the key of uses and of their sentences.
func (c *collected) onSentences(uses []numberedUse, mix *cache.Mix) cache.Key {
	type said struct {
		report, region, code string
		year, n              int
		annotate.Setting
	}
	return mix.Of(c.address, list(uses, func(u numberedUse) said {
		m := u.Report.Meta
		return said{u.Report.Slug, regionOf(u.Report), m.Region.Code, m.Year, u.n, u.Setting()}
	}))
}

// numbers returns what counts the uses of each place that has more than one, as they
// come.
func (c *collected) numbers() func(annotate.Use) int {
	type place struct {
		in           *report.Report
		line, column int
	}
	count := map[place]int{}
	for _, r := range c.Reports {
		for i := 1; i < len(r.Terms); i++ {
			if o := r.Terms[i]; o.Line == r.Terms[i-1].Line && o.Offset == r.Terms[i-1].Offset {
				count[place{r, o.Line, o.Offset}] = 0
			}
		}
	}
	return func(u annotate.Use) int {
		at := place{u.Report, u.Occurrence.Line, u.Occurrence.Offset}
		if _, several := count[at]; !several {
			return 1
		}
		count[at]++
		return count[at]
	}
}

func (c *collected) useRows(uses []numberedUse, add func(*cells)) {
	at := c.places()
	for _, u := range uses {
		o := u.Occurrence
		row := at(u.Report, o.Line, o.Offset)
		row.number(u.n)
		before, after := u.Sentence()
		row.Term, row.Surface, row.Sense, row.Text, row.Section = o.Term, o.Surface, o.Sense, before+o.Surface+after, u.SectionID()
		add(row)
	}
}
