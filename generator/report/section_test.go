package report

import (
	"os"
	"reflect"
	"slices"
	"testing"
)

// A report is its sections put together, and a section is a report's: the same
// lines, none twice, none of another.
func TestSection(t *testing.T) {
	reports, _ := Read(os.DirFS("../../content"), "reports")
	if len(reports) == 0 {
		t.Fatal("no reports")
	}
	for _, r := range reports {
		whole := r.Section("")
		if !reflect.DeepEqual(whole.Paragraphs, r.Paragraphs) || len(whole.Outline) != len(r.Outline) || len(whole.Debris) != len(r.Debris) {
			t.Errorf("%s: the section \"\" is not the report", r.Slug)
		}
		var lines []int // of the sections at the top, and of what stands before them
		for _, p := range r.Paragraphs {
			if p.Section == "" {
				lines = append(lines, p.Line)
			}
		}
		for _, e := range r.Outline {
			if !e.Opens() {
				continue
			}
			part := r.Section(e.ID)
			if len(part.Paragraphs) == 0 || part.Paragraphs[0].Line != e.Line {
				t.Errorf("%s %s: does not begin on line %d", r.Slug, e.ID, e.Line)
				continue
			}
			if i := slices.IndexFunc(part.Outline, func(o Entry) bool { return o.ID == e.ID }); i != 0 || part.Outline[i].Level != 1 {
				t.Errorf("%s %s: is not the first entry of its outline, at level 1: %+v", r.Slug, e.ID, part.Outline)
			}
			for _, o := range part.Outline {
				if o.Kind != Item && !within(o.ID, e.ID) {
					t.Errorf("%s %s: has %s", r.Slug, e.ID, o.ID)
				}
			}
			if e.Level == 1 {
				for _, p := range part.Paragraphs {
					lines = append(lines, p.Line)
				}
			}
		}
		slices.Sort(lines)
		if len(lines) != len(r.Paragraphs) || slices.IndexFunc(r.Paragraphs, func(p Paragraph) bool { return !slices.Contains(lines, p.Line) }) >= 0 {
			t.Errorf("%s: the sections have lines %v", r.Slug, lines)
		}
		part := r.Section(r.Outline[0].ID)
		before := r.Outline[0].Level
		part.Outline[0].Level, part.Outline[0].Themes = 9, []Label{{}}
		if r.Outline[0].Level != before || len(r.Outline[0].Themes) > 0 {
			t.Errorf("%s: a section shares its outline with the report", r.Slug)
		}
	}
}

// What a section has is what a look at everything finds in it.
func TestSectionHasAll(t *testing.T) {
	reports, _ := Read(os.DirFS("../../content"), "reports")
	for _, r := range reports {
		for _, e := range append(r.Outline, Entry{}) {
			part := r.Section(e.ID)
			var paragraphs []Paragraph
			for _, p := range r.Paragraphs {
				if within(p.Section, e.ID) {
					paragraphs = append(paragraphs, p)
				}
			}
			in := func(line, column int) bool {
				i, shown := r.ParagraphAt(line, column)
				return shown && within(r.Paragraphs[i].Section, e.ID)
			}
			outline := kept(r.Outline, func(o Entry) bool { return in(o.Line, o.Column) && (o.Kind == Item || within(o.ID, e.ID)) })
			damage := kept(r.Damage, func(d Damage) bool { return in(d.Line, max(0, d.Column-1)) })
			notes := kept(r.Notes, func(n Note) bool { return in(n.Line, n.Column) })
			if !reflect.DeepEqual(part.Paragraphs, paragraphs) && len(paragraphs) > 0 || len(part.Outline) != len(outline) ||
				!reflect.DeepEqual(part.Damage, damage) || !reflect.DeepEqual(part.Notes, notes) {
				t.Errorf("%s %s: %d paragraphs, %d headings, %d gaps, %d notes; want %d, %d, %d, %d", r.Slug, e.ID,
					len(part.Paragraphs), len(part.Outline), len(part.Damage), len(part.Notes), len(paragraphs), len(outline), len(damage), len(notes))
			}
		}
	}
}
