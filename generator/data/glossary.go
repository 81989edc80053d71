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
	ID        string   `json:"id"`
	Term      string   `json:"term"`
	Aliases   []string `json:"aliases"`
	Pinyin    string   `json:"pinyin"`
	Gloss     string   `json:"gloss"`
	Expansion string   `json:"expansion"`
	English   string   `json:"english"`
	Theme     string   `json:"theme"`
	Counts    []string `json:"counts"`
	Succeeds  string   `json:"succeeds"`
	Senses    []sense  `json:"senses"`
	Sources   []string `json:"sources"`
	Check     bool     `json:"check"`
	Count     int      `json:"count"`
}

type sense struct {
	ID         string   `json:"id"`
	Definition string   `json:"definition"`
	Reports    []string `json:"reports"`
	Regions    []string `json:"regions"`
	Counts     []string `json:"counts"`
}

func glossaryOf(c *annotate.Corpus) glossaryFile {
	return glossaryFile{list(c.Glossary.Terms, func(t glossary.Term) term {
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
				return sense{s.ID, s.Definition, list(s.Reports, same), list(s.Regions, same), list(s.Counts, same)}
			}),
			Sources: list(t.Sources, same),
			Check:   t.Check,
			Count:   len(c.Uses[t.ID]),
		}
	})}
}
