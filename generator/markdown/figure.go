package markdown

import (
	"jianzhu/generator/annotate"
	"jianzhu/generator/page"
	"jianzhu/generator/plot"
	"jianzhu/generator/report"
)

// mostRows of a figure can still be taken in.
const mostRows = 40

// ratePlots draws the growth and the rates of an indicator, a row for each place
// and time, its targets beside its results. Amounts are not drawn: those of
// places of different size would say nothing.
func ratePlots(name string, places []annotate.Measured) page.Body {
	figures := append(ratePlot(name, "增长", places, true), ratePlot(name, "比率", places, false)...)
	if len(figures) == 0 {
		return nil
	}
	return page.Body{page.Part{Class: "figures", Added: true, Body: figures}}
}

func ratePlot(name, what string, places []annotate.Measured, growth bool) page.Body {
	var rows []plot.Row
	means, seen := false, map[plot.Dot]bool{}
	for _, place := range places {
		last := ""
		for _, v := range place.Values {
			from, to, ok := v.Rate()
			if !ok || v.Growth != growth || v.Kind == report.Open {
				continue
			}
			when := shortPlace(place) + " " + periodText(v.Period)
			if when != last {
				rows = append(rows, plot.Row{Name: when})
				last = when
			}
			row := &rows[len(rows)-1]
			dot := plot.Dot{From: from, To: to, Promised: v.Kind == report.Target, Mean: v.Yearly}
			row.Dots = append(row.Dots, dot)
			means, seen[dot] = means || dot.Mean, true
			if row.Label != "" {
				row.Label += "，"
			}
			if v.Yearly {
				row.Label += "年均"
			}
			row.Label += indicatorKinds[v.Kind] + v.Indicator.Shown()
		}
	}
	if len(seen) < 2 || len(rows) > mostRows { // one value, or the same again: nothing to see
		return nil
	}
	key := `<i class="reached"></i>结果 <i class="promised"></i>目标`
	if means {
		key += ` <i class="reached mean"></i>年均结果 <i class="promised mean"></i>年均目标`
	}
	about := "各地各时期的结果与目标，数值同下表。"
	return page.Body{page.Figure{
		Above:   what + ` <span class="key">` + key + `</span>`,
		Drawing: plot.Dots(name+"："+what, about, "%", rows),
	}}
}

// shortPlace is a place's own name; without one, its report's.
func shortPlace(m annotate.Measured) string {
	if n := len(m.Region.Path); n > 0 {
		return m.Region.Path[n-1]
	}
	return m.Values[0].Report.Slug
}
