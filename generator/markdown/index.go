package markdown

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"jianzhu/generator/report"
)

const (
	homeTerms = 24 // terms on the home page
	unplaced  = "地区不详"
)

// home writes what there is: reports, themes, the terms most often met.
func (w *writer) home() Page {
	var b strings.Builder
	b.WriteString(heading(1, "报告", "reports"))
	for _, r := range w.c.Reports {
		fmt.Fprintf(&b, "- [%s](reports/%s/index.md)%s\n", escape(r.Meta.Title), r.Slug, inBrackets(place(r), year(r)))
	}
	fmt.Fprintf(&b, "\n[全部报告](reports/_index.md)，%d篇；也可以按[地区](regions/_index.md)和[年份](years/_index.md)看%s\n\n", len(w.c.Reports), w.toIndicators())

	b.WriteString(heading(1, "主题", "themes"))
	for _, t := range w.c.Themes.Themes {
		fmt.Fprintf(&b, "- [%s](themes/%s.md)（%d节）\n", escape(t.Name), t.ID, len(w.c.Sections[t.ID]))
	}
	fmt.Fprintf(&b, "\n[全部主题](themes/_index.md)，%d个\n\n", len(w.c.Themes.Themes))

	b.WriteString(heading(1, "常见词条", "terms"))
	for _, t := range w.c.MostUsed(homeTerms) {
		fmt.Fprintf(&b, "- [%s](glossary/%s.md)（%d处）", escape(t.Term), t.ID, len(w.c.Uses[t.ID]))
		if t.Gloss != "" {
			b.WriteString(escape(t.Gloss))
		}
		b.WriteString("\n")
	}
	entries, _ := entriesAndOwn(w.c.Glossary.Terms)
	fmt.Fprintf(&b, "\n[全部词条](glossary/_index.md)，%d条\n", len(entries))
	return Page{
		Path:  "_index.md",
		Front: Front{Title: cmp.Or(w.site.Title, "笺注"), Type: "home", Description: "政府工作报告与规划文本的注本：词条、主题与校勘。"},
		Body:  b.String(),
	}
}

// reports writes the list of reports, whose pages it is given, by region, from
// the province down, and year.
func (w *writer) reports(pages []Page) Page {
	var b strings.Builder
	fmt.Fprintf(&b, "共%d篇，按地区和年份排列。另有[地区](../regions/_index.md)和[年份](../years/_index.md)索引。\n\n", len(w.c.Reports))
	var last []string
	named := map[string]bool{} // codes of divisions that have a heading
	for i, r := range w.c.Reports {
		region := r.Meta.Region.Path
		if len(region) == 0 {
			region = []string{unplaced}
		}
		if len(region) > 3 {
			region = append(slices.Clone(region[:2]), strings.Join(region[2:], "·"))
		}
		if !slices.Equal(region, last) {
			if last != nil {
				b.WriteString("\n")
			}
			same := 0
			for same < len(last) && same < len(region)-1 && last[same] == region[same] {
				same++
			}
			for level := same; level < len(region); level++ {
				// A wrong code may be another place's too, whose heading has the id.
				if d := r.Meta.Region.Divisions(); level < len(d) && !named[d[level].Code] {
					named[d[level].Code] = true
					b.WriteString(heading(level+1, fmt.Sprintf("[%s](../regions/%s.md)", escape(d[level].Name), d[level].Code), "region-"+d[level].Code))
				} else {
					fmt.Fprintf(&b, "%s %s\n\n", strings.Repeat("#", level+2), escape(region[level]))
				}
			}
			last = region
		}
		params := pages[i].Front.Params
		facts := []string{
			year(r), kindNames[r.Meta.Type],
			fmt.Sprintf("%d字", params.Characters), fmt.Sprintf("词条%d条", params.Terms),
		}
		fmt.Fprintf(&b, "- [%s](%s/index.md)%s\n", escape(r.Meta.Title), r.Slug, inBrackets(facts...))
		if r.Meta.Remark != "" {
			fmt.Fprintf(&b, "  - %s\n", escape(r.Meta.Remark))
		}
	}
	return Page{
		Path:  "reports/_index.md",
		Front: Front{Title: "报告", Type: "reports", Weight: 1, Description: fmt.Sprintf("所收政府工作报告、规划等%d篇，按地区和年份排列。", len(w.c.Reports))},
		Body:  b.String(),
	}
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
	return "（" + escape(strings.Join(facts, "，")) + "）"
}
