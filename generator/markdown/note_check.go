package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"jianzhu/generator/page"
	"jianzhu/generator/problem"
	"jianzhu/generator/report"
	"jianzhu/generator/tongue"
)

// checkNotes reports the notes of all reports that cannot be shown.
func (w *writer) checkNotes() (problems []problem.Problem) {
	for _, r := range w.c.Reports {
		if len(r.Notes) > 0 {
			problems = append(problems, newReportPage(w, r, ReportPath(r.Slug)).checkNotes(notesFile(r))...)
		}
	}
	return problems
}

// checkNotes reports the notes whose bodies would not stand as one entry of a
// list: what they may hold is what reads well beside a text.
func (p *reportPage) checkNotes(file string) (problems []problem.Problem) {
	for _, n := range p.r.Notes {
		if message, hint := bodyFault(n.Body); message != "" {
			problems = append(problems, problem.Errorf(file, n.Given, hint, "%s", message))
		} else if !isEntry(string(page.Body{page.Notes{p.note(n)}}.Markdown(p.path)), n.Body) {
			problems = append(problems, problem.Errorf(file, n.Given, "close what it opens, such as ``` around code", "a body that does not end"))
		}
	}
	return problems
}

// bodyFault says what a note's body has that it may not have, or "".
func bodyFault(body string) (message, hint string) {
	for _, mark := range []string{"{{", "<!--"} {
		if strings.Contains(body, mark) {
			return tongue.Text("a body with ") + mark + tongue.Text(", which Hugo would run"), tongue.Text("put a space or a backslash in it")
		}
	}
	if crowded(body) > 0 {
		return tongue.Sprintf("a body with a block of more than %d marks such as *, _ and [", mostMarks), crowdedHint
	}
	if deep(body) > 0 {
		return tongue.Sprintf("a body with quotes and lists more than %d deep in one another", deepest), deepHint
	}
	if _, message, hint := misread(body); message != "" {
		return message, hint
	}
	context := parser.NewContext()
	source := []byte(body)
	doc := commonMark.Parser().Parse(text.NewReader(source), parser.WithContext(context))
	if len(context.References()) > 0 {
		return tongue.Text("a body with a link definition"), tongue.Text("write the address with the link: [words](address)")
	}
	for _, l := range lost(doc, source, leadsToPage) {
		return tongue.Text("a body with ") + l.what, l.hint
	}
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n.(type) {
		case *ast.Heading:
			message, hint = tongue.Text("a body with a heading"), tongue.Text("write it in bold; a line of = or - under words makes a heading of them")
		case *ast.Image:
			message, hint = tongue.Text("a body with an image"), tongue.Text("say it in words, or write a link to the image")
		}
		return ast.WalkContinue, nil
	})
	return message, hint
}

// isEntry reports whether an entry of 编者注 is read as one: the quoted words, the
// blocks of the body, and the signature.
func isEntry(entry, body string) bool {
	alone := commonMark.Parser().Parse(text.NewReader([]byte(body)))
	doc := commonMark.Parser().Parse(text.NewReader([]byte(entry)))
	list, ok := doc.FirstChild().(*ast.List)
	if !ok || doc.ChildCount() != 1 || list.ChildCount() != 1 {
		return false
	}
	item := list.FirstChild()
	_, signed := item.LastChild().(*ast.Paragraph)
	return signed && item.ChildCount() == alone.ChildCount()+2
}

// notesFile is where the notes of a report stand, from the project's root.
func notesFile(r *report.Report) string { return "content/reports/" + r.Slug + "/notes.yaml" }

// notesFile is where the notes on a page are given: those of a sample on the
// editor's page itself.
func (p Page) notesFile() string {
	if p.Front.Type == "guide" {
		return "content/" + p.Path
	}
	return notesFile(p.Report)
}
