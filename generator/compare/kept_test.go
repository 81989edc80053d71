package compare_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"jianzhu/generator/annotate"
	"jianzhu/generator/cache"
	"jianzhu/generator/compare"
	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// TestKept: what is kept of a comparison is taken only where both reports, their terms and
// their themes are as they were.
func TestKept(t *testing.T) {
	files := fstest.MapFS{
		"reports/a/report.yaml": {Data: []byte("title: 报告\nyear: 2016\nregion: {path: [某省, 某市]}\n")},
		"reports/a/report.txt":  {Data: []byte("一、推进改革\n网格化管理“甲工程”，建设公园绿地，改善林场面貌。\n")},
		"reports/b/report.yaml": {Data: []byte("title: 报告\nyear: 2017\nregion: {path: [某省, 某市]}\n")},
		"glossary.yaml":         {Data: []byte("[]")},
		"themes.yaml":           {Data: []byte("themes: [{id: a, name: 甲, keywords: [医院]}]\n")},
	}
	const text = "一、改善生活\n办好医院。\n二、兴办学校\n扩大“乙工程”。\n"
	store := cache.Open(t.TempDir(), "program")
	defer store.Close(false)
	before := ""
	for _, change := range []struct{ file, text string }{
		{"reports/b/report.txt", text},
		{"glossary.yaml", "[{term: 网格化, pinyin: wǎng gé huà, gloss: 分片, senses: [{definition: 分片。}]}]"},
		{"themes.yaml", "themes: [{id: a, name: 甲, keywords: [改革, 学校]}]\n"},
		{"themes.yaml", "themes: [{id: a, name: 甲, keywords: [改革]}, {id: b, name: 乙, keywords: [学校]}]\n"},
		{"reports/b/report.txt", strings.Replace(text, "乙", "甲", 1)},
	} {
		files[change.file] = &fstest.MapFile{Data: []byte(change.text)}
		g, wrong := glossary.Load(files, glossary.OwnFile)
		v, also := theme.Load(files, "themes.yaml")
		if len(wrong)+len(also) > 0 {
			t.Fatal(wrong, also)
		}
		compared := func(store *cache.Store) string {
			reports, _ := report.ReadKept(store, files, "reports")
			corpus, _ := annotate.Reports(reports, g, v, annotate.Every)
			c := compare.New(corpus)
			return rowsOf(c.Compare(c.Pairs[0]))
		}
		want := compared(nil)
		for range 2 {
			if got := compared(store); got != want {
				t.Errorf("%s\ngot\n%s\nwant\n%s", change.text, got, want)
			}
		}
		if want == before {
			t.Errorf("%s changes nothing:\n%s", change.text, want)
		}
		before = want
	}
}

// rowsOf are the rows of a comparison in words.
func rowsOf(c compare.Comparison) (all string) {
	for _, row := range c.Rows {
		for side, r := range c.Pair {
			if s := row.Sections[side]; s != nil {
				all += s.ID
			}
			for _, p := range row.Only[side] {
				all += " " + p.In(r)
			}
			all += "|"
		}
		all += fmt.Sprintln()
	}
	return all
}
