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
	part := r.only(func(p Paragraph) bool { return within(p.Section, id) })
	if len(part.Paragraphs) == 0 {
		return part
	}
	first, last := part.Paragraphs[0].Line, part.Paragraphs[len(part.Paragraphs)-1].Line
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

// Passage returns a shown line as a report of its own, as Section does a section.
func (r *Report) Passage(line int) *Report {
	part := r.only(func(p Paragraph) bool { return p.Line == line })
	for i := range part.Outline {
		part.Outline[i].Level = 1
	}
	part.Debris, part.Normalised, part.Metadata = nil, nil, nil
	return part
}

// only is a copy of the report with those of its paragraphs that keep holds for,
// and with what stands in them.
func (r *Report) only(keep func(Paragraph) bool) *Report {
	part := *r
	part.Paragraphs = kept(r.Paragraphs, keep)
	shown := map[int]bool{}
	for _, p := range part.Paragraphs {
		shown[p.Line] = true
	}
	part.Outline = kept(r.Outline, func(e Entry) bool { return shown[e.Line] })
	part.Damage = kept(r.Damage, func(d Damage) bool { return shown[d.Line] })
	part.Notes = kept(r.Notes, func(n Note) bool { return shown[n.Line] })
	part.Terms = kept(r.Terms, func(o Occurrence) bool { return shown[o.Line] })
	part.References = kept(r.References, func(o Reference) bool { return shown[o.Line] })
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
