package glossary_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"jianzhu/generator/cases"
	"jianzhu/generator/glossary"
	"jianzhu/generator/script"
)

// TestFind shows for each line of a text, in the script the text is in, its
// matches: Start-End of the surface, and the entry's id.
func TestFind(t *testing.T) {
	cases.Run(t, "testdata/find-*.txtar", func(t *testing.T, c *cases.Case) {
		g, problems := load(c.Text("glossary.yaml"))
		for _, p := range problems {
			t.Error(p)
		}
		m := g.Matcher(script.Of(c.Text("text")))
		var b strings.Builder
		for line := range strings.Lines(c.Text("text")) {
			line = strings.TrimSuffix(line, "\n")
			fmt.Fprintln(&b, line)
			runes := []rune(line)
			for _, match := range m.Find(line) {
				if string(runes[match.Start:match.End]) != match.Surface {
					t.Errorf("%q: surface of %v is not what stands there", line, match)
				}
				fmt.Fprintf(&b, "\t%d-%d [%s] %s\n", match.Start, match.End, match.Surface, g.Terms[match.Term].ID)
			}
		}
		c.Want(t, b.String())
	})
}

func TestFindUnusual(t *testing.T) {
	g := &glossary.Glossary{Terms: []glossary.Term{{Term: "三旧改造"}, {Term: "𪟝业"}}}
	m := g.Matcher(script.Simplified)
	long := strings.Repeat("长", 5000)
	tests := []struct {
		text string
		want []glossary.Match
	}{
		{"", nil},
		{"\ufeff三旧改造", []glossary.Match{{Term: 0, Start: 1, End: 5, Surface: "三旧改造"}}},
		{"\xff\xe4\xb8三旧改造", []glossary.Match{{Term: 0, Start: 3, End: 7, Surface: "三旧改造"}}},
		{"\xe0\x80\x80\xed\xa0\x80三旧改造", []glossary.Match{{Term: 0, Start: 6, End: 10, Surface: "三旧改造"}}},
		{"三旧\xff改造", nil},
		{"三旧\n改造", nil},
		{"三旧改", nil},
		{"勣業", []glossary.Match{{Term: 1, Start: 0, End: 2, Surface: "勣業"}}},
		{long + "三\u200b旧改造" + long, []glossary.Match{{Term: 0, Start: 5000, End: 5005, Surface: "三\u200b旧改造"}}},
	}
	for _, test := range tests {
		got := m.Find(test.text)
		if fmt.Sprint(got) != fmt.Sprint(test.want) {
			t.Errorf("%.40q: got %v, want %v", test.text, got, test.want)
		}
	}
}

func TestFindWithoutTerms(t *testing.T) {
	g := &glossary.Glossary{Terms: []glossary.Term{{}, {Term: "“”", Deny: []string{""}}}}
	if got := g.Matcher(script.Traditional).Find("“放管服”改革"); got != nil {
		t.Errorf("got %v", got)
	}
}

func TestFindConcurrently(t *testing.T) {
	g := &glossary.Glossary{Terms: []glossary.Term{{Term: "放管服"}}}
	m := g.Matcher(script.Simplified)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 100 {
				if got := m.Find("深化“放管服”改革"); len(got) != 1 {
					t.Errorf("got %v", got)
				}
			}
		})
	}
	group.Wait()
}
