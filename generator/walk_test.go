package main

import (
	"bytes"
	"compress/gzip"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"jianzhu/generator/press"
	"jianzhu/generator/problem"
)

func TestRealContentHasNoErrors(t *testing.T) {
	s := built(t, siteAtRoot)
	if problem.HasErrors(s.problems) {
		t.Errorf("%v", s.problems)
	}
	problems, _ := (&call{root: s.root}).check()
	for _, p := range problems {
		if p.Severity == problem.Error {
			t.Error(p)
		}
	}
}

// Every link and every loaded file of every page exists, and every fragment.
func TestLinksResolve(t *testing.T) {
	for name, get := range map[string]func() (*builtSite, error){"root": siteAtRoot, "sub-path": siteAtSubPath} {
		t.Run(name, func(t *testing.T) {
			s := built(t, get)
			docs := s.documents(t)
			links := 0
			for _, doc := range docs {
				for n := range doc.root.Descendants() {
					for _, key := range []string{"href", "src", "action"} {
						if to := attribute(n, key); to != "" {
							links++
							s.resolve(t, docs, doc, n, to)
						}
					}
				}
			}
			t.Logf("%d links on %d pages", links, len(docs))
			if len(docs) < 300 || links < 10000 {
				t.Errorf("%d pages with %d links are too few to be the real site", len(docs), links)
			}
		})
	}
}

func (s *builtSite) resolve(t *testing.T, docs map[string]*document, doc *document, n *html.Node, to string) {
	t.Helper()
	here := &url.URL{Scheme: "https", Host: "example.org", Path: s.base + strings.TrimSuffix(doc.file, "index.html")}
	u, err := here.Parse(to)
	if err != nil {
		t.Errorf("%s: <%s> %s: %v", doc.file, n.Data, to, err)
		return
	}
	if u.Host != here.Host {
		if n.Data != "a" {
			t.Errorf("%s: <%s> loads from another origin: %s", doc.file, n.Data, to)
		}
		return
	}
	file, inside := strings.CutPrefix(u.Path, s.base)
	if !inside {
		t.Errorf("%s: %s leaves the site's root %s", doc.file, to, s.base)
		return
	}
	if file == "" || strings.HasSuffix(file, "/") {
		file += "index.html"
	}
	target, isPage := docs[file]
	if _, err := os.Stat(filepath.Join(s.public(), file)); err != nil {
		t.Errorf("%s: link to %s: no such file", doc.file, to)
	} else if isPage && u.Fragment != "" && target.ids[u.Fragment] == 0 {
		t.Errorf("%s: link to %s: no such fragment", doc.file, to)
	}
}

func TestPagesAreSound(t *testing.T) {
	s := built(t, siteAtRoot)
	for _, doc := range s.documents(t) {
		for id, n := range doc.ids {
			if n > 1 {
				t.Errorf("%s: id %s stands %d times", doc.file, id, n)
			}
		}
		if !strings.Contains(string(doc.text), "非官方网站，以原件为准") {
			t.Errorf("%s: does not say that it is unofficial", doc.file)
		}
		headings := 0
		for n := range doc.root.Descendants() {
			if n.Data == "h1" {
				headings++
			}
			if n.Type == html.ElementNode {
				checkPolicy(t, doc, n)
			}
			if n.Type == html.TextNode && (strings.Contains(n.Data, "&amp;") || strings.Contains(n.Data, "&lt;")) {
				t.Errorf("%s: escaped twice: %.60q", doc.file, n.Data)
			}
		}
		if headings != 1 {
			t.Errorf("%s: %d h1", doc.file, headings)
		}
	}
}

// checkPolicy holds an element to a Content-Security-Policy without 'unsafe-inline'.
// Such a policy lets scripts be that are data and not run: of those we have JSON-LD.
func checkPolicy(t *testing.T, doc *document, n *html.Node) {
	t.Helper()
	if n.Data == "style" || n.Data == "script" && attribute(n, "src") == "" && !isJSONLD(n) {
		t.Errorf("%s: inline <%s>", doc.file, n.Data)
	}
	for _, a := range n.Attr {
		if a.Key == "style" || strings.HasPrefix(a.Key, "on") || slices.Contains([]string{"href", "src", "action"}, a.Key) && strings.HasPrefix(a.Val, "javascript:") {
			t.Errorf("%s: inline %s on <%s>", doc.file, a.Key, n.Data)
		}
	}
}

func isJSONLD(n *html.Node) bool {
	return n.Data == "script" && attribute(n, "type") == "application/ld+json"
}

// A report page loads at most 15 KB of script and 15 KB of style, compressed.
func TestPageBudget(t *testing.T) {
	const budget = 15 << 10
	s := built(t, siteAtRoot)
	for file, doc := range s.documents(t) {
		if !strings.HasPrefix(file, "reports/") || file == "reports/index.html" {
			continue
		}
		var script, style int
		for n := range doc.root.Descendants() {
			switch {
			case n.Data == "script" && n.Type == html.ElementNode && !isJSONLD(n):
				script += s.compressed(t, attribute(n, "src"))
			case n.Data == "link" && attribute(n, "rel") == "stylesheet":
				style += s.compressed(t, attribute(n, "href"))
			}
		}
		t.Logf("%s: %d bytes of script, %d of style", file, script, style)
		if script == 0 || script > budget || style == 0 || style > budget {
			t.Errorf("%s: %d bytes of script and %d of style, want 1 to %d", file, script, style, budget)
		}
	}
}

func (s *builtSite) compressed(t *testing.T, address string) int {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(s.public(), path.Base(path.Dir(address)), path.Base(address)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write(text)
	w.Close()
	return b.Len()
}

// The same input gives the same bytes, and unchanged files keep their times.
func TestBuildIsDeterministic(t *testing.T) {
	a, b := built(t, siteAtRoot), built(t, siteAtSubPath)
	before := snapshot(t, a.root)
	if _, _, err := press.Build(a.root, "https://example.org/", func(string) {}); err != nil {
		t.Fatal(err)
	}
	after := snapshot(t, a.root)
	for file, info := range before {
		if after[file] != info {
			t.Errorf("%s: changed in a second build", file)
		}
	}
	if len(before) != len(after) {
		t.Errorf("%d files, then %d", len(before), len(after))
	}
	// What does not depend on the address is the same at another one; what is kept of
	// the rendering does.
	for file, info := range snapshot(t, b.root) {
		if strings.HasPrefix(file, "build/") && !strings.HasPrefix(file, "build/cache/") && before[file].sum != info.sum {
			t.Errorf("%s: differs at another address", file)
		}
	}
}

func TestHTMLIsValid(t *testing.T) {
	t.Parallel()
	s := built(t, siteAtRoot)
	isValid(t, s.root, s.public())
}

// isValid asks v.Nu about pages of a project, files and folders of them, with its
// flags before.
func isValid(t *testing.T, root string, pages ...string) {
	t.Helper()
	jar := filepath.Join("..", ".ci", "node_modules", "vnu-jar", "build", "dist", "vnu.jar")
	_, err := os.Stat(jar)
	needed(t, "v.Nu", err)
	_, err = exec.LookPath("java")
	needed(t, "java", err)
	arguments := append([]string{"-Xss1m", "-jar", jar, "--skip-non-html", "--format", "gnu"}, pages...)
	out, err := exec.Command("java", arguments...).CombinedOutput()
	lines := strings.Split(strings.TrimSpace(strings.ReplaceAll(string(out), root, "")), "\n")
	if err != nil || len(out) > 0 {
		t.Errorf("%v\n%s", err, strings.Join(lines[:min(len(lines), 30)], "\n"))
	}
}

// The first law, on the pages as they are published.
func TestPublishedTextIsTheSource(t *testing.T) {
	s := built(t, siteAtRoot)
	docs := s.documents(t)
	slugs := []string{}
	for _, r := range s.edition.Corpus.Reports {
		slugs = append(slugs, r.Slug)
		doc := docs["reports/"+r.Slug+"/index.html"]
		if doc == nil {
			t.Errorf("%s has no page", r.Slug)
			continue
		}
		var want strings.Builder
		for _, p := range r.Paragraphs {
			want.WriteString(p.Text)
		}
		if got := reportText(doc.root); folded(got) != folded(want.String()) {
			t.Errorf("%s: the page's text is not the source's", r.Slug)
		}
		for _, p := range r.Paragraphs {
			if doc.ids[lineID(p.Line)] != 1 {
				t.Errorf("%s: %d elements with id %s", r.Slug, doc.ids[lineID(p.Line)], lineID(p.Line))
			}
		}
		original, err := os.ReadFile(filepath.Join(s.public(), "reports", r.Slug, "report.txt"))
		if err != nil || !bytes.Equal(original, r.Bytes()) {
			t.Errorf("%s: report.txt is not the source (%v)", r.Slug, err)
		}
	}
	want := []string{"hangzhou-etdz-2014", "liwan-2017", "shahekou-2016", "zhongshan-xiqu-145", "zhongshan-xiqu-2017"}
	slices.Sort(slugs)
	if !slices.Equal(slugs, want) {
		t.Errorf("reports are %v", slugs)
	}
}
