package main

import (
	"fmt"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"jianzhu/generator/press"
)

// samePages holds the pages of a site to those of the project in root as our layouts are
// given them, which stand in it under a folder. It returns how many there are.
func samePages(t *testing.T, root string, docs map[string]*document, under string) (pages int) {
	t.Helper()
	edition, problems := press.Read(root, "", nil)
	if edition == nil {
		t.Fatal(problems)
	}
	if under == "" { // the Markdown has no frames: another site has none, and a skin leaves them alone
		for _, p := range edition.Site.Embeds(edition.Corpus) {
			if file := p.HTMLPath(); file != "embed/_index.html" && docs[finished(file)] == nil {
				t.Errorf("%s is not there", finished(file))
			}
		}
	}
	for _, p := range edition.Pages {
		file := p.HTMLPath()
		if frame := p.FramePath(); under == "" && frame != "" && docs[finished(frame)] == nil {
			t.Errorf("%s is not there", finished(frame))
		}
		text, err := p.HTML()
		if err != nil {
			t.Fatal(err)
		}
		_, body, _ := cutFront(text)
		want, err := parse(file, figure.ReplaceAll(body, nil))
		if err != nil {
			t.Fatal(err)
		}
		page := under + finished(file)
		got := docs[page]
		if got == nil {
			t.Errorf("%s is not there", page)
			continue
		}
		pages++
		for id := range want.ids {
			if got.ids[id] != 1 {
				t.Errorf("%s: id %s stands %d times", page, id, got.ids[id])
			}
		}
		sameText(t, page, want, got)
		theirs := linksOf(got, page, under)
		for link, n := range linksOf(want, finished(file), "") {
			if theirs[link] < n {
				t.Errorf("%s: %s stands %d times, want %d", page, link, theirs[link], n)
			}
		}
	}
	return pages
}

// figure is a drawing of what the Markdown says in words.
var figure = regexp.MustCompile(`(?s)<figure class=figure[^>]*>.*?</figure>`)

// finished is where Hugo puts a page that layouts wrap.
func finished(file string) string {
	dir, name := filepath.Split(file)
	switch name {
	case "index.html":
		return file
	case "_index.html":
		return dir + "index.html"
	}
	return dir + strings.TrimSuffix(name, ".html") + "/index.html"
}

// sameText wants each block of a report that is a line in the other page, with
// the line's id and text; and of every page the whole text, in one piece.
func sameText(t *testing.T, page string, want, got *document) {
	t.Helper()
	lines := map[string]string{}
	for n := range got.root.Descendants() {
		if id := attribute(n, "id"); hasClass(n, "line") {
			lines[id] = folded(withoutAdded(n.Parent))
		}
	}
	for n := range want.root.Descendants() {
		if id := attribute(n, "id"); len(id) > 1 && id[0] == 'L' && id[1] >= '0' && id[1] <= '9' {
			text := folded(withoutAdded(n))
			if lines[id] != text {
				t.Errorf("%s: line %s is %.60q, want %.60q", page, id, lines[id], text)
			}
		}
	}
	if !strings.Contains(folded(withoutAdded(got.root)), folded(withoutAdded(want.root))) {
		t.Errorf("%s: its text is not that of our layouts", page)
	}
}

// withoutAdded is the text of an element without what carries data-added.
func withoutAdded(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := range n.ChildNodes() {
		if !slices.ContainsFunc(c.Attr, func(a html.Attribute) bool { return a.Key == "data-added" }) {
			b.WriteString(withoutAdded(c))
		}
	}
	return b.String()
}

// linksOf counts the links of a page by text and where they lead, from the root
// of the generated pages. What a note beside the text says stands in 编者注 too, and
// a skin has it there alone.
func linksOf(doc *document, page, under string) map[string]int {
	here := &url.URL{Path: "/" + strings.TrimSuffix(page, "index.html")}
	links := map[string]int{}
	for n := range doc.root.Descendants() {
		if n.Data != "a" || attribute(n, "href") == "" || inNote(n) || strings.HasPrefix(attribute(n, "href"), "data:") {
			continue // what is saved from the page leads nowhere, and Markdown has none
		}
		to, err := here.Parse(attribute(n, "href"))
		if err != nil {
			continue
		}
		path := strings.TrimPrefix(to.Path, "/"+under)
		if to.Host == "" && path == strings.TrimPrefix(here.Path, "/"+under) {
			path = ""
		}
		name := folded(textOf(n))
		if name == "" { // style sheets show its number
			name = attribute(n, "aria-label")
		}
		links[fmt.Sprintf("%s → %s/%s#%s", name, to.Host, strings.Trim(path, "/"), to.Fragment)]++
	}
	return links
}

func inNote(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if hasClass(n, "note") {
			return true
		}
	}
	return false
}
