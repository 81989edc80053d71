package markdown

import (
	"bytes"
	"net/url"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"

	"jianzhu/generator/problem"
	"jianzhu/generator/tongue"
)

// loss is something that an editor has written and no page shows: HTML, and links
// that would run or open something else than a page.
type loss struct {
	at   int // where in the words, or a little before
	what string
	hint string
}

// lost finds the losses in words that were parsed; shown tells of an address whether
// a link to it is. Comments are meant for no reader.
func lost(doc ast.Node, source []byte, shown func(address string) bool) (losses []loss) {
	at := 0 // where the walk is in the source
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
			at = n.Lines().At(0).Start
		}
		markup := func(from int, text string) {
			if text = strings.TrimSpace(text); !strings.HasPrefix(text, "<!--") {
				losses = append(losses, loss{from, "HTML", tongue.Text(`write Markdown; a < that is text is written \<`)})
			}
		}
		link := func(to string) {
			if !shown(to) {
				losses = append(losses, loss{at, tongue.Text("a link to ") + to, tongue.Text("link to a .md file of content/, or write the whole address with https://")})
			}
		}
		switch n := n.(type) {
		case *ast.Text:
			at = n.Segment.Stop
		case *ast.Link:
			if words, ok := n.FirstChild().(*ast.Text); ok {
				at = words.Segment.Start
			}
			link(string(n.Destination))
		case *ast.Image:
			link(string(n.Destination))
		case *ast.AutoLink:
			if n.AutoLinkType == ast.AutoLinkURL {
				at += max(0, bytes.Index(source[at:], n.Label(source)))
				link(string(n.URL(source)))
			}
		case *ast.RawHTML:
			markup(n.Segments.At(0).Start, string(n.Segments.Value(source)))
		case *ast.HTMLBlock:
			markup(at, string(n.Lines().Value(source)))
		}
		return ast.WalkContinue, nil
	})
	return losses
}

// leadsToPage reports whether a reader who follows an address comes to a page, and
// does not run or open something else.
func leadsToPage(address string) bool {
	u, err := url.Parse(address)
	return err == nil && slices.Contains([]string{"", "http", "https", "mailto"}, u.Scheme)
}

// checkLost tells what an editor's page says and readers would not get, each line once.
func (p Page) checkLost() (problems []problem.Problem) {
	source := []byte(p.own)
	said := map[string]bool{}
	shown := func(address string) bool { return !html.IsDangerousURL([]byte(address)) }
	doc := commonMark.Parser().Parse(text.NewReader(source))
	for _, l := range lost(doc, source, shown) {
		fault := problem.Errorf("content/"+p.Path, p.begins+bytes.Count(source[:l.at], []byte("\n")), l.hint, "%s, which is not shown", l.what)
		if !said[fault.String()] {
			said[fault.String()] = true
			problems = append(problems, fault)
		}
	}
	return append(problems, p.checkFar(doc, source)...)
}

// checkFar warns of pictures that a page would load from elsewhere: the settings
// for servers that the guide gives do not allow it, and copies to take along have
// none.
func (p Page) checkFar(doc ast.Node, source []byte) (problems []problem.Problem) {
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		image, ok := n.(*ast.Image)
		if !ok || !entering {
			return ast.WalkContinue, nil
		}
		to := string(image.Destination)
		if u, err := url.Parse(to); err == nil && (u.Scheme != "" && leadsToPage(to) || u.Host != "") {
			line := p.begins + bytes.Count(source[:max(0, bytes.Index(source, image.Destination))], []byte("\n"))
			problems = append(problems, problem.Warnf("content/"+p.Path, line,
				"put the picture into static/ and write the way to it; pages should load nothing from elsewhere", "a picture from elsewhere: %s", to))
		}
		return ast.WalkContinue, nil
	})
	return problems
}
