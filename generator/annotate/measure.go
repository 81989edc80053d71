package annotate

import (
	"strconv"
	"strings"

	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

func indicatorKey(name string) string { return indicatorName(name) }

// indicatorName is a name with all that qualifies it, in Simplified characters.
func indicatorName(name string) string { return script.FoldString(report.DisplayString(name)) }

type amount struct{ from, to, unit string }

func scaled(v Value) amount {
	from, to, _ := strings.Cut(v.Value, "-")
	if to == "" {
		to = from
	}
	return amount{from, to, v.Unit}
}

// Rate is a value in percent, or the ends of a range of them.
func (v Value) Rate() (from, to float64, ok bool) {
	s := scaled(v)
	if s.unit != "%" {
		return 0, 0, false
	}
	from, err := strconv.ParseFloat(s.from, 64)
	to, err2 := strconv.ParseFloat(s.to, 64)
	return from, to, err == nil && err2 == nil
}

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
