package search

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"jianzhu/generator/annotate"
	"jianzhu/generator/cache"
	"jianzhu/generator/report"
)

// editor changes a corpus at random.
type editor struct {
	*rand.Rand
	*annotate.Corpus
}

// report is a copy of one of the reports in its place, which may be changed.
func (e editor) report() *report.Report {
	at := e.IntN(len(e.Reports))
	r := *e.Reports[at]
	r.Paragraphs = slices.Clone(r.Paragraphs)
	e.Reports[at] = &r
	return &r
}

var edits = []struct {
	name string
	do   func(editor)
}{
	{"words", func(e editor) {
		r := e.report()
		p := &r.Paragraphs[e.IntN(len(r.Paragraphs))]
		runes := []rune(p.Text)
		p.Text = string(slices.Insert(runes, e.IntN(len(runes)+1), []rune("此处已改")...))
	}},
	{"a paragraph more", func(e editor) {
		r := e.report()
		r.Paragraphs = append(r.Paragraphs, report.Paragraph{Line: len(r.Lines), Kind: report.Text, Text: fmt.Sprintf("第%d段。", e.IntN(1000))})
	}},
	{"a paragraph less", func(e editor) {
		r := e.report()
		r.Paragraphs = r.Paragraphs[:max(1, len(r.Paragraphs)-1)]
	}},
	{"a title", func(e editor) { e.report().Meta.Title += "改" }},
	{"a report more", func(e editor) {
		e.Reports = slices.Insert(e.Reports, e.IntN(len(e.Reports)+1), e.Reports[e.IntN(len(e.Reports))])
	}},
	{"a report less", func(e editor) {
		at := e.IntN(len(e.Reports))
		e.Reports = slices.Delete(e.Reports, at, at+1)
	}},
	{"nothing", func(editor) {}},
}

// An index made with what is kept of earlier ones is the one that is made without.
func TestKept(t *testing.T) {
	dir := t.TempDir()
	e := editor{rand.New(rand.NewPCG(5, 6)), corpus(t)}
	for range 25 {
		edit := edits[e.IntN(len(edits))]
		edit.do(e)
		store := cache.Open(dir, "program")
		with, err := writtenWith(e.Corpus, store)
		if err == nil {
			err = store.Close(true)
		}
		if err != nil {
			t.Fatal(err)
		}
		if without, _ := written(e.Corpus); !maps.EqualFunc(with, without, bytes.Equal) {
			t.Fatalf("after %s the index is another one", edit.name)
		}
	}
}

// An edit changes the files of its words, and few besides.
func TestFilesStay(t *testing.T) {
	c := corpus(t)
	c.Reports = slices.Repeat(c.Reports, 16)
	before, err := written(c)
	if err != nil {
		t.Fatal(err)
	}
	for i, name := range []string{"words", "a paragraph more"} {
		e := editor{rand.New(rand.NewPCG(7, 8)), &annotate.Corpus{}}
		*e.Corpus = *c
		e.Reports = slices.Clone(c.Reports)
		edits[i].do(e)
		after, err := written(e.Corpus)
		if err != nil {
			t.Fatal(err)
		}
		changed := 0
		for file, text := range after {
			if !bytes.Equal(before[file], text) {
				changed++
			}
		}
		if edits[i].name != name || changed == 0 || changed > len(after)/4 {
			t.Errorf("%s: %d of %d files change", name, changed, len(after))
		}
		t.Logf("%s: %d of %d files change", name, changed, len(after))
	}
}
