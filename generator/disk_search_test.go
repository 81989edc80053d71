package main

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Search finds on disk what it finds on the web, and its hits lead to lines.
func TestArchiveSearchFromDisk(t *testing.T) {
	web, w := open(t, 1400, 900), openFromDisk(t, bundled(t).unpacked)
	for _, query := range []string{"政務", "地铁", "经济 教育", "火星移民"} {
		want, got := web.search(query), w.search(query)
		if len(want) != len(got) {
			t.Errorf("%s: %d hits on disk, %d on the web", query, len(got), len(want))
		}
	}
	w.search("政务")
	if at := w.follow(`document.querySelector('.results .where a')`); !strings.Contains(at, "/index.html?mark=") || !strings.Contains(at, "#L") || !w.is(`document.querySelector(':target') !== null`) {
		t.Errorf("a hit leads to %s", at)
	}
	w.visit("glossary/index.html")
	w.do(chromedp.SendKeys(chromedp.CSS(`.find input`), "放管服"))
	w.loads(chromedp.KeyEvent(kb.Enter))
	w.becomes(`location.pathname.endsWith('/search/index.html') && document.querySelector('.results mark')?.textContent.includes('放管服')`, "the field in the head leads to what it finds")
}
