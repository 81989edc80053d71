package annotate

import (
	"cmp"
	"fmt"
	"os"
	"reflect"
	"slices"
	"testing"

	"jianzhu/generator/report"
)

// relations checks that related sections are sections of other reports, each
// named once, and that a reason is given.
func relations(t *testing.T, c *Corpus) {
	t.Helper()
	type place struct {
		report, section string
		line            int
	}
	sections := map[place]bool{}
	for _, r := range c.Reports {
		for _, e := range r.Outline {
			sections[place{r.Slug, e.ID, e.Line}] = e.Opens()
		}
	}
	for _, r := range c.Reports {
		for _, e := range r.Outline {
			seen := map[place]bool{}
			for _, x := range e.Related {
				at := place{x.Report, x.Section, x.Line}
				if !sections[at] || seen[at] || x.Report == r.Slug || len(x.Terms) == 0 || len(x.Terms)+len(x.Themes) < 2 {
					t.Errorf("%s:%d: related to %+v", r.Slug, e.Line, x)
				}
				seen[at] = true
			}
			if len(e.Related) > 3 || len(e.Related) > 0 && !e.Opens() {
				t.Errorf("%s:%d: %d related sections", r.Slug, e.Line, len(e.Related))
			}
		}
	}
}

// Annotating again, with the reports in another order, relates the same.
func TestRelatedIsDeterministic(t *testing.T) {
	c, _ := read(os.DirFS("../../content"), FirstInSection)
	found := func() map[string][]report.Related {
		all := map[string][]report.Related{}
		for _, r := range c.Reports {
			for _, e := range r.Outline {
				if len(e.Related) > 0 {
					all[r.Slug+" "+e.ID] = e.Related
				}
			}
		}
		return all
	}
	first := found()
	if len(first) < 49 { // two were related by 低保 and 低保边缘, which are not one
		t.Errorf("%d sections of the reports have related ones", len(first))
	}
	turned := make([]*report.Report, len(c.Reports))
	for i, r := range c.Reports {
		turned[len(turned)-1-i] = r
	}
	c, _ = Reports(turned, c.Glossary, c.Themes, FirstInSection)
	if again := found(); !reflect.DeepEqual(first, again) {
		t.Error("annotated again, other sections are related")
	}
}

// BenchmarkRelate relates the sections of the project's reports, as often as it
// takes to have so many reports.
func BenchmarkRelate(b *testing.B) {
	c, _ := read(os.DirFS("../../content"), FirstInSection)
	for _, reports := range []int{10, 100, 1000} {
		b.Run(fmt.Sprint(reports), func(b *testing.B) {
			var subjects []subject
			for i := range reports {
				r := *c.Reports[i%len(c.Reports)]
				r.Slug = fmt.Sprint(i)
				r.Outline = append([]report.Entry(nil), r.Outline...)
				shown := displayed(&r)
				for j := range r.Outline {
					if p, _ := passage(&r, shown, j, make([][]report.Label, len(r.Outline))); r.Outline[j].Opens() && p.Text != "" {
						subjects = append(subjects, subjectOf(&r, &r.Outline[j], p.Terms, c.Glossary))
					}
				}
			}
			for b.Loop() {
				relate(subjects, 0)
			}
		})
	}
}

// What the search for the nearest leaves out would not have been among them.
func TestNearestOfAll(t *testing.T) {
	c, _ := read(os.DirFS("../../content"), FirstInSection)
	k := newKin(c.subjects)
	found := 0
	for i := range k.subjects {
		var want []int
		scores := map[int]float64{}
		done := k.compare(i)
		for j := range k.subjects {
			term := slices.ContainsFunc(k.shared(i, j), func(t trait) bool { return t.theme == "" })
			if scores[j] = k.score(i, j); term && scores[j] >= kinship && k.subjects[i].report != k.subjects[j].report {
				want = append(want, j)
			}
		}
		done()
		slices.SortStableFunc(want, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
		want = want[:min(len(want), mostRelated)]
		if got := k.nearest(i); !slices.Equal(got, want) {
			t.Errorf("%s %s: %v are nearest, want %v", k.subjects[i].report.Slug, k.subjects[i].entry.ID, got, want)
		}
		found += len(want)
	}
	if found < 60 { // enough to try the search on
		t.Errorf("%d are too few", found)
	}
}
