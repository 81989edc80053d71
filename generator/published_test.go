package main

import (
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// views are the pages that put together what others say.
var views = regexp.MustCompile(`^(compare/[^/]+|indicators)/.+/index\.html$`)

var markdownLink = regexp.MustCompile(`\]\(([^()<>\s]+)\)`)

// The Markdown of each page but views of others is published, its links lead to what is there, and the
// page names it; so do pages the data that they are made of.
func TestPublishedMarkdown(t *testing.T) {
	s := built(t, siteAtRoot)
	links := 0
	for _, p := range s.edition.Pages {
		if p.PublishedPath() == "" {
			continue
		}
		forms, err := p.Forms()
		if err != nil {
			t.Fatal(err)
		}
		file, content := p.PublishedPath(), forms.Published
		got, err := os.ReadFile(filepath.Join(s.public(), filepath.FromSlash(file)))
		if err != nil || string(got) != string(content) {
			t.Errorf("%s: %v, %d bytes of %d", file, err, len(got), len(content))
		}
		if p.Front.Type == "guide" { // shows code
			continue
		}
		for _, m := range markdownLink.FindAllStringSubmatch(string(got), -1) {
			u, err := url.Parse(m[1])
			if err != nil || u.Scheme != "" || u.Path == "" {
				continue
			}
			links++
			to := path.Join(path.Dir(file), u.Path)
			if _, err := os.Stat(filepath.Join(s.public(), filepath.FromSlash(to))); err != nil {
				t.Errorf("%s: %s leads to no file", file, m[1])
			}
		}
	}
	if links < 1000 {
		t.Errorf("%d links", links)
	}
	made := 0
	for file, doc := range s.documents(t) {
		if !doc.isPage() {
			continue
		}
		if isView := views.MatchString(file); isView {
			if len(doc.links("alternate", "type", "text/markdown")) > 0 {
				t.Errorf("%s leads to Markdown that is not published", file)
			}
			continue
		}
		if beside := doc.links("alternate", "type", "text/markdown"); len(beside) != 1 || beside[0] != "/"+strings.TrimSuffix(file, ".html")+".md" {
			t.Errorf("%s: Markdown at %q", file, beside)
		}
		for _, of := range doc.links("alternate", "type", "application/json") {
			made++
			if _, err := os.Stat(filepath.Join(s.public(), filepath.FromSlash(of))); err != nil {
				t.Errorf("%s: made of %s, which is not there", file, of)
			}
		}
	}
	if made < 300 {
		t.Errorf("%d pages name their data", made)
	}
}

// A language model finds every report from llms.txt.
func TestLLMs(t *testing.T) {
	s := built(t, siteAtRoot)
	text, err := os.ReadFile(filepath.Join(s.public(), "llms.txt"))
	if err != nil || !strings.HasPrefix(string(text), "# 笺注\n\n> ") {
		t.Fatalf("%v: %s", err, text)
	}
	for _, m := range markdownLink.FindAllStringSubmatch(string(text), -1) {
		if _, err := os.Stat(filepath.Join(s.public(), filepath.FromSlash(m[1]))); err != nil {
			t.Errorf("%s leads to no file", m[1])
		}
	}
	for _, r := range s.edition.Corpus.Reports {
		if !strings.Contains(string(text), "reports/"+r.Slug+"/index.md") {
			t.Errorf("no %s", r.Slug)
		}
	}
}

// Reference managers are told the title, the issuer, the date and the address.
func TestCitationTags(t *testing.T) {
	s := built(t, siteAtRoot)
	all := s.documents(t)
	for slug, want := range map[string]map[string]string{
		"liwan-2017":    {"citation_title": "2017年荔湾区政府工作报告", "citation_author": "荔湾区人民政府", "citation_technical_report_institution": "荔湾区人民政府", "citation_publication_date": "2017", "citation_language": "zh-Hant"},
		"shahekou-2016": {"citation_title": "2016年沙河口区政府工作报告", "citation_author": "[沙河口区人民政府]", "citation_publication_date": "2016/08/18"},
	} {
		meta := all["reports/"+slug+"/index.html"].meta()
		for name, value := range want {
			if len(meta[name]) != 1 || meta[name][0] != value {
				t.Errorf("%s: %s is %q, want %q", slug, name, meta[name], value)
			}
		}
		if address := meta["citation_public_url"]; len(address) != 1 || !strings.HasSuffix(address[0], "/reports/"+slug+"/") {
			t.Errorf("%s: address %q", slug, address)
		}
	}
	if meta := all["about/index.html"].meta(); meta["citation_title"] != nil {
		t.Errorf("the page about the site is cited as %q", meta["citation_title"])
	}
}
