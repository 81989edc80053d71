package search

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"jianzhu/generator/annotate"
	"jianzhu/generator/report"
)

// recombined is a corpus of n reports of about 15,000 characters, made of the
// paragraphs of a corpus's reports, always the same ones.
func recombined(c *annotate.Corpus, n int) *annotate.Corpus {
	random := rand.New(rand.NewPCG(2017, 5))
	type source struct {
		p report.Paragraph
		e []report.Entry
	}
	var all []source
	for _, r := range c.Reports {
		for p, entries := range r.All() {
			all = append(all, source{p, entries})
		}
	}
	many := *c
	many.Reports = nil
	for i := range n {
		like := c.Reports[i%len(c.Reports)]
		r := &report.Report{Slug: fmt.Sprintf("report-%d", i), Meta: like.Meta, Script: like.Script}
		r.Meta.Title = fmt.Sprintf("%s（第%d号）", like.Meta.Title, i)
		r.Meta.Year = 1990 + i%40
		for characters := 0; characters < 15000; {
			s := all[random.IntN(len(all))]
			line := len(r.Lines) + 1
			r.Lines = append(r.Lines, report.Line{Text: s.p.Text, End: "\n"})
			id := ""
			for k, e := range s.e {
				if e.Opens() {
					id = fmt.Sprintf("s%d-%d", line, k)
					e.ID, e.Line, e.TitleLine = id, line, line
					r.Outline = append(r.Outline, e)
				}
			}
			r.Paragraphs = append(r.Paragraphs, report.Paragraph{Line: line, Kind: s.p.Kind, Section: id, Text: s.p.Text})
			characters += len([]rune(s.p.Text))
		}
		many.Reports = append(many.Reports, r)
	}
	return &many
}

// BenchmarkWrite measures five reports; with -reports 1000 that many.
func BenchmarkWrite(b *testing.B) {
	c := corpus(b)
	if *reports > 0 {
		c = recombined(c, *reports)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Write(c); err != nil {
			b.Fatal(err)
		}
	}
}

// TestSize reports what there is on disk; with -reports 1000 for that many.
func TestSize(t *testing.T) {
	c := corpus(t)
	if *reports > 0 {
		c = recombined(c, *reports)
	}
	start := time.Now()
	files, err := Write(c)
	if err != nil {
		t.Fatal(err)
	}
	took := time.Since(start)
	raw, compressed, largest := 0, 0, 0
	for _, text := range files {
		var z bytes.Buffer
		w := gzip.NewWriter(&z)
		w.Write(text)
		w.Close()
		raw, compressed, largest = raw+len(text), compressed+z.Len(), max(largest, z.Len())
	}
	t.Logf("%d reports: %d files, %d bytes, %d compressed, the largest %d; %v", len(c.Reports), len(files), raw, compressed, largest, took)
	t.Logf("search/index.js: %d", len(files["search/index.js"]))
	if *reports == 0 && largest > 64<<10 {
		t.Errorf("a file of %d bytes, compressed", largest)
	}
}
