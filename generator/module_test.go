package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A site of others that imports build/ as a Hugo module, below /gov/ of its own
// pages. Nothing of ours is in it: its configuration, its layouts, plain Hugo.
var otherSite = map[string]string{
	"site.yaml": `baseURL: https://example.org/
title: 别的站
disableKinds: [taxonomy, term, rss]
markup: {_merge: deep}
module:
  imports:
    - path: MODULE
      mounts:
        - {source: content, target: content/gov}
        - {source: overlay/layouts, target: layouts}
        - {source: overlay/static, target: static}
  mounts:
    - {source: content, target: content}
    - {source: layouts, target: layouts}
`,
	"content/_index.md": "---\ntitle: 别的站\n---\n\n见[报告](gov/reports/liwan-2017/index.md)。\n",
	"layouts/all.html": `<!doctype html>
<html lang="zh"><head><title>{{ .Title }}</title>{{ partial "jianzhu/head.html" . }}</head>
<body><article>{{ .Content }}</article>{{ partial "jianzhu/foot.html" . }}</body></html>
`,
}

func TestModuleInOtherSite(t *testing.T) {
	ours := built(t, siteAtRoot)
	root := t.TempDir()
	for name, text := range otherSite {
		file := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		text = strings.ReplaceAll(text, "MODULE", filepath.Join(ours.root, "build"))
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := project(root).Build(filepath.Join(root, "public"), ""); err != nil {
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
	if !strings.Contains(string(docs["index.html"].text), `href="/gov/reports/liwan-2017/"`) {
		t.Error("the site's own page does not lead to a report")
	}
}
