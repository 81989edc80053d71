package markdown

import (
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"

	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

// indicatorPath is an indicator's page, from the site's root.
func indicatorPath(id string) string { return "indicators/" + id + ".md" }

// indicatorKinds are the kinds as tables name them.
var indicatorKinds = map[report.IndicatorKind]string{report.Result: "结果", report.Target: "目标", report.Open: "未定"}

// indicatorsList writes 指标: the report's results and targets in text order.
// Values of one subject that stand together share a row. A name leads to its
// page, where there is one, and each value to its line.
func (p *reportPage) indicatorsList() string {
	var b strings.Builder
	for n := 0; n < len(p.r.Indicators); {
		first := p.r.Indicators[n]
		var values []string
		for ; n < len(p.r.Indicators) && oneRow(first, p.r.Indicators[n]); n++ {
			i := p.r.Indicators[n]
			values = append(values, statement(i, "#"+lineID(i.Line)))
		}
		name := cell(report.DisplayString(first.Name))
		if i := p.w.c.Indicator(first.Name); i != nil {
			name = fmt.Sprintf("[%s](%s)", name, p.to(indicatorPath(i.ID)))
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", name, periodText(first.Period), kindText(first), strings.Join(values, "，"))
	}
	if b.Len() == 0 {
		return ""
	}
	return heading(1, "指标", indicatorsID) +
		howIndicators(p.r.Indicators) +
		"数值照原文，各指向所在的行。\n\n" +
		"| 指标 | 时期 | 性质 | 数值 |\n|---|---|---|---|\n" + b.String() + "\n"
}

// howIndicators says where indicators come from and, where there are such, what 未定 is.
func howIndicators(all []report.Indicator) string {
	how := "报告写明的结果与目标，由程序从正文辨认，难免有错漏；"
	if slices.ContainsFunc(all, func(i report.Indicator) bool { return i.Kind == report.Open }) {
		how += "还在进行的，或者报告没有说明是否达到的，写作未定；"
	}
	return how
}

// oneRow reports whether two indicators of a report say one thing of one subject,
// such as its level and its growth.
func oneRow(a, b report.Indicator) bool {
	return a.Name == b.Name && a.Kind == b.Kind && a.Property == b.Property && a.Period == b.Period && a.Line == b.Line
}

// statement is a value as a phrase that leads to its line: 力争增长7%左右. That it is
// a change or, in a plan's table, a sum over all the period is our word, the others
// are the report's.
func statement(i report.Indicator, to string) string {
	said := report.DisplayString(strings.Join(i.Said, ""))
	if i.Total && !strings.Contains(script.FoldString(said), "累计") {
		said += "累计"
	}
	return fmt.Sprintf("%s[%s](%s)", cell(said+i.Change()), cell(number(i)), to)
}

// kindText is whether a value is a result or a target, with the property that a
// plan's table gives it: 目标（约束性）.
func kindText(i report.Indicator) string {
	kind := indicatorKinds[i.Kind]
	if i.Property != "" && i.Kind == report.Target {
		kind += "（" + report.DisplayString(i.Property) + "）"
	}
	return cell(kind)
}

// number is a value with its unit and the words right at it, as printed: 超2亿多元.
func number(i report.Indicator) string {
	return report.DisplayString(strings.Join(i.Before, "") + i.Written + strings.Join(i.After, ""))
}

// periodText is a period as shown; "" where it is not known.
func periodText(p report.Period) string {
	if p.First == 0 {
		return ""
	}
	return spanText(p.First, p.Last)
}

// cell is text for a cell of a table.
func cell(text string) string { return strings.ReplaceAll(escape(text), "|", `\|`) }

// transformIndicators makes 指标 of a report: its names and values are the
// report's own words.
func transformIndicators(n ast.Node, source []byte, script string) {
	if _, ok := n.(*ast.Paragraph); ok {
		set(n, "class", "how")
		return
	}
	table, ok := n.(*extension.Table)
	if !ok {
		return
	}
	transformLineRefs(table)
	for row := range children(table) {
		if _, ok := row.(*extension.TableRow); !ok {
			continue
		}
		if script == traditional {
			set(row.FirstChild(), "lang", traditional)
		}
		for c := range children(row.LastChild()) {
			a, ok := c.(*element)
			if !ok {
				continue
			}
			line, _ := strings.CutPrefix(a.get("href"), "#L")
			a.attrs = append(a.attrs, "data-line", line) // paper says it
			if script == traditional {
				a.attrs = append(a.attrs, "lang", traditional)
			}
		}
	}
	stack(table, source)
}

// stack prepares a table for narrow screens, where each row becomes a paragraph:
// its cells carry the names of their columns. The first, where it says anything,
// is the row's heading.
func stack(table *extension.Table, source []byte) {
	set(table, "class", "stack")
	var names []string
	for row := range children(table) {
		if _, ok := row.(*extension.TableHeader); ok {
			for c := range children(row) {
				names = append(names, textOf(c, source))
				set(c, "scope", "col")
			}
			continue
		}
		column := 0
		for c := range children(row) {
			switch {
			case column == 0 && !c.HasChildren():
			case column == 0:
				head := block("th", "scope", "row")
				if lang, ok := c.AttributeString("lang"); ok {
					head.attrs = append(head.attrs, "lang", string(lang.([]byte)))
				}
				replace(c, head)
			case column < len(names):
				set(c, "data-name", names[column])
			}
			column++
		}
	}
}
