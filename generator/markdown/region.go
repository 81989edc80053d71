package markdown

import (
	"fmt"
	"slices"
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

// regionPath is a region's page, from the site's root.
func regionPath(code string) string { return "regions/" + code + ".md" }

// regions is the tree of the divisions of GB/T 2260 in which there are reports.
func (w *writer) regions() Page {
	body := page.Body{paragraph(page.Text("按行政区划排列（名称和代码见各篇报告，代码依GB/T 2260）。没有代码的地方，如开发区、街道，列在所属的区划下。"))}
	var tree, none page.List
	for _, r := range w.c.Regions {
		if len(r.Above) == 0 {
			tree.Items = append(tree.Items, regionTree(r))
		}
	}
	if len(tree.Items) > 0 {
		body = append(body, tree)
	}
	for _, r := range w.c.Reports {
		if len(r.Meta.Region.Divisions()) == 0 {
			none.Items = append(none.Items, reportItem(r, place(r), r.Meta.TypeName(), period(r)))
		}
	}
	if len(none.Items) > 0 {
		body = append(body, heading(1, "没有区划代码的报告", "none"), none)
	}
	if len(w.c.Reports) == 0 {
		body = noReports
	}
	return Page{
		Path:  regionsPath,
		Front: Front{Title: "地区", Type: "regions", Weight: 5, Description: "所收报告的地区，从省到县。"},
		Body:  fixed(body),
	}
}

// regionTree is a region, and what is below it, as an item of a list.
func regionTree(r *annotate.Region) page.Item {
	item := page.Item{Words: words(page.Link{To: regionPath(r.Code), Text: r.Name}, textf("（%d篇）", len(r.Reports)))}
	for _, below := range r.Below {
		item.Items = append(item.Items, regionTree(below))
	}
	return item
}

// region is the page of a region: what is below it, its reports by year, and what
// they announce and review.
func (w *writer) region(i int) Page {
	r := w.c.Regions[i]
	var names, codes []string
	for _, a := range append(slices.Clone(r.Above), r) {
		names, codes = append(names, a.Name), append(codes, a.Code)
	}
	return Page{
		Path: regionPath(r.Code),
		Front: Front{
			Title: r.Name, Type: "region", Weight: i + 1, Description: strings.Join(names, "") + "的报告，按年份排列。",
			Params: RegionParams{Region: names, Code: r.Code, Codes: codes},
		},
		Body: func() page.Body { return slices.Concat(ofRegion(r, len(names)), w.comparedIn(r), w.reviews(r)) },
	}
}

// ofRegion is what is below a region, whose place has so many names, and its reports.
func ofRegion(r *annotate.Region, names int) page.Body {
	body := page.Body{paragraph(textf("区划代码%s，收报告%d篇。", r.Code, len(r.Reports)))}
	if below := regionTree(r).Items; len(below) > 0 {
		body = append(body, heading(1, "下属地区", "divisions"), page.List{Items: below})
	}
	body = append(body, heading(1, "年表", "timeline"), timeline(r.Reports, names))
	return body
}

// timeline is the reports of a region, whose place has so many names, by year.
func timeline(reports []*report.Report, names int) (list page.List) {
	from, to := -1, -1
	for _, r := range reports {
		if first, last := spanOf(r); len(list.Items) == 0 || first != from || last != to {
			from, to = first, last
			list.Items = append(list.Items, page.Item{Words: when(from, to)})
		}
		path := r.Meta.Region.Path
		of := &list.Items[len(list.Items)-1]
		of.Items = append(of.Items, reportItem(r, strings.Join(path[min(names, len(path)):], ""), r.Meta.TypeName()))
	}
	return list
}

// spanOf is the year of a report, or the years that a plan spans.
func spanOf(r *report.Report) (from, to int) {
	if covers := r.Meta.Covers; r.Meta.IsPlan() && len(covers) > 0 {
		return slices.Min(covers), slices.Max(covers)
	}
	return r.Meta.Year, r.Meta.Year
}

// when is a span of years, with links.
func when(from, to int) []page.Inline {
	year := func(y int, text string) page.Link { return page.Link{To: yearPath(y), Text: text} }
	switch {
	case from == 0:
		return words(page.Text("年份不详"))
	case from == to:
		return words(year(from, fmt.Sprintf("%d年", from)))
	}
	return words(year(from, fmt.Sprint(from)), page.Text("—"), year(to, fmt.Sprintf("%d年", to)))
}

// reportItem names a report, and what is said of it.
func reportItem(r *report.Report, facts ...string) page.Item {
	return page.Item{Words: words(reportLink(r), page.Text(inBrackets(facts...)))}
}
