package search

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"jianzhu/generator/script"
)

func TestKey(t *testing.T) {
	for text, want := range map[string]string{
		"":                    "",
		"。":                   "",
		"政務":                  "政务",
		"“三旧”改造，各位代表：":        "三旧改造各位代表",
		"“互联网 + ”":            "互联网+",
		"增长６．３％。":             "增长6.3%",
		"6.5-7%":              "6.5-7%",
		"第3.国":                "第3国",
		"COVID-19、PPP":        "covid-19ppp",
		"二 〇 三五年\u200b\ufeff": "二〇三五年",
		"a\u3000b":            "ab",
		"河\u00ad⻓\U000e0100制": "河长制",
		"醫療衞生、淸㓗":             "医疗卫生清洁",
		"cafe\u0301 CAFÉ":     "cafecafe",
	} {
		if got := Key(text); got != want {
			t.Errorf("Key(%q) = %q, want %q", text, got, want)
		}
	}
}

// A part of a text is found in the text.
func FuzzKey(f *testing.F) {
	f.Add("增长6.3%,COVID-19；“三旧”改造", 4, 6)
	for _, r := range corpus(f).Reports {
		for i := 0; i < len(r.Lines); i += 20 {
			f.Add(r.Lines[i].Text, i%7, 1+i%5)
		}
	}
	f.Fuzz(func(t *testing.T, text string, from, length int) {
		runes := []rune(text)
		if !utf8.ValidString(text) || from < 0 || length < 0 || from > len(runes) || length > len(runes)-from {
			return
		}
		if part := string(runes[from : from+length]); !strings.Contains(Key(text), Key(part)) {
			t.Errorf("Key(%q) is not in Key(%q)", part, text)
		}
	})
}

func FuzzList(f *testing.F) {
	f.Add(0, 44, 1<<40)
	f.Add(31, 15<<6, 16<<6)
	f.Fuzz(func(t *testing.T, a, b, c int) {
		if min(a, b, c) < 0 || max(a, b, c) > 1<<40 {
			return
		}
		var one, all packed
		all.number(a, 0)
		one.number(b, 3)
		one.number(c, a%40)
		one.gap(b, a%32)
		one.gap(c, b%32)
		all.add(&one)
		all.add(&packed{})
		plain, fast := &bitReader{bytes: all.whole()}, unpackerOf(all.whole())
		for i, n := range []int{a, b, c} {
			order := []int{0, 3, a % 40}[i]
			if x, y := plain.number(order), fast.number(order); x != n || n < 1<<32 && y != n {
				t.Errorf("%d is read as %d and %d", n, x, y)
			}
			fast.at = plain.at
		}
		for i, n := range []int{b, c} {
			order := []int{a % 32, b % 32}[i]
			if x, y := plain.gap(order), fast.gap(order); x != n || n < 1<<24 && y != n {
				t.Errorf("the gap %d is read as %d and %d", n, x, y)
			}
			fast.at = plain.at
		}
	})
}

// Places that are gathered a few at a time are those that are gathered at once.
func TestBeginnings(t *testing.T) {
	s := newStream(contentsOf(corpus(t)).titles)
	gathered := func(most int) (all []place) {
		for _, places := range s.beginnings(most) {
			all = append(all, places...)
		}
		return all
	}
	if whole := gathered(together); len(whole) < 1000 || !slices.Equal(gathered(1000), whole) {
		t.Errorf("%d places, but others by parts", len(whole))
	}
}

// The table makes the keys that Key makes, of every code point that could be in
// a key of the index; of others it makes none that is there.
func TestFolding(t *testing.T) {
	few, all := map[rune]bool{}, map[rune]bool{}
	for _, r := range Key("政务信息化纪Ppp") {
		few[r] = true
	}
	for r := range rune(utf8.MaxRune + 1) {
		all[r] = true
	}
	if to := foldingOf(few).To; !strings.Contains(to, "纪") || !strings.Contains(to, "讯") || strings.Contains(to, "庙") { // 讯 is in a regional wording
		t.Errorf("for a small index it has %q", to)
	}
	for _, used := range []map[rune]bool{few, all} {
		table := foldingOf(used)
		pairs := map[rune]rune{}
		to := []rune(table.To)
		for i, r := range (&reader{t: t}).units(table.From, utf8.MaxRune) {
			pairs[rune(r)] = to[i]
		}
		in := func(runs []rune, r rune) bool {
			for i := 0; i < len(runs); i += 2 {
				if runs[i] <= r && r <= runs[i+1] {
					return true
				}
			}
			return false
		}
		for r := range rune(utf8.MaxRune + 1) {
			if !utf8.ValidRune(r) {
				continue
			}
			f, ok := pairs[r]
			if !ok {
				f = r
			}
			got := string(f)
			if in(table.Blanks, f) || in(table.Marks, f) {
				got = ""
			}
			if want := Key(string(r)); got != want && (want == "" || used[[]rune(want)[0]] || used[f]) {
				t.Errorf("the key of %U is %q, by the table %q", r, want, got)
			}
			if !in(table.Blanks, f) && in(table.Marks, f) != isMark(script.Fold(r)) {
				t.Errorf("%U is a mark by the table: %v", r, in(table.Marks, f))
			}
		}
	}
}
