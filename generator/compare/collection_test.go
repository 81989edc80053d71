package compare_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"jianzhu/generator/annotate"
	"jianzhu/generator/compare"
	"jianzhu/generator/report"
)

// siteCorpus is that of the site's own reports.
func siteCorpus(t *testing.T) *annotate.Corpus {
	t.Helper()
	reports, _ := report.Read(os.DirFS("../../content"), "reports")
	g, v := words()
	c, _ := annotate.Reports(reports, g, v, annotate.FirstInReport)
	return c
}

// made is a corpus of so many places with reports of so many years, each of a few lines.
func made(t *testing.T, places, years int, text func(place, year int) string) *annotate.Corpus {
	var texts []string
	var metas []report.Meta
	for p := range places {
		for y := range years {
			texts = append(texts, text(p, y))
			metas = append(metas, report.Meta{Title: fmt.Sprintf("%d年报告", 2010+y), Type: "work-report", Year: 2010 + y,
				Region: report.Region{Path: []string{"某省", fmt.Sprintf("第%d市", p)}}})
		}
	}
	return corpusOf(t, texts, metas)
}

func short(place, year int) string {
	return fmt.Sprintf("一、工作回顾\n建成“%d号工程”。坚持稳中求进。把各项工作做得更好。\n二、今年工作\n办好“%d年实事”。\n", place, year)
}

// Pairs lead from each report to the one before it of its place, and from each place's
// newest to the next's: never more than there are reports.
func TestNeighbours(t *testing.T) {
	for _, size := range [][2]int{{1, 1}, {1, 5}, {5, 1}, {6, 4}} {
		c := compare.New(made(t, size[0], size[1], short))
		inTime, inPlace := 0, 0
		for _, p := range c.Pairs {
			if p.InTime() {
				inTime++
				if p[1].Meta.Year-p[0].Meta.Year != 1 {
					t.Errorf("%d and %d are neighbours", p[0].Meta.Year, p[1].Meta.Year)
				}
			} else {
				inPlace++
				if p[0].Meta.Year != p[1].Meta.Year || p[0].Meta.Year != 2010+size[1]-1 {
					t.Errorf("%d and %d of two places are neighbours", p[0].Meta.Year, p[1].Meta.Year)
				}
			}
		}
		if want := size[0] * (size[1] - 1); inTime != want {
			t.Errorf("%v: %d pairs in time, want %d", size, inTime, want)
		}
		if want := size[0] - 1; inPlace != want {
			t.Errorf("%v: %d pairs in place, want %d", size, inPlace, want)
		}
	}
}

// What more than half of the reports say is common; in few reports nothing is.
func TestCommon(t *testing.T) {
	text := func(place, year int) string {
		s := short(place, year)
		if (place+year)%4 != 3 {
			s += "抓好“放心工程”。\n"
		}
		return s
	}
	for _, size := range []struct {
		places, years int
		want          string
	}{{3, 3, ""}, {4, 5, ""}, {8, 3, "稳中求进 把各项工作做得更好 放心工程"}} {
		c := made(t, size.places, size.years, text)
		found := map[string]bool{}
		for _, r := range c.Reports {
			for _, p := range compare.New(c).Reading(r).Phrases {
				if p.Common {
					found[p.Key] = true
				}
			}
		}
		for _, key := range strings.Fields(size.want) {
			if !found[key] {
				t.Errorf("%v: %q is not common", size, key)
			}
			delete(found, key)
		}
		for key := range found {
			t.Errorf("%v: %q is common", size, key)
		}
	}
}

// What is kept and done for reports grows as they do.
func TestGrowth(t *testing.T) {
	cost := func(places int) float64 {
		c := made(t, places, 4, func(p, y int) string { return strings.Repeat(short(p, y), 5) })
		return testing.AllocsPerRun(1, func() { compare.New(c) })
	}
	if n, four := cost(5), cost(20); four > 6*n {
		t.Errorf("%.0f allocations for 20 reports, %.0f for 80", n, four)
	}
}
