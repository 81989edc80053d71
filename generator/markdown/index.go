package markdown

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

const (
	homeTerms = 24 // terms on the home page
	unplaced  = "地区不详"
)

// home is what there is: reports, themes, the terms most often met.
func (w *writer) home() Page {
	var reports, themes, terms page.List
	for _, r := range w.c.Reports {
		reports.Items = append(reports.Items, reportItem(r, place(r), year(r)))
	}
	for _, t := range w.c.Themes.Themes {
		themes.Items = append(themes.Items, page.Item{Words: words(page.Link{To: themePath(t.ID), Text: t.Name}, textf("（%d节）", len(w.c.Sections[t.ID])))})
	}
	for _, t := range w.c.MostUsed(homeTerms) {
		terms.Items = append(terms.Items, page.Item{Words: words(termName(t), w.usesOf(t), page.Text(t.Gloss))})
	}
	all := append(words(page.Link{To: reportsPath, Text: "全部报告"}, textf("，%d篇；也可以按", len(w.c.Reports)),
		page.Link{To: regionsPath, Text: "地区"}, page.Text("和"), page.Link{To: yearsPath, Text: "年份"}, page.Text("看")), w.toIndicators()...)
	entries, _ := entriesAndOwn(w.c.Glossary.Terms)
	body := page.Body{
		heading(1, "报告", "reports"), reports, paragraph(all...),
		heading(1, "主题", "themes"), themes,
		paragraph(page.Link{To: "themes/_index.md", Text: "全部主题"}, textf("，%d个", len(w.c.Themes.Themes))),
		heading(1, "常见词条", "terms"), terms,
		paragraph(page.Link{To: "glossary/_index.md", Text: "全部词条"}, textf("，%d条", len(entries))),
	}
	if len(w.c.Reports) == 0 {
		body = append(page.Body{heading(1, "报告", "reports")}, noReports...)
	}
	return Page{
		Path:  "_index.md",
		Front: Front{Title: cmp.Or(w.site.Title, "笺注"), Type: "home", Description: "政府工作报告与规划文本的注本：词条、主题与校勘。"},
		Body:  fixed(body),
	}
}

// noReports is what lists say of a site that has none yet.
var noReports = page.Body{paragraph(page.Text("还没有收报告。"))}

// The lists of pages, from the site's root.
const (
	reportsPath = "reports/_index.md"
	regionsPath = "regions/_index.md"
	yearsPath   = "years/_index.md"
)

// reports is the list of reports, whose pages are made before it, by region, from
// the province down, and year.
func (w *writer) reports() Page {
	body := page.Body{paragraph(textf("共%d篇，按地区和年份排列。另有", len(w.c.Reports)),
		page.Link{To: regionsPath, Text: "地区"}, page.Text("和"), page.Link{To: yearsPath, Text: "年份"}, page.Text("索引。"))}
	var last []string
	var list page.List
	named := map[string]bool{} // codes of divisions that have a heading
	for _, r := range w.c.Reports {
		region := regionOf(r)
		if !slices.Equal(region, last) {
			if len(list.Items) > 0 {
				body = append(body, list)
				list = page.List{}
			}
			body = append(body, regionHeadings(r, region, last, named)...)
			last = region
		}
		item := reportItem(r, year(r), kindNames[r.Meta.Type], fmt.Sprintf("%d字", w.sizes[r]), fmt.Sprintf("词条%d条", w.explained[r]))
		if r.Meta.Remark != "" {
			item.Items = []page.Item{{Words: words(page.Text(r.Meta.Remark))}}
		}
		list.Items = append(list.Items, item)
	}
	if len(list.Items) > 0 {
		body = append(body, list)
	} else {
		body = noReports
	}
	return Page{
		Path:  reportsPath,
		Front: Front{Title: "报告", Type: "reports", Weight: 1, Description: fmt.Sprintf("所收政府工作报告、规划等%d篇，按地区和年份排列。", len(w.c.Reports))},
		Body:  fixed(body),
	}
}

// regionOf is the region of a report in at most three names, for as many levels of
// headings.
func regionOf(r *report.Report) []string {
	switch path := r.Meta.Region.Path; {
	case len(path) == 0:
		return []string{unplaced}
	case len(path) > 3:
		return append(slices.Clone(path[:2]), strings.Join(path[2:], "·"))
	default:
		return path
	}
}

// regionHeadings are the headings of a report's region below those that the last
// one has too. A division's first one leads to its page.
func regionHeadings(r *report.Report, region, last []string, named map[string]bool) (body page.Body) {
	same := 0
	for same < len(last) && same < len(region)-1 && last[same] == region[same] {
		same++
	}
	for level := same; level < len(region); level++ {
		// A wrong code may be another place's too, whose heading has the id.
		if d := r.Meta.Region.Divisions(); level < len(d) && !named[d[level].Code] {
			named[d[level].Code] = true
			body = append(body, page.Heading{Level: level + 1, ID: "region-" + d[level].Code,
				Words: words(page.Link{To: regionPath(d[level].Code), Text: d[level].Name})})
		} else {
			body = append(body, page.Heading{Level: level + 1, Words: words(page.Text(region[level]))})
		}
	}
	return body
}

// place is a report's region in full, or "".
func place(r *report.Report) string { return strings.Join(r.Meta.Region.Path, "") }

// year is the year given, as shown.
func year(r *report.Report) string {
	if r.Meta.Year == 0 {
		return ""
	}
	return fmt.Sprintf("%d年", r.Meta.Year)
}

// inBrackets joins what is known.
func inBrackets(facts ...string) string {
	facts = slices.DeleteFunc(facts, func(s string) bool { return s == "" })
	if len(facts) == 0 {
		return ""
	}
	return "（" + strings.Join(facts, "，") + "）"
}
