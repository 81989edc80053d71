package search

import (
	"maps"
	"strings"
	"unicode"

	"jianzhu/generator/script"
)

// folding is what a script needs to make keys as Key does. What neither a key of the
// index nor a regional wording can have is left out: folded or not, it is found nowhere.
type folding struct {
	From     string      `json:"from"`     // a list of the code points that fold to another
	To       string      `json:"to"`       // these others
	Blanks   []rune      `json:"blanks"`   // first and last of each run of folded code points that are white space, or nothing
	Marks    []rune      `json:"marks"`    // the same of punctuation
	Regional [][2]string `json:"regional"` // wordings of Taiwan and the mainland, folded
}

// foldingOf is for keys made of some characters.
func foldingOf(used map[rune]bool) folding {
	t := folding{Regional: script.Regional}
	used = maps.Clone(used)
	for _, pair := range t.Regional {
		for _, r := range pair[0] + pair[1] {
			used[r] = true
		}
	}
	var from []int
	var to strings.Builder
	for r := range rune(unicode.MaxRune + 1) {
		f := script.Fold(r)
		switch {
		case f == script.Nothing:
			t.Blanks = extend(t.Blanks, r)
		case f != r && !used[f] && !isBlank(f) && !isMark(f):
		case f != r:
			from = append(from, int(r))
			to.WriteRune(f)
		case isBlank(r):
			t.Blanks = extend(t.Blanks, r)
		case isMark(r):
			t.Marks = extend(t.Marks, r)
		}
	}
	t.From, t.To = list(from, unicode.MaxRune), to.String()
	return t
}

// extend adds a code point to runs of which each has its first and its last.
func extend(runs []rune, r rune) []rune {
	if n := len(runs); n > 0 && runs[n-1] == r-1 {
		runs[n-1] = r
		return runs
	}
	return append(runs, r, r)
}
