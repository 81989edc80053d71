package annotate

import "jianzhu/generator/report"

// displayed has a report's paragraphs as they are shown.
func displayed(r *report.Report) []report.Shown {
	shown := make([]report.Shown, len(r.Paragraphs))
	for i, p := range r.Paragraphs {
		shown[i] = p.Shown()
	}
	return shown
}
