package main

import (
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const (
	term = `document.querySelector('[data-report-text] a.term')`
	card = `document.querySelector('.term-card:popover-open')`
)

// termID is the id of the term to whose page, or entry, a link leads.
func termID(link string) string {
	return link + `.getAttribute('href').replace(/^.*(?:glossary\/|#term-)/, '').split('/')[0]`
}

// openAtTerm opens a report with a term in the middle of the window.
func openAtTerm(t *testing.T, width, height int64) *tab {
	t.Helper()
	w := open(t, width, height)
	w.visit(liwan)
	w.tell(term + `.scrollIntoView({block: 'center', behavior: 'instant'})`)
	return w
}

func TestCardByMouse(t *testing.T) {
	w := openAtTerm(t, 1400, 900)
	x, y := w.middle(term)

	w.do(chromedp.MouseClickXY(x, y))
	w.becomes(card+` !== null`, "a click opens the card")
	if !w.is(card + `.querySelector('.entry-name').textContent === document.querySelector('#term-' + ` + termID(term) + ` + ' .entry-name').textContent`) {
		t.Error("the card shows another entry")
	}
	if !w.is(card + `.querySelector('[id]') === null`) {
		t.Error("the card repeats ids")
	}
	if w.is(card + `.getAttribute('role') === 'tooltip'`) {
		t.Error("a card with links in it is no tooltip")
	}
	cx, cy := w.middle(card)
	w.do(chromedp.MouseEvent(chromedp.MouseMoved, cx, cy), chromedp.Sleep(time.Second))
	if !w.is(card + ` !== null`) {
		t.Error("the card closes when it is pointed at")
	}
	w.do(chromedp.MouseClickXY(5, 5))
	w.becomes(card+` === null`, "a click outside closes the card")
	w.do(chromedp.MouseClickXY(x, y))
	w.becomes(card+` !== null`, "a click opens the card again")
	w.tell(`document.querySelectorAll('[data-report-text] a.term')[1].click()`)
	w.becomes(`document.querySelectorAll('.term-card:popover-open').length === 1 && document.querySelectorAll('a.term[aria-expanded=true]').length === 1`, "one card at a time")
}

// A mouse that rests on the word opens the card; one that passes does not.
func TestCardByRestingMouse(t *testing.T) {
	w := openAtTerm(t, 1400, 900)
	x, y := w.middle(term)
	w.do(chromedp.MouseEvent(chromedp.MouseMoved, x, y), chromedp.MouseEvent(chromedp.MouseMoved, x, 5), chromedp.Sleep(time.Second))
	if w.is(card + ` !== null`) {
		t.Error("a passing mouse opens the card")
	}
	w.do(chromedp.MouseEvent(chromedp.MouseMoved, x, y))
	w.becomes(card+` !== null`, "a resting mouse opens the card")
	w.do(chromedp.KeyEvent(kb.Escape))
	w.becomes(card+` === null`, "Esc closes the card")
}

func TestCardByKeyboard(t *testing.T) {
	w := openAtTerm(t, 1400, 900)
	w.tell(term + `.focus()`)
	w.do(chromedp.KeyEvent(kb.Enter))
	w.becomes(card+` !== null`, "Enter opens the card")
	if !w.is(`document.activeElement === ` + term + ` && ` + term + `.getAttribute('aria-expanded') === 'true'`) {
		t.Error("opened by key, focus does not stay on the term with aria-expanded")
	}
	w.do(chromedp.KeyEvent(kb.Tab))
	if !w.is(card + `.contains(document.activeElement)`) {
		t.Error("Tab does not enter the card")
	}
	w.do(chromedp.KeyEvent(kb.Escape))
	w.becomes(card+` === null`, "Esc closes the card")
	if !w.is(`document.activeElement === ` + term) {
		t.Error("Esc does not return to the term")
	}
	// With a modifier the link is followed as everywhere.
	if w.is(`(() => { let kept; addEventListener('click', e => { kept = e.defaultPrevented; e.preventDefault() }, {once: true});
		` + term + `.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true, ctrlKey: true})); return kept })()`) {
		t.Error("a click with Ctrl does not follow the link")
	}
}

func TestCardByTouch(t *testing.T) {
	w := open(t, 360, 740)
	send(w, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true})
	w.visit(liwan)
	w.tell(term + `.scrollIntoView({block: 'center', behavior: 'instant'})`)
	w.tap(w.middle(term))
	w.becomes(card+` !== null`, "a tap opens the card")
	if w.is(`(() => { const c = ` + card + `.getBoundingClientRect(), t = ` + term + `.getClientRects()[0];
		return c.left < 0 || c.right > innerWidth || c.bottom > innerHeight + 1 || t.bottom > c.top && t.top < c.bottom })()`) {
		t.Error("the card leaves the screen or hides the word")
	}
	w.tap(4, 20) // beside the text, where no link is
	w.becomes(card+` === null`, "a tap outside closes the card")
}
