package main

import (
	"slices"
	"strings"
	"testing"
)

// A hit leads to its line, in which the words are marked.
func TestFoundWordsAreMarked(t *testing.T) {
	w := open(t, 1400, 900)
	w.search("復建物業 已動工")
	w.visit(strings.TrimPrefix(ask[string](w, `document.querySelector('.results .where a').href`), w.address))
	w.becomes(`CSS.highlights.get('found')?.size > 1`, "the words are marked")
	if got := ask[[]string](w, `[...CSS.highlights.get('found')].map(r => r.toString())`); !slices.Contains(got, "復建物業") || !slices.Contains(got, "已動工") {
		t.Errorf("%q are marked", got)
	}
}

// A quotation that is not quite right leads to the passage that it is of.
func TestQuotations(t *testing.T) {
	w := open(t, 1400, 900)
	for _, test := range []struct{ quotation, line, differs, said string }{
		{"五眼橋、海南、葵蓬村等一批復建房已建成。加快實施舊城更新", "L20", "覆", "最接近"},
		{"制定126个老旧社区微改造二年行动", "L20", "三", "最接近"},
		{"天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往", "", "", "这里不知道"},
	} {
		w.search(test.quotation)
		if got := ask[string](w, count); !strings.Contains(got, test.said) {
			t.Errorf("%s: the page says %s", test.quotation, got)
		}
		line, differs := ask[string](w, `new URL(document.querySelector('.results .where a')?.href ?? location.href).hash.slice(1)`), ask[string](w, `[...document.querySelectorAll('.results mark')].map(e => e.textContent).join()`)
		if line != test.line || differs != test.differs {
			t.Errorf("%s: line %q, differing in %q", test.quotation, line, differs)
		}
	}
	w.visit(liwan)
	both := ask[string](w, `document.getElementById('L20').textContent.slice(-60) + document.getElementById('L21').textContent.slice(0, 40)`)
	w.search(both)
	if n := ask[int](w, `document.querySelectorAll('.results .where a').length`); n != 2 {
		t.Errorf("a quotation over two paragraphs leads to %d lines", n)
	}
}
