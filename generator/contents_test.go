package main

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// On a phone the contents stay in sight as a bar that names the section one reads;
// a heading's link is large enough for a finger.
func TestContentsInReach(t *testing.T) {
	w := open(t, 360, 740)
	w.visit("reports/zhongshan-xiqu-145/")
	w.tell(`document.getElementById('L54').scrollIntoView()`)
	const bar = `document.querySelector('.contents summary')`
	w.becomes(bar+`.getBoundingClientRect().top >= 0 && `+bar+`.getBoundingClientRect().top < 8 && `+bar+`.querySelector('.here').textContent !== ''`, "the bar is in sight and names a section")
	if !w.is(`document.getElementById('L54').getBoundingClientRect().top >= ` + bar + `.getBoundingClientRect().bottom`) {
		t.Error("a line that is led to stands under the bar")
	}
	w.tell(bar + `.click()`)
	w.becomes(`document.querySelector('.contents details').open && document.querySelector('.contents ol').checkVisibility()`, "it opens")
	if !w.is(`document.querySelector('.contents details').getBoundingClientRect().height <= innerHeight`) {
		t.Error("the open contents are higher than the window")
	}
	w.tell(`document.querySelector('.contents a[href="#s2"]').click()`)
	w.becomes(`!document.querySelector('.contents details').open && Math.abs(document.getElementById('s2').getBoundingClientRect().top) < 120`, "a choice closes it and leads there")
}

// Without script a link stays in sight that leads to them.
func TestContentsInReachWithoutScript(t *testing.T) {
	w := open(t, 360, 740)
	send(w, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	w.visit("reports/zhongshan-xiqu-145/#L54")
	const link = `document.querySelector('.to-contents')`
	w.becomes(link+`.getBoundingClientRect().bottom > 0 && `+link+`.getBoundingClientRect().bottom <= innerHeight && scrollY > 2000`, "the link is in sight")
	x, y := w.middle(link)
	w.do(chromedp.MouseClickXY(x, y))
	w.becomes(`document.querySelector('#contents ol').getBoundingClientRect().top >= 0 && document.querySelector('#contents ol').getBoundingClientRect().top < innerHeight`, "it leads to the contents")
}

// The entries after a text are folded on a screen and open on paper.
func TestEntriesAreFolded(t *testing.T) {
	w := open(t, 1400, 900)
	w.visit(liwan)
	if w.is(`document.querySelector('#terms li').checkVisibility({contentVisibilityAuto: true})`) {
		t.Error("the entries are not folded")
	}
	w.tell(`location.hash = '#term-kong-gui'`)
	w.becomes(`document.querySelector('#terms details').open`, "the address of an entry opens them")
	if !w.is(`[...document.querySelectorAll('#terms li:has(.seen)')].some(li => /^见第\d+/.test(li.querySelector('.seen').textContent) && li.querySelector('.entry-name[href*=glossary]'))`) {
		t.Error("an entry does not say where its term is, and lead to all uses")
	}
}

// On a phone the first report is on the first screen of the home page, which has one
// search field, a specimen and ways in.
func TestHomeShows(t *testing.T) {
	w := open(t, 360, 740)
	w.visit("")
	if y := ask[float64](w, `document.querySelector('#reports li').getBoundingClientRect().bottom`); y > 740 {
		t.Errorf("the first report ends at %v px", y)
	}
	if !w.is(`document.querySelectorAll('input[name=q]').length === 1 && document.querySelector('#specimen blockquote a') !== null && document.querySelectorAll('#ways li').length === 3`) {
		t.Error("it has not one search field, a specimen and three ways in")
	}
}
