package word_test

import (
	"os"
	"strings"
	"testing"

	"jianzhu/generator/word"
)

// TestCut holds the labels of testdata/cuts.txt: forms in their surroundings, - for
// those that are not there but by chance, ? for those that the counts get wrong. They
// are one of each kind that a glossary found in three thousand reports at places
// where a word goes over an end of the form.
func TestCut(t *testing.T) {
	text, err := os.ReadFile("testdata/cuts.txt")
	if err != nil {
		t.Fatal(err)
	}
	right, wrong := 0, 0
	for line := range strings.Lines(string(text)) {
		label, place, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		before, rest, _ := strings.Cut(place, "[")
		form, after, _ := strings.Cut(rest, "]")
		start := len([]rune(before))
		got := word.Cut([]rune(before+form+after), start, start+len([]rune(form)))
		want := strings.HasPrefix(label, "-")
		switch known := strings.HasSuffix(label, "?"); {
		case known && got != want:
			wrong++
		case known:
			t.Errorf("%s is right now: take away the ?", place)
		case got != want:
			t.Errorf("%s: cut is %v", place, got)
		default:
			right++
		}
	}
	t.Logf("%d right, %d wrong", right, wrong)
}
