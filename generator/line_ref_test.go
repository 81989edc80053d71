package main

import "testing"

// Numbers of lines in a row have no gaps between them, and the link to a line is whole.
func TestLineNumbersRunOn(t *testing.T) {
	w := open(t, 360, 740)
	w.visit(liwan)
	w.tell(`document.querySelector('#terms details').open = true`)
	if got := ask[[]string](w, `[...document.querySelectorAll('.seen')].filter(e => {
		const links = [...e.querySelectorAll('a[href^="#L"]')];
		return links.some(link => {
			const comma = link.nextSibling, range = document.createRange(), words = document.createRange();
			if (comma?.data !== '、') return false;
			range.selectNode(comma), words.selectNodeContents(link);
			const a = words.getBoundingClientRect(), b = range.getBoundingClientRect();
			return a.top === b.top && b.left - a.right > 4;
		});
	}).map(e => e.textContent)`); len(got) > 0 {
		t.Errorf("%d lists of lines have gaps: %.60s", len(got), got[0])
	}
	w.visit("reports/zhongshan-xiqu-2017/")
	if got := ask[[]string](w, `[...document.querySelectorAll('#promises a[href*="#L"]')].filter(e => e.getClientRects().length > 1).map(e => e.textContent)`); len(got) > 0 {
		t.Errorf("%q are broken", got)
	}
}
