package data

import (
	"strconv"
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/report"
)

// value is a number of a report with what it is of: in the list of an indicator, in
// its report, and, under the same names, a row of indicators/index.csv.
type value struct {
	ID         string   `json:"id"`
	Report     string   `json:"report,omitempty"`
	Region     string   `json:"region,omitempty"`
	Code       string   `json:"code,omitempty"`
	Year       int      `json:"year,omitempty"`
	Line       int      `json:"line"`
	Column     int      `json:"column"`
	Name       string   `json:"name"`
	Quote      string   `json:"quote,omitempty"`
	Indicator  string   `json:"indicator,omitempty"`
	Value      string   `json:"value"`
	Unit       string   `json:"unit,omitempty"`
	Modifier   string   `json:"modifier,omitempty"`
	Kind       string   `json:"kind"`
	Growth     bool     `json:"growth,omitempty"`
	Yearly     bool     `json:"yearly,omitempty"`
	Total      bool     `json:"total,omitempty"`
	Property   string   `json:"property,omitempty"`
	Period     string   `json:"period,omitempty"`
	Number     *float64 `json:"number,omitempty"`
	NumberTo   *float64 `json:"numberTo,omitempty"`
	NumberUnit string   `json:"numberUnit,omitempty"`
}

// valueOf is the n-th value of a report, without what is said of the report.
func valueOf(c *annotate.Corpus, r *report.Report, n int) value {
	i := &r.Indicators[n]
	made := value{
		ID: valueID(r, n), Line: i.Line, Column: i.Column,
		Name: i.Name, Quote: i.Quote, Indicator: c.IndicatorID(i.Name), Value: i.Value, Unit: i.Unit, Modifier: strings.Join(i.Modifiers(), "、"),
		Kind: string(i.Kind), Growth: i.Growth, Yearly: i.Yearly, Total: i.Total, Property: i.Property, Period: i.Period.String(),
	}
	if a := &i.Amount; a.Known {
		made.Number, made.NumberUnit = &a.From, a.Unit
		if a.To != a.From {
			made.NumberTo = &a.To
		}
	}
	return made
}

// valueID is the id of the n-th value of a report: its place in the text, for the
// text stays as it is while names and readings improve. Several values that stand in
// one place are numbered.
func valueID(r *report.Report, n int) string {
	i, before := &r.Indicators[n], 0
	for m := n - 1; m >= 0 && r.Indicators[m].Line == i.Line; m-- {
		if r.Indicators[m].Column == i.Column {
			before++
		}
	}
	id := r.Slug + ":" + strconv.Itoa(i.Line) + ":" + strconv.Itoa(i.Column)
	if before > 0 {
		id += ":" + strconv.Itoa(before+1)
	}
	return id
}

// values are those of a report, in the order of its text.
func values(c *annotate.Corpus, r *report.Report) []value {
	made := make([]value, len(r.Indicators))
	for n := range made {
		made[n] = valueOf(c, r, n)
	}
	return made
}

// regionOf is the whole name of the place that a report is about.
func regionOf(r *report.Report) string { return strings.Join(r.Meta.Region.Path, "") }
