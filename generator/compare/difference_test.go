package compare_test

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"jianzhu/generator/compare"
	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

// bare is a text as a plain scan sees it: folded, without white space and marks.
func bare(text string) string {
	return strings.Map(func(c rune) rune {
		if c = script.Fold(c); c == script.Nothing || unicode.IsSpace(c) || unicode.IsPunct(c) {
			return -1
		}
		return c
	}, text)
}

// scan tells of each phrase that is said to be only in one report whether the other's
// text has it, and counts them.
func scan(t *testing.T, c compare.Comparison) (n int) {
	t.Helper()
	for side, other := range []int{1, 0} {
		var text strings.Builder
		for _, p := range c.Pair[other].Paragraphs {
			text.WriteString(p.Text)
		}
		whole := bare(text.String())
		for _, row := range c.Rows {
			for _, p := range row.Only[side] {
				n++
				words := string(c.Pair[side].Paragraphs[p.Paragraph].Shown().Text[p.Start:p.End])
				if strings.Contains(whole, bare(words)) {
					t.Errorf("%s has %q too", c.Pair[other].Meta.Title, words)
				}
			}
		}
	}
	return n
}

// Each section of both reports has its row, and each phrase that is only in one is in one
// row; in the site's own reports each with each.
func TestRows(t *testing.T) {
	corpus := siteCorpus(t)
	all := compare.New(corpus)
	for _, a := range corpus.Reports {
		for _, b := range corpus.Reports {
			if a == b {
				continue
			}
			c := all.Compare(compare.Pair{a, b})
			if scan(t, c) == 0 {
				t.Errorf("nothing is only in one of %s, %s", a.Slug, b.Slug)
			}
			for side, r := range c.Pair {
				sections, phrases := map[string]int{}, map[string]int{}
				for _, row := range c.Rows {
					if s := row.Sections[side]; s != nil {
						sections[s.ID]++
					}
					for _, p := range row.Only[side] {
						phrases[p.Key]++
					}
				}
				for _, e := range r.Outline {
					if e.Opens() && sections[e.ID] != 1 {
						t.Errorf("%s of %s is in %d rows", e.ID, r.Slug, sections[e.ID])
					}
				}
				for key, n := range phrases {
					if n != 1 {
						t.Errorf("%q of %s is in %d rows", key, r.Slug, n)
					}
				}
			}
			ofFirst := 0
			for _, row := range all.Compare(compare.Pair{b, a}).Rows {
				if row.Sections[0] != nil && row.Sections[1] != nil {
					ofFirst++
				}
			}
			if ofFirst == 0 {
				t.Errorf("no sections of %s and %s belong together", a.Slug, b.Slug)
			}
		}
	}
}

// TestScan compares neighbours among real texts of a folder that JIANZHU_TEXTS names, a
// hundred pairs.
func TestScan(t *testing.T) {
	folder := os.Getenv("JIANZHU_TEXTS")
	if folder == "" {
		t.Skip("JIANZHU_TEXTS names no folder")
	}
	places := map[string][]string{}
	filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && filepath.Ext(path) == ".md" && yearNamed.MatchString(filepath.Base(path)) {
			places[filepath.Dir(path)] = append(places[filepath.Dir(path)], path)
		}
		return nil
	})
	var texts []string
	var metas []report.Meta
	for _, dir := range slices.Sorted(maps.Keys(places)) {
		files := places[dir]
		if len(files) < 10 || len(texts) >= 120 {
			continue
		}
		for _, f := range files[len(files)-10:] {
			text, year := plainText(t, f)
			texts = append(texts, text)
			metas = append(metas, report.Meta{Title: f, Type: "work-report", Year: year, Region: report.Region{Path: []string{dir}}})
		}
	}
	all := compare.New(corpusOf(t, texts, metas))
	phrases, common := 0, 0
	for _, p := range all.Pairs {
		c := all.Compare(p)
		phrases += scan(t, c)
		for _, row := range c.Rows {
			for _, only := range row.Only {
				for _, x := range only {
					if x.Common {
						common++
					}
				}
			}
		}
	}
	t.Logf("%d reports, %d pairs, %d phrases only in one, %d of them common", len(texts), len(all.Pairs), phrases, common)
}
