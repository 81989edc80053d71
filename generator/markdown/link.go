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

// rootLink is a link of a file as one from the site's root. Links to elsewhere
// and to fragments stay.
func rootLink(from, to string) string {
	u := local(to)
	if u == nil {
		return to
	}
	u.Path, u.RawPath = path.Join(path.Dir(from), u.Path), ""
	return u.String()
}

// addressLink turns a link from the site's root to a file into one from a page
// to another's address. It works under any sub-path.
func addressLink(from, to string) string {
	u := local(to)
	if u == nil {
		return to
	}
	target := u.Path
	if strings.HasSuffix(target, ".md") {
		target = pageAddress(target)
	}
	u.Path, u.RawPath = relative(pageAddress(from), target), ""
	return u.String()
}

// local is a link to a file of the site, or nil.
func local(to string) *url.URL {
	u, err := url.Parse(to)
	if err != nil || u.Scheme != "" || u.Host != "" || u.Path == "" || strings.HasPrefix(u.Path, "/") {
		return nil
	}
	return u
}

// relative leads from a file or a page's address to another.
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

// markAddresses marks the links that are addresses as they stand: where others
// are printed, their addresses are too.
func markAddresses(n ast.Node) {
	for c := range children(n) {
		markAddresses(c)
		if a, ok := c.(*ast.AutoLink); ok {
			set(a, "data-address", "")
		}
	}
}

// rewriteLinks rewrites every link.
func rewriteLinks(n ast.Node, rewrite func(to string) string) {
	for c := range children(n) {
		if e, ok := c.(*element); ok && e.mirrors != nil {
			continue // what it shows stands elsewhere
		}
		rewriteLinks(c, rewrite)
		switch a := c.(type) {
		case *ast.Link:
			a.Destination = []byte(rewrite(string(a.Destination)))
		case *ast.Image:
			a.Destination = []byte(rewrite(string(a.Destination)))
		case *element:
			for i := 0; i < len(a.attrs); i += 2 {
				if a.attrs[i] == "href" {
					a.attrs[i+1] = rewrite(a.attrs[i+1])
				}
			}
		}
	}
}
