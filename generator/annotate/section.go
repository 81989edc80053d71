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

// label gives each section of a report its themes and enters it under them. It
// returns those that have text of their own. A section in which the report
// defines its terms is about words, not a subject.
func (c *Corpus) label(r *report.Report, shown []report.Shown, themeOf map[string]string) (subjects []subject) {
	passages := make([]theme.Passage, len(r.Outline))
	for i := range slices.Backward(r.Outline) { // a section speaks for the one around it
		e := &r.Outline[i]
		e.Themes, e.Related = nil, nil
		if e.Opens() && !defines(r, shown, i) {
			passages[i] = passage(r, shown, i)
			passages[i].TermTheme = themeOf
			e.Themes = c.Themes.Label(passages[i])
		}
	}
	for i, p := range passages {
		e := &r.Outline[i]
		for _, l := range e.Themes {
			c.Sections[l.Theme] = append(c.Sections[l.Theme], Section{r, e, l, excerpt(p.Text, l.Why)})
		}
		if p.Text != "" {
			subjects = append(subjects, subjectOf(r, e, p.Terms, c.Glossary))
		}
	}
	return subjects
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

// themesOfTerms is the glossary's theme of each term, by id.
func themesOfTerms(g *glossary.Glossary) map[string]string {
	themes := map[string]string{}
	for _, t := range g.Terms {
		themes[t.ID] = t.Theme
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
		for _, s := range sentences([]rune(strings.TrimSpace(paragraph))) {
			if sentence := string(s); score(sentence) > most {
				best, most = sentence, score(sentence)
			}
		}
	}
	return after([]rune(best))
}
