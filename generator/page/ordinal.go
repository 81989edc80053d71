package page

import (
	"regexp"
	"strings"
	"unicode"
)

// Title is the title of a section. A number that runs into it (第一节发展基础) is set
// off in HTML by a gap that is no character: the source has none.
type Title string

func (t Title) inMarkdown(w *source) { w.text(string(t)) }

func (t Title) inHTML(w *view) {
	text := []rune(nil)
	if strings.HasPrefix(string(t), "第") {
		text = []rune(t)
	}
	end := ordinalOf(text)
	if end == 0 {
		w.text(string(t))
		return
	}
	w.ordinal(true)
	w.runes(text[:end])
	w.ordinal(false)
	w.runes(text[end:])
}

func (w *view) ordinal(opens bool) {
	if !opens {
		w.end("span")
		return
	}
	w.tag("span", "class", "ordinal")
}

var ordinals = regexp.MustCompile(`^第[〇零一二三四五六七八九十百\d]{1,5}(?:部分|[章节節篇编編])`)

// ordinalOf is the end of a number with which a title begins and that runs into it;
// 0 where there is none.
func ordinalOf(text []rune) int {
	if len(text) == 0 || text[0] != '第' {
		return 0
	}
	end := len([]rune(ordinals.FindString(string(text[:min(len(text), 8)]))))
	if end == len(text) || !unicode.IsLetter(text[end]) {
		return 0
	}
	return end
}
