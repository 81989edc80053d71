package compare

import (
	"slices"
	"strings"
)

// Comparison is two reports side by side.
type Comparison struct {
	Pair
	Rows    []Row // in the order of the second report
	Targets []Goal
}

// Row is two sections that are about the same, or one that the other report has no
// like of; in the first, what stands before all sections.
type Row struct {
	Sections [2]*Section // nil where there is none
	Only     [2][]Phrase // what the other report has nowhere
}

// Chapter reports whether a row opens a part of the highest level.
func (r Row) Chapter() bool {
	if s := r.Sections[1]; s != nil {
		return s.Level == 1
	}
	return r.Sections[0] != nil && r.Sections[0].Level == 1
}

// rows are the sections of two reports. What only the first has stands after what
// stands before it there; a chapter of it, after the second's chapter.
func rows(a, b *Reading, of []int) []Row {
	only := [2]map[int][]Phrase{bySection(a.beyond(b)), bySection(b.beyond(a))}
	all := []Row{{Only: [2][]Phrase{only[0][-1], only[1][-1]}}}
	back := inverse(of, len(b.Sections))
	add := func(i, j int) {
		var row Row
		if i >= 0 {
			row.Sections[0], row.Only[0] = &a.Sections[i], only[0][i]
		}
		if j >= 0 {
			row.Sections[1], row.Only[1] = &b.Sections[j], only[1][j]
		}
		all = append(all, row)
	}
	told := make([]bool, len(a.Sections))
	var later []int          // chapters of the first report that wait for the end of the second's
	lone := func(from int) { // those of the first report alone that follow from there
		waits := false
		for i := from; i < len(a.Sections) && of[i] < 0 && !told[i]; i++ {
			told[i] = true
			if waits = waits || a.Sections[i].Level == 1; waits {
				later = append(later, i)
			} else {
				add(i, -1)
			}
		}
	}
	wait := func() {
		for _, i := range later {
			add(i, -1)
		}
		later = nil
	}
	lone(0)
	for j, t := range b.Sections {
		if t.Level == 1 {
			wait()
		}
		add(back[j], j)
		if i := back[j]; i >= 0 {
			lone(i + 1)
		}
	}
	wait()
	for i := range told { // what nothing told stands before
		lone(i)
	}
	wait()
	return all
}

func bySection(phrases []Phrase) map[int][]Phrase {
	by := map[int][]Phrase{}
	for _, p := range phrases {
		by[p.Section] = append(by[p.Section], p)
	}
	return by
}

// beyond are the phrases of a report that another has nowhere: neither the words, nor
// the term in other words.
func (r *Reading) beyond(other *Reading) (found []Phrase) {
	text := textOf(other)
	has := distinct(appendPairs(nil, []rune(text)))
	terms := map[string]bool{}
	for _, o := range other.Report.Terms {
		terms[o.Term] = true
	}
	for _, p := range r.Phrases {
		if !terms[p.Term] && (lacks(has, p.Key) || !strings.Contains(text, p.Key)) {
			found = append(found, p)
		}
	}
	return found
}

// textOf is all that a report says, as it is compared.
func textOf(r *Reading) string {
	var all []rune
	for _, p := range r.Report.Paragraphs {
		all = append(all, p.Shown().Text...)
	}
	return keyOf(all)
}

// lacks reports whether two characters of a key are nowhere together: that is sooner
// known than that the whole is nowhere.
func lacks(has []pair, key string) bool {
	return slices.ContainsFunc(appendPairs(nil, []rune(key)), func(p pair) bool {
		_, found := slices.BinarySearch(has, p)
		return !found
	})
}
