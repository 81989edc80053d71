// Package glossary holds the terms an editor explains and finds them in text.
package glossary

import (
	"io/fs"

	"jianzhu/generator/problem"
)

// Term is a glossary entry.
type Term struct {
	ID        string   `yaml:"id"`
	Term      string   `yaml:"term"`
	Pinyin    string   `yaml:"pinyin"`
	Aliases   []string `yaml:"aliases"` // other written forms
	Gloss     string   `yaml:"gloss"`   // at most 40 characters
	Expansion string   `yaml:"expansion"`
	English   string   `yaml:"english"`
	Theme     string   `yaml:"theme"` // id
	Senses    []Sense  `yaml:"senses"`
	Deny      []string `yaml:"deny"` // contexts in which the form is something else
	Sources   []string `yaml:"sources"`
	Check     bool     `yaml:"check"` // not verified: the page says 释义待核

	Line int `yaml:"-"` // in glossary.yaml
}

// Sense is one meaning of a term.
type Sense struct {
	ID         string   `yaml:"id"` // "" where it is the only one
	Definition string   `yaml:"definition"`
	Reports    []string `yaml:"reports"` // slugs in which it holds
	Regions    []string `yaml:"regions"` // names in a region's path, or codes
	Near       []string `yaml:"near"`    // words in the same paragraph that speak for it
}

// Glossary is a loaded glossary.yaml. Terms are in the order of their pinyin.
type Glossary struct {
	Terms []Term
}

// Load reads file from fsys. Problems name file and line.
func Load(fsys fs.FS, file string) (*Glossary, []problem.Problem) { panic("not written") }

// Term returns the entry with an id, or nil.
func (g *Glossary) Term(id string) *Term { panic("not written") }

// Match is a form found in a text: Terms[Term] from Start to End, in code points.
type Match struct {
	Term, Start, End int
}

// Matcher finds all terms of a glossary, leftmost-longest.
type Matcher struct{}

// Matcher compiles the forms of all terms for texts in a script, "zh-Hans" or
// "zh-Hant"; for the latter regional wordings (捷運 for 地铁) match too.
func (g *Glossary) Matcher(script string) *Matcher { panic("not written") }

// Find returns the matches in text that no deny context covers, in order,
// without overlap.
func (m *Matcher) Find(text string) []Match { panic("not written") }
