package markdown

import (
	"bytes"
	"net/url"
	"path"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"jianzhu/generator/problem"
)

// Links reports the links between pages that lead nowhere: each must name a
// page that is there and, with a fragment, the one element on it. Where an editor
// links to a file, or shows a picture, published must hold for its path from the
// site's root.
func Links(pages []Page, published func(file string) bool) (problems []problem.Problem) {
	ids := map[string]map[string]bool{} // by address
	links := map[string][]pageLink{}    // by the page's path
	for _, p := range pages {
		root, err := renderedTree(p)
		if err != nil {
			problems = append(problems, problem.Errorf("build/content/"+p.Path, 0, "", "%v", err))
			continue
		}
		here := map[string]bool{"": true}
		for n := range root.Descendants() {
			if id := attribute(n, "id"); id != "" {
				if here[id] {
					problems = append(problems, problem.Errorf("build/content/"+p.Path, 0, "", "the id %s stands twice", id))
				}
				here[id] = true
			}
			if href := attribute(n, "href"); href != "" {
				links[p.Path] = append(links[p.Path], pageLink{href, n})
			} else if src := attribute(n, "src"); src != "" && n.Data == "img" {
				links[p.Path] = append(links[p.Path], pageLink{src, n})
			}
		}
		ids[pageAddress(p.Path)] = here
	}
	for _, p := range pages {
		seen := map[string]bool{}
		for _, l := range links[p.Path] {
			if seen[l.href] {
				continue
			}
			target := fileOf(pageAddress(p.Path), l.href)
			missing := target != "" && p.begins > 0 && !published(target)
			if missing || target == "" && !resolves(pageAddress(p.Path), l.href, ids) {
				file, line, to, hint := "build/content/"+p.Path, 0, l.href, ""
				if n := p.noteAround(l.from); n != nil {
					file, line = p.notesFile(), n.Given
				} else if at, written := p.lineOfLink(l.href); at > 0 {
					file, line, to = "content/"+p.Path, at, written
				}
				if missing {
					hint = "what pages show and link to beside pages stands in static/: this would be static/" + target
				}
				problems = append(problems, problem.Errorf(file, line, hint, "the link %s leads nowhere", to))
			}
			seen[l.href] = true
		}
	}
	return problems
}

// pageLink is a link of a page, and the element that makes it.
type pageLink struct {
	href string
	from *html.Node
}

// lineOfLink returns the line of an editor's file on which the page's link to an
// address is written, and how; 0 where the editor wrote none.
func (p Page) lineOfLink(href string) (line int, written string) {
	source := []byte(p.own)
	doc := commonMark.Parser().Parse(text.NewReader(source))
	at := 0 // where the walk is in the source
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		if t, ok := n.(*ast.Text); ok {
			at = t.Segment.Stop
		} else if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
			at = n.Lines().At(0).Start
		}
		var destination []byte
		switch n := n.(type) {
		case *ast.Link:
			destination = n.Destination
		case *ast.Image:
			destination = n.Destination
		default:
			return ast.WalkContinue, nil
		}
		if addressLink(p.Path, rootLink(p.Path, string(destination))) != href {
			return ast.WalkContinue, nil
		}
		if words, ok := n.FirstChild().(*ast.Text); ok {
			at = words.Segment.Start
		}
		line, written = p.begins+bytes.Count(source[:at], []byte("\n")), string(destination)
		return ast.WalkStop, nil
	})
	return line, written
}

// fileOf is the path from the site's root of the file that a link from a page
// leads to, or "": it leads to a page, or elsewhere.
func fileOf(from, href string) string {
	u, err := url.Parse(href)
	if err != nil || u.Scheme != "" || u.Host != "" || strings.HasPrefix(u.Path, "/") || path.Ext(u.Path) == "" {
		return ""
	}
	return strings.TrimPrefix(path.Join("/", from, u.Path), "/")
}

// resolves follows a link from a page. Links to elsewhere, and to files that
// are no pages, are not ours to follow.
func resolves(from, href string, ids map[string]map[string]bool) bool {
	u, err := url.Parse(href)
	if err != nil {
		return false
	}
	if u.Scheme != "" || u.Host != "" || strings.HasPrefix(u.Path, "/") || path.Ext(u.Path) != "" {
		return true
	}
	to := from
	if u.Path != "" {
		to = strings.TrimPrefix(path.Join("/", from, u.Path)+"/", "/")
		to = strings.TrimPrefix(to, "/")
	}
	page, ok := ids[to]
	return ok && page[u.Fragment]
}
