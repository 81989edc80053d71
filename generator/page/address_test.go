package page

import "testing"

func TestLinks(t *testing.T) {
	for _, test := range []struct{ from, to, want string }{
		{"_index.md", "reports/x/index.md", "reports/x/"},
		{"_index.md", "about.md", "about/"},
		{"about.md", "_index.md", "../"},
		{"about.md", "about.md", "./"},
		{"about.md", "picture.png", "../picture.png"},
		{"guide/a.md", "b.md#甲", "../b/#%E7%94%B2"},
		{"reports/_index.md", "x/index.md", "x/"},
		{"reports/x/index.md", "../../glossary/a.md", "../../glossary/a/"},
		{"reports/x/index.md", "../y/index.md#L7", "../y/#L7"},
		{"glossary/_index.md", "a.md", "a/"},
		{"glossary/_index.md", "../themes/t.md", "../themes/t/"},
		{"glossary/a.md", "../reports/x/index.md#L21", "../../reports/x/#L21"},
		{"glossary/a.md", "b.md", "../b/"},
		{"glossary/a.md", "_index.md", "../"},
		{"glossary/a.md", "#uses", "#uses"},
		{"glossary/a.md", "/x.md", "/x.md"},
		{"glossary/a.md", "https://example.org/x.md", "https://example.org/x.md"},
		{"glossary/a.md", "mailto:a@example.org", "mailto:a@example.org"},
	} {
		if got := AddressLink(test.from, RootLink(test.from, test.to)); got != test.want {
			t.Errorf("from %s to %s: got %s, want %s", test.from, test.to, got, test.want)
		}
	}
}
