package markdown

import (
	"cmp"
	"fmt"
	"iter"
	"slices"

	"jianzhu/generator/report"
)

// mostQuoted is how many uses of a term in one meaning, sections of a theme, or
// mentions of a document a page quotes: some 70 KB of HTML, and more than anyone
// reads. The pages of the reports themselves have them all, and so has the search.
const mostQuoted = 100

// quotable are the items of a list, which goes by report, that a page can hold:
// all, or where there are more than most, the first of each report, then the
// second, from the newest report to the oldest until there are so many.
func quotable[T any](all []T, most int, of func(T) *report.Report) []T {
	if len(all) <= most {
		return all
	}
	groups := slices.Collect(byReport(all, of))
	newest := slices.SortedStableFunc(slices.Values(groups), func(a, b []T) int {
		return cmp.Compare(of(b[0]).Meta.Year, of(a[0]).Meta.Year)
	})
	taken := map[*report.Report]int{} // how many items of each
	for left := most; left > 0; {
		for _, items := range newest {
			if r := of(items[0]); left > 0 && taken[r] < len(items) {
				taken[r]++
				left--
			}
		}
	}
	var some []T
	for _, items := range groups {
		some = append(some, items[:taken[of(items[0])]]...)
	}
	return some
}

// partly says, where a page quotes fewer of a list than there are, how many and
// which; the unit is their measure word.
func partly(quoted, all int, unit string) string {
	if quoted == all {
		return ""
	}
	return fmt.Sprintf("这里列出%d%s：各篇最先的几%s，新近的报告列得多些。", quoted, unit, unit)
}

// byReport are the items of one report after the other.
func byReport[T any](all []T, of func(T) *report.Report) iter.Seq[[]T] { return groupsOf(all, of) }

// groupsOf are the items that follow each other and have one thing in common.
func groupsOf[T any, K comparable](all []T, of func(T) K) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		for len(all) > 0 {
			n := slices.IndexFunc(all, func(item T) bool { return of(item) != of(all[0]) })
			if n < 0 {
				n = len(all)
			}
			if !yield(all[:n]) {
				return
			}
			all = all[n:]
		}
	}
}
