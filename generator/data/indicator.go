package data

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/report"
)

// indicatorColumns are the columns of indicators/index.csv, as its metadata
// describe them.
var indicatorColumns = []struct {
	name, title string
	datatype    any // of CSVW: a name, or a name with a format
	required    bool
	description string
	value       func(r *report.Report, i report.Indicator, id string) string
}{
	{"report", "报告", "string", true, "报告的代号，也是它在/reports/下的地址。",
		func(r *report.Report, _ report.Indicator, _ string) string { return r.Slug }},
	{"region", "地区", "string", false, "从省起写全；报告没有写的为空。",
		func(r *report.Report, _ report.Indicator, _ string) string {
			return text(strings.Join(r.Meta.Region.Path, ""))
		}},
	{"code", "区划代码", formatted{"string", "[0-9]{6}"}, false, "GB/T 2260，没有代码的地方用上一级的。",
		func(r *report.Report, _ report.Indicator, _ string) string { return r.Meta.Region.Code }},
	{"year", "报告年份", "gYear", false, "报告是哪一年的。",
		func(r *report.Report, _ report.Indicator, _ string) string { return positive(r.Meta.Year) }},
	{"name", "指标", "string", true, "照原文，连同括号里的限定。以等号、加号、减号或@开头的，前面加一撇，以免表格软件当作公式；其他文字列也这样。",
		func(_ *report.Report, i report.Indicator, _ string) string { return text(i.Name) }},
	{"id", "指标代号", "string", false, "同一个指标在各篇里代号相同，也是它在/indicators/下的地址；不能对照的为空。",
		func(_ *report.Report, _ report.Indicator, id string) string { return id }},
	{"value", "数值", "string", true, "照原文，可以是6.5-7、2.8:55.4:41.8。",
		func(_ *report.Report, i report.Indicator, _ string) string { return report.DisplayString(i.Value) }},
	{"unit", "单位", "string", false, "照原文。",
		func(_ *report.Report, i report.Indicator, _ string) string { return text(i.Unit) }},
	{"modifier", "限定", "string", false, "照原文，如左右、以上、不低于。",
		func(_ *report.Report, i report.Indicator, _ string) string {
			return text(strings.Join(i.Modifiers(), "、"))
		}},
	{"kind", "性质", formatted{"string", "result|target|open"}, true, "result是已达到的结果，target是要达到的目标，open是两者都不是：还在进行，或者报告没有说明。",
		func(_ *report.Report, i report.Indicator, _ string) string { return string(i.Kind) }},
	{"growth", "增长", "boolean", true, "true是比以前的变动，false是本身的数。",
		func(_ *report.Report, i report.Indicator, _ string) string { return strconv.FormatBool(i.Growth) }},
	{"yearly", "年均", "boolean", true, "true是几年里平均每年的变动。",
		func(_ *report.Report, i report.Indicator, _ string) string { return strconv.FormatBool(i.Yearly) }},
	{"total", "累计", "boolean", true, "true是整个时期累计的数，规划的指标表写在方括号里。",
		func(_ *report.Report, i report.Indicator, _ string) string { return strconv.FormatBool(i.Total) }},
	{"property", "属性", formatted{"string", "预期性|约束性"}, false, "规划的指标表所写的属性；没有写的为空。",
		func(_ *report.Report, i report.Indicator, _ string) string { return i.Property }},
	{"period", "时期", formatted{"string", "[0-9]{4}(/[0-9]{4})?"}, false, "一年写2016，几年写起讫2016/2020；不明的为空。",
		func(_ *report.Report, i report.Indicator, _ string) string { return i.Period.String() }},
	{"line", "行号", "positiveInteger", true, "在原始文本里，从1起。",
		func(_ *report.Report, i report.Indicator, _ string) string { return strconv.Itoa(i.Line) }},
	{"address", "地址", "anyURI", true, "那一行的地址，相对于本文件。",
		func(r *report.Report, i report.Indicator, _ string) string {
			return "../reports/" + r.Slug + "/#L" + strconv.Itoa(i.Line)
		}},
	{"number", "折算数", "decimal", false, "按折算单位计的数，范围取低的一端；比例和写不成一个数的为空。",
		func(_ *report.Report, i report.Indicator, _ string) string {
			return decimal(i.Amount.From, i.Amount.Known)
		}},
	{"number_to", "折算数上端", "decimal", false, "范围的高端；不是范围的为空。",
		func(_ *report.Report, i report.Indicator, _ string) string {
			return decimal(i.Amount.To, i.Amount.Known && i.Amount.To != i.Amount.From)
		}},
	{"number_unit", "折算单位", "string", false, "去掉万、亿等倍数以后的单位，用简体。",
		func(_ *report.Report, i report.Indicator, _ string) string {
			return text(i.Amount.Unit)
		}},
}

// indicatorTable is indicators/index.csv, after RFC 4180: the indicators of all
// reports, by region, year and line, with the names of the columns first.
func indicatorTable(c *annotate.Corpus) ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	row := make([]string, len(indicatorColumns))
	for n, column := range indicatorColumns {
		row[n] = column.name
	}
	if err := w.Write(row); err != nil {
		return nil, err
	}
	for _, r := range c.Reports {
		for _, i := range r.Indicators {
			id := ""
			if followed := c.Indicator(i.Name); followed != nil {
				id = followed.ID
			}
			for n, column := range indicatorColumns {
				row[n] = column.value(r, i, id)
			}
			if err := w.Write(row); err != nil {
				return nil, err
			}
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// text is words of a report for a spreadsheet, as displayed. What a program would
// take for a formula gets an apostrophe, by which it is text.
func text(words string) string {
	words = report.DisplayString(words)
	if words != "" && strings.ContainsRune("=+-@＝＋－＠\t\r", []rune(words)[0]) {
		return "'" + words
	}
	return words
}

// decimal writes a number in full, or nothing.
func decimal(n float64, known bool) string {
	if !known {
		return ""
	}
	return strconv.FormatFloat(n, 'f', -1, 64)
}

func positive(n int) string {
	if n <= 0 {
		return ""
	}
	return strconv.Itoa(n)
}
