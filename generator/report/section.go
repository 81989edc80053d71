package report

import (
	"slices"
	"sort"
	"strings"
)

// Section returns a section of the report as a report of its own: its lines,
// with what was found in them, and the section itself at the highest level.
// Positions stay those of the source. What holds for the whole stays whole: the
// metadata, all lines as received, and the definitions that the report gives.
// The section "" is the report. What is set in the copy is not set in the report.
func (r *Report) Section(id string) *Report {
	part := r.only(r.paragraphsOf(id))
	if len(part.Paragraphs) == 0 {
		return part
	}
	lines := part.Paragraphs[len(part.Paragraphs)-1].SourceLines()
	first, last := part.Paragraphs[0].Line, lines[len(lines)-1]
	top := 1
	if i := slices.IndexFunc(r.Outline, func(e Entry) bool { return e.ID == id && id != "" }); i >= 0 {
		top = r.Outline[i].Level
	}
	part.Outline = kept(part.Outline, func(e Entry) bool { return e.Kind == Item || within(e.ID, id) })
	for i := range part.Outline {
		part.Outline[i].Level = max(1, part.Outline[i].Level-top+1)
	}
	if id != "" {
		part.Debris = slices.Clone(r.Debris[after(r.Debris, func(d Debris) bool { return first <= d.Line }):after(r.Debris, func(d Debris) bool { return last < d.Line })])
		part.Normalised, part.Metadata = nil, nil // counted and found in the whole
	}
	return part
}

// Passage returns the paragraph in which a place stands as a report of its own, as
// Section does a section.
func (r *Report) Passage(line, column int) *Report {
	at, _ := r.ParagraphAt(line, column)
	part := r.only(at, at+1)
	for i := range part.Outline {
		part.Outline[i].Level = 1
	}
	part.Debris, part.Normalised, part.Metadata = nil, nil, nil
	return part
}

// paragraphsOf are the paragraphs of a section, from one to before another. They
// follow one another from its heading.
func (r *Report) paragraphsOf(id string) (from, to int) {
	if id != "" {
		if i := slices.IndexFunc(r.Outline, func(e Entry) bool { return e.ID == id }); i >= 0 {
			from, _ = r.ParagraphAt(r.Outline[i].Line, r.Outline[i].Column)
		}
	}
	for from < len(r.Paragraphs) && !within(r.Paragraphs[from].Section, id) {
		from++
	}
	to = from
	for to < len(r.Paragraphs) && within(r.Paragraphs[to].Section, id) {
		to++
	}
	return from, to
}

// only is a copy of the report with its paragraphs from one to before another,
// and with what stands in them. It looks at nothing else, for of a report with a
// thousand sections there are a thousand copies.
func (r *Report) only(from, to int) *Report {
	part := *r
	part.Paragraphs = slices.Clone(r.Paragraphs[from:to])
	first, last := 0, 0
	if from < to {
		lines := r.Paragraphs[to-1].SourceLines()
		first, last = r.Paragraphs[from].Line, lines[len(lines)-1]
	}
	in := func(line, column int) bool {
		i, shown := r.ParagraphAt(line, column)
		return shown && from <= i && i < to
	}
	part.Tables = lying(r.Tables, first, last, func(t Table) int { return t.Rows[0].Cells[0].Line }, func(t Table) bool {
		return !slices.ContainsFunc(t.Rows, func(row TableRow) bool { return !in(row.Cells[0].Line, row.Cells[0].Column) })
	})
	part.Outline = lying(r.Outline, first, last, func(e Entry) int { return e.Line }, func(e Entry) bool { return in(e.Line, e.Column) })
	part.Damage = lying(r.Damage, first, last, func(d Damage) int { return d.Line }, func(d Damage) bool { return in(d.Line, max(0, d.Column-1)) })
	part.Notes = lying(r.Notes, first, last, func(n Note) int { return n.Line }, func(n Note) bool { return in(n.Line, n.Column) })
	part.Terms = lying(r.Terms, first, last, func(o Occurrence) int { return o.Line }, func(o Occurrence) bool { return in(o.Line, o.Offset) })
	part.References = lying(r.References, first, last, func(o Reference) int { return o.Line }, func(o Reference) bool { return in(o.Line, o.Column) })
	return &part
}

// lying is a new list of those that begin from one line to another, in a list
// that is in the order of lines, and that keep holds for.
func lying[T any](list []T, first, last int, line func(T) int, keep func(T) bool) []T {
	var all []T
	for _, v := range list[after(list, func(v T) bool { return first <= line(v) }):] {
		if line(v) > last {
			break
		}
		if keep(v) {
			all = append(all, v)
		}
	}
	return all
}

// after is the index of the first in a list from which on a condition holds.
func after[T any](list []T, holds func(T) bool) int {
	return sort.Search(len(list), func(i int) bool { return holds(list[i]) })
}

// within reports whether a section is another, or in it; every one is in "".
func within(section, other string) bool {
	return other == "" || section == other || strings.HasPrefix(section, other+"-")
}

// kept is a new list of those that keep holds for.
func kept[T any](list []T, keep func(T) bool) (all []T) {
	for _, v := range list {
		if keep(v) {
			all = append(all, v)
		}
	}
	return all
}
