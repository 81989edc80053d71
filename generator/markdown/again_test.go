package markdown

import (
	"regexp"
	"slices"
	"testing"
)

// A link that repeats one says whether that was in the same section.
func TestAgain(t *testing.T) {
	const body = `见[甲](../../glossary/a.md)、[甲](../../glossary/a.md)和[《乙》](../../documents/0a1b2c3d.md) [1](#L1)

## 一、**[甲](../../glossary/a.md)** [2](#L2) {#s1}

[乙](../../glossary/b.md)与[《乙》](../../documents/0a1b2c3d.md)，再说[乙](../../glossary/b.md) [3](#L3)

### （一） [4](#L4) {#s1-1}

[甲](../../glossary/a.md)，**[乙](../../glossary/b.md)**，[丙](https://example.org/) [5](#L5)
`
	page := Page{Path: "reports/x/index.md", Front: Front{Type: "report"}, Body: body}
	html, err := page.HTML()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range regexp.MustCompile(`<a class="(?:term|document)"[^>]*?( data-again="\w+")?>`).FindAllSubmatch(html, -1) {
		got = append(got, string(m[1]))
	}
	const section, report = ` data-again="section"`, ` data-again="report"`
	if want := []string{"", section, "", report, "", report, section, report, report}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q in:\n%s", got, want, html)
	}
}
