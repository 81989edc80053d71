package annotate

import (
	"fmt"
	"os"
	"reflect"
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
	if len(first) < 50 {
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
					if p := passage(&r, shown, j); r.Outline[j].Opens() && p.Text != "" {
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
