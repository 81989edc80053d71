package annotate

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jianzhu/generator/division"
	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

// TestExplained counts how much of what texts put in quotation marks is explained,
// of each read alone: by an entry or by the text itself; and, where JIANZHU_COLLECTION
// names a folder of many, of each read beside those of its place and of the places
// above. JIANZHU_QUOTED names folders of Markdown files, as JIANZHU_TEXTS does for the
// census; JIANZHU_LISTS one for the lists of what is not explained. It asserts
// nothing: it is a tool for writing entries.
func TestExplained(t *testing.T) {
	folders := filepath.SplitList(os.Getenv("JIANZHU_QUOTED"))
	if len(folders) == 0 {
		t.Skip("JIANZHU_QUOTED names no folder")
	}
	g, _ := glossary.Load(os.DirFS("../../content"), glossary.Files...)
	words := wordsOfPlaces(t, os.Getenv("JIANZHU_COLLECTION"))
	for _, folder := range folders {
		files, _ := filepath.Glob(filepath.Join(folder, "*.md"))
		ways := map[string]*tally{"alone": newTally(), "in the collection": newTally()}
		for _, file := range files {
			r := parsed(t, file)
			if r == nil {
				continue
			}
			ways["alone"].count([]*report.Report{r}, file, g)
			if words != nil {
				ways["in the collection"].count(append([]*report.Report{r}, words.near(placeOf(file))...), file, g)
			}
		}
		for way, all := range ways {
			if all.places > 0 {
				t.Logf("%s: %d texts, %s: %s", folder, len(files), way, all)
				all.write(t, os.Getenv("JIANZHU_LISTS"), filepath.Base(folder)+" "+way)
			}
		}
	}
}

// tally counts phrases in quotation marks.
type tally struct {
	places, explained int
	phrases           map[string]bool // whether explained somewhere
	missing           []string
}

func newTally() *tally { return &tally{phrases: map[string]bool{}} }

func (a *tally) String() string {
	known := 0
	for _, yes := range a.phrases {
		if yes {
			known++
		}
	}
	return fmt.Sprintf("%d of %d places (%.3f), %d of %d phrases (%.3f)", a.explained, a.places,
		float64(a.explained)/float64(max(1, a.places)), known, len(a.phrases), float64(known)/float64(max(1, len(a.phrases))))
}

// count counts the phrases of the first of some reports, which stand in one collection.
func (a *tally) count(reports []*report.Report, file string, g *glossary.Glossary) {
	r, g := reports[0], withOwn(reports, g)
	for _, one := range reports {
		terms{report: one, glossary: g, sum: g.Sum(), matchers: matchers{}}.define()
	}
	found, _ := terms{r, g, g.Sum(), matchers{}, newOwnUse(reports, g)}.find()
	occurrences := map[int][]run{}
	for _, o := range found {
		p, at := runOf(r, o.Line, o.Offset, o.Surface)
		occurrences[p] = append(occurrences[p], at)
	}
	for i, p := range r.Paragraphs {
		d := report.Show(p.Text)
		for _, q := range quoted(d.Text) {
			key := script.FoldString(string(d.Text[q.start:q.end]))
			known := explained(d, q, occurrences[i])
			a.places++
			a.phrases[key] = a.phrases[key] || known
			if known {
				a.explained++
				continue
			}
			around := string(d.Text[max(0, q.start-40):min(len(d.Text), q.end+60)])
			a.missing = append(a.missing, fmt.Sprintf("%s\t%s:%d\t%s", key, filepath.Base(file), p.Line, around))
		}
	}
}

func (a *tally) write(t *testing.T, folder, name string) {
	if folder == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(folder, name+".txt"), []byte(strings.Join(a.missing, "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
}

// ofPlaces are the reports of a collection that explain words, by the code of their
// place; "" of the country.
type ofPlaces map[string][]*report.Report

// wordsOfPlaces reads a collection; nil where none is named. Of a report no more is
// kept than what it explains.
func wordsOfPlaces(t *testing.T, folder string) ofPlaces {
	if folder == "" {
		return nil
	}
	all := ofPlaces{}
	err := filepath.WalkDir(folder, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(file) != ".md" {
			return err
		}
		if r := parsed(t, file); r != nil {
			code := placeOf(file).Code
			all[code] = append(all[code], &report.Report{Script: r.Script, Meta: r.Meta, Definitions: r.Definitions})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// near are the reports of a place and of those above.
func (all ofPlaces) near(place division.Division) []*report.Report {
	found := slices.Clone(all[""])
	if place.Code != "" {
		for _, d := range place.Path(0) {
			found = append(found, all[d.Code]...)
		}
	}
	return found
}

// placeOf is the place that the path of a file names, of the country none.
func placeOf(file string) division.Division {
	folders := strings.NewReplacer("政府工作报告-主要城市", "", "政府工作报告-其他地市", "", "政府工作报告-省自治区", "")
	d, _ := division.Resolve(yearOf(file), folders.Replace(file)) // some changed their code
	return d
}

func parsed(t *testing.T, file string) *report.Report {
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	r, _ := report.Parse("text", []byte(plainText(string(text))), metaOf(file))
	return r
}

var yearInName = regexp.MustCompile(`(\d{4})(?:-\d+)?\.md$`)

// yearOf is 0 where a file's name has no year.
func yearOf(file string) int {
	m := yearInName.FindStringSubmatch(file)
	if m == nil {
		return 0
	}
	year, _ := strconv.Atoi(m[1])
	return year
}

// metaOf is what a file's name and folder tell of a text: …_省_2016.md.
func metaOf(file string) report.Meta {
	meta := report.Meta{Title: "政府工作报告", Type: "work-report", Year: yearOf(file)}
	if d := placeOf(file); d.Code != "" {
		for _, above := range d.Path(meta.Year) {
			meta.Region.Path = append(meta.Region.Path, above.Name)
		}
	}
	return meta
}

// plainText is a Markdown file without its front matter and marks.
func plainText(text string) string {
	if rest, ok := strings.CutPrefix(text, "---\n"); ok {
		if _, body, ok := strings.Cut(rest, "\n---\n"); ok {
			text = body
		}
	}
	var lines []string
	for line := range strings.Lines(text) {
		lines = append(lines, strings.ReplaceAll(strings.TrimLeft(strings.TrimRight(line, "\r\n"), "# "), "**", ""))
	}
	return strings.Join(lines, "\n")
}
