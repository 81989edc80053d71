package page

import "testing"

// What an attribute holds stays in it.
func TestTag(t *testing.T) {
	for want, attrs := range map[string][]string{
		`<span class=a hidden>`:                                   {"class", "a", "id", "", "hidden", bare},
		`<span title="&quot;&gt;&lt;script&gt;&amp;amp;'">`:       {"title", `"><script>&amp;'`},
		`<span href="https://example.org/?a=&quot;&amp;b=&lt;c">`: {"href", `https://example.org/?a="&b=<c`},
		`<span href=../glossary/a/#x>`:                            {"href", "glossary/a.md#x"},
	} {
		w := newView(nil, "themes/_index.md")
		if w.tag("span", attrs...); string(w.out) != want {
			t.Errorf("got %s, want %s", w.out, want)
		}
	}
}
