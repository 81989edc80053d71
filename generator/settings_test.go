package main

import (
	"bytes"
	"errors"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"jianzhu/generator/press"
	"jianzhu/generator/problem"
)

const (
	settings = `document.querySelector('#settings:popover-open')`
	opener   = `document.querySelector('.settings-open')`
	text     = `document.querySelector('[data-report-text] p[id]')`
)

// openToSet opens a tab in which nothing is set, and leaves nothing set.
func openToSet(t *testing.T, width, height int64) *tab {
	t.Helper()
	w := open(t, width, height)
	w.visit("404.html")
	w.keep("")
	t.Cleanup(func() {
		w.visit("404.html")
		w.keep("")
	})
	return w
}

// keep keeps settings, as JSON, as if they had been chosen before; "" none.
func (w *tab) keep(json string) {
	w.t.Helper()
	w.tell(fmt.Sprintf(`%q ? localStorage.setItem('jianzhu', %[1]q) : localStorage.clear()`, json))
}

// choose opens the panel and chooses a value of a setting.
func (w *tab) choose(name, value string) {
	w.t.Helper()
	w.tell(opener + `.click()`)
	w.becomes(settings+` !== null`, "the button opens the settings")
	w.do(chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`document.querySelector('#settings [name=%s][value=%q]').click()`, name, value)), chromedp.KeyEvent(kb.Escape))
	w.becomes(settings+` === null && document.activeElement.closest('#settings') === null`, "Esc closes the settings")
}

// style is a property as it is computed for what an expression finds.
func style(of, property string) string {
	return fmt.Sprintf(`getComputedStyle(%s).getPropertyValue('%s')`, of, property)
}

// What a setting does, here and on the next page, from before it is drawn;
// and what it does not do.
func TestSettings(t *testing.T) {
	const first, again = `document.querySelector('.report-text a.term')`, `document.querySelector('.report-text a[data-again=report]')`
	for _, test := range []struct{ name, value, does, not string }{
		{"size", "small", style(text, "font-size"), style(opener, "font-size")},
		{"size", "large", style(text, "font-size"), style(opener, "font-size")},
		{"size", "largest", style(`document.querySelector('#terms .gloss')`, "font-size"), style(`document.querySelector('.site-nav')`, "font-size")},
		{"leading", "tight", style(text, "line-height"), style(text, "font-size")},
		{"leading", "loose", style(`document.querySelector('#terms')`, "line-height"), style(text, "font-size")},
		{"scheme", "dark", style("document.body", "background-color"), style(text, "font-size")},
		{"links", "report", again + `.href + ` + style(again, "text-decoration-line"), first + `.href + ` + style(first, "text-decoration-line")},
		{"links", "none", first + `.href + ` + style(first, "text-decoration-line"), style(first, "color")},
	} {
		t.Run(test.name+" "+test.value, func(t *testing.T) {
			w := openToSet(t, 1400, 900)
			w.scheme("light")
			w.visit(liwan)
			does, not := ask[string](w, test.does), ask[string](w, test.not)
			w.choose(test.name, test.value)
			here := ask[string](w, test.does)
			if here == does {
				t.Errorf("%s stays %s", test.does, does)
			}
			if got := ask[string](w, test.not); got != not {
				t.Errorf("%s was %s, is %s", test.not, not, got)
			}
			w.before(`new MutationObserver((_, o) => { if (document.body) { window.atBody = {...document.documentElement.dataset}; o.disconnect(); } }).observe(document, {childList: true, subtree: true})`)
			w.visit("reports/shahekou-2016/")
			if got := ask[string](w, `atBody.`+test.name+` ?? ''`); got != test.value {
				t.Errorf("when the next page has a body, %s is %q", test.name, got)
			}
			w.visit(liwan)
			if got := ask[string](w, test.does); got != here {
				t.Errorf("on the next page %s is %s, was %s", test.does, got, here)
			}
			w.tell(opener + `.click()`)
			if !w.is(fmt.Sprintf(`document.querySelector('#settings [name=%s]:checked').value === %q`, test.name, test.value)) {
				t.Error("the panel does not show what is set")
			}
			w.tell(`document.querySelector('#settings [type=reset]').click()`)
			w.becomes(test.does+` === `+fmt.Sprintf("%q", does), "reset brings back how it was")
			w.visit(liwan)
			if got := ask[string](w, test.does); got != does {
				t.Errorf("after a reset the next page has %s", got)
			}
		})
	}
}

// before runs a script at the beginning of each page to come.
func (w *tab) before(script string) {
	w.t.Helper()
	if _, err := chromedp.Call(w.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script}); err != nil {
		w.t.Fatal(err)
	}
}

// What is set in one tab holds in others at once.
func TestSettingsInOtherTabs(t *testing.T) {
	w := openToSet(t, 1400, 900)
	w.visit("reports/")
	other := open(t, 1400, 900)
	other.visit(liwan)
	w.choose("links", "none")
	w.choose("scheme", "dark")
	other.becomes(`document.documentElement.dataset.scheme === 'dark' && document.querySelector('.report-text a.term[href]') === null`, "the other tab follows")
}

func TestSettingsByKeyboard(t *testing.T) {
	w := openToSet(t, 1400, 900)
	w.visit(liwan)
	w.tell(opener + `.focus()`)
	w.do(chromedp.KeyEvent(kb.Enter))
	w.becomes(settings+`?.contains(document.activeElement)`, "Enter opens the settings and goes into them")
	w.do(chromedp.KeyEvent(kb.ArrowRight))
	w.becomes(`document.documentElement.dataset.size === 'large'`, "an arrow chooses the next size")
	w.do(chromedp.KeyEvent(kb.Tab))
	if !w.is(`document.activeElement.name === 'leading'`) {
		t.Error("Tab does not go to the next setting")
	}
	w.do(chromedp.KeyEvent(kb.Enter))
	if !w.is(settings + ` !== null && location.search === ''`) {
		t.Error("Enter sends the form")
	}
	w.do(chromedp.KeyEvent(kb.Escape))
	w.becomes(settings+` === null && document.activeElement === `+opener, "Esc closes the settings and returns to the button")
	w.tell(opener + `.click()`)
	w.becomes(settings+` !== null`, "the button opens the settings")
	w.do(chromedp.MouseClickXY(300, 500))
	w.becomes(settings+` === null`, "a click outside closes them")
}

// A term that is not marked is text; marked again, it opens its card.
func TestUnmarkedTermsAreText(t *testing.T) {
	w := openToSet(t, 1400, 900)
	w.visit(liwan)
	w.tell(term + `.scrollIntoView({block: 'center', behavior: 'instant'})`)
	x, y := w.middle(term)
	w.choose("links", "none")
	w.do(chromedp.MouseClickXY(x, y))
	if w.is(card + ` !== null || location.pathname !== '/` + liwan + `' || ` + term + `.ariaExpanded !== null`) {
		t.Error("a term that is not marked leads somewhere")
	}
	w.choose("links", "")
	w.cardOpens()
	if !w.is(term + `.ariaExpanded === 'true'`) {
		t.Error("a term that is marked again does not say that its card is open")
	}
}

// Where every place of a term is a link, a reader can have fewer of them: the first
// of each section, the first of the text, none. What is then no link does not look
// like one.
func TestFewerLinks(t *testing.T) {
	root := t.TempDir()
	config, err := os.ReadFile(filepath.Join("..", "site.yaml"))
	all := bytes.Replace(config, []byte("link: section"), []byte("link: all"), 1)
	if err := errors.Join(err, copyProject(root), os.WriteFile(filepath.Join(root, "site.yaml"), all, 0o644)); err != nil {
		t.Fatal(err)
	}
	if _, problems, err := press.Build(root, "", func(string) {}); err != nil || problem.HasErrors(problems) {
		t.Fatal(problems, err)
	}
	server := httptest.NewServer(strict(filepath.Join(root, "public")))
	t.Cleanup(server.Close)
	w := openToSet(t, 1400, 900)
	w.address = server.URL + "/"
	w.visit(liwan)
	before := 0
	for _, test := range []struct{ value, marked string }{
		{"none", `:not(*)`}, {"report", `:not([data-again])`}, {"section", `:not([data-again=section])`}, {"", `*`},
	} {
		w.choose("links", test.value)
		const links = `[...document.querySelectorAll('.report-text a:is(.term, .document)')]`
		wrong := ask[[]string](w, links+`.filter(a => a.matches('`+test.marked+`') !== a.hasAttribute('href') || a.hasAttribute('href') === (getComputedStyle(a).textDecorationLine === 'none')).map(a => a.outerHTML)`)
		if len(wrong) > 0 {
			t.Errorf("links=%q: %d links are marked and none, or none and marked: %.300q", test.value, len(wrong), wrong)
		}
		marked := ask[int](w, links+`.filter(a => a.hasAttribute('href')).length`)
		if marked <= before && test.value != "none" {
			t.Errorf("links=%q: %d are marked, with the choice before it %d", test.value, marked, before)
		}
		before = marked
	}
}

// The key / can be switched off (WCAG 2.1.4).
func TestSlashCanBeSwitchedOff(t *testing.T) {
	const inField = `document.activeElement === document.querySelector('.find input')`
	w := openToSet(t, 1400, 900)
	w.visit(liwan)
	w.choose("keys", "off")
	w.do(chromedp.KeyEvent("/"))
	if w.is(inField + ` || document.querySelector('[aria-keyshortcuts]') !== null`) {
		t.Error("switched off, / goes to the search, or the field says so")
	}
	w.choose("keys", "")
	w.do(chromedp.KeyEvent("/"))
	if !w.is(inField + ` && document.activeElement.getAttribute('aria-keyshortcuts') === '/'`) {
		t.Error("switched on again, / does not go to the search")
	}
}

// Where nothing may be kept, settings hold for the page, which says so.
func TestSettingsWithoutStorage(t *testing.T) {
	w := open(t, 1400, 900)
	w.before(`Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('denied', 'SecurityError') }})`)
	w.visit(liwan)
	w.choose("scheme", "dark")
	if !w.is(`document.documentElement.dataset.scheme === 'dark' && document.querySelector('#settings [role=status]').textContent !== ''`) {
		t.Error("a setting does not hold, or nothing says that it is not kept")
	}
	w.visit(liwan)
	if w.is(`'scheme' in document.documentElement.dataset`) {
		t.Error("it is kept")
	}
}

// What is kept may be of another version, or of another program.
func TestSettingsThatAreNone(t *testing.T) {
	for _, kept := range []string{`no JSON`, `null`, `7`, `[]`, `{"size": "huge", "links": "toString", "scheme": 7, "other": "x"}`} {
		w := openToSet(t, 1400, 900)
		w.keep(kept)
		w.visit(liwan)
		if !w.is(term + `.href !== '' && document.documentElement.dataset.other === undefined && document.documentElement.dataset.scheme === undefined`) {
			t.Errorf("%s sets something", kept)
		}
		w.tell(opener + `.click()`)
		if !w.is(`document.querySelectorAll('#settings :checked').length === document.querySelectorAll('#settings fieldset').length`) {
			t.Errorf("%s: a setting shows no value", kept)
		}
	}
}

func TestSettingsWithoutScript(t *testing.T) {
	w := open(t, 1400, 900)
	send(w, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	w.scheme("dark")
	w.visit(liwan)
	if w.is(opener + `.checkVisibility() || document.querySelector('#settings') !== null`) {
		t.Error("without script there are settings that do nothing")
	}
	if !w.is(style("document.body", "background-color") + ` === 'rgb(26, 24, 21)'`) {
		t.Error("without script the system's dark does not hold")
	}
}

// Copies on disk have the settings too: the archive keeps them from page to
// page, a single file without the key for the search that it lacks.
func TestSettingsFromDisk(t *testing.T) {
	s := bundled(t)
	w := openFromDisk(t, s.unpacked)
	w.scheme("light")
	w.visit("index.html")
	t.Cleanup(func() { w.keep("") })
	w.choose("scheme", "dark")
	w.visit(liwan + "index.html")
	if !w.is(style("document.body", "background-color") + ` === 'rgb(26, 24, 21)'`) {
		t.Error("in the archive the next page is not dark")
	}
	w.address = fileAddress(s.dist("reports") + "/")
	w.visit("liwan-2017.html")
	w.choose("size", "large")
	w.visit("liwan-2017.html")
	if !w.is(`document.documentElement.dataset.size === 'large' && document.querySelector('#settings [name=keys]') === null`) {
		t.Error("a single file does not keep its settings, or offers a key that it does not have")
	}
}

// An embedded page has the colours that the site around it asks for.
func TestEmbedsKeepTheirScheme(t *testing.T) {
	w := openToSet(t, 1400, 900)
	w.scheme("light")
	w.keep(`{"scheme": "dark", "size": "largest"}`)
	w.visit("embed/" + liwan + "?scheme=light")
	light := ask[string](w, style("document.body", "background-color")+` + `+style(text, "font-size"))
	w.keep("")
	w.visit("embed/" + liwan + "?scheme=light")
	if got := ask[string](w, style("document.body", "background-color")+` + `+style(text, "font-size")); got != light {
		t.Errorf("%s is %s with settings", got, light)
	}
}

// Paper is the same whatever is set for the screen.
func TestPaperHasNoSettings(t *testing.T) {
	const look = `['background-color', 'color', 'font-size', 'line-height'].map(p => getComputedStyle(document.querySelector('[data-report-text] p[id]')).getPropertyValue(p)) +
		getComputedStyle(document.body).backgroundColor + getComputedStyle(document.querySelectorAll('a.term')[5], '::after').content`
	w := openToSet(t, 1400, 900)
	send(w, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	w.visit(liwan)
	want := ask[string](w, look)
	w.keep(`{"scheme": "dark", "size": "largest", "leading": "loose", "links": "none"}`)
	w.visit(liwan)
	if got := ask[string](w, look); got != want {
		t.Errorf("printed, the text is %s, with settings %s", want, got)
	}
	if !strings.Contains(want, "rgb(255, 255, 255)") {
		t.Errorf("paper is not white: %s", want)
	}
}

// All types of pages hold on small screens and for axe-core with what is set,
// against the system's colours too.
func TestAccessibilityWithSettings(t *testing.T) {
	const largest, smallest = `{"size": "largest", "leading": "loose", "scheme": "dark", "links": "none"}`, `{"size": "small", "leading": "tight", "scheme": "light", "links": "report"}`
	for _, test := range []struct {
		width, height int64
		system, kept  string
		axe           bool
	}{
		{320, 256, "light", largest, true}, // 1280 px at 400 %
		{800, 600, "light", largest, false},
		{1400, 900, "light", largest, false},
		{1400, 900, "dark", smallest, true},
	} {
		w := openToSet(t, test.width, test.height)
		w.scheme(test.system)
		w.keep(test.kept)
		for _, p := range pageTypes {
			w.visit(p)
			w.searched()
			if got := ask[int64](w, `document.scrollingElement.scrollWidth`); got > test.width {
				t.Errorf("/%s is %d px wide at %d with %s", p, got, test.width, test.kept)
			}
			if !test.axe {
				continue
			}
			if w.is(opener + ` !== null`) {
				w.tell(opener + `.click()`)
				w.becomes(settings+` !== null`, "the button opens the settings")
			}
			for _, f := range w.findings() {
				t.Errorf("/%s %s at %d px: %s", p, test.kept, test.width, f)
			}
		}
	}
}

// Controls of the settings are at least 44 px high and wide, and within reach
// on the smallest of screens.
func TestSettingsAreLargeEnough(t *testing.T) {
	for _, size := range [][2]int64{{320, 256}, {360, 740}, {1400, 900}} {
		w := openToSet(t, size[0], size[1])
		w.visit(liwan)
		w.tell(opener + `.click()`)
		w.becomes(settings+` !== null`, "the button opens the settings")
		small := ask[[]string](w, `[`+opener+`, ...document.querySelectorAll('#settings :is(label, button)')].filter(e => { const r = e.getBoundingClientRect(); return r.width < 44 || r.height < 44 }).map(e => e.textContent)`)
		if len(small) > 0 {
			t.Errorf("%v: smaller than 44 px: %q", size, small)
		}
		w.tell(`document.querySelector('#settings [popovertargetaction=hide]').scrollIntoView()`)
		if !w.is(`(() => { const r = document.querySelector('#settings [popovertargetaction=hide]').getBoundingClientRect(), p = ` + settings + `.getBoundingClientRect();
			return r.bottom <= innerHeight && r.right <= innerWidth && p.top >= 0 && p.left >= 0 })()`) {
			t.Errorf("%v: the panel does not fit", size)
		}
	}
}

// A browser's own larger letters make no page wider than the screen.
func TestLargerLettersOfTheBrowser(t *testing.T) {
	for _, width := range []int64{360, 1400} {
		w := open(t, width, 900)
		w.before(`addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = '32px' })`)
		for _, p := range pageTypes {
			w.visit(p)
			w.searched()
			if got := ask[int64](w, `document.scrollingElement.scrollWidth`); got > width {
				wide := ask[[]string](w, fmt.Sprintf(`[...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > %d + 1).slice(0, 5).map(e => e.outerHTML.slice(0, 120))`, width))
				t.Errorf("/%s is %d px wide at %d: %q", p, got, width, wide)
			}
		}
	}
}
