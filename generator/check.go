package main

import (
	"jianzhu/generator/markdown"
	"jianzhu/generator/problem"
)

// check holds the content of a project to its laws without writing anything:
// nothing of a source is lost or invented, every link leads somewhere, and
// the glossary does not contradict itself.
func check(root string) []problem.Problem {
	edition, problems := read(root)
	if edition == nil {
		return problems
	}
	problems = append(problems, markdown.Links(edition.pages)...)
	for _, r := range edition.corpus.Reports {
		problems = append(problems, markdown.Law(r, edition.pages)...)
	}
	return problems
}
