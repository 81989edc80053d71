package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

const liwan = "reports/liwan-2017/"

// pageTypes has a page of each type; reports of each kind of text.
var pageTypes = []string{
	"", "reports/", liwan, "reports/zhongshan-xiqu-145/", "reports/shahekou-2016/", "glossary/",
	"glossary/fang-guan-fu/", "glossary/hu-lian-wang/", "glossary/yi-gang-shuang-ze/", "themes/", "themes/economy/",
	"indicators/", "indicators/di-qu-sheng-chan-zong-zhi/",
	"documents/", "documents/2327ed2d/", "documents/78e3ba7a/", "regions/", "regions/440000/", "regions/442000/", "years/", "years/2016/", "compare/", "compare/liwan-2017/zhongshan-xiqu-2017/", "data/", "search/", "search/?q=政务+经济", "about/", "guide/", "coverage/", "404.html",
	"embed/reports/liwan-2017/", "embed/reports/shahekou-2016/#s2", "embed/reports/liwan-2017/#L36", "embed/reports/liwan-2017/#note-2", "embed/glossary/fang-guan-fu/", "embed/indicators/di-qu-sheng-chan-zong-zhi/",
}

func TestNoHorizontalScroll(t *testing.T) {
	t.Parallel() // as others that only look: Chromium and Java work beside each other
	for _, width := range []int64{320, 360, 768, 1400} {
		w := open(t, width, 800)
		for _, p := range pageTypes {
			w.visit(p)
			w.searched()
			if got := ask[int64](w, `document.scrollingElement.scrollWidth`); got > width {
				wide := ask[[]string](w, fmt.Sprintf(`[...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > %d + 1).slice(0, 5).map(e => e.outerHTML.slice(0, 80))`, width))
				t.Errorf("/%s is %d px wide at %d: %q", p, got, width, wide)
			}
		}
	}
}

// On a phone the head is two rows: each way one line, beside it the settings.
func TestHeadOfPhones(t *testing.T) {
	for _, width := range []int64{320, 360, 430} {
		w := open(t, width, 800)
		for _, p := range []string{"", liwan} {
			w.visit(p)
			if got := ask[float64](w, `document.querySelector('.site-head').getBoundingClientRect().height`); got > 110 {
				t.Errorf("/%s: the head is %.0f px high at %d", p, got, width)
			}
			if w.is(`[...document.querySelectorAll('.site-nav a')].some(a => a.getBoundingClientRect().height > 48)`) {
				t.Errorf("/%s: a way takes two lines at %d px", p, width)
			}
		}
	}
}

// A heading is as high as the lines of its words: at some widths the end of its
// line number stood on a line of its own, where nothing is seen.
func TestHeadingsHaveNoEmptyLine(t *testing.T) {
	w := open(t, 500, 800)
	for width := int64(340); width <= 640; width += 20 {
		w.do(chromedp.EmulateViewport(width, 800))
		w.visit("reports/zhongshan-xiqu-145/")
		higher := ask[[]string](w, `[...document.querySelectorAll('.report-text :is(h2, h3)')].filter(h => {
			const words = document.createRange();
			words.selectNodeContents(h.querySelector(':scope > .line') ?? h);
			return h.getBoundingClientRect().bottom - words.getBoundingClientRect().bottom > parseFloat(getComputedStyle(h).lineHeight);
		}).map(h => h.textContent)`)
		if len(higher) > 0 {
			t.Errorf("%d px wide: %q", width, higher)
		}
	}
}

// axe-core finds nothing on any type of page, in either colour scheme, wide and narrow.
func TestAccessibility(t *testing.T) {
	for _, width := range []int64{360, 1400} {
		for _, colours := range []string{"light", "dark"} {
			t.Run(fmt.Sprintf("%s %d px", colours, width), func(t *testing.T) {
				t.Parallel()
				w := open(t, width, 900)
				w.scheme(colours)
				for _, p := range pageTypes {
					w.visit(p)
					w.searched()
					for _, f := range w.findings() {
						t.Errorf("/%s: %s", p, f)
					}
				}
			})
		}
	}
}

// findings are what axe-core has against the page.
func (w *tab) findings() []string {
	w.t.Helper()
	axe, err := os.ReadFile(filepath.Join("..", ".ci", "node_modules", "axe-core", "axe.min.js"))
	needed(w.t, "axe-core", err)
	w.tell(string(axe))
	return ask[[]string](w, `axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}).then(r =>
		r.violations.flatMap(v => v.nodes.slice(0, 3).map(n => v.id + ': ' + n.html.slice(0, 120) + ' ' + (n.any[0]?.message ?? ''))))`)
}

// What is tapped is at least 24 px high (WCAG 2.5.8).
func TestTargetsAreLargeEnough(t *testing.T) {
	t.Parallel()
	w := open(t, 360, 740)
	for _, p := range pageTypes {
		w.visit(p)
		small := ask[[]string](w, `[...document.querySelectorAll('nav a, .tools a, button, summary')].filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 24).map(e => e.textContent.trim())`)
		slices.Sort(small)
		if len(small) > 0 {
			t.Errorf("/%s: lower than 24 px: %q", p, slices.Compact(small))
		}
	}
}

// The contents follow the reader.
func TestContentsFollow(t *testing.T) {
	w := open(t, 1400, 900)
	w.visit(liwan)
	w.tell(`document.getElementById('s2-3').scrollIntoView({behavior: 'instant'})`)
	w.becomes(`document.querySelector('.contents [aria-current]')?.hash === '#s2-3'`, "the contents mark the section being read")
	if !w.is(`(() => { const a = document.querySelector('.contents [aria-current]').getBoundingClientRect(); return a.top >= 0 && a.bottom <= innerHeight })()`) {
		t.Error("the marked entry is out of sight")
	}
	w.tell(`scrollTo(0, document.documentElement.scrollHeight)`)
	w.becomes(`document.querySelector('.contents [aria-current]')?.hash === '#cite'`, "the contents mark the last section at the end of the page")
	w.tell(`document.querySelector('.contents a[href="#collation"]').click()`)
	w.becomes(`document.querySelector('.contents [aria-current]')?.hash === '#collation'`, "the contents mark what was chosen in them")
}

// The glossary can be filtered by what is typed; without script there is no form.
func TestGlossaryFilter(t *testing.T) {
	w := open(t, 1400, 900)
	w.visit("glossary/")
	const shown = `[...document.querySelectorAll('main li')].filter(e => e.checkVisibility()).length`
	all := ask[int](w, shown)
	w.do(chromedp.SendKeys(chromedp.CSS(`.filter input`), "fangguanfu"))
	w.becomes(shown+` < 10`, "typing filters the glossary")
	if n := ask[int](w, shown); n == 0 || n >= all {
		t.Errorf("%d of %d entries are shown for fangguanfu", n, all)
	}
}

func TestWithoutScript(t *testing.T) {
	w := open(t, 1400, 900)
	send(w, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	w.visit(liwan)
	const term = `[data-report-text] a.term`
	w.do(chromedp.ScrollIntoView(chromedp.CSS(term)))
	x, y := w.middle(`document.querySelector('` + term + `')`)
	want := ask[string](w, `document.querySelector('`+term+`').href`)
	loaded := chromedp.Events(w.ctx, page.LoadEventFired)
	w.do(chromedp.MouseClickXY(x, y))
	for range loaded {
		break
	}
	if got := ask[string](w, `location.href`); got != want || !strings.Contains(want, "/glossary/") {
		t.Errorf("without script a term leads to %s, want %s", got, want)
	}

	w.visit(liwan)
	if !w.is(`document.querySelector('.contents a[href="#s1"]').checkVisibility()`) {
		t.Error("without script the contents are hidden")
	}
	w.visit("glossary/")
	if w.is(`document.querySelector('.filter')?.checkVisibility() ?? false`) {
		t.Error("without script there is a filter that does nothing")
	}
}

// In print the site's furniture is gone and the apparatus is there.
func TestPrint(t *testing.T) {
	w := open(t, 1400, 900)
	w.visit(liwan)
	send(w, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	for selector, want := range map[string]bool{".site-nav": false, ".contents": false, "#themes": false, "#related": false, ".report-text .themes": false, "#terms li": true, ".notes .note-body p": true, "#collation": true, ".citation": true, "#cite pre": false, "[data-report-text] p[id]": true} {
		if got := w.is(`document.querySelector('` + selector + `')?.checkVisibility() ?? false`); got != want {
			t.Errorf("printed, %s is shown: %v", selector, got)
		}
	}
	if !w.is(`(() => {
		const numbers = [...document.querySelectorAll('.report-text a.term')].filter(a => getComputedStyle(a, '::after').content !== 'none').map(a => a.dataset.n);
		return numbers.length > 0 && new Set(numbers).size === numbers.length && numbers.length === document.querySelectorAll('#terms .terms > li').length;
	})()`) {
		t.Error("printed, not every term carries its number once")
	}
	pdf, err := chromedp.Call(w.ctx, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: new(true)})
	if err != nil {
		t.Fatal(err)
	}
	if pages := strings.Count(string(pdf.Data), "/Type /Page\n"); pages < 10 || pages > 60 {
		t.Errorf("the report prints on %d pages", pages)
	}
}
