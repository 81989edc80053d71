package main

import (
	"fmt"
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

// A page that quotes a report leads to the line with the words that it is about.
func TestWordsAreTakenAlong(t *testing.T) {
	w := open(t, 1400, 900)
	for _, test := range []struct{ page, link, marked string }{
		{"glossary/hu-lian-wang/", "#in-zhongshan-xiqu-2017 a[href$=L34]", "互联网+"},
		{"themes/economy/", "#in-liwan-2017 a[href$=L12]", "供給側"},
		{"indicators/di-qu-sheng-chan-zong-zhi/", "a[href$=L20]", "5%"},
		{"regions/442000/", "a[href$=L12]", "西区医院"},
	} {
		w.visit(test.page)
		address := ask[string](w, fmt.Sprintf(`document.querySelector('%s').href`, test.link))
		w.visit(strings.TrimPrefix(ask[string](w, fmt.Sprintf(`(() => {
			const link = document.querySelector('%s');
			let to = '';
			addEventListener('click', event => { to = link.href; event.preventDefault(); }, {once: true});
			link.click();
			return to;
		})()`, test.link)), w.address))
		w.becomes(`CSS.highlights.get('found')?.size > 0`, test.page+": words are marked")
		if got := ask[[]string](w, `[...CSS.highlights.get('found')].map(r => r.toString())`); !slices.Contains(got, test.marked) {
			t.Errorf("%s: %q are marked, not %s", test.page, got, test.marked)
		}
		if strings.Contains(address, "?") {
			t.Errorf("%s: the address of a link is %s", test.page, address)
		}
	}
}

// A quotation that is not quite right leads to the passage that it is of.
func TestQuotations(t *testing.T) {
	w := open(t, 1400, 900)
	for _, test := range []struct{ quotation, line, differs, said string }{
		{"五眼橋、海南、葵蓬村等一批復建房已建成。加快實施舊城更新", "L20", "覆", "最接近"},
		{"制定126个老旧社区微改造二年行动", "L20", "三", "最接近"},
		{"天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往", "", "", "这里不知道"},
		{"0.2:42.7:57.2", "", "", "篇里没有。"}, // figures: others are not nearly the same
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
