package theme

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"jianzhu/generator/report"
)

// TestLabel reads a passage from the files heading, text, above, below (one
// heading a line), inside (the heading of a section a line) and terms (id, surface
// and its own theme); its vocabulary is testdata/label/themes.yaml.
func TestLabel(t *testing.T) {
	cases(t, "testdata/label/*.txtar", func(t *testing.T, input map[string]string) string {
		v, found := Load(os.DirFS("testdata/label"), "themes.yaml")
		if len(found) > 0 {
			t.Fatal(found)
		}
		p := Passage{
			Heading:   strings.TrimSpace(input["heading"]),
			Text:      strings.TrimSpace(input["text"]),
			Above:     strings.Fields(input["above"]),
			Below:     strings.Fields(input["below"]),
			TermTheme: map[string]string{},
		}
		for line := range strings.Lines(input["inside"]) {
			p.Inside = append(p.Inside, v.Label(Passage{Heading: line}))
		}
		for line := range strings.Lines(input["terms"]) {
			f := strings.Fields(line)
			p.Terms = append(p.Terms, report.Occurrence{Term: f[0], Surface: f[1]})
			p.TermTheme[f[0]] = f[2]
		}
		out := ""
		for _, l := range v.Label(p) {
			out += fmt.Sprintf("%s %.2f %s\n", l.Theme, l.Score, strings.Join(l.Why, " "))
		}
		return out
	})
}

func TestLabelWithoutVocabulary(t *testing.T) {
	if got := (&Vocabulary{}).Label(Passage{Heading: "教育"}); got != nil {
		t.Errorf("got %v", got)
	}
}

// TestOrder: equal scores keep the order of the vocabulary, so that the same
// input gives the same labels.
func TestOrder(t *testing.T) {
	v, _ := load(map[string]string{"themes.yaml": "themes:\n- {id: b, name: 乙, keywords: [甲乙]}\n- {id: a, name: 甲, keywords: [丙丁]}\n"})
	for range 20 {
		got := v.Label(Passage{Heading: "丙丁和甲乙"})
		if len(got) != 2 || got[0].Theme != "b" || got[1].Theme != "a" {
			t.Fatalf("got %v", got)
		}
	}
}
