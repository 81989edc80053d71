package annotate

import "jianzhu/generator/report"

// displayedLines has a report's shown lines, by number.
func displayedLines(r *report.Report) map[int]report.Shown {
	lines := make(map[int]report.Shown, len(r.Paragraphs))
	for _, p := range r.Paragraphs {
		lines[p.Line] = report.Show(p.Text)
	}
	return lines
}
