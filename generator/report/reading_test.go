package report

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"jianzhu/generator/cases"
)

// reading is how a person reads a text.
type reading struct {
	Outline []struct { // without items
		Line   int
		Level  int
		Number string
		Title  string
		RunIn  bool `yaml:"run_in"` // a heading or a lead that its paragraph goes on behind
	}
	Debris []struct {
		Line   int
		Reason Reason
	}
	Definitions []struct {
		Line int
		Term string
	}
}

// lines writes a reading, a thing to a line, as a report's is written by readingOf.
func (want reading) lines() string {
	var b strings.Builder
	for _, e := range want.Outline {
		fmt.Fprintln(&b, "outline", e.Line, e.Level, folded(e.Number), "|", folded(e.Title), written(e.RunIn))
	}
	for _, x := range want.Debris {
		fmt.Fprintln(&b, "debris", x.Line, x.Reason)
	}
	for _, x := range want.Definitions {
		fmt.Fprintln(&b, "definition", x.Line, folded(x.Term))
	}
	return b.String()
}

func readingOf(r *Report) string {
	var b strings.Builder
	for _, e := range r.Outline {
		if e.Opens() {
			fmt.Fprintln(&b, "outline", e.Line, e.Level, folded(e.Number), "|", folded(e.Title), written(e.Kind != Block))
		}
	}
	for _, x := range r.Debris {
		fmt.Fprintln(&b, "debris", x.Line, x.Reason)
	}
	for _, x := range r.Definitions {
		fmt.Fprintln(&b, "definition", x.Line, folded(x.Term))
	}
	return b.String()
}

func written(runIn bool) string {
	if runIn {
		return "(run in)"
	}
	return ""
}

// TestReadings wants texts read as a person reads them. Each is an archive in
// testdata/readings: what it shows, report.txt, report.yaml and want.yaml. What
// the rules find is not written back: a reading is changed by hand or not at all.
func TestReadings(t *testing.T) {
	cases.Run(t, "testdata/readings/*.txtar", func(t *testing.T, c *cases.Case) {
		var want reading
		if err := yaml.UnmarshalWithOptions([]byte(c.Text("want.yaml")), &want, yaml.Strict()); err != nil {
			t.Fatal(err)
		}
		reports, problems := Read(c.Content(t), "reports")
		if len(reports) != 1 {
			t.Fatal(problems)
		}
		if got := readingOf(reports[0]); got != want.lines() {
			t.Errorf("%sgot\n%swant\n%s", c.Comment, got, want.lines())
		}
	})
}

// outlined is a whole report's outline, as a person made it.
type outlined struct {
	Outline []struct {
		Line     int
		Level    int
		Title    string
		Optional bool // counts neither way
	}
}

const (
	leastOutline = 0.95 // F1 of lines and titles
	leastParents = 0.90 // F1 of these with the entries they stand in
)

// TestOutlines reads the whole reports of a folder, <name>.txt with <name>.yaml,
// that JIANZHU_TEXTS names: texts that are not ours to publish.
func TestOutlines(t *testing.T) {
	folder := os.Getenv("JIANZHU_TEXTS")
	if folder == "" {
		return
	}
	files, _ := fs.Glob(os.DirFS(folder), "*.yaml")
	for _, file := range files {
		name := strings.TrimSuffix(file, ".yaml")
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile(filepath.Join(folder, name+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			given, err := os.ReadFile(filepath.Join(folder, file))
			if err != nil {
				t.Fatal(err)
			}
			var want outlined
			if err := yaml.Unmarshal(given, &want); err != nil {
				t.Fatal(err)
			}
			r, problems := Parse("text", text, Meta{Title: "政府工作报告", Type: "work-report", Year: yearIn(name)})
			if r == nil {
				t.Fatal(problems)
			}
			for _, with := range []bool{false, true} {
				least, s := map[bool]float64{false: leastOutline, true: leastParents}[with], want.score(r, with)
				t.Logf("parents %v: precision %.3f, recall %.3f, F1 %.3f\nmissed\n\t%s\nnot wanted\n\t%s", with,
					s.precision(), s.recall(), s.f1(), strings.Join(s.missed, "\n\t"), strings.Join(s.wrong, "\n\t"))
				if !(s.f1() >= least) {
					t.Errorf("parents %v: F1 %.3f, want at least %.2f", with, s.f1(), least)
				}
			}
		})
	}
}

// yearIn is the year that a file's name says, or 0.
func yearIn(name string) int {
	if m := yearOfName.FindString(name); m != "" {
		year := 0
		fmt.Sscan(m, &year)
		return year
	}
	return 0
}
