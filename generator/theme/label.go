package theme

import (
	"cmp"
	"math"
	"slices"
	"unicode/utf8"

	"jianzhu/generator/report"
)

// Passage is what a section offers to be judged by, as displayed.
type Passage struct {
	Heading string
	Text    string              // its own, without the sections in it
	Terms   []report.Occurrence // in heading and text
	Above   []string            // headings of the sections around it, innermost first
	Below   []string            // headings of the sections and titles of the items right in it
	Inside  [][]report.Label    // themes of the sections right in it

	TermTheme map[string]string // the glossary's own theme of each term, by id
}

// How much a word counts by where it stands, and where labelling stops. The
// first time in the text counts 1. The values were chosen on five reports labelled
// by hand; choosing on any four of them gives nearly the same. A second theme
// needs a little less than would be best there, so that there are about as many
// labels as the first labeller gave.
const (
	inHeading  = 3.0
	inAbove    = 0.5  // in the heading right around the section; half of it one level further out
	inBelow    = 2.5  // shared among the headings below; twice that where there is no text
	inSections = 10.0 // for a theme of the sections inside; shared among them and their themes

	unit    = 100.0 // code points of text whose words count in full
	damping = 0.4   // power of a text's length, in units, by which its words are weighed down

	floor  = 1.5  // score under which there is no theme
	second = 0.3  // share of the first theme's score that a second needs
	third  = 0.55 // and a third

	mostReasons = 5
)

// Label returns the passage's themes, best first, none to three.
func (v *Vocabulary) Label(p Passage) []report.Label {
	length := float64(utf8.RuneCountInString(p.Text))
	inText := math.Pow(max(1, length/unit), -damping)

	c := collectors.Get().(*collector)
	defer collectors.Put(c)
	var labels []report.Label
	for i, words := range c.evidence(v, p) {
		label := report.Label{Theme: v.Themes[i].ID}
		for _, w := range words {
			w.total = w.score(inText)
		}
		slices.SortFunc(words, func(a, b *word) int {
			return cmp.Or(cmp.Compare(b.total, a.total), cmp.Compare(a.order, b.order))
		})
		for _, w := range words {
			label.Score += w.total
		}
		if label.Score < floor {
			continue
		}
		if label.Why = reasons(words); len(label.Why) > 0 {
			labels = append(labels, label)
		}
	}
	slices.SortStableFunc(labels, func(a, b report.Label) int { return cmp.Compare(b.Score, a.Score) })
	n := min(3, len(labels))
	for i, share := range []float64{second, third} {
		if n > i+1 && labels[i+1].Score < share*labels[0].Score {
			n = i + 1
		}
	}
	return slices.Clone(labels[:n]) // the others are let go
}

// reasons are the weightiest of the words that stand in the section, which come in order.
func reasons(words []*word) []string {
	why := make([]string, 0, mostReasons)
	for _, w := range words {
		if w.inside() && len(why) < mostReasons {
			why = append(why, w.surface)
		}
	}
	return why
}
