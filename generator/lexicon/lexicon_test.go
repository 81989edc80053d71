package lexicon

import (
	"strings"
	"testing"
)

// FuzzLexicon holds what is found to a plain search.
func FuzzLexicon(f *testing.F) {
	for _, s := range [][2]string{
		{"公园 园 湿地公园 地", "建成湿地公园"}, {"将 将来", "即将来到"}, {"", "甲"}, {"甲", ""}, {"𠮷野家 𠮷", "去𠮷野家吃𠮷"}, {"a aa aaa", "aaaa"},
	} {
		f.Add(s[0], s[1])
	}
	f.Fuzz(func(t *testing.T, list, text string) {
		l, words, runes := Of(list), strings.Fields(list), []rune(text)
		var begins, ends string
		in := 0
		for _, w := range words {
			if w = string([]rune(w)); strings.HasPrefix(string(runes), w) && len(w) > len(begins) {
				begins = w
			}
			if strings.HasSuffix(string(runes), w) && len(w) > len(ends) {
				ends = w
			}
			if strings.Contains(string(runes), w) {
				in = 1
			}
		}
		if n, _ := l.Begins(runes); n != len([]rune(begins)) {
			t.Errorf("%q begins with %d characters, want %q", text, n, begins)
		}
		if n, _ := l.Ends(runes); n != len([]rune(ends)) {
			t.Errorf("%q ends with %d characters, want %q", text, n, ends)
		}
		if got := l.In(runes); got != in {
			t.Errorf("%q has %d, want %d", text, got, in)
		}
	})
}

// TestValues: of a word that is put in twice both values hold.
func TestValues(t *testing.T) {
	var l Lexicon
	l.Add(1, "公园", "园")
	l.Add(2, "公园")
	if n, v := l.Ends([]rune("湿地公园")); n != 2 || v != 3 {
		t.Errorf("got %d, %d", n, v)
	}
	if v := l.In([]rune("园区")); v != 1 {
		t.Errorf("got %d", v)
	}
}
