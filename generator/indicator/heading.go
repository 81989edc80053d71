package indicator

import "jianzhu/generator/report"

// headings are the titles of the leads and items in a paragraph, by the place in
// its text from which each holds.
type headings struct {
	titles []string
	places []int
}

func newHeadings(p report.Paragraph, entries []report.Entry) *headings {
	h := &headings{[]string{""}, []int{0}}
	for _, e := range entries {
		h.titles = append(h.titles, shortTitle(e))
		h.places = append(h.places, p.Offset(e.Line, e.Column))
	}
	return h
}

// at is the title that holds at a place. It is asked in text order.
func (h *headings) at(place int) string {
	for len(h.places) > 1 && h.places[1] <= place {
		h.titles, h.places = h.titles[1:], h.places[1:]
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
