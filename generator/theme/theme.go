// Package theme has the vocabulary by which sections are indexed, and tells
// which themes a section has, and why.
package theme

import (
	"io/fs"

	"jianzhu/generator/problem"
	"jianzhu/generator/report"
)

// Theme is one subject.
type Theme struct {
	ID       string   `yaml:"id"`
	Name     string   `yaml:"name"`
	English  string   `yaml:"english"`
	Gov22    []int    `yaml:"gov22"` // classes of the State Council's 主题分类, main one first
	CAP      []int    `yaml:"cap"`   // major topics of the Comparative Agendas Project
	Keywords []string `yaml:"keywords"`
	Terms    []string `yaml:"terms"` // glossary ids

	Line int `yaml:"-"` // in themes.yaml
}

// Vocabulary is a loaded themes.yaml, in its order.
type Vocabulary struct {
	Themes []Theme
}

// Load reads file from fsys. Problems name file and line.
func Load(fsys fs.FS, file string) (*Vocabulary, []problem.Problem) { panic("not written") }

// Theme returns the theme with an id, or nil.
func (v *Vocabulary) Theme(id string) *Theme { panic("not written") }

// Passage is what a section offers to be judged by.
type Passage struct {
	Heading string
	Text    string
	Terms   []report.Occurrence
	Above   []string // headings of the sections around it, innermost first
}

// Label returns the passage's themes, best first, none to three.
func (v *Vocabulary) Label(p Passage) []report.Label { panic("not written") }
