// Package static has the styles, scripts and pictures of this folder, for the program
// to carry along.
package static

import "embed"

// Files are published as they are; a file of the same name in a project wins.
//
//go:embed all:*
var Files embed.FS
