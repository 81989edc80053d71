package annotate

import (
	"cmp"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"jianzhu/generator/cache"
	"jianzhu/generator/problem"
	"jianzhu/generator/report"
)

// relations checks that related sections are sections of other reports, each
// named once, and that a reason is given.
func relations(t *testing.T, c *Corpus) {
	t.Helper()
	type place struct {
		report, section string
		line            int
	}
	sections := map[place]bool{}
	for _, r := range c.Reports {
		for _, e := range r.Outline {
			sections[place{r.Slug, e.ID, e.Line}] = e.Opens()
		}
	}
	for _, r := range c.Reports {
		for _, e := range r.Outline {
			seen := map[place]bool{}
			for _, x := range e.Related {
				at := place{x.Report, x.Section, x.Line}
				if !sections[at] || seen[at] || x.Report == r.Slug || len(x.Terms) == 0 || len(x.Terms)+len(x.Themes) < 2 {
					t.Errorf("%s:%d: related to %+v", r.Slug, e.Line, x)
				}
				seen[at] = true
			}
			if len(e.Related) > 3 || len(e.Related) > 0 && !e.Opens() {
				t.Errorf("%s:%d: %d related sections", r.Slug, e.Line, len(e.Related))
			}
		}
	}
}

// Annotating again, with the reports in another order, relates the same.
func TestRelatedIsDeterministic(t *testing.T) {
	c, _ := read(os.DirFS("../../content"), FirstInSection)
	found := func() map[string][]report.Related {
		all := map[string][]report.Related{}
		for _, r := range c.Reports {
			for _, e := range r.Outline {
				if len(e.Related) > 0 {
					all[r.Slug+" "+e.ID] = e.Related
				}
			}
		}
		return all
	}
	first := found()
	if len(first) < 49 { // two were related by 低保 and 低保边缘, which are not one
		t.Errorf("%d sections of the reports have related ones", len(first))
	}
	turned := make([]*report.Report, len(c.Reports))
	for i, r := range c.Reports {
		turned[len(turned)-1-i] = r
	}
	c, _ = Reports(turned, c.Glossary, c.Themes, FirstInSection)
	if again := found(); !reflect.DeepEqual(first, again) {
		t.Error("annotated again, other sections are related")
	}
}

// What is kept of related sections is taken only where all sections have what they had.
func TestRelatedKept(t *testing.T) {
	files := fstest.MapFS{"themes.yaml": {Data: []byte("themes: [{id: a, name: 甲, keywords: [改革]}, {id: b, name: 乙, keywords: [学校]}]\n")}}
	glossary := "- {term: 网格化, pinyin: wǎng gé huà, gloss: 分片, senses: [{definition: 分片。}]}\n- {term: 放管服, pinyin: fàng guǎn fú, gloss: 三件事, senses: [{definition: 三件事。}]}\n"
	glossary += "- {term: 一网通办, pinyin: yì wǎng tōng bàn, gloss: 一处办, senses: [{definition: 一处办。}]}\n"
	files["glossary.yaml"] = &fstest.MapFile{Data: []byte(glossary)}
	for _, slug := range []string{"a", "b", "c", "d", "e"} {
		text := "一、改革\n推进网格化，深化“放管服”改革。\n二、学校\n新建学校。\n三、道路\n修路。\n四、水利\n修渠。\n"
		if slug > "b" {
			text = "一、道路\n修路。\n二、改革\n深化改革。\n三、水利\n修渠。\n四、林业\n种树。\n五、渔业\n养鱼。\n"
		}
		files["reports/"+slug+"/report.yaml"] = &fstest.MapFile{Data: []byte("title: 报告\n")}
		files["reports/"+slug+"/report.txt"] = &fstest.MapFile{Data: []byte(text)}
	}
	replace := func(file, old, new string) func() {
		return func() {
			files[file] = &fstest.MapFile{Data: []byte(strings.Replace(string(files[file].Data), old, new, 1))}
		}
	}
	related := func(store *cache.Store) (all string) {
		c, problems := readKept(store, files, Every)
		if problem.HasErrors(problems) {
			t.Fatal(problems)
		}
		for _, r := range c.Reports {
			for _, e := range r.Outline {
				all += fmt.Sprintln(r.Slug, e.ID, e.Related)
			}
		}
		return all
	}
	store := cache.Open(t.TempDir(), "program")
	defer store.Close(false)
	before := ""
	for _, change := range []func(){
		func() {},
		replace("reports/b/report.txt", "一、", "前言。\n一、"),
		replace("reports/c/report.txt", "深化改革", "推进网格化，深化“放管服”改革"),
		replace("reports/b/report.txt", "推进网格化，", ""),
		replace("reports/d/report.txt", "修路", "推进网格化，深化“放管服”"),
		replace("reports/d/report.txt", "网格化", "一网通办"),
		replace("themes.yaml", "[改革]", "[改造]"),
	} {
		change()
		want := related(nil)
		for range 2 {
			if got := related(store); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		}
		if want == before {
			t.Errorf("a change changes nothing of\n%s", want)
		}
		before = want
	}
}

// BenchmarkRelate relates the sections of the project's reports, as often as it
// takes to have so many reports.
func BenchmarkRelate(b *testing.B) {
	c, _ := read(os.DirFS("../../content"), FirstInSection)
	for _, reports := range []int{10, 100, 1000} {
		b.Run(fmt.Sprint(reports), func(b *testing.B) {
			var subjects []subject
			for i := range reports {
				r := *c.Reports[i%len(c.Reports)]
				r.Slug = fmt.Sprint(i)
				r.Outline = append([]report.Entry(nil), r.Outline...)
				shown := displayed(&r)
				for j := range r.Outline {
					if p, _ := passage(&r, shown, j, make([][]report.Label, len(r.Outline))); r.Outline[j].Opens() && p.Text != "" {
						subjects = append(subjects, subjectOf(&r, &r.Outline[j], p.Terms, c.Glossary))
					}
				}
			}
			for b.Loop() {
				relatives(subjects, 0)
			}
		})
	}
}

// What the search for the nearest leaves out would not have been among them.
func TestNearestOfAll(t *testing.T) {
	c, _ := read(os.DirFS("../../content"), FirstInSection)
	k := newKin(c.subjects)
	found := 0
	for i := range k.subjects {
		var want []int
		scores := map[int]float64{}
		done := k.compare(i)
		for j := range k.subjects {
			term := slices.ContainsFunc(k.shared(i, j), func(t trait) bool { return t.theme == "" })
			if scores[j] = k.score(i, j); term && scores[j] >= kinship && k.subjects[i].report != k.subjects[j].report {
				want = append(want, j)
			}
		}
		done()
		slices.SortStableFunc(want, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
		want = want[:min(len(want), mostRelated)]
		if got := k.nearest(i); !slices.Equal(got, want) {
			t.Errorf("%s %s: %v are nearest, want %v", k.subjects[i].report.Slug, k.subjects[i].entry.ID, got, want)
		}
		found += len(want)
	}
	if found < 60 { // enough to try the search on
		t.Errorf("%d are too few", found)
	}
}
