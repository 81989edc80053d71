package markdown

import (
	"path"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"jianzhu/generator/problem"
	"jianzhu/generator/report"
)

// A sample is a short report on an editor's page, to show what one looks like.
// It stands there as code blocks that are named after its files,
//
//	```yaml report.yaml
//	```text report.txt
//	```yaml notes.yaml
//
// which stay as they are; what the site makes of them follows the text. A
// sample counts nowhere: no index, no data, no other page knows of it.
const (
	sampleMeta  = "report.yaml"
	sampleText  = "report.txt"
	sampleNotes = "notes.yaml"
	sampleSlug  = "sample"
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
	for n := range children(commonMark.Parser().Parse(text.NewReader(source))) {
		name := fileName(n, source)
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

// fileName is the name that a code block has after its language, or "".
func fileName(n ast.Node, source []byte) string {
	code, ok := n.(*ast.FencedCodeBlock)
	if !ok || code.Info == nil {
		return ""
	}
	if words := strings.Fields(string(code.Info.Segment.Value(source))); len(words) > 1 {
		return words[1]
	}
	return ""
}

// sample reads the sample of an editor's page, if it has one, and writes it
// below its text.
func (w *writer) sample(page *Page) []problem.Problem {
	files := codeFiles(page.Body)
	source, ok := files[sampleText]
	if !ok {
		return nil
	}
	r, problems := readSample(files)
	if r != nil {
		problems = append(problems, w.c.Sample(r)...)
	}
	if slices.ContainsFunc(page.Front.Own, func(item yaml.MapItem) bool { return item.Key == "params" }) {
		problems = append(problems, problem.Errorf("", 0, "take params out", "a page with a sample has the sample's params"))
	}
	if rest := strings.TrimSpace(page.Body[source.end:]); rest != "" && !strings.HasPrefix(rest, "#") {
		problems = append(problems, problem.Errorf(sampleText, strings.Count(source.text, "\n")+2, "put a heading before it",
			"what follows a sample begins with a heading"))
	}
	for i := range problems {
		p := &problems[i]
		if f, ok := files[path.Base(p.File)]; ok && p.Line > 0 {
			p.Line += page.begins + f.line - 2
		}
		p.File = "content/" + page.Path
	}
	if problem.HasErrors(problems) {
		return problems
	}
	for i := range r.Notes {
		r.Notes[i].Given += page.begins + files[sampleNotes].line - 2
	}
	p := newReportPage(w, r, page.Path)
	if faults := p.checkNotes("content/" + page.Path); len(faults) > 0 {
		return append(problems, faults...)
	}
	page.Report = r
	page.Front.Type = "guide"
	page.Front.Params = p.front(0).Params
	page.Front.Params.Known = Known{} // a machine would take it for true
	page.Body = page.Body[:source.end] + "\n" + p.body() + page.Body[source.end:]
	return problems
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

// reportBody is the part of the page's body that begins with its report's text.
func (p Page) reportBody() string {
	if p.Front.Type == "guide" {
		return p.Body[codeFiles(p.Body)[sampleText].end:]
	}
	return p.Body
}

// transformSample parts a page into what is before its sample, the sample, and
// what comes after. The sample begins below its text and ends with its apparatus.
func transformSample(doc *ast.Document, source []byte, params Params) {
	before, sample, after := block("div", "class", "prose"), block("div", "class", "report"), block("div", "class", "prose")
	part := before
	apparatus := false
	for n := range children(doc) {
		if h, ok := n.(*ast.Heading); ok && part == sample {
			if isApparatus(id(h)) {
				apparatus = true
			} else if apparatus {
				part = after
			}
		}
		part.AppendChild(part, n)
		if part == before && fileName(n, source) == sampleText {
			part = sample
		}
	}
	for _, part := range []*element{before, sample, after} {
		if part.HasChildren() {
			doc.AppendChild(doc, part)
		}
	}
	if sample.HasChildren() {
		transformReport(sample, source, params)
	}
}
