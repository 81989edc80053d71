package indicator

import "jianzhu/generator/report"

// headings are the titles that a paragraph stands under, by the place in its text from
// which each holds: its section's, then those of the leads and items in it.
type headings struct {
	titles  []string
	columns []int
}

func newHeadings(section string, p report.Paragraph, entries []report.Entry) *headings {
	h := &headings{[]string{section}, []int{0}}
	for _, e := range entries {
		h.titles = append(h.titles, shortTitle(e))
		h.columns = append(h.columns, p.Offset(e.Line, e.Column))
	}
	return h
}

// titlesOf are the titles of the sections, as far as they may be part of a name.
func titlesOf(r *report.Report) map[string]string {
	titles := map[string]string{}
	for _, e := range r.Outline {
		if e.Opens() {
			titles[e.ID] = shortTitle(e)
		}
	}
	return titles
}

// at is the title that holds at a column. It is asked in text order.
func (h *headings) at(column int) string {
	for len(h.columns) > 1 && h.columns[1] <= column {
		h.titles, h.columns = h.titles[1:], h.columns[1:]
	}
	return h.titles[0]
}

// shortTitle is a heading as displayed, or "" where it is too long to be part of a name.
func shortTitle(e report.Entry) string {
	title := report.DisplayString(e.Title)
	if length(title) > longestName/2 {
		return ""
	}
	return title
}
