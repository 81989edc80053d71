package data

import "jianzhu/generator/annotate"

// indicatorsFile is indicators/index.json; schema/indicators.json says what its
// fields mean.
type indicatorsFile struct {
	Indicators []followed `json:"indicators"`
}

// followed is an indicator that can be compared; with its values it is
// indicators/<id>/index.json.
type followed struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	Variants []string `json:"variants"`
	Reports  int      `json:"reports"`
	Count    int      `json:"count"`            // of its values
	Values   []value  `json:"values,omitempty"` // in its own file
}

func indicatorsOf(c *annotate.Corpus) indicatorsFile {
	return indicatorsFile{list(c.Indicators, followedOf)}
}

func followedOf(i annotate.Indicator) followed {
	f := followed{ID: i.ID, Name: i.Name, Variants: list(i.Variants, same), Reports: i.Reports}
	for _, measured := range i.Places {
		f.Count += len(measured.Values)
	}
	return f
}

// withValues is an indicator's own file, whose values do not say again what they are of.
func withValues(c *annotate.Corpus, i annotate.Indicator) followed {
	f := followedOf(i)
	for _, measured := range i.Places {
		for _, v := range measured.Values {
			of, r := valueOf(c, v.Report, v.N), v.Report
			of.Report, of.Region, of.Code, of.Year, of.Indicator = r.Slug, regionOf(r), r.Meta.Region.Code, r.Meta.Year, ""
			f.Values = append(f.Values, of)
		}
	}
	return f
}
