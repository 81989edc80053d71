package annotate

import (
	"slices"
	"strings"

	"jianzhu/generator/report"
)

// Use is an occurrence in its sentence.
type Use struct {
	Report     *report.Report
	Occurrence report.Occurrence
	Before     string // the sentence before the form, as displayed
	After      string // and after it
}

// reach is how many code points of a sentence are given on each side of a form.
// A longer sentence is cut at a pause, and the cut marked by an ellipsis.
const reach = 80

// appendUses adds the occurrences of a report to those of its terms.
func appendUses(uses map[string][]Use, r *report.Report) map[string][]Use {
	line := 0
	var d display
	for _, o := range r.Terms {
		if o.Line != line {
			line, d = o.Line, displayed(r.Lines[o.Line-1].Text)
		}
		start, end := d.index[o.Offset], d.index[o.Offset+len([]rune(o.Surface))]
		from, to := sentence(d.text, start, end)
		uses[o.Term] = append(uses[o.Term], Use{
			Report:     r,
			Occurrence: o,
			Before:     before(d.text[from:start]),
			After:      after(d.text[end:to]),
		})
	}
	return uses
}

// display is a line as displayed.
type display struct {
	text  []rune
	index []int // of each column in text, and one more
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

const (
	stops   = "。！？；"
	pauses  = "，、：" + stops
	closing = "”’」』）》〉】"
)

// sentence returns from where to where the sentence around start to end goes.
// It ends with 。！？； and what closes after that.
func sentence(text []rune, start, end int) (from, to int) {
	for from = start; from > 0 && !endsSentence(text, from); {
		from--
	}
	// What a form holds is not searched: a stop in it does not end the sentence.
	for to = end; to < len(text) && (to == end || !endsSentence(text, to)); {
		to++
	}
	return from, to
}

// endsSentence reports whether a sentence ends right before text[at].
func endsSentence(text []rune, at int) bool {
	if at < len(text) && strings.ContainsRune(closing+stops, text[at]) {
		return false
	}
	for at > 0 && strings.ContainsRune(closing, text[at-1]) {
		at--
	}
	return at > 0 && strings.ContainsRune(stops, text[at-1])
}

// sentences cuts a text into its sentences.
func sentences(text []rune) [][]rune {
	var all [][]rune
	for len(text) > 0 {
		_, end := sentence(text, 0, 0)
		all = append(all, text[:end])
		text = text[end:]
	}
	return all
}

// before bounds what stands before a form.
func before(text []rune) string {
	if len(text) <= reach {
		return string(text)
	}
	text = text[len(text)-reach:]
	if i := slices.IndexFunc(text[:reach/2], isPause); i >= 0 {
		text = text[i+1:]
	}
	return "…" + string(text)
}

// after bounds what stands after a form.
func after(text []rune) string {
	if len(text) <= reach {
		return string(text)
	}
	text = text[:reach]
	for i := reach; i > reach/2; i-- {
		if isPause(text[i-1]) {
			text = text[:i-1]
			break
		}
	}
	return string(text) + "…"
}

func isPause(r rune) bool { return strings.ContainsRune(pauses, r) }
