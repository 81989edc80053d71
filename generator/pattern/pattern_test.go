package pattern

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzPattern holds what is found to package regexp.
func FuzzPattern(f *testing.F) {
	for _, s := range [][2]string{
		{`(?:投入|总投资|资金|经费)$`, "总投资"}, {`^(?:其中|占|[高低]于)`, "其中公园"}, {`目标(?:任务)?(?:是|为|:)`, "目标任务是"},
		{`这是[^,。;]{0,6}的[三四五]年`, "这是这是不平凡的五年"}, {`^[两三四五]年(?:来|间)?,|“(十[一二])五”$`, "五年来,“十一五”"},
		{`.[^于至](年[末底初])$|(了)$`, "二〇二〇年底"}, {`^$`, ""}, {`a*`, "aaa"}, {`(?i)k`, "\u212a"}, {`[\p{Han}、]{2,8}`, "甲、a乙丙"},
		{`a.b`, "a\nb"}, {`a\b`, "a b"}, {`(?m)^a$`, "b\na"}, {`x*$`, "yxx"}, {`(a|ab)(c|bcd)$`, "abcd"}, {`\x{FFFD}`, "\xe4\xb8"}, {`𠮷`, "去𠮷野家"}, {`^a|b$`, "cb"}, {`|`, "a"},
	} {
		f.Add(s[0], s[1])
	}
	f.Fuzz(func(t *testing.T, expr, text string) {
		plain, err := regexp.Compile(expr)
		if err != nil || len(expr) > 200 {
			return
		}
		p := MustCompile(expr)
		runes := []rune(text)
		want := plain.MatchString(text)
		if got := p.MatchString(text); got != want {
			t.Errorf("%q matches %q: %v", expr, text, got)
		}
		if got := p.In(runes); got != plain.MatchString(string(runes)) {
			t.Errorf("%q is in %q: %v", expr, runes, got)
		}
		if got, want := p.FindString(text), plain.FindString(text); got != want {
			t.Errorf("%q finds %q in %q, want %q", expr, got, text, want)
		}
		if got, want := p.Ending(runes), utf8.RuneCountInString(plain.FindString(string(runes))); strings.HasSuffix(expr, "$") && got != want {
			t.Errorf("%q ends %q with %d characters, want %d", expr, text, got, want)
		}
		if got, want := p.FindStringSubmatchIndex(text), plain.FindStringSubmatchIndex(text); !slices.Equal(got, want) {
			t.Errorf("%q finds %v in %q, want %v", expr, got, text, want)
		}
		if got, want := p.FindAllStringSubmatchIndex(text, -1), plain.FindAllStringSubmatchIndex(text, -1); !slices.EqualFunc(got, want, slices.Equal) {
			t.Errorf("%q finds all of %v in %q, want %v", expr, got, text, want)
		}
		if got, want := p.ReplaceAllString(text, "<$0>"), plain.ReplaceAllString(text, "<$0>"); got != want {
			t.Errorf("%q makes %q of %q, want %q", expr, got, text, want)
		}
	})
}

// TestMany: a pattern whose automaton has more states than it keeps, and one that several goroutines ask
// first, say the same.
func TestMany(t *testing.T) {
	p := MustCompile(`a[ab]{16}c`)
	text := strings.Repeat("abaabbbaababab", 2000) + "c"
	for n := range 40 {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			of := text[n*100 : len(text)-n%3]
			if got, want := p.MatchString(of), p.Regexp.MatchString(of); got != want {
				t.Errorf("%d: got %v", n, got)
			}
		})
	}
}
