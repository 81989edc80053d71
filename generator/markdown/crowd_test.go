package markdown

import (
	"strings"
	"testing"
	"testing/fstest"

	"jianzhu/generator/annotate"
)

// Words that would take goldmark minutes are refused, with their line.
func TestCrowded(t *testing.T) {
	for name, unit := range map[string]string{
		"stars": "*a_", "links": "[a](", "brackets": "[", "code": "`a``", "angles": "<a", "images": "![a]", "quotes": "> *a\n",
	} {
		text := "---\ntitle: 甲\n---\n\n一段。\n\n" + strings.Repeat(unit, 40_000) + "\n"
		_, problems := Write(&annotate.Corpus{}, fstest.MapFS{"a.md": {Data: []byte(text)}}, "/")
		if len(problems) != 1 || !strings.Contains(problems[0].String(), "more than 4000 marks") || name != "quotes" && problems[0].Line != 7 {
			t.Errorf("%s: %v", name, problems)
		}
	}
	for name, text := range map[string]string{
		"a table":         strings.Repeat("| [a](https://example.org/) | *b* |\n", 500),
		"many paragraphs": strings.Repeat("*a*_b_\n\n", 10_000),
		"code":            "```json\n" + strings.Repeat("[[[*", 10_000) + "\n```\n",
	} {
		if n := crowded(text); n != 0 {
			t.Errorf("%s: line %d", name, n)
		}
	}
	for _, unit := range []string{">", "> ", "- ", "  "} {
		if got := deep("一段。\n\n" + strings.Repeat(unit, 2000) + "- 甲\n"); got != 3 {
			t.Errorf("%q two thousand times: line %d is too deep", unit, got)
		}
		if got := deep(strings.Repeat(unit, 40) + "甲\n```\n" + strings.Repeat(unit, 2000) + "甲\n```\n" + strings.Repeat("-", 2000) + "\n"); got != 0 {
			t.Errorf("%q: line %d is too deep", unit, got)
		}
	}
	if message, _ := bodyFault(strings.Repeat(">", 2000) + "甲"); !strings.Contains(message, "more than 100 deep") {
		t.Errorf("in a note: %q", message)
	}
	if message, _ := bodyFault(strings.Repeat("*a_", 10_000)); !strings.Contains(message, "more than 4000 marks") {
		t.Errorf("in a note: %q", message)
	}
}
