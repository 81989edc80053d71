package page

import (
	"path"
	"strings"
)

// AddressOf is where a page stands on the site, from its root, without a leading
// slash: reports/liwan-2017/ for reports/liwan-2017/index.md, "" for _index.md.
func AddressOf(file string) string {
	dir, base := path.Split(file)
	if base == "index.md" || base == "_index.md" {
		return dir
	}
	return dir + strings.TrimSuffix(base, ".md") + "/"
}

// isElsewhere tells a link that leads to no file of the site.
func isElsewhere(to string) bool {
	return strings.HasPrefix(to, "#") || strings.HasPrefix(to, "/") || strings.HasPrefix(to, "http://") || strings.HasPrefix(to, "https://")
}

// appendWay writes the way from a page's file to a target: to another file of the
// site, with what follows it after ? or #; to elsewhere as it is.
func appendWay(out []byte, from, to string) []byte {
	if isElsewhere(to) {
		return append(out, to...)
	}
	return appendRelative(out, from, to)
}

// appendAddress writes the way from a page's address to a target's.
func appendAddress(out []byte, from, to string) []byte {
	if isElsewhere(to) {
		return appendHTML(out, to)
	}
	rest := ""
	if i := strings.IndexAny(to, "?#"); i >= 0 {
		to, rest = to[:i], to[i:]
	}
	if strings.HasSuffix(to, ".md") {
		to = AddressOf(to)
	}
	return append(appendRelative(out, from, to), rest...)
}

// Relative leads from a file, or a page's address, to another.
func Relative(from, to string) string { return string(appendRelative(nil, from, to)) }

func appendRelative(out []byte, from, to string) []byte {
	for {
		here, below, deeper := strings.Cut(from, "/")
		there, rest, more := strings.Cut(to, "/")
		if !deeper || !more || here != there {
			break
		}
		from, to = below, rest
	}
	up := strings.Count(from, "/")
	for range up {
		out = append(out, "../"...)
	}
	if up == 0 && to == "" {
		return append(out, "./"...)
	}
	return append(out, to...)
}
