package markdown

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"

	"jianzhu/generator/annotate"
	"jianzhu/generator/plot"
	"jianzhu/generator/report"
)

// mostRows of a figure can still be taken in.
const mostRows = 40

// ratePlots draws the growth and the rates of an indicator, a row for each place
// and time, its targets beside its results. Amounts are not drawn: those of
// places of different size would say nothing.
func ratePlots(name string, places []annotate.Measured) string {
	return ratePlot(name, "增长", places, true) + ratePlot(name, "比率", places, false)
}

func ratePlot(name, what string, places []annotate.Measured, growth bool) string {
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
			row.Label += indicatorKinds[v.Kind] + number(v.Indicator)
		}
	}
	if len(seen) < 2 || len(rows) > mostRows { // one value, or the same again: nothing to see
		return ""
	}
	key := `<i class="reached"></i>结果 <i class="promised"></i>目标`
	if means {
		key += ` <i class="reached mean"></i>年均结果 <i class="promised mean"></i>年均目标`
	}
	about := "各地各时期的结果与目标，数值同下表。"
	return fmt.Sprintf("<figure class=\"figure\"><figcaption>%s <span class=\"key\">%s</span></figcaption>%s</figure>\n",
		what, key, plot.Dots(name+"："+what, about, "%", rows))
}

// shortPlace is a place's own name; without one, its report's.
func shortPlace(m annotate.Measured) string {
	if n := len(m.Region.Path); n > 0 {
		return m.Region.Path[n-1]
	}
	return m.Values[0].Report.Slug
}

// insertFigures puts a page's figures before its first section.
func insertFigures(doc ast.Node, figures string) {
	if figures == "" {
		return
	}
	raw := ast.NewString([]byte(strings.TrimSpace(figures)))
	raw.SetCode(true) // as it is
	holder := block("div", "class", "figures", "data-added", "")
	holder.AppendChild(holder, raw)
	for n := range children(doc) {
		if _, ok := n.(*ast.Heading); ok {
			doc.InsertBefore(doc, n, holder)
			return
		}
	}
	doc.AppendChild(doc, holder)
}
