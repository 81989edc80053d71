package markdown

import (
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/html"

	"jianzhu/generator/problem"
)

// Links reports the links between pages that lead nowhere: each must name a
// page that is there and, with a fragment, the one element on it.
func Links(pages []Page) (problems []problem.Problem) {
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
			}
		}
		ids[pageAddress(p.Path)] = here
	}
	for _, p := range pages {
		seen := map[string]bool{}
		for _, l := range links[p.Path] {
			if !seen[l.href] && !resolves(pageAddress(p.Path), l.href, ids) {
				file, line := "build/content/"+p.Path, 0
				if n := p.noteAround(l.from); n != nil {
					file, line = p.notesFile(), n.Given
				}
				problems = append(problems, problem.Errorf(file, line, "", "the link %s leads nowhere", l.href))
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
