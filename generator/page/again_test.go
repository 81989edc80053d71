package page

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A link that repeats one says whether that was in the same section.
func TestAgain(t *testing.T) {
	term := func(name string) Passage {
		return Passage{Text: []rune(name), Source: true, Links: []Reference{{Span: Span{0, len([]rune(name))}, To: "glossary/" + name + ".md", Term: name}}}
	}
	document := func(name string) Passage {
		p := term(name)
		p.Links[0].Term = ""
		return p
	}
	link := Link{To: "https://example.org/", Text: "丙"}
	html, _, err := Body{Part{Class: ReportText, Body: Body{
		Paragraph{Words: []Inline{term("a"), term("a"), document("d")}},
		Heading{Level: 1, Words: []Inline{term("a")}},
		Paragraph{Words: []Inline{term("b"), document("d"), term("b")}},
		Heading{Level: 2},
		Paragraph{Words: []Inline{term("a"), term("b"), link}},
	}}}.AppendHTML(nil, "reports/x/index.md")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range regexp.MustCompile(`<a class=(?:term|document)[^>]*?( data-again=\w+)?>`).FindAllSubmatch(html, -1) {
		got = append(got, string(m[1]))
	}
	const section, report = ` data-again=section`, ` data-again=report`
	if want := []string{"", section, "", report, "", report, section, report, report}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q in:\n%s", got, want, html)
	}
}

func TestRatios(t *testing.T) {
	for text, want := range map[string]string{
		"由0.5:21.3:78.2调整为0.5:19.7:79.8，": "由0.5:<wbr>21.3:<wbr>78.2调整为0.5:<wbr>19.7:<wbr>79.8，",
		"比重0.2:42.7:57.1":                 "比重0.2:<wbr>42.7:<wbr>57.1",
		"1:2:3:":                          "1:<wbr>2:<wbr>3:",
		"比例为29:71，9:30开始":                 "比例为29:71，9:30开始",
		"一:二:三":                           "一:二:三",
		"1::2:3":                          "1::2:3",
	} {
		html, _, err := Body{Paragraph{Words: []Inline{Passage{Text: []rune(text), Source: true}}}}.AppendHTML(nil, "a.md")
		if got := strings.TrimSpace(string(html)); err != nil || got != "<p>"+want+"</p>" {
			t.Errorf("%s: %s %v", text, got, err)
		}
	}
}
