package markdown

import (
	"bytes"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"jianzhu/generator/page"
	"jianzhu/generator/problem"
	"jianzhu/generator/tongue"
)

// Links reports the links that lead nowhere on a site, which stands at the address
// base: within it each must name a page that is there and, with a fragment, the one
// element on it, or a file, picture or other, for whose path from the site's root
// published holds. What an editor wrote is told where it stands.
func Links(pages []Page, base string, published func(file string) bool) (problems []problem.Problem) {
	w := &standing{base: &url.URL{Path: "/"}, ids: map[string]map[string]bool{}, pages: map[string]Page{}, published: published}
	if u, err := url.Parse(base); err == nil {
		w.base = u.JoinPath("/")
	}
	links := map[string][]page.Seeing{} // that lead away, each once, by the page's path
	same := map[string]string{}         // of addresses to which many pages lead, one
	for _, p := range pages {
		var seen page.Seen
		if err := problem.Caught(func() (err error) { seen, err = p.tree().See(p.Path); return err }); err != nil {
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
		links[p.Path] = leadingAway(seen.Links, here, same)
		w.ids[page.AddressOf(p.Path)], w.pages[page.AddressOf(p.Path)] = here, p
	}
	for _, p := range pages {
		var own map[string]writtenLink // once it is asked for
		for _, l := range links[p.Path] {
			if hint, dead := w.dead(page.AddressOf(p.Path), l.To); dead {
				if own == nil {
					own = linksIn(p.own, p.Path)
				}
				file, line, written := p.written(l, own)
				if line == 0 {
					hint = "" // which is for editors
				}
				problems = append(problems, problem.Errorf(file, line, hint, "the link %s leads nowhere", written))
			}
		}
	}
	return problems
}

// leadingAway are the first links to each address but those to an id of the page:
// all that is kept of a page until all are known.
func leadingAway(links []page.Seeing, here map[string]bool, same map[string]string) []page.Seeing {
	var kept []page.Seeing
	seen := map[string]bool{}
	for _, l := range links {
		if fragment, within := strings.CutPrefix(l.To, "#"); within && here[fragment] || seen[l.To] {
			continue
		}
		seen[l.To] = true
		if to, known := same[l.To]; known {
			l.To = to
		} else {
			same[l.To] = l.To
		}
		kept = append(kept, l)
	}
	return slices.Clip(kept)
}

// standing is what stands on a site, for links to lead to.
type standing struct {
	base      *url.URL                   // of the site, with a slash at its end
	ids       map[string]map[string]bool // of each page, by its address
	pages     map[string]Page
	published func(file string) bool
}

// dead reports whether a link from a page leads nowhere, and what to do then. Where
// links to elsewhere lead is not known here.
func (w *standing) dead(from, href string) (hint string, dead bool) {
	to, err := w.base.ResolveReference(&url.URL{Path: from}).Parse(href)
	if err != nil {
		return tongue.Text("write it as addresses are written"), true
	}
	address, ours := strings.CutPrefix(to.Path, w.base.Path)
	if to.Scheme != w.base.Scheme || to.Host != w.base.Host || !ours {
		return "", false
	}
	address = strings.TrimSuffix(address, "index.html")
	if path.Ext(address) != "" {
		return "what pages show and link to beside pages stands in static/: this would be static/" + address, !w.published(address)
	}
	if address != "" && !strings.HasSuffix(address, "/") {
		address += "/"
	}
	ids, there := w.ids[address]
	switch {
	case there && ids[to.Fragment]:
		return "", false
	case !there:
		return tongue.Text("no page is there; a link to another page is written as the way to its .md file"), true
	}
	hint = tongue.Text("the page is there, and nothing on it has this id")
	if r := w.pages[address].Report; r != nil {
		if n, err := strconv.Atoi(strings.TrimPrefix(to.Fragment, "L")); err == nil && n > len(r.Lines) {
			hint = tongue.Sprintf("report.txt has %d lines", len(r.Lines))
		} else if err == nil {
			hint = tongue.Sprintf("the page shows no text of line %d of report.txt; link to one that has text", n)
		}
	}
	return hint, true
}

// written is where an editor wrote a link, and how; one that is made is told by its
// page. own are the links of the page's words.
func (p Page) written(l page.Seeing, own map[string]writtenLink) (file string, line int, link string) {
	if l.Note > 0 {
		n := p.Report.Notes[l.Note-1]
		link = l.To
		if in, ok := linksIn(n.Body, p.Path)[l.To]; ok {
			link = in.as
		}
		return p.notesFile(), n.Given, link
	}
	if in, ok := own[l.To]; ok {
		return "content/" + p.Path, p.begins + in.line, in.as
	}
	return "build/content/" + p.Path, 0, l.To
}

// commonMark reads what editors write, without anything of ours; tables are GitHub's.
var commonMark = goldmark.New(goldmark.WithExtensions(extension.Table), goldmark.WithParserOptions(parser.WithHeadingAttribute()))

// writtenLink is a link as an editor wrote it, and its line, from 0.
type writtenLink struct {
	line int
	as   string
}

// linksIn are the links in words of the page at from, by what became of them; the
// first of each.
func linksIn(words, from string) map[string]writtenLink {
	links := map[string]writtenLink{}
	source := []byte(words)
	doc := commonMark.Parser().Parse(text.NewReader(source))
	at, line, counted := 0, 0, 0 // where the walk is in the source
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
		case *ast.AutoLink:
			destination = n.URL(source)
		default:
			return ast.WalkContinue, nil
		}
		if words, ok := n.FirstChild().(*ast.Text); ok {
			at = words.Segment.Start
		}
		if at < counted {
			line, counted = 0, 0
		}
		line, counted = line+bytes.Count(source[counted:at], []byte("\n")), at
		href := page.AddressLink(from, page.RootLink(from, string(destination)))
		if _, ok := links[href]; !ok {
			links[href] = writtenLink{line, string(destination)}
		}
		return ast.WalkContinue, nil
	})
	return links
}
