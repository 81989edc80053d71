package markdown

import (
	"fmt"
	"slices"
	"strings"

	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

const unplaced = "地区不详"

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
		item := reportItem(r, year(r), r.Meta.TypeName(), fmt.Sprintf("%d字", w.sizes[r]), fmt.Sprintf("词条%d条", w.explained[r]))
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
