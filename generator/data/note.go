package data

import (
	"jianzhu/generator/annotate"
	"jianzhu/generator/report"
)

// note is a note in reports/<slug>/index.json.
type note struct {
	Number int    `json:"number"`
	Quote  string `json:"quote"`
	Line   int    `json:"line"`
	Offset int    `json:"offset"`
	Body   string `json:"body"`
	Author string `json:"author"`
	Date   string `json:"date"`
}

func noteOf(r *report.Report, n report.Note) note {
	return note{n.N, string([]rune(r.From(n.Line))[n.Column:n.End]), n.Line, n.Column, n.Body, n.Author, n.Date}
}

// Notes returns the notes of each report that has any as Web Annotations (W3C
// Recommendation of 2017-02-23): reports/<slug>/notes.jsonld, a collection with
// all of them on one page. The address is the site's, with a slash at its end, or
// "/" where that is not known; then IRIs lead from the file to the page beside
// it. html is a note's body as HTML.
func Notes(c *annotate.Corpus, address, license string, html func(*report.Report, report.Note) (string, error)) Files {
	files := Files{}
	for _, r := range c.Reports {
		if len(r.Notes) == 0 {
			continue
		}
		base := "./"
		if address != "/" {
			base = address + "reports/" + r.Slug + "/"
		}
		files["reports/"+r.Slug+"/notes.jsonld"] = func() ([]byte, error) {
			all, err := collectionOf(r, base, license, html)
			if err != nil {
				return nil, err
			}
			return encode(all)
		}
	}
	return files
}
