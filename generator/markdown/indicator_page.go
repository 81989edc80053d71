package markdown

import (
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"

	"jianzhu/generator/annotate"
	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

// indicator writes the page of an indicator, values by region and year; and,
// where there are too many, those that follow it, indicators/<id>/2.md.
func (w *writer) indicator(i *annotate.Indicator) []Page {
	parts, missing := parted(i.Places, mostValues), missingKinds(i)
	var pages []Page
	for n, places := range parts {
		page := Page{Path: indicatorPart(i.ID, n), Front: w.indicatorFront(i, n, len(parts))}
		page.figures = ratePlots(i.Name, places)
		page.Body = w.indicatorIntro(page.Path, i) + partLinks(page.Path, i, parts, n)
		if n == 0 {
			page.Body += comparisons("目标与结果", "reached", "", page.Path, i.Reached()) +
				comparisons("数值不一", "conflicts", "同一个地方对同一时期写了不同的数；所指的范围也许不同，请对照原文。\n\n", page.Path, i.Conflicts())
		}
		for k, place := range places {
			page.Body += w.placeTable(page.Path, i, place, fmt.Sprintf("place-%d", k+1), missing)
			for _, v := range place.Values {
				if slug := v.Report.Slug; v.Report.Script == traditional && !slices.Contains(page.Front.Params.Traditional, slug) {
					page.Front.Params.Traditional = append(page.Front.Params.Traditional, slug)
				}
			}
		}
		if n == 0 {
			page.Body += w.silent(page.Path, i)
		}
		pages = append(pages, page)
	}
	return pages
}

// isIndicator reports whether a page is that of an indicator.
func isIndicator(file string) bool {
	return strings.HasPrefix(file, "indicators/") && file != "indicators/_index.md"
}

func indicatorPart(id string, n int) string {
	if n == 0 {
		return indicatorPath(id)
	}
	return fmt.Sprintf("indicators/%s/%d.md", id, n+1)
}

// parted parts places so that each part has at most so many values, or one place
// with more: then that place is cut.
func parted(places []annotate.Measured, most int) (parts [][]annotate.Measured) {
	room := 0
	for _, p := range places {
		for _, values := range slices.Collect(slices.Chunk(p.Values, most)) {
			if len(values) > room {
				parts = append(parts, nil)
				room = most
			}
			last := len(parts) - 1
			parts[last] = append(parts[last], annotate.Measured{Region: p.Region, Values: values})
			room -= len(values)
		}
	}
	return parts
}

func (w *writer) indicatorFront(i *annotate.Indicator, n, parts int) Front {
	front := Front{
		Title: i.Name, Type: "indicator", Weight: n + 1,
		Description: fmt.Sprintf("%s在%d篇报告里的%d个数值，按地区和年份排列，结果与目标分开，每个都通到原文那一行。", i.Name, i.Reports, countValues(i.Places)),
		Params:      Params{ID: i.ID, Uses: countValues(i.Places)},
	}
	if parts > 1 && n > 0 {
		front.Title += fmt.Sprintf("（%d）", n+1)
		front.Description = fmt.Sprintf("%s第%d页，共%d页。", front.Description, n+1, parts)
	}
	if i.Script == traditional {
		front.Params.Traditional = append(front.Params.Traditional, i.ID)
	}
	return front
}

func (w *writer) indicatorIntro(from string, i *annotate.Indicator) string {
	s := fmt.Sprintf("见于%d篇报告，共%d个数值，照原文；由程序从正文辨认，难免有错漏。", i.Reports, countValues(i.Places))
	if len(i.Places) > 1 {
		s += "各地口径不同，不宜相比。"
	}
	s += "\n\n"
	if n := len(i.Variants); n > 0 {
		s += "又写作：" + escape(strings.Join(i.Variants[:min(n, mostVariants)], "；"))
		if n > mostVariants {
			s += fmt.Sprintf("，等%d种", n)
		}
		s += "\n\n"
	}
	return s
}

// partLinks leads to the other pages of an indicator, by the places they begin with.
func partLinks(from string, i *annotate.Indicator, parts [][]annotate.Measured, here int) string {
	if len(parts) < 2 {
		return ""
	}
	var links []string
	for n, places := range parts {
		name := fmt.Sprintf("%d %s起", n+1, placeName(places[0]))
		if n == here {
			links = append(links, escape(name))
			continue
		}
		links = append(links, fmt.Sprintf("[%s](%s)", escape(name), relative(from, indicatorPart(i.ID, n))))
	}
	return "分页：" + strings.Join(links, "；") + "\n\n"
}

// placeName is a place in full; without one, the title of its report.
func placeName(m annotate.Measured) string {
	if len(m.Region.Path) > 0 {
		return strings.Join(m.Region.Path, "")
	}
	return m.Values[0].Report.Meta.Title
}

// missingKinds tells which kinds of values of an indicator, given by other
// reports, one leaves out.
func missingKinds(i *annotate.Indicator) func(*report.Report) []report.IndicatorKind {
	given := map[*report.Report]map[report.IndicatorKind]bool{}
	for _, place := range i.Places {
		for _, v := range place.Values {
			if given[v.Report] == nil {
				given[v.Report] = map[report.IndicatorKind]bool{}
			}
			given[v.Report][v.Kind] = true
		}
	}
	all := slices.DeleteFunc([]report.IndicatorKind{report.Target, report.Result}, func(k report.IndicatorKind) bool { return !i.Has(k) })
	return func(r *report.Report) []report.IndicatorKind {
		return slices.DeleteFunc(slices.Clone(all), func(k report.IndicatorKind) bool { return given[r][k] })
	}
}

// placeTable writes the values of a place by year, and says what kinds of them
// its reports leave out.
func (w *writer) placeTable(from string, i *annotate.Indicator, place annotate.Measured, id string, missing func(*report.Report) []report.IndicatorKind) string {
	name := escape(placeName(place))
	if d := place.Region.Divisions(); len(d) > 0 && len(d) == len(place.Region.Path) && w.c.Region(d[len(d)-1].Code) != nil {
		name = fmt.Sprintf("[%s](%s)", name, relative(from, regionPath(d[len(d)-1].Code)))
	}
	var b strings.Builder
	b.WriteString(heading(1, name, id) + "| 时期 | 性质 | 数值 | 限定 | 出处 |\n|---|---|---|---|---|\n")
	var reports []*report.Report
	for _, v := range place.Values {
		fmt.Fprintf(&b, "| %s | %s | %s | %s | [%s，第%d行](%s#%s) |\n",
			periodText(v.Period), kindText(v.Indicator), cell(report.DisplayString(v.Written)), cell(limits(v.Indicator, i.Name)),
			cell(v.Report.Meta.Title), v.Line, relative(from, reportPath(v.Report.Slug)), lineID(v.Line))
		if !slices.Contains(reports, v.Report) {
			reports = append(reports, v.Report)
		}
	}
	for _, r := range reports {
		for _, kind := range missing(r) {
			fmt.Fprintf(&b, "|  | %s | %s |  | [%s](%s) |\n", indicatorKinds[kind], unsaid[kind], cell(r.Meta.Title), relative(from, reportPath(r.Slug)))
		}
	}
	return b.String() + "\n"
}

// unsaid is what a table says where a report gives only values of the other kind.
var unsaid = map[report.IndicatorKind]string{report.Result: "未写明", report.Target: "未提出"}

// limits are the words that qualify a value, growth among them, and the name
// that it has where that is another than the page's.
func limits(i report.Indicator, name string) string {
	words := slices.Concat(i.Said, i.Before, i.After)
	for n, w := range words {
		words[n] = report.DisplayString(w)
	}
	if i.Total {
		words = append([]string{"累计"}, words...)
	}
	if change := i.Change(); change != "" {
		words = append([]string{change}, words...)
	}
	if own := report.DisplayString(i.Name); script.FoldString(own) != script.FoldString(name) {
		words = append(words, "写作“"+own+"”")
	}
	return strings.Join(words, "，")
}

// comparisons lists values that belong together, each place and time in an item.
func comparisons(title, id, how, from string, found []annotate.Comparison) string {
	if len(found) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(heading(1, title, id) + how)
	for _, c := range found[:min(mostListed, len(found))] {
		var values []string
		for _, v := range c.Values {
			to := relative(from, reportPath(v.Report.Slug)) + "#" + lineID(v.Line)
			title := ""
			if c.Values[0].Report != c.Values[len(c.Values)-1].Report {
				title = "《" + escape(v.Report.Meta.Title) + "》"
			}
			values = append(values, fmt.Sprintf("%s%s（%s第%d行）", indicatorKinds[v.Kind], statement(v.Indicator, to), title, v.Line))
		}
		where := placeName(annotate.Measured{Region: c.Region, Values: c.Values})
		fmt.Fprintf(&b, "- %s，%s：%s\n", escape(where), periodText(c.Period), strings.Join(values, "，"))
	}
	if rest := len(found) - mostListed; rest > 0 {
		fmt.Fprintf(&b, "- 另有%d处\n", rest)
	}
	return b.String() + "\n"
}

// silent lists the reports without a value. They may speak of the matter in
// other words, or in words alone: 与上年持平.
func (w *writer) silent(from string, i *annotate.Indicator) string {
	reports, more := w.c.Silent(i, mostListed)
	if len(reports) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(heading(1, "没有数值的报告", "silent") + "也许没有提到，也许另有说法，也许只用文字说明，没有写出数字。\n\n")
	for _, r := range reports {
		fmt.Fprintf(&b, "- [%s](%s)\n", escape(r.Meta.Title), relative(from, reportPath(r.Slug)))
	}
	if more > 0 {
		fmt.Fprintf(&b, "- 另有%d篇\n", more)
	}
	return b.String() + "\n"
}

// transformIndicator stacks the tables of an indicator's page and marks the words
// of reports in Traditional characters.
func transformIndicator(doc ast.Node, source []byte, traditionals []string) {
	for n := range children(doc) {
		table, ok := n.(*extension.Table)
		if !ok {
			continue
		}
		for row := range children(table) {
			a, ok := row.LastChild().FirstChild().(*ast.Link)
			if !ok {
				continue
			}
			u, err := url.Parse(string(a.Destination))
			if err != nil || u.Fragment == "" || !slices.Contains(traditionals, path.Base(path.Dir(u.Path))) {
				continue
			}
			set(row.FirstChild().NextSibling().NextSibling(), "lang", traditional) // 数值
		}
		stack(table, source)
	}
}
