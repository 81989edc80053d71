package data

import (
	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
)

// glossaryFile is glossary/index.json; schema/glossary.json says what its
// fields mean.
type glossaryFile struct {
	Terms []term `json:"terms"`
}

type term struct {
	ID        string         `json:"id"`
	Term      string         `json:"term"`
	Aliases   []string       `json:"aliases"`
	Pinyin    string         `json:"pinyin"`
	Gloss     string         `json:"gloss"`
	Expansion string         `json:"expansion"`
	English   string         `json:"english"`
	Theme     string         `json:"theme"`
	Counts    []string       `json:"counts"`
	Succeeds  string         `json:"succeeds"`
	Senses    []sense        `json:"senses"`
	Sources   []string       `json:"sources"`
	Check     bool           `json:"check"`
	Own       bool           `json:"own"`
	Count     int            `json:"count"`
	Uses      map[string]int `json:"uses,omitempty"` // by report; where the term has a page, in its own file alone
}

type sense struct {
	ID         string   `json:"id"`
	Definition string   `json:"definition"`
	Reports    []string `json:"reports"`
	Regions    []string `json:"regions"`
	Counts     []string `json:"counts"`
	Since      int      `json:"since"`
	Until      int      `json:"until"`
}

func glossaryOf(c *annotate.Corpus) glossaryFile {
	return glossaryFile{list(c.Glossary.Terms, func(t glossary.Term) term {
		of := termOf(c, t)
		if c.Follows(&t) {
			of.Uses = nil
		}
		return of
	})}
}

// termOf is a term, also as glossary/<id>/index.json.
func termOf(c *annotate.Corpus, t glossary.Term) term {
	return term{
		ID:        t.ID,
		Term:      t.Term,
		Aliases:   list(t.Aliases, same),
		Pinyin:    t.Pinyin,
		Gloss:     t.Gloss,
		Expansion: t.Expansion,
		English:   t.English,
		Theme:     t.Theme,
		Counts:    list(t.Counts, same),
		Succeeds:  t.Succeeds,
		Senses: list(t.Senses, func(s glossary.Sense) sense {
			return sense{s.ID, s.Definition, list(s.Reports, same), list(s.Regions, same), list(s.Counts, same), s.Since, s.Until}
		}),
		Sources: list(t.Sources, same),
		Check:   t.Check,
		Own:     t.Own,
		Count:   len(c.Uses[t.ID]),
		Uses:    usesByReport(c.Uses[t.ID]),
	}
}

// usesByReport counts the uses of a term.
func usesByReport(all []annotate.Use) map[string]int {
	counts := map[string]int{}
	for _, u := range all {
		counts[u.Report.Slug]++
	}
	return counts
}
