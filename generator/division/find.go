package division

import (
	"cmp"
	"slices"
)

// Mention is a place in a text where a name stands that divisions have or had.
type Mention struct {
	Start, End int // in code points
	Whole      bool
	Of         []Division // all that had the name in the year; never empty
}

// Mentions returns where a text names divisions of a year (0 of any), by the
// longest name from the leftmost place, whole names before short ones.
func Mentions(text string, year int) []Mention {
	x, letters := whole(), []rune(text)
	var found []Mention
	for i := 0; i < len(letters); i++ {
		for n := min(x.first[letters[i]], len(letters)-i); n >= 2; n-- {
			if m, ok := x.mention(string(letters[i:i+n]), year); ok {
				m.Start, m.End = i, i+n
				found = append(found, m)
				i += n - 1
				break
			}
		}
	}
	return found
}

func (x *index) mention(form string, year int) (m Mention, ok bool) {
	for _, n := range x.byForm[form] {
		if !n.stood(year) {
			continue
		}
		if !n.short && !m.Whole {
			m.Whole, m.Of = true, nil // who has it whole has it first
		}
		if n.short != m.Whole {
			m.Of = append(m.Of, n.Division)
		}
	}
	return m, len(m.Of) > 0
}

// Resolve returns the one division that texts name together, those that say most
// first, as a title and a folder's name: the deepest that is inside the others
// named with it. What could be several, as 鼓楼区 alone, is none, and they are
// returned as candidates.
func Resolve(year int, texts ...string) (found Division, candidates []Division) {
	for _, text := range texts {
		for _, m := range Mentions(text, year) {
			candidates = narrow(candidates, m.Of)
		}
	}
	candidates = highest(candidates)
	if len(candidates) == 1 {
		return candidates[0], nil
	}
	return Division{}, candidates
}

// narrow takes of candidates those that agree with a further mention: they are
// the same, or one is in the other. A mention that agrees with none says nothing.
func narrow(candidates, mentioned []Division) []Division {
	if candidates == nil {
		return mentioned
	}
	var agree []Division
	for _, a := range candidates {
		for _, b := range mentioned {
			switch {
			case a.Code == b.Code || b.holds(a):
				agree = append(agree, a)
			case a.holds(b):
				agree = append(agree, b)
			}
		}
	}
	if len(agree) == 0 {
		return candidates
	}
	slices.SortFunc(agree, func(a, b Division) int { return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.From, b.From)) })
	return slices.Compact(agree)
}

// highest takes of divisions that share a short name those of the highest level,
// for 吉林 is the province until 吉林市 is written; of one that had two names in
// the time, the later.
func highest(candidates []Division) []Division {
	var kept []Division
	for _, d := range candidates {
		if len(kept) > 0 && d.Level() > kept[0].Level() {
			continue
		}
		if len(kept) > 0 && d.Level() < kept[0].Level() {
			kept = nil
		}
		if n := len(kept); n > 0 && kept[n-1].Code == d.Code {
			kept[n-1] = d
			continue
		}
		kept = append(kept, d)
	}
	return kept
}
