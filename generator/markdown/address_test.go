package markdown

import (
	"strings"
	"testing"

	"jianzhu/generator/page"
)

// An address that stands as it is says so: it need not be printed twice.
func TestAddressesAreMarked(t *testing.T) {
	about := Page{Path: "about.md", Front: Front{Type: "page"}, Body: fixed(page.Body{page.Prose{Text: "见<https://example.org/a>和[乙](https://example.org/b)。\n", From: "about.md"}})}
	html, err := about.HTML()
	if want := `<a href="https://example.org/a" data-address="">https://example.org/a</a>和<a href="https://example.org/b">乙</a>`; err != nil || !strings.Contains(string(html), want) {
		t.Errorf("no %s (%v) in:\n%s", want, err, html)
	}
}
