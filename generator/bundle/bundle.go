// Package bundle makes copies of a finished site to take along: the whole of
// it as a zip archive, and each report as one file. Both open from disk by
// double click, without a server and without network.
//
// A bundle is made from the pages as they are published, whatever skin they
// have, in one pass over their tags (page.go). address.go decides where a link
// leads in a bundle, whole.go and single.go what becomes of each tag.
package bundle

import (
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"
	"time"

	"jianzhu/generator/tongue"
)

// Site is a finished site.
type Site struct {
	Files   fs.FS     // what is published
	Plain   fs.FS     // the same with our own layouts, which single files are made of; nil where Files has them
	BaseURL string    // address for which its links were written
	Public  string    // the same, if others find the site there, else ""
	Name    string    // of the archive; see CheckName
	Date    time.Time // of its content
	Reports []string  // slugs of the reports, which stand at reports/<slug>/
}

// Write returns the bundles by path: <name>-offline.zip, reports/<slug>.html,
// and SHA256SUMS with their checksums. The same site gives the same bytes.
//
// A link of a page that leads to no file, a file name that does not survive on
// every system, and a report that needs more than one file can hold are errors.
func Write(s Site) (map[string][]byte, error) {
	if err := CheckName(s.Name); err != nil {
		return nil, err
	}
	t, err := newTree(s)
	if err != nil {
		return nil, err
	}
	archive, err := t.archive()
	if err != nil {
		return nil, err
	}
	bundles := map[string][]byte{s.Name + "-offline.zip": archive}
	if s.Plain != nil {
		s.Files = s.Plain
		if t, err = newTree(s); err != nil {
			return nil, err
		}
	}
	for _, slug := range s.Reports {
		file, err := t.single(slug)
		if err != nil {
			return nil, err
		}
		bundles["reports/"+slug+".html"] = file
	}
	bundles[sumsName] = sums(bundles)
	return bundles, nil
}

// tree is a site with its files listed.
type tree struct {
	Site
	base  *url.URL        // BaseURL with a host and a slash at its end
	files map[string]bool // by path from the site's root
}

func newTree(s Site) (*tree, error) {
	base, err := url.Parse(s.BaseURL)
	if err != nil {
		return nil, tongue.Errorf("baseURL: %w", err)
	}
	if base.Host == "" { // only the path is known
		base = &url.URL{Scheme: "https", Host: "site.invalid", Path: base.Path}
	}
	t := &tree{Site: s, base: base.JoinPath("/"), files: map[string]bool{}}
	err = fs.WalkDir(s.Files, ".", func(file string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			t.files[file] = true
		}
		return err
	})
	return t, err
}

// onlyOnWeb reports whether a file is of use on the web alone: it speaks to
// servers, feed readers, search engines or other sites. Bundles leave it out.
func onlyOnWeb(file string) bool {
	top, _, _ := strings.Cut(file, "/")
	return strings.HasPrefix(top, ".") || // .well-known, .htaccess, .nojekyll
		slices.Contains([]string{"404.html", "CNAME", "_headers", "_redirects", "feed.xml", "llms.txt", "robots.txt", "sitemap.xml", "embed", "embed.js", "download"}, top) ||
		strings.HasPrefix(path.Base(file), "oembed") || path.Base(file) == "index.md"
}

// carried returns the files of the archive, sorted.
func (t *tree) carried() ([]string, error) {
	var files []string
	for file := range t.files {
		if !onlyOnWeb(file) {
			files = append(files, file)
		}
	}
	slices.Sort(files)
	if !slices.Contains(files, "index.html") {
		return nil, tongue.New("the site has no index.html to begin with")
	}
	return files, checkPaths(files)
}
