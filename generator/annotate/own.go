package annotate

import (
	"regexp"
	"slices"

	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

// withOwn is the glossary with an own term for each definition that reports give
// themselves and that no entry explains. So such a term is found, linked, listed
// and has a page as every other one.
func withOwn(reports []*report.Report, g *glossary.Glossary) *glossary.Glossary {
	of := matchers{}
	var words []string
	for _, r := range reports {
		terms{r, g, of.of(g, r.Script), nil}.define()
		for _, d := range r.Definitions {
			if d.ID == "" {
				words = append(words, d.Term)
			}
		}
	}
	return g.WithOwn(words)
}

// matchers are those of a glossary, by script.
type matchers map[string]*glossary.Matcher

func (m matchers) of(g *glossary.Glossary, script string) *glossary.Matcher {
	if m[script] == nil {
		m[script] = g.Matcher(script)
	}
	return m[script]
}

// mayOccur tells where terms may be found in a report. An own term is found
// wherever it stands in the reports that explain it; in others, whose authors may
// mean the ordinary words, in quotation marks, or where it is no short form and
// more than common words.
func mayOccur(g *glossary.Glossary, r *report.Report, usual map[int]bool) func(text string) func(glossary.Match) bool {
	defined := map[string]bool{}
	for _, d := range r.Definitions {
		defined[d.ID] = true
	}
	return func(text string) func(glossary.Match) bool {
		var runes []rune // made when asked for
		return func(m glossary.Match) bool {
			t := &g.Terms[m.Term]
			if !t.Own || !usual[m.Term] || defined[t.ID] {
				return true
			}
			if runes == nil {
				runes = []rune(text)
			}
			return inQuotes(runes, m)
		}
	}
}

// counted is a term that counts things of which every place has its own: 十大工程.
var counted = regexp.MustCompile(`^[一二两双三四五六七八九十百\d]+[大个项类种条](.*)$`)

// numeral tells a slogan: 四好农村路 is more than its words, which are common.
var numeral = regexp.MustCompile(`[一二两双三四五六七八九十百\da-z+]`)

// usualWords are the own terms that say something else as often as not.
func usualWords(g *glossary.Glossary) map[int]bool {
	usual := map[int]bool{}
	for i, t := range g.Terms {
		if t.Own && isUsual(script.FoldString(unquoted([]rune(t.Term)))) {
			usual[i] = true
		}
	}
	return usual
}

// isUsual reports whether a folded word is short, counts what others count too,
// or is nothing but common words.
func isUsual(word string) bool {
	if !glossary.IsWhole(word) {
		return true
	}
	if m := counted.FindStringSubmatch(word); m != nil {
		return !isProper([]rune(m[1]))
	}
	return !numeral.MatchString(word) && !isProper([]rune(word))
}

// inQuotes reports whether quotation marks stand around a match.
func inQuotes(text []rune, m glossary.Match) bool {
	return m.Start > 0 && m.End < len(text) && isQuote(text[m.Start-1]) && isQuote(text[m.End])
}

// OwnTerm is a term that reports explain themselves and that has no entry.
type OwnTerm struct {
	Term   *glossary.Term
	Places []Place // of the definitions
}

// ownTerms are the own terms of the corpus, those that most reports explain first.
func (c *Corpus) ownTerms() []OwnTerm {
	at := map[string]int{}
	var all []OwnTerm
	for _, r := range c.Reports {
		for _, d := range r.Definitions {
			t := c.Glossary.Term(d.ID)
			if t == nil || !t.Own {
				continue
			}
			i, known := at[t.ID]
			if !known {
				i = len(all)
				at[t.ID], all = i, append(all, OwnTerm{Term: t})
			}
			all[i].Places = append(all[i].Places, Place{r, d.Line})
		}
	}
	slices.SortStableFunc(all, func(a, b OwnTerm) int { return len(b.Places) - len(a.Places) })
	return all
}
