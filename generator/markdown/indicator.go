package markdown

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"

	"jianzhu/generator/report"
)

// indicatorPath is an indicator's page, from the site's root.
func indicatorPath(id string) string { return "indicators/" + id + ".md" }

// indicatorKinds are results and targets as tables name them.
var indicatorKinds = map[report.IndicatorKind]string{report.Result: "结果", report.Target: "目标"}

// indicatorsList writes 指标: the report's results and targets in text order.
// Values of one subject that stand together share a row. A name leads to its
// page, where there is one, and each value to its line.
func (p *reportPage) indicatorsList() string {
	var b strings.Builder
	for n := 0; n < len(p.r.Indicators); {
		first := p.r.Indicators[n]
		var values []string
		for ; n < len(p.r.Indicators) && oneRow(first, p.r.Indicators[n]); n++ {
			i := printed(p.r, p.r.Indicators[n])
			values = append(values, statement(i, "#"+lineID(i.Line)))
		}
		name := cell(report.DisplayString(first.Name))
		if i := p.w.c.Indicator(first.Name); i != nil {
			name = fmt.Sprintf("[%s](%s)", name, p.to(indicatorPath(i.ID)))
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", name, periodText(first.Period), indicatorKinds[first.Kind], strings.Join(values, "，"))
	}
	if b.Len() == 0 {
		return ""
	}
	return heading(1, "指标", indicatorsID) +
		"报告写明的结果与目标，由程序从正文辨认，难免有错漏；数值照原文，各指向所在的行。\n\n" +
		"| 指标 | 时期 | 性质 | 数值 |\n|---|---|---|---|\n" + b.String() + "\n"
}

// oneRow reports whether two indicators of a report say one thing of one subject,
// such as its level and its growth.
func oneRow(a, b report.Indicator) bool {
	return a.Name == b.Name && a.Kind == b.Kind && a.Period == b.Period && a.Line == b.Line
}

// statement is a value as a phrase that leads to its line: 力争增长7%左右. That it is
// a change is our word, the others are the report's.
func statement(i report.Indicator, to string) string {
	said, number := qualified(i)
	return fmt.Sprintf("%s[%s](%s)", cell(said+i.Change()), cell(number), to)
}

// qualified is a value with the modifiers that belong to its number, 7%左右, and
// what is said before it, 力争.
func qualified(i report.Indicator) (said, number string) {
	before, after := "", ""
	for _, m := range modifiers(i) {
		switch {
		case slices.Contains(following, m):
			after += m
		case strings.ContainsRune(limiting, []rune(m)[0]):
			before += m
		default:
			said += m
		}
	}
	return said, before + amount(i) + after
}

// limiting are the beginnings of modifiers that stand right before a number:
// 不低于, 约, 超过; others, such as 力争 and 预计, stand before the verb.
const limiting = "不约約近超逾突将將接高低大小少多至最跨跃躍站迈邁破<>≤≥＜＞"

// following are the modifiers that stand after a number.
var following = []string{"左右", "以上", "以下", "以内", "之内", "以內", "之內", "上下", "余", "餘", "多", "强", "強"}

// modifiers are the words that qualify a value, apart.
func modifiers(i report.Indicator) []string {
	return strings.FieldsFunc(report.DisplayString(i.Modifier), func(r rune) bool { return strings.ContainsRune("，,、；; ", r) })
}

// printed is an indicator whose unit has the 余 or 多 that stands before or in it
// on the line (150余场, 2亿多元), instead of a modifier that says so.
func printed(r *report.Report, i report.Indicator) report.Indicator {
	if !strings.ContainsAny(i.Modifier, "余餘多") {
		return i
	}
	line, from := []rune(r.From(i.Line)), i.Column+len([]rune(i.Value))
	if from < 0 || from > i.End || i.End > len(line) {
		return i
	}
	unit := spaceless(string(line[from:i.End]))
	for _, more := range []string{"余", "餘", "多"} {
		if strings.Contains(unit, more) && strings.Replace(unit, more, "", 1) == spaceless(i.Unit) {
			i.Unit = unit
			i.Modifier = strings.Join(slices.DeleteFunc(modifiers(i), func(m string) bool { return m == more }), "、")
		}
	}
	return i
}

func spaceless(s string) string { return strings.Join(strings.Fields(s), "") }

// amount is a value with its unit, as printed.
func amount(i report.Indicator) string { return report.DisplayString(i.Value + i.Unit) }

// periodText is a period as shown; "" where it is not known.
func periodText(period string) string {
	first, last, _ := strings.Cut(period, "/")
	from, err := strconv.Atoi(first)
	if err != nil {
		return cell(period)
	}
	to, err := strconv.Atoi(last)
	if err != nil {
		to = from
	}
	return spanText(from, to)
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
