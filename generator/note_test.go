package main

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// notedPages have notes on titles, on headings, in Traditional characters, and
// many on one paragraph.
var notedPages = []string{liwan, "reports/zhongshan-xiqu-145/", "reports/shahekou-2016/", "guide/"}

// misplaced are the notes of the page, in text order, that do not stand where
// they belong: where is a condition on the boxes of a note, its paragraph, the
// text and the note before it.
func (w *tab) misplaced(where string) []string {
	w.t.Helper()
	return ask[[]string](w, fmt.Sprintf(`(() => {
		const text = document.querySelector('[data-report-text]').getBoundingClientRect();
		let before = {top: -Infinity, bottom: -Infinity};
		return [...document.querySelectorAll('[data-report-text] .note')].filter(e => {
			const block = document.querySelector('.note-ref[href="#' + e.id + '"]').closest('p, h2, h3, h4, h5, h6').getBoundingClientRect();
			const note = e.getBoundingClientRect(), last = before;
			before = note;
			return !e.checkVisibility() || !(%s);
		}).map(e => e.id);
	})()`, where))
}

// On wide screens a note stands in the margin, not above its paragraph, and
// beside it unless the notes before it take the place; none overlaps another or
// the labels of a heading, and the text has no gaps. It holds without script.
func TestNotesInMargin(t *testing.T) {
	for _, script := range []bool{true, false} {
		for _, width := range []int64{1030, 1400} {
			w := open(t, width, 900)
			send(w, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !script})
			for _, p := range notedPages {
				w.visit(p)
				const beside = `note.left > block.right && note.top >= block.top && note.top >= last.bottom && (note.top < block.bottom || note.top - last.bottom < 40)`
				if wrong := w.misplaced(beside); len(wrong) > 0 {
					t.Errorf("/%s at %d px, script %v: not in the margin beside their paragraphs: %q", p, width, script, wrong)
				}
				overlaps := ask[[]string](w, `(() => {
					const margin = [...document.querySelectorAll('[data-report-text] :is(.note, .themes)')].map(e => [e, e.getBoundingClientRect()]);
					return margin.flatMap(([a, x], i) => margin.slice(i + 1).filter(([, y]) => x.left < y.right && y.left < x.right && x.top < y.bottom - 1 && y.top < x.bottom - 1)
						.map(([b]) => a.textContent.slice(0, 20) + ' | ' + b.textContent.slice(0, 20)));
				})()`)
				if len(overlaps) > 0 {
					t.Errorf("/%s at %d px, script %v: %q overlap", p, width, script, overlaps)
				}
				gaps := ask[[]string](w, `[...document.querySelectorAll('[data-report-text] p[id]')].filter(p => {
					let next = p.nextElementSibling;
					while (next?.matches('.note')) next = next.nextElementSibling;
					return next?.matches('p:not(.title, .date, .salutation)') && !p.matches('.title, .date, .salutation') && Math.abs(next.getBoundingClientRect().top - p.getBoundingClientRect().bottom) > 1;
				}).map(p => p.id)`)
				if len(gaps) > 0 {
					t.Errorf("/%s at %d px, script %v: the text has gaps after %q", p, width, script, gaps)
				}
			}
		}
	}
}

// With script a note stands at the height of its mark where there is room.
func TestNotesAtTheirMarks(t *testing.T) {
	w := open(t, 1400, 900)
	w.visit(liwan)
	const away = `[...document.querySelectorAll('.note')].map(n => Math.round(n.getBoundingClientRect().top - document.querySelector('.note-ref[href="#' + n.id + '"]').getBoundingClientRect().top))`
	w.becomes(`document.querySelector('.note').style.getPropertyValue('--shift') !== ''`, "the first note comes down to its mark")
	if first := ask[[]int](w, away)[0]; first < -16 || first > 16 {
		t.Errorf("the first note stands %d px from its mark", first)
	}
}

// Below 64rem a note stands after its paragraph and before the next.
func TestNotesAfterParagraphs(t *testing.T) {
	for _, width := range []int64{320, 360, 800, 1000} {
		w := open(t, width, 800)
		for _, p := range notedPages {
			w.visit(p)
			if wrong := w.misplaced(`note.left >= text.left - 1 && note.right <= text.right + 1 && note.top >= block.bottom && note.top >= last.bottom`); len(wrong) > 0 {
				t.Errorf("/%s at %d px: not after their paragraphs: %q", p, width, wrong)
			}
		}
	}
}

// A note's body is shown once: on screens by the text, printed in 编者注.
func TestNotesOnce(t *testing.T) {
	w := open(t, 1400, 900)
	w.visit(liwan)
	shown := func(selector string) int {
		return ask[int](w, `[...document.querySelectorAll('`+selector+`')].filter(e => e.checkVisibility()).length`)
	}
	notes := ask[int](w, `document.querySelectorAll('.note').length`)
	if !w.is(`[...document.querySelectorAll('.note')].every(e => e.getAttribute('aria-label') === e.querySelector('.note-back').textContent)`) {
		t.Error("notes have no names")
	}
	if notes < 5 || shown(".note") != notes || shown("#notes .by") != 0 || shown("#notes strong a") != notes {
		t.Errorf("%d notes: on the screen %d by the text, %d in the list, %d led to", notes, shown(".note"), shown("#notes .by"), shown("#notes strong a"))
	}
	send(w, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	if shown(".note") != 0 || shown("#notes .by") != notes || shown(".note-ref") != notes {
		t.Errorf("%d notes: printed %d by the text, %d in the list, %d marks", notes, shown(".note"), shown("#notes .by"), shown(".note-ref"))
	}
}

// By keyboard one gets from the mark to the note and back.
func TestNoteByKeyboard(t *testing.T) {
	for _, width := range []int64{360, 1400} {
		w := open(t, width, 800)
		w.visit(liwan)
		w.tell(`document.getElementById('ref-2').focus()`)
		w.do(chromedp.KeyEvent(kb.Enter))
		w.becomes(`document.querySelector('.note:target')?.id === 'note-2'`, "Enter on a mark leads to its note")
		w.do(chromedp.KeyEvent(kb.Tab))
		w.becomes(`document.activeElement.matches('#note-2 .note-back')`, "Tab comes to the way back")
		w.do(chromedp.KeyEvent(kb.Enter))
		w.becomes(`location.hash === '#ref-2' && (() => { const r = document.getElementById('ref-2').getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight })()`, "Enter leads back to the mark")
	}
}

// Pointing at a note shows what it quotes, also where terms stand in it.
func TestNoteShowsItsQuote(t *testing.T) {
	w := open(t, 1400, 900)
	for _, p := range notedPages {
		w.visit(p)
		wrong := ask[[]string](w, `[...document.querySelectorAll('.note')].filter(note => {
			note.dispatchEvent(new PointerEvent('pointerenter'));
			const [range] = CSS.highlights.get('quoted') ?? [];
			if (!range) return true;
			const quote = note.querySelector('.lemma b').textContent, shown = range.cloneContents();
			shown.querySelectorAll('[data-added]').forEach(e => e.remove());
			note.dispatchEvent(new PointerEvent('pointerleave'));
			const [head, tail = head] = quote.split('……');
			return CSS.highlights.has('quoted') || !shown.textContent.startsWith(head) || !shown.textContent.endsWith(tail) || quote.length < 40 && shown.textContent !== quote;
		}).map(note => note.id)`)
		if len(wrong) > 0 {
			t.Errorf("/%s: %q do not show what they quote", p, wrong)
		}
	}
}

// A note can be embedded with the line that it quotes.
func TestNoteEmbed(t *testing.T) {
	w := open(t, 640, 600)
	w.visit("embed/" + liwan + "#note-2")
	shown := func(selector string) string {
		return ask[string](w, `[...document.querySelectorAll('.report-text `+selector+`')].filter(e => e.checkVisibility()).map(e => e.id).join()`)
	}
	if got := shown("> section > section > p, .note"); got != "L20,note-2" {
		t.Errorf("it shows %s", got)
	}
	if !w.is(`document.querySelector('#L20 a.line').href.endsWith('/` + liwan + `#L20') && document.querySelector('.embed-foot .notice').checkVisibility()`) {
		t.Error("it leads to no line, or says no notice")
	}
}
