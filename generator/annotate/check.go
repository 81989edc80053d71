package annotate

import (
	"slices"
	"strconv"
	"strings"

	"jianzhu/generator/problem"
	"jianzhu/generator/report"
)

const themesFile = "content/themes.yaml"

// check reports where glossary and themes name what is not there.
func check(c *Corpus) []problem.Problem {
	var problems []problem.Problem
	for _, t := range c.Glossary.Terms {
		if t.Theme != "" && !t.National && c.Themes.Theme(t.Theme) == nil {
			problems = append(problems, problem.Errorf(t.File, t.Line, "write the id of a theme of themes.yaml",
				"term %q: unknown theme %q", t.ID, t.Theme))
		}
		for _, s := range t.Senses {
			for _, slug := range s.Reports {
				named := func(r *report.Report) bool { return r.Slug == slug }
				if !slices.ContainsFunc(c.Reports, named) {
					problems = append(problems, problem.Warnf(t.File, t.Line, "write the name of a folder in content/reports",
						"term %q: a sense names the unknown report %q", t.ID, slug))
				}
			}
		}
	}
	problems = append(problems, checkSources(c)...)
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

// checkSources reports sources that name a line of a report which is not shown.
func checkSources(c *Corpus) (problems []problem.Problem) {
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
				problems = append(problems, problem.Warnf(t.File, t.Line, "write the name of a folder in content/reports, and a line of its report.txt",
					"term %q: a source names the unknown report %q", t.ID, slug))
			default:
				problems = append(problems, problem.Errorf(t.File, t.Line, "write a line of report.txt that the page shows",
					"term %q: a source names line %d of %s, which is not shown", t.ID, line, slug))
			}
		}
	}
	return problems
}
