package markdown

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"jianzhu/generator/tongue"
)

// misread is what an editor meant as Markdown and no reader of CommonMark reads so:
// bold that ends with punctuation before a Chinese character (**注意：**全市), and
// footnotes. at is where in the words; message "" where there is none.
func misread(words string) (at int, message, hint string) {
	if !strings.Contains(words, "**") && !strings.Contains(words, "[^") {
		return 0, "", ""
	}
	source := []byte(words)
	context := parser.NewContext()
	doc := commonMark.Parser().Parse(text.NewReader(source), parser.WithContext(context))
	for _, r := range context.References() {
		if bytes.HasPrefix(r.Label(), []byte("^")) {
			return bytes.Index(source, []byte("["+string(r.Label())+"]:")), footnote, footnoteHint
		}
	}
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering || n.Type() == ast.TypeInline || n.FirstChild() == nil || n.FirstChild().Type() != ast.TypeInline {
			return ast.WalkContinue, nil
		}
		for i := range n.Lines().Len() {
			if line := n.Lines().At(i); footnoteDefinition.Match(line.Value(source)) {
				at, message, hint = line.Start, footnote, footnoteHint
				return ast.WalkStop, nil
			}
		}
		if from, to := unreadBold(n, source); to > 0 {
			bold := words[from:to]
			at, message, hint = from, tongue.Sprintf("bold that is not read as bold: %s", bold), tongue.Sprintf(`write %s; a * that is text is written \*`, readable(bold))
			return ast.WalkStop, nil
		}
		return ast.WalkContinue, nil
	})
	return at, message, hint
}

const (
	footnote     = "a footnote, which is not known here"
	footnoteHint = "say it in brackets, or in a note of its own"
)

var footnoteDefinition = regexp.MustCompile(`^\s*\[\^[^\]\s]+\]:`)

// unreadBold returns from where to where in a block two ** stand as text that would
// open and close bold if marks of punctuation were letters; to is 0 where none do.
func unreadBold(block ast.Node, source []byte) (from, to int) {
	opener := -1
	for _, i := range literalMarks(block, source) {
		before, _ := utf8.DecodeLastRune(source[:i])
		after, _ := utf8.DecodeRune(source[i+2:])
		switch {
		case opener >= 0 && !unicode.IsSpace(before) && !unicode.In(before, unicode.Ps, unicode.Pi):
			return opener, i + 2
		case !unicode.IsSpace(after) && after != utf8.RuneError && (!unicode.IsPunct(after) || unicode.In(after, unicode.Ps, unicode.Pi)):
			opener = i
		default:
			opener = -1
		}
	}
	return 0, 0
}

// literalMarks are the places of ** that stand as text in a block, without those
// that were written so with a backslash.
func literalMarks(block ast.Node, source []byte) (places []int) {
	ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if _, code := n.(*ast.CodeSpan); code {
			return ast.WalkSkipChildren, nil
		}
		t, ok := n.(*ast.Text)
		if !ok || !entering {
			return ast.WalkContinue, nil
		}
		for i := t.Segment.Start; i+1 < t.Segment.Stop; i++ {
			if source[i] == '*' && source[i+1] == '*' && (i == 0 || source[i-1] != '\\') {
				places = append(places, i)
				i++
			}
		}
		return ast.WalkContinue, nil
	})
	return places
}

// readable writes bold with its punctuation outside the marks, where all read it.
func readable(bold string) string {
	words := strings.TrimSuffix(strings.TrimPrefix(bold, "**"), "**")
	rest := strings.TrimLeftFunc(words, unicode.IsPunct)
	core := strings.TrimRightFunc(rest, unicode.IsPunct)
	return words[:len(words)-len(rest)] + "**" + core + "**" + rest[len(core):]
}
