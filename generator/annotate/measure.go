package annotate

import (
	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

// Rate is a value in percent, or the ends of a range of them.
func (v Value) Rate() (from, to float64, ok bool) {
	a := v.Amount
	return a.From, a.To, a.Known && a.Unit == "%"
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
