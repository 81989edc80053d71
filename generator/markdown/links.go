package markdown

import (
	"bytes"
	"net/url"
	"path"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"jianzhu/generator/page"
	"jianzhu/generator/problem"
)

// Links reports the links between pages that lead nowhere: each must name a
// page that is there and, with a fragment, the one element on it. Where an editor
// links to a file, or shows a picture, published must hold for its path from the
// site's root.
func Links(pages []Page, published func(file string) bool) (problems []problem.Problem) {
	ids := map[string]map[string]bool{} // by address
	links := map[string][]page.Seeing{} // by the page's path
	for _, p := range pages {
		var seen page.Seen
		if err := problem.Caught(func() (err error) { seen, err = p.Body.See(p.Path); return err }); err != nil {
			problems = append(problems, problem.Errorf("build/content/"+p.Path, 0, "", "%v", err))
			continue
		}
		here := map[string]bool{"": true}
		for _, id := range seen.IDs {
			if here[id] {
				problems = append(problems, problem.Errorf("build/content/"+p.Path, 0, "", "the id %s stands twice", id))
			}
			here[id] = true
		}
		ids[page.AddressOf(p.Path)], links[p.Path] = here, seen.Links
	}
	for _, p := range pages {
		seen := map[string]bool{}
		for _, l := range links[p.Path] {
			if seen[l.To] {
				continue
			}
			target := fileOf(page.AddressOf(p.Path), l.To)
			missing := target != "" && p.begins > 0 && !published(target)
			if missing || target == "" && !resolves(page.AddressOf(p.Path), l.To, ids) {
				file, line, to, hint := "build/content/"+p.Path, 0, l.To, ""
				if l.Note > 0 {
					file, line = p.notesFile(), p.Report.Notes[l.Note-1].Given
				} else if at, written := p.lineOfLink(l.To); at > 0 {
					file, line, to = "content/"+p.Path, at, written
				}
				if missing {
					hint = "what pages show and link to beside pages stands in static/: this would be static/" + target
				}
				problems = append(problems, problem.Errorf(file, line, hint, "the link %s leads nowhere", to))
			}
			seen[l.To] = true
		}
	}
	return problems
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
		if page.AddressLink(p.Path, page.RootLink(p.Path, string(destination))) != href {
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
	here, ok := ids[to]
	return ok && here[u.Fragment]
}
