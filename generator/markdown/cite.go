package markdown

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

// accessed stands in a citation for the day on which it was read. A page that
// does not change cannot know it: cite.js puts it in.
const accessed = "[引用日期]"

// Edition is that of GB/T 7714 after which reports are cited.
type Edition string

const (
	Edition2025 Edition = "2025" // in force since 2026-07-01
	Edition2015 Edition = "2015" // for journals that still ask for it
)

// cite is 引用: the report's entry for a list of references, after GB/T 7714 and as
// BibTeX, with address, date and the checksum of the text.
func (p *reportPage) cite() page.Body {
	address := p.w.site.Address + page.AddressOf(p.path)
	edition := p.w.site.edition()
	says := "著录依GB/T 7714—" + string(edition)
	if edition == Edition2015 {
		says += "，引用日期是读到本页的那一天"
	}
	if slices.ContainsFunc(p.r.Meta.Inferred, func(key string) bool { return key == "title" || key == "issuer" || key == "year" }) {
		says += "，另加方括号的是推定的"
	}
	says += "。"
	in := words(page.Text(says))
	if n := p.firstLine(); n > 0 {
		in = words(textf("%s引用某一行，在地址末尾写行号，如第%d行：", says, n), page.Web(address+"#"+page.LineID(n)), page.Text("。"))
	}
	body := page.Body{
		citePart.heading(),
		how(append(in, page.Text("引用前请核对原件。"))...),
		page.Quote{Class: "citation", Lines: [][]page.Inline{
			{excerpt(edition.entry(p.r.Meta)), page.Text(" "), page.Web(address), page.Text(".")},
			{page.Text("所据文本的SHA-256：" + p.r.Source.SHA256)},
		}},
	}
	if p.path == ReportPath(p.r.Slug) { // a sample has no files
		body = append(body, p.w.site.saved(p.r))
	}
	return append(body, page.Code{Language: "bibtex", Text: p.w.site.bibtex(p.r, address)})
}

// edition is that which is asked for, or the newest.
func (s Site) edition() Edition { return cmp.Or(s.Citation, Edition2025) }

// firstLine is the first line of running text, or 0.
func (p *reportPage) firstLine() int {
	i := slices.IndexFunc(p.r.Paragraphs, func(q report.Paragraph) bool { return q.Kind == report.Text })
	if i < 0 {
		return 0
	}
	return p.r.Paragraphs[i].Line
}

// entry is the entry of an online report after GB/T 7714, up to the address:
// issuer. title[R/OL]. date. What an editor concluded is in brackets. An issuer who
// is not known is left out, as the standard lets entries that are numbered.
//
// The edition of 2015 has a day in brackets and after it the day of access. That of
// 2025 has neither brackets nor day of access for what is no web page as such; its
// text is not public: this is what reference styles made from it agree on.
func (e Edition) entry(m report.Meta) string {
	parts := ""
	if m.Issuer != "" {
		parts = supplied(m, "issuer", m.Issuer) + ". "
	}
	parts += supplied(m, "title", m.Title) + "[R/OL]. "
	date := contentDate(m)
	year := ""
	if date == "" && m.Year > 0 {
		year = supplied(m, "year", fmt.Sprint(m.Year))
	}
	switch {
	case e == Edition2015 && date != "":
		parts += "(" + date + ")" + accessed + "."
	case e == Edition2015:
		parts += year + accessed + "."
	case date+year != "":
		parts += date + year + "."
	}
	return strings.TrimSpace(page.OneLine(parts))
}

// contentDate is the day of the text, as printed, or "": of its publication, or
// else of its delivery.
func contentDate(m report.Meta) string {
	if slices.Contains(m.Inferred, "dates") {
		return ""
	}
	for _, date := range []string{m.Dates.Published, m.Dates.Delivered} {
		if day := strings.Fields(date); len(day) > 0 {
			return day[0]
		}
	}
	return ""
}

// supplied is a value, in brackets where an editor concluded it.
func supplied(m report.Meta, key, value string) string {
	if slices.Contains(m.Inferred, key) {
		return "[" + value + "]"
	}
	return value
}

// bibtex is the same entry for BibTeX.
func (s Site) bibtex(r *report.Report, address string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "@misc{%s,\n", r.Slug)
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "  %-6s = \"{%s}\",\n", name, value)
		}
	}
	m, date := r.Meta, contentDate(r.Meta)
	if m.Issuer != "" {
		field("author", latex.Replace(page.OneLine(supplied(m, "issuer", m.Issuer))))
	}
	field("title", latex.Replace(page.OneLine(supplied(m, "title", m.Title))))
	if iso := isoDate(date); iso != "" {
		field("year", iso[:4])
		field("date", iso)
	} else if m.Year > 0 {
		field("year", supplied(m, "year", fmt.Sprint(m.Year)))
	}
	fmt.Fprintf(&b, "  %-6s = \"%s\",\n", "url", address)
	field("note", s.basis(r))
	b.WriteString("}\n")
	return b.String()
}

// latex writes text for between braces. Braces themselves are left out: {{ is
// Hugo's.
var latex = strings.NewReplacer(
	"{", "", "}", "", `\`, `\textbackslash{}`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`,
	"<", `\textless{}`, ">", `\textgreater{}`, "&", `\&`, "%", `\%`, "#", `\#`, "$", `\$`, "_", `\_`,
)
