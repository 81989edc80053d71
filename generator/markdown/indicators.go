package markdown

import (
	"cmp"
	"fmt"
	"slices"

	"jianzhu/generator/annotate"
	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

// A site of many reports has pages that can still be read.
const (
	mostValues     = 300  // on a page of an indicator; the others are on pages after it
	mostListed     = 30   // reports without an indicator, places where values differ
	mostIndicators = 1000 // in the list of indicators
	mostVariants   = 12   // of a name
)

// indicators is the list of indicators; none where no report has any.
func (w *writer) indicators() []Page {
	if !w.measured() {
		return nil
	}
	listed := w.c.Indicators[:min(mostIndicators, len(w.c.Indicators))]
	says := fmt.Sprintf("报告写明的结果与目标，由程序从正文辨认，难免有错漏。这里列出可以对照的%d个：", len(w.c.Indicators))
	if enough := w.c.Enough(); enough > 1 {
		says += fmt.Sprintf("至少%d篇报告写到。别的在各篇报告的“指标”里，也在全部数据里。", enough)
	} else {
		says += "不止一篇报告写到，或者一篇里写了不止一个时期、既有结果又有目标、前后数值不同。"
	}
	if rest := len(w.c.Indicators) - len(listed); rest > 0 {
		says += fmt.Sprintf("写到的报告最多的%d个在下面，其余%d个从各篇报告的“指标”进入。", len(listed), rest)
	}
	body := page.Body{paragraph(page.Text(says))}
	shared, single := indicatorLists(listed)
	if len(shared.Items) > 0 {
		body = append(body, heading(1, "见于几篇的", "shared"), shared)
	}
	if len(single.Items) > 0 {
		body = append(body, heading(1, "只见于一篇的", "single"), single)
	}
	front := Front{Title: "指标", Type: "indicators", Weight: 4, Description: "报告写明的结果与目标：同一个指标在各地各年是多少、定了多少，每个数值都通到原文那一行。"}
	return []Page{{Path: "indicators/_index.md", Front: front, Body: fixed(body)}}
}

// indicatorPages are the pages of all indicators.
func (w *writer) indicatorPages() (pages []Page) {
	for i := range w.c.Indicators {
		pages = append(pages, w.indicator(&w.c.Indicators[i])...)
	}
	return pages
}

// indicatorLists are the indicators that several reports have, and those of one.
func indicatorLists(all []annotate.Indicator) (shared, single page.List) {
	for _, i := range slices.SortedStableFunc(slices.Values(all), func(a, b annotate.Indicator) int {
		return cmp.Or(cmp.Compare(b.Reports, a.Reports), cmp.Compare(a.ID, b.ID))
	}) {
		list, facts := &single, fmt.Sprintf("（%d个数值）", countValues(i.Places))
		if i.Reports > 1 {
			list, facts = &shared, fmt.Sprintf("（%d篇，%d个数值）", i.Reports, countValues(i.Places))
		}
		name := page.Link{To: indicatorPath(i.ID), Text: i.Name}
		list.Items = append(list.Items, page.Item{Words: words(name, page.Text(facts))})
	}
	return shared, single
}

// measured reports whether any report has indicators.
func (w *writer) measured() bool {
	return slices.ContainsFunc(w.c.Reports, func(r *report.Report) bool { return len(r.Indicators) > 0 })
}

// toIndicators leads from the home page to the indicators, where there are any.
func (w *writer) toIndicators() []page.Inline {
	if !w.measured() {
		return nil
	}
	return words(page.Text("；报告里的数字，列在"), page.Link{To: "indicators/_index.md", Text: "指标"})
}

func countValues(places []annotate.Measured) (n int) {
	for _, p := range places {
		n += len(p.Values)
	}
	return n
}
