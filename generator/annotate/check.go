package annotate

import (
	"slices"

	"jianzhu/generator/problem"
	"jianzhu/generator/report"
)

const (
	glossaryFile = "content/glossary.yaml"
	themesFile   = "content/themes.yaml"
)

// check reports where glossary and themes name what is not there.
func check(c *Corpus) []problem.Problem {
	var problems []problem.Problem
	for _, t := range c.Glossary.Terms {
		if t.Theme != "" && c.Themes.Theme(t.Theme) == nil {
			problems = append(problems, problem.Errorf(glossaryFile, t.Line, "write the id of a theme of themes.yaml",
				"term %q: unknown theme %q", t.ID, t.Theme))
		}
		for _, s := range t.Senses {
			for _, slug := range s.Reports {
				named := func(r *report.Report) bool { return r.Slug == slug }
				if !slices.ContainsFunc(c.Reports, named) {
					problems = append(problems, problem.Warnf(glossaryFile, t.Line, "write the name of a folder in content/reports",
						"term %q: a sense names the unknown report %q", t.ID, slug))
				}
			}
		}
	}
	for _, t := range c.Themes.Themes {
		for _, id := range t.Terms {
			if c.Glossary.Term(id) == nil {
				problems = append(problems, problem.Errorf(themesFile, t.Line, "write the id of an entry of glossary.yaml",
					"theme %q: unknown term %q", t.ID, id))
			}
		}
	}
	return problems
}
