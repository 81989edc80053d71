package search

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/publish"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// written are the files of an index.
func written(c *annotate.Corpus) (map[string][]byte, error) {
	files := map[string][]byte{}
	return files, Write(c, nil, Put(func(path string, content []byte) error {
		files[path] = content
		return nil
	}))
}

// corpus is the real content, of which no report is to be changed.
func corpus(t testing.TB) *annotate.Corpus {
	t.Helper()
	c := *annotated()
	if len(c.Reports) < 5 || len(c.Glossary.Terms) == 0 || len(c.Themes.Themes) == 0 {
		t.Fatal("the content is not there")
	}
	return &c
}

var annotated = sync.OnceValue(annotatedAnew)

func annotatedAnew() *annotate.Corpus {
	content := os.DirFS("../../content")
	reports, _ := report.Read(content, "reports")
	g, _ := glossary.Load(content, glossary.Files...)
	v, _ := theme.Load(content, "themes.yaml")
	c, _ := annotate.Reports(reports, g, v, annotate.FirstInSection)
	return c
}

// scan is the plain way: the units whose key has a key in it.
func scan(keys []string, key string) (found []int) {
	for i, k := range keys {
		if strings.Contains(k, key) {
			found = append(found, i)
		}
	}
	return found
}

// check compares the index with a plain scan, for parts of the texts, parts put
// together that may be nowhere, and the queries given.
func check(t *testing.T, c *annotate.Corpus, queries int, given ...string) {
	t.Helper()
	files, err := written(c)
	if err != nil {
		t.Fatal(err)
	}
	r, x := newReader(t, files)
	contents := contentsOf(c)
	for _, of := range []struct {
		prefix string
		units  []unit
		directory
	}{{"lines/", contents.lines, x.Lines}, {"titles/", contents.titles, x.Titles}} {
		keys := make([]string, len(of.units))
		for i, u := range of.units {
			keys[i] = Key(u.text())
		}
		random := rand.New(rand.NewPCG(1, 2))
		part := func(longest int) []rune {
			for {
				if k := []rune(keys[random.IntN(len(keys))]); len(k) > 0 {
					from := random.IntN(len(k))
					return k[from:min(len(k), from+1+random.IntN(longest))]
				}
			}
		}
		asked := slices.Clone(given)
		for i := range queries {
			q := part(12)
			if i%3 == 0 {
				q = append(slices.Clone(part(3)), part(3)...)
			}
			asked = append(asked, string(q))
		}
		none := 0
		for _, q := range asked {
			if Key(q) == "" {
				continue // nothing but punctuation asks for nothing
			}
			want := scan(keys, Key(q))
			if len(want) == 0 {
				none++
			}
			if got := r.phrase(of.prefix, of.directory, []rune(Key(q))); !slices.Equal(got, want) {
				t.Errorf("%s: %q is found in %d units %.60v, a plain scan finds %d %.60v", of.prefix, q, len(got), fmt.Sprint(got), len(want), fmt.Sprint(want))
			}
		}
		t.Logf("%s: %d units, %d queries, %d of them found nowhere", of.prefix, len(keys), len(asked), none)
	}
}

var fixed = []string{
	"政务", "政務", "地铁", "捷運", "PPP", "ppp", "互联网+", "互联网 +", "的", "一", "路", "发展", "经济社会发展", "火星移民计划", "发展火星",
	"代表：现在", "“三旧”改造", "三旧改造", "6.3%", "2017年", "0.2:42.7:57.1", "1,080", "全面建成小康社会", "中国特色社会主义",
}

func TestFoundIsWhatAScanFinds(t *testing.T) { check(t, corpus(t), 1500, fixed...) }

// Long lists, which five reports do not have.
func TestFoundInManyReports(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes a while")
	}
	c := corpus(t)
	c.Reports = slices.Repeat(c.Reports, 8)
	check(t, c, 500, fixed...)
}

func TestTextsAreShown(t *testing.T) {
	c := corpus(t)
	files, err := written(c)
	if err != nil {
		t.Fatal(err)
	}
	r, x := newReader(t, files)
	var lines [][4]any
	for _, first := range r.units(x.Lines.Chunks, x.Lines.Units) {
		var chunk [][4]any
		if r.texts("lines/", x.Lines, first, &chunk); first != len(lines) {
			t.Fatalf("a chunk begins with %d, the directory says %d", len(lines), first)
		}
		lines = append(lines, chunk...)
	}
	n := 0
	for _, report := range c.Reports {
		for _, p := range report.Paragraphs {
			if lines[n][0] != float64(p.Line) || Key(lines[n][1].(string)) != Key(p.Text) {
				t.Errorf("%s: line %d is %v", report.Slug, p.Line, lines[n])
			}
			heading := "" // of the section that the line is in but does not begin
			if e := report.HeadingOf(p); e != nil && (e.Line != p.Line || e.Column > len([]rune(p.Text))) {
				heading = report.Heading(*e)
			}
			if lines[n][2] != heading {
				t.Errorf("%s: line %d stands under %q, want %q", report.Slug, p.Line, lines[n][2], heading)
			}
			n++
		}
		for ; n%step > 0; n++ {
			if lines[n] != [4]any{} {
				t.Errorf("%s: after its lines is %v", report.Slug, lines[n])
			}
		}
	}
	if n != len(lines) {
		t.Errorf("%d lines, want %d", len(lines), n)
	}
	for i, theme := range c.Themes.Themes {
		var list string
		r.file(fmt.Sprintf("themes/%d-%s", i, x.Lists[i]), &list)
		units := r.units(list, x.Lines.Units)
		if len(units) != x.Themed[i] || len(c.Sections[theme.ID]) > 0 && len(units) == 0 {
			t.Errorf("%s has %d lines, the index says %d", theme.ID, len(units), x.Themed[i])
		}
		for _, u := range units {
			if !slices.Contains(lines[u][3].([]any), any(float64(i))) {
				t.Errorf("line %v is listed under %s", lines[u], theme.ID)
			}
		}
	}
}

// The index of many reports is in few files for their length, none of them long: texts are
// compressed in them, and titles have small ones.
func TestFilesAreFew(t *testing.T) {
	c := corpus(t)
	c.Reports = slices.Repeat(c.Reports, 8)
	files, err := written(c)
	if err != nil {
		t.Fatal(err)
	}
	contents := contentsOf(c)
	length, longest := 0, 0
	for _, u := range slices.Concat(contents.lines, contents.titles) {
		length += len(u.text())
	}
	for _, file := range files {
		longest = max(longest, len(file))
	}
	if most := length/4_900 + len(c.Themes.Themes); len(files) > most {
		t.Errorf("texts of %d bytes are in %d files, more than %d", length, len(files), most)
	}
	if longest > 400<<10 {
		t.Errorf("a file has %d bytes", longest)
	}
}

func TestFilesAreDeterministic(t *testing.T) {
	c := corpus(t)
	a, err := written(c)
	if err != nil {
		t.Fatal(err)
	}
	if b, _ := written(c); !reflect.DeepEqual(a, b) {
		t.Error("a second run writes other files")
	}
	for file := range a {
		if stays := strings.Contains(publish.CacheControl(file), "immutable"); stays != (file != Index) {
			t.Errorf("a browser is told that %s stays as it is: %t", file, stays)
		}
	}
}

// Texts stay data: whatever they hold, a file is one call with literals, in
// which nothing ends a script element or a line of JavaScript. What is withheld
// or set aside is in no file.
func TestHostileTexts(t *testing.T) {
	file, err := os.ReadFile("../testdata/hostile.json")
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string][]string{}
	if err := json.Unmarshal(file, &kinds); err != nil {
		t.Fatal(err)
	}
	c := &annotate.Corpus{Glossary: &glossary.Glossary{}, Themes: &theme.Vocabulary{}}
	for kind, texts := range kinds {
		for i, hostile := range texts {
			id := fmt.Sprintf("%s-%d", kind, i)
			c.Reports = append(c.Reports, &report.Report{
				Slug: id, Script: "zh-Hans", Meta: report.Meta{Title: hostile, Type: hostile, Region: report.Region{Path: []string{hostile}}},
				Lines:      []report.Line{{Text: "联系人13800000000", End: "\n"}, {Text: "一、" + hostile, End: "\n"}, {Text: hostile}},
				Paragraphs: []report.Paragraph{{Line: 2, Kind: report.Heading, Section: "s1", Text: "一、" + hostile}, {Line: 3, Kind: report.Text, Section: "s1", Text: hostile}},
				Outline:    []report.Entry{{ID: "s1", Kind: report.Block, Level: 1, Line: 2, TitleLine: 2, End: 100, Title: hostile}},
				Debris:     []report.Debris{{Line: 1, Reason: report.PersonalData, Text: "13800000000"}},
			})
			c.Glossary.Terms = append(c.Glossary.Terms, glossary.Term{ID: id, Term: hostile, Gloss: hostile, Aliases: []string{hostile}})
			c.Themes.Themes = append(c.Themes.Themes, theme.Theme{ID: id, Name: hostile})
		}
	}
	check(t, c, 200, "pwned()", "script", "𠮷")
	files, _ := written(c)
	call := regexp.MustCompile(`^jianzhu\.[a-z.]+\(("([^"\\]|\\.)*"|[-\d.]+|true|false|null|[][{},:])+\);?\n$`)
	for name, text := range files {
		if bytes.ContainsAny(text, "<>\u2028\u2029") || !call.Match(text) {
			t.Errorf("%s: %.200s", name, text)
		}
		if bytes.Contains(text, []byte("13800000000")) {
			t.Errorf("%s has what is withheld", name)
		}
	}
}

func TestNothing(t *testing.T) {
	files, err := written(&annotate.Corpus{})
	if err != nil || len(files) != 1 {
		t.Errorf("%d files of nothing, %v", len(files), err)
	}
}
