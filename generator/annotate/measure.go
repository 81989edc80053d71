package annotate

import (
	"strings"

	"jianzhu/generator/indicator"
	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

// Amount is a value as a number of a plain unit, 亿 and 万 multiplied out: one
// number, or the ends of a range.
type Amount struct {
	From, To float64
	Unit     string // in Simplified characters
}

// AmountOf is what an indicator's value amounts to; a ratio is no number.
func AmountOf(i report.Indicator) (Amount, bool) {
	value := report.DisplayString(i.Value)
	if n, unit, ok := indicator.Scale(value, i.Unit); ok {
		return Amount{n, n, unit}, true
	}
	for _, mark := range []string{"-", "－", "—", "–", "~", "～", "至", "到"} {
		first, last, found := strings.Cut(value, mark)
		from, _, ok := indicator.Scale(strings.TrimSuffix(first, "%"), i.Unit)
		to, unit, ok2 := indicator.Scale(strings.TrimLeft(last, mark), i.Unit)
		if found && ok && ok2 && from <= to {
			return Amount{from, to, unit}, true
		}
	}
	return Amount{}, false
}

// Rate is a value in percent, or the ends of a range of them.
func (v Value) Rate() (from, to float64, ok bool) {
	a, ok := AmountOf(v.Indicator)
	return a.From, a.To, ok && a.Unit == "%"
}

// indicatorName is a name with all that qualifies it, in Simplified characters.
func indicatorName(name string) string { return script.FoldString(report.DisplayString(name)) }

// Has reports whether there are values of a kind.
func (i *Indicator) Has(kind report.IndicatorKind) bool {
	for _, p := range i.Places {
		for _, v := range p.Values {
			if v.Kind == kind {
				return true
			}
		}
	}
	return false
}
