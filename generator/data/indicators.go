package data

import (
	"strings"

	"jianzhu/generator/annotate"
)

// indicatorsFile is indicators/index.json; schema/indicators.json says what its
// fields mean.
type indicatorsFile struct {
	Indicators []followed `json:"indicators"`
}

type followed struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	Variants []string `json:"variants"`
	Reports  int      `json:"reports"`
	Values   []value  `json:"values"`
}

type value struct {
	Report     string   `json:"report"`
	Line       int      `json:"line"`
	Name       string   `json:"name"`
	Value      string   `json:"value"`
	Unit       string   `json:"unit"`
	Modifier   string   `json:"modifier"`
	Kind       string   `json:"kind"`
	Growth     bool     `json:"growth"`
	Yearly     bool     `json:"yearly"`
	Period     string   `json:"period"`
	Number     *float64 `json:"number"`
	NumberTo   *float64 `json:"numberTo"`
	NumberUnit string   `json:"numberUnit"`
}

func indicatorsOf(c *annotate.Corpus) indicatorsFile {
	return indicatorsFile{list(c.Indicators, func(i annotate.Indicator) followed {
		f := followed{ID: i.ID, Name: i.Name, Variants: list(i.Variants, same), Reports: i.Reports, Values: []value{}}
		for _, place := range i.Places {
			f.Values = append(f.Values, list(place.Values, valueOf)...)
		}
		return f
	})}
}

func valueOf(v annotate.Value) value {
	made := value{
		Report: v.Report.Slug, Line: v.Line, Name: v.Name, Value: v.Indicator.Value, Unit: v.Unit,
		Modifier: strings.Join(v.Modifiers(), "、"), Kind: string(v.Kind), Growth: v.Growth, Yearly: v.Yearly, Period: v.Period.String(),
	}
	if a := v.Amount; a.Known {
		made.Number, made.NumberTo, made.NumberUnit = &a.From, &a.To, a.Unit
	}
	return made
}
