package markdown

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"jianzhu/generator/law"
	"jianzhu/generator/problem"
)

// firstLaw is the law by the contract.
func firstLaw(t testing.TB) law.Law {
	t.Helper()
	contract, err := os.ReadFile("../contract.txt")
	if err != nil {
		t.Fatal(err)
	}
	return law.Read(string(contract))
}

// lawful holds a page to the law, if it has a report.
func lawful(t testing.TB, p Page) []problem.Problem {
	t.Helper()
	if p.Report == nil {
		return nil
	}
	markdown, html, err := p.ReportForms()
	if err != nil {
		t.Fatal(err)
	}
	return firstLaw(t).Check(p.Report, p.Path, markdown, html)
}

// plainTree is Markdown as a reader of it sees it.
func plainTree(md goldmark.Markdown, body []byte) (*html.Node, error) {
	var out bytes.Buffer
	if err := md.Convert(body, &out); err != nil {
		return nil, err
	}
	return html.Parse(&out)
}

// isApparatus tells the id of a part of the apparatus.
func isApparatus(id string) bool { return slices.Contains(Apparatus(), id) }

// body is the body element of a parsed document.
func body(root *html.Node) *html.Node {
	for n := range root.Descendants() {
		if n.DataAtom == atom.Body {
			return n
		}
	}
	return root
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}
