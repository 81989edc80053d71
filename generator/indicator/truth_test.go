package indicator

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"jianzhu/generator/report"
)

// listed is an indicator as a person read it.
type listed struct {
	Line     int
	Name     string
	Value    string
	Unit     string
	Modifier string
	Kind     report.IndicatorKind
	Growth   bool
	Period   string

	Added string // why it is one, where the first reader did not list it
	First *struct {
		Name, Unit, Modifier *string
		Growth               *bool
	} // what the first reader had instead
}

// least is what is reached, of the first reader's list and of the corrected one.
var least = map[string]struct{ precision, recall, named, correctedPrecision, correctedRecall, correctedNamed float64 }{
	"shahekou-2016":      {0.87, 0.98, 0.84, 0.99, 0.98, 0.92},
	"hangzhou-etdz-2014": {0.96, 0.96, 0.87, 0.99, 0.99, 0.90},
	"liwan-2017":         {0.83, 0.97, 0.76, 0.98, 0.98, 0.84},
}

func TestTruth(t *testing.T) {
	files, err := filepath.Glob("testdata/truth/*.yaml")
	if err != nil || len(files) != len(least) {
		t.Fatal(err, files)
	}
	for _, file := range files {
		slug := strings.TrimSuffix(filepath.Base(file), ".yaml")
		t.Run(slug, func(t *testing.T) {
			got := Find(byRules(t, slug))
			want := truth(t, file)
			first, corrected, floor := judge(t, got, firstReading(want)), judge(t, got, want), least[slug]
			t.Logf("%s, as first listed: %v", slug, first)
			t.Logf("%s, as corrected:    %v", slug, corrected)
			for _, c := range []struct {
				what       string
				got, least float64
			}{
				{"precision", first.precision(), floor.precision},
				{"recall", first.recall(), floor.recall},
				{"F1 with name and kind", first.f1(first.namedAndKind), floor.named},
				{"precision, corrected", corrected.precision(), floor.correctedPrecision},
				{"recall, corrected", corrected.recall(), floor.correctedRecall},
				{"F1 with name and kind, corrected", corrected.f1(corrected.namedAndKind), floor.correctedNamed},
			} {
				if !(c.got >= c.least) {
					t.Errorf("%s is %.3f, want at least %.2f", c.what, c.got, c.least)
				}
			}
			for _, line := range corrected.faults {
				t.Log(line)
			}
		})
	}
}

// byRules is a report of the project without an editor's decisions.
func byRules(t testing.TB, slug string) *report.Report {
	t.Helper()
	reports, _ := report.Read(os.DirFS("../../content"), "reports")
	i := slices.IndexFunc(reports, func(r *report.Report) bool { return r.Slug == slug })
	if i < 0 {
		t.Fatalf("no report %s", slug)
	}
	r := *reports[i]
	r.Meta.Decisions.Indicators = nil
	return &r
}

func truth(t *testing.T, file string) []listed {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var want []listed
	if err := yaml.UnmarshalWithOptions(text, &want, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	return want
}

// firstReading is the list without what a second reading corrected.
func firstReading(corrected []listed) []listed {
	var first []listed
	for _, w := range corrected {
		if w.Added != "" {
			continue
		}
		if f := w.First; f != nil {
			w.Name, w.Unit, w.Modifier, w.Growth = *cmp.Or(f.Name, &w.Name), *cmp.Or(f.Unit, &w.Unit), *cmp.Or(f.Modifier, &w.Modifier), *cmp.Or(f.Growth, &w.Growth)
		}
		first = append(first, w)
	}
	return first
}

// score counts how indicators that were found agree with those listed: hits by
// line, value and unit, and of these how many have the rest too.
type score struct {
	found, listed, hits                                int
	name, kind, namedAndKind, growth, period, modifier int
	faults                                             []string
}

func (s score) precision() float64 { return float64(s.hits) / float64(s.found) }
func (s score) recall() float64    { return float64(s.hits) / float64(s.listed) }
func (s score) f1(hits int) float64 {
	return 2 * float64(hits) / float64(s.found+s.listed)
}

func (s score) String() string {
	return fmt.Sprintf("%d listed, %d found; precision %.3f, recall %.3f, F1 %.3f; F1 with name and kind %.3f; of %d hits: name %d, kind %d, growth %d, period %d, modifier %d",
		s.listed, s.found, s.precision(), s.recall(), s.f1(s.hits), s.f1(s.namedAndKind), s.hits, s.name, s.kind, s.growth, s.period, s.modifier)
}

// judge pairs what was found with what is listed, those alike in name first.
func judge(t *testing.T, got []report.Indicator, want []listed) score {
	t.Helper()
	s := score{found: len(got), listed: len(want)}
	used := make([]bool, len(got))
	count := func(n *int, ok bool, what string, w listed, g report.Indicator) {
		if ok {
			*n++
		} else {
			s.faults = append(s.faults, fmt.Sprintf("%s: %v, found %v", what, w, g))
		}
	}
	for _, w := range want {
		best := -1
		for j, g := range got {
			if !used[j] && g.Line == w.Line && g.Value == w.Value && foldPlain(g.Unit) == w.Unit && (best < 0 || alike(g.Name+g.Quote, w.Name) > alike(got[best].Name+got[best].Quote, w.Name)) {
				best = j
			}
		}
		if best < 0 {
			s.faults = append(s.faults, fmt.Sprintf("missed: %v", w))
			continue
		}
		used[best] = true
		g := got[best]
		named := alike(g.Name, w.Name) >= 0.6 || says(g.Quote, w.Name)
		s.hits++
		count(&s.name, named, "name", w, g)
		count(&s.kind, g.Kind == w.Kind, "kind", w, g)
		count(&s.growth, g.Growth == w.Growth, "growth", w, g)
		count(&s.period, g.Period.String() == w.Period, "period", w, g)
		count(&s.modifier, foldPlain(strings.Join(g.Modifiers(), "、")) == w.Modifier, "modifier", w, g)
		if named && g.Kind == w.Kind {
			s.namedAndKind++
		}
	}
	for j, g := range got {
		if !used[j] {
			s.faults = append(s.faults, fmt.Sprintf("no indicator: %v", g))
		}
	}
	return s
}

// says reports whether a quotation has the words of a name, three characters of four: readers
// wrote names in their own words, and a quotation is in the report's.
func says(quote, name string) bool {
	said, missing := foldPlain(quote), 0
	name = bracketed.ReplaceAllString(foldPlain(name), "")
	for _, r := range name {
		if !strings.ContainsRune(said, r) {
			missing++
		}
	}
	return quote != "" && 4*missing <= length(name)
}

// alike is how many code points two names have in common, from 0 to 1 (Dice):
// the readers wrote names in their own words.
func alike(a, b string) float64 {
	a, b = bracketed.ReplaceAllString(foldPlain(a), ""), bracketed.ReplaceAllString(foldPlain(b), "")
	count := map[rune]int{}
	for _, r := range a {
		count[r]++
	}
	common := 0
	for _, r := range b {
		if count[r] > 0 {
			count[r]--
			common++
		}
	}
	return 2 * float64(common) / float64(max(1, length(a)+length(b)))
}
