package main

import (
	"encoding/json"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"jianzhu/generator/report"
)

// Pages that other sites show in a frame, as they are published.

// A report's frame has its lines, each under its id, and explains the terms that
// are in it, in short. It says what the report's page says of the text, in the same words.
func TestEmbedsShowTheSource(t *testing.T) {
	s := built(t, siteAtRoot)
	docs := s.documents(t)
	for _, r := range s.edition.Corpus.Reports {
		doc, whole := docs["embed/reports/"+r.Slug+"/index.html"], docs["reports/"+r.Slug+"/index.html"]
		if doc == nil {
			t.Errorf("%s: no frame", r.Slug)
			continue
		}
		checkEmbed(t, doc, r)
		framed := framedEntries(doc)
		for _, entry := range s.edition.Corpus.Glossary.Terms {
			got, listed := framed[entry.ID]
			if !listed || len(entry.Senses) != 1 || entry.Gloss == "" {
				continue
			}
			if !strings.HasPrefix(got, entry.Term) || !strings.Contains(got, "编者释义："+entry.Gloss+"\n") {
				t.Errorf("%s: %s is not explained in short: %s", doc.file, entry.ID, got)
			}
		}
		for _, part := range []string{"[data-report-text]", "#notes", "#collation"} {
			if got, want := sayings(doc, part), sayings(whole, part); got != want {
				t.Errorf("%s: %s is not that of the report's page", doc.file, part)
			}
		}
	}
}

// sayings is the HTML of a part of a page but for its labels and the addresses of links.
func sayings(doc *document, part string) string {
	var out strings.Builder
	for n := range doc.root.Descendants() {
		if id, ok := strings.CutPrefix(part, "#"); ok && attribute(n, "id") != id || !ok && !hasAttribute(n, strings.Trim(part, "[]")) {
			continue
		}
		html.Render(&out, n)
	}
	return address.ReplaceAllString(labels.ReplaceAllString(out.String(), ""), "")
}

var (
	address = regexp.MustCompile(` (?:href|data-above|data-lines)="[^"]*"`)
	labels  = regexp.MustCompile(`<p class="themes".*\n`)
)

func hasAttribute(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

func checkEmbed(t *testing.T, doc *document, r *report.Report) {
	t.Helper()
	var want strings.Builder
	for _, p := range r.Paragraphs {
		want.WriteString(p.Text)
		for _, line := range p.SourceLines() {
			if n := doc.ids[lineID(line)]; n != 1 {
				t.Errorf("%s: %d elements with id %s", doc.file, n, lineID(line))
			}
		}
	}
	if got := reportText(doc.root); folded(got) != folded(want.String()) {
		t.Errorf("%s: the text is not the source's: %.80q", doc.file, got)
	}
	terms := map[string]bool{}
	for _, o := range r.Terms {
		terms[o.Term] = true
	}
	if want, got := slices.Sorted(maps.Keys(terms)), slices.Sorted(maps.Keys(framedEntries(doc))); !slices.Equal(got, want) {
		t.Errorf("%s: 本文词条 has %v, the text %v", doc.file, got, want)
	}
}

// framedEntries are the texts of the entries of 本文词条 in a frame, by the ids of their terms.
func framedEntries(doc *document) map[string]string {
	entries := map[string]string{}
	for n := range doc.root.Descendants() {
		if hasClass(n, "entry-name") {
			li := n.Parent
			for li.Data != "li" {
				li = li.Parent
			}
			entries[path.Base(attribute(n, "href"))] = textOf(li)
		}
	}
	return entries
}

// What a frame shows is found nowhere else, and its links leave it.
func TestEmbedsStandApart(t *testing.T) {
	s := built(t, siteAtRoot)
	frames := 0
	for file, doc := range s.documents(t) {
		if !strings.HasPrefix(file, "embed/") {
			continue
		}
		if doc.isPage() {
			t.Errorf("%s: search engines may list it", file)
		}
		frames++
		back := false
		canonical := doc.links("canonical", "", "")
		for n := range doc.root.Descendants() {
			if n.Data == "base" && attribute(n, "target") != "_blank" {
				t.Errorf("%s: links stay in the frame", file)
			}
			to := attribute(n, "href")
			if n.Data == "a" && (strings.HasPrefix(to, "#") || attribute(n, "target") != "") {
				t.Errorf("%s: the link %s stays in the frame", file, to)
			}
			if hasClass(n, "line") && !strings.Contains(to, "/#L") {
				t.Errorf("%s: a line's number leads to %s", file, to)
			}
			path, _, _ := strings.Cut(to, "#")
			back = back || n.Data == "a" && len(canonical) == 1 && "https://example.org"+path == canonical[0]
		}
		if !back {
			t.Errorf("%s: no link leads to the whole page", file)
		}
		for _, right := range []string{"CC BY 4.0", "报告原文不主张权利", "出自"} {
			if !strings.Contains(string(doc.text), right) {
				t.Errorf("%s: does not say %s", file, right)
			}
		}
	}
	if frames < 300 {
		t.Errorf("%d pages for frames are too few", frames)
	}
	sitemap, err := os.ReadFile(filepath.Join(s.public(), "sitemap.xml"))
	if err != nil || strings.Contains(string(sitemap), "/embed/") {
		t.Errorf("the sitemap lists pages for frames (%v)", err)
	}
	if _, err := os.Stat(filepath.Join(s.root, "build", "content", "embed")); err == nil {
		t.Error("build/content has pages for frames")
	}
}

// Reports say where their oEmbed is, and it is good at any address.
func TestOEmbed(t *testing.T) {
	for name, get := range map[string]func() (*builtSite, error){"root": siteAtRoot, "sub-path": siteAtSubPath} {
		t.Run(name, func(t *testing.T) {
			s := built(t, get)
			docs := s.documents(t)
			found := 0
			for _, doc := range docs {
				for _, address := range doc.links("alternate", "type", "application/json+oembed") {
					found++
					s.checkOEmbed(t, docs, doc, address)
				}
			}
			if want := len(s.edition.Corpus.Reports); found != want {
				t.Errorf("%d oEmbeds for %d reports", found, want)
			}
		})
	}
}

func (s *builtSite) checkOEmbed(t *testing.T, docs map[string]*document, doc *document, address string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(s.public(), s.file(address)))
	if err != nil {
		t.Errorf("%s: %v", doc.file, err)
		return
	}
	var data struct {
		Version, Type, Title, HTML string
		ProviderName               string `json:"provider_name"`
		ProviderURL                string `json:"provider_url"`
		Width, Height              int
	}
	if err := json.Unmarshal(text, &data); err != nil {
		t.Errorf("%s: %v", address, err)
		return
	}
	if data.Version != "1.0" || data.Type != "rich" || data.Title == "" || data.ProviderName != "笺注" || data.Width <= 0 || data.Height <= 0 || !s.exists(data.ProviderURL) {
		t.Errorf("%s: %+v", address, data)
	}
	parsed, err := html.Parse(strings.NewReader(data.HTML))
	if err != nil {
		t.Error(err)
		return
	}
	src := ""
	for n := range parsed.Descendants() {
		if n.Data == "script" {
			t.Errorf("%s: has a script", address)
		}
		if n.Data == "iframe" {
			src = attribute(n, "src")
			if attribute(n, "title") == "" || strings.Contains(attribute(n, "sandbox"), "same-origin") {
				t.Errorf("%s: %s", address, data.HTML)
			}
		}
	}
	framed := docs[s.file(src)]
	if framed == nil || !slices.Equal(framed.links("canonical", "", ""), doc.links("canonical", "", "")) {
		t.Errorf("%s: shows %s, which is no view of %s", address, src, doc.file)
	}
}

// Reports, terms and indicators offer the code that embeds them, a report's page leads to it.
func TestEmbedCode(t *testing.T) {
	s := built(t, siteAtSubPath)
	docs := s.documents(t)
	pages := []string{"glossary/fang-guan-fu/", gdp}
	for _, r := range s.edition.Corpus.Reports {
		at := "reports/" + r.Slug + "/"
		pages = append(pages, at)
		if doc := docs[at+"index.html"]; doc.ids["embed"] != 1 || !strings.Contains(string(doc.text), `href="#embed"`) {
			t.Errorf("%s: the report does not lead to its code", r.Slug)
		}
	}
	for _, page := range pages {
		if got := codes(t, docs[page+"index.html"]); !slices.Equal(got, []string{"https://example.org" + s.base + page}) {
			t.Errorf("%s: the code is of %q", page, got)
		}
	}
}

// codes are the addresses that the code on a page embeds. Each code is whole,
// and shown as what it says.
func codes(t *testing.T, doc *document) (addresses []string) {
	t.Helper()
	var previews []string
	for n := range doc.root.Descendants() {
		if n.Data == "jianzhu-embed" && n.Type == html.ElementNode {
			previews = append(previews, "https://example.org"+attribute(n, "src"))
		}
		if n.Data != "pre" || !hasClass(n, "chroma") || !strings.Contains(textOf(n), "jianzhu-embed") {
			continue
		}
		code, err := html.Parse(strings.NewReader(textOf(n)))
		if err != nil {
			t.Fatal(err)
		}
		var script, link string
		for c := range code.Descendants() {
			switch {
			case c.Data == "script" && c.Type == html.ElementNode:
				script = attribute(c, "src")
			case c.Data == "jianzhu-embed":
				addresses = append(addresses, attribute(c, "src"))
			case c.Data == "a" && textOf(c) != "":
				link = attribute(c, "href")
			}
		}
		if !strings.HasSuffix(script, "/embed.js") || link != addresses[len(addresses)-1] {
			t.Errorf("%s: the code %s", doc.file, textOf(n))
		}
	}
	if previews != nil && !slices.Equal(previews, addresses) {
		t.Errorf("%s: shows %q for the code of %q", doc.file, previews, addresses)
	}
	return addresses
}

// The guide's examples for servers send the policy that the browser tests hold
// pages to: one for the pages that others may frame, one for the rest.
func TestGuideHasThePolicy(t *testing.T) {
	guide, err := os.ReadFile(filepath.Join("..", "content", "guide.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(guide), "{#server}")
	section, _, _ = strings.Cut(section, "\n##")
	examples := 0
	for _, block := range regexp.MustCompile("(?s)\n```(\\w+)\n(.*?)\n```\n").FindAllStringSubmatch(section, -1) {
		examples++
		server, config := block[1], block[2]
		sent := map[string]int{}
		for _, m := range regexp.MustCompile(`Content-Security-Policy[: ]+"?(default-src [^"\n]*)`).FindAllStringSubmatch(config, -1) {
			framers, ours := strings.CutPrefix(m[1], policy)
			if !ours {
				t.Errorf("%s: the policy is\n%s, want\n%s", server, m[1], policy)
			}
			sent[framers]++
		}
		if server == "nginx" && sent["$framers"] == 1 { // a variable, with a map of its values
			delete(sent, "$framers")
			for _, m := range regexp.MustCompile(`(?m)^ +(?:default|~\^/embed/) +"(.*)";$`).FindAllStringSubmatch(config, -1) {
				sent[m[1]]++
			}
		}
		if !maps.Equal(sent, map[string]int{framersElsewhere: 1, framersOfEmbeds: 1}) {
			t.Errorf("%s: who may frame is %v", server, sent)
		}
		if !strings.Contains(config, "/embed/") {
			t.Errorf("%s: says nothing of /embed/", server)
		}
	}
	if examples < 4 {
		t.Errorf("%d examples are too few", examples)
	}
}
