package search

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// What static/js/search-near.js has: how many grams of a quotation are looked up,
// and how many of the units that have most of them are compared.
const samples, compared = 14, 4

// nearest returns the unit of which a quotation is, as search-near.js finds it, and
// in how many characters they differ.
func (r *reader) nearest(prefix string, d directory, keys [][]rune, quoted []rune) (unit, distance int) {
	last := len(quoted) - 3
	count := min(samples, last+1)
	votes := map[int]int{}
	seen := map[string]bool{}
	for i := range count {
		at := 0
		if count > 1 {
			at = int(math.Round(float64(i*last) / float64(count-1)))
		}
		g := quoted[at : at+3]
		if seen[string(g)] {
			continue
		}
		seen[string(g)] = true
		before := -1
		for _, p := range r.find(prefix, d, g) {
			if p.unit != before {
				votes[p.unit]++
				before = p.unit
			}
		}
	}
	var units []int
	for u := range votes {
		units = append(units, u)
	}
	slices.SortFunc(units, func(a, b int) int {
		if votes[a] != votes[b] {
			return votes[b] - votes[a]
		}
		return a - b
	})
	unit, distance = -1, math.MaxInt
	for _, u := range units[:min(compared, len(units))] {
		if n := differs(quoted, keys[u]); n < distance {
			unit, distance = u, n
		}
	}
	return unit, distance
}

// differs is in how many characters a quotation differs from the part of a text that
// is most like it.
func differs(quoted, text []rune) int {
	row := make([]int, len(text)+1)
	for i, q := range quoted {
		diagonal := row[0]
		row[0] = i + 1
		for j, r := range text {
			same := diagonal
			if q != r {
				same++
			}
			diagonal = row[j+1]
			row[j+1] = min(same, row[j+1]+1, row[j]+1)
		}
	}
	return slices.Min(row)
}

// Of 2,000 quotations half have one character changed, left out or put in: each leads
// to a paragraph in which it stands, or would but for that one.
func TestQuotations(t *testing.T) {
	c := corpus(t)
	files, err := written(c)
	if err != nil {
		t.Fatal(err)
	}
	r, x := newReader(t, files)
	var keys [][]rune
	for _, u := range contentsOf(c).lines {
		keys = append(keys, appendKey(nil, u.runes()))
	}
	random := rand.New(rand.NewPCG(3, 4))
	for n := range 2000 {
		var k []rune
		for len(k) < 12 {
			k = keys[random.IntN(len(keys))]
		}
		from := random.IntN(len(k) - 11)
		quoted := slices.Clone(k[from : from+12+random.IntN(min(120, len(k)-from-11))])
		want := 0
		if n%2 == 0 {
			want = 1
			at := random.IntN(len(quoted))
			switch n % 6 {
			case 0:
				quoted[at] = '某'
			case 2:
				quoted = slices.Delete(quoted, at, at+1)
			default:
				quoted = slices.Insert(quoted, at, '某')
			}
		}
		unit, distance := r.nearest("lines/", x.Lines, keys, quoted)
		switch {
		case unit < 0 || distance > want:
			t.Errorf("%s leads to %d, differing in %d characters", string(quoted), unit, distance)
		case want == 0 && !strings.Contains(string(keys[unit]), string(quoted)):
			t.Errorf("%s is not in %d", string(quoted), unit)
		}
	}
}
