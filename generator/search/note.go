package search

import (
	"fmt"
	"regexp"
	"strings"

	"jianzhu/generator/report"
)

// addNotes adds a report's notes: the words quoted and what is said of them.
func (x *index) addNotes(r *report.Report, page string) {
	for _, n := range r.Notes {
		quote := report.Show(r.From(n.Line)).Between(n.Column, n.End)
		x.addTitle(fmt.Sprintf("%s#note-%d", page, n.N), quote+"："+unmarked(n.Body), fmt.Sprintf("注%d", n.N))
	}
}

var (
	inlineLink = regexp.MustCompile(`\[([^\]]*)\]\([^)\s]*\)`)
	blockMark  = regexp.MustCompile(`(?m)^\s*(?:[-+>]|\d{1,9}[.)]|` + "```" + `\w*)(?:\s|$)`)
	markup     = strings.NewReplacer(`\*`, "*", `\`, "", "*", "", "`", "")
)

// unmarked is Markdown without its marks, as far as notes have them.
func unmarked(body string) string {
	body = blockMark.ReplaceAllString(inlineLink.ReplaceAllString(body, "$1"), "")
	return strings.Join(strings.Fields(markup.Replace(body)), " ")
}
