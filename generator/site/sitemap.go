package site

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"html"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
)

// mostInSitemap is how many addresses a sitemap may have: https://www.sitemaps.org/protocol.html
const mostInSitemap = 50_000

const sitemapFile = "sitemap.xml"

// noIndex stands in the head of pages that no search engine is to know.
var noIndex = []byte(`<meta name="robots" content="noindex">`)

var canonical = regexp.MustCompile(`<link rel="?canonical"? href="?([^" >]*)`)

// isListed reports whether search engines are told of a page, by its path: not where
// they are to know none of it, or where it says that another is the one to know.
func isListed(name string, page []byte) bool {
	if bytes.Contains(page, noIndex) {
		return false
	}
	of := canonical.FindSubmatch(page)
	if of == nil {
		return true
	}
	address, err := url.Parse(html.UnescapeString(string(of[1])))
	return err != nil || strings.HasSuffix(address.Path, "/"+strings.TrimSuffix(name, "index.html"))
}

// sitemaps are the sitemap of pages, by path, at the address of the site's root; if they
// are too many, several and a list of these.
func sitemaps(pages []string, root string) map[string][]byte {
	var addresses []string
	for _, page := range slices.Sorted(slices.Values(pages)) {
		addresses = append(addresses, root+(&url.URL{Path: strings.TrimSuffix(page, "index.html")}).EscapedPath())
	}
	files := map[string][]byte{}
	if len(addresses) <= mostInSitemap {
		files[sitemapFile] = locations("urlset", "url", addresses)
		return files
	}
	var parts []string
	for part := range slices.Chunk(addresses, mostInSitemap) {
		name := fmt.Sprintf("%s-%d%s", strings.TrimSuffix(sitemapFile, path.Ext(sitemapFile)), len(parts)+1, path.Ext(sitemapFile))
		files[name] = locations("urlset", "url", part)
		parts = append(parts, root+name)
	}
	files[sitemapFile] = locations("sitemapindex", "sitemap", parts)
	return files
}

// locations is a list of addresses as XML.
func locations(list, item string, addresses []string) []byte {
	var out bytes.Buffer
	fmt.Fprintf(&out, "%s<%s xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n", xml.Header, list)
	for _, address := range addresses {
		fmt.Fprintf(&out, "<%s><loc>", item)
		xml.EscapeText(&out, []byte(address))
		fmt.Fprintf(&out, "</loc></%s>\n", item)
	}
	fmt.Fprintf(&out, "</%s>\n", list)
	return out.Bytes()
}
