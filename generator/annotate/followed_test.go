package annotate

import (
	"fmt"
	"testing"
	"testing/fstest"

	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// A site of few reports follows all; one of many what enough of them share. What is
// not followed stays with its reports.
func TestPagesForWhatIsShared(t *testing.T) {
	of := func(n int) *Corpus {
		files := fstest.MapFS{}
		for i := range n {
			text := fmt.Sprintf("一、2010年工作\n地区生产总值增长8%%。开通第%d号缆车线路%d条。落实《第%d号规划》和《预算法》。\n", i, i+2, i)
			if i < 2 {
				text += "铸造产量达到5万吨。\n"
			}
			text += "建设一二三四五六七工程。\n"
			if i == 0 {
				text += "建设灯塔车间。\n名词解释\n灯塔车间：指示范车间。\n一二三四五六七工程：指七件事。\n"
			}
			slug := fmt.Sprintf("r%03d", i)
			files["reports/"+slug+"/report.txt"] = &fstest.MapFile{Data: []byte(text)}
			files["reports/"+slug+"/report.yaml"] = &fstest.MapFile{Data: fmt.Appendf(nil, "title: 第%d县政府工作报告\nyear: 2011\n", i)}
		}
		reports, problems := report.Read(files, "reports")
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		c, _ := Reports(reports, &glossary.Glossary{}, &theme.Vocabulary{}, FirstInSection)
		return c
	}
	few, many := of(5), of(64)
	if few.Enough() != 1 || many.Enough() != 3 {
		t.Errorf("enough are %d of 5, %d of 64", few.Enough(), many.Enough())
	}
	for _, test := range []struct {
		c         *Corpus
		indicator string
		follows   bool
	}{
		{few, "铸造产量", true}, {many, "铸造产量", false}, {few, "地区生产总值", true}, {many, "地区生产总值", true},
	} {
		if got := test.c.Indicator(test.indicator) != nil; got != test.follows {
			t.Errorf("of %d reports %s is followed: %v", len(test.c.Reports), test.indicator, got)
		}
	}
	for _, test := range []struct {
		c       *Corpus
		term    string
		follows bool
		address string
	}{
		{few, "灯塔车间", true, "glossary/deng-ta-che-jian/"},
		{many, "灯塔车间", false, "reports/r000/#term-deng-ta-che-jian"},
		{many, "一二三四五六七工程", true, "glossary/yi-er-san-si-wu-liu-qi-gong-cheng/"},
	} {
		own := test.c.Glossary.Own(test.term)
		if own == nil {
			t.Fatalf("%s is no term", test.term)
		}
		if got := test.c.TermAddress(own.ID); test.c.Follows(own) != test.follows || got != test.address {
			t.Errorf("of %d reports %s is at %s", len(test.c.Reports), test.term, got)
		}
	}
	pages := func(c *Corpus) (n int) {
		for _, d := range c.Documents {
			if !d.Alone {
				n++
			}
		}
		return n
	}
	if a, b := pages(few), pages(many); a != 6 || b != 1 {
		t.Errorf("%d and %d documents have pages", a, b)
	}
	for _, r := range many.Reports {
		for _, ref := range r.References {
			if ref.Linked != (ref.Title == "预算法") {
				t.Errorf("《%s》 is linked: %v", ref.Title, ref.Linked)
			}
		}
	}
}
