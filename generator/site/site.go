// Package site renders pages with Hugo, in process. It is the only package that knows Hugo.
package site

// Build renders root (site.yaml, layouts, static, build/html, build/static)
// into the folder publish, which must not exist, and returns how many pages it wrote.
func Build(root, publish string) (pages int, err error) { panic("not written") }
