package markdown

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"

	"jianzhu/generator/report"
)

// deepestHeading is the deepest level of headings. Markdown has six levels, and
// the first is the page's title: deeper ones stay at the sixth.
const deepestHeading = 5

// heading writes a section's heading.
func heading(level int, text, id string) string {
	return fmt.Sprintf("%s %s {#%s}\n\n", strings.Repeat("#", min(level, deepestHeading)+1), text, id)
}

// isHeading reports whether an entry is a heading in Markdown. A lead opens a
// section too, but is bold in its paragraph.
func isHeading(e report.Entry) bool { return e.Kind == report.Block || e.Kind == report.RunIn }

// transformBold tells a block's lead, which opens it and gets its section's id,
// from its items.
func transformBold(n ast.Node, lead string) {
	for c := range children(n) {
		bold, ok := c.(*ast.Emphasis)
		if !ok || bold.Level != 2 {
			continue
		}
		if lead != "" && bold.PreviousSibling() == nil {
			replace(bold, inline("strong", "class", "lead", "id", lead))
			lead = ""
			continue
		}
		replace(bold, inline("strong", "class", "item"))
	}
	if lead != "" { // it could not be set in bold
		n.InsertBefore(n, n.FirstChild(), inline("span", "class", "lead", "id", lead))
	}
}

const sectionID = "data-section" // where a heading keeps its section's id while it has its line's

// moveID frees a heading's id for its line.
func moveID(h *ast.Heading) { set(h, sectionID, id(h)) }

// wrapSections puts each heading and what follows it into a section, which has
// the heading's id.
func wrapSections(parent ast.Node, params Params) {
	type open struct {
		level int
		node  ast.Node
	}
	stack := []open{{0, parent}}
	for _, n := range slices.Collect(children(parent)) {
		if h, ok := n.(*ast.Heading); ok {
			for len(stack) > 1 && stack[len(stack)-1].level >= h.Level {
				stack = stack[:len(stack)-1]
			}
			s := block("section", takeID(h)...)
			if slices.Contains(params.Traditional, quoted(s)) {
				s.attrs = append(s.attrs, "lang", traditional)
			}
			in := stack[len(stack)-1].node
			in.AppendChild(in, s)
			stack = append(stack, open{h.Level, s})
		}
		in := stack[len(stack)-1].node
		in.AppendChild(in, n)
	}
}

// takeID takes the section's id from its heading, as attributes.
func takeID(h *ast.Heading) []string {
	own := id(h)
	v, moved := h.AttributeString(sectionID)
	h.RemoveAttributes()
	if !moved {
		return []string{"id", own}
	}
	set(h, "id", own)
	return []string{"id", string(v.([]byte))}
}

// quoted is the slug of the report that a section of another page quotes.
func quoted(section *element) string {
	return cmp.Or(slugOf(section.attrs[1], usesPrefix), slugOf(section.attrs[1], "own"))
}

// slugOf is what follows a prefix and its number, if it has one, in a section's
// id: in-liwan-2017, in2-liwan-2017. Another section has "".
func slugOf(id, prefix string) string {
	head, slug, _ := strings.Cut(id, "-")
	if strings.TrimRight(head, "0123456789") != prefix {
		return ""
	}
	return slug
}

// headingIDs gives ids to the headings of an editor's page as code forges do:
// letters and digits of any script are kept.
type headingIDs struct{ taken map[string]bool }

func (h *headingIDs) Generate(value []byte, _ ast.NodeKind) []byte {
	base := strings.Join(strings.FieldsFunc(strings.ToLower(string(value)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), "-")
	if base == "" {
		base = "section"
	}
	id := base
	for n := 1; h.taken[id]; n++ {
		id = fmt.Sprintf("%s-%d", base, n)
	}
	h.taken[id] = true
	return []byte(id)
}

func (h *headingIDs) Put(value []byte) { h.taken[string(value)] = true }
