package annotate

import (
	"strings"

	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

func indicatorKey(name string) string { return indicatorName(name) }

func indicatorName(name string) string { return script.FoldString(report.DisplayString(name)) }

type amount struct{ from, to, unit string }

func scaled(v Value) amount {
	from, to, _ := strings.Cut(v.Value, "-")
	if to == "" {
		to = from
	}
	return amount{from, to, v.Unit}
}
