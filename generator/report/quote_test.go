package report

import (
	"strings"
	"testing"
)

// FuzzQuote holds that a note is on the words it quotes and nowhere else: a part
// of a shown line, written in another width and with spaces, is found where it
// was taken from, or told to stand in several places.
func FuzzQuote(f *testing.F) {
	for i, seed := range seeds {
		f.Add(seed, uint(i), uint(3))
	}
	f.Add("增长6.3% (可比价),增长6.3%", uint(0), uint(6))
	for _, r := range content(f) {
		for i := 0; i+1 < len(r.Lines); i += 20 {
			f.Add(r.Line(i+1)+"\n"+r.Line(i+2), uint(i), uint(i%40))
		}
	}
	f.Fuzz(func(t *testing.T, text string, from, size uint) {
		r, _ := Parse("fuzz", []byte(text), Meta{Title: "工作报告"})
		if r == nil || len(r.Paragraphs) == 0 {
			return
		}
		p := r.Paragraphs[from%uint(len(r.Paragraphs))]
		line := []rune(p.Text)
		from %= uint(len(line))
		quote := string(line[from:min(uint(len(line)), from+1+size%40)])
		want := looseForm(quote).text
		if want == "" {
			return
		}
		copied := strings.NewReplacer("，", " , ", "（", "(", "%", "％", " ", "").Replace(quote)
		places := find(wordsOf(r), NoteItem{Quote: copied})
		if len(places) == 0 {
			t.Fatalf("%q of %q is not found", copied, p.Text)
		}
		here := false
		for _, x := range places {
			got := string([]rune(r.Line(x.line))[x.column:x.end])
			if looseForm(got).text != want {
				t.Errorf("%q is found on %q", copied, got)
			}
			here = here || x.line == p.Line && uint(x.column) <= from+uint(len([]rune(quote))) && uint(x.end) > from
		}
		if !here {
			t.Errorf("%q is not found in its line %q", copied, p.Text)
		}
		if message, hint := misplaced(r, wordsOf(r), NoteItem{Quote: copied + "甲乙丙"}, nil); message == "" || hint == "" {
			t.Error("a quote that stands nowhere is not told of")
		}
	})
}
