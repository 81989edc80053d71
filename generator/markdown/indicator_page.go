package markdown

import (
	"fmt"
	"slices"
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/page"
	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

// indicator is the page of an indicator, values by region and year; and, where there
// are too many, those that follow it, indicators/<id>/2.md.
func (w *writer) indicator(i *annotate.Indicator) []Page {
	parts := parted(i.Places, mostValues)
	var pages []Page
	for n := range parts {
		pages = append(pages, Page{Path: indicatorPart(i.ID, n), Front: w.indicatorFront(i, n, len(parts)), made: w.ofIndicator(i), Body: func() page.Body {
			return w.indicatorBody(i, n)
		}})
	}
	return pages
}

// indicatorBody is what stands on the n-th page of an indicator.
func (w *writer) indicatorBody(i *annotate.Indicator, n int) page.Body {
	parts, missing := parted(i.Places, mostValues), missingKinds(i)
	body := slices.Concat(indicatorIntro(i), partLinks(i, parts, n), ratePlots(i.Name, parts[n]))
	if n == 0 {
		body = append(body, comparisons("目标与结果", "reached", "", i.Reached())...)
		body = append(body, comparisons("数值不一", "conflicts", "同一个地方对同一时期写了不同的数；所指的范围也许不同，请对照原文。", i.Conflicts())...)
	}
	for k, place := range parts[n] {
		body = append(body, w.placeTable(i, place, fmt.Sprintf("place-%d", k+1), missing)...)
	}
	if n == 0 {
		body = append(body, w.silent(i)...)
	}
	return body
}

func indicatorPart(id string, n int) string {
	if n == 0 {
		return indicatorPath(id)
	}
	return fmt.Sprintf("indicators/%s/%d.md", id, n+1)
}

// parted parts places so that each part has at most so many values, or one place
// with more: then that place is cut.
func parted(places []annotate.Measured, most int) (parts [][]annotate.Measured) {
	room := 0
	for _, p := range places {
		for _, values := range slices.Collect(slices.Chunk(p.Values, most)) {
			if len(values) > room {
				parts = append(parts, nil)
				room = most
			}
			last := len(parts) - 1
			parts[last] = append(parts[last], annotate.Measured{Region: p.Region, Values: values})
			room -= len(values)
		}
	}
	return parts
}

func (w *writer) indicatorFront(i *annotate.Indicator, n, parts int) Front {
	front := Front{
		Title: i.Name, Type: "indicator", Weight: n + 1,
		Description: fmt.Sprintf("%s在%d篇报告里的%d个数值，按地区和年份排列，结果与目标分开，每个都通到原文那一行。", i.Name, i.Reports, countValues(i.Places)),
		Params:      IndicatorParams{ID: i.ID, Uses: countValues(i.Places)},
	}
	if parts > 1 && n > 0 {
		front.Title += fmt.Sprintf("（%d）", n+1)
		front.Description = fmt.Sprintf("%s第%d页，共%d页。", front.Description, n+1, parts)
	}
	return front
}

func indicatorIntro(i *annotate.Indicator) page.Body {
	says := fmt.Sprintf("见于%d篇报告，共%d个数值，照原文；由程序从正文辨认，难免有错漏。", i.Reports, countValues(i.Places))
	if len(i.Places) > 1 {
		says += "各地口径不同，不宜相比。"
	}
	body := page.Body{paragraph(page.Text(says))}
	if n := len(i.Variants); n > 0 {
		in := words(page.Text("又写作："), page.Text(strings.Join(i.Variants[:min(n, mostVariants)], "；")))
		if n > mostVariants {
			in = append(in, textf("，等%d种", n))
		}
		body = append(body, paragraph(in...))
	}
	return body
}

// partLinks leads to the other pages of an indicator, by the places they begin with.
func partLinks(i *annotate.Indicator, parts [][]annotate.Measured, here int) page.Body {
	if len(parts) < 2 {
		return nil
	}
	var links [][]page.Inline
	for n, places := range parts {
		name := fmt.Sprintf("%d %s起", n+1, placeName(places[0]))
		if n == here {
			links = append(links, words(page.Text(name)))
			continue
		}
		links = append(links, words(page.Link{To: indicatorPart(i.ID, n), Text: name}))
	}
	return page.Body{paragraph(append(words(page.Text("分页：")), joined(links, "；")...)...)}
}

// placeName is a place in full; without one, the title of its report.
func placeName(m annotate.Measured) string {
	if len(m.Region.Path) > 0 {
		return strings.Join(m.Region.Path, "")
	}
	return m.Values[0].Report.Meta.Title
}

// missingKinds tells which kinds of values of an indicator, given by other
// reports, one leaves out.
func missingKinds(i *annotate.Indicator) func(*report.Report) []report.IndicatorKind {
	given := map[*report.Report]map[report.IndicatorKind]bool{}
	for _, place := range i.Places {
		for _, v := range place.Values {
			if given[v.Report] == nil {
				given[v.Report] = map[report.IndicatorKind]bool{}
			}
			given[v.Report][v.Kind] = true
		}
	}
	all := slices.DeleteFunc([]report.IndicatorKind{report.Target, report.Result}, func(k report.IndicatorKind) bool { return !i.Has(k) })
	return func(r *report.Report) []report.IndicatorKind {
		return slices.DeleteFunc(slices.Clone(all), func(k report.IndicatorKind) bool { return given[r][k] })
	}
}

// placeTable is the values of a place by year, and what kinds of them its reports
// leave out.
func (w *writer) placeTable(i *annotate.Indicator, place annotate.Measured, id string, missing func(*report.Report) []report.IndicatorKind) page.Body {
	name := page.Inline(page.Text(placeName(place)))
	if d := place.Region.Divisions(); len(d) > 0 && len(d) == len(place.Region.Path) && w.c.Region(d[len(d)-1].Code) != nil {
		name = page.Link{To: regionPath(d[len(d)-1].Code), Text: placeName(place)}
	}
	table := page.Table{Names: []string{"时期", "性质", "数值", "说明", "出处"}, Stack: true}
	var reports []*report.Report
	for _, v := range place.Values {
		table.Rows = append(table.Rows, []page.Cell{
			cell(periodText(v.Period)),
			cell(kindText(*v.Indicator)),
			{Lang: langOf(v.Report.Script), Words: words(page.Text(report.DisplayString(v.Written)))},
			cell(limits(*v.Indicator, i.Name)),
			{Words: words(page.Link{To: linePath(v.Report, v.Line), Text: fmt.Sprintf("%s，第%d行", v.Report.Meta.Title, v.Line)})},
		})
		if !slices.Contains(reports, v.Report) {
			reports = append(reports, v.Report)
		}
	}
	for _, r := range reports {
		for _, kind := range missing(r) {
			table.Rows = append(table.Rows, []page.Cell{{}, cell(indicatorKinds[kind]), cell(unsaid[kind]), {}, {Words: words(reportLink(r))}})
		}
	}
	return page.Body{page.Heading{Level: 1, ID: id, Words: words(name)}, table}
}

// cell is a cell of words of ours.
func cell(text string) page.Cell {
	if text == "" {
		return page.Cell{}
	}
	return page.Cell{Words: words(page.Text(text))}
}

// unsaid is what a table says where a report gives only values of the other kind.
var unsaid = map[report.IndicatorKind]string{report.Result: "未写明", report.Target: "未提出"}

// limits are the words that qualify a value, growth among them, and the name
// that it has where that is another than the page's.
func limits(i report.Indicator, name string) string {
	words := slices.Concat(i.Said, i.Before, i.After)
	for n, w := range words {
		words[n] = report.DisplayString(w)
	}
	if i.Total {
		words = append([]string{"累计"}, words...)
	}
	if change := i.Change(); change != "" {
		words = append([]string{change}, words...)
	}
	if own := report.DisplayString(i.Name); script.FoldString(own) != script.FoldString(name) {
		words = append(words, "写作“"+own+"”")
	}
	return strings.Join(words, "，")
}

// comparisons lists values that belong together, each place and time in an item. A report
// is named once, before the lines of its values.
func comparisons(title, id, says string, found []annotate.Comparison) page.Body {
	if len(found) == 0 {
		return nil
	}
	body := page.Body{heading(1, title, id)}
	if says != "" {
		body = append(body, paragraph(page.Text(says)))
	}
	var list page.List
	for _, c := range found[:min(mostListed, len(found))] {
		var values [][]page.Inline
		alone := c.Values[0].Report == c.Values[len(c.Values)-1].Report
		for n, v := range c.Values {
			title := ""
			if !alone && (n == 0 || v.Report != c.Values[n-1].Report) {
				title = "《" + v.Report.Meta.Title + "》"
			}
			value := append(words(page.Text(indicatorKinds[v.Kind])), statement(*v.Indicator, page.Link{To: linePath(v.Report, v.Line), Text: v.Indicator.Shown()})...)
			values = append(values, append(value, page.Text("（"), page.Text(title), textf("第%d行）", v.Line)))
		}
		where := placeName(annotate.Measured{Region: c.Region, Values: c.Values})
		list.Items = append(list.Items, page.Item{Words: append(words(page.Text(where), textf("，%s：", periodText(c.Period))), joined(values, "，")...)})
	}
	if rest := len(found) - mostListed; rest > 0 {
		list.Items = append(list.Items, page.Item{Words: words(textf("另有%d处", rest))})
	}
	return append(body, list)
}

// silent lists the reports without a value. They may speak of the matter in
// other words, or in words alone: 与上年持平.
func (w *writer) silent(i *annotate.Indicator) page.Body {
	reports, more := w.c.Silent(i, mostListed)
	if len(reports) == 0 {
		return nil
	}
	var list page.List
	for _, r := range reports {
		list.Items = append(list.Items, page.Item{Words: words(reportLink(r))})
	}
	if more {
		list.Items = append(list.Items, page.Item{Words: words(page.Text("其余从略"))}) // how many would change with every report
	}
	return page.Body{
		heading(1, "没有数值的报告", "silent"),
		paragraph(page.Text("也许没有提到，也许另有说法，也许只用文字说明，没有写出数字。")), list,
	}
}
