package annotate

import (
	"regexp"
	"slices"
	"strings"

	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

// withOwn is the glossary with an own term for each definition that reports give
// themselves and that no entry explains. So such a term is found, linked, listed
// and has a page as every other one.
func withOwn(reports []*report.Report, g *glossary.Glossary) *glossary.Glossary {
	of, sum := matchers{}, g.Sum()
	var words []string
	for _, r := range reports {
		terms{report: r, glossary: g, sum: sum, matchers: of}.define()
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

// ownUse tells where own terms may be found.
type ownUse struct {
	glossary *glossary.Glossary
	usual    map[int]bool         // terms that say something else as often as not
	numbers  map[int]bool         // slogans that count, of which every place has its own
	told     map[string][]telling // by place: what its reports explain of these
}

// telling says that a report of some year explains a term.
type telling struct{ term, year int }

func newOwnUse(reports []*report.Report, g *glossary.Glossary) ownUse {
	use, number := ownUse{g, map[int]bool{}, map[int]bool{}, map[string][]telling{}}, map[string]int{}
	for i, t := range g.Terms {
		if t.Own {
			word := script.FoldString(unquoted([]rune(t.Term)))
			use.usual[i] = isUsual(word)
			if numbers.MatchString(word) {
				use.numbers[i], number[t.ID] = true, i
			}
		}
	}
	for _, r := range reports {
		place := strings.Join(r.Meta.Region.Path, "\x00")
		for _, d := range r.Definitions {
			if i, counts := number[d.ID]; counts {
				use.told[place] = append(use.told[place], telling{i, r.Meta.Year})
			}
		}
	}
	return use
}

// mostApart is how many years a slogan keeps its meaning in a place.
const mostApart = 5

// holding are the slogans that count for which what some report says holds in another
// one: of the same place, or of one inside it, of the years around it.
func (u ownUse) holding(r *report.Report) (terms []int) {
	path := r.Meta.Region.Path
	for n := range len(path) + 1 {
		for _, t := range u.told[strings.Join(path[:n], "\x00")] {
			if max(t.year-r.Meta.Year, r.Meta.Year-t.year) <= mostApart {
				terms = append(terms, t.term)
			}
		}
	}
	slices.Sort(terms)
	return slices.Compact(terms)
}

// in tells where terms may be found in a report. An own term is found wherever it
// stands in the reports that explain it apart, and in others where it is no short form
// and more than common words; what may mean another thing, in quotation marks. Slogans
// that count are found in those reports only for which what others say holds.
func (u ownUse) in(r *report.Report, holding []int) func(text string) func(glossary.Match) bool {
	defined := map[string]bool{}
	for _, d := range r.Definitions {
		if d.Source != report.FromSentence && d.Source != report.FromParts {
			defined[d.ID] = true
		}
	}
	return func(text string) func(glossary.Match) bool {
		var runes []rune // made when asked for
		return func(m glossary.Match) bool {
			t := &u.glossary.Terms[m.Term]
			switch {
			case !t.Own || defined[t.ID]:
				return true
			case u.numbers[m.Term] && !isIn(holding, m.Term):
				return false
			case !u.usual[m.Term]:
				return true
			}
			if runes == nil {
				runes = []rune(text)
			}
			return inQuotes(runes, m)
		}
	}
}

func isIn(sorted []int, n int) bool {
	_, is := slices.BinarySearch(sorted, n)
	return is
}

var (
	// counted is a term that counts things of which every place has its own: 十大工程.
	counted = regexp.MustCompile(`^[一二两双三四五六七八九十百\d]+[大个项类种条](.*)$`)
	// numbers are a slogan of numbers and what they count: 一核两翼, 三优, 五大行动.
	numbers = regexp.MustCompile(`^(?:[一二两双三四五六七八九十百千万\d+]+[大个项类种条]?\p{Han}{0,3}?)+$`)
	// numeral tells a slogan: 四好农村路 is more than its words, which are common.
	numeral = regexp.MustCompile(`[一二两双三四五六七八九十百\da-z+]`)
)

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
