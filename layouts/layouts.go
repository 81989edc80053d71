// Package layouts has the layouts of this folder, for the program to carry along.
package layouts

import "embed"

// Files are the layouts; a file of the same name in a project wins.
//
//go:embed all:*
var Files embed.FS
