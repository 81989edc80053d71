package main

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io/fs"
	"net/http/httptest"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	markdowntext "github.com/yuin/goldmark/text"

	"jianzhu/generator/bundle"
)

// The corpus of hostile texts in each output.

// Whatever a text, a title, a definition or a note says, on no page does it
// become markup or script, and every page says it as it is.
func TestHostileWordsStayText(t *testing.T) {
	s := built(t, siteHostile)
	texts, _ := hostileTexts()
	pages := map[string]map[string]*document{"the site": s.documents(t)}
	for name, public := range map[string]string{"without": "", "with": "https://example.org/"} {
		site := bundle.Site{Files: os.DirFS(s.public()), BaseURL: "https://example.org/", Public: public, Name: "h"}
		for i := range texts {
			site.Reports = append(site.Reports, hostileSlug(i))
		}
		files, err := bundle.Write(site)
		if err != nil {
			t.Fatal(err)
		}
		single, archive := map[string]*document{}, map[string]*document{}
		for file, content := range files {
			if path.Ext(file) == ".html" {
				single[file] = parsed(t, file, content)
			}
		}
		r, err := zip.NewReader(bytes.NewReader(files["h-offline.zip"]), int64(len(files["h-offline.zip"])))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range r.File {
			if path.Ext(f.Name) == ".html" {
				content, err := fs.ReadFile(r, f.Name)
				if err != nil {
					t.Fatal(err)
				}
				file := strings.TrimPrefix(f.Name, "h-offline/")
				archive[file] = parsed(t, file, content)
			}
		}
		pages["single files "+name+" a public address"], pages["the archive "+name+" a public address"] = single, archive
	}

	for output, docs := range pages {
		t.Run(output, func(t *testing.T) {
			for _, doc := range docs {
				harmless(t, doc)
			}
			says := func(file, what, got, want string) {
				if folded(got) != folded(want) {
					t.Errorf("%s: %s is %q, want %q", file, what, got, want)
				}
			}
			for i, words := range texts {
				slug := hostileSlug(i)
				var source strings.Builder
				r := s.hostileReport(i)
				lines := r.Unmarked()
				for _, p := range r.Paragraphs {
					for _, n := range p.SourceLines() {
						source.WriteString(lines[n-1])
					}
				}
				for file, want := range map[string]struct{ heading, text string }{
					"reports/" + slug + "/index.html":       {words, source.String()},
					"reports/" + slug + ".html":             {words, source.String()},
					"embed/reports/" + slug + "/index.html": {"", source.String()},
					"glossary/" + slug + "/index.html":      {hostileTerm(i, words), ""},
					"themes/" + slug + "/index.html":        {"主题" + words, ""},
					slug + "/index.html":                    {words, ""},
				} {
					doc := docs[file]
					if doc == nil {
						continue // the output has no such page
					}
					if want.text != "" {
						says(file, "the text", reportText(doc.root), want.text)
					}
					if want.heading != "" {
						says(file, "the heading", doc.heading(), want.heading)
					}
				}
			}
		})
	}
	if n := len(pages["the site"]); n < 7*len(texts) {
		t.Errorf("%d pages are too few for %d texts", n, len(texts))
	}
}

func parsed(t *testing.T, file string, content []byte) *document {
	t.Helper()
	doc, err := parse(file, content)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// heading is the text of a page's first h1.
func (doc *document) heading() string {
	for n := range doc.root.Descendants() {
		if n.Data == "h1" {
			return textOf(n)
		}
	}
	return ""
}

// formula is what a spreadsheet takes for one; a number may have a sign.
var formula = regexp.MustCompile(`^[=@\t\r]|^[+-][^0-9.]`)

// What machines read says the words as they are: JSON, JSON-LD, oEmbed, the feed.
func TestHostileWordsStayData(t *testing.T) {
	s := built(t, siteHostile)
	texts, _ := hostileTexts()
	docs := s.documents(t)
	says := func(file, what string, got any, want string) {
		if text, _ := got.(string); folded(text) != folded(want) {
			t.Errorf("%s: %s is %q, want %q", file, what, got, want)
		}
	}
	for i, words := range texts {
		slug := hostileSlug(i)
		file := "reports/" + slug + "/index.html"
		described := docs[file].jsonLD(t).thing("Report")
		author, _ := described["author"].(map[string]any)
		says(file, "its name", described["name"], words)
		says(file, "its author", author["name"], "机关"+words)
		says(file, "its source", described["isBasedOn"], s.hostileReport(i).Meta.Origin.URL)
		says(file, "the title for sharing", docs[file].meta()["og:title"][0], words)
		s.checkOEmbed(t, docs, docs[file], docs[file].links("alternate", "type", "application/json+oembed")[0])

		file = "glossary/" + slug + "/index.html"
		says(file, "its name", docs[file].jsonLD(t).thing("DefinedTerm")["name"], hostileTerm(i, words))
		file = "themes/" + slug + "/index.html"
		says(file, "its name", docs[file].jsonLD(t).thing("DefinedTerm")["name"], "主题"+words)
		codes(t, docs["reports/"+slug+"/index.html"])
		codes(t, docs["glossary/"+slug+"/index.html"])
	}
	for _, item := range s.feed(t).Channel.Items {
		if !slices.ContainsFunc(texts, func(words string) bool { return folded(words) == folded(item.Title) }) {
			t.Errorf("the feed has %q", item.Title)
		}
	}
	err := fs.WalkDir(os.DirFS(s.public()), ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(filepath.Join(s.public(), file))
		switch path.Ext(file) {
		case ".json":
			if !json.Valid(text) {
				t.Errorf("%s is no JSON", file)
			}
		case ".xml":
			var all struct {
				Inner string `xml:",innerxml"`
			}
			if err := xml.Unmarshal(text, &all); err != nil || strings.Contains(all.Inner, "<script") {
				t.Errorf("%s: %v", file, err)
			}
		case ".csv":
			rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
			if err != nil {
				t.Errorf("%s: %v", file, err)
			}
			for _, cell := range slices.Concat(rows...) {
				if formula.MatchString(cell) {
					t.Errorf("%s: a spreadsheet computes %q", file, cell)
				}
			}
		case ".js":
			if strings.HasPrefix(file, "search/") && bytes.ContainsAny(text, "<>\u2028\u2029") {
				t.Errorf("%s has what would end a script", file)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// The Markdown, as any reader of CommonMark sees it, has no HTML, and no link
// that runs; nor has it anything that Hugo would execute.
func TestHostileWordsInMarkdown(t *testing.T) {
	s := built(t, siteHostile)
	for _, p := range s.edition.Pages {
		if path.Dir(p.Path) == "." && strings.HasPrefix(p.Path, "h") {
			continue // an editor's own Markdown, which its readers take as they do
		}
		source := p.Markdown()
		follow := func(address string) {
			if u, err := url.Parse(address); err != nil || !slices.Contains([]string{"", "http", "https"}, u.Scheme) || u.Host == "evil.example" {
				t.Errorf("build/content/%s: link to %s", p.Path, address)
			}
		}
		err := ast.Walk(goldmark.DefaultParser().Parse(markdowntext.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			switch n := n.(type) {
			case *ast.HTMLBlock, *ast.RawHTML, *ast.Image:
				t.Errorf("build/content/%s: %s", p.Path, n.Kind())
			case *ast.AutoLink:
				follow(string(n.URL(source)))
			case *ast.Link:
				follow(string(n.Destination))
			}
			return ast.WalkContinue, nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(source, []byte("{{")) {
			t.Errorf("build/content/%s: what Hugo executes", p.Path)
		}
	}
}

// No script of ours makes markup of words: not the card, not the search, not what
// a line's number offers, not the filter, not a frame. What ran would be an error,
// or break the policy, and both fail the test.
func TestHostileWordsInBrowser(t *testing.T) {
	s := built(t, siteHostile)
	texts, _ := hostileTexts()
	server := httptest.NewServer(strict(s.public()))
	t.Cleanup(server.Close)
	w := open(t, 1400, 900)
	w.address = server.URL + "/"
	cards := 0
	for i, words := range texts {
		if !strings.Contains(words, "pwned") {
			continue
		}
		hits := w.search(words)
		if !slices.ContainsFunc(hits, func(h hit) bool { return strings.Contains(h.Href, "/reports/"+hostileSlug(i)+"/") }) {
			t.Errorf("%q is not found where it is, but in %v", words, hits)
		}
		if odd := ask[[]string](w, `[...document.querySelectorAll('.results *')].filter(e => !/^(SECTION|H[2-6]|UL|OL|LI|P|SPAN|A|MARK|SMALL|BUTTON|DIV)$/.test(e.tagName)).map(e => e.outerHTML)`); len(odd) > 0 {
			t.Errorf("%q: the results have %q", words, odd)
		}

		w.visit("reports/" + hostileSlug(i) + "/")
		if w.is(term + ` !== null`) { // a form with a quote mark within is not found
			cards++
			w.tell(term + `.click()`)
			w.becomes(card+` !== null`, "a click opens the card")
			if got := ask[string](w, card+`.querySelector('.entry-name').textContent`); folded(got) != folded(hostileTerm(i, words)) {
				t.Errorf("the card is of %q, want %q", got, hostileTerm(i, words))
			}
		}
		w.tell(`document.querySelector('a.line').click()`)
		w.becomes(copies+` !== null`, "a line's number offers to copy")
	}
	if cards < 20 {
		t.Errorf("%d cards are too few", cards)
	}
	w.visit("glossary/")
	w.do(chromedp.SendKeys(chromedp.CSS(`.filter input`), "<img src=x onerror=pwned()>"))
	w.becomes(`[...document.querySelectorAll('main li')].filter(e => e.checkVisibility()).length < 10`, "typing filters the glossary")
}
