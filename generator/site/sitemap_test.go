package site

import (
	"fmt"
	"strings"
	"testing"
)

func TestSitemaps(t *testing.T) {
	few := sitemaps([]string{"甲/index.html", "index.html", "a&b/index.html"}, "https://example.org/x/")
	const want = "<url><loc>https://example.org/x/a&amp;b/</loc></url>\n<url><loc>https://example.org/x/</loc></url>\n<url><loc>https://example.org/x/%E7%94%B2/</loc></url>\n"
	if text := string(few["sitemap.xml"]); len(few) != 1 || !strings.Contains(text, want) {
		t.Errorf("%d files, the first %s", len(few), text)
	}
	var pages []string
	for i := range mostInSitemap + 1 {
		pages = append(pages, fmt.Sprintf("%06d/index.html", i))
	}
	many := sitemaps(pages, "https://example.org/")
	if n := strings.Count(string(many["sitemap.xml"]), "<sitemap>"); n != 2 || len(many) != 3 {
		t.Errorf("%d files, %d of them listed", len(many), n)
	}
	for file, last := range map[string]string{"sitemap-1.xml": pages[mostInSitemap-1], "sitemap-2.xml": pages[mostInSitemap]} {
		address := "https://example.org/" + strings.TrimSuffix(last, "index.html")
		if !strings.Contains(string(many["sitemap.xml"]), "https://example.org/"+file) || !strings.Contains(string(many[file]), address+"</loc></url>\n</urlset>") {
			t.Errorf("%s does not end with %s, or is not listed", file, address)
		}
	}
}

func TestPagesForAnotherAreNotListed(t *testing.T) {
	const head = `<meta charset="utf-8"><link rel="canonical" href="https://example.org/x/%s">`
	for _, page := range []struct {
		name, content string
		listed        bool
	}{
		{"index.html", fmt.Sprintf(head, ""), true},
		{"reports/a/index.html", fmt.Sprintf(head, "reports/a/"), true},
		{"甲/index.html", fmt.Sprintf(head, "%E7%94%B2/"), true},
		{"a&b/index.html", fmt.Sprintf(head, "a&amp;b/"), true},
		{"embed/reports/a/index.html", fmt.Sprintf(head, "reports/a/"), false},
		{"404.html", string(noIndex), false},
		{"own.html", "<p>", true},
	} {
		if isListed(page.name, []byte(page.content)) != page.listed {
			t.Errorf("%s is listed: %v", page.name, !page.listed)
		}
	}
}
