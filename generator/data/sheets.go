package data

import (
	"cmp"
	"iter"
	"strconv"
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/cache"
	"jianzhu/generator/report"
)

// collected is what sheets are filled from.
type collected struct {
	*annotate.Corpus
	address string // of the site: it ends with a slash

	keys *annotate.Keys // nil where they are not known
	kept *cache.Store   // of parts of the archive; nil for none
}

// Sheets are the tables of the download.
var Sheets = []Sheet{
	sheet("reports.csv", "报告", "一篇报告一行。",
		"report title region code year type covers issuer delivered published publisher url inferred remark script sha256 lines characters address", rows(reportRows)),
	sheet("indicators.csv", "指标", "报告写明的结果与目标，一个数值一行。由程序从正文辨认，难免有错漏；各地口径不同，不宜相比。数值、单位、限定照原文，折算的另列。",
		"id report region code year line column name quote indicator value unit modifier kind growth yearly total property period number numberTo numberUnit address", ofReports(indicatorRows, indicatorIDs)),
	sheet("terms.csv", "词条", "一个词条一行。",
		"term name pinyin gloss english theme check own count address", rows(termRows)),
	sheet("uses.csv", "用例", "词条每出现一次一行。",
		"id report region code year line column term surface sense section text address", useRuns),
	sheet("definitions.csv", "报告自己的解释", "名词解释、脚注和括号里的解释，一条一行。",
		"id report region code year line name text address", rows(definitionRows)),
	sheet("themes.csv", "主题", "一个主题一行。", "theme name english address", rows(themeRows)),
	sheet("sections.csv", "章节", "一个标题一行，按正文顺序。",
		"id report region code year line column section level heading themes address", ofReports(sectionRows, nil)),
	sheet("documents.csv", "文件", "报告用书名号提到的文件，一件一行。", "document title documentKind issuer address", rows(documentRows)),
	sheet("mentions.csv", "提到文件之处", "每提到一次一行。",
		"id report region code year line document title address", rows(mentionRows)),
	sheet("promises.csv", "承诺与回顾", "前后两句一行，没有再提到的也一行，由程序据共同词语推出，未经人工核对；后一句未必说的是同一件事，也不表示已经做成。",
		"id report region code year line column relation names text laterReport laterYear laterLine laterText address", rows(promiseRows)),
	sheet("notes.csv", "编者注", "一条一行。",
		"id report region code year line column quote note author date address", rows(noteRows)),
}

func sheet(file, title, about, names string, runs func(*collected) iter.Seq[run]) Sheet {
	s := Sheet{File: file, Title: title, About: about, runs: runs}
	for _, name := range strings.Fields(names) {
		c := column(name)
		s.Columns, s.cells = append(s.Columns, c), append(s.cells, cellOf(c))
	}
	return s
}

// places returns what begins a row about a place in a report, in place of the row before.
func (c *collected) places() func(r *report.Report, line, column int) *cells {
	var of *report.Report
	var region, year, address string
	var row cells
	return func(r *report.Report, line, column int) *cells {
		if r != of {
			of, region, year, address = r, regionOf(r), positive(r.Meta.Year), c.address+"reports/"+r.Slug+"/#L"
		}
		row = cells{Report: r.Slug, Region: region, Code: r.Meta.Region.Code, Year: year, Line: strconv.Itoa(line), Column: strconv.Itoa(column)}
		row.Address = address + row.Line
		return &row
	}
}

// numbered gives ids to rows by their places, and a number to those after the first
// in one.
func numbered(add func(*cells)) func(row *cells) {
	count := map[string]int{}
	return func(row *cells) {
		row.number(1)
		count[row.ID]++
		if n := count[row.ID]; n > 1 {
			row.number(n)
		}
		add(row)
	}
}

// number gives the id of the n-th row of a place.
func (row *cells) number(n int) {
	row.ID = row.Report + ":" + row.Line + ":" + row.Column
	if n > 1 {
		row.ID += ":" + strconv.Itoa(n)
	}
}

func reportRows(c *collected, add func(*cells)) {
	for _, r := range c.Reports {
		m := r.Meta
		add(&cells{
			Report: r.Slug, Title: m.Title, Region: regionOf(r), Code: m.Region.Code, Year: positive(m.Year), Type: m.Type,
			Covers: spaced(list(m.Covers, strconv.Itoa)), Issuer: m.Issuer, Delivered: m.Dates.Delivered, Published: m.Dates.Published,
			Publisher: m.Origin.Publisher, URL: m.Origin.URL, Inferred: spaced(m.Inferred), Remark: m.Remark, Script: r.Script,
			SHA256: r.Source.SHA256, Lines: strconv.Itoa(len(r.Lines)), Characters: strconv.Itoa(r.Characters()),
			Address: c.address + "reports/" + r.Slug + "/",
		})
	}
}

func indicatorRows(c *collected, of []*report.Report, add func(*cells)) {
	at := c.places()
	for _, r := range of {
		for n := range r.Indicators {
			v := valueOf(c.Corpus, r, n)
			row := at(r, v.Line, v.Column)
			row.ID, row.Name, row.Quote, row.Indicator, row.Value, row.Unit = v.ID, v.Name, v.Quote, v.Indicator, report.DisplayString(v.Value), v.Unit
			row.Modifier, row.Kind, row.Property, row.Period = v.Modifier, v.Kind, v.Property, v.Period
			row.Growth, row.Yearly, row.Total = strconv.FormatBool(v.Growth), strconv.FormatBool(v.Yearly), strconv.FormatBool(v.Total)
			row.Number, row.NumberTo, row.NumberUnit = decimal(v.Number), decimal(cmp.Or(v.NumberTo, v.Number)), v.NumberUnit
			add(row)
		}
	}
}

// indicatorIDs are the ids of what the values of a report are of, which other reports
// have a say in.
func indicatorIDs(c *collected, r *report.Report) []string {
	return list(r.Indicators, func(i report.Indicator) string { return c.IndicatorID(i.Name) })
}

func termRows(c *collected, add func(*cells)) {
	for _, t := range glossaryOf(c.Corpus).Terms {
		add(&cells{
			Term: t.ID, Name: t.Term, Pinyin: t.Pinyin, Gloss: t.Gloss, English: t.English, Theme: t.Theme,
			Check: strconv.FormatBool(t.Check), Own: strconv.FormatBool(t.Own), Count: strconv.Itoa(t.Count),
			Address: c.address + c.TermAddress(t.ID),
		})
	}
}

func definitionRows(c *collected, add func(*cells)) {
	add, at := numbered(add), c.places()
	for _, r := range c.Reports {
		for _, d := range r.Definitions {
			row := at(r, d.Line, d.Column)
			row.Name, row.Text = d.Term, d.Text
			add(row)
		}
	}
}

func themeRows(c *collected, add func(*cells)) {
	for _, t := range c.Themes.Themes {
		add(&cells{Theme: t.ID, Name: t.Name, English: t.English, Address: c.address + "themes/" + t.ID + "/"})
	}
}

func sectionRows(c *collected, of []*report.Report, add func(*cells)) {
	at := c.places()
	add = numbered(add)
	for _, r := range of {
		for _, e := range r.Outline {
			row := at(r, e.Line, e.Column)
			row.Section, row.Level, row.Heading = e.ID, strconv.Itoa(e.Level), r.Heading(e)
			row.Themes = spaced(list(e.Themes, func(l report.Label) string { return l.Theme }))
			add(row)
		}
	}
}

func documentRows(c *collected, add func(*cells)) {
	for _, d := range c.Documents {
		add(&cells{
			Document: d.ID, Title: d.Title, DocumentKind: d.Kind, Issuer: d.Issuer.Name,
			Address: c.address + d.Address(),
		})
	}
}

func mentionRows(c *collected, add func(*cells)) {
	add, at := numbered(add), c.places()
	for _, d := range c.Documents {
		for _, m := range d.Mentions {
			row := at(m.Report, m.Reference.Line, m.Reference.Column)
			row.Document, row.Title = d.ID, m.Reference.Title
			add(row)
		}
	}
}

func promiseRows(c *collected, add func(*cells)) {
	add, at := numbered(add), c.places()
	for _, p := range c.Promises {
		row := at(p.Earlier.Report, p.Earlier.Line, p.Earlier.Column)
		row.Relation, row.Names, row.Text = string(p.Relation), strings.Join(p.Names, "、"), p.Earlier.Text
		row.LaterReport, row.LaterYear = p.Later.Report.Slug, positive(p.Later.Report.Meta.Year)
		row.LaterLine, row.LaterText = strconv.Itoa(p.Later.Line), p.Later.Text
		add(row)
	}
	for _, u := range c.Unseen {
		row := at(u.Report, u.Line, u.Column)
		row.Relation, row.Names, row.Text, row.LaterYear = "unseen", strings.Join(u.Names, "、"), u.Text, positive(u.Until)
		add(row)
	}
}

func noteRows(c *collected, add func(*cells)) {
	add, at := numbered(add), c.places()
	for _, r := range c.Reports {
		for _, n := range r.Notes {
			row := at(r, n.Line, n.Column)
			row.Quote, row.Note, row.Author, row.Date = noteOf(r, n).Quote, n.Body, n.Author, n.Date
			add(row)
		}
	}
}

func spaced(words []string) string { return strings.Join(words, " ") }
