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
