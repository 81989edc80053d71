package markdown

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

// references are the forms that reference managers read: what each is called, how its
// files end, its media type.
var references = []struct {
	name, end, media string
	of               func(Site, ...*report.Report) []byte
}{
	{"BibTeX", ".bib", "application/x-bibtex", inTurn(Site.bibtex)},
	{"RIS", ".ris", "application/x-research-info-systems", inTurn(Site.ris)},
	{"CSL-JSON", ".json", "application/vnd.citationstyles.csl+json", Site.csl},
}

// inTurn writes one entry after the other.
func inTurn(entry func(Site, *report.Report, string) string) func(Site, ...*report.Report) []byte {
	return func(s Site, reports ...*report.Report) (all []byte) {
		for _, r := range reports {
			all = append(all, entry(s, r, s.addressOf(r))...)
		}
		return all
	}
}

func (s Site) addressOf(r *report.Report) string { return s.Address + "reports/" + r.Slug + "/" }

// allReferences is a file of the entries of all reports, but for its end.
const allReferences = "data/references"

// References returns the entries of reports for reference managers, a file of each form,
// by path from the site's root. That of one report is saved from its page.
func (s Site) References(reports []*report.Report) map[string]func() ([]byte, error) {
	files := map[string]func() ([]byte, error){}
	for _, form := range references {
		files[allReferences+form.end] = func() ([]byte, error) { return form.of(s, reports...), nil }
	}
	return files
}

// saved are the files of one report.
func (s Site) saved(r *report.Report) page.Saved {
	all := page.Saved{Before: "存成文件：", Between: "、", After: "。"}
	for _, form := range references {
		all.Files = append(all.Files, page.SavedFile{Label: form.name, Name: r.Slug + form.end, Type: form.media, Text: string(form.of(s, r))})
	}
	return all
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

// csl is a list of entries after CSL-JSON.
func (s Site) csl(reports ...*report.Report) []byte {
	items := make([]cslItem, len(reports))
	for i, r := range reports {
		items[i] = s.cslItem(r)
	}
	made, _ := json.Marshal(items) // strings and numbers, which always have a form
	return append(made, '\n')
}

type cslItem struct {
	ID       string    `json:"id"`
	Type     string    `json:"type"`
	Author   []cslName `json:"author,omitempty"`
	Title    string    `json:"title"`
	Issued   *cslDate  `json:"issued,omitempty"`
	Language string    `json:"language"`
	URL      string    `json:"URL"`
	Note     string    `json:"note"`
}

type cslName struct {
	Literal string `json:"literal"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
	Circa bool    `json:"circa,omitempty"`
}

func (s Site) cslItem(r *report.Report) cslItem {
	c := citationOf(r.Meta)
	item := cslItem{ID: r.Slug, Type: "report", Title: c.Title, Language: r.Script, URL: s.addressOf(r), Note: s.basis(r)}
	if c.Issuer != "" {
		item.Author = []cslName{{c.Issuer}}
	}
	if c.Date != "" {
		var parts []int
		for part := range strings.SplitSeq(c.Date, "-") {
			n, _ := strconv.Atoi(part)
			parts = append(parts, n)
		}
		item.Issued = &cslDate{[][]int{parts}, contentDate(r.Meta) == "" && slices.Contains(r.Meta.Inferred, "year")}
	}
	return item
}
