package markdown

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// largestPage is in bytes of HTML, before layouts add some 10 KB.
const largestPage = 390_000

// A site grows as its reports do, and its pages of names slower, for most names stand
// in one report; no page outgrows what a browser likes to load.
func TestSize(t *testing.T) {
	small, large := sizeOf(t, 64), sizeOf(t, 256)
	if large.bytes > 9*small.bytes/2 {
		t.Errorf("64 reports have %d bytes, 256 have %d", small.bytes, large.bytes)
	}
	for _, kind := range []string{"term", "indicator", "document"} {
		if a, b := small.pages[kind], large.pages[kind]; a == 0 || b > 2*a {
			t.Errorf("64 reports have %d pages of type %s, 256 have %d", a, kind, b)
		}
	}
	if n := large.pages["embed"]; n > 256+2*(large.pages["term"]+large.pages["indicator"]) {
		t.Errorf("256 reports have %d frames", n)
	}
	if n := large.bytes / 256; n > 68_000 {
		t.Errorf("a report of 5,000 bytes costs %d", n)
	}
}

type size struct {
	pages map[string]int // by type
	bytes int            // of all forms of them
}

// sizeOf is the size of a site of n reports of 40 lines, each with what all have, what
// some have, and what no other has.
func sizeOf(t *testing.T, n int) size {
	t.Helper()
	stems := []rune("甲乙丙丁戊己庚辛壬癸")
	name := func(i int) string {
		var b strings.Builder
		for _, digit := range fmt.Sprintf("%03d", i) {
			b.WriteRune(stems[digit-'0'])
		}
		return b.String()
	}
	files := fstest.MapFS{
		"glossary.yaml": {Data: []byte("- {term: 放管服, pinyin: fàng guǎn fú, gloss: 三件事, senses: [{definition: 三件事。}]}")},
		"themes.yaml":   {Data: []byte("themes: [{id: reform, name: 改革, english: Reform, keywords: [放管服改革]}]")},
	}
	for i := range n {
		var b strings.Builder
		b.WriteString("一、深化放管服改革\n落实《预算法》。\n")
		for line := range 18 {
			fmt.Fprintf(&b, "推进放管服改革，提高服务水平，地区生产总值增长%d%%。新建第%d号缆车站%d座。\n", 3+line%5, i, line+2)
		}
		fmt.Fprintf(&b, "落实《第%d号规划》。产量达到%d万吨，%s水泥厂产量达到3万吨。\n", i, i+2, name(i/2))
		fmt.Fprintf(&b, "建设“%s工程”。\n名词解释\n“%s工程”：指第%d件大事，由县里办。\n", name(i), name(i), i)
		files[fmt.Sprintf("reports/r%d/report.txt", i)] = &fstest.MapFile{Data: []byte(b.String())}
		files[fmt.Sprintf("reports/r%d/report.yaml", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, "title: 第%d县政府工作报告\nyear: %d", i, 2000+i%20)}
	}
	reports, _ := report.Read(files, "reports")
	terms, _ := glossary.Load(files, glossary.OwnFile)
	themes, _ := theme.Load(files, "themes.yaml")
	c, _ := annotate.Reports(reports, terms, themes, annotate.FirstInSection)
	pages, _ := Write(c, fstest.MapFS{}, "/")
	made := size{pages: map[string]int{}}
	for _, p := range append(pages, Site{}.Embeds(c)...) {
		if strings.Count(p.Path, "/") == 1 || p.Front.Type != "indicator" { // what follows on further pages grows with the values
			made.pages[p.Front.Type]++
		}
		forms, err := p.Forms()
		if err != nil {
			t.Fatal(err)
		}
		made.bytes += len(forms.File) + len(forms.Published) + len(forms.HTML) + len(forms.Frame)
		if n := len(forms.HTML); n > largestPage {
			t.Errorf("%s has %d bytes", p.HTMLPath(), n)
		}
	}
	return made
}
