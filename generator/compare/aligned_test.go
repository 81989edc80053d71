package compare_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"jianzhu/generator/annotate"
	"jianzhu/generator/cases"
	"jianzhu/generator/compare"
	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// aligned is two texts with the sections that belong together, by a reader's eye. A
// line of it says so by the lines on which they begin: 15 = 17; of several that
// share their matter, any: 103 | 107 = 89; and what a reader would do or leave with ~.
type aligned struct {
	name  string
	texts [2]string
	years [2]int
	want  []choice
	may   map[[2]int]bool // with what is wanted
}

// choice is pairs of which one is enough.
type choice [][2]int

func (a *aligned) read(t *testing.T, lines []string) {
	t.Helper()
	a.may = map[[2]int]bool{}
	for _, line := range lines {
		line = strings.ReplaceAll(line, " ", "")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		first, second, found := strings.Cut(strings.Replace(line, "~", "=", 1), "=")
		if !found {
			t.Fatalf("%s: neither = nor ~ in %q", a.name, line)
		}
		var pairs choice
		for i := range strings.SplitSeq(first, "|") {
			for j := range strings.SplitSeq(second, "|") {
				m, err := strconv.Atoi(i)
				n, err2 := strconv.Atoi(j)
				if err != nil || err2 != nil {
					t.Fatalf("%s: no lines in %q", a.name, line)
				}
				pairs = append(pairs, [2]int{m, n})
				a.may[[2]int{m, n}] = true
			}
		}
		if !strings.Contains(line, "~") {
			a.want = append(a.want, pairs)
		}
	}
}

// words are the site's own glossary and themes.
var words = sync.OnceValues(func() (*glossary.Glossary, *theme.Vocabulary) {
	content := os.DirFS("../../content")
	g, _ := glossary.Load(content, glossary.Files...)
	v, _ := theme.Load(content, "themes.yaml")
	return g, v
})

// corpusOf annotates texts as reports, by the site's own glossary and themes.
func corpusOf(t *testing.T, texts []string, metas []report.Meta) *annotate.Corpus {
	t.Helper()
	g, v := words()
	var reports []*report.Report
	for i, text := range texts {
		slug := fmt.Sprintf("r-%d", i)
		r, _ := report.Parse(slug, []byte(text), metas[i])
		if r == nil {
			t.Fatalf("text %d is not read", i)
		}
		r.Slug = slug
		reports = append(reports, r)
	}
	c, _ := annotate.Reports(reports, g, v, annotate.FirstInReport)
	return c
}

// score compares two texts and says how well their sections are paired.
func (a aligned) score(t *testing.T) (precision, recall float64, faults string) {
	t.Helper()
	place := report.Region{Path: []string{"某市"}}
	c := corpusOf(t, a.texts[:], []report.Meta{
		{Title: "政府工作报告", Type: "work-report", Year: a.years[0], Region: place},
		{Title: "政府工作报告", Type: "work-report", Year: a.years[1], Region: report.Region{Path: []string{"某市", "某区"}}},
	})
	pair := compare.Pair{c.Reports[0], c.Reports[1]}
	if pair[0].Slug != "r-0" {
		pair[0], pair[1] = pair[1], pair[0]
	}
	found, titles := map[[2]int]bool{}, map[[2]int]string{}
	for side, r := range pair {
		for _, e := range r.Outline {
			titles[[2]int{side, e.Line}] = e.Title
		}
	}
	named := func(p [2]int) string {
		return fmt.Sprintf("%d %s = %d %s", p[0], titles[[2]int{0, p[0]}], p[1], titles[[2]int{1, p[1]}])
	}
	right, wrong := 0, 0
	for _, row := range compare.New(c).Compare(pair).Rows {
		if row.Sections[0] == nil || row.Sections[1] == nil {
			continue
		}
		p := [2]int{row.Sections[0].Line, row.Sections[1].Line}
		found[p] = true
		wanted := false
		for _, w := range a.want {
			for _, q := range w {
				wanted = wanted || q == p
			}
		}
		switch {
		case wanted:
			right++
		case !a.may[p]:
			wrong++
			faults += "  not alike: " + named(p) + "\n"
		}
	}
	met := 0
	for _, w := range a.want {
		before := met
		for _, q := range w {
			if found[q] && met == before {
				met++
			}
		}
		if met == before {
			faults += "  lacks:     " + named(w[0]) + "\n"
		}
	}
	return float64(right) / max(1, float64(right+wrong)), float64(met) / max(1, float64(len(a.want))), faults
}

// f1 is the harmonic mean.
func f1(precision, recall float64) float64 {
	return 2 * precision * recall / max(1e-9, precision+recall)
}

// TestCases aligns made-up reports: two texts, then the lines that belong together.
func TestCases(t *testing.T) {
	for _, c := range cases.All(t, "testdata/*.txtar") {
		a := aligned{name: c.Name(), years: [2]int{2019, 2020}, texts: [2]string{c.Text("first.txt"), c.Text("second.txt")}}
		a.read(t, strings.Split(c.Text("want"), "\n"))
		if p, r, faults := a.score(t); faults != "" {
			t.Errorf("%s: precision %.2f, recall %.2f\n%s", a.name, p, r, faults)
		}
	}
}

// TestAligned measures pairs of whole reports that are not ours to publish: the files
// *.txt of a folder that JIANZHU_ALIGNED names, each with the paths of two Markdown
// files on its first lines and then what belongs together.
func TestAligned(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(os.Getenv("JIANZHU_ALIGNED"), "*.txt"))
	if os.Getenv("JIANZHU_ALIGNED") == "" || len(files) == 0 {
		t.Skip("JIANZHU_ALIGNED names no folder of aligned pairs")
	}
	sum := 0.0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(string(text), "\n")
		a := aligned{name: filepath.Base(file)}
		for i := range a.texts {
			a.texts[i], a.years[i] = plainText(t, lines[i])
		}
		a.read(t, lines[2:])
		p, r, faults := a.score(t)
		sum += f1(p, r)
		t.Logf("%s: precision %.3f, recall %.3f, F1 %.3f\n%s", a.name, p, r, f1(p, r), faults)
	}
	mean := sum / float64(len(files))
	t.Logf("mean F1 of %d pairs: %.3f", len(files), mean)
	if mean < 0.9 {
		t.Errorf("mean F1 %.3f, want 0.9", mean)
	}
}

var yearNamed = regexp.MustCompile(`(?:19|20)\d\d`)

// plainText is a Markdown file without front matter and bold marks, and the year in its name.
func plainText(t *testing.T, path string) (string, int) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text := string(raw)
	if rest, found := strings.CutPrefix(text, "---\n"); found {
		_, text, _ = strings.Cut(rest, "\n---")
	}
	year, _ := strconv.Atoi(yearNamed.FindString(filepath.Base(path)))
	return strings.ReplaceAll(text, "**", ""), year
}
