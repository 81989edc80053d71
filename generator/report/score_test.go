package report

import (
	"fmt"
	"regexp"
	"slices"
)

var yearOfName = regexp.MustCompile(`(19|20)\d\d`)

// score counts what was found of what is there.
type score struct {
	hits, found, there int
	missed, wrong      []string
}

func (s score) precision() float64 { return float64(s.hits) / float64(max(1, s.found)) }
func (s score) recall() float64    { return float64(s.hits) / float64(max(1, s.there)) }
func (s score) f1() float64        { return 2 * float64(s.hits) / float64(max(1, s.found+s.there)) }

// spot is an entry by its line and title.
type spot struct {
	line  int
	title string
}

func (p spot) String() string { return fmt.Sprintf("%d %s", p.line, p.title) }

// score compares the sections of a report with the outline; with parents an
// entry is right where the one it stands in is, too.
func (want outlined) score(r *Report, parents bool) score {
	there, optional := map[[2]spot]bool{}, map[int]bool{} // optional by line: a title may be in doubt, too
	var above []spot                                      // by level
	var order [][2]spot
	for _, e := range want.Outline {
		p := spot{e.Line, folded(e.Title)}
		if e.Optional {
			optional[e.Line] = true
		}
		key := [2]spot{p}
		above = nested(above, e.Level, p)
		if parents {
			key[1] = parent(above)
		}
		if !e.Optional {
			there[key] = true
			order = append(order, key)
		}
	}
	s := score{there: len(order)}
	above = nil
	seen := map[[2]spot]bool{}
	for _, e := range r.Outline {
		if !e.Opens() {
			continue
		}
		p := spot{e.Line, folded(e.Title)}
		key := [2]spot{p}
		above = nested(above, e.Level, p)
		if parents {
			key[1] = parent(above)
		}
		switch {
		case there[key]:
			seen[key] = true
			s.hits++
		case optional[p.line]:
			continue
		default:
			s.wrong = append(s.wrong, p.String())
		}
		s.found++
	}
	for _, key := range order {
		if !seen[key] {
			s.missed = append(s.missed, key[0].String())
		}
	}
	return s
}

// nested puts an entry of a level behind those it stands in.
func nested(above []spot, level int, p spot) []spot {
	above = above[:min(len(above), level-1)]
	for len(above) < level-1 {
		above = append(above, spot{})
	}
	return append(above, p)
}

// parent is the nearest entry that the last one stands in.
func parent(above []spot) spot {
	for _, p := range slices.Backward(above[:len(above)-1]) {
		if p != (spot{}) {
			return p
		}
	}
	return spot{}
}
