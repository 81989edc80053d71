package markdown

import (
	"fmt"
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
			s.rows = append(s.rows, spreadOver(reportLink(r), sized{1, w.sizes[r]}, used{min(1, counts[r]), counts[r]}))
		}
		return s
	}
	s.byYear = true
	usedIn := map[int]used{}
	for r, n := range counts {
		u := usedIn[r.Meta.Year]
		usedIn[r.Meta.Year] = used{u.found + 1, u.uses + n}
	}
	var without []int
	for i := range w.c.Years {
		year := w.c.Years[i].Year
		switch {
		case w.given[year].reports == 0:
		case usedIn[year].found > 0:
			s.rows = append(w.withoutUse(s.rows, without), spreadOver(yearLink("", year), w.given[year], usedIn[year]))
			without = nil
		default:
			without = append(without, year)
		}
	}
	s.rows = w.withoutUse(s.rows, without)
	if undated := w.given[0]; undated.reports > 0 {
		s.rows = append(s.rows, spreadOver(page.Link{Text: "年份不详"}, undated, usedIn[0]))
	}
	return s
}

// withoutUse adds a row for years in a row whose reports do not have a term.
func (w *writer) withoutUse(rows []spreadRow, years []int) []spreadRow {
	if len(years) == 0 {
		return rows
	}
	name := yearLink("", years[0])
	if last := years[len(years)-1]; last != years[0] {
		name = page.Link{Text: fmt.Sprintf("%d—%d年", years[0], last)}
	}
	var all sized
	for _, year := range years {
		of := w.given[year]
		all.reports, all.characters = all.reports+of.reports, all.characters+of.characters
	}
	return append(rows, spreadOver(name, all, used{}))
}

// sized is how many reports are counted together, and how long they are.
type sized struct{ reports, characters int }

// used is in how many of them a term is used, and how often.
type used struct{ found, uses int }

// spreadRow is a row of the table: of a report or of years.
type spreadRow struct {
	name page.Link // leads nowhere without To
	used
	reports int    // in how many of which it could be found
	density string // to ten thousand characters, as shown: no more of how long reports are is said
}

func spreadOver(name page.Link, all sized, of used) spreadRow {
	density := 10000 * float64(of.uses) / float64(max(1, all.characters))
	return spreadRow{name, of, all.reports, strconv.FormatFloat(density, 'f', 2, 64)}
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
