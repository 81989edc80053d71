package site

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"jianzhu/generator/tongue"
)

// Hugo keeps the content of all pages in memory, some of it several times. Ours
// is HTML already and goes through it unchanged; so Hugo is shown a page's front
// matter and, for its content, a mark, in whose place the content is put as the
// page is written. Layouts may ask of .Content which sections it has: the mark names
// them. More they ask of pages of a few types, and those are shown whole.

const (
	markStart = "<!--jianzhu: body of "
	markEnd   = "-->"
)

// askedOf are the types of pages of whose content layouts ask more than its sections.
var askedOf = []string{"glossary", "guide", "download"}

// marked is a page as Hugo is shown it, by its slash-separated path in build/html, and the
// content that its mark stands for.
func marked(file string, page []byte) (shown, content []byte) {
	front, body, found := bytes.Cut(page, []byte(frontEnd))
	if !found || slices.Contains(askedOf, frontOf(page).value("type")) {
		return page, nil
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "%s%s%s%s:", front, frontEnd, markStart, file)
	for line := range bytes.Lines(body) {
		if bytes.HasPrefix(line, []byte(`<section id="`)) {
			out.WriteString(" " + strings.TrimSpace(string(line)))
		}
	}
	out.WriteString(markEnd + "\n")
	return out.Bytes(), bytes.TrimSuffix(body, []byte("\n"))
}

// contents writes the content of a page, by its path in build/html, behind what stands
// before it.
type contents func(out []byte, file string) ([]byte, error)

// filled writes a page as it is published; a layout may show the content of several.
func (of contents) filled(out, page []byte) ([]byte, error) {
	for {
		before, rest, found := bytes.Cut(page, []byte(markStart))
		out = append(out, before...)
		if !found {
			return out, nil
		}
		file, rest, _ := bytes.Cut(rest, []byte(":"))
		_, after, found := bytes.Cut(rest, []byte(markEnd))
		var err error
		if out, err = of(out, string(file)); err != nil || !found {
			return nil, tongue.Errorf("the content of %s: %w", file, err)
		}
		page = after
	}
}
