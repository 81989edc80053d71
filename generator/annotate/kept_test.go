package annotate

import (
	"fmt"
	"testing"
	"testing/fstest"

	"jianzhu/generator/cache"
	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// TestKept: what is kept of the themes and the numbers of a report is taken only where its
// terms and the vocabulary are as they were.
func TestKept(t *testing.T) {
	const (
		terms  = "[{term: 网格化, pinyin: wǎng gé huà, gloss: 分片管理, theme: a, senses: [{definition: 分片管理。}]}]"
		themes = "themes:\n  - {id: a, name: 甲, keywords: [改革, 营商环境]}\n  - {id: b, name: 乙, keywords: [公园]}\n"
	)
	files := fstest.MapFS{
		"reports/a/report.yaml": {Data: []byte("title: 报告\n")},
		"reports/a/report.txt":  {Data: []byte("一、推进改革\n优化营商环境，建设公园。推进网格化。公园改革试点。\n二、建设公园\n新建100个公园。\n")},
	}
	store := cache.Open(t.TempDir(), "program")
	defer store.Close(false)
	before := map[string]bool{}
	for _, of := range []struct{ terms, themes string }{
		{terms, themes},
		{"[]", themes},
		{"[{term: 100个公园, pinyin: yī bǎi gè gōng yuán, gloss: 名称, senses: [{definition: 名称。}]}]", themes},
		{terms, themes + "neutral: [公园改革]\n"},
		{terms, "themes:\n  - {id: a, name: 甲, keywords: [改革]}\n  - {id: b, name: 乙, keywords: [公园]}\n"},
		{terms, "themes:\n  - {id: a, name: 甲, keywords: [改革, 营商环境]}\n  - {id: b, name: 乙, keywords: [公园], terms: [wang-ge-hua]}\n"},
	} {
		files["glossary.yaml"], files["themes.yaml"] = &fstest.MapFile{Data: []byte(of.terms)}, &fstest.MapFile{Data: []byte(of.themes)}
		g, wrong := glossary.Load(files, glossary.OwnFile)
		v, also := theme.Load(files, "themes.yaml")
		if len(wrong)+len(also) > 0 {
			t.Fatal(wrong, also)
		}
		labelled := func(store *cache.Store) (all string) {
			reports, _ := report.ReadKept(store, files, "reports")
			c, _ := Reports(reports, g, v, Every)
			for _, subject := range v.Themes {
				for _, s := range c.Sections[subject.ID] {
					all += fmt.Sprintln(s.Entry.ID, s.Label, s.Excerpt)
				}
			}
			return fmt.Sprintf("%s%+v", all, reports[0].Indicators)
		}
		want := labelled(nil)
		for range 2 {
			if got := labelled(store); got != want {
				t.Errorf("%v\ngot  %s\nwant %s", of, got, want)
			}
		}
		if before[want] {
			t.Errorf("%v changes nothing", of)
		}
		before[want] = true
	}
}
