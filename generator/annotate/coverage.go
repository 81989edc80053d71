package annotate

import (
	"cmp"
	"slices"
	"strings"

	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

// Coverage is what an editor has explained and what is still to do.
type Coverage struct {
	Reports     []ReportCoverage // in the corpus's order
	Unexplained []Phrase         // in quotation marks but in no entry, most frequent first
	Own         []OwnTerm        // explained by reports but by no entry, by most reports first
	Undecided   []Use            // of a term with several senses, where the context decides for none
	Unused      []*glossary.Term // in no report
	Unchosen    []Unchosen       // in no report, though the term is
	Unverified  []*glossary.Term // marked check
	Damage      []Damaged
}

// ReportCoverage counts what is explained of a report.
type ReportCoverage struct {
	Report    *report.Report
	Terms     int // different ones
	Uses      int // of all of them
	Quoted    int // phrases in quotation marks
	Explained int // of those, with a term in them
}

// Phrase is a phrase that reports put in quotation marks.
type Phrase struct {
	Text   string // as displayed where it first stands
	Places []Place
}

// Place is a line of a report.
type Place struct {
	Report *report.Report
	Line   int
}

// Unchosen is a sense without an occurrence.
type Unchosen struct {
	Term  *glossary.Term
	Sense string // id
}

// Damaged is a damaged place with the words before it.
type Damaged struct {
	Report *report.Report
	Damage report.Damage
	Before string // as displayed, cut at a pause
}

// longestPhrase is in code points; what is longer is a quotation.
const longestPhrase = 20

// Coverage takes stock of the corpus.
func (c *Corpus) Coverage() Coverage {
	var all Coverage
	phrases := map[string]*Phrase{}
	for _, r := range c.Reports {
		s := stockOf(r)
		all.Reports = append(all.Reports, ReportCoverage{r, s.Terms, len(r.Terms), s.Quoted, s.Quoted - len(s.Unexplained)})
		for _, u := range s.Unexplained {
			if phrases[u.Key] == nil {
				phrases[u.Key] = &Phrase{Text: u.Text}
			}
			phrases[u.Key].Places = append(phrases[u.Key].Places, Place{r, u.Line})
		}
		for i, hurt := range r.Damage {
			all.Damage = append(all.Damage, Damaged{r, hurt, s.Before[i]})
		}
	}
	for _, p := range phrases {
		all.Unexplained = append(all.Unexplained, *p)
	}
	slices.SortFunc(all.Unexplained, func(a, b Phrase) int {
		return cmp.Or(cmp.Compare(len(b.Places), len(a.Places)), strings.Compare(a.Text, b.Text))
	})
	all.Own = c.ownTerms()
	c.takeStockOfTerms(&all)
	return all
}

// stock is what is taken stock of in a report.
type stock struct {
	Terms       int // different ones
	Quoted      int
	Unexplained []unexplained
	Before      []string // what stands before each damage
}

// unexplained is a phrase that no term explains.
type unexplained struct {
	Text, Key string
	Line      int
}

// stockOf depends on a report and its terms.
func stockOf(r *report.Report) stock {
	return report.Once(r, "coverage", termsSum(r), func() (s stock) {
		terms := map[string]bool{}
		occurrences := map[int][]run{} // by paragraph
		for _, o := range r.Terms {
			terms[o.Term] = true
			p, at := runOf(r, o.Line, o.Offset, o.Surface)
			occurrences[p] = append(occurrences[p], at)
		}
		s.Terms = len(terms)
		for i, p := range r.Paragraphs {
			d := p.Shown()
			for _, q := range quoted(d.Text) {
				s.Quoted++
				if !explained(d, q, occurrences[i]) {
					text := string(d.Text[q.start:q.end])
					s.Unexplained = append(s.Unexplained, unexplained{text, script.FoldString(text), p.Line})
				}
			}
		}
		for _, hurt := range r.Damage {
			d := report.Show(r.From(hurt.Line))
			s.Before = append(s.Before, before(d.Text[:d.At(hurt.Column)]))
		}
		return s
	})
}

func (c *Corpus) takeStockOfTerms(all *Coverage) {
	for i := range c.Glossary.Terms {
		t := &c.Glossary.Terms[i]
		if t.Own {
			continue
		}
		uses := c.Uses[t.ID]
		if t.Check {
			all.Unverified = append(all.Unverified, t)
		}
		if len(uses) == 0 {
			if !t.National {
				all.Unused = append(all.Unused, t)
			}
			continue
		}
		if len(t.Senses) < 2 {
			continue
		}
		chosen := map[string]bool{}
		for _, u := range uses {
			chosen[u.Occurrence.Sense] = true
			if u.Occurrence.Sense == "" {
				all.Undecided = append(all.Undecided, u)
			}
		}
		for _, s := range t.Senses {
			if !chosen[s.ID] && !t.National {
				all.Unchosen = append(all.Unchosen, Unchosen{t, s.ID})
			}
		}
	}
}

// mostAnnouncing is how far words go that say that a meaning follows.
const mostAnnouncing = 8

// mostBefore is how far a longer phrase stands before one of its parts.
const mostBefore = 200

// quote is what stands between two quotation marks, in runes.
type quote struct{ start, end int }

// quoted finds the short phrases in quotation marks of a displayed line; titles
// in 《…》 and whole sentences are none.
func quoted(text []rune) []quote {
	var found []quote
	var opened []int
	titles := 0
	for i, r := range text {
		switch r {
		case '《':
			titles++
		case '》':
			titles = max(0, titles-1)
		case '“', '「':
			opened = append(opened, i+1)
		case '”', '」':
			if len(opened) == 0 {
				continue
			}
			q := quote{opened[len(opened)-1], i}
			opened = opened[:len(opened)-1]
			if n := q.end - q.start; titles == 0 && n > 0 && n <= longestPhrase && !slices.ContainsFunc(text[q.start:q.end], isStop) {
				found = append(found, q)
			}
		}
	}
	return found
}

// explained reports whether a term stands in the phrase, or the phrase in it, or the
// words behind it say what it means: “1”指一个总体规划.
func explained(d report.Shown, q quote, occurrences []run) bool {
	if slices.ContainsFunc(occurrences, func(o run) bool { return d.At(o.start) < q.end && d.At(o.end) > q.start }) {
		return true
	}
	behind := d.Text[q.end+1 : min(len(d.Text), q.end+1+mostAnnouncing)]
	before := d.Text[max(0, q.start-1-mostBefore) : q.start-1]
	return report.Announces(string(before), string(d.Text[q.start:q.end]), string(behind))
}
