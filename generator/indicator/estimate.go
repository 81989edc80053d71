package indicator

import (
	"slices"
	"strings"

	"jianzhu/generator/pattern"
	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

var (
	estimated = pattern.MustCompile(`([预預][计計])[数數]?(?:[，,、]?\s*|[（(])下同[)）]`)
	inAName   = pattern.MustCompile(`[（(][预預][计計][数數]?[，,、]?\s*下同[)）]`)
)

// carryEstimate adds to values of a paragraph, in text order, what it says once of all
// that follows: 增长7%（预计，下同）. It holds for results of the same time, and to the
// paragraph's end: what a report has done and built after that is seldom estimated.
func carryEstimate(p report.Paragraph, values []report.Indicator) {
	if !strings.Contains(p.Text, "下同") {
		return
	}
	at := estimated.FindStringSubmatchIndex(p.Text)
	if at == nil {
		return
	}
	said, from := p.Text[at[2]:at[3]], length(p.Text[:clauseBefore(p.Text[:at[0]])])
	var period report.Period
	for n := range values {
		i := &values[n]
		i.Name = inAName.ReplaceAllString(i.Name, "")
		if i.Kind != report.Result || p.Offset(i.Line, i.Column) < from {
			continue
		}
		if period == (report.Period{}) {
			period = i.Period
		}
		if i.Period == period && !slices.ContainsFunc(i.Said, func(s string) bool { return script.FoldString(s) == "预计" }) {
			i.Said = slices.Concat([]string{said}, i.Said)
		}
	}
}

// clauseBefore is where in a text its last clause begins.
func clauseBefore(text string) int {
	begins := 0
	for _, mark := range []string{"，", "。", "；", ",", ";"} {
		if at := strings.LastIndex(text, mark); at >= 0 {
			begins = max(begins, at+len(mark))
		}
	}
	return begins
}
