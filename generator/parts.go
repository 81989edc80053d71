package main

import (
	"fmt"
	"path/filepath"
	"slices"

	"jianzhu/generator/markdown"
	"jianzhu/generator/publish"
)

// together is for how many reports Hugo renders the embedded parts in one run:
// a few thousand pages, which cost much less than the site itself.
const together = 50

// writeParts writes the embedded parts of reports into dir, a folder of so many
// reports for each run of Hugo. Only those of one run are in memory at a time.
func (e *edition) writeParts(dir string, together int) error {
	var runs []string
	for reports := range slices.Chunk(e.corpus.Reports, together) {
		html, err := rendered(markdown.EmbeddedParts(e.corpus, reports))
		if err != nil {
			return err
		}
		run := fmt.Sprintf("%03d", len(runs))
		if err := publish.Write(filepath.Join(dir, run), html); err != nil {
			return err
		}
		runs = append(runs, run)
	}
	return publish.Keep(dir, runs)
}
