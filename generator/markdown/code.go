package markdown

import (
	"strings"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/formatters/html"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/alecthomas/chroma/v2/styles"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// codeRenderer highlights the code of an editor's pages, by classes: what they
// look like is the theme's.
type codeRenderer struct{}

func (codeRenderer) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindFencedCodeBlock, renderCode)
}

// focusable wraps code that may scroll, so that the keyboard can scroll it, and
// says the name of the file that it shows, if it has one.
type focusable struct{ file string }

func (f focusable) Start(_ bool, attributes string) string {
	if f.file != "" {
		attributes += ` data-file="` + string(util.EscapeHTML([]byte(f.file))) + `"`
	}
	return `<pre tabindex="0"` + attributes + "><code>"
}

func (focusable) End(bool) string { return "</code></pre>\n" }

func renderCode(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	fenced := n.(*ast.FencedCodeBlock)
	lexer := lexers.Get(string(fenced.Language(source)))
	if lexer == nil {
		lexer = lexers.Fallback
	}
	var code strings.Builder
	for _, line := range fenced.Lines().Sliced(0, fenced.Lines().Len()) {
		code.Write(line.Value(source))
	}
	tokens, err := chroma.Coalesce(lexer).Tokenise(nil, code.String())
	if err != nil {
		return ast.WalkStop, err
	}
	formatter := html.New(html.WithClasses(true), html.WithPreWrapper(focusable{fileName(n, source)}))
	return ast.WalkSkipChildren, formatter.Format(w, styles.Fallback, tokens)
}
