// Package data writes what other programs read: JSON with published schemas.
package data

import "jianzhu/generator/annotate"

// Write returns files by their path from the site's root.
func Write(c *annotate.Corpus) (map[string][]byte, error) { panic("not written") }
