package markdown

import (
	"iter"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// element is an HTML element that Markdown has no node for.
type element struct {
	ast.BaseBlock
	nodeType ast.NodeType
	tag      string
	attrs    []string // names and values in turn; of an empty value only the name is written
	mirrors  ast.Node // whose children are shown here too; nil for its own
}

var kindElement = ast.NewNodeKind("Element")

// block makes an element with attributes given as names and values in turn.
func block(tag string, attrs ...string) *element {
	return &element{nodeType: ast.TypeBlock, tag: tag, attrs: attrs}
}

// inline makes an element that stands in running text.
func inline(tag string, attrs ...string) *element {
	return &element{nodeType: ast.TypeInline, tag: tag, attrs: attrs}
}

func (e *element) Type() ast.NodeType { return e.nodeType }
func (e *element) Kind() ast.NodeKind { return kindElement }

// FirstChild is where goldmark begins to render what is in it.
func (e *element) FirstChild() ast.Node {
	if e.mirrors != nil {
		return e.mirrors.FirstChild()
	}
	return e.BaseBlock.FirstChild()
}

func (e *element) Dump(source []byte, level int) { ast.DumpHelper(e, source, level, nil, nil) }

// elementRenderer renders elements.
type elementRenderer struct{}

func (elementRenderer) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindElement, renderElement)
}

func renderElement(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	e := n.(*element)
	if (e.tag == "wbr" || e.tag == "br" || e.tag == "input") && !entering {
		return ast.WalkContinue, nil // has no end tag
	}
	if !entering {
		w.WriteString("</" + e.tag + ">")
		if e.nodeType == ast.TypeBlock {
			w.WriteByte('\n')
		}
		return ast.WalkContinue, nil
	}
	w.WriteString("<" + e.tag)
	for i := 0; i < len(e.attrs); i += 2 {
		w.WriteString(" " + e.attrs[i])
		if e.attrs[i+1] != "" {
			w.WriteString(`="`)
			w.Write(util.EscapeHTML([]byte(e.attrs[i+1])))
			w.WriteByte('"')
		}
	}
	w.WriteByte('>')
	if e.tag == "section" || e.tag == "div" {
		w.WriteByte('\n')
	}
	return ast.WalkContinue, nil // a writer's error comes back when it is flushed
}

// children are a node's children; the one at hand may be moved or removed.
func children(n ast.Node) iter.Seq[ast.Node] {
	return func(yield func(ast.Node) bool) {
		for c := n.FirstChild(); c != nil; {
			next := c.NextSibling()
			if !yield(c) {
				return
			}
			c = next
		}
	}
}

// replace puts e in a node's place, with the node's children.
func replace(n ast.Node, e *element) {
	n.Parent().ReplaceChild(n.Parent(), n, e)
	for c := range children(n) {
		e.AppendChild(e, c)
	}
}

// get is the value of an element's attribute, or "".
func (e *element) get(name string) string {
	for i := 0; i < len(e.attrs); i += 2 {
		if e.attrs[i] == name {
			return e.attrs[i+1]
		}
	}
	return ""
}

// set gives an attribute to a node that Markdown has.
func set(n ast.Node, name, value string) { n.SetAttributeString(name, []byte(value)) }

// id is a node's id, or "".
func id(n ast.Node) string {
	if v, ok := n.AttributeString("id"); ok {
		if b, ok := v.([]byte); ok {
			return string(b)
		}
	}
	return ""
}

// textOf is a node's text as it stands in the Markdown, escapes included.
func textOf(n ast.Node, source []byte) string {
	if t, ok := n.(*ast.Text); ok {
		return string(t.Segment.Value(source))
	}
	var s string
	for c := range children(n) {
		s += textOf(c, source)
	}
	return s
}
