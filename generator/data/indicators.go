package data

import "jianzhu/generator/annotate"

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
	for _, measured := range i.Places {
		for _, v := range measured.Values {
			f.Values = append(f.Values, valueOf(c, v.Report, v.N))
		}
	}
	return f
}
