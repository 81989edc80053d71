package markdown

import (
	"strings"
	"testing"
)

// An address that stands as it is says so: it need not be printed twice.
func TestAddressesAreMarked(t *testing.T) {
	page := Page{Path: "about.md", Front: Front{Type: "page"}, Body: "见<https://example.org/a>和[乙](https://example.org/b)。\n"}
	html, err := page.HTML()
	if want := `<a href="https://example.org/a" data-address="">https://example.org/a</a>和<a href="https://example.org/b">乙</a>`; err != nil || !strings.Contains(string(html), want) {
		t.Errorf("no %s (%v) in:\n%s", want, err, html)
	}
}
