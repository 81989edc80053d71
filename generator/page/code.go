package page

import (
	"bytes"
	"strings"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/formatters/html"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/alecthomas/chroma/v2/styles"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// Code is a block of code in a language.
type Code struct{ Language, Text string }

func (c Code) markdown(w *source) {
	w.raw("```")
	w.raw(c.Language)
	w.raw("\n")
	w.raw(strings.TrimRight(c.Text, "\n"))
	w.raw("\n```\n")
}

func (c Code) html(w *view) {
	var out bytes.Buffer
	if err := highlight(&out, c.Language, "", c.Text); err != nil {
		w.err = err
	}
	w.out = append(w.out, out.Bytes()...)
}

// focusable wraps code that may scroll, so that the keyboard can scroll it, and
// says the name of the file that it shows, if it has one.
type focusable struct{ file string }

func (f focusable) Start(_ bool, attributes string) string {
	if f.file != "" {
		attributes += ` data-file="` + string(appendHTML(nil, f.file)) + `"`
	}
	return `<pre tabindex="0"` + attributes + "><code>"
}

func (focusable) End(bool) string { return "</code></pre>\n" }

// highlight writes code by classes: what they look like is the skin's.
func highlight(w interface{ Write([]byte) (int, error) }, language, file, code string) error {
	lexer := lexers.Get(language)
	if lexer == nil {
		lexer = lexers.Fallback
	}
	tokens, err := chroma.Coalesce(lexer).Tokenise(nil, code)
	if err != nil {
		return err
	}
	formatter := nameless
	if file != "" {
		formatter = formatterOf(file)
	}
	return formatter.Format(w, styles.Fallback, tokens)
}

func formatterOf(file string) *html.Formatter {
	return html.New(html.WithClasses(true), html.WithPreWrapper(focusable{file}))
}

// nameless is for code without the name of a file, which most is: a formatter works its
// styles out once.
var nameless = formatterOf("")

// codeRenderer highlights the code of an editor's words.
type codeRenderer struct{}

func (codeRenderer) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindFencedCodeBlock, renderCode)
}

func renderCode(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	fenced := n.(*ast.FencedCodeBlock)
	var code strings.Builder
	for _, line := range fenced.Lines().Sliced(0, fenced.Lines().Len()) {
		code.Write(line.Value(source))
	}
	return ast.WalkSkipChildren, highlight(w, string(fenced.Language(source)), FileName(n, source), code.String())
}

// FileName is the name that a code block has after its language, or "".
func FileName(n ast.Node, source []byte) string {
	code, ok := n.(*ast.FencedCodeBlock)
	if !ok || code.Info == nil {
		return ""
	}
	if words := strings.Fields(string(code.Info.Segment.Value(source))); len(words) > 1 {
		return words[1]
	}
	return ""
}
