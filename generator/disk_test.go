package main

import (
	"net/http/httptest"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// openFromDisk opens a tab whose pages are files of a folder.
func openFromDisk(t *testing.T, dir string) *tab {
	t.Helper()
	w := open(t, 1400, 900)
	w.address = fileAddress(dir + "/")
	return w
}

// cardOpens tries the card of the first term, and leaves it open.
func (w *tab) cardOpens() {
	w.t.Helper()
	w.tell(term + `.scrollIntoView({block: 'center', behavior: 'instant'})`)
	w.do(chromedp.MouseClickXY(w.middle(term)))
	w.becomes(card+` !== null`, "a click opens the card")
	if !w.is(card + `.querySelector('.entry-name').textContent === document.querySelector('#term-' + ` + termID(term) + ` + ' .entry-name').textContent`) {
		w.t.Error("the card shows another entry")
	}
}

// follow clicks what an expression finds, and tells the address of the page to
// which that leads.
func (w *tab) follow(expression string) string {
	w.t.Helper()
	w.tell(expression + `.scrollIntoView({block: 'center', behavior: 'instant'})`)
	x, y := w.middle(expression)
	return w.loads(chromedp.MouseClickXY(x, y))
}

// loads does a step and waits for the page that it opens.
func (w *tab) loads(s step) string {
	w.t.Helper()
	loaded := chromedp.Events(w.ctx, page.LoadEventFired)
	w.do(s)
	for range loaded {
		break
	}
	return ask[string](w, `location.href`)
}

// The archive, unpacked into a folder with an odd name and opened at index.html.
func TestArchiveFromDisk(t *testing.T) {
	w := openFromDisk(t, bundled(t).unpacked)
	w.visit("index.html")
	if at := w.follow(`document.querySelector('.site-nav a')`); !strings.HasSuffix(at, "/reports/index.html") {
		t.Errorf("the first entry of the navigation leads to %s", at)
	}
	if at := w.follow(`document.querySelector('main a[href*="liwan-2017"]')`); !strings.HasSuffix(at, "/reports/liwan-2017/index.html") {
		t.Errorf("the list of reports leads to %s", at)
	}
	if !w.is(`getComputedStyle(document.querySelector('.site-nav a')).textDecorationLine === 'none'`) {
		t.Error("the styles are not there")
	}
	w.tell(`document.getElementById('s2-3').scrollIntoView({behavior: 'instant'})`)
	w.becomes(`document.querySelector('.contents [aria-current]')?.hash === '#s2-3'`, "the contents mark the section being read")

	w.cardOpens()
	if at := w.follow(card + `.querySelector('.entry-name')`); !strings.Contains(at, "/glossary/") || !strings.HasSuffix(at, "/index.html") {
		t.Errorf("the card leads to %s", at)
	}
	if at := w.follow(`document.querySelector('main a[href*="#L"]')`); !regexp.MustCompile(`/index\.html(\?mark=[^#]+)?#L\d`).MatchString(at) {
		t.Errorf("the term leads to no line, but to %s", at)
	}
	if !w.is(`document.querySelector(':target')?.id === location.hash.slice(1)`) {
		t.Error("the line is not there")
	}

	w.visit("glossary/index.html")
	const shown = `[...document.querySelectorAll('main li')].filter(e => e.checkVisibility()).length`
	w.do(chromedp.SendKeys(chromedp.CSS(`.filter input[type=search]`), "fangguanfu"))
	w.becomes(shown+` < 10 && `+shown+` > 0`, "typing filters the glossary")
}

// A report as one file, with its own policy, opened from disk.
func TestSingleFileFromDisk(t *testing.T) {
	w := openFromDisk(t, bundled(t).dist("reports"))
	for _, r := range bundled(t).edition.Corpus.Reports {
		w.visit(r.Slug + ".html")
		w.cardOpens()
	}
	w.visit("liwan-2017.html")
	w.cardOpens()
	w.do(chromedp.KeyEvent(kb.Escape))
	w.becomes(card+` === null`, "Esc closes the card")
	w.tell(`document.querySelector('.contents a[href="#s2-3"]').click()`)
	w.becomes(`document.querySelector('.contents [aria-current]')?.hash === '#s2-3'`, "the contents mark the section being read")
	if !w.is(`performance.getEntriesByType('resource').length === 0 && document.querySelector('.site-nav') === null`) {
		t.Error("the file loads others, or has the site's navigation")
	}
	if file := filepath.Base(ask[string](w, `location.pathname`)); file != "liwan-2017.html" {
		t.Errorf("it led to %s", file)
	}
}

// The page of downloads and a single file are as accessible as the rest, and
// as narrow as a phone.
func TestBundlePagesAreAccessible(t *testing.T) {
	t.Parallel()
	s := bundled(t)
	server := httptest.NewServer(strict(s.public()))
	t.Cleanup(server.Close)
	pages := []string{server.URL + "/download/", fileAddress(s.dist("reports/liwan-2017.html"))}
	for _, width := range []int64{360, 1400} {
		for _, colours := range []string{"light", "dark"} {
			w := open(t, width, 900)
			w.scheme(colours)
			for _, p := range pages {
				w.address = p
				w.visit("")
				for _, f := range w.findings() {
					t.Errorf("%s %s %d px: %s", p, colours, width, f)
				}
				if got := ask[int64](w, `document.scrollingElement.scrollWidth`); got > width {
					t.Errorf("%s is %d px wide at %d", p, got, width)
				}
			}
		}
	}
}
