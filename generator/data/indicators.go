package data

import (
	"jianzhu/generator/annotate"
	"jianzhu/generator/report"
)

// indicatorsFile is indicators/index.json; schema/indicators.json says what its
// fields mean.
type indicatorsFile struct {
	Indicators []followed `json:"indicators"`
}

// followed is an indicator that can be compared, also as indicators/<id>/index.json.
type followed struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	Variants []string `json:"variants"`
	Reports  int      `json:"reports"`
	Values   []value  `json:"values"`
}

func indicatorsOf(c *annotate.Corpus) indicatorsFile {
	return indicatorsFile{list(c.Indicators, func(i annotate.Indicator) followed { return followedOf(c, i) })}
}

func followedOf(c *annotate.Corpus, i annotate.Indicator) followed {
	f := followed{ID: i.ID, Name: i.Name, Variants: list(i.Variants, same), Reports: i.Reports, Values: []value{}}
	read, left := map[*report.Report]bool{}, map[place][]string{} // ids of values that stand in a place and say one thing
	for _, measured := range i.Places {
		for _, v := range measured.Values {
			if r := v.Report; !read[r] {
				read[r] = true
				for n, id := range valueIDs(r) {
					at := placeOf(r, r.Indicators[n])
					left[at] = append(left[at], id)
				}
			}
			at := placeOf(v.Report, v.Indicator)
			f.Values = append(f.Values, valueOf(c, v.Report, v.Indicator, left[at][0]))
			left[at] = left[at][1:]
		}
	}
	return f
}

// place tells the values of all reports apart.
type place struct {
	report, name, value string
	line, column        int
	kind                report.IndicatorKind
	period              report.Period
}

func placeOf(r *report.Report, i report.Indicator) place {
	return place{r.Slug, i.Name, i.Value, i.Line, i.Column, i.Kind, i.Period}
}
