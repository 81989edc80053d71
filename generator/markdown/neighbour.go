package markdown

import (
	"fmt"
	"strings"

	"jianzhu/generator/report"
)

// neighbours writes 同一地区: the other reports of the place, and those of the
// other places in its city, by year.
func (p *reportPage) neighbours() string {
	place, city := p.w.c.Neighbours(p.r)
	if len(place)+len(city) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(heading(1, "同一地区", regionID))
	region := p.r.Meta.Region
	divisions := region.Divisions()
	list := func(name string, reports []*report.Report, placed bool) {
		if len(reports) == 0 {
			return
		}
		b.WriteString("- " + name + "\n")
		for _, r := range reports {
			where := ""
			if placed {
				where = r.Meta.Region.Path[len(r.Meta.Region.Path)-1]
			}
			facts := inBrackets(where, kindNames[r.Meta.Type], period(r), distance(p.r, r))
			fmt.Fprintf(&b, "  - [%s](%s)%s\n", escape(r.Meta.Title), p.to(reportPath(r.Slug)), facts)
		}
	}
	nearest := divisions[len(divisions)-1]
	list(p.regionLink(nearest)+escape(strings.Join(region.Path[len(divisions):], "")), place, false)
	for _, d := range divisions {
		if d.Code == region.City() {
			list(p.regionLink(d)+"其他地方", city, true)
		}
	}
	return b.String() + "\n"
}

// regionLink is the name of a division, which leads to its page where it has one.
func (p *reportPage) regionLink(d report.Division) string {
	if p.w.c.Region(d.Code) == nil {
		return escape(d.Name)
	}
	return fmt.Sprintf("[%s](%s)", escape(d.Name), p.to(regionPath(d.Code)))
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
