// Package annotate finds in reports what the glossary explains, what themes
// sections have, which documents are named, and turns it round: for each term
// and theme, where it is.
package annotate

import (
	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// Corpus is everything there is to publish.
type Corpus struct {
	Reports  []*report.Report // by region, then year
	Glossary *glossary.Glossary
	Themes   *theme.Vocabulary

	Uses     map[string][]Use     // term id: every occurrence, by report, in text order
	Sections map[string][]Section // theme id: its sections, by report, in text order
}

// Use is an occurrence in its sentence.
type Use struct {
	Report     *report.Report
	Occurrence report.Occurrence
	Before     string // the sentence before the form, as displayed
	After      string // and after it
}

// Section is a section under a theme.
type Section struct {
	Report  *report.Report
	Entry   *report.Entry
	Label   report.Label
	Excerpt string // the sentence that speaks most for the theme, as displayed
}

// Linking says which occurrences are links on the page.
type Linking string

const (
	FirstInSection Linking = "section" // of each numbered section
	FirstInReport  Linking = "report"
	Every          Linking = "all"
)

// Reports annotates the reports in place and gathers them.
func Reports(reports []*report.Report, g *glossary.Glossary, v *theme.Vocabulary, link Linking) *Corpus {
	panic("not written")
}
