package main

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestLooks holds rules of style sheets that could go without a word: what a reader
// would miss, though all is there. Of each a selector, a property and what is
// computed for it, or a condition on it as value.
func TestLooks(t *testing.T) {
	const shown = `value !== 'rgba(0, 0, 0, 0)'`
	for _, at := range []struct {
		name, page, media string
		features          [2]string
		looks             [][3]string
	}{
		{"print", liwan, "print", [2]string{}, [][3]string{
			{"body", "color", "rgb(0, 0, 0)"},
			{"main", "max-width", "none"},
			{".report-text p > .line", "position", "absolute"},
			{".report-text p > .line", "text-align", "end"},
			{".tools a[rel=external]::after", "content", `value.startsWith('"（') && value.includes('http') && value.endsWith('）"')`},
			{".notes .note-body", "display", "contents"},
			{".apparatus", "break-before", "page"},
			{"h2", "break-after", "avoid"},
			{".report-text a.term[data-n]:not([data-again])::after", "content", `/〔.*\d.*〕/.test(value)`},
		}},
		{"screen", liwan + "#L11", "screen", [2]string{}, [][3]string{
			{"#L11", "background-color", shown},
			{".report-text p > .line", "user-select", "none"},
			{".contents details", "position", "sticky"},
			{".note-ref > sup", "border-top-style", "solid"},
			{".apparatus", "border-top-style", "none"},
			{".apparatus::before", "border-top-style", "solid"}, // the double rule
			{"a.term", "text-decoration-style", "dotted"},
			{".entry-name", "font-weight", "700"},
			{".contents ol ol a", "padding-left", `parseFloat(value) > 20`},
		}},
		{"damage", "reports/hangzhou-etdz-2014/", "screen", [2]string{}, [][3]string{
			{".gap", "color", "rgb(158, 47, 27)"},
			{".report-text .title", "text-align", "center"},
		}},
		{"colours of the reader's own", liwan, "screen", [2]string{"forced-colors", "active"}, [][3]string{
			{".site-nav [aria-current]", "outline-style", "solid"},
		}},
		{"hits", "search/?q=政务", "screen", [2]string{}, [][3]string{
			{".results mark", "color", "rgb(158, 47, 27)"},
			{".results mark", "font-weight", "700"},
			{".results .excerpt[lang=zh-Hant]", "font-family", `value.includes('TC')`},
		}},
	} {
		t.Run(at.name, func(t *testing.T) {
			w := open(t, 1400, 900)
			media := emulation.SetEmulatedMediaParams{Media: at.media}
			if at.features[0] != "" {
				media.Features = []*emulation.MediaFeature{{Name: at.features[0], Value: at.features[1]}}
			}
			send(w, emulation.SetEmulatedMedia, media)
			w.visit(at.page)
			w.searched()
			for _, look := range at.looks {
				got := ask[string](w, `(() => {
					const [of, part] = '`+look[0]+`'.split('::'), e = document.querySelector(of), want = `+"String.raw`"+look[2]+"`"+`;
					if (!e) return 'is not there';
					const value = getComputedStyle(e, part && '::' + part).getPropertyValue('`+look[1]+`');
					return value === want || want.includes('value') && new Function('value', 'return ' + want)(value) ? '' : value || 'none';
				})()`)
				if got != "" {
					t.Errorf("%s: %s is %s, want %s", look[0], look[1], got, look[2])
				}
			}
		})
	}
}

// TestActs holds what scripts do by the way and a reader would miss.
func TestActs(t *testing.T) {
	const type_ = `{const f = document.querySelector('.filter [name=typed]'); f.value = 'fangguanfu'; f.dispatchEvent(new Event('input', {bubbles: true}));}`
	choose := func(value string) string {
		return `document.querySelector('#uses [name=group][value=` + value + `]').click();`
	}
	for _, act := range []struct {
		name, page string
		width      int64
		do, keys   string
		then       string
	}{
		{"the first stop leads past the head", liwan, 1400, ``, kb.Tab,
			`document.activeElement.matches('.skip') && document.activeElement.hash === '#main' && document.activeElement.getBoundingClientRect().top >= 0`},
		{"what has the focus is outlined", liwan, 1400, ``, kb.Tab + kb.Tab,
			`document.activeElement.matches('.site-name') && getComputedStyle(document.activeElement).outlineStyle === 'solid'`},
		{"contents that are no column begin folded", liwan, 360, ``, ``,
			`!document.querySelector('.contents details').open`},
		{"a filter leaves the letters that have terms", "glossary/", 1400, type_, ``,
			`[...document.querySelectorAll('.letters a')].filter(a => a.checkVisibility()).map(a => a.textContent).join() === 'F'`},
		{"a filter says how many there are", "glossary/", 1400, type_, ``,
			`document.querySelector('.filter [role=status]').textContent === '1条'`},
		{"a page of hits is named after what was asked", "search/?q=政务", 1400, ``, ``,
			`document.title.startsWith('政务 · ')`},
		{"more hits take the focus", "search/?q=发展", 1400, `document.querySelector('.results .more:not([hidden])').click()`, ``,
			`document.activeElement.matches('.results li a')`},
		{"years are headed once, however often they are chosen", internet, 1400, choose("year") + choose("report") + choose("year"), ``,
			`(all => all.length > 1 && new Set(all).size === all.length)([...document.querySelectorAll('#uses .year')].map(h => h.textContent))`},
		{"the way out of a card has a name", liwan, 1400, term + `.click()`, ``,
			`document.querySelector('.term-card-close').ariaLabel === '关闭'`},
		{"back from a card is the term", liwan, 1400, term + `.click(); document.querySelector('.term-card a').focus(); document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'Tab', shiftKey: true, bubbles: true, cancelable: true}))`, ``,
			`document.activeElement === ` + term},
		{"a number that is followed stands in the address", liwan, 1400, `document.querySelector('#L11 .line').click()`, ``,
			`location.hash === '#L11'`},
		{"what a note quotes is shown to the keyboard", liwan, 1400, `document.querySelector('.note-ref').focus()`, ``,
			`CSS.highlights.has('quoted')`},
		{"and no longer when it has gone on", liwan, 1400, `document.querySelector('.note-ref').focus(); document.querySelector('.site-name').focus()`, ``,
			`!CSS.highlights.has('quoted')`},
		{"what a note quotes is shown to the mouse and no longer", liwan, 1400, `for (const type of ['pointerenter', 'pointerleave']) document.querySelector('.note-ref').dispatchEvent(new PointerEvent(type))`, ``,
			`!CSS.highlights.has('quoted')`},
		{"a page that one comes back to has what was set meanwhile", liwan, 1400, `localStorage.setItem('jianzhu', '{"scheme":"dark"}'); dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true})); localStorage.clear()`, ``,
			`document.documentElement.dataset.scheme === 'dark'`},
		{"a frame is loaded when it comes into sight, and tells no one where it stands", "glossary/fang-guan-fu/", 1400, `window.early = document.querySelector('jianzhu-embed').shadowRoot.querySelector('iframe'); document.querySelector('details.snippet').open = true; document.querySelector('jianzhu-embed').scrollIntoView()`, ``,
			`(f => !window.early && f?.referrerPolicy === 'no-referrer')(document.querySelector('jianzhu-embed').shadowRoot.querySelector('iframe'))`},
	} {
		t.Run(act.name, func(t *testing.T) {
			w := open(t, act.width, 900)
			w.visit(act.page)
			w.searched()
			if act.do != "" {
				w.tell(act.do)
			}
			for _, key := range act.keys {
				w.do(chromedp.KeyEvent(string(key)))
			}
			w.becomes(act.then, act.name)
		})
	}
}
