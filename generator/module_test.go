package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianzhu/generator/site"
)

// A site of others that imports build/ as a Hugo module, below /gov/ of its own
// pages. Nothing of ours is in it: its configuration, its layouts, plain Hugo.
var otherSite = map[string]string{
	"site.yaml": `baseURL: https://example.org/
title: 别的站
disableKinds: [taxonomy, term, rss]
outputs: {home: [html], section: [html], page: [html]}
security: {exec: {allow: [none]}}
`,
	"content/_index.md": "---\ntitle: 别的站\n---\n\n见[报告](gov/reports/liwan-2017/index.md)。\n",
	"layouts/all.html": `<!doctype html>
<html lang="zh"><head><title>{{ .Title }}</title>{{ partial "jianzhu/head.html" . }}</head>
<body><article>{{ .Content }}</article>{{ partial "jianzhu/foot.html" . }}</body></html>
`,
}

// ownMounts are what Hugo has for its own where a site says nothing; our program has others.
const ownMounts = "  mounts:\n    - {source: content, target: content}\n    - {source: layouts, target: layouts}\n"

// recipe is what the README gives for the configuration of another site, word for
// word.
func recipe(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(text), "that another site can import")
	_, after, found := strings.Cut(after, "```yaml\n")
	block, _, closed := strings.Cut(after, "```")
	if !found || !closed || !strings.Contains(block, "../../jianzhu/build") {
		t.Fatal("the README has no recipe")
	}
	return block
}

func TestModuleInOtherSite(t *testing.T) {
	ours := built(t, siteAtRoot)
	root := t.TempDir()
	// The site stands beside a folder jianzhu, as the README has it.
	if err := os.CopyFS(filepath.Join(root, "jianzhu", "build"), os.DirFS(filepath.Join(ours.root, "build"))); err != nil {
		t.Fatal(err)
	}
	root = filepath.Join(root, "own")
	for name, text := range otherSite {
		if name == "site.yaml" {
			text += recipe(t) + ownMounts
		}
		file := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := (site.Project{Root: root, Made: filepath.Join(root, "build")}).Build(filepath.Join(root, "public"), ""); err != nil {
		t.Fatal(err)
	}
	s := &builtSite{root: root, base: "/"}
	docs := s.documents(t)
	if pages := samePages(t, ours.root, docs, "gov/"); pages < 300 {
		t.Errorf("%d pages are too few to be the real site", pages)
	}
	for _, doc := range docs {
		for n := range doc.root.Descendants() {
			for _, key := range []string{"href", "src"} {
				if to := attribute(n, key); to != "" && !strings.HasSuffix(to, "/feed.xml") { // the feed is of our site
					s.resolve(t, docs, doc, n, to)
				}
			}
		}
	}
	for _, file := range []string{"gov/search/index.js", "gov/reports/liwan-2017/index.json", "gov/schema/report.json"} {
		if _, err := os.Stat(filepath.Join(s.public(), file)); err != nil {
			t.Error(err)
		}
	}
	if !strings.Contains(string(docs["index.html"].text), `href="/gov/reports/liwan-2017/"`) {
		t.Error("the site's own page does not lead to a report")
	}
}
