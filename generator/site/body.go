package site

import (
	"bytes"
	"fmt"
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
	front, body, found := bytes.Cut(page, []byte("\n---\n"))
	if !found {
		return page, nil
	}
	for _, kind := range askedOf {
		if bytes.Contains(front, []byte("\ntype: "+kind+"\n")) || bytes.HasSuffix(front, []byte("\ntype: "+kind)) {
			return page, nil
		}
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "%s\n---\n%s%s:", front, markStart, file)
	for line := range bytes.Lines(body) {
		if bytes.HasPrefix(line, []byte(`<section id="`)) {
			out.WriteString(" " + strings.TrimSpace(string(line)))
		}
	}
	out.WriteString(markEnd + "\n")
	return out.Bytes(), bytes.TrimSuffix(body, []byte("\n"))
}

// contents gives the content of a page, by its path in build/html.
type contents func(file string) ([]byte, error)

// filled is a page as it is published.
func (of contents) filled(page []byte) ([]byte, error) {
	before, rest, found := bytes.Cut(page, []byte(markStart))
	if !found {
		return page, nil
	}
	file, rest, _ := bytes.Cut(rest, []byte(":"))
	_, after, found := bytes.Cut(rest, []byte(markEnd))
	content, err := of(string(file))
	if err != nil || !found {
		return nil, tongue.Errorf("the content of %s: %w", file, err)
	}
	after, err = of.filled(after) // a layout may show several
	out := make([]byte, 0, len(before)+len(content)+len(after))
	return append(append(append(out, before...), content...), after...), err
}
