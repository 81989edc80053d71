package markdown

import (
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"jianzhu/generator/annotate"
	"jianzhu/generator/report"
)

// documentPath is a document's page, from the site's root.
func documentPath(id string) string { return "documents/" + id + ".md" }

// isDocument reports whether a link of the text leads to a document.
func isDocument(a *ast.Link) bool {
	to := string(a.Destination)
	return strings.HasPrefix(to, "documents/") && strings.HasSuffix(to, ".md")
}

// transformDocument marks a document of the text.
func transformDocument(a *ast.Link) {
	replace(a, inline("a", "class", "document", "href", string(a.Destination)))
}

// noKind heads the documents whose titles end in no kind.
const noKind = "其他"

// documents writes the list of documents, by kind.
func (w *writer) documents() Page {
	front := Front{Title: "文件", Type: "documents", Weight: 4, Description: "报告用书名号提到的法规、规划、决定和其他文件，按种类排列。"}
	var b strings.Builder
	fmt.Fprintf(&b, "报告用书名号提到的文件，共%d件，按题名末尾所写的种类排列。歌曲、影视、书刊等作品不列。\n\n", len(w.c.Documents))
	groups := 0
	for i, d := range w.c.Documents {
		if i == 0 || w.c.Documents[i-1].Kind != d.Kind {
			groups++
			name := d.Kind
			if name == "" {
				name = noKind
			}
			b.WriteString(separated(groups > 1) + heading(1, name, fmt.Sprintf("kind-%d", groups)))
		}
		fmt.Fprintf(&b, "- [%s](%s.md)（%d处）\n", escape(d.Title), d.ID, len(d.Mentions))
		if d.Script == traditional {
			front.Params.Traditional = append(front.Params.Traditional, d.ID)
		}
	}
	return Page{Path: "documents/_index.md", Front: front, Body: b.String()}
}

// separated parts a list from what follows it.
func separated(follows bool) string {
	if follows {
		return "\n"
	}
	return ""
}

// transformDocuments marks the titles in Traditional characters.
func transformDocuments(n ast.Node, params Params) {
	for c := range children(n) {
		transformDocuments(c, params)
		if a, ok := c.(*ast.Link); ok && slices.Contains(params.Traditional, pageID(a)) {
			replace(a, inline("a", "href", string(a.Destination), "lang", traditional))
		}
	}
}

// document writes the page of a document: what its title and the reports say of
// it, and every mention in its sentence.
func (w *writer) document(i int) Page {
	d := w.c.Documents[i]
	front := Front{
		Title: d.Title, Type: "document", Weight: i + 1, Description: "各篇报告提到《" + d.Title + "》的地方。",
		Params: Params{ID: d.ID, Kind: d.Kind, Issuer: d.Issuer.Name, Mentions: len(d.Mentions)},
	}
	if d.Script == traditional {
		front.Params.Traditional = append(front.Params.Traditional, d.ID)
	}
	var mentions strings.Builder
	var r *report.Report
	quoted := quotable(d.Mentions, mostQuoted, reportOfMention)
	for _, m := range quoted {
		if m.Report != r {
			mentions.WriteString(separated(r != nil))
			r = m.Report
			mentions.WriteString(reportHeading(2, r, "in"))
			if r.Script == traditional {
				front.Params.Traditional = append(front.Params.Traditional, r.Slug)
			}
		}
		fmt.Fprintf(&mentions, "- %s %s\n", mention(m), lineOfReport(r, m.Reference.Line))
	}
	reports := len(slices.Collect(byReport(d.Mentions, reportOfMention)))
	body := fmt.Sprintf("共%d处，见于%d篇报告。%s\n\n", len(d.Mentions), reports, partly(len(quoted), len(d.Mentions), "处")) +
		documentFacts(d) + heading(1, "提到之处", "mentions") + mentions.String()
	return Page{Path: "documents/" + d.ID + ".md", Front: front, Body: body}
}

func reportOfMention(m annotate.Mention) *report.Report { return m.Report }

// documentFacts are what is known of a document: only what titles and reports say.
func documentFacts(d annotate.Document) string {
	var b strings.Builder
	fact := func(label, value string) {
		if value != "" {
			fmt.Fprintf(&b, "- %s：%s\n", label, value)
		}
	}
	fact("种类", escape(d.Kind))
	var spans []string
	for _, s := range d.Years {
		spans = append(spans, spanText(s.From, s.To))
	}
	fact("题名所写年份", strings.Join(spans, "、"))
	switch at := d.Issuer.Report; {
	case at != nil:
		fact("制发", escape(d.Issuer.Name)+"，据《"+escape(at.Meta.Title)+"》第"+lineOfReport(at, d.Issuer.Line)+"行")
	case d.Issuer.Name != "":
		fact("制发", escape(d.Issuer.Name)+"，据题名")
	}
	fact("题名又作", escape(strings.Join(d.Variants, "、")))
	if b.Len() == 0 {
		return ""
	}
	return b.String() + "\n"
}

// spanText is a run of years.
func spanText(from, to int) string {
	if from == to {
		return fmt.Sprintf("%d年", from)
	}
	return fmt.Sprintf("%d—%d年", from, to)
}

// mention is a sentence with the title in it in bold.
func mention(m annotate.Mention) string {
	before, title := []rune(m.Before), []rune(report.DisplayString(m.Reference.Title))
	l := line{shown: append(append(before, title...), []rune(m.After)...)}
	l.bold = []span{{len(before), len(before) + len(title)}}
	return l.markdown(0, len(l.shown), true)
}
