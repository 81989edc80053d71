package main

import (
	"regexp"
	"strconv"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/chromedp"
)

// The number of a line is heard as what it is: it stands alone, and style sheets name it.
func TestLineNumbersAreNamed(t *testing.T) {
	named := regexp.MustCompile(`^第\d+行$`)
	for _, width := range []int64{360, 1400} {
		w := open(t, width, 740)
		for _, page := range []string{liwan, "embed/reports/liwan-2017/"} {
			w.visit(page)
			tree, err := chromedp.Call(w.ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
			if err != nil {
				t.Fatal(err)
			}
			lines := 0
			for _, n := range tree.Nodes {
				if n.Role == nil || n.Name == nil || string(n.Role.Value) != `"link"` {
					continue
				}
				name, _ := strconv.Unquote(string(n.Name.Value))
				if named.MatchString(folded(name)) {
					lines++
				}
			}
			if lines < 20 {
				t.Errorf("%s, %d px: %d lines are named", page, width, lines)
			}
		}
	}
}

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
