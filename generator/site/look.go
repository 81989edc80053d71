package site

import (
	"bytes"
	"fmt"
	"html"
	"unicode/utf8"
)

// Look is how a site differs from others in our layouts.
type Look struct {
	Title  string
	Seal   string  // a character or two; "" for the first of the title
	Accent *Colour // nil for that of our styles
}

// oursSeal is the character of static/favicon.svg, which is drawn.
const oursSeal = "笺"

// seal is what stands in the seal.
func (l Look) seal() string {
	if l.Seal != "" {
		return l.Seal
	}
	first, _ := utf8.DecodeRuneInString(l.Title)
	return string(first)
}

// dress puts a site's seal and colour into our static files.
func (l Look) dress(files map[string][]byte) {
	icon := "static/favicon.svg"
	if seal := l.seal(); l.Title != "" && seal != oursSeal {
		files[icon] = l.icon(seal)
	} else if l.Accent != nil {
		files[icon] = bytes.ReplaceAll(files[icon], []byte(cinnabar.String()), []byte(l.Accent.String()))
	}
	if l.Accent != nil {
		files["static/css/accent.css"] = []byte(l.Accent.sheet())
	}
}

// icon is a seal as an SVG file.
func (l Look) icon(seal string) []byte {
	ground := cinnabar
	if l.Accent != nil {
		ground = *l.Accent
	}
	size := 23
	if n := utf8.RuneCountInString(seal); n > 1 {
		size = 26 / n
	}
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <title>%s</title>
  <rect width="32" height="32" rx="3" fill="%s"/>
  <text x="16" y="16" fill="%s" font-family="'Songti SC','Noto Serif SC','Noto Serif CJK SC','Source Han Serif SC',STSong,SimSun,serif" font-weight="700" font-size="%d" text-anchor="middle" dominant-baseline="central">%s</text>
</svg>
`, html.EscapeString(l.Title), ground, paper, size, html.EscapeString(seal))
}
