package annotate

import (
	"slices"
	"strings"

	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// Section is a section under a theme.
type Section struct {
	Report  *report.Report
	Entry   *report.Entry
	Label   report.Label
	Excerpt string // the sentence that speaks most for the theme, as displayed; "" where only headings do
}

// labelled is what is told of a section by itself.
type labelled struct {
	Themes   []report.Label
	Excerpts []string // for each theme
	Has      bool     // text of its own
	Terms    [2]int   // from which to which of the report's stand in heading and text
}

// label gives each section of a report its themes and enters it under them. It
// returns those that have text of their own.
func (c *Corpus) label(r *report.Report, themeOf map[string]string) (subjects []subject) {
	var on report.Grounds
	on.Words(string(c.Themes.Sum()), c.termsOf(r))
	for _, o := range r.Terms {
		on.Words(themeOf[o.Term])
	}
	for i, found := range report.Once(r, "themes", on, func() []labelled { return labels(r, c.Themes, themeOf) }) {
		e := &r.Outline[i]
		e.Themes, e.Related = found.Themes, nil
		for n, l := range found.Themes {
			c.Sections[l.Theme] = append(c.Sections[l.Theme], Section{r, e, l, found.Excerpts[n]})
		}
		if found.Has {
			subjects = append(subjects, subjectOf(r, e, r.Terms[found.Terms[0]:found.Terms[1]], c.Glossary))
		}
	}
	return subjects
}

// labels tells the themes of each entry of a report's outline. A section in which the
// report defines its terms is about words, not a subject.
func labels(r *report.Report, v *theme.Vocabulary, themeOf map[string]string) []labelled {
	shown, found := displayed(r), make([]labelled, len(r.Outline))
	inside := make([][]report.Label, len(r.Outline))
	for i := range slices.Backward(r.Outline) { // a section speaks for the one around it
		if !r.Outline[i].Opens() || defines(r, shown, i) {
			continue
		}
		p, terms := passage(r, shown, i, inside)
		p.TermTheme = themeOf
		l := labelled{Themes: v.Label(p), Has: p.Text != "", Terms: terms}
		for _, theme := range l.Themes {
			l.Excerpts = append(l.Excerpts, excerpt(p.Text, theme.Why))
		}
		found[i], inside[i] = l, l.Themes
	}
	return found
}

// defines reports whether one of the report's own definitions stands in a
// section's own text.
func defines(r *report.Report, shown []report.Shown, i int) bool {
	start, end := bodyStart(r.Outline[i]), ownEnd(r, shown, i)
	return slices.ContainsFunc(r.Definitions, func(d report.Definition) bool {
		at := position{d.TextLine, d.Column}
		return d.Source.Apart() && !at.before(start) && at.before(end)
	})
}

// themesOfTerms is the glossary's theme of each term that tells what a text is about, by
// id: one that explains many phrases by a pattern says how they are made.
func themesOfTerms(g *glossary.Glossary) map[string]string {
	themes := map[string]string{}
	for _, t := range g.Terms {
		if len(t.Patterns) == 0 {
			themes[t.ID] = t.Theme
		}
	}
	return themes
}

// excerpt is the first of the sentences that hold most of the reasons, which
// come weightiest first; "" where no sentence holds any.
func excerpt(text string, why []string) string {
	score := func(text string) (score int) {
		for i, w := range why {
			if strings.Contains(text, w) {
				score += len(why) - i
			}
		}
		return score
	}
	best, most := "", 0
	for paragraph := range strings.Lines(text) {
		if score(paragraph) <= most {
			continue // and so do its sentences
		}
		for sentence := range sentencesOf(strings.TrimSpace(paragraph)) {
			if n := score(sentence); n > most {
				best, most = sentence, n
			}
		}
	}
	return after([]rune(best))
}
