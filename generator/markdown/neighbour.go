package markdown

import (
	"fmt"
	"strings"

	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

// neighbours is 同一地区: the other reports of the place, and those of the other
// places in its city, by year.
func (p *reportPage) neighbours() page.Body {
	place, city := p.w.c.Neighbours(p.r)
	if len(place)+len(city) == 0 {
		return nil
	}
	region := p.r.Meta.Region
	divisions := region.Divisions()
	var list page.List
	add := func(name []page.Inline, reports []*report.Report, placed bool) {
		if len(reports) == 0 {
			return
		}
		item := page.Item{Words: name}
		for _, r := range reports {
			where := ""
			if placed {
				where = r.Meta.Region.Path[len(r.Meta.Region.Path)-1]
			}
			item.Items = append(item.Items, reportItem(r, where, r.Meta.TypeName(), period(r), distance(p.r, r)))
		}
		list.Items = append(list.Items, item)
	}
	nearest := divisions[len(divisions)-1]
	add(words(p.w.regionLink(nearest), page.Text(strings.Join(region.Path[len(divisions):], ""))), place, false)
	for _, d := range divisions {
		if d.Code == region.City() {
			add(words(p.w.regionLink(d), page.Text("其他地方")), city, true)
		}
	}
	return page.Body{regionPart.heading(), list}
}

// regionLink is the name of a division, which leads to its page where it has one.
func (w *writer) regionLink(d report.Division) page.Inline {
	if w.c.Region(d.Code) == nil {
		return page.Text(d.Name)
	}
	return page.Link{To: regionPath(d.Code), Text: d.Name}
}

// distance is how many years another report is earlier or later.
func distance(r, other *report.Report) string {
	years := other.Meta.Year - r.Meta.Year
	switch {
	case r.Meta.Year == 0 || other.Meta.Year == 0:
		return ""
	case years < 0:
		return fmt.Sprintf("早%d年", -years)
	case years > 0:
		return fmt.Sprintf("晚%d年", years)
	}
	return "同年"
}

// slugs names reports.
func slugs(reports []*report.Report) (names []string) {
	for _, r := range reports {
		names = append(names, r.Slug)
	}
	return names
}
