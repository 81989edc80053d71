package report

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"jianzhu/generator/cache"
	"jianzhu/generator/cases"
	"jianzhu/generator/tongue"
)

// shownAll has all made that is shown of reports, which is else made when it is asked for.
func shownAll(reports ...*Report) {
	for _, r := range reports {
		for _, p := range r.Paragraphs {
			p.Shown()
		}
	}
}

// What is kept of a report is all of it: of every text that there is for tests.
func TestReadAs(t *testing.T) {
	store := cache.Open(t.TempDir(), "program")
	defer store.Close(false)
	texts := map[string][]byte{}
	for i, c := range cases.All(t, "testdata/*/*.txtar") {
		for _, f := range c.Files {
			texts[fmt.Sprintf("%s (%d) %s", c.Name(), i, f.Name)] = f.Data
		}
	}
	whole, _ := filepath.Glob("../../content/reports/*/report.txt")
	for _, name := range whole {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts[name] = text
	}
	if len(whole) == 0 {
		t.Fatal("there are no texts")
	}
	for name, text := range texts {
		r, problems := Parse("a", text, Meta{Title: "甲", Year: 2025, lines: map[string]int{"title": 1}})
		if r == nil {
			continue
		}
		key := cache.KeyOf([]byte(name))
		cache.Keep(store, key, r.readAs(problems))
		kept, ok := cache.Recall[readAs](store, key)
		if !ok {
			t.Fatalf("%s is not kept", name)
		}
		got := kept.report()
		shownAll(got)
		if got.Characters() != r.Characters() {
			t.Errorf("%s has %d characters, not %d", name, got.Characters(), r.Characters())
		}
		got.words, got.characters = r.words, r.characters
		if !reflect.DeepEqual(got, r) || !reflect.DeepEqual(kept.Problems, problems) {
			t.Errorf("%s is read as something else", name)
		}
	}
}

// A report is read once as long as its files say the same.
func TestReadKept(t *testing.T) {
	files := fstest.MapFS{
		"reports/a/report.txt":  {Data: []byte("一、改革\n改革正文。\n")},
		"reports/a/report.yaml": {Data: []byte("title: 甲\n")},
		"reports/a/notes.yaml":  {Data: []byte("- quote: 改革正文\n  body: 注。\n")},
	}
	dir := t.TempDir()
	finds := 0
	read := func(files fstest.MapFS, from string) (*Report, int) {
		t.Helper()
		store := cache.Open(from, "program")
		defer store.Close(false)
		reports, problems := ReadKept(store, files, "reports")
		want, also := Read(files, "reports")
		if !reflect.DeepEqual(problems, also) || len(reports) != len(want) {
			t.Fatalf("%d reports, %v; want %d, %v", len(reports), problems, len(want), also)
		}
		before := finds
		if got := Once(reports[0], "length", Grounds("x"), func() int { finds++; return len(want[0].Paragraphs) }); got != len(want[0].Paragraphs) {
			t.Errorf("found %d, want %d", got, len(want[0].Paragraphs))
		}
		reports[0].origin, reports[0].words, reports[0].characters = origin{}, want[0].words, want[0].characters
		shownAll(reports...)
		if !reflect.DeepEqual(reports, want) {
			t.Error("it is read as something else")
		}
		return reports[0], finds - before
	}
	read(files, dir)
	if _, n := read(files, dir); n != 0 {
		t.Error("what was found is sought again")
	}
	for name, text := range map[string]string{
		"report.txt": "一、改革\n改革正文。\n再一段。\n", "report.yaml": "title: 乙\n", "notes.yaml": "- quote: 改革正文\n  body: 又注。\n", "more.yaml": "x",
	} {
		changed := maps.Clone(files)
		changed["reports/a/"+name] = &fstest.MapFile{Data: []byte(text)}
		if _, n := read(changed, dir); n != 1 {
			t.Errorf("%s is another, and what was found is taken", name)
		}
	}
	wrong := maps.Clone(files)
	wrong["reports/a/notes.yaml"] = &fstest.MapFile{Data: []byte("- quote: 没有\n  body: 注。\n")}
	for range 2 { // what is wrong is told each time
		store := cache.Open(dir, "program")
		if _, problems := ReadKept(store, wrong, "reports"); len(problems) != 1 || !strings.Contains(problems[0].Message, "没有") {
			t.Errorf("%v", problems)
		}
		store.Close(false)
	}
}

// Warnings that are kept are told in the language of who reads them.
func TestKeptInLanguages(t *testing.T) {
	defer tongue.Use("")
	files := fstest.MapFS{
		"reports/a/report.txt":  {Data: []byte("一、改革\n改革正文。\n")},
		"reports/a/report.yaml": {Data: []byte("title: 甲\n")},
		"reports/a/more.yaml":   {Data: []byte("x")},
	}
	dir := t.TempDir()
	for locale, want := range map[string]string{"en": "a file that is not read", "zh": tongue.Chinese()["a file that is not read"]} {
		tongue.Use(locale)
		store := cache.Open(dir, "program")
		if _, problems := ReadKept(store, files, "reports"); len(problems) != 1 || problems[0].Message != want {
			t.Errorf("%s: %v, want %s", locale, problems, want)
		}
		store.Close(false)
	}
}

type openFunc func(name string) (fs.File, error)

func (o openFunc) Open(name string) (fs.File, error) { return o(name) }

// What is read of a text that changes meanwhile is not kept as what stood there before.
func TestReadWhileWritten(t *testing.T) {
	const text = "reports/a/report.txt"
	first := &fstest.MapFile{Data: []byte("一、改革\n改革正文。\n")}
	second := &fstest.MapFile{Data: []byte("二、开放\n开放正文。\n")}
	for after := 1; after < 4; after++ { // as often the text is opened, if it is
		files := fstest.MapFS{text: first, "reports/a/report.yaml": {Data: []byte("title: 甲\n")}}
		store := cache.Open(t.TempDir(), "program")
		opened := 0
		ReadKept(store, openFunc(func(name string) (fs.File, error) {
			f, err := files.Open(name)
			if name == text {
				if opened++; opened == after {
					files[text] = second
				}
			}
			return f, err
		}), "reports")
		for file, want := range map[*fstest.MapFile]string{first: "一、改革", second: "二、开放"} {
			files[text] = file
			got, _ := ReadKept(store, files, "reports")
			if opened == 0 || len(got) != 1 || got[0].Paragraphs[0].Text != want {
				t.Errorf("changed after reading %d: read as %+v, want %s", after, got, want)
			}
		}
		store.Close(false)
	}
}
