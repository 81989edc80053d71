package markdown

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/report"
)

// A site of many reports has pages that can still be read.
const (
	mostValues     = 300  // on a page of an indicator; the others are on pages after it
	mostListed     = 30   // reports without an indicator, places where values differ
	mostIndicators = 1000 // in the list of indicators
	mostVariants   = 12   // of a name
)

// indicators writes the list of indicators; none where no report has any.
func (w *writer) indicators() []Page {
	if !w.measured() {
		return nil
	}
	var shared, single strings.Builder
	listed := w.c.Indicators[:min(mostIndicators, len(w.c.Indicators))]
	for _, i := range slices.SortedStableFunc(slices.Values(listed), func(a, b annotate.Indicator) int {
		return cmp.Or(cmp.Compare(b.Reports, a.Reports), cmp.Compare(a.ID, b.ID))
	}) {
		to := &single
		if i.Reports > 1 {
			to = &shared
		}
		facts := fmt.Sprintf("%d篇，%d个数值", i.Reports, countValues(i.Places))
		if i.Reports == 1 {
			facts = fmt.Sprintf("%d个数值", countValues(i.Places))
		}
		fmt.Fprintf(to, "- [%s](%s.md)（%s）\n", escape(i.Name), i.ID, facts)
	}
	front := Front{Title: "指标", Type: "indicators", Weight: 4, Description: "报告写明的结果与目标：同一个指标在各地各年是多少、定了多少，每个数值都通到原文那一行。"}
	front.Params.Traditional = traditionalNames(listed)
	body := fmt.Sprintf("报告写明的结果与目标，由程序从正文辨认，难免有错漏。这里列出可以对照的%d个：不止一篇报告写到，或者一篇里写了不止一个时期、既有结果又有目标、前后数值不同。", len(w.c.Indicators))
	if rest := len(w.c.Indicators) - len(listed); rest > 0 {
		body += fmt.Sprintf("写到的报告最多的%d个在下面，其余%d个从各篇报告的“指标”进入。", len(listed), rest)
	}
	body += "\n\n"
	if shared.Len() > 0 {
		body += heading(1, "几篇报告都有的", "shared") + shared.String() + "\n"
	}
	if single.Len() > 0 {
		body += heading(1, "一篇里可以对照的", "single") + single.String() + "\n"
	}
	pages := []Page{{Path: "indicators/_index.md", Front: front, Body: body}}
	for i := range w.c.Indicators {
		pages = append(pages, w.indicator(&w.c.Indicators[i])...)
	}
	return pages
}

// measured reports whether any report has indicators.
func (w *writer) measured() bool {
	return slices.ContainsFunc(w.c.Reports, func(r *report.Report) bool { return len(r.Indicators) > 0 })
}

// toIndicators leads from the home page to the indicators, where there are any.
func (w *writer) toIndicators() string {
	if !w.measured() {
		return ""
	}
	return "；写明的数字，见[指标](indicators/_index.md)"
}

// traditionalNames are the ids of the indicators whose names are in Traditional characters.
func traditionalNames(indicators []annotate.Indicator) (ids []string) {
	for _, i := range indicators {
		if i.Script == traditional {
			ids = append(ids, i.ID)
		}
	}
	return ids
}

func countValues(places []annotate.Measured) (n int) {
	for _, p := range places {
		n += len(p.Values)
	}
	return n
}
