package annotate

import (
	"cmp"
	"fmt"
	"strings"
	"testing"

	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// describeDocuments writes each document with its mentions.
func describeDocuments(b *strings.Builder, c *Corpus) {
	for _, d := range c.Documents {
		fmt.Fprintf(b, "document %s %s %s", d.ID, d.Title, cmp.Or(d.Kind, "-"))
		for _, y := range d.Years {
			fmt.Fprintf(b, " %d–%d", y.From, y.To)
		}
		if d.Issuer.Name != "" {
			fmt.Fprintf(b, " by %s", d.Issuer.Name)
			if d.Issuer.Report != nil {
				fmt.Fprintf(b, " (%s:%d)", d.Issuer.Report.Slug, d.Issuer.Line)
			}
		}
		b.WriteString("\n")
		for _, v := range d.Variants {
			fmt.Fprintf(b, "\tor %s\n", v)
		}
		for _, m := range d.Mentions {
			fmt.Fprintf(b, "\t%s:%d %s|%s|%s\n", m.Report.Slug, m.Reference.Line, m.Before, report.DisplayString(m.Reference.Title), m.After)
		}
	}
}

// mentions holds references and documents to the laws: each reference is in the
// source, each document has all of its mentions, and no link stands in a heading,
// in another link, or twice where the first is meant.
func mentions(t *testing.T, c *Corpus, link Linking) {
	t.Helper()
	count := map[string]int{}
	for _, r := range c.Reports {
		may, sections := linkable(r), numberedSections(r)
		linked := map[int][]run{}
		seen := map[[2]string]bool{}
		for _, x := range r.References {
			count[x.ID]++
			line, marked := []rune(r.From(x.Line)), "《"+x.Title+"》"
			if !strings.HasPrefix(string(line[x.Column:]), marked) {
				t.Errorf("%s:%d: reference %q is not the source", r.Slug, x.Line, x.Title)
			}
			if !x.Linked {
				continue
			}
			in, at := runOf(r, x.Line, x.Column, marked)
			if x.ID == "" || !may.inText(in, at.start) || at.meets(linked[in]) {
				t.Errorf("%s:%d: 《%s》 is a link", r.Slug, x.Line, x.Title)
			}
			linked[in] = append(linked[in], at)
			place := [2]string{x.ID, sections[in]}
			if seen[place] && link == FirstInSection {
				t.Errorf("%s:%d: 《%s》 is linked again in section %q", r.Slug, x.Line, x.Title, place[1])
			}
			seen[place] = true
		}
		for _, o := range r.Terms {
			if in, at := runOf(r, o.Line, o.Offset, o.Surface); o.Linked && at.meets(linked[in]) {
				t.Errorf("%s:%d: %s is a link within a link", r.Slug, o.Line, o.Surface)
			}
		}
	}
	for _, d := range c.Documents {
		if count[d.ID] != len(d.Mentions) || d.Title == "" {
			t.Errorf("document %s %q: %d mentions, %d references", d.ID, d.Title, len(d.Mentions), count[d.ID])
		}
		delete(count, d.ID)
	}
	delete(count, "")
	if len(count) > 0 {
		t.Errorf("references name what are no documents: %v", count)
	}
}

func TestTitleKey(t *testing.T) {
	for _, test := range []struct{ a, b string }{
		{" “健康中国 2030 ” 规划纲要", "健康中国２０３０规划纲要"},
		{"关于印发《要点》的通知", "关于印发〈要点〉的通知"},
		{"规划(2016－2020年)", "規劃（2016——2020年）"},
		{"\u200b办法", "辦法\ufeff"},
	} {
		if titleKey(test.a) != titleKey(test.b) {
			t.Errorf("%q and %q: keys %q and %q", test.a, test.b, titleKey(test.a), titleKey(test.b))
		}
	}
	if titleKey("规划（2016年）") == titleKey("规划（2017年）") {
		t.Error("two years have one key")
	}
}

// Two titles whose hashes begin with the same eight digits are still two documents.
func TestDocumentIDsClash(t *testing.T) {
	r, _ := report.Parse("a", []byte("一、甲\n《办法14906》，《办法33759》。"), report.Meta{Title: "甲"})
	c, _ := Reports([]*report.Report{r}, &glossary.Glossary{}, &theme.Vocabulary{}, FirstInSection)
	if len(c.Documents) != 2 || len(c.Documents[0].ID)+len(c.Documents[1].ID) != 8+16 {
		t.Errorf("documents %+v", c.Documents)
	}
}

// 纲要（草案） is of each report another document.
func TestShortTitles(t *testing.T) {
	r, _ := report.Parse("a", []byte("一、甲\n《纲要（草案）》、《条例》、《法治政府建设实施纲要（草案）》。"), report.Meta{Title: "甲"})
	c, _ := Reports([]*report.Report{r}, &glossary.Glossary{}, &theme.Vocabulary{}, FirstInSection)
	if len(c.Documents) != 1 || c.Documents[0].Title != "法治政府建设实施纲要（草案）" {
		t.Errorf("documents %+v", c.Documents)
	}
}

func TestKind(t *testing.T) {
	for title, want := range map[string]string{
		"中华人民共和国环境保护法":               "法",
		"行政许可实施办法（试行）":               "办法",
		"国土空间总体规划(2020-2035年)西区用地方案": "方案",
		"办法(2019年修订)(征求意见稿)":         "办法",
		"孙子兵法":                       "",
		"广州制造2025":                   "",
		"纲要)":                        "",
		"(试行)":                       "",
	} {
		if got := kindOf(titleKey(title)); got != want {
			t.Errorf("%s: kind %q, want %q", title, got, want)
		}
	}
}

// A document is one with 关于 before its title and without, whichever comes first; both
// ids lead to it. A book about something is not what it is about.
func TestAboutDocuments(t *testing.T) {
	const with, without = "关于优化营商环境的若干意见", "优化营商环境的若干意见"
	for _, c := range []struct {
		text   string
		id     string
		former []string
		title  string
		n      int
	}{
		{"落实《" + with + "》和《" + without + "》,再学《" + with + "》。", without, []string{with}, with, 3},
		{"落实《" + without + "》和《" + with + "》,再学《" + without + "》。", without, []string{with}, without, 3},
		{"落实《" + with + "》。", with, nil, with, 1},
		{"读《关于费尔巴哈》。", "关于费尔巴哈", nil, "关于费尔巴哈", 1},
	} {
		r := given(t, "a", "省 甲区", 2017, c.text)
		all := documents([]*report.Report{r})
		if len(all) != 1 {
			t.Errorf("%s: %d documents", c.text, len(all))
			continue
		}
		var former []string
		for _, title := range c.former {
			former = append(former, documentID(title, 4))
		}
		if d := all[0]; d.ID != documentID(c.id, 4) || fmt.Sprint(d.Former) != fmt.Sprint(former) || d.Title != c.title || len(d.Mentions) != c.n {
			t.Errorf("%s: %s %v %s, %d mentions", c.text, d.ID, d.Former, d.Title, len(d.Mentions))
		}
	}
}
