package markdown

import (
	"strings"
	"testing"

	"jianzhu/generator/page"
)

// Of HTML nothing is on a page, not even that it was left out.
func TestLostIsLeftOut(t *testing.T) {
	html, err := Page{Path: "a.md", Body: fixed(page.Body{page.Prose{Text: "甲<!-- 待补 -->乙<b>丙</b>\n\n<!-- 待补 -->\n\n<div>\n丁\n</div>\n", From: "about.md"}})}.HTML()
	if err != nil {
		t.Fatal(err)
	}
	if body := string(html); strings.Contains(body, "<!--") || strings.Contains(body, "<b>") || strings.Contains(body, "待补") || !strings.Contains(body, "甲乙丙") {
		t.Error(body)
	}
}
