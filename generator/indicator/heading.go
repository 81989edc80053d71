package indicator

import "jianzhu/generator/report"

// headings are the titles that a paragraph stands under, by the column from
// which each holds: its section's, then those of the leads and items in it.
type headings struct {
	titles  []string
	columns []int
}

func newHeadings(section string, entries []report.Entry) *headings {
	h := &headings{[]string{section}, []int{0}}
	for _, e := range entries {
		h.titles = append(h.titles, shortTitle(e))
		h.columns = append(h.columns, e.Column)
	}
	return h
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
