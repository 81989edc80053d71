// Package content has what of this folder is of use to every site, for the program
// to carry along.
package content

import "embed"

// National has glossary/national.yaml, the national glossary.
//
//go:embed glossary/national.yaml
var National embed.FS
