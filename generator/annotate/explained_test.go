package annotate

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
	"jianzhu/generator/script"
	"jianzhu/generator/theme"
)

// TestExplained counts how much of what texts put in quotation marks is explained,
// each read alone: by an entry or by the text itself. JIANZHU_QUOTED names folders of Markdown files, as
// JIANZHU_TEXTS does for the census. It asserts nothing: it is a tool for writing
// entries.
func TestExplained(t *testing.T) {
	folders := filepath.SplitList(os.Getenv("JIANZHU_QUOTED"))
	content := os.DirFS("../../content")
	for _, folder := range folders {
		files, _ := filepath.Glob(filepath.Join(folder, "*.md"))
		g, _ := glossary.Load(content, glossary.Files...)
		v, _ := theme.Load(content, "themes.yaml")
		places, explainedPlaces := 0, 0
		phrases := map[string]bool{} // whether explained somewhere
		missing := map[string]int{}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			r, _ := report.Parse("text", []byte(plainText(string(text))), metaOf(file))
			if r == nil {
				continue
			}
			c, _ := Reports([]*report.Report{r}, g, v, FirstInSection)
			occurrences := map[int][]run{}
			for _, o := range r.Terms {
				p, at := runOf(r, o.Line, o.Offset, o.Surface)
				occurrences[p] = append(occurrences[p], at)
			}
			_ = c
			for i, p := range r.Paragraphs {
				d := report.Show(p.Text)
				for _, q := range quoted(d.Text) {
					key := script.FoldString(string(d.Text[q.start:q.end]))
					known := explained(d, q, occurrences[i])
					places++
					if known {
						explainedPlaces++
					} else {
						missing[key]++
					}
					phrases[key] = phrases[key] || known
				}
			}
		}
		known := 0
		for _, yes := range phrases {
			if yes {
				known++
			}
		}
		t.Logf("%s: %d texts; %d of %d places (%.3f), %d of %d phrases (%.3f)", folder, len(files),
			explainedPlaces, places, float64(explainedPlaces)/float64(max(1, places)), known, len(phrases), float64(known)/float64(max(1, len(phrases))))
		if os.Getenv("JIANZHU_LISTS") != "" {
			t.Log(missing)
		}
	}
}

var yearInName = regexp.MustCompile(`(\d{4})(?:-\d+)?\.md$`)

// metaOf is what a file's name tells of a text: …_省_2016.md.
func metaOf(file string) report.Meta {
	meta := report.Meta{Title: "政府工作报告", Type: "work-report"}
	if m := yearInName.FindStringSubmatch(file); m != nil {
		meta.Year, _ = strconv.Atoi(m[1])
	}
	if parts := strings.Split(filepath.Base(file), "_"); len(parts) > 2 {
		meta.Region.Path = []string{parts[len(parts)-2]}
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
