package markdown

import "jianzhu/generator/report"

// isHeading reports whether an entry is a heading in Markdown. A lead opens a
// section too, but is bold in its paragraph.
func isHeading(e report.Entry) bool { return e.Kind == report.Block || e.Kind == report.RunIn }
