package markdown

import "github.com/yuin/goldmark/ast"

// mentions are the addresses to which links of a report's text have led so far:
// a reader may want fewer links marked than the page has.
type mentions struct{ inReport, inSection map[string]bool }

func newMentions() mentions { return mentions{map[string]bool{}, map[string]bool{}} }

// follow passes over the links of a block to terms and documents. One that
// leads where another led gets data-again: "section" after one in the same
// section, which a heading begins, "report" after one in an earlier section.
func (m mentions) follow(n ast.Node) {
	if _, ok := n.(*ast.Heading); ok {
		clear(m.inSection)
	}
	for c := range children(n) {
		m.follow(c)
		e, ok := c.(*element)
		if !ok || e.get("class") != "term" && e.get("class") != "document" {
			continue
		}
		to := e.get("href")
		switch {
		case m.inSection[to]:
			e.attrs = append(e.attrs, "data-again", "section")
		case m.inReport[to]:
			e.attrs = append(e.attrs, "data-again", "report")
		}
		m.inReport[to], m.inSection[to] = true, true
	}
}
