package markdown

import (
	"strconv"
	"strings"

	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
)

// The weight of a page is its place among those of its type in skins, which sort by it and
// then by title. It is made of what the page is of, not of how many stand before it, so that
// a page stays as it is where others come.

// weightOf is that of a report: by the code of its place, then by year; without a code last.
func weightOf(r *report.Report) int {
	code, err := strconv.Atoi(r.Meta.Region.Code)
	if err != nil {
		code = 1e6
	}
	return code*1e4 + r.Meta.Year
}

// letters are those of ids, in their order.
const letters = "-0123456789abcdefghijklmnopqrstuvwxyz"

// weightOfTerm is that of a term: by the beginning of its id, which is how it reads.
func weightOfTerm(t glossary.Term) (weight int) {
	const length = 9
	for i := range length {
		weight *= len(letters)
		if i < len(t.ID) {
			weight += max(0, strings.IndexByte(letters, t.ID[i]))
		}
	}
	return weight
}
