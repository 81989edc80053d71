package annotate

import (
	"slices"
	"strings"

	"jianzhu/generator/report"
)

// linked marks the references and occurrences that are links on the page: of
// those that may be links, the first in each numbered section, the first in the
// report, or all. There is no link within a link: the document comes first, and
// the outer title before one within it.
func linked(r *report.Report, link Linking) {
	first := firsts(r, link)
	may := linkable(r)
	documents := map[int][]run{} // by line: what is linked
	for i := range r.References {
		ref := &r.References[i]
		at := run{ref.Column, ref.Column + len([]rune("《"+ref.Title+"》"))}
		ref.Linked = ref.ID != "" && may.inText(ref.Line, at.start) && !at.meets(documents[ref.Line]) &&
			first("document "+ref.ID, ref.Line)
		if ref.Linked {
			documents[ref.Line] = append(documents[ref.Line], at)
		}
	}
	for i := range r.Terms {
		o := &r.Terms[i]
		at := run{o.Offset, o.Offset + len([]rune(o.Surface))}
		o.Linked = may.inText(o.Line, at.start) && may.defines[o.Line] != o.Term &&
			!at.meets(documents[o.Line]) && first(o.Term, o.Line)
	}
}

// run is from column to column.
type run struct{ start, end int }

// meets reports whether a run and one of the others have a column in common.
func (r run) meets(others []run) bool {
	return slices.ContainsFunc(others, func(o run) bool { return r.start < o.end && o.start < r.end })
}

// firsts tells whether what would be a link is the first of its name where that
// counts, and takes it for linked.
func firsts(r *report.Report, link Linking) func(name string, line int) bool {
	type place struct{ name, section string }
	taken := map[place]bool{}
	sections := numberedSections(r)
	return func(name string, line int) bool {
		at := place{name: name}
		if link == FirstInSection {
			at.section = sections[line]
		}
		was := taken[at]
		taken[at] = true
		return link == Every || !was
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

// text is where links may stand.
type text struct {
	running map[int]bool   // lines that are running text, no block heading
	heading map[int]int    // line: where its run-in heading ends
	defines map[int]string // line: the term that the report itself defines there, which is no link
}

func linkable(r *report.Report) text {
	t := text{map[int]bool{}, map[int]int{}, map[int]string{}}
	for _, p := range r.Paragraphs {
		t.running[p.Line] = p.Kind == report.Text
	}
	for _, e := range r.Outline {
		switch e.Kind {
		case report.Block:
			t.running[e.Line] = false
		case report.RunIn:
			t.heading[e.Line] = max(t.heading[e.Line], e.End)
		}
	}
	for _, d := range r.Definitions {
		t.defines[d.Line] = d.ID
	}
	return t
}

// inText reports whether a place is in running text, outside headings.
func (t text) inText(line, column int) bool {
	return t.running[line] && column >= t.heading[line]
}
