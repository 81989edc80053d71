// Package glossary holds the terms an editor explains and finds them in text.
//
// Forms and texts are compared code point by code point, after folding
// (package script), and these rules hold:
//
//   - A form is the term or an alias. At each place the longest form wins;
//     matches do not overlap.
//   - Spaces, quote marks and what folds to nothing (zero-width characters, soft
//     hyphens, accents) are passed over inside a match, so that “三旧”改造 is found for 三旧改造 and 互联网 + for 互联网+.
//     A match neither begins nor ends with one, with two exceptions: the marks
//     on its last character belong to it, and quote marks stay in pairs. A mark directly before or after that pairs with one
//     inside belongs to the match; where the other mark is elsewhere (“推进放管服”改革)
//     the form is not found.
//   - Between two Latin letters or digits spaces count, as one.
//   - A form with a Latin letter or a digit at an edge is found as a whole word
//     there: PP is not in APP, 5G not in 15G and not in 2.5G.
//   - A form given between quote marks (“532”) is found between quote marks
//     only, also where the same form is given without; the marks are not part
//     of the match.
//   - 〔地名〕 in an alias stands for the short name of any province or prefecture:
//     “平安〔地名〕” is found for “平安浙江”. A form written out wins over it.
//   - A pattern of a term is found where it is the whole of what stands between quote
//     marks, folded, and no form stands there; 〔地名〕 in it stands for a name of a
//     place at the beginning or the end.
//   - A form is not found where it stands across words by chance: 河长 is not in
//     黄河长江, 失业率 not in 失业率先 (see word.Cut).
//   - A form is not found where it lies within a denied context of its entry.
//     What is shorter, or begins later, is then found as if the form were not there.
//   - In Traditional texts each wording of script.Regional also stands for its
//     mainland counterpart. A form an editor wrote wins over one made so.
package glossary

import (
	"strings"
	"sync"
)

// Term is a glossary entry.
type Term struct {
	ID        string   `yaml:"id"` // default: made from the pinyin
	Term      string   `yaml:"term"`
	Pinyin    string   `yaml:"pinyin"`   // with tone marks; default: as its words are read
	Aliases   []string `yaml:"aliases"`  // other written forms
	Patterns  []string `yaml:"patterns"` // regular expressions of whole phrases in quote marks that it explains
	Gloss     string   `yaml:"gloss"`    // at most 40 characters
	Expansion string   `yaml:"expansion"`
	English   string   `yaml:"english"`
	Theme     string   `yaml:"theme"`    // id
	Counts    []string `yaml:"counts"`   // what the number in the term counts: 四个意识 has four
	Succeeds  string   `yaml:"succeeds"` // id of the term that this one replaced
	Senses    []Sense  `yaml:"senses"`
	Deny      []string `yaml:"deny"` // contexts in which the form is something else
	Sources   []string `yaml:"sources"`
	Check     bool     `yaml:"check"` // not verified: the page says 释义待核

	File     string `yaml:"-"` // content/glossary.yaml
	Line     int    `yaml:"-"` // in it
	National bool   `yaml:"-"` // from the national glossary, see Needed
	Own      bool   `yaml:"-"` // no entry: made of what reports explain themselves, see WithOwn

	syllables string // the pinyin, a space between syllables
}

// Sense is one meaning of a term.
type Sense struct {
	ID         string   `yaml:"id"` // "" where it is the only one
	Definition string   `yaml:"definition"`
	Reports    []string `yaml:"reports"` // slugs in which it holds
	Regions    []string `yaml:"regions"` // names in a region's path, or codes
	Counts     []string `yaml:"counts"`  // as of the term, where senses count different things
	Near       []string `yaml:"near"`    // words in the same paragraph that speak for it, the nearest first
	Since      int      `yaml:"since"`   // the first year of reports in which it holds; 0: from the beginning
	Until      int      `yaml:"until"`   // and the last; 0: to this day
}

// Glossary is what was loaded. Terms are in the order of their pinyin, after those
// that begin with a digit.
type Glossary struct {
	Terms []Term

	index    sync.Once
	byID     map[string]int
	own      map[string]string // ids of own terms, by key
	instead  map[string]string // ids of entries that gave way, with those of the entries that stand for them
	linked   map[string]bool   // ids that editors' texts lead to
	unneeded map[string]bool   // ids of national terms that are left out
}

// Term returns the entry with an id, or that which stands for it, or nil.
func (g *Glossary) Term(id string) *Term {
	g.index.Do(func() {
		g.byID = make(map[string]int, len(g.Terms))
		for i, t := range g.Terms {
			g.byID[t.ID] = i
		}
		for id, other := range g.instead {
			if i, ok := g.byID[other]; ok {
				g.byID[id] = i
			}
		}
	})
	if i, ok := g.byID[id]; ok {
		return &g.Terms[i]
	}
	return nil
}

// Forms returns the term and its aliases, as written.
func (t Term) Forms() []string { return append([]string{t.Term}, t.Aliases...) }

// NoInitial is the initial of terms that begin with a digit.
const NoInitial = "#"

// Initial is the group of an index by pinyin in which the term stands: a letter
// from A to Z, or NoInitial.
func (t Term) Initial() string {
	for _, r := range plain(t.Pinyin) {
		switch {
		case 'a' <= r && r <= 'z':
			return strings.ToUpper(string(r))
		case digit(r):
			return NoInitial
		}
	}
	return NoInitial
}
