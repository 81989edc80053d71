package annotate

import "jianzhu/generator/report"

// display is a line as displayed.
type display struct {
	text  []rune
	index []int // of each column in text, and one more
}

// displayedLines has a report's shown lines, by number.
func displayedLines(r *report.Report) map[int]display {
	lines := make(map[int]display, len(r.Paragraphs))
	for _, p := range r.Paragraphs {
		lines[p.Line] = displayed(p.Text)
	}
	return lines
}

func displayed(line string) display {
	var d display
	for _, g := range report.Display(line) {
		d.index = append(d.index, len(d.text))
		if g.Shown != 0 {
			d.text = append(d.text, g.Shown)
		}
	}
	d.index = append(d.index, len(d.text))
	return d
}

// shown is the part of the line between two columns, as displayed.
func (d display) shown(from, to int) string {
	last := len(d.index) - 1
	return string(d.text[d.index[min(from, last)]:d.index[min(to, last)]])
}
