package main

import (
	"slices"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const internet = "glossary/hu-lian-wang/" // a term used in several reports and sections

// A sentence with a term in it several times stands once; aligned, once for each.
func TestSentencesStandOnce(t *testing.T) {
	w := open(t, 1400, 900)
	w.visit(internet)
	const (
		sentence = `[...document.querySelectorAll('#uses li li')].filter(li => li.innerText.includes('创业惠民工程'))`
		forms    = `[...` + sentence + `[0].querySelectorAll('strong')].filter(e => e.checkVisibility()).length`
	)
	if n := ask[[]int](w, `[`+sentence+`.length, `+forms+`]`); !slices.Equal(n, []int{1, 4}) {
		t.Errorf("a sentence and its forms stand %v times, want 1 and 4", n)
	}
	w.tell(`document.querySelector('[value=kwic]').click()`)
	if n := ask[int](w, `new Set([...`+sentence+`[0].querySelectorAll(':scope > strong')].map(e => e.getBoundingClientRect().top)).size`); n != 4 {
		t.Errorf("aligned it has %d rows, want 4", n)
	}
}

// The uses of a term are sentences, or aligned at the term; one key changes the
// view, and what is out of sight then is still there.
func TestConcordanceAligns(t *testing.T) {
	for _, width := range []int64{360, 700, 1400} {
		w := open(t, width, 900)
		w.visit(internet)
		const (
			uses      = `[...document.querySelectorAll('#uses li li')]`
			sentences = uses + `.map(li => li.textContent)`
			selected  = `(getSelection().selectAllChildren(document.querySelector('#uses')), getSelection().toString().replace(/\s/g, ''))`
		)
		whole, words := ask[[]string](w, sentences), ask[string](w, selected)
		if len(whole) < 19 {
			t.Fatalf("%d uses are shown", len(whole))
		}
		w.do(chromedp.Focus(chromedp.CSS(`#uses [name=view]`)), chromedp.KeyEvent(kb.ArrowRight))
		w.becomes(`document.querySelector('[value=kwic]').checked`, "an arrow key chooses the other view")

		// In each line the words before end, and the term begins, at one place.
		off := ask[[]string](w, `(() => {
			const at = document.querySelector('#uses li li > strong').getBoundingClientRect().left;
			return `+uses+`.filter(li => {
				const [before, form, after] = [...li.children].map(e => e.getBoundingClientRect());
				return Math.abs(form.left - at) > 0.5 || Math.abs(before.right - at) > 0.5 || after.left < form.right - 0.5
					|| before.width < 100 || after.width < 30 || li.getBoundingClientRect().height > 40 * li.querySelectorAll(':scope > strong').length;
			}).map(li => li.textContent);
		})()`)
		if len(off) > 0 {
			t.Errorf("%d px: out of line: %q", width, off)
		}
		// The last word before a term is in sight, whatever is cut at the other end.
		hidden := ask[[]string](w, uses+`.filter(li => {
			const text = li.querySelector('span').firstChild;
			if (!text) return false;
			const range = document.createRange(), edge = li.querySelector('strong').getBoundingClientRect().left;
			range.setStart(text, text.length - 1), range.setEnd(text, text.length);
			const r = range.getBoundingClientRect();
			return r.right > edge + 1 || r.right < edge - 20;
		}).map(li => li.textContent)`)
		if len(hidden) > 0 {
			t.Errorf("%d px: the words before the term are not beside it: %q", width, hidden)
		}
		if !slices.Equal(ask[[]string](w, sentences), whole) || ask[string](w, selected) != words {
			t.Errorf("%d px: aligned, sentences are not whole", width)
		}
		if w.is(`document.scrollingElement.scrollWidth > innerWidth`) {
			t.Errorf("%d px: aligned, the page is too wide", width)
		}
		w.do(chromedp.KeyEvent(kb.ArrowLeft))
		w.becomes(`document.querySelector('[value=sentences]').checked && getComputedStyle(document.querySelector('#uses li li')).display === 'list-item'`, "an arrow key leads back")
	}
}

// The uses are grouped by report, by its sections, or by year.
func TestConcordanceGroups(t *testing.T) {
	w := open(t, 1400, 900)
	w.visit(internet)
	const headings = `[...document.querySelectorAll('#uses :is(h3, .where)')].filter(e => e.checkVisibility()).map(e => e.textContent)`
	byReport := ask[[]string](w, headings)
	choose := func(group string) []string {
		w.do(chromedp.Click(chromedp.CSS(`#uses [name=group][value=` + group + `]`)))
		return ask[[]string](w, headings)
	}
	if got := choose("section"); len(got) <= len(byReport) || !slices.Contains(got, "（二）新兴业态加快集聚") {
		t.Errorf("by section: %q", got)
	}
	byYear := choose("year")
	want := []string{"2016年", "2016年沙河口区政府工作报告", "2017年", "2017年荔湾区政府工作报告", "中山市西区2017年工作安排", "2021年", "中山市西区街道国民经济和社会发展第十四个五年规划和2035年远景目标纲要"}
	if !slices.Equal(byYear, want) {
		t.Errorf("by year: %q, want %q", byYear, want)
	}
	if got := choose("report"); !slices.Equal(got, byReport) || len(got) != 4 {
		t.Errorf("by report: %q, before that %q", got, byReport)
	}

	w.visit("glossary/yi-gang-shuang-ze/")
	choose("year")
	if got := ask[[]string](w, `[...document.querySelectorAll('#uses > section')].map(part => part.querySelector('h3').textContent + part.querySelectorAll('.year').length)`); !slices.Equal(got, []string{"第1义2", "第2义1"}) {
		t.Errorf("the years of each meaning: %q", got)
	}
}

// Without script all uses are there, the views work by style, and what cannot is hidden.
func TestConcordanceWithoutScript(t *testing.T) {
	w := open(t, 1400, 900)
	send(w, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	w.visit(internet)
	if n := ask[int](w, `[...document.querySelectorAll('#uses li li strong:not(.again)')].filter(e => e.checkVisibility()).length`); n != 23 {
		t.Errorf("%d uses are shown, want 23", n)
	}
	w.do(chromedp.Click(chromedp.CSS(`#uses [value=kwic]`)))
	if !w.is(`new Set([...document.querySelectorAll('#uses li li > strong')].map(e => Math.round(e.getBoundingClientRect().left))).size === 1`) {
		t.Error("without script the uses cannot be aligned")
	}
	w.do(chromedp.Click(chromedp.CSS(`#uses [value=section]`)))
	if !w.is(`document.querySelector('#uses .where').checkVisibility()`) {
		t.Error("without script the sections cannot be shown")
	}
	if w.is(`document.querySelector('#uses [value=year]').checkVisibility()`) {
		t.Error("without script there is a choice that does nothing")
	}
}

// The figure stands in the page's width with its type as large as the reader has
// it; on paper its numbers are printed too.
func TestTermPlot(t *testing.T) {
	for _, width := range []int64{360, 1400} {
		w := open(t, width, 900)
		w.visit(internet)
		if !w.is(`(() => {
			const plot = document.querySelector('#spread svg'), box = plot.getBoundingClientRect();
			const overlaps = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3;
			const texts = [...plot.querySelectorAll('.name text, .label text')].map(e => e.getBoundingClientRect());
			return texts.length === 10 && texts.every((a, i) => a.right <= box.right + 1 && texts.every((b, j) => i === j || !overlaps(a, b)))
				&& parseFloat(getComputedStyle(plot).fontSize) >= 13 && plot.querySelectorAll('.bar rect').length === 4;   // one report does not use the term
		})()`) {
			t.Errorf("%d px: the figure does not stand in its width", width)
		}
		if w.is(`document.querySelector('#spread td').checkVisibility({contentVisibilityAuto: true, visibilityProperty: true})`) {
			t.Error("the numbers are unfolded")
		}
		send(w, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
		if !w.is(`document.querySelector('#spread td').getBoundingClientRect().height > 0 && !document.querySelector('.views').checkVisibility()`) {
			t.Error("on paper the numbers are missing, or the choice of views is there")
		}
	}
}
