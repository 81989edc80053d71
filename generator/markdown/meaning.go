package markdown

import (
	"cmp"
	"fmt"
	"iter"
	"slices"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
)

// meaning is one meaning of a term, with where the term has it.
type meaning struct {
	name       string // 第1义, 取义未定
	id         string // of the sense; "undecided" where nothing decides
	definition string
	uses       []annotate.Use
	quoted     []annotate.Use // of these, those that its page quotes
}

// mostUses is how many occurrences of a term, in one meaning, its page quotes:
// some 200 KB of HTML, a tenth of that compressed.
const mostUses = 400

// meaningsOf parts the uses of a term by what it means in them, in the entry's
// order, then those for which nothing decides. A term with one sense has one
// meaning; a sense without uses is left out.
func meaningsOf(t glossary.Term, uses []annotate.Use) (meanings []meaning) {
	if len(t.Senses) < 2 {
		return []meaning{{uses: uses, quoted: quotable(uses, mostUses)}}
	}
	of := map[string][]annotate.Use{}
	for _, u := range uses {
		of[u.Occurrence.Sense] = append(of[u.Occurrence.Sense], u)
	}
	add := func(name, id, definition string, uses []annotate.Use) {
		if len(uses) > 0 {
			meanings = append(meanings, meaning{name, id, definition, uses, quotable(uses, mostUses)})
		}
	}
	for n, s := range t.Senses {
		add(fmt.Sprintf("第%d义", n+1), s.ID, s.Definition, of[s.ID])
	}
	add("取义未定", "undecided", "从上下文不能判定是哪一个意思。", of[""])
	return meanings
}

// quotable are the uses that a page can hold: all, or where there are more than
// most, the first of each report, then the second, from the newest report to the
// oldest until there are so many.
func quotable(uses []annotate.Use, most int) []annotate.Use {
	if len(uses) <= most {
		return uses
	}
	reports := slices.Collect(byReport(uses))
	newest := slices.SortedStableFunc(slices.Values(reports), func(a, b []annotate.Use) int {
		return cmp.Compare(b[0].Report.Meta.Year, a[0].Report.Meta.Year)
	})
	taken := map[*report.Report]int{} // how many uses of each
	for left := most; left > 0; {
		for _, uses := range newest {
			if r := uses[0].Report; left > 0 && taken[r] < len(uses) {
				taken[r]++
				left--
			}
		}
	}
	var some []annotate.Use
	for _, uses := range reports {
		some = append(some, uses[:taken[uses[0].Report]]...)
	}
	return some
}

// byReport are the uses of one report after the other.
func byReport(uses []annotate.Use) iter.Seq[[]annotate.Use] {
	return func(yield func([]annotate.Use) bool) {
		for len(uses) > 0 {
			n := slices.IndexFunc(uses, func(u annotate.Use) bool { return u.Report != uses[0].Report })
			if n < 0 {
				n = len(uses)
			}
			if !yield(uses[:n]) {
				return
			}
			uses = uses[n:]
		}
	}
}
