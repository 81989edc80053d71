package main

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/net/html"

	"jianzhu/generator/bundle"
	"jianzhu/generator/press"
	"jianzhu/generator/project"
)

// The real site with its bundles, made once, and the archive unpacked.

type taken struct {
	*builtSite
	said     string // by the command
	unpacked string // folder of the archive's files
}

var siteTaken = sync.OnceValues(func() (*taken, error) {
	root, err := newRoot()
	if err != nil {
		return nil, err
	}
	if err := copyProject(root); err != nil {
		return nil, err
	}
	var said bytes.Buffer
	problems, err := press.Bundle(root, "https://example.org/", &said, func(string) {})
	if err != nil {
		return nil, err
	}
	archive, err := zip.OpenReader(filepath.Join(root, "dist", "jianzhu-offline.zip"))
	if err != nil {
		return nil, err
	}
	defer archive.Close()
	// A folder whose name must be escaped in an address.
	unpacked := filepath.Join(root, "解压 #1")
	if err := os.CopyFS(unpacked, archive); err != nil {
		return nil, err
	}
	edition, _ := press.Read(root, "", nil)
	return &taken{&builtSite{root, "/", edition, problems}, said.String(), filepath.Join(unpacked, "jianzhu-offline")}, nil
})

func bundled(t *testing.T) *taken {
	t.Helper()
	s, err := siteTaken()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func (s *taken) dist(file string) string { return filepath.Join(s.root, "dist", file) }

// fileAddress is the address of a file on disk; of a folder, with a slash.
func fileAddress(file string) string { return (&url.URL{Scheme: "file", Path: file}).String() }

// Every address in every page of the archive leads to a file of it, by a
// relative path, and every fragment to an element.
func TestArchiveLinksResolve(t *testing.T) {
	s := bundled(t)
	docs := parsePages(t, s.unpacked)
	links := 0
	for _, doc := range docs {
		if !strings.Contains(string(doc.text), `<p class="offline" data-added>离线副本，内容截至`) {
			t.Errorf("%s does not say of which day it is", doc.file)
		}
		for n := range doc.root.Descendants() {
			for _, key := range []string{"href", "src", "action"} {
				to := attribute(n, key)
				if to == "" {
					continue
				}
				u, err := url.Parse(to)
				if err != nil {
					t.Errorf("%s: %s: %v", doc.file, to, err)
					continue
				}
				if u.IsAbs() && n.Data == "a" && u.Host != "example.org" {
					continue // to elsewhere
				}
				links++
				if u.IsAbs() || strings.HasPrefix(to, "/") || strings.HasSuffix(u.Path, "/") {
					t.Errorf("%s: <%s> %s is not the relative path of a file", doc.file, n.Data, to)
					continue
				}
				file := doc.file
				if u.Path != "" {
					file = path.Join(path.Dir(doc.file), u.Path)
				}
				if _, err := os.Stat(filepath.Join(s.unpacked, file)); err != nil {
					t.Errorf("%s: %s: no such file", doc.file, to)
				} else if target := docs[file]; target != nil && u.Fragment != "" && target.ids[u.Fragment] == 0 {
					t.Errorf("%s: %s: no such fragment", doc.file, to)
				}
			}
			if strings.HasPrefix(attribute(n, "content"), "https://example.org") || isJSONLD(n) {
				t.Errorf("%s: tells machines an address that is not a real one", doc.file)
			}
		}
	}
	t.Logf("%d links on %d pages", links, len(docs))
	if len(docs) < 300 || links < 10000 {
		t.Errorf("%d pages with %d links are too few to be the real site", len(docs), links)
	}
}

func parsePages(t *testing.T, dir string) map[string]*document {
	t.Helper()
	docs := map[string]*document{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(file) != ".html" {
			return err
		}
		docs[file] = parsePage(t, dir, file)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

func parsePage(t *testing.T, dir, file string) *document {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, file))
	if err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	doc := &document{file, text, root, map[string]int{}}
	for n := range root.Descendants() {
		if id := attribute(n, "id"); id != "" {
			doc.ids[id]++
		}
	}
	return doc
}

// A report's single file loads nothing, leads to itself and to what is
// elsewhere only, is small, and has the text of the source.
func TestSingleFiles(t *testing.T) {
	s := bundled(t)
	for _, r := range s.edition.Corpus.Reports {
		doc := parsePage(t, s.dist("reports"), r.Slug+".html")
		t.Logf("%s: %d bytes", doc.file, len(doc.text))
		if len(doc.text) > 1<<20 {
			t.Errorf("%s has %d bytes", doc.file, len(doc.text))
		}
		var source strings.Builder
		for _, p := range r.Paragraphs {
			source.WriteString(p.Text)
		}
		if folded(reportText(doc.root)) != folded(source.String()) {
			t.Errorf("%s: the text is not the source's", doc.file)
		}
		if !strings.Contains(string(doc.text), "非官方网站，以原件为准") {
			t.Errorf("%s does not say that it is unofficial", doc.file)
		}
		terms := 0
		for n := range doc.root.Descendants() {
			if src := attribute(n, "src"); src != "" && !strings.HasPrefix(src, "data:") {
				t.Errorf("%s: <%s> loads %s", doc.file, n.Data, src)
			}
			to := attribute(n, "href")
			fragment, inside := strings.CutPrefix(to, "#")
			switch {
			case n.Data == "link" && !strings.HasPrefix(to, "data:"):
				t.Errorf("%s: <link> loads %s", doc.file, to)
			case n.Data == "a" && inside && doc.ids[fragment] == 0:
				t.Errorf("%s: %s leads nowhere", doc.file, to)
			case n.Data == "a" && to != "" && !inside && attribute(n, "download") == "" && (!strings.HasPrefix(to, "http") || strings.HasPrefix(to, "https://example.org")):
				t.Errorf("%s: leads out of itself, to %s", doc.file, to)
			case n.Data == "a" && hasClass(n, "term"):
				terms++
			}
		}
		if terms == 0 {
			t.Errorf("%s has no terms", doc.file)
		}
	}
}

// Wherever the site stands, its bundles are the same, byte for byte, as long as
// it has no address to name; and so they are each time.
func TestBundlesAreDeterministic(t *testing.T) {
	s, below := bundled(t), built(t, siteAtSubPath)
	date, err := new(project.Config).Date(s.root)
	if err != nil {
		t.Fatal(err)
	}
	site := bundle.Site{Files: os.DirFS(below.public()), BaseURL: "https://example.org" + subPath, Name: "jianzhu", Date: date}
	for _, r := range s.edition.Corpus.Reports {
		site.Reports = append(site.Reports, r.Slug)
	}
	begin := time.Now()
	files, err := bundle.Write(site)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("made in %v:\n%s", time.Since(begin).Round(time.Millisecond), s.said)
	for file, content := range files {
		made, err := os.ReadFile(s.dist(file))
		published, err2 := os.ReadFile(filepath.Join(s.public(), "download", file))
		if err != nil || err2 != nil || !bytes.Equal(made, published) {
			t.Errorf("%s is not published as it is in dist/ (%v, %v)", file, err, err2)
		}
		if !bytes.Equal(made, content) && path.Ext(file) == ".html" {
			t.Errorf("%s: differs at another path", file)
		}
	}
	r, err := zip.NewReader(bytes.NewReader(files["jianzhu-offline.zip"]), int64(len(files["jianzhu-offline.zip"])))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.File {
		text, err := fs.ReadFile(r, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		made, err := os.ReadFile(filepath.Join(filepath.Dir(s.unpacked), f.Name))
		if path.Ext(f.Name) == ".html" && (err != nil || !bytes.Equal(made, text)) {
			t.Errorf("%s: differs at another path (%v)", f.Name, err)
		}
	}

	before, err := os.ReadFile(s.dist("SHA256SUMS"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := press.Bundle(s.root, "https://example.org/", io.Discard, func(string) {}); err != nil {
		t.Fatal(err)
	}
	if after, err := os.ReadFile(s.dist("SHA256SUMS")); err != nil || !bytes.Equal(before, after) {
		t.Errorf("made again, the bundles differ (%v)\n%s\n%s", err, before, after)
	}
}

// With a public address, pages in bundles name it.
func TestBundlesNameThePublicAddress(t *testing.T) {
	s := built(t, siteAtSubPath)
	const public = "https://example.org" + subPath
	files, err := bundle.Write(bundle.Site{Files: os.DirFS(s.public()), BaseURL: public, Public: public, Name: "a", Reports: []string{"liwan-2017"}})
	if err != nil {
		t.Fatal(err)
	}
	page := string(files["reports/liwan-2017.html"])
	for _, want := range []string{
		`网上地址：<a href="` + public + `reports/liwan-2017/">`,
		`<link rel="canonical" href="` + public + `reports/liwan-2017/">`,
		`<a href="` + public + `regions/440103/">荔湾区</a>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the single file has no %s", want)
		}
	}
}

// The site offers what it was bundled to, with sizes and checksums that are
// right; a site that was only built does not.
func TestDownloadPage(t *testing.T) {
	s := bundled(t)
	doc := parsePage(t, s.public(), "download/index.html")
	text := textOf(doc.root)
	lines, err := os.ReadFile(s.dist("SHA256SUMS"))
	if err != nil {
		t.Fatal(err)
	}
	if sum, _, _ := strings.Cut(string(lines), "  jianzhu-offline.zip"); !strings.Contains(text, sum[strings.LastIndex(sum, "\n")+1:]) {
		t.Error("the page does not have the checksum of the archive")
	}
	var offered []string
	for n := range doc.root.Descendants() {
		if to := attribute(n, "href"); n.Data == "a" && (path.Ext(to) == ".zip" || strings.HasPrefix(to, "reports/")) {
			offered = append(offered, to)
			if strings.HasPrefix(to, "reports/") && !hasAttribute(n, "download") {
				t.Errorf("%s is offered to be shown, not saved", to)
			}
			if _, err := os.Stat(filepath.Join(s.public(), "download", to)); err != nil {
				t.Error(err)
			}
		}
	}
	if len(offered) != 1+len(s.edition.Corpus.Reports) || !slices.Contains(offered, "jianzhu-offline.zip") {
		t.Errorf("offered are %q", offered)
	}
	if page, err := os.ReadFile(filepath.Join(s.public(), liwan, "index.html")); err != nil || !bytes.Contains(page, []byte(`href="/download/reports/liwan-2017.html" download`)) {
		t.Errorf("a report does not lead to its single file (%v)", err)
	}
	if _, err := os.Stat(filepath.Join(built(t, siteAtRoot).public(), "download")); err == nil {
		t.Error("a site that was only built has downloads")
	}
	if page, err := os.ReadFile(filepath.Join(built(t, siteAtRoot).public(), "index.html")); err != nil || bytes.Contains(page, []byte("download")) {
		t.Errorf("a site that was only built leads to downloads (%v)", err)
	}
}

// v.Nu does not know of hashes in a policy, nor all of CSS; the browser tests do.
func TestBundledHTMLIsValid(t *testing.T) {
	t.Parallel()
	s := bundled(t)
	isValid(t, s.root, "--filterpattern", ".*(CSS: |violates Content Security Policy).*",
		s.dist("reports"), filepath.Join(s.public(), "download", "index.html"),
		filepath.Join(s.unpacked, "reports"), filepath.Join(s.unpacked, "index.html"))
}
