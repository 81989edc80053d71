package bundle

import (
	"net/url"
	"path"
	"path/filepath"
	"strings"

	"jianzhu/generator/tongue"
)

// aim is what an address on a page means.
type aim struct {
	file string // of the site, or "" if it is not in it
	path string // on the web, from the site's root
	rest string // query and fragment, as written: ?q=a#L5
	url  string // whole, where the site's own address is not known: ""
}

// aim finds what an address on a page means. An address that names a place of
// its own elsewhere, or no place on the web at all, gives nil.
func (t *tree) aim(page, address string) (*aim, error) {
	address = strings.TrimSpace(address)
	here := t.base.ResolveReference(&url.URL{Path: strings.TrimSuffix(page, "index.html")})
	to, err := here.Parse(address)
	if err != nil {
		return nil, tongue.Errorf("%s: link to %q: %w", page, address, err)
	}
	if to.Scheme != "http" && to.Scheme != "https" || to.Host != t.base.Host {
		return nil, nil
	}
	a := &aim{}
	if i := strings.IndexAny(address, "?#"); i >= 0 {
		a.rest = address[i:]
	}
	inside := false
	a.path, inside = strings.CutPrefix(to.Path, t.base.Path)
	if to.Path+"/" == t.base.Path {
		inside, a.path = true, ""
	}
	if !inside {
		// Another site at the same host: to be reached from afar by its whole address.
		if public, err := url.Parse(t.Public); err == nil && t.Public != "" {
			a.url = public.ResolveReference(to).String()
		}
		return a, nil
	}
	if t.Public != "" {
		a.url = t.Public + (&url.URL{Path: a.path}).EscapedPath() + a.rest
	}
	for _, file := range []string{a.path, path.Join(a.path, "index.html")} {
		if t.files[file] {
			a.file = file
			return a, nil
		}
	}
	return nil, tongue.Errorf("%s: link to %q: the site has no such file", page, address)
}

// relative leads from one file to another, with the fragment or query given.
func relative(from, to, rest string) string {
	if from == to && strings.HasPrefix(rest, "#") {
		return rest
	}
	way, err := filepath.Rel(path.Dir(from), to)
	if err != nil {
		way = to // cannot be: both are plain relative paths
	}
	return (&url.URL{Path: filepath.ToSlash(way)}).String() + rest
}
