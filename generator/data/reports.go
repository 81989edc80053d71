package data

import (
	"unicode"

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
	Slug      string   `json:"slug"`
	Title     string   `json:"title"`
	Region    string   `json:"region"`
	Regions   []string `json:"regions"`
	Code      string   `json:"code"`
	Type      string   `json:"type"`
	Year      int      `json:"year"`
	Covers    []int    `json:"covers"`
	Issuer    string   `json:"issuer"`
	Dates     dates    `json:"dates"`
	URL       string   `json:"url"`
	Publisher string   `json:"publisher"`
	Inferred  []string `json:"inferred"`
	Remark    string   `json:"remark"`
	Script    string   `json:"script"`
	Aliases   []string `json:"aliases"`
	Source    source   `json:"source"`
	Counts    counts   `json:"counts"`
	Metadata  []field  `json:"metadata"`
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
		f := metaOf(r)
		return listed{
			f.Slug, f.Title, f.Region, f.Regions, f.Code, f.Type, f.Year, f.Covers, f.Issuer, f.Dates, f.URL, f.Publisher,
			f.Inferred, f.Remark, f.Script, list(r.Meta.Aliases, same), f.Source,
			counts{
				characters(r), len(r.Paragraphs), len(r.Outline), len(r.Tables), len(r.Debris), len(r.Damage), len(r.Definitions),
				len(r.Terms), len(r.References), len(r.Indicators), len(r.Notes),
			},
			f.Metadata,
		}
	})}
}

// characters counts what is shown of a report, without white space.
func characters(r *report.Report) (n int) {
	for _, p := range r.Paragraphs {
		for _, c := range report.Show(p.Text).Text {
			if !unicode.IsSpace(c) {
				n++
			}
		}
	}
	return n
}
