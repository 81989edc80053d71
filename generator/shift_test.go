package main

import "testing"

// shifts adds up in window.shift what moves on a page while it loads.
const shifts = `window.shift = 0; new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) window.shift += e.value }).observe({type: 'layout-shift', buffered: true})`

// Nothing moves while a page loads: what a script shows has its place before it runs.
func TestPagesStandStill(t *testing.T) {
	for _, width := range []int64{360, 1400} {
		w := open(t, width, 740)
		w.before(shifts)
		for _, page := range []string{"", "reports/zhongshan-xiqu-145/", "glossary/", "glossary/fang-guan-fu/", "indicators/di-qu-sheng-chan-zong-zhi/", "coverage/", "guide/", "embed/reports/liwan-2017/#L36", "embed/reports/shahekou-2016/#s2"} {
			w.visit(page)
			w.becomes(`document.readyState === 'complete' && !document.querySelector('.settings-open')?.hidden && document.body.checkVisibility()`, "scripts have run")
			w.tell(`new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))`)
			if shift := ask[float64](w, `window.shift`); shift > 0.005 {
				t.Errorf("/%s at %d px shifts by %v", page, width, shift)
			}
		}
	}
}
