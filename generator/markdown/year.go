package markdown

import (
	"fmt"
	"strings"

	"jianzhu/generator/report"
)

// years writes the list of years.
func (w *writer) years() Page {
	var b strings.Builder
	for _, y := range w.c.Years {
		var facts []string
		if n := len(y.Given); n > 0 {
			facts = append(facts, fmt.Sprintf("当年报告%d篇", n))
		}
		if n := len(y.Covering); n > 0 {
			facts = append(facts, fmt.Sprintf("写到这一年的%d篇", n))
		}
		fmt.Fprintf(&b, "- [%d年](%d.md)%s\n", y.Year, y.Year, inBrackets(facts...))
	}
	return Page{
		Path:  "years/_index.md",
		Front: Front{Title: "年份", Type: "years", Weight: 6, Description: "所收报告的年份，以及报告写到的年份。"},
		Body:  b.String(),
	}
}

// year writes the page of a year: the reports given in it, and those given in
// others that cover it too.
func (w *writer) year(i int) Page {
	y := w.c.Years[i]
	var b strings.Builder
	if i > 0 {
		fmt.Fprintf(&b, "[上一年份：%d年](%d.md) ", w.c.Years[i-1].Year, w.c.Years[i-1].Year)
	}
	if i+1 < len(w.c.Years) {
		fmt.Fprintf(&b, "[下一年份：%d年](%d.md)", w.c.Years[i+1].Year, w.c.Years[i+1].Year)
	}
	b.WriteString("\n\n")
	list := func(title, id string, reports []*report.Report, dated bool) {
		if len(reports) == 0 {
			return
		}
		b.WriteString(heading(1, title, id))
		for _, r := range reports {
			when := period(r)
			if when == year(r) && !dated {
				when = ""
			}
			b.WriteString("- " + reportItem(r, place(r), kindNames[r.Meta.Type], when))
		}
		b.WriteString("\n")
	}
	list("当年的报告", "given", y.Given, false)
	list("写到这一年的报告", "covering", y.Covering, true)
	return Page{
		Path: fmt.Sprintf("years/%d.md", y.Year),
		Front: Front{
			Title: fmt.Sprintf("%d年", y.Year), Type: "year", Weight: i + 1,
			Description: fmt.Sprintf("%d年的报告，以及写到这一年的报告。", y.Year),
			Params:      Params{Year: y.Year},
		},
		Body: strings.TrimLeft(b.String(), "\n"),
	}
}
