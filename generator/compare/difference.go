package compare

import (
	"slices"
	"sync"

	"jianzhu/generator/report"
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

// Alone is the side whose section the other report has no like of, or -1.
func (r Row) Alone() int {
	switch {
	case r.Sections[0] != nil && r.Sections[1] == nil:
		return 0
	case r.Sections[0] == nil && r.Sections[1] != nil:
		return 1
	}
	return -1
}

// difference is what is found out of two reports, as small as it can be kept.
type difference struct {
	Of   []int      // see align
	Only [2][]int32 // see beyond
}

func differ(a, b *Reading) difference {
	on := slices.Concat(a.annotated(), b.annotated())
	return report.OnceOf([]*report.Report{a.Report, b.Report}, "difference", on, func() difference {
		return difference{align(a, b), [2][]int32{a.beyond(b), b.beyond(a)}}
	})
}

// rows are the sections of two reports. What only the first has stands after what
// stands before it there; a chapter of it, after the second's chapter.
func rows(a, b *Reading, found difference) []Row {
	of := found.Of
	only := [2]map[int][]Phrase{a.bySection(found.Only[0]), b.bySection(found.Only[1])}
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

// bySection are some phrases of a report by section.
func (r *Reading) bySection(phrases []int32) map[int][]Phrase {
	by := map[int][]Phrase{}
	for _, i := range phrases {
		p := r.Phrases[i]
		by[p.Section] = append(by[p.Section], p)
	}
	return by
}

// beyond are the phrases of a report, by their place among them, that another has nowhere: neither the words,
// nor the term in other words.
func (r *Reading) beyond(other *Reading) (found []int32) {
	has := map[string]bool{}
	for _, o := range other.Report.Terms {
		has[o.Term] = true
	}
	text := looked.Get().(*[]rune)
	defer looked.Put(text)
	*text = appendText((*text)[:0], other)
	said := r.saidIn(*text)
	for i, p := range r.Phrases {
		if !said[i] && !has[p.Term] {
			found = append(found, int32(i))
		}
	}
	return found
}

// saidIn tells which phrases stand in a text, which is gone through once.
func (r *Reading) saidIn(text []rune) []bool {
	said, keys := make([]bool, len(r.Phrases)), make([][]rune, len(r.Phrases))
	opens := map[pair][]int{} // by its first two characters
	var may [1 << 10]uint64   // a bit for each of these, and some others
	for i, p := range r.Phrases {
		keys[i] = []rune(p.Key)
		two := pairOf(keys[i][0], keys[i][1])
		opens[two] = append(opens[two], i)
		may[two.hash()>>6] |= 1 << (two.hash() & 63)
	}
	for at := range len(text) - 1 {
		two := pairOf(text[at], text[at+1])
		if may[two.hash()>>6]&(1<<(two.hash()&63)) == 0 {
			continue
		}
		for _, i := range opens[two] {
			said[i] = said[i] || len(text)-at >= len(keys[i]) && slices.Equal(text[at:at+len(keys[i])], keys[i])
		}
	}
	return said
}

// looked are texts that were looked through: there are two for each two reports.
var looked = sync.Pool{New: func() any { return new([]rune) }}

// appendText is all that a report says, as it is looked through, behind what there is.
func appendText(text []rune, r *Reading) []rune {
	for _, p := range r.Report.Paragraphs {
		text = appendKey(text, p.Shown().Text)
	}
	return text
}

// Only is what of one report the other has nowhere, in text order: its own, and what is
// common.
func (c Comparison) Only(side int) (own, common []Phrase) {
	var all []Phrase
	for _, row := range c.Rows {
		all = append(all, row.Only[side]...)
	}
	slices.SortFunc(all, inText)
	for _, p := range all {
		if p.Common {
			common = append(common, p)
		} else {
			own = append(own, p)
		}
	}
	return own, common
}

func isCommon(p Phrase) bool { return p.Common }

// HasCommon reports whether something of what is only in one is common.
func (c Comparison) HasCommon() bool {
	return slices.ContainsFunc(c.Rows, func(row Row) bool {
		return slices.ContainsFunc(row.Only[0], isCommon) || slices.ContainsFunc(row.Only[1], isCommon)
	})
}
