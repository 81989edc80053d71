package markdown

import (
	"bufio"
	"bytes"
	"testing"
)

// What an attribute holds stays in it.
func TestElement(t *testing.T) {
	for _, test := range []struct {
		e    *element
		want string
	}{
		{inline("span", "class", "a", "hidden", ""), `<span class="a" hidden></span>`},
		{inline("a", "title", `"><script>&amp;'`), `<a title="&quot;&gt;&lt;script&gt;&amp;amp;'"></a>`},
		{inline("wbr"), `<wbr>`},
		{block("div"), "<div>\n</div>\n"},
	} {
		var got bytes.Buffer
		w := bufio.NewWriter(&got)
		for _, entering := range []bool{true, false} {
			if _, err := renderElement(w, nil, test.e, entering); err != nil {
				t.Fatal(err)
			}
		}
		w.Flush()
		if got.String() != test.want {
			t.Errorf("got %s, want %s", got.String(), test.want)
		}
	}
}
