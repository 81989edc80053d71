package markdown

import (
	"slices"

	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

// indicatorPath is an indicator's page, from the site's root.
func indicatorPath(id string) string { return "indicators/" + id + ".md" }

// indicatorKinds are the kinds as tables name them.
var indicatorKinds = map[report.IndicatorKind]string{report.Result: "结果", report.Target: "目标", report.Open: "未定"}

// indicatorsList is 指标: the report's results and targets in text order. Values of
// one subject that stand together share a row, and so do those of one quotation, which
// stands where no name is sure. A name leads to its page, where there is one, and each
// value to its line; all are the report's own words.
func (p *reportPage) indicatorsList() page.Body {
	if len(p.r.Indicators) == 0 {
		return nil
	}
	table := page.Table{Names: []string{"指标", "时期", "性质", "数值"}, Stack: true}
	lang := langOf(p.r.Script)
	for n := 0; n < len(p.r.Indicators); {
		first := p.r.Indicators[n]
		var values [][]page.Inline
		for ; n < len(p.r.Indicators) && oneRow(first, p.r.Indicators[n]); n++ {
			i := p.r.Indicators[n]
			value := page.LineLink(i.Line, i.Shown())
			value.Line, value.Lang = i.Line, lang
			values = append(values, statement(i, value))
		}
		table.Rows = append(table.Rows, []page.Cell{
			{Lang: lang, Words: p.w.subject(first)},
			{Words: words(page.Text(periodText(first.Period)))},
			{Words: words(page.Text(kindText(first)))},
			{Words: joined(values, "，")},
		})
	}
	return page.Body{
		indicatorsPart.heading(),
		how(page.Text(howIndicators(p.r.Indicators) + "数值照原文，各指向所在的行。")),
		table,
	}
}

// subject is what a value is of: its name, or what the report says around it.
func (w *writer) subject(i report.Indicator) []page.Inline {
	name := report.DisplayString(i.Name)
	switch followed := w.c.Indicator(i.Name); {
	case i.Quote != "":
		return words(page.Text("「" + i.Quote + "」"))
	case followed != nil:
		return words(page.Link{To: indicatorPath(followed.ID), Text: name})
	}
	return words(page.Text(name))
}

// howIndicators says where indicators come from and, where there are such, what
// 未定 is and what stands in quotation marks.
func howIndicators(all []report.Indicator) string {
	how := "报告写明的结果与目标，由程序从正文辨认，难免有错漏；"
	if slices.ContainsFunc(all, func(i report.Indicator) bool { return i.Kind == report.Open }) {
		how += "还在进行的，或者报告没有说明是否达到的，写作未定；"
	}
	if slices.ContainsFunc(all, func(i report.Indicator) bool { return i.Quote != "" }) {
		how += "没有把握叫什么的，照录报告的原话，加「」；"
	}
	return how
}

// oneRow reports whether two indicators of a report say one thing of one subject,
// such as its level and its growth.
func oneRow(a, b report.Indicator) bool {
	return a.Name == b.Name && a.Quote == b.Quote && a.Kind == b.Kind && a.Property == b.Property && a.Period == b.Period && a.Line == b.Line
}

// statement is a value as a phrase with its link: 力争增长7%左右.
func statement(i report.Indicator, value page.Link) []page.Inline {
	return words(page.Text(i.Lead()), value)
}

// kindText is whether a value is a result or a target, with the property that a
// plan's table gives it: 目标（约束性）.
func kindText(i report.Indicator) string {
	kind := indicatorKinds[i.Kind]
	if i.Property != "" && i.Kind == report.Target {
		kind += "（" + report.DisplayString(i.Property) + "）"
	}
	return kind
}

// periodText is a period as shown; "" where it is not known.
func periodText(p report.Period) string {
	if p.First == 0 {
		return ""
	}
	return spanText(p.First, p.Last)
}
