package markdown

import (
	"path"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/yuin/goldmark/text"

	"jianzhu/generator/glossary"
	"jianzhu/generator/page"
	"jianzhu/generator/problem"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// A sample is a short report on an editor's page, to show what one looks like.
// It stands there as code blocks that are named after its files,
//
//	```yaml report.yaml
//	```text report.txt
//	```yaml notes.yaml
//
// and, before the text, glossary.yaml and themes.yaml, if it brings entries and
// themes of its own in place of the site's; which stay as they are; what the site makes of them follows the text. A
// sample counts nowhere: no index, no data, no other page knows of it.
const (
	sampleMeta  = "report.yaml"
	sampleText  = "report.txt"
	sampleNotes = "notes.yaml"
	sampleSlug  = "sample"

	sampleGlossary = "glossary.yaml"
	sampleThemes   = "themes.yaml"
)

// codeFile is a code block with a file's name.
type codeFile struct {
	text string
	line int // of the page's body, on which text begins
	end  int // offset in the body, after the block
}

// codeFiles finds the named code blocks of a page's body; the first of a name.
func codeFiles(body string) map[string]codeFile {
	source := []byte(body)
	files := map[string]codeFile{}
	doc := commonMark.Parser().Parse(text.NewReader(source))
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		name := page.FileName(n, source)
		if _, taken := files[name]; name == "" || taken || n.Lines().Len() == 0 {
			continue
		}
		start, stop := n.Lines().At(0).Start, n.Lines().At(n.Lines().Len()-1).Stop
		_, after, _ := strings.Cut(body[stop:], "\n") // without the closing fence
		files[name] = codeFile{
			text: string(n.Lines().Value(source)),
			line: 1 + strings.Count(body[:start], "\n"),
			end:  len(body) - len(after),
		}
	}
	return files
}

// sample reads the sample of an editor's page, if it has one, and writes it
// below its text.
func (w *writer) sample(on *Page) []problem.Problem {
	files := codeFiles(on.own)
	source, ok := files[sampleText]
	if !ok {
		return nil
	}
	r, problems := readSample(files)
	own, more := w.forSample(files, source)
	problems = append(problems, more...)
	if r != nil {
		problems = append(problems, w.c.Sample(r, own.c.Glossary, own.c.Themes)...)
	}
	if slices.ContainsFunc(on.Front.Own, func(item yaml.MapItem) bool { return item.Key == "params" }) {
		problems = append(problems, problem.Errorf("", 0, "take params out", "a page with a sample has the sample's params"))
	}
	if rest := strings.TrimSpace(on.own[source.end:]); rest != "" && !strings.HasPrefix(rest, "#") {
		problems = append(problems, problem.Errorf(sampleText, strings.Count(source.text, "\n")+2, "put a heading before it",
			"what follows a sample begins with a heading"))
	}
	for i := range problems {
		p := &problems[i]
		if f, ok := files[path.Base(p.File)]; ok && p.Line > 0 {
			p.Line += on.begins + f.line - 2
		}
		p.File = "content/" + on.Path
	}
	if problem.HasErrors(problems) {
		return problems
	}
	for i := range r.Notes {
		r.Notes[i].Given += on.begins + files[sampleNotes].line - 2
	}
	p := newReportPage(own, r, on.Path)
	if faults := p.checkNotes("content/" + on.Path); len(faults) > 0 {
		return append(problems, faults...)
	}
	on.Report = r
	on.Front.Type = "guide"
	params := own.front(r, p.order).Params.(ReportParams)
	params.Known = Known{} // a machine would take it for true
	on.Front.Params = params
	body := page.Body{prose(on.own[:source.end], on.Path), page.Part{Class: sampleClass, Body: p.body()}}
	if after := on.own[source.end:]; strings.TrimSpace(after) != "" {
		body = append(body, prose(after, on.Path))
	}
	on.Body = fixed(body)
	return problems
}

// forSample is the writer for a sample: with the glossary and the themes that stand
// before its text, or those of the site.
func (w *writer) forSample(files map[string]codeFile, source codeFile) (own *writer, problems []problem.Problem) {
	whole := *w.c
	var more []problem.Problem
	if f, ok := files[sampleGlossary]; ok && f.end < source.end {
		whole.Glossary, problems = glossary.Read(sampleGlossary, []byte(f.text))
	}
	if f, ok := files[sampleThemes]; ok && f.end < source.end {
		whole.Themes, more = theme.Read(sampleThemes, []byte(f.text))
	}
	of := *w
	of.c = &whole
	of.know()
	of.pages = w
	return &of, append(problems, more...)
}

// readSample makes a report of the named code blocks.
func readSample(files map[string]codeFile) (*report.Report, []problem.Problem) {
	meta, problems := report.ReadMeta(sampleMeta, []byte(files[sampleMeta].text))
	if problem.HasErrors(problems) {
		return nil, problems
	}
	r, more := report.Parse(sampleSlug, []byte(files[sampleText].text), meta)
	problems = append(problems, more...)
	if r != nil {
		problems = append(problems, r.ReadNotes(sampleNotes, []byte(files[sampleNotes].text))...)
	}
	return r, problems
}

// prose is a part of an editor's page beside its sample.
func prose(text, file string) page.Part {
	return page.Part{Class: "prose", Body: page.Body{page.Prose{Text: strings.Trim(text, "\n"), From: file}}}
}

// sampleClass is the class of the part in which a sample stands.
const sampleClass = "report"

// ReportForms are the two forms of what a page has of its report, for the law to hold them
// to; it is wrong to ask for them where there is none.
func (p Page) ReportForms() (markdown, html []byte, err error) {
	html, _, err = p.appendHTML(nil)
	return p.reportBody().Markdown(p.Path), html, err
}

// reportBody is the page's body, or the part of it that is a sample.
func (p Page) reportBody() page.Body {
	body := p.tree()
	for _, b := range body {
		if part, ok := b.(page.Part); ok && part.Class == sampleClass {
			return part.Body
		}
	}
	return body
}
