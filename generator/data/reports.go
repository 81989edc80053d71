package data

import (
	"jianzhu/generator/annotate"
	"jianzhu/generator/report"
)

// reportsFile is reports/index.json; schema/reports.json says what its fields mean.
type reportsFile struct {
	Reports []listed `json:"reports"`
}

// listed is a report without its text: all that is known of it, and how much was
// found in it.
type listed struct {
	facts
	Aliases []string `json:"aliases"`
	Counts  counts   `json:"counts"`
}

type counts struct {
	Characters  int `json:"characters"`
	Paragraphs  int `json:"paragraphs"`
	Outline     int `json:"outline"`
	Tables      int `json:"tables"`
	Debris      int `json:"debris"`
	Damage      int `json:"damage"`
	Definitions int `json:"definitions"`
	Terms       int `json:"terms"`
	References  int `json:"references"`
	Indicators  int `json:"indicators"`
	Notes       int `json:"notes"`
}

func reportsOf(c *annotate.Corpus) reportsFile {
	return reportsFile{list(c.Reports, func(r *report.Report) listed {
		return listed{
			factsOf(r), list(r.Meta.Aliases, same),
			counts{
				r.Characters(), len(r.Paragraphs), len(r.Outline), len(r.Tables), len(r.Debris), len(r.Damage), len(r.Definitions),
				len(r.Terms), len(r.References), len(r.Indicators), len(r.Notes),
			},
		}
	})}
}
