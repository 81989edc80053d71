package markdown

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

// Files beside a report's page that reference managers read.
const (
	bibFile = "cite.bib"
	risFile = "cite.ris"
	cslFile = "cite.json"
)

// Citations returns the entry of a report for reference managers, by path from the
// site's root: BibTeX, RIS and CSL-JSON. Each is made when it is asked for.
func (s Site) Citations(r *report.Report) map[string]func() ([]byte, error) {
	dir := "reports/" + r.Slug + "/"
	address := s.Address + dir
	return map[string]func() ([]byte, error){
		dir + bibFile: func() ([]byte, error) { return []byte(s.bibtex(r, address)), nil },
		dir + risFile: func() ([]byte, error) { return []byte(s.ris(r, address)), nil },
		dir + cslFile: func() ([]byte, error) { return s.csl(r, address) },
	}
}

// basis says of what text an entry is.
func (s Site) basis(r *report.Report) string {
	caveat := "非官方网站，以原件为准；"
	if s.Official {
		caveat = ""
	}
	return caveat + "所据文本的SHA-256：" + r.Source.SHA256
}

// Citation is what the tags of a page tell reference managers of its report, as the
// entry has it: in brackets what an editor concluded.
type Citation struct {
	Title  string `yaml:"title"`
	Issuer string `yaml:"issuer"`
	Date   string `yaml:"date"` // ISO 8601: a day, a month or a year
}

func citationOf(m report.Meta) Citation {
	c := Citation{Title: page.OneLine(supplied(m, "title", m.Title)), Date: isoDate(contentDate(m))}
	if m.Issuer != "" {
		c.Issuer = page.OneLine(supplied(m, "issuer", m.Issuer))
	}
	if c.Date == "" && m.Year > 0 {
		c.Date = fmt.Sprint(m.Year)
	}
	return c
}

// ris is the entry after RIS, as reference managers take it in.
func (s Site) ris(r *report.Report, address string) string {
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
	field("N1", s.basis(r))
	b.WriteString("ER  - \r\n")
	return b.String()
}

// csl is the entry as a list of one item after CSL-JSON.
func (s Site) csl(r *report.Report, address string) ([]byte, error) {
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
	}{ID: r.Slug, Type: "report", Title: c.Title, Language: r.Script, URL: address, Note: s.basis(r)}
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
