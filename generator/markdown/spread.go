package markdown

import (
	"fmt"
	"slices"
	"strconv"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/page"
	"jianzhu/generator/plot"
	"jianzhu/generator/report"
)

const spreadID = "spread"

// leastSpread is how many reports must have a term for its spread to say something.
const leastSpread = 3

// mostReports is how many reports are counted one by one; more are counted by year.
const mostReports = 20

// spread is how often a term is used, as a figure, and as a table that is folded up.
func (w *writer) spread(t glossary.Term, uses []annotate.Use) page.Body {
	return w.spreadOf(uses).figure(t.Term)
}

// spread is how often a term is used, in all and to ten thousand characters, so that
// reports of different length compare: by report or, in a corpus of many, by year, where
// years in a row that have none are one. One or two reports have nothing to compare.
type spread struct {
	rows   []spreadRow
	byYear bool
}

// spreadOf is the spread of uses; it has no rows where there is nothing to compare.
func (w *writer) spreadOf(uses []annotate.Use) (s spread) {
	counts := map[*report.Report]int{}
	for _, u := range uses {
		counts[u.Report]++
	}
	if len(counts) < leastSpread {
		return s
	}
	if len(w.c.Reports) <= mostReports {
		for _, r := range w.c.Reports {
			s.rows = append(s.rows, w.spreadOver(reportLink(r), counts, r))
		}
		return s
	}
	s.byYear = true
	var undated []*report.Report
	for _, r := range w.c.Reports {
		if r.Meta.Year == 0 {
			undated = append(undated, r)
		}
	}
	used := func(r *report.Report) bool { return counts[r] > 0 }
	var without []*annotate.Year
	for i := range w.c.Years {
		y := &w.c.Years[i]
		switch {
		case len(y.Given) == 0:
		case slices.ContainsFunc(y.Given, used):
			s.rows = append(w.withoutUse(s.rows, without), w.spreadOver(yearLink("", y.Year), counts, y.Given...))
			without = nil
		default:
			without = append(without, y)
		}
	}
	s.rows = w.withoutUse(s.rows, without)
	if len(undated) > 0 {
		s.rows = append(s.rows, w.spreadOver(page.Link{Text: "年份不详"}, counts, undated...))
	}
	return s
}

// withoutUse adds a row for years in a row whose reports do not have a term.
func (w *writer) withoutUse(rows []spreadRow, years []*annotate.Year) []spreadRow {
	if len(years) == 0 {
		return rows
	}
	name := yearLink("", years[0].Year)
	if last := years[len(years)-1].Year; last != years[0].Year {
		name = page.Link{Text: fmt.Sprintf("%d—%d年", years[0].Year, last)}
	}
	var reports []*report.Report
	for _, y := range years {
		reports = append(reports, y.Given...)
	}
	return append(rows, w.spreadOver(name, nil, reports...))
}

// spreadRow is a row of the table: of a report or of years.
type spreadRow struct {
	name           page.Link // leads nowhere without To
	found, reports int       // in how many of them
	uses           int
	density        string // to ten thousand characters, as shown: no more of how long reports are is said
}

func (w *writer) spreadOver(name page.Link, counts map[*report.Report]int, reports ...*report.Report) spreadRow {
	row := spreadRow{name: name, reports: len(reports)}
	characters := 0
	for _, r := range reports {
		characters += w.sizes[r]
		row.uses += counts[r]
		row.found += min(1, counts[r])
	}
	row.density = strconv.FormatFloat(10000*float64(row.uses)/float64(max(1, characters)), 'f', 2, 64)
	return row
}

// figure is the section with the table and, where it can be taken in, the figure.
func (s spread) figure(term string) page.Body {
	if len(s.rows) == 0 {
		return nil
	}
	by, names := "报告", []string{"报告", "处数", "每万字"}
	if s.byYear {
		by, names = "年份", []string{"年份", "见于／所收篇数", "处数", "每万字"}
	}
	table := page.Table{Names: names, Counts: true}
	var bars []plot.Bar
	for _, row := range s.rows {
		uses := strconv.Itoa(row.uses)
		cells := []page.Cell{{Words: words(row.name)}}
		if row.name.To == "" {
			cells[0].Words = words(page.Text(row.name.Text))
		}
		if s.byYear {
			cells = append(cells, page.Cell{Words: words(textf("%d／%d", row.found, row.reports))})
		}
		table.Rows = append(table.Rows, append(cells, page.Cell{Words: words(page.Text(uses))}, page.Cell{Words: words(page.Text(row.density))}))
		value, _ := strconv.ParseFloat(row.density, 64) // as the table has it
		bars = append(bars, plot.Bar{Name: shortened(row.name.Text, longestName), Value: value, Label: uses + "处"})
	}
	title := heading(1, "分布", spreadID)
	drawing := plot.Bars(term+"：每万字的处数", "各"+by+"的处数与每万字的处数，数字同下表。", "", bars)
	if drawing == "" || len(bars) > mostRows {
		return page.Body{title, table}
	}
	return page.Body{
		title,
		page.Figure{Drawing: drawing, Below: "横条：每万字几处；右边：共几处。", Added: true},
		page.Folded{Name: "看数字", Body: page.Body{table}},
	}
}

// longestName of a bar, in characters: a line of text is not broken.
const longestName = 18

func shortened(name string, most int) string {
	if runes := []rune(name); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return name
}
