package annotate

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"jianzhu/generator/glossary"
	"jianzhu/generator/problem"
	"jianzhu/generator/report"
	"jianzhu/generator/tongue"
)

const themesFile = "content/themes.yaml"

// check reports where glossary and themes name what is not there.
func check(c *Corpus) []problem.Problem {
	var problems []problem.Problem
	var gone absent
	for _, t := range c.Glossary.Terms {
		if t.Theme != "" && !t.National && c.Themes.Theme(t.Theme) == nil {
			problems = append(problems, problem.Errorf(t.File, t.Line, "write the id of a theme of themes.yaml",
				"term %q: unknown theme %q", t.ID, t.Theme))
		}
		for _, s := range t.Senses {
			for _, slug := range s.Reports {
				named := func(r *report.Report) bool { return r.Slug == slug }
				if !slices.ContainsFunc(c.Reports, named) {
					gone.add(t, slug)
				}
			}
		}
	}
	problems = append(problems, checkSources(c, &gone)...)
	problems = append(problems, gone.problems()...)
	for _, t := range c.Themes.Themes {
		for _, id := range t.Terms {
			if !c.Glossary.Knows(id) {
				problems = append(problems, problem.Warnf(themesFile, t.Line, "write the id of an entry of glossary.yaml",
					"theme %q: unknown term %q", t.ID, id))
			}
		}
	}
	return problems
}

// absent are reports that entries name and that are not here: of a site that does
// without some of ours, or misspelt. They are told once for each glossary.
type absent struct{ mentions []mention }

type mention struct {
	term glossary.Term
	slug string
}

func (a *absent) add(t glossary.Term, slug string) { a.mentions = append(a.mentions, mention{t, slug}) }

// mostAbsent is how many reports are named.
const mostAbsent = 5

func (a *absent) problems() (problems []problem.Problem) {
	byFile := map[string][]mention{}
	for _, m := range a.mentions {
		byFile[m.term.File] = append(byFile[m.term.File], m)
	}
	for file, mentions := range byFile {
		slices.SortStableFunc(mentions, func(a, b mention) int { return cmp.Compare(a.term.Line, b.term.Line) })
		var names []string
		seen := map[string]bool{}
		for _, m := range mentions {
			if !seen[m.slug] {
				seen[m.slug] = true
				names = append(names, tongue.Sprintf("%s (%s, line %d)", m.slug, m.term.ID, m.term.Line))
			}
		}
		if len(names) > mostAbsent {
			names = append(names[:mostAbsent], tongue.Sprintf("and %d more", len(names)-mostAbsent))
		}
		places := ""
		if n := len(mentions); n > 1 {
			places = tongue.Sprintf(" in %d places", n)
		}
		problems = append(problems, problem.Warnf(file, mentions[0].term.Line, "if one is misspelt, write the name of its folder in content/reports; else it does no harm",
			"entries name reports that are not here%s: %s", places, strings.Join(names, ", ")))
	}
	return problems
}

// checkSources reports sources that name a line of a report which is not shown.
func checkSources(c *Corpus, gone *absent) (problems []problem.Problem) {
	shown := map[string]bool{}
	known := map[string]bool{}
	for _, r := range c.Reports {
		known[r.Slug] = true
		for _, p := range r.Paragraphs {
			for _, line := range p.SourceLines() {
				shown[r.Slug+":"+strconv.Itoa(line)] = true
			}
		}
	}
	for _, t := range c.Glossary.Terms {
		for _, s := range t.Sources {
			slug, digits, ok := strings.Cut(s, ":")
			line, err := strconv.Atoi(digits)
			switch {
			case !ok || err != nil || !problem.IsID(slug) || shown[s]:
			case !known[slug]:
				gone.add(t, slug)
			default:
				problems = append(problems, problem.Errorf(t.File, t.Line, "write a line of report.txt that the page shows",
					"term %q: a source names line %d of %s, which is not shown", t.ID, line, slug))
			}
		}
	}
	return problems
}
