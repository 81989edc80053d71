package indicator

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"jianzhu/generator/report"
)

func content(t testing.TB) []*report.Report {
	t.Helper()
	reports, _ := report.Read(os.DirFS("../../content"), "reports")
	return reports
}

func TestDump(t *testing.T) {
	slug := os.Getenv("SLUG")
	if slug == "" {
		t.Skip()
	}
	for _, r := range content(t) {
		if r.Slug == slug {
			for _, i := range Find(r) {
				fmt.Printf("%d %s|%s|%s|%s|%s %v|%s\n", i.Line, i.Name, i.Value, i.Unit, i.Modifier, i.Kind, i.Growth, i.Period)
			}
		}
	}
}

type listed struct {
	Line     int
	Name     string
	Value    string
	Unit     string
	Modifier string
	Kind     report.IndicatorKind
	Growth   bool
	Period   string
}

func TestTruth(t *testing.T) {
	files, _ := filepath.Glob("testdata/truth/*.yaml")
	reports := content(t)
	for _, file := range files {
		slug := strings.TrimSuffix(filepath.Base(file), ".yaml")
		text, _ := os.ReadFile(file)
		var want []listed
		if err := yaml.Unmarshal(text, &want); err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(reports, func(r *report.Report) bool { return r.Slug == slug })
		got := Find(reports[i])
		used := make([]bool, len(got))
		hits, named, kinds, growths, periods, mods := 0, 0, 0, 0, 0, 0
		for _, w := range want {
			best, bestScore := -1, -1.0
			for j, g := range got {
				if !used[j] && g.Line == w.Line && g.Value == w.Value && foldPlain(g.Unit) == w.Unit {
					if s := alike(g.Name, w.Name); s > bestScore {
						best, bestScore = j, s
					}
				}
			}
			if best < 0 {
				fmt.Println("MISS", slug, w)
				continue
			}
			g := got[best]
			used[best] = true
			hits++
			if bestScore >= 0.6 {
				named++
			} else {
				fmt.Println("NAME", slug, w.Line, w.Value, w.Unit, w.Name, "<>", g.Name)
			}
			if g.Kind == w.Kind {
				kinds++
			} else {
				fmt.Println("KIND", slug, w, g.Kind)
			}
			if g.Growth == w.Growth {
				growths++
			} else {
				fmt.Println("GROW", slug, w, g.Growth)
			}
			if g.Period == w.Period {
				periods++
			} else {
				fmt.Println("PERIOD", slug, w, g.Period)
			}
			if foldPlain(g.Modifier) == w.Modifier {
				mods++
			} else {
				fmt.Println("MOD", slug, w, g.Modifier)
			}
		}
		for j, g := range got {
			if !used[j] {
				fmt.Println("EXTRA", slug, g)
			}
		}
		fmt.Printf("%s: want %d got %d hits %d P %.3f R %.3f named %d kind %d growth %d period %d mod %d\n", slug, len(want), len(got), hits, float64(hits)/float64(len(got)), float64(hits)/float64(len(want)), named, kinds, growths, periods, mods)
	}
}

// alike is the share of code points that two names have in common (Dice).
func alike(a, b string) float64 {
	count := map[rune]int{}
	x, y := []rune(foldPlain(a)), []rune(foldPlain(b))
	for _, r := range x {
		count[r]++
	}
	common := 0
	for _, r := range y {
		if count[r] > 0 {
			count[r]--
			common++
		}
	}
	if len(x)+len(y) == 0 {
		return 1
	}
	return 2 * float64(common) / float64(len(x)+len(y))
}
