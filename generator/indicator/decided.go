package indicator

import (
	"slices"
	"strings"

	"jianzhu/generator/pattern"
	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

// decide puts what an editor gives for lines of a paragraph in the place of what
// was found on them.
func decide(r *report.Report, p report.Paragraph, found []report.Indicator) []report.Indicator {
	if len(r.Meta.Decisions.Indicators) == 0 {
		return found
	}
	for _, line := range p.SourceLines() {
		given, decided := r.Decided(line)
		if !decided {
			continue
		}
		on := func(i report.Indicator) bool { return i.Line == line }
		at := slices.IndexFunc(found, func(i report.Indicator) bool { return i.Line >= line })
		if at < 0 {
			at = len(found)
		}
		found = slices.DeleteFunc(found, on)
		text := []rune(r.Line(line))
		var all []report.Indicator
		for _, d := range given {
			i := Given(d.IndicatorDecision, string(text[d.Column:d.End]))
			i.Line, i.Column, i.End = line, d.Column, d.End
			all = append(all, i)
		}
		found = slices.Insert(found, at, all...)
	}
	return found
}

// Given is an indicator as an editor describes it, who names all that qualifies it
// in one place; written is value and unit as they stand.
func Given(d report.IndicatorDecision, written string) report.Indicator {
	i := report.Indicator{
		Name: d.Name, Value: d.Value, Unit: d.Unit, Written: spaceless(report.DisplayString(written)), Amount: AmountOf(d.Value, d.Unit),
		Kind: d.Kind, Growth: d.Growth, Yearly: d.Yearly, Period: report.ParsePeriod(d.Period),
	}
	modifiers := strings.FieldsFunc(report.DisplayString(d.Modifier), func(r rune) bool { return strings.ContainsRune("，,、；; ", r) })
	for _, m := range modifiers {
		folded := script.FoldString(m)
		switch {
		case (folded == "余" || folded == "多") && strings.Contains(i.Written, m):
			i.Within = m
		case bounds.has(folded), folded == "余", folded == "多", folded == "强":
			i.After = append(i.After, m)
		case limits.has(folded):
			i.Before = append(i.Before, m)
		default:
			i.Said = append(i.Said, m)
		}
	}
	if i.Within == "" {
		i.Written = spaceless(report.DisplayString(d.Value + d.Unit))
	}
	return i
}

func spaceless(s string) string { return strings.Join(strings.Fields(s), "") }

// side are words that say of a value only on which side of it the number is.
var side = pattern.MustCompile(`[以之][上下内]|不[低高少多超大小到足]|至少|最[多少高低]|[高低大小少多]于|超|逾|突破|[<>≤≥]`)

// Bounded reports whether a value is only on which side of it the number is: 不低于, 以内.
func Bounded(i report.Indicator) bool {
	return side.MatchString(script.FoldString(strings.Join(i.Modifiers(), "、")))
}
