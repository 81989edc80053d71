package markdown

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/report"
)

// Files beside a report's page that reference managers read.
const (
	bibFile = "cite.bib"
	risFile = "cite.ris"
	cslFile = "cite.json"
)

// Citations returns the entry of each report for reference managers, by path from the
// site's root: BibTeX, RIS and CSL-JSON.
func Citations(c *annotate.Corpus, address string) (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, r := range c.Reports {
		dir := "reports/" + r.Slug + "/"
		item, err := csl(r, address+dir)
		if err != nil {
			return nil, err
		}
		files[dir+bibFile] = []byte(bibtex(r, address+dir))
		files[dir+risFile] = []byte(ris(r, address+dir))
		files[dir+cslFile] = item
	}
	return files, nil
}

// Citation is what the tags of a page tell reference managers of its report, as the
// entry has it: in brackets what an editor concluded.
type Citation struct {
	Title  string `yaml:"title,omitempty"`
	Issuer string `yaml:"issuer,omitempty"`
	Date   string `yaml:"date,omitempty"` // ISO 8601: a day, a month or a year
}

func citationOf(m report.Meta) Citation {
	c := Citation{Title: oneLine(supplied(m, "title", m.Title)), Date: isoDate(contentDate(m))}
	if m.Issuer != "" {
		c.Issuer = oneLine(supplied(m, "issuer", m.Issuer))
	}
	if c.Date == "" && m.Year > 0 {
		c.Date = fmt.Sprint(m.Year)
	}
	return c
}

const unofficial = "非官方网站，以原件为准；所据文本的SHA-256："

// ris is the entry after RIS, as reference managers take it in.
func ris(r *report.Report, address string) string {
	var b strings.Builder
	field := func(tag, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s  - %s\r\n", tag, value)
		}
	}
	c := citationOf(r.Meta)
	field("TY", "RPRT")
	field("ID", r.Slug)
	field("AU", c.Issuer)
	field("TI", c.Title)
	field("PB", c.Issuer)
	if c.Date != "" {
		field("PY", c.Date[:4])
		date := append(strings.Split(c.Date, "-"), "", "", "") // year/month/day/other
		field("DA", strings.Join(date[:4], "/"))
	}
	field("LA", r.Script)
	field("UR", address)
	field("N1", unofficial+r.Source.SHA256)
	b.WriteString("ER  - \r\n")
	return b.String()
}

// csl is the entry as a list of one item after CSL-JSON.
func csl(r *report.Report, address string) ([]byte, error) {
	type name struct {
		Literal string `json:"literal"`
	}
	type date struct {
		Parts [][]json.Number `json:"date-parts"`
		Circa bool            `json:"circa,omitempty"`
	}
	c := citationOf(r.Meta)
	item := struct {
		ID       string `json:"id"`
		Type     string `json:"type"`
		Author   []name `json:"author,omitempty"`
		Title    string `json:"title"`
		Issued   *date  `json:"issued,omitempty"`
		Language string `json:"language"`
		URL      string `json:"URL"`
		Note     string `json:"note"`
	}{ID: r.Slug, Type: "report", Title: c.Title, Language: r.Script, URL: address, Note: unofficial + r.Source.SHA256}
	if c.Issuer != "" {
		item.Author = []name{{c.Issuer}}
	}
	if c.Date != "" {
		var parts []json.Number
		for part := range strings.SplitSeq(c.Date, "-") {
			parts = append(parts, json.Number(strings.TrimLeft(part, "0")))
		}
		item.Issued = &date{[][]json.Number{parts}, contentDate(r.Meta) == "" && slices.Contains(r.Meta.Inferred, "year")}
	}
	made, err := json.MarshalIndent([]any{item}, "", "  ")
	return append(made, '\n'), err
}
