package main

import (
	"encoding/json"
	"errors"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"jianzhu/generator/press"
	"jianzhu/generator/problem"
)

// What machines read of a page: head, JSON-LD, feed.

// linked is what a page says of itself in JSON-LD.
type linked struct {
	Context string           `json:"@context"`
	Graph   []map[string]any `json:"@graph"`
}

// jsonLD parses a page's one block of JSON-LD.
func (doc *document) jsonLD(t *testing.T) linked {
	t.Helper()
	var blocks []string
	for n := range doc.root.Descendants() {
		if isJSONLD(n) {
			blocks = append(blocks, textOf(n))
		}
	}
	var data linked
	if len(blocks) != 1 {
		t.Errorf("%s: %d blocks of JSON-LD, want 1", doc.file, len(blocks))
	} else if err := json.Unmarshal([]byte(blocks[0]), &data); err != nil || data.Context != "https://schema.org" || len(data.Graph) == 0 {
		t.Errorf("%s: JSON-LD: %v, in the context %q, of %d things", doc.file, err, data.Context, len(data.Graph))
	}
	return data
}

// thing is the first of a type, or nil.
func (l linked) thing(kind string) map[string]any {
	i := slices.IndexFunc(l.Graph, func(thing map[string]any) bool { return thing["@type"] == kind })
	if i < 0 {
		return nil
	}
	return l.Graph[i]
}

// meta are the contents of a page's meta elements, by name or property.
func (doc *document) meta() map[string][]string {
	all := map[string][]string{}
	for n := range doc.root.Descendants() {
		if name := attribute(n, "name") + attribute(n, "property"); n.Data == "meta" && name != "" {
			all[name] = append(all[name], attribute(n, "content"))
		}
	}
	return all
}

// links are the addresses of a page's link elements of a relation.
func (doc *document) links(rel, attr, value string) (addresses []string) {
	for n := range doc.root.Descendants() {
		if n.Data == "link" && attribute(n, "rel") == rel && (attr == "" || attribute(n, attr) == value) {
			addresses = append(addresses, attribute(n, "href"))
		}
	}
	return addresses
}

// isPage tells a page from what only stands in for one, or shows one.
func (doc *document) isPage() bool {
	canonical := doc.links("canonical", "", "")
	another := len(canonical) == 1 && !strings.HasSuffix(canonical[0], "/"+strings.TrimSuffix(doc.file, "index.html"))
	return !another && !slices.Contains(doc.meta()["robots"], "noindex")
}

// file is the path in public of an address of the site, or "".
func (s *builtSite) file(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" || u.Host != "example.org" || !strings.HasPrefix(u.Path, s.base) {
		return ""
	}
	file := strings.TrimPrefix(u.Path, s.base)
	if file == "" || strings.HasSuffix(file, "/") {
		file += "index.html"
	}
	return file
}

func (s *builtSite) exists(address string) bool {
	file := s.file(address)
	if file == "" {
		return false
	}
	_, err := os.Stat(filepath.Join(s.public(), filepath.FromSlash(file)))
	return err == nil
}

// Every page says where it stands, what it is, and how one gets there.
func TestPagesForMachines(t *testing.T) {
	for name, get := range map[string]func() (*builtSite, error){"root": siteAtRoot, "sub-path": siteAtSubPath} {
		t.Run(name, func(t *testing.T) {
			s := built(t, get)
			titles := map[string]string{}
			for file, doc := range s.documents(t) {
				if !doc.isPage() {
					continue
				}
				for n := range doc.root.Descendants() {
					if n.Data == "title" && n.Type == html.ElementNode && n.Parent.Data == "head" {
						if other := titles[textOf(n)]; other != "" {
							t.Errorf("%s and %s have the same title %q", file, other, textOf(n))
						}
						titles[textOf(n)] = file
					}
				}
				canonical := doc.links("canonical", "", "")
				if len(canonical) != 1 || s.file(canonical[0]) != file {
					t.Errorf("%s: canonical address %q", file, canonical)
				}
				if self := doc.links("alternate", "hreflang", "x-default"); !slices.Equal(self, canonical) {
					t.Errorf("%s: x-default is %q", file, self)
				}
				feeds := doc.links("alternate", "type", "application/rss+xml")
				if len(feeds) != 1 || !s.exists(feeds[0]) {
					t.Errorf("%s: feeds %q", file, feeds)
				}
				checkMetaTags(t, doc)
				s.checkTrail(t, doc)
			}
		})
	}
}

func checkMetaTags(t *testing.T, doc *document) {
	t.Helper()
	meta := doc.meta()
	for _, name := range []string{"description", "og:title", "og:description", "og:url", "SiteName"} {
		if len(meta[name]) != 1 || strings.TrimSpace(meta[name][0]) == "" {
			t.Errorf("%s: %s is %q", doc.file, name, meta[name])
		}
	}
	for name, contents := range meta {
		if strings.EqualFold(name, "SiteIDCode") {
			t.Errorf("%s: has the SiteIDCode of a government site", doc.file)
		}
		if slices.Contains(contents, "") {
			t.Errorf("%s: %s is empty", doc.file, name)
		}
	}
}

// checkTrail follows the way from the home page to a page.
func (s *builtSite) checkTrail(t *testing.T, doc *document) {
	t.Helper()
	data := doc.jsonLD(t)
	trail := data.thing("BreadcrumbList")
	if doc.file == "index.html" {
		if trail != nil || data.thing("WebSite")["name"] != "笺注" {
			t.Errorf("%s: JSON-LD %v", doc.file, data)
		}
		return
	}
	items, _ := trail["itemListElement"].([]any)
	if len(items) < 2 {
		t.Errorf("%s: trail %v", doc.file, trail)
		return
	}
	for i, item := range items {
		step, _ := item.(map[string]any)
		address, _ := step["item"].(string)
		if name, _ := step["name"].(string); step["position"] != float64(i+1) || name == "" || !s.exists(address) {
			t.Errorf("%s: step %d of the trail is %v", doc.file, i+1, step)
		}
		if want := map[int]string{0: "index.html", len(items) - 1: doc.file}[i]; want != "" && s.file(address) != want {
			t.Errorf("%s: step %d of the trail leads to %s", doc.file, i+1, address)
		}
	}
}

// Nothing is stated of a report that is not known.
func TestReportsForMachines(t *testing.T) {
	s := built(t, siteAtRoot)
	docs := s.documents(t)
	for _, test := range []struct {
		slug string
		want map[string]any // of the Report; nil: left out
		meta map[string]string
	}{
		{"liwan-2017", map[string]any{
			"inLanguage": "zh-Hant", "temporalCoverage": "2016/2017", "datePublished": nil, "dateCreated": nil,
			"license": nil, "isBasedOn": "https://newton.com.tw/wiki/2017%E5%B9%B4%E8%8D%94%E7%81%A3%E5%8D%80%E6%94%BF%E5%BA%9C%E5%B7%A5%E4%BD%9C%E5%A0%B1%E5%91%8A/60135233", "publisher": nil, "identifier": nil,
			"author":          map[string]any{"@type": "Organization", "name": "荔湾区人民政府"},
			"spatialCoverage": map[string]any{"@type": "AdministrativeArea", "name": "广东省广州市荔湾区"},
		}, map[string]string{"发文机关": "荔湾区人民政府", "ColumnName": "报告", "索引号": "", "PubDate": "", "ContentSource": ""}},
		{"shahekou-2016", map[string]any{
			"inLanguage": "zh-Hans", "datePublished": "2016-08-18", "author": nil, // inferred
			"publisher":  map[string]any{"@type": "Organization", "name": "大连市政府办公室"},
			"identifier": map[string]any{"@type": "PropertyValue", "propertyID": "索引号", "value": "2102000003/2016-07601"},
		}, map[string]string{
			"索引号": "2102000003/2016-07601", "成文日期": "2016-08-18 12:40:51", "发布日期": "2016-08-18", "有效性": "有效", "标题": "2016年沙河口区政府工作报告",
			"PubDate": "2016-08-18", "ContentSource": "大连市政府办公室", "article:published_time": "2016-08-18", "og:type": "article", "发文机关": "", "主题分类": "",
		}},
		{"zhongshan-xiqu-145", map[string]any{"dateCreated": "2021-12", "temporalCoverage": "2021/2025", "datePublished": nil, "author": nil}, nil},
		{"zhongshan-xiqu-2017", map[string]any{"name": "中山市西区2017年工作安排", "spatialCoverage": nil}, map[string]string{"标题": ""}},
	} {
		doc := docs["reports/"+test.slug+"/index.html"]
		got := doc.jsonLD(t).thing("Report")
		for key, want := range test.want {
			if g, w := encoded(t, got[key]), encoded(t, want); g != w {
				t.Errorf("%s: %s is %s, want %s", test.slug, key, g, w)
			}
		}
		if !s.exists(got["url"].(string)) || len(got["about"].([]any)) == 0 {
			t.Errorf("%s: address %v, about %v", test.slug, got["url"], got["about"])
		}
		for _, file := range got["encoding"].([]any) {
			if address := file.(map[string]any)["contentUrl"].(string); !s.exists(address) {
				t.Errorf("%s: no file at %s", test.slug, address)
			}
		}
		meta := doc.meta()
		for name, want := range test.meta {
			if strings.Join(meta[name], "|") != want {
				t.Errorf("%s: %s is %q, want %q", test.slug, name, meta[name], want)
			}
		}
		if language := got["inLanguage"].(string); len(doc.links("alternate", "hreflang", language)) != 1 {
			t.Errorf("%s: no hreflang %s", test.slug, language)
		}
	}
}

func encoded(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestTermsForMachines(t *testing.T) {
	s := built(t, siteAtRoot)
	docs := s.documents(t)
	for _, term := range s.edition.Corpus.Glossary.Terms {
		got := docs["glossary/"+term.ID+"/index.html"].jsonLD(t).thing("DefinedTerm")
		says, _ := got["description"].(string)
		if got["name"] != term.Term || got["termCode"] != term.ID || !strings.HasPrefix(says, term.Gloss) || got["inDefinedTermSet"] != "https://example.org/glossary/" {
			t.Errorf("%s: %v", term.ID, got)
		}
		if strings.Contains(says, "释义待核") != (term.Check && term.Gloss != "") {
			t.Errorf("%s: verified or not, it says %q", term.ID, says)
		}
		if names, _ := got["alternateName"].([]any); len(names) != len(term.Aliases) {
			t.Errorf("%s: %d other names, want %q", term.ID, len(names), term.Aliases)
		}
	}
	for _, theme := range s.edition.Corpus.Themes.Themes {
		if got := docs["themes/"+theme.ID+"/index.html"].jsonLD(t).thing("DefinedTerm"); got["name"] != theme.Name || got["termCode"] != theme.ID {
			t.Errorf("%s: %v", theme.ID, got)
		}
	}
	for _, file := range []string{"glossary/index.html", "themes/index.html"} {
		set := docs[file].jsonLD(t).thing("DefinedTermSet")
		if license, _ := set["license"].(string); !strings.Contains(license, "creativecommons.org/licenses/by/4.0") {
			t.Errorf("%s: licence %q", file, license)
		}
	}
}

// buildOf builds a site of other content, by path, at https://example.org/.
func buildOf(t *testing.T, content map[string]string) *builtSite {
	t.Helper()
	root := t.TempDir()
	if err := errors.Join(copyProject(root), os.RemoveAll(filepath.Join(root, "content"))); err != nil {
		t.Fatal(err)
	}
	for file, text := range content {
		file = filepath.Join(root, "content", file)
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	_, problems, err := press.Build(root, "https://example.org/", func(string) {})
	if err != nil || problem.HasErrors(problems) {
		t.Fatal(err, problems)
	}
	return &builtSite{root: root, base: "/", problems: problems}
}

// The policy lets JSON-LD be: a browser reads it and complains of nothing.
func TestJSONLDHoldsThePolicy(t *testing.T) {
	w := open(t, 1400, 900)
	w.visit(liwan)
	if got := ask[string](w, `JSON.parse(document.querySelector('script[type="application/ld+json"]').textContent)['@graph'][0].name`); got != "2017年荔湾区政府工作报告" {
		t.Errorf("the report's name is %q", got)
	}
}

// A former address leads to the same line at the new one, under the policy.
func TestRedirectKeepsTheLine(t *testing.T) {
	s := buildOf(t, map[string]string{
		"reports/new/report.yaml": "title: 报告\naliases: [old]\n",
		"reports/new/report.txt":  "一、推进放管服\n深化放管服改革。\n",
		"glossary.yaml":           "[]\n",
		"themes.yaml":             "themes:\n  - id: a\n    name: 甲\n    english: a\n    keywords: [放管服]\n",
	})
	server := httptest.NewServer(strict(s.public()))
	defer server.Close()
	w := open(t, 1400, 900)
	w.address = server.URL + "/"
	w.visit("reports/old/#L2")
	w.becomes(`location.pathname === '/reports/new/' && location.hash === '#L2' && document.querySelector('#L2') !== null`, "the former address leads on to the line")
}
