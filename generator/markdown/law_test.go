package markdown

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/law"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// hostile are the texts that go through every output, and one that no file may have.
func hostile(t testing.TB) []string {
	t.Helper()
	file, err := os.ReadFile("../testdata/hostile.json")
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string][]string{}
	if err := json.Unmarshal(file, &kinds); err != nil {
		t.Fatal(err)
	}
	texts := []string{"甲\u0085乙"}
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		texts = append(texts, kinds[kind]...)
	}
	return texts
}

// forgeMarkdown is what code forges and skins read more into.
var forgeMarkdown = goldmark.New(
	goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList),
	goldmark.WithParserOptions(parser.WithHeadingAttribute()),
)

// lines are some of each report.
func lines(t testing.TB) (some []string) {
	t.Helper()
	reports, _ := report.Read(os.DirFS(content), "reports")
	for _, r := range reports {
		for i := 0; i < len(r.Lines); i += 20 {
			some = append(some, r.Lines[i].Text)
		}
	}
	return some
}

// longFuzzed is how long a text is, in bytes, that says no more than a shorter one.
const longFuzzed = 2000

// FuzzLaw holds the page of a report of any text to the law, with entries, terms,
// damage and debris anywhere. It is the report's page alone, so that there are
// hundreds a second; TestLawOfSites has the pages around it.
func FuzzLaw(f *testing.F) {
	texts := hostile(f)
	for i, text := range texts {
		f.Add(text, uint64(i))
	}
	for few := range slices.Chunk(append(texts, lines(f)...), 4) {
		f.Add(strings.Join(few, "\n"), uint64(len(few[0])))
		f.Add(strings.Join(few, ""), uint64(len(few[0])))
	}
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		if len(text) > longFuzzed {
			t.Skip()
		}
		c := marked(text, rand.New(rand.NewPCG(seed, seed)))
		holds(t, c.Reports[0], newWriter(c).report(0))
	})
}

// TestLawOfSites holds whole sites of hostile texts to the laws.
func TestLawOfSites(t *testing.T) {
	texts := hostile(t)
	for seed := range uint64(40) {
		for _, between := range []string{"\n", ""} {
			c := marked(strings.Join(texts, between), rand.New(rand.NewPCG(seed, seed)))
			pages, problems := Write(c, fstest.MapFS{}, "/")
			for _, p := range append(problems, DeadLinks(pages, "/", anyFile)...) {
				t.Error(p)
			}
			for _, p := range pages {
				if p.Front.Type == "report" {
					holds(t, c.Reports[0], p)
				} else {
					hugoLetsBe(t, p)
					formsAgree(t, p)
				}
			}
		}
	}
}

// holds holds a report's page to the law, also where code forges read more into it.
func holds(t *testing.T, r *report.Report, p Page) {
	t.Helper()
	problems := lawful(t, p)
	problems = append(problems, firstLaw(t).CheckMarkdown(r, "Markdown of a forge", forgeMarkdown, p.Markdown())...)
	for _, p := range problems {
		t.Error(p)
	}
	hugoLetsBe(t, p)
	formsAgree(t, p)
	if t.Failed() {
		t.Logf("%s", p.Markdown())
	}
}

// hugoLetsBe wants nothing on a page that Hugo would run or cut.
func hugoLetsBe(t *testing.T, p Page) {
	t.Helper()
	html, _, err := p.appendHTML(nil)
	if err != nil {
		t.Fatal(err)
	}
	text := string(p.Markdown())
	if strings.Contains(text, "{{") || strings.Contains(text, "<!--") || strings.Contains(string(html), "{{") {
		t.Errorf("%s: Hugo would run or cut what is in it", p.Path)
	}
}

// marked makes a corpus of a text with entries, terms, damage and debris anywhere.
func marked(text string, random *rand.Rand) *annotate.Corpus {
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' && r != '\u0085' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\ufffd"))
	g := &glossary.Glossary{Terms: []glossary.Term{
		{ID: "a", Term: "甲", Pinyin: "jiǎ", Gloss: `说"明"{{< \`},
		{ID: "b", Term: "[b](#L1)", Theme: "t", Senses: []glossary.Sense{{Definition: "其一\n- 其二"}}, Check: true},
	}}
	v := &theme.Vocabulary{Themes: []theme.Theme{{ID: "t", Name: "主题 #"}}}
	r := &report.Report{Slug: "x", Script: "zh-Hant", Source: report.Source{File: "reports/x/report.txt"}}
	r.Meta = report.Meta{Title: "--- \"题\": {{< x >}}", Region: report.Region{Path: []string{"# 省", "<b>"}}, Remark: "*"}
	c := &annotate.Corpus{
		Reports: []*report.Report{r}, Glossary: g, Themes: v,
		Uses: map[string][]annotate.Use{}, Sections: map[string][]annotate.Section{},
	}

	sections := 0
	for i, line := range strings.Split(text, "\n") {
		n := i + 1
		r.Lines = append(r.Lines, report.Line{Text: line, End: "\n"})
		if law.Compared(line) == "" {
			continue
		}
		if random.IntN(8) == 0 {
			reason := report.Navigation
			if random.IntN(2) == 0 {
				reason = report.PersonalData
			}
			d := report.Debris{Line: n, Reason: reason}
			if reason != report.PersonalData {
				d.Text = line
			}
			r.Debris = append(r.Debris, d)
			continue
		}
		size := utf8.RuneCountInString(line)
		kinds := []report.Kind{report.Text, report.Title, report.Date}
		r.Paragraphs = append(r.Paragraphs, report.Paragraph{Line: n, Kind: kinds[random.IntN(3)], Text: line})
		for random.IntN(2) == 0 {
			kind := []report.EntryKind{report.Block, report.RunIn, report.Lead, report.Item}[random.IntN(4)]
			e := report.Entry{Kind: kind, Line: n, Level: 1 + random.IntN(7), Column: random.IntN(size + 1)}
			e.End = e.Column + random.IntN(size-e.Column+1)
			if kind == report.Lead || kind == report.Block || kind == report.RunIn {
				if slices.ContainsFunc(r.Outline, func(o report.Entry) bool { return o.Line == n && o.Opens() }) {
					continue
				}
				sections++
				e.ID = fmt.Sprintf("s%d", sections)
			}
			if e.Opens() && random.IntN(2) == 0 {
				e.Themes = []report.Label{{Theme: "t", Why: []string{"因*"}}}
			}
			if e.Opens() && random.IntN(3) == 0 { // to itself, which has a hostile title
				e.Related = []report.Related{{Report: "x", Section: e.ID, Line: n, Terms: []string{"a", "b"}, Themes: []string{"t"}}}
			}
			r.Outline = append(r.Outline, e)
		}
		for random.IntN(2) == 0 {
			offset := random.IntN(size)
			end := min(size, offset+1+random.IntN(4))
			o := report.Occurrence{
				Term: []string{"a", "b"}[random.IntN(2)], Line: n, Offset: offset,
				Surface: string([]rune(line)[offset:end]), Linked: random.IntN(3) > 0,
			}
			r.Terms = append(r.Terms, o)
			c.Uses[o.Term] = append(c.Uses[o.Term], annotate.Use{Report: r, Occurrence: &o})
		}
		for random.IntN(3) == 0 {
			kind := []report.DamageKind{report.Cut, report.Fused, report.Anonymised, report.Lost, report.Missing}[random.IntN(5)]
			r.Damage = append(r.Damage, report.Damage{Line: n, Kind: kind, Column: random.IntN(size + 1), Text: line})
		}
	}
	for i := range r.Outline {
		for _, l := range r.Outline[i].Themes {
			c.Sections[l.Theme] = append(c.Sections[l.Theme], annotate.Section{
				Report: r, Entry: &r.Outline[i], Label: l, Excerpt: r.Lines[r.Outline[i].Line-1].Text,
			})
		}
	}
	return c
}
