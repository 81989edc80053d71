package report

import (
	"slices"
	"strings"
)

// Section returns a section of the report as a report of its own: its lines,
// with what was found in them, and the section itself at the highest level.
// Positions stay those of the source. What holds for the whole stays whole: the
// metadata, all lines as received, and the definitions that the report gives.
// The section "" is the report. What is set in the copy is not set in the report.
func (r *Report) Section(id string) *Report {
	part := r.only(func(i int) bool { return within(r.Paragraphs[i].Section, id) })
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
		part.Debris = kept(r.Debris, func(d Debris) bool { return first <= d.Line && d.Line <= last })
		part.Normalised, part.Metadata = nil, nil // counted and found in the whole
	}
	return part
}

// Passage returns the paragraph in which a place stands as a report of its own, as
// Section does a section.
func (r *Report) Passage(line, column int) *Report {
	at, _ := r.ParagraphAt(line, column)
	part := r.only(func(i int) bool { return i == at })
	for i := range part.Outline {
		part.Outline[i].Level = 1
	}
	part.Debris, part.Normalised, part.Metadata = nil, nil, nil
	return part
}

// only is a copy of the report with those of its paragraphs that keep holds for,
// by their index, and with what stands in them.
func (r *Report) only(keep func(int) bool) *Report {
	part := *r
	part.Paragraphs = nil
	for i, p := range r.Paragraphs {
		if keep(i) {
			part.Paragraphs = append(part.Paragraphs, p)
		}
	}
	in := func(line, column int) bool {
		i, shown := r.ParagraphAt(line, column)
		return shown && keep(i)
	}
	part.Tables = kept(r.Tables, func(t Table) bool {
		return !slices.ContainsFunc(t.Rows, func(row TableRow) bool { return !in(row.Cells[0].Line, row.Cells[0].Column) })
	})
	part.Outline = kept(r.Outline, func(e Entry) bool { return in(e.Line, e.Column) })
	part.Damage = kept(r.Damage, func(d Damage) bool { return in(d.Line, max(0, d.Column-1)) })
	part.Notes = kept(r.Notes, func(n Note) bool { return in(n.Line, n.Column) })
	part.Terms = kept(r.Terms, func(o Occurrence) bool { return in(o.Line, o.Offset) })
	part.References = kept(r.References, func(o Reference) bool { return in(o.Line, o.Column) })
	return &part
}

// within reports whether a section is another, or in it; every one is in "".
func within(section, other string) bool {
	return other == "" || section == other || strings.HasPrefix(section, other+"-")
}

// kept is a new list of those that keep holds for.
func kept[T any](list []T, keep func(T) bool) []T {
	return slices.DeleteFunc(slices.Clone(list), func(v T) bool { return !keep(v) })
}
