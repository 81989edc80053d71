package markdown

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

// documentPath is a document's page, from the site's root.
func documentPath(id string) string { return "documents/" + id + ".md" }

// noKind heads the documents whose titles end in no kind.
const noKind = "其他"

// mostDocuments is how many documents are listed; those of pages come first.
const mostDocuments = 2000

// documents is the list of documents, by kind. One that has no page leads to where it
// is named.
func (w *writer) documents() Page {
	says := fmt.Sprintf("报告用书名号提到的文件，共%d件，按题名末尾所写的种类排列。歌曲、影视、书刊等作品不列。", len(w.c.Documents))
	listed := w.c.Documents
	if most := mostDocuments; len(listed) > most {
		listed = slices.DeleteFunc(slices.Clone(listed), func(d annotate.Document) bool { return d.Alone })
		says += fmt.Sprintf("这里列出不止一篇提到的%d件，其余可以搜索。", len(listed))
	}
	body := page.Body{paragraph(page.Text(says))}
	if len(w.c.Documents) == 0 {
		body = page.Body{paragraph(page.Text("报告用书名号提到的文件列在这里，现在还没有。"))}
	}
	groups := 0
	for of := range groupsOf(listed, func(d annotate.Document) string { return d.Kind }) {
		groups++
		list := page.List{}
		for _, d := range of {
			list.Items = append(list.Items, page.Item{Words: words(
				page.Link{To: documentPlace(d), Text: d.Title}, textf("（%d处）", len(d.Mentions)))})
		}
		body = append(body, heading(1, cmp.Or(of[0].Kind, noKind), fmt.Sprintf("kind-%d", groups)), list)
	}
	return Page{
		Path:  "documents/_index.md",
		Front: Front{Title: "文件", Type: "documents", Weight: 4, Description: "报告用书名号提到的法规、规划、决定和其他文件，按种类排列。"},
		Body:  fixed(body),
	}
}

// documentPlace is a document's page, or where it is named.
func documentPlace(d annotate.Document) string {
	if d.Alone {
		return linePath(d.Mentions[0].Report, d.Mentions[0].Reference.Line)
	}
	return documentPath(d.ID)
}

// documentPages are the pages of the documents that have one.
func (w *writer) documentPages() (pages []Page) {
	for i, d := range w.c.Documents {
		if !d.Alone {
			pages = append(pages, w.document(i))
		}
	}
	return pages
}

// document is the page of a document: what its title and the reports say of it, and
// every mention in its sentence.
func (w *writer) document(i int) Page {
	d := w.c.Documents[i]
	front := Front{
		Title: d.Title, Type: "document", Weight: i + 1, Description: "各篇报告提到《" + d.Title + "》的地方。",
		Params: DocumentParams{ID: d.ID, Kind: d.Kind, Issuer: d.Issuer.Name, Mentions: len(d.Mentions)},
	}
	for _, id := range d.Former {
		front.Aliases = append(front.Aliases, "/documents/"+id+"/")
	}
	return Page{Path: documentPath(d.ID), Front: front, made: w.ofDocument(i), Body: func() page.Body { return mentioned(d) }}
}

// mentioned is what is known of a document, and every mention in its sentence.
func mentioned(d annotate.Document) page.Body {
	quoted := quotable(d.Mentions, mostQuoted, reportOfMention)
	reports := len(slices.Collect(byReport(d.Mentions, reportOfMention)))
	body := page.Body{paragraph(textf("共%d处，见于%d篇报告。%s", len(d.Mentions), reports, partly(len(quoted), len(d.Mentions), "处")))}
	body = append(body, documentFacts(d)...)
	body = append(body, heading(1, "用例", "mentions"))
	for mentions := range byReport(quoted, reportOfMention) {
		r := mentions[0].Report
		list := page.List{}
		for _, m := range mentions {
			list.Items = append(list.Items, page.Item{Words: words(mention(m), page.Text(" "), lineOf(r, m.Reference.Line))})
		}
		body = append(body, reportHeading(2, r, "in"), list)
	}
	return body
}

func reportOfMention(m annotate.Mention) *report.Report { return m.Report }

// documentFacts are what is known of a document: only what titles and reports say.
func documentFacts(d annotate.Document) page.Body {
	var facts facts
	facts.add("种类", d.Kind)
	var spans []string
	for _, s := range d.Years {
		spans = append(spans, spanText(s.From, s.To))
	}
	facts.add("题名所写年份", strings.Join(spans, "、"))
	switch at := d.Issuer.Report; {
	case at != nil:
		facts.addWords("制发", page.Text(d.Issuer.Name), page.Text("，据《"), page.Text(at.Meta.Title), page.Text("》"), lineOf(at, d.Issuer.Line))
	case d.Issuer.Name != "":
		facts.addWords("制发", page.Text(d.Issuer.Name), page.Text("，据题名"))
	}
	facts.add("题名又作", strings.Join(d.Variants, "、"))
	return facts.list()
}

// spanText is a run of years.
func spanText(from, to int) string {
	if from == to {
		return fmt.Sprintf("%d年", from)
	}
	return fmt.Sprintf("%d—%d年", from, to)
}

// mention is a sentence with the title in it in bold.
func mention(m annotate.Mention) page.Passage {
	before, title := []rune(m.Before), []rune(report.DisplayString(m.Reference.Title))
	q := page.Passage{Text: slices.Concat(before, title, []rune(m.After))}
	q.Bold = []page.Span{{Start: len(before), End: len(before) + len(title)}}
	return q.Part(0, len(q.Text))
}
