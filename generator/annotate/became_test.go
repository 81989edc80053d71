package annotate_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// TestBecame prints what is found to have become of what places announced, for
// reading. JIANZHU_PLACES names a folder with a folder for each place, in which
// reports stand by their year: 2017.md. It asserts nothing.
func TestBecame(t *testing.T) {
	places, _ := filepath.Glob(filepath.Join(os.Getenv("JIANZHU_PLACES"), "*"))
	if os.Getenv("JIANZHU_PLACES") == "" {
		return
	}
	var reports []*report.Report
	for n, place := range places {
		files, _ := filepath.Glob(filepath.Join(place, "*.md"))
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			p := printedOf(file, string(text))
			region := report.Region{Path: []string{"某省", filepath.Base(place)}}
			meta := report.Meta{Title: p.title, Type: "work-report", Year: p.year, Region: region}
			r, _ := report.Parse("p"+strconv.Itoa(n)+"-"+strconv.Itoa(p.year), []byte(strings.Join(p.lines, "\n")), meta)
			reports = append(reports, r)
		}
	}
	content := os.DirFS("../../content")
	terms, _ := glossary.Load(content, glossary.Files...)
	themes, _ := theme.Load(content, "themes.yaml")
	c, _ := annotate.Reports(reports, terms, themes, annotate.FirstInSection)
	count := map[string]int{}
	var b strings.Builder
	for _, p := range c.Promises {
		count[fmt.Sprint(p.Relation)]++
		fmt.Fprintf(&b, "%s\t%s\t%d→%d\t%.2f\t%s\n\t%s\n\t%s\n", p.Relation, p.Earlier.Report.Meta.Region.Path[1], p.Earlier.Report.Meta.Year, p.Later.Report.Meta.Year,
			p.Score, strings.Join(p.Names, "、"), p.Earlier.Text, p.Later.Text)
	}
	for _, u := range c.Unseen {
		count["unseen"]++
		fmt.Fprintf(&b, "unseen\t%s\t%d\t%s\n\t%s\n", u.Report.Meta.Region.Path[1], u.Report.Meta.Year, strings.Join(u.Names, "、"), u.Text)
	}
	t.Logf("%d reports of %d places: %v", len(reports), len(places), count)
	if file := os.Getenv("JIANZHU_LIST"); file != "" {
		if err := os.WriteFile(file, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
