package markdown

import (
	"io/fs"

	"jianzhu/generator/annotate"
	"jianzhu/generator/problem"
)

// Write is [Site.Write] for a site that has an address only.
func Write(c *annotate.Corpus, content fs.FS, address string) ([]Page, []problem.Problem) {
	return Site{Address: address}.Write(c, content)
}

// DeadLinks is [Links.Dead] of pages that are all there is.
func DeadLinks(pages []Page, base string, published func(file string) bool) []problem.Problem {
	links := NewLinks(base, published)
	for _, p := range pages {
		links.Read(p)
	}
	return links.Dead()
}
