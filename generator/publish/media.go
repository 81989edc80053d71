package publish

import (
	"path"
	"regexp"
	"unicode/utf8"
)

// types are the media types of what a site has, by extension. The tables of the
// system, by which Go would go, differ from one to another.
var types = map[string]string{
	".bib":    "text/plain; charset=utf-8", // application/x-bibtex is not shown, and offered to save
	".css":    "text/css; charset=utf-8",
	".csv":    "text/csv; charset=utf-8",
	".gif":    "image/gif",
	".html":   "text/html; charset=utf-8",
	".ico":    "image/x-icon",
	".jpg":    "image/jpeg",
	".js":     "text/javascript; charset=utf-8",
	".json":   "application/json",
	".jsonld": "application/ld+json",
	".md":     "text/markdown; charset=utf-8",
	".pdf":    "application/pdf",
	".png":    "image/png",
	".ris":    "application/x-research-info-systems",
	".svg":    "image/svg+xml",
	".txt":    "text/plain; charset=utf-8",
	".webp":   "image/webp",
	".woff2":  "font/woff2",
	".xml":    "application/xml",
	".zip":    "application/zip",
}

// MediaType is what a server says that a file of a site is, "" where the name does
// not tell.
func MediaType(name string) string { return types[path.Ext(name)] }

// MediaTypeOf is MediaType for a file at hand: a report is published as it was
// received, and may be in GB18030, of which a browser finds out more than a server
// that calls it UTF-8.
func MediaTypeOf(name string, content []byte) string {
	if path.Ext(name) == ".txt" && !utf8.Valid(content) {
		return "text/plain"
	}
	return MediaType(name)
}

// versioned are the files whose address changes with what is in them: it ends with their
// edition.
var versioned = regexp.MustCompile(`^search/[a-z]+/[^/]*-[0-9a-v]{6}\.js$`)

// CacheControl is how long a browser may keep a file of a site. Styles and scripts
// have lasting names, and must fit the page that asks for them: so a browser asks
// each time, and hears that what it has is still good.
func CacheControl(name string) string {
	if versioned.MatchString(name) {
		return "public, max-age=31536000, immutable"
	}
	return "no-cache"
}
