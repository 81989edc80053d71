package theme_test

import (
	"os"
	"slices"
	"testing"

	"github.com/goccy/go-yaml"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// measure is how labels agree with those made by hand: over pairs of section
// and theme, and for the first theme of each section.
type measure struct {
	right, given, wanted, first, sections int
}

func (m measure) precision() float64 { return ratio(m.right, m.given) }
func (m measure) recall() float64    { return ratio(m.right, m.wanted) }
func (m measure) f1() float64        { return ratio(2*m.right, m.given+m.wanted) }
func (m measure) primary() float64   { return ratio(m.first, m.sections) }

func ratio(a, b int) float64 { return float64(a) / float64(max(1, b)) }

// TestLabels measures the labels of the real reports against those made by hand
// for two of them. The floors lie slightly under what is reached.
func TestLabels(t *testing.T) {
	floors := map[string]struct{ f1, primary float64 }{
		"shahekou-2016":      {0.79, 0.77},
		"hangzhou-etdz-2014": {0.87, 0.82},
	}
	reports := annotated(t)
	for slug, rows := range handLabels(t) {
		r := reports[slug]
		if r == nil {
			t.Errorf("no report %s", slug)
			continue
		}
		m := compare(t, r, rows)
		t.Logf("%-20s precision %.3f, recall %.3f, F1 %.3f, primary theme %.3f over %d sections",
			slug, m.precision(), m.recall(), m.f1(), m.primary(), m.sections)
		if m.f1() < floors[slug].f1 || m.primary() < floors[slug].primary {
			t.Errorf("%s: F1 %.3f, primary theme %.3f: under the floors %v", slug, m.f1(), m.primary(), floors[slug])
		}
	}
}

// row is a section labelled by hand; without a title it is no section of ours.
type row struct {
	Line   int      `yaml:"line"`
	Title  string   `yaml:"title"`
	Themes []string `yaml:"themes"`
}

func handLabels(t *testing.T) map[string][]row {
	text, err := os.ReadFile("testdata/section_labels.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Reports []struct {
			Report   string `yaml:"report"`
			Sections []row  `yaml:"sections"`
		} `yaml:"reports"`
	}
	if err := yaml.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	rows := map[string][]row{}
	for _, r := range file.Reports {
		rows[r.Report] = slices.DeleteFunc(r.Sections, func(s row) bool { return s.Title == "" })
	}
	return rows
}

func annotated(t *testing.T) map[string]*report.Report {
	content := os.DirFS("../../content")
	reports, _ := report.Read(content, "reports")
	g, _ := glossary.Load(content, "glossary.yaml")
	v, _ := theme.Load(content, "themes.yaml")
	annotate.Reports(reports, g, v, annotate.FirstInSection)
	bySlug := map[string]*report.Report{}
	for _, r := range reports {
		bySlug[r.Slug] = r
	}
	return bySlug
}

// compare holds the sections of a report, by line, against the rows.
func compare(t *testing.T, r *report.Report, rows []row) measure {
	var m measure
	for _, want := range rows {
		m.sections++
		m.wanted += len(want.Themes)
		i := slices.IndexFunc(r.Outline, func(e report.Entry) bool { return e.Line == want.Line && e.Opens() })
		if i < 0 {
			t.Logf("%s: line %d: no section %s", r.Slug, want.Line, want.Title)
			continue
		}
		var got []string
		for _, l := range r.Outline[i].Themes {
			got = append(got, l.Theme)
			if slices.Contains(want.Themes, l.Theme) {
				m.right++
			}
		}
		m.given += len(got)
		if len(got) > 0 && got[0] == want.Themes[0] {
			m.first++
		}
		if !slices.Equal(got, want.Themes) && testing.Verbose() {
			t.Logf("  line %d %s: %v, by hand %v", want.Line, want.Title, got, want.Themes)
		}
	}
	return m
}
