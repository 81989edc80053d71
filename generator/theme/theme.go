// Package theme has the vocabulary by which sections are indexed, and tells
// which themes a section has, and why.
//
// themes.yaml is a mapping: themes, the list of themes; and neutral, words
// that contain a keyword and speak for no theme (健康发展 is not about health).
// Where keywords overlap, the leftmost and then the longest is read, so that a
// longer keyword of one theme also shields a shorter one of another: 教育实践活动
// speaks for the party, not for schools.
package theme

import (
	"crypto/sha256"
	"fmt"
	"slices"
)

// Theme is one subject.
type Theme struct {
	ID       string   `yaml:"id"`
	Name     string   `yaml:"name"`
	English  string   `yaml:"english"`
	Gov22    []int    `yaml:"gov22"` // classes of the State Council's 主题分类, main one first
	CAP      []int    `yaml:"cap"`   // major topics of the Comparative Agendas Project
	Keywords []string `yaml:"keywords"`
	Terms    []string `yaml:"terms"` // glossary ids that speak for it besides the terms whose own theme it is

	Line int `yaml:"-"` // in themes.yaml
}

// Vocabulary is a themes.yaml made by Load, in its order.
type Vocabulary struct {
	Themes  []Theme  `yaml:"themes"`
	Neutral []string `yaml:"neutral"` // words that contain a keyword and speak for no theme

	sum      []byte
	keywords keywords
	listed   map[string][]int // by id of a term: the themes that list it, in order
}

// Theme returns the theme with an id, or nil.
func (v *Vocabulary) Theme(id string) *Theme {
	for i := range v.Themes {
		if v.Themes[i].ID == id {
			return &v.Themes[i]
		}
	}
	return nil
}

// Sum tells apart vocabularies by which passages can have other themes.
func (v *Vocabulary) Sum() []byte { return v.sum }

// compile makes what Label looks words and terms up in.
func (v *Vocabulary) compile() {
	v.keywords, v.listed = newKeywords(v.Themes, v.Neutral), map[string][]int{}
	sum := sha256.New()
	fmt.Fprintf(sum, "%q\n", v.Neutral)
	for i, t := range v.Themes {
		fmt.Fprintf(sum, "%q %q %q\n", t.ID, t.Keywords, t.Terms)
		for _, id := range t.Terms {
			if in := v.listed[id]; !slices.Contains(in, i) {
				v.listed[id] = append(in, i)
			}
		}
	}
	v.sum = sum.Sum(nil)
}
