package theme

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"jianzhu/generator/cases"
	"jianzhu/generator/report"
)

// TestLabel reads a passage from the files heading, text, above, below (one
// heading a line), inside (the heading of a section a line) and terms (id, surface
// and its own theme); its vocabulary is testdata/label/themes.yaml.
func TestLabel(t *testing.T) {
	cases.Run(t, "testdata/label/*.txtar", func(t *testing.T, c *cases.Case) {
		v, found := Load(os.DirFS("testdata/label"), "themes.yaml")
		if len(found) > 0 {
			t.Fatal(found)
		}
		p := Passage{
			Heading:   strings.TrimSpace(c.Text("heading")),
			Text:      strings.TrimSpace(c.Text("text")),
			Above:     strings.Fields(c.Text("above")),
			Below:     strings.Fields(c.Text("below")),
			TermTheme: map[string]string{},
		}
		for line := range strings.Lines(c.Text("inside")) {
			p.Inside = append(p.Inside, v.Label(Passage{Heading: line}))
		}
		for line := range strings.Lines(c.Text("terms")) {
			f := strings.Fields(line)
			p.Terms = append(p.Terms, report.Occurrence{Term: f[0], Surface: f[1]})
			p.TermTheme[f[0]] = f[2]
		}
		out := ""
		for _, l := range v.Label(p) {
			out += fmt.Sprintf("%s %.2f %s\n", l.Theme, l.Score, strings.Join(l.Why, " "))
		}
		c.Want(t, out)
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
	v, _ := load("themes:\n- {id: b, name: 乙, keywords: [甲乙]}\n- {id: a, name: 甲, keywords: [丙丁]}\n")
	for range 20 {
		got := v.Label(Passage{Heading: "丙丁和甲乙"})
		if len(got) != 2 || got[0].Theme != "b" || got[1].Theme != "a" {
			t.Fatalf("got %v", got)
		}
	}
}
