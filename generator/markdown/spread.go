package markdown

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"jianzhu/generator/annotate"
	"jianzhu/generator/plot"
	"jianzhu/generator/report"
)

const spreadID = "spread"

// mostReports is how many reports are counted one by one; more are counted by year.
const mostReports = 20

// spread writes how often a term is used, in all and to ten thousand characters,
// so that reports of different length compare: by report or, in a corpus of many,
// by year. A single report has nothing to compare.
func (w *writer) spread(uses []annotate.Use) string {
	if len(uses) == 0 || len(w.c.Reports) < 2 {
		return ""
	}
	counts := map[*report.Report]int{}
	for _, u := range uses {
		counts[u.Report]++
	}
	var b strings.Builder
	b.WriteString(heading(1, "分布", spreadID))
	row := func(name string, reports ...*report.Report) {
		used, found, characters := 0, 0, 0
		for _, r := range reports {
			characters += w.characters(r)
			used += counts[r]
			found += min(1, counts[r])
		}
		fmt.Fprintf(&b, "| %s |", name)
		if len(w.c.Reports) > mostReports {
			fmt.Fprintf(&b, " %d／%d |", found, len(reports))
		}
		fmt.Fprintf(&b, " %d | %.2f |\n", used, 10000*float64(used)/float64(max(1, characters)))
	}
	if len(w.c.Reports) <= mostReports {
		b.WriteString("| 报告 | 处数 | 每万字 |\n|:--|--:|--:|\n")
		for _, r := range w.c.Reports {
			row(fmt.Sprintf("[%s](../reports/%s/index.md)", cell(r.Meta.Title), r.Slug), r)
		}
		return b.String() + "\n"
	}
	b.WriteString("| 年份 | 见于／所收篇数 | 处数 | 每万字 |\n|:--|--:|--:|--:|\n")
	var undated []*report.Report
	for _, r := range w.c.Reports {
		if r.Meta.Year == 0 {
			undated = append(undated, r)
		}
	}
	for _, y := range w.c.Years {
		if len(y.Given) > 0 {
			row(fmt.Sprintf("[%d年](../years/%d.md)", y.Year, y.Year), y.Given...)
		}
	}
	if len(undated) > 0 {
		row("年份不详", undated...)
	}
	return b.String() + "\n"
}

// characters counts what is shown of a report, once for all terms.
func (w *writer) characters(r *report.Report) int {
	n, ok := w.sizes[r]
	if !ok {
		n = newReportPage(w, r, reportPath(r.Slug)).characters()
		w.sizes[r] = n
	}
	return n
}

// transformSpread draws the table as a figure and folds it up beneath.
func transformSpread(doc ast.Node, source []byte, term string) {
	section := ""
	for n := range children(doc) {
		if h, ok := n.(*ast.Heading); ok {
			section = id(h)
		}
		table, ok := n.(*extension.Table)
		if !ok || section != spreadID {
			continue
		}
		bars, about := barsOf(table, source)
		drawing := plot.Bars(term+"：每万字的处数", about, "", bars)
		if drawing == "" || len(bars) > mostRows {
			continue
		}
		raw := ast.NewString([]byte(drawing))
		raw.SetCode(true) // as it is
		figure := block("figure", "class", "figure", "data-added", "")
		caption := block("figcaption")
		caption.AppendChild(caption, ast.NewString([]byte("横条是每万字的处数，右边的数是处数。")))
		figure.AppendChild(figure, raw)
		figure.AppendChild(figure, caption)

		details, summary := block("details"), block("summary", "data-added", "")
		summary.AppendChild(summary, ast.NewString([]byte("数字")))
		doc.InsertBefore(doc, table, figure)
		doc.ReplaceChild(doc, table, details)
		details.AppendChild(details, summary)
		details.AppendChild(details, table)
	}
}

// barsOf reads the rows of the table: the name first, the count and the measure
// last. About says the same in a sentence.
func barsOf(table *extension.Table, source []byte) (bars []plot.Bar, about string) {
	for row := range children(table) {
		if _, ok := row.(*extension.TableRow); !ok {
			continue
		}
		cell := func(c ast.Node) string {
			return string(util.UnescapePunctuations([]byte(textOf(c, source))))
		}
		name, count, measure := cell(row.FirstChild()), cell(row.LastChild().PreviousSibling()), cell(row.LastChild())
		value, err := strconv.ParseFloat(measure, 64)
		if err != nil {
			continue
		}
		bars = append(bars, plot.Bar{Name: shortened(name, longestName), Value: value, Label: count + "处"})
		about += fmt.Sprintf("%s%s处，每万字%s处；", name, count, measure)
	}
	return bars, strings.TrimSuffix(about, "；") + "。"
}

// longestName of a bar, in characters: a line of text is not broken.
const longestName = 18

func shortened(name string, most int) string {
	if runes := []rune(name); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return name
}
