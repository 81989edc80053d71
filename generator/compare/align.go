package compare

import (
	"cmp"
	"math"
	"slices"

	"jianzhu/generator/report"
)

// What makes two sections alike, and what speaks for and against pairing them. The
// values were chosen on reports that were aligned by hand.
const (
	headingCounts = 0.2
	textCounts    = 0.5
	themesCount   = 0.1

	withParents = 0.05 // the sections around them are paired
	withInner   = 0.05 // so are those in them, all that one of them has
	nextTo      = 0.02 // so are those before them, or after
	apart       = 0.07 // those around them are paired, but not with each other
	otherLevel  = 0.02 // for each level that one is deeper
	otherWay    = 0.3  // one looks back and the other ahead

	least = 0.21 // for a pair
)

// The sections around two and beside them are known only when these are paired: so it
// is done again, until nothing changes but no oftener than this.
const mostRounds = 3

// align pairs sections: for each of the first report the index of the second's that
// is about the same, or -1. Those that are most alike are paired first, and each with
// at most one.
func align(a, b *Reading) []int {
	alike := likeness(a, b)
	of := match(a, b, alike, nil)
	for range mostRounds - 1 {
		again := match(a, b, alike, of)
		if slices.Equal(again, of) {
			break
		}
		of = again
	}
	return of
}

// candidate is two sections that may be paired.
type candidate struct {
	i, j  int
	score float64
}

// match pairs sections by how alike they are and by the pairs of the last round, which
// is nil in the first.
func match(a, b *Reading, alike [][]float64, last []int) []int {
	back := inverse(last, len(b.Sections))
	var all []candidate
	for i, s := range a.Sections {
		for j, t := range b.Sections {
			score := alike[i][j] - otherLevel*math.Abs(float64(s.Level-t.Level))
			if opposed(s.Looks, t.Looks) {
				score -= otherWay
			}
			if last != nil {
				score += around(s.above, t.above, last, back) + beside(i, j, last) + within(a.inner[i], b.inner[j], last)
			}
			if score >= least {
				all = append(all, candidate{i, j, score})
			}
		}
	}
	slices.SortFunc(all, func(p, q candidate) int {
		return cmp.Or(cmp.Compare(q.score, p.score), p.i-q.i, p.j-q.j)
	})
	of, taken := unpaired(len(a.Sections)), unpaired(len(b.Sections))
	for _, c := range all {
		if of[c.i] < 0 && taken[c.j] < 0 {
			of[c.i], taken[c.j] = c.j, c.i
		}
	}
	return of
}

func unpaired(n int) []int { return slices.Repeat([]int{-1}, n) }

// inverse has for each of n sections the one that is paired with it, or -1.
func inverse(of []int, n int) []int {
	back := unpaired(n)
	for i, j := range of {
		if j >= 0 {
			back[j] = i
		}
	}
	return back
}

// around is what the sections around two say for their being a pair.
func around(s, t int, of, back []int) float64 {
	switch {
	case s < 0 || t < 0:
		return 0
	case of[s] == t:
		return withParents
	case of[s] >= 0 || back[t] >= 0:
		return -apart
	}
	return 0
}

// beside is what the sections before and after two say for it.
func beside(i, j int, of []int) (score float64) {
	if i > 0 && j > 0 && of[i-1] == j-1 {
		score += nextTo
	}
	if i+1 < len(of) && of[i+1] == j+1 {
		score += nextTo
	}
	return score
}

// within is what the sections in two say for it: the share of them that are paired.
func within(inA, inB, of []int) float64 {
	if len(inA) == 0 || len(inB) == 0 {
		return 0
	}
	paired := 0
	for _, i := range inA {
		if of[i] >= 0 && slices.Contains(inB, of[i]) {
			paired++
		}
	}
	return withInner * float64(paired) / float64(min(len(inA), len(inB)))
}

func opposed(a, b report.IndicatorKind) bool {
	return a == report.Result && b == report.Target || a == report.Target && b == report.Result
}

// likeness is how much sections have in common: in their headings, in all their text,
// and in their themes.
func likeness(a, b *Reading) [][]float64 {
	heads := cosines(a, b, headings)
	texts := cosines(a, b, texts)
	for i, s := range a.Sections {
		for j, t := range b.Sections {
			texts[i][j] = headingCounts*heads[i][j] + textCounts*texts[i][j] + themesCount*themesInCommon(s.Themes, t.Themes)
		}
	}
	return texts
}

// themesInCommon is the cosine of two sets of themes.
func themesInCommon(a, b []report.Label) float64 {
	both := 0
	for _, l := range a {
		if slices.ContainsFunc(b, func(m report.Label) bool { return m.Theme == l.Theme }) {
			both++
		}
	}
	if both == 0 {
		return 0
	}
	return float64(both) / math.Sqrt(float64(len(a)*len(b)))
}
