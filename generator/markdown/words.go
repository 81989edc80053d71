package markdown

import (
	"fmt"

	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

// heading opens a section with a title of ours.
func heading(level int, title, id string) page.Heading {
	return page.Heading{Level: level, ID: id, Words: words(page.Text(title))}
}

func paragraph(in ...page.Inline) page.Paragraph { return page.Paragraph{Words: in} }

// how is a paragraph that says how to read what follows.
func how(in ...page.Inline) page.Paragraph { return page.Paragraph{Class: "how", Words: in} }

func words(in ...page.Inline) []page.Inline { return in }

func textf(format string, args ...any) page.Text { return page.Text(fmt.Sprintf(format, args...)) }

// joined are words with text between two.
func joined(all [][]page.Inline, between string) (in []page.Inline) {
	for i, words := range all {
		if i > 0 {
			in = append(in, page.Text(between))
		}
		in = append(in, words...)
	}
	return in
}

// excerpt is a sentence of a report that opens a block.
func excerpt(sentence string) page.Passage {
	p := page.Passage{Text: []rune(sentence)}
	return p.Part(0, len(p.Text))
}

// reportLink leads to a report by its title.
func reportLink(r *report.Report) page.Link {
	return page.Link{To: ReportPath(r.Slug), Text: r.Meta.Title}
}

// lineOf leads to a line of a report: 第22行.
func lineOf(r *report.Report, n int) page.Link {
	return page.Link{To: linePath(r, n), Text: fmt.Sprintf("第%d行", n)}
}

// linePath is where a line of a report is, from the site's root.
func linePath(r *report.Report, n int) string { return ReportPath(r.Slug) + "#" + page.LineID(n) }

// langOf is the language of a text where it is not the site's: that of texts in
// Traditional characters.
func langOf(script string) string {
	if script == traditional {
		return traditional
	}
	return ""
}

// langWithin is the language of our words within a text in a script, or "" where it is the
// text's.
func langWithin(script string) string {
	if script == traditional {
		return "zh-Hans"
	}
	return ""
}

// reportHeading opens what one report has to say on another page.
func reportHeading(level int, r *report.Report, prefix string) page.Heading {
	return page.Heading{Level: level, ID: prefix + "-" + r.Slug, Lang: langOf(r.Script), Words: words(reportLink(r))}
}
