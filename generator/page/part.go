package page

// Part is a part of a page that HTML has in an element of its own. Sections do not
// go beyond it.
type Part struct {
	Class string
	Lang  string // of the text of a report
	Added bool
	Body  Body
}

// ReportText is the class of the part in which the text of a report stands.
const ReportText = "report-text"

func (p Part) markdown(w *source) { w.blocks(p.Body) }

func (p Part) html(w *view) {
	isText, added := "", ""
	if p.Class == ReportText {
		isText = bare
		w.again = newMentions()
	}
	if p.Added {
		added = bare
	}
	w.tag("div", "class", p.Class, "data-report-text", isText, "data-added", added, "lang", p.Lang)
	w.raw("\n")
	w.blocks(p.Body)
	w.raw("</div>\n")
}
