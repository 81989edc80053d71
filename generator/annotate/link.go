package annotate

import (
	"strings"

	"jianzhu/generator/report"
)

// linked marks the occurrences that are links on the page: of those that may be
// links, the first in each numbered section, the first in the report, or all.
func linked(r *report.Report, link Linking) {
	type place struct{ term, section string }
	taken := map[place]bool{}
	may, sections := linkable(r), numberedSections(r)
	for i := range r.Terms {
		o := &r.Terms[i]
		at := place{term: o.Term}
		if link == FirstInSection {
			at.section = sections[o.Line]
		}
		o.Linked = may(o) && (link == Every || !taken[at])
		if o.Linked {
			taken[at] = true
		}
	}
}

// numberedSections is the id of the innermost section of a block or run-in
// heading in which each line stands; a lead belongs to the one around it.
func numberedSections(r *report.Report) map[int]string {
	leads := map[string]bool{}
	for _, e := range r.Outline {
		if e.Kind == report.Lead {
			leads[e.ID] = true
		}
	}
	sections := map[int]string{}
	for _, p := range r.Paragraphs {
		id := p.Section
		for leads[id] {
			id = id[:max(0, strings.LastIndexByte(id, '-'))]
		}
		sections[p.Line] = id
	}
	return sections
}

// linkable tells which occurrences may be links: those in running text, outside
// block and run-in headings, and not where the report itself defines the term.
func linkable(r *report.Report) func(*report.Occurrence) bool {
	running := map[int]bool{}
	for _, p := range r.Paragraphs {
		running[p.Line] = p.Kind == report.Text
	}
	heading := map[int]int{} // line: where its run-in heading ends
	for _, e := range r.Outline {
		switch e.Kind {
		case report.Block:
			running[e.Line] = false
		case report.RunIn:
			heading[e.Line] = max(heading[e.Line], e.End)
		}
	}
	defines := map[int]string{} // line: the term it defines
	for _, d := range r.Definitions {
		defines[d.Line] = d.ID
	}
	return func(o *report.Occurrence) bool {
		return running[o.Line] && o.Offset >= heading[o.Line] && defines[o.Line] != o.Term
	}
}
