package theme_test

import (
	"maps"
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

func (m measure) plus(n measure) measure {
	return measure{m.right + n.right, m.given + n.given, m.wanted + n.wanted, m.first + n.first, m.sections + n.sections}
}

// TestLabels measures the labels of the real reports against those made by
// hand, and prints precision, recall and F1 by report and by theme. Two labellers
// made them: section_labels.yaml is the first one's; the second labelled the
// other reports in the same manner, to show whether a change holds there too.
// The floors lie slightly under what is reached.
func TestLabels(t *testing.T) {
	floors := map[string]struct{ f1, primary float64 }{
		"shahekou-2016":       {0.84, 0.80},
		"hangzhou-etdz-2014":  {0.90, 0.88},
		"liwan-2017":          {0.82, 0.76},
		"zhongshan-xiqu-145":  {0.88, 0.89},
		"zhongshan-xiqu-2017": {0.87, 0.90},
	}
	reports := annotated(t)
	var all measure
	byTheme := map[string]measure{}
	for _, file := range []string{"testdata/section_labels.yaml", "testdata/section_labels_second.yaml"} {
		for _, hand := range handLabels(t, file) {
			r := reports[hand.Report]
			if r == nil {
				t.Errorf("%s: no report %s", file, hand.Report)
				continue
			}
			m := compare(t, r, hand.Sections, byTheme)
			all = all.plus(m)
			m.log(t, hand.Report)
			floor, ok := floors[hand.Report]
			if !ok || m.f1() < floor.f1 || m.primary() < floor.primary {
				t.Errorf("%s: F1 %.3f, primary theme %.3f: under the floors %v", hand.Report, m.f1(), m.primary(), floor)
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(byTheme)) {
		byTheme[id].log(t, id)
	}
	all.log(t, "all")
}

func (m measure) log(t *testing.T, name string) {
	t.Helper()
	t.Logf("%-20s precision %.3f, recall %.3f, F1 %.3f, first theme %.3f of %d",
		name, m.precision(), m.recall(), m.f1(), m.primary(), m.sections)
}

// handLabelled is a report's sections labelled by hand.
type handLabelled struct {
	Report   string `yaml:"report"`
	Sections []row  `yaml:"sections"`
}

// row is a section; without a title it is no section of ours.
type row struct {
	Line   int      `yaml:"line"`
	Title  string   `yaml:"title"`
	Themes []string `yaml:"themes"`
}

func handLabels(t *testing.T, name string) []handLabelled {
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Reports []handLabelled `yaml:"reports"`
	}
	if err := yaml.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	for i, r := range file.Reports {
		file.Reports[i].Sections = slices.DeleteFunc(r.Sections, func(s row) bool { return s.Title == "" })
	}
	return file.Reports
}

func annotated(t *testing.T) map[string]*report.Report {
	content := os.DirFS("../../content")
	reports, _ := report.Read(content, "reports")
	g, _ := glossary.Load(content, glossary.Files...)
	v, _ := theme.Load(content, "themes.yaml")
	annotate.Reports(reports, g, v, annotate.FirstInSection)
	bySlug := map[string]*report.Report{}
	for _, r := range reports {
		bySlug[r.Slug] = r
	}
	return bySlug
}

// compare holds the sections of a report, by line, against the rows, and adds
// to each theme's measure too.
func compare(t *testing.T, r *report.Report, rows []row, byTheme map[string]measure) measure {
	var all measure
	for _, want := range rows {
		var got []string
		i := slices.IndexFunc(r.Outline, func(e report.Entry) bool { return e.Line == want.Line && e.Opens() })
		if i < 0 {
			t.Logf("%s: line %d: no section %s", r.Slug, want.Line, want.Title)
		} else {
			for _, l := range r.Outline[i].Themes {
				got = append(got, l.Theme)
			}
		}
		all.sections++
		if len(got) > 0 && got[0] == want.Themes[0] {
			all.first++
		}
		for _, theme := range got {
			m := measure{given: 1}
			if slices.Contains(want.Themes, theme) {
				m.right = 1
			}
			byTheme[theme] = byTheme[theme].plus(m)
			all = all.plus(m)
		}
		for i, theme := range want.Themes {
			m := measure{wanted: 1}
			if i == 0 {
				m.sections = 1
				if len(got) > 0 && got[0] == theme {
					m.first = 1
				}
			}
			byTheme[theme] = byTheme[theme].plus(m)
			all.wanted++
		}
		if !slices.Equal(got, want.Themes) && testing.Verbose() {
			t.Logf("  line %d %s: %v, by hand %v", want.Line, want.Title, got, want.Themes)
		}
	}
	return all
}
