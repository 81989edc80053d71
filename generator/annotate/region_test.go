package annotate

import (
	"fmt"
	"strings"

	"jianzhu/generator/report"
)

// describePlaces writes regions, years and what is near each report.
func describePlaces(b *strings.Builder, c *Corpus) {
	slugs := func(reports []*report.Report) string {
		var all []string
		for _, r := range reports {
			all = append(all, r.Slug)
		}
		return strings.Join(all, " ")
	}
	for _, r := range c.Regions {
		fmt.Fprintf(b, "region %s%s %s (%s)\n", strings.Repeat("\t", len(r.Above)), r.Code, r.Name, slugs(r.Reports))
	}
	for _, y := range c.Years {
		fmt.Fprintf(b, "year %d (%s) (%s)\n", y.Year, slugs(y.Given), slugs(y.Covering))
	}
	for _, r := range c.Reports {
		place, city := c.Neighbours(r)
		if len(place)+len(city) > 0 {
			fmt.Fprintf(b, "near %s: (%s) (%s)\n", r.Slug, slugs(place), slugs(city))
		}
	}
}
