package data

import (
	"fmt"
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/report"
)

// value is a number of a report with what it is of: in the list of an indicator, in
// its report, and, under the same names, a row of indicators/index.csv.
type value struct {
	ID         string   `json:"id"`
	Report     string   `json:"report"`
	Region     string   `json:"region"`
	Code       string   `json:"code"`
	Year       int      `json:"year"`
	Line       int      `json:"line"`
	Column     int      `json:"column"`
	Name       string   `json:"name"`
	Indicator  string   `json:"indicator"`
	Value      string   `json:"value"`
	Unit       string   `json:"unit"`
	Modifier   string   `json:"modifier"`
	Kind       string   `json:"kind"`
	Growth     bool     `json:"growth"`
	Yearly     bool     `json:"yearly"`
	Total      bool     `json:"total"`
	Property   string   `json:"property"`
	Period     string   `json:"period"`
	Number     *float64 `json:"number"`
	NumberTo   *float64 `json:"numberTo"`
	NumberUnit string   `json:"numberUnit"`
}

func valueOf(c *annotate.Corpus, r *report.Report, i report.Indicator, id string) value {
	made := value{
		ID: id, Report: r.Slug, Region: regionOf(r), Code: r.Meta.Region.Code, Year: r.Meta.Year, Line: i.Line, Column: i.Column,
		Name: i.Name, Indicator: c.IndicatorID(i.Name), Value: i.Value, Unit: i.Unit, Modifier: strings.Join(i.Modifiers(), "、"),
		Kind: string(i.Kind), Growth: i.Growth, Yearly: i.Yearly, Total: i.Total, Property: i.Property, Period: i.Period.String(),
	}
	if a := i.Amount; a.Known {
		made.Number, made.NumberTo, made.NumberUnit = &a.From, &a.To, a.Unit
	}
	return made
}

// valueIDs are the ids of a report's values, in their order: the place in the text,
// for the text stays as it is while names and readings improve. Several values that
// stand in one place are numbered.
func valueIDs(r *report.Report) []string {
	count := map[string]int{}
	return list(r.Indicators, func(i report.Indicator) string {
		id := fmt.Sprintf("%s:%d:%d", r.Slug, i.Line, i.Column)
		count[id]++
		if n := count[id]; n > 1 {
			id = fmt.Sprintf("%s:%d", id, n)
		}
		return id
	})
}

// values are those of a report, in the order of its text.
func values(c *annotate.Corpus, r *report.Report) []value {
	made := make([]value, len(r.Indicators))
	for n, id := range valueIDs(r) {
		made[n] = valueOf(c, r, r.Indicators[n], id)
	}
	return made
}

// regionOf is the whole name of the place that a report is about.
func regionOf(r *report.Report) string { return strings.Join(r.Meta.Region.Path, "") }
