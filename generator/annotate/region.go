package annotate

import (
	"cmp"
	"slices"
	"strings"

	"jianzhu/generator/report"
)

// Region is a division of GB/T 2260 in which there are reports.
type Region struct {
	Code    string
	Name    string
	Above   []*Region // those around it, from the province down
	Below   []*Region // those right below it, by code
	Reports []*report.Report
}

// regions makes the tree of the divisions that reports name, by code, so that
// each stands before what is below it. A region's reports are its own and those
// of all below it, by year. Where reports name a division differently, the
// latest is followed.
func regions(reports []*report.Report) []*Region {
	byCode := map[string]*Region{}
	var all []*Region
	for _, r := range byYear(reports) {
		var above []*Region
		for _, d := range r.Meta.Region.Divisions() {
			region := byCode[d.Code]
			if region == nil {
				region = &Region{Code: d.Code, Above: slices.Clone(above)}
				byCode[d.Code] = region
				all = append(all, region)
				if len(above) > 0 {
					parent := above[len(above)-1]
					parent.Below = append(parent.Below, region)
				}
			}
			region.Name = d.Name
			region.Reports = append(region.Reports, r)
			above = append(above, region)
		}
	}
	byCodes := func(a, b *Region) int { return cmp.Compare(a.Code, b.Code) }
	slices.SortFunc(all, byCodes)
	for _, region := range all {
		slices.SortFunc(region.Below, byCodes)
	}
	return all
}

// Region returns the region with a code, or nil.
func (c *Corpus) Region(code string) *Region {
	i, found := slices.BinarySearchFunc(c.Regions, code, func(r *Region, code string) int { return cmp.Compare(r.Code, code) })
	if !found {
		return nil
	}
	return c.Regions[i]
}

// Neighbours returns the other reports of a report's place, named by its whole
// path, and those of other places in its city; both by year.
func (c *Corpus) Neighbours(r *report.Report) (place, city []*report.Report) {
	code := r.Meta.Region.City()
	if d := r.Meta.Region.Divisions(); code == "" && len(d) > 0 {
		code = d[len(d)-1].Code
	}
	region := c.Region(code)
	if region == nil {
		return nil, nil
	}
	for _, other := range region.Reports {
		switch {
		case other.Slug == r.Slug:
		case slices.Equal(other.Meta.Region.Path, r.Meta.Region.Path):
			place = append(place, other)
		case r.Meta.Region.City() != "":
			city = append(city, other)
		}
	}
	return place, city
}

// byYear sorts reports by the year given, those without one last.
func byYear(reports []*report.Report) []*report.Report {
	return slices.SortedStableFunc(slices.Values(reports), func(a, b *report.Report) int {
		return cmp.Or(
			cmp.Compare(unknown(a.Meta.Year), unknown(b.Meta.Year)),
			cmp.Compare(a.Meta.Year, b.Meta.Year),
			strings.Compare(a.Slug, b.Slug),
		)
	})
}

func unknown(year int) int {
	if year == 0 {
		return 1
	}
	return 0
}
