package markdown

import (
	"fmt"

	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

// yearPath is a year's page, from the site's root.
func yearPath(year int) string { return fmt.Sprintf("years/%d.md", year) }

// yearLink leads to a year.
func yearLink(before string, year int) page.Link {
	return page.Link{To: yearPath(year), Text: fmt.Sprintf("%s%d年", before, year)}
}

// years is the list of years.
func (w *writer) years() Page {
	var list page.List
	for _, y := range w.c.Years {
		var facts []string
		if n := len(y.Given); n > 0 {
			facts = append(facts, fmt.Sprintf("当年%d篇", n))
		}
		if n := len(y.Covering); n > 0 {
			facts = append(facts, fmt.Sprintf("另有%d篇写到", n))
		}
		list.Items = append(list.Items, page.Item{Words: words(yearLink("", y.Year), page.Text(inBrackets(facts...)))})
	}
	body := page.Body{list}
	switch {
	case len(w.c.Reports) == 0:
		body = noReports
	case len(list.Items) == 0:
		body = page.Body{paragraph(page.Text("所收报告都没有写明年份。"))}
	}
	return Page{
		Path:  yearsPath,
		Front: Front{Title: "年份", Type: "years", Weight: 6, Description: "所收报告的年份，以及报告写到的年份。"},
		Body:  fixed(body),
	}
}

// year is the page of a year: the reports given in it, and those given in others
// that cover it too.
func (w *writer) year(i int) Page {
	y := w.c.Years[i]
	var ways [][]page.Inline
	if i > 0 {
		ways = append(ways, words(yearLink("上一年份：", w.c.Years[i-1].Year)))
	}
	if i+1 < len(w.c.Years) {
		ways = append(ways, words(yearLink("下一年份：", w.c.Years[i+1].Year)))
	}
	var body page.Body
	if len(ways) > 0 {
		body = append(body, paragraph(joined(ways, " ")...))
	}
	list := func(title, id string, reports []*report.Report, dated bool) {
		if len(reports) == 0 {
			return
		}
		var list page.List
		for _, r := range reports {
			when := period(r)
			if when == year(r) && !dated {
				when = ""
			}
			list.Items = append(list.Items, reportItem(r, place(r), r.Meta.TypeName(), when))
		}
		body = append(body, heading(1, title, id), list)
	}
	list("当年的报告", "given", y.Given, false)
	list("写到这一年的报告", "covering", y.Covering, true)
	body = append(body, w.comparedOf(y)...)
	return Page{
		Path: yearPath(y.Year),
		Front: Front{
			Title: fmt.Sprintf("%d年", y.Year), Type: "year", Weight: y.Year,
			Description: fmt.Sprintf("%d年的报告，以及写到这一年的报告。", y.Year),
			Params:      YearParams{Year: y.Year},
		},
		Body: fixed(body),
	}
}
