package markdown

import (
	"fmt"
	"slices"
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/report"
)

// regionPath is a region's page, from the site's root.
func regionPath(code string) string { return "regions/" + code + ".md" }

// regions writes the tree of the divisions of GB/T 2260 in which there are reports.
func (w *writer) regions() Page {
	var b strings.Builder
	b.WriteString("按行政区划排列（名称和代码见各篇报告，代码依GB/T 2260）。没有代码的地方，如开发区、街道，列在所属的区划下。\n\n")
	for _, r := range w.c.Regions {
		if len(r.Above) == 0 {
			b.WriteString(regionTree(r, 0))
		}
	}
	none := slices.DeleteFunc(slices.Clone(w.c.Reports), func(r *report.Report) bool { return len(r.Meta.Region.Divisions()) > 0 })
	if len(none) > 0 {
		b.WriteString("\n" + heading(1, "没有区划代码的报告", "none"))
		for _, r := range none {
			b.WriteString("- " + reportItem(r, place(r), kindNames[r.Meta.Type], period(r)))
		}
	}
	return Page{
		Path:  "regions/_index.md",
		Front: Front{Title: "地区", Type: "regions", Weight: 5, Description: "所收报告的地区，从省到县。"},
		Body:  b.String(),
	}
}

// regionTree writes a region, and what is below it, as items of a list.
func regionTree(r *annotate.Region, depth int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s- [%s](%s.md)（%d篇）\n", strings.Repeat("  ", depth), escape(r.Name), r.Code, len(r.Reports))
	for _, below := range r.Below {
		b.WriteString(regionTree(below, depth+1))
	}
	return b.String()
}

// region writes the page of a region: what is below it, its reports by year, and
// what they announce and review.
func (w *writer) region(i int) Page {
	r := w.c.Regions[i]
	var names, codes []string
	for _, a := range append(slices.Clone(r.Above), r) {
		names, codes = append(names, a.Name), append(codes, a.Code)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "区划代码%s，收报告%d篇。\n\n", r.Code, len(r.Reports))
	if len(r.Below) > 0 {
		b.WriteString(heading(1, "下属地区", "divisions"))
		for _, below := range r.Below {
			b.WriteString(regionTree(below, 0))
		}
		b.WriteString("\n")
	}
	b.WriteString(heading(1, "年表", "timeline"))
	last := ""
	for _, report := range r.Reports {
		if when := when(report); when != last {
			last = when
			b.WriteString("- " + when + "\n")
		}
		path := report.Meta.Region.Path
		b.WriteString("  - " + reportItem(report, strings.Join(path[min(len(names), len(path)):], ""), kindNames[report.Meta.Type]))
	}
	reviews, quoted := w.reviews(r)
	b.WriteString("\n" + reviews)
	return Page{
		Path: regionPath(r.Code),
		Front: Front{
			Title: r.Name, Type: "region", Weight: i + 1, Description: strings.Join(names, "") + "的报告，按年份排列。",
			Params: Params{Region: names, Code: r.Code, Codes: codes, Traditional: quoted},
		},
		Body: b.String(),
	}
}

// when is the year of a report, or the years that a plan spans, with links.
func when(r *report.Report) string {
	from, to := r.Meta.Year, r.Meta.Year
	if covers := r.Meta.Covers; r.Meta.Type == "plan" && len(covers) > 0 {
		from, to = slices.Min(covers), slices.Max(covers)
	}
	switch {
	case from == 0:
		return "年份不详"
	case from == to:
		return fmt.Sprintf("[%d年](../years/%d.md)", from, from)
	}
	return fmt.Sprintf("[%d](../years/%d.md)—[%d年](../years/%d.md)", from, from, to, to)
}

// reportItem is the rest of a list's item that names a report, from a page beside the reports.
func reportItem(r *report.Report, facts ...string) string {
	return fmt.Sprintf("[%s](../reports/%s/index.md)%s\n", escape(r.Meta.Title), r.Slug, inBrackets(facts...))
}
