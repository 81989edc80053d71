package markdown

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

const (
	usesID     = "uses"
	usesPrefix = "in" // of the ids of what it quotes of a report; in2 of its second meaning there
)

// concordance is the occurrences of a term in their sentences: by meaning where it
// has several, by report, and by the report's sections.
func concordance(t glossary.Term, uses []annotate.Use, meanings []meaning) page.Body {
	body := page.Body{heading(1, "用例", usesID)}
	if len(uses) == 0 {
		return append(body, paragraph(page.Text("所收报告中未见。")))
	}
	quoted := 0
	for _, m := range meanings {
		quoted += len(m.quoted)
	}
	intro := words(page.Text(counted(uses)))
	if len(t.Patterns) == 0 { // the name of one with patterns stands in no text
		intro = append(intro, page.Link{To: "search.md?q=" + url.QueryEscape(unquoted(t.Term)), Text: "在全文里检索这个词 ›"})
	}
	body = append(body, paragraph(intro...))
	if fewer := partly(quoted, len(uses), "处"); fewer != "" {
		body = append(body, paragraph(page.Text(fewer)))
	}
	if quoted > 1 {
		body = append(body, page.Views{})
	}
	for n, m := range meanings {
		level, prefix := 2, usesPrefix
		if m.name != "" {
			body = append(body, heading(2, m.name, usesID+"-"+m.id), paragraph(page.Text(m.definition), page.Text(counted(m.uses))))
			level, prefix = 3, usesPrefix+strconv.Itoa(n+1)
		}
		for uses := range byReport(m.quoted, reportOfUse) {
			body = append(body, reportHeading(level, uses[0].Report, prefix), quotations(uses))
		}
	}
	return body
}

// unquoted is a term as it is searched for: quote marks would have it found
// only where they stand.
func unquoted(term string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("“”‘’「」『』\"", r) {
			return -1
		}
		return r
	}, term)
}

// counted says how many uses there are.
func counted(uses []annotate.Use) string {
	return fmt.Sprintf("共%d处，见于%d篇。", len(uses), reportsIn(uses))
}

// usage says in short how many uses of a term there are in all.
func (w *writer) usage(id string) string {
	uses := w.c.Uses[id]
	return fmt.Sprintf("%d篇里共%d处", reportsIn(uses), len(uses))
}

// reportsIn is how many reports uses are in, which come by report.
func reportsIn(uses []annotate.Use) (reports int) {
	for i := range uses {
		if i == 0 || uses[i].Report != uses[i-1].Report {
			reports++
		}
	}
	return reports
}

// quotations are the uses of one report, each sentence once, those of a section under
// its title.
func quotations(uses []annotate.Use) page.List {
	list := page.List{Year: uses[0].Report.Meta.Year}
	var section *report.Entry
	for i, quoted := range annotate.Quote(uses) {
		u := quoted.Uses[0]
		if i == 0 || u.Section != section {
			section = u.Section
			list.Items = append(list.Items, page.Item{Block: "where", Words: words(sectionOf(u))})
		}
		q := page.Passage{Text: quoted.Text}
		for _, m := range quoted.Forms {
			q.Bold = append(q.Bold, page.Span(m))
		}
		in := &list.Items[len(list.Items)-1]
		in.Items = append(in.Items, page.Item{Words: words(page.Use{
			Sentence: q.Part(0, len(q.Text)), At: lineOf(u.Report, u.Occurrence.Line),
		})})
	}
	return list
}

// sectionOf leads to the section of a use by its title.
func sectionOf(u annotate.Use) page.Inline {
	if u.Section == nil {
		return page.Text("篇首")
	}
	return page.Link{To: ReportPath(u.Report.Slug) + "#" + u.Section.ID, Text: sectionTitle(u.Report, *u.Section)}
}
