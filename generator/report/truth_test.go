package report

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"jianzhu/generator/cases"
)

// truth is a report as a person read it.
type truth struct {
	Debris []struct {
		Line int
		Why  string
	}
	Damage []struct {
		Line int
		Kind DamageKind
		Text string
	}
	Definitions []struct {
		Line       int
		Term, Text string
	}
	Outline []struct {
		Line      int
		Kind      EntryKind
		Level     int
		Number    string
		Title     string
		Column    int // 0 where the reader gave none
		TitleLine int `yaml:"title_line"`
	}
}

// leastF1 is what the rules must reach without an editor's decisions.
const leastF1 = 0.97

func TestTruth(t *testing.T) {
	files, err := filepath.Glob("testdata/truth/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no truth", err)
	}
	reports := content(t)
	for _, file := range files {
		slug := strings.TrimSuffix(filepath.Base(file), ".yaml")
		t.Run(slug, func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var want truth
			if err := yaml.UnmarshalWithOptions(text, &want, yaml.Strict()); err != nil {
				t.Fatal(err)
			}
			i := slices.IndexFunc(reports, func(r *Report) bool { return r.Slug == slug })
			if i < 0 {
				t.Fatal("no such report")
			}
			decided := reports[i]
			meta := decided.Meta
			meta.Decisions = Decisions{}
			byRules, _ := Parse(slug, decided.Bytes(), meta)

			checkScore(t, byRules, want)
			checkOutline(t, decided, want)
			checkDebris(t, byRules, want)
			checkDamage(t, byRules, want)
			checkDefinitions(t, byRules, want)
		})
	}
}

func checkScore(t *testing.T, r *Report, want truth) {
	key := func(line int, title string) string { return fmt.Sprint(line, " ", folded(title)) }
	left := map[string]int{}
	for _, e := range want.Outline {
		left[key(e.Line, e.Title)]++
	}
	hits := 0
	for _, e := range r.Outline {
		if left[key(e.Line, e.Title)] > 0 {
			left[key(e.Line, e.Title)]--
			hits++
		}
	}
	precision, recall := float64(hits)/float64(len(r.Outline)), float64(hits)/float64(len(want.Outline))
	f1 := 2 * precision * recall / (precision + recall)
	t.Logf("%s by rules alone: outline precision %.3f, recall %.3f, F1 %.3f over %d entries", r.Slug, precision, recall, f1, len(want.Outline))
	if !(f1 >= leastF1) {
		t.Errorf("F1 %.3f, want at least %.2f", f1, leastF1)
	}
}

// checkOutline compares all but the levels of items: they open no section, and
// the reader gave those of 一是… in two ways.
func checkOutline(t *testing.T, r *Report, want truth) {
	line := func(n int, kind EntryKind, level int, number, title string, titleLine int) string {
		if kind == Item {
			level = 0
		}
		if titleLine == 0 {
			titleLine = n
		}
		return fmt.Sprintf("%d %s %d %s|%s (%d)", n, kind, level, folded(number), folded(title), titleLine)
	}
	var got, expected []string
	for _, e := range r.Outline {
		got = append(got, line(e.Line, e.Kind, e.Level, e.Number, e.Title, e.TitleLine))
	}
	for _, e := range want.Outline {
		expected = append(expected, line(e.Line, e.Kind, e.Level, e.Number, e.Title, e.TitleLine))
	}
	cases.Same(t, strings.Join(got, "\n"), strings.Join(expected, "\n"))
	for i, e := range want.Outline {
		if e.Column > 0 && i < len(r.Outline) && r.Outline[i].Column != e.Column {
			t.Errorf("line %d %s begins in column %d, want %d", e.Line, e.Title, r.Outline[i].Column, e.Column)
		}
	}
}

func checkDebris(t *testing.T, r *Report, want truth) {
	var got, expected []int
	for _, x := range r.Debris {
		got = append(got, x.Line)
	}
	for _, x := range want.Debris {
		expected = append(expected, x.Line)
	}
	if !slices.Equal(got, expected) {
		t.Errorf("debris %v, want %v", got, expected)
	}
}

func checkDamage(t *testing.T, r *Report, want truth) {
	for _, x := range want.Damage {
		if !slices.ContainsFunc(r.Damage, func(d Damage) bool {
			return d.Line == x.Line && d.Kind == x.Kind && strings.Contains(x.Text, d.Text)
		}) {
			t.Errorf("line %d is not marked %s", x.Line, x.Kind)
		}
	}
	for _, d := range r.Damage {
		if !slices.ContainsFunc(want.Damage, func(x struct {
			Line int
			Kind DamageKind
			Text string
		}) bool {
			return d.Line == x.Line && d.Kind == x.Kind
		}) {
			t.Errorf("line %d is marked %s", d.Line, d.Kind)
		}
	}
}

func checkDefinitions(t *testing.T, r *Report, want truth) {
	var got, expected []string
	for _, x := range r.Definitions {
		got = append(got, fmt.Sprint(x.Line, " ", x.Term, ":", x.Text))
	}
	for _, x := range want.Definitions {
		expected = append(expected, fmt.Sprint(x.Line, " ", x.Term, ":", x.Text))
	}
	cases.Same(t, strings.Join(got, "\n"), strings.Join(expected, "\n"))
}
