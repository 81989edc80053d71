package markdown

import (
	"net/url"
	"path"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// pageAddress is where a page stands on the site, from its root, without a leading slash:
// reports/liwan-2017/ for reports/liwan-2017/index.md, "" for _index.md.
func pageAddress(file string) string {
	dir, base := path.Split(file)
	if base == "index.md" || base == "_index.md" {
		return dir
	}
	return dir + strings.TrimSuffix(base, ".md") + "/"
}

// siteLink turns a link between files into one between pages. It works under
// any sub-path. Links to elsewhere and to fragments stay.
func siteLink(from, to string) string {
	u, err := url.Parse(to)
	if err != nil || u.Scheme != "" || u.Host != "" || u.Path == "" || strings.HasPrefix(u.Path, "/") {
		return to
	}
	target := path.Join(path.Dir(from), u.Path)
	if strings.HasSuffix(target, ".md") {
		target = pageAddress(target)
	}
	u.Path, u.RawPath = relative(pageAddress(from), target), ""
	return u.String()
}

// relative leads from a page's address to another address.
func relative(from, to string) string {
	here := strings.Split(from, "/")
	here = here[:len(here)-1]
	there := strings.Split(to, "/")
	for len(here) > 0 && len(there) > 1 && here[0] == there[0] {
		here, there = here[1:], there[1:]
	}
	way := strings.Repeat("../", len(here)) + strings.Join(there, "/")
	if way == "" {
		return "./"
	}
	return way
}

// rewriteLinks turns every link to a file into one to a page's address.
func rewriteLinks(n ast.Node, from string) {
	for c := range children(n) {
		rewriteLinks(c, from)
		switch a := c.(type) {
		case *ast.Link:
			a.Destination = []byte(siteLink(from, string(a.Destination)))
		case *ast.Image:
			a.Destination = []byte(siteLink(from, string(a.Destination)))
		case *element:
			for i := 0; i < len(a.attrs); i += 2 {
				if a.attrs[i] == "href" {
					a.attrs[i+1] = siteLink(from, a.attrs[i+1])
				}
			}
		}
	}
}
