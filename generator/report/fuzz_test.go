package report

import (
	"bytes"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"jianzhu/generator/problem"
	"jianzhu/generator/script"
)

var seeds = []string{
	"", "\n", "\ufeff", "\ufeff一、工作\r\n(一)加快发展。好\n", "{{<", "{{%", "<script", "---\n", "+++", "1.", "1.\n标题\n", "    四个空格", "[x](#L1)", `\`,
	"\u2028", "\u202e倒", "改\x00革\f开\v放\u0085a\rb\x1b", "\f", "产\u00ad值\a100\a", "\x0c1\n", "第一章\n总则\n", "附件:1.名词解释\n2.表\n附件1\n名词解释\n三资:资金。\n", "- 索引号:\n- 文号:\n2016年报告\n", "\u0357",
	"一是甲。二是乙。", "——", "(()", "xx", "各位代表:", "第22页 共22页", "展望二 〇 三五年,( 2018 — 2035 年)达到 9.7 万元 , 2020", "一、\u3000总 则\n",
}

// FuzzParse holds the first law in the model: the lines put together are the
// file; each line is blank, a paragraph or debris, and only one of them; and
// each position lies in its line.
func FuzzParse(f *testing.F) {
	for _, seed := range seeds {
		f.Add([]byte(seed))
	}
	for _, r := range content(f) {
		f.Add(r.Bytes())
	}
	meta := Meta{Title: "工作报告"}
	f.Fuzz(func(t *testing.T, text []byte) {
		r, problems := Parse("fuzz", text, meta)
		if r == nil {
			if !problem.HasErrors(problems) {
				t.Fatal("no report and no error")
			}
			return
		}
		if !bytes.Equal(r.Bytes(), text) {
			t.Fatal("the lines put together are not the file")
		}
		seen := map[int]int{}
		for line, text := range pieces(t, r) {
			seen[line]++
			if text != r.Line(line) {
				t.Errorf("line %d is not as received: %q", line, text)
			}
		}
		for _, p := range r.Paragraphs {
			if p.Section != "" && r.Entry(p.Section) == nil {
				t.Errorf("line %d stands in no section %s", p.Line, p.Section)
			}
		}
		for _, x := range r.Debris {
			seen[x.Line]++
		}
		for i, line := range r.Lines {
			want := 1
			if compared(line.Text) == "" {
				want = 0
			}
			if seen[i+1] != want {
				t.Errorf("line %d %q is shown or set aside %d times", i+1, line.Text, seen[i+1])
			}
		}
		checkPositions(t, r)
	})
}

// pieces is what the paragraphs have of each line, put together.
func pieces(t *testing.T, r *Report) map[int]string {
	lines := map[int]string{}
	for n, p := range r.Paragraphs {
		text := []rune(p.Text)
		for i, line := range p.SourceLines() {
			start := p.Start(i)
			end := min(len(text), p.Start(i+1))
			lines[line] += string(text[start:end])
			for offset := start; offset < end; offset++ {
				if l, column := p.Place(offset); l != line || p.Offset(l, column) != offset {
					t.Errorf("offset %d of line %d is placed on %d, %d", offset, line, l, column)
				}
			}
			if at, shown := r.ParagraphAt(line, start); i == 0 && (!shown || at > n) {
				t.Errorf("line %d is in paragraph %d, not in %d", line, at, n)
			}
		}
	}
	return lines
}

func checkPositions(t *testing.T, r *Report) {
	ids := map[string]bool{}
	for _, e := range r.Outline {
		line := []rune(r.From(e.Line))
		if e.Column < 0 || e.Column > e.End || e.End > len(line) {
			t.Errorf("entry %+v outside its line of %d", e, len(line))
			continue
		}
		if whole := string(line[e.Column:e.End]); !strings.HasPrefix(whole, e.Number) && e.Column > 0 || e.TitleLine == e.Line && !strings.HasSuffix(whole, e.Title) {
			t.Errorf("entry %+v is not %q", e, whole)
		}
		if e.Opens() == (e.ID == "") || e.Level < 1 {
			t.Errorf("entry %+v", e)
		}
		if e.ID != "" && ids[e.ID] {
			t.Errorf("two entries %s", e.ID)
		}
		ids[e.ID] = true
	}
	for _, d := range r.Damage {
		if d.Column < 0 || d.Column > len([]rune(r.Line(d.Line))) {
			t.Errorf("damage %+v outside its line", d)
		}
	}
	for _, d := range r.Definitions {
		for _, p := range d.Parts {
			if !strings.HasPrefix(compared(string([]rune(r.From(p.Line))[p.Column:])), compared(p.Text)) {
				t.Errorf("part %+v is not in its line", p)
			}
		}
		if d.Source != FromParts && !strings.HasPrefix(string([]rune(r.From(d.Line))[d.Column:]), d.Text) {
			t.Errorf("definition %+v is not in its line", d)
		}
	}
	entries := 0
	for range r.Outline {
		entries++
	}
	for _, begun := range r.All() {
		entries -= len(begun)
	}
	if entries != 0 {
		t.Errorf("%d entries in no paragraph", entries)
	}
}

// compared is a text as the text law compares it: without white space and what is
// not shown, with full-width marks as ASCII.
func compared(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) || script.IsIgnorable(r) {
			return -1
		}
		return r
	}, text)
	return strings.NewReplacer("，", ",", "；", ";", "：", ":", "！", "!", "？", "?", "（", "(", "）", ")", "％", "%").Replace(text)
}

// FuzzDisplay holds that display keeps what the text law compares, has a glyph
// for each code point, and says why where it changes one.
func FuzzDisplay(f *testing.F) {
	for _, seed := range seeds {
		f.Add(seed)
	}
	for _, line := range []string{"a:12:3", "a(b), c", "é(b)", "文(b)", "b)(文", "a: 鿿", "a b", "倀 b", "耀(b"} {
		f.Add(line)
	}
	for _, r := range content(f) {
		for _, line := range r.Lines {
			f.Add(line.Text)
		}
	}
	f.Fuzz(func(t *testing.T, line string) {
		if !utf8.ValidString(line) || strings.Contains(line, "\n") {
			t.Skip() // no report has such lines
		}
		shown := DisplayString(line)
		if compared(shown) != compared(line) {
			t.Errorf("%q is shown as %q", line, shown)
		}
		glyphs := Display(line)
		var all []rune
		for _, g := range glyphs {
			if g.Shown != 0 {
				all = append(all, g.Shown)
			}
		}
		if whole := string(all); shown != whole || string(Show(line).Text) != whole {
			t.Errorf("%q is shown as %q and %q, its glyphs are %q", line, shown, string(Show(line).Text), whole)
		}
		if len(glyphs) != utf8.RuneCountInString(line) {
			t.Fatalf("%d glyphs for %q", len(glyphs), line)
		}
		if strings.ContainsFunc(shown, func(r rune) bool { return unicode.IsControl(r) && r != '\t' || r == 0x2028 || r == 0x2029 }) {
			t.Errorf("%q is shown with controls: %q", line, shown)
		}
		for i, r := range []rune(line) {
			if g := glyphs[i]; g.Source != r || r != 0 && (g.Change == "") != (g.Shown == g.Source) {
				t.Errorf("glyph %+v for %q in %q", g, r, line)
			}
		}
	})
}
