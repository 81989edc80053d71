package page

// mentions are the files to which links of a report's text have led so far: a
// reader may want fewer links marked than the page has.
type mentions struct{ inReport, inSection map[string]bool }

func newMentions() mentions { return mentions{map[string]bool{}, map[string]bool{}} }

// of notes a link. It says whether another led there: "section" in the same
// section, which a heading begins, "report" in an earlier one, or "".
func (m mentions) of(to string) (again string) {
	switch {
	case m.inSection[to]:
		again = "section"
	case m.inReport[to]:
		again = "report"
	}
	m.inReport[to], m.inSection[to] = true, true
	return again
}
