package indicator

import (
	"strings"
	"testing"

	"jianzhu/generator/report"
)

// TestReasons holds each reason why a quantity only qualifies to its example: it is the one
// between strokes, and is dropped for that reason.
func TestReasons(t *testing.T) {
	for _, why := range qualifying {
		parts := strings.Split(why.example, "|")
		if len(parts) != 3 {
			t.Errorf("%s has not two strokes", why.example)
			continue
		}
		text := strings.Join(parts, "")
		l := newLine(text, report.Show(text), nil)
		c := clause{to: len(l.runes)}
		all := quantities(l, 0, len(l.runes))
		markBases(l, c, all)
		found := false
		s := sieve{line: l, clause: c, all: all}
		for i, q := range all {
			s.i, s.q = i, q
			if q.from <= length(parts[0]) && q.end > length(parts[0]) {
				found = why.holds(&s) && !s.keeps()
				break
			}
			if s.keeps() {
				s.kept = append(s.kept, q)
			}
		}
		if !found {
			t.Errorf("%s: not for this reason", why.example)
		}
	}
}
