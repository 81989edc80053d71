package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"jianzhu/generator/report"
)

// copied selects what an expression makes a range of, and copies it as a reader does.
func (w *tab) copied(selects string) string {
	w.t.Helper()
	w.do(chromedp.Evaluate[chromedp.Void](`(() => { getSelection().removeAllRanges(); const range = document.createRange(); `+selects+`; getSelection().addRange(range); document.execCommand('copy'); })()`,
		func(p *runtime.EvaluateParams) { p.UserGesture = new(true) }))
	return ask[string](w, `navigator.clipboard.readText()`)
}

const wholeText = `range.selectNodeContents(document.querySelector('[data-report-text]'))`

// between selects from the beginning of one block to the end of another.
func between(from, to string) string {
	return fmt.Sprintf(`range.setStart(document.querySelector('%s'), 0); range.setEnd(document.querySelector('%s'), document.querySelector('%[2]s').childNodes.length)`, from, to)
}

// What is copied from a report is its text, a paragraph a line, and nothing else:
// with script and without, wide and on a phone.
func TestCopyIsFaithful(t *testing.T) {
	s := built(t, siteAtRoot)
	for _, width := range []int64{360, 800, 1400} {
		w := open(t, width, 800)
		w.clipboard(true)
		for _, r := range s.edition.Corpus.Reports {
			var lines []string
			for _, p := range r.Paragraphs {
				lines = append(lines, strings.TrimSpace(report.DisplayString(p.Text)))
			}
			w.visit("reports/" + r.Slug + "/")
			if got := w.copied(wholeText); got != strings.Join(lines, "\n") {
				t.Errorf("%s at %d px: %s", r.Slug, width, firstDifference(strings.Split(got, "\n"), lines))
			}
		}
	}
}

// firstDifference tells where two lists part.
func firstDifference(got, want []string) string {
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			return fmt.Sprintf("line %d is %q, want %q", i, got[i], want[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(got), len(want))
}

func TestCopyWithoutScript(t *testing.T) {
	s := built(t, siteAtRoot)
	for _, width := range []int64{360, 800, 1400} {
		w := open(t, width, 800)
		w.clipboard(true)
		for _, r := range s.edition.Corpus.Reports {
			var lines []string
			for _, p := range r.Paragraphs {
				lines = append(lines, folded(p.Text))
			}
			send(w, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
			w.visit("reports/" + r.Slug + "/")
			w.do(chromedp.Evaluate[chromedp.Void](`getSelection().selectAllChildren(document.querySelector('[data-report-text]')); document.execCommand('copy')`,
				func(p *runtime.EvaluateParams) { p.UserGesture = new(true) }))
			send(w, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: false})
			w.visit("404.html")
			got := ask[string](w, `navigator.clipboard.readText()`)
			if folded(got) != strings.Join(lines, "") {
				t.Errorf("%s at %d px: what is copied is not the text: %s", r.Slug, width, firstDifference(strings.Split(folded(got), "。"), strings.Split(strings.Join(lines, ""), "。")))
			}
			at := 0 // a heading that opens a line is a line of its own here
			for line := range strings.Lines(got) {
				for line = folded(line); at < len(lines) && line != ""; {
					rest, opens := strings.CutPrefix(lines[at], line)
					if !opens {
						t.Errorf("%s at %d px: %.60q runs on: it should end as %.60q does", r.Slug, width, line, lines[at])
						at++
						break
					}
					if lines[at], line = rest, ""; rest == "" {
						at++
					}
				}
			}
		}
	}
}

// A part is copied with its lines, and on wish with where it is from.
func TestCopyOfParts(t *testing.T) {
	w := openToSet(t, 1400, 900)
	w.clipboard(true)
	w.visit(liwan)
	two := w.copied(between("#L20", "#L21"))
	lines := strings.Split(two, "\n")
	if len(lines) != 2 || !strings.HasPrefix(lines[0], "城市更新有新突破。白鵝潭") || !strings.Contains(lines[0], "等一批覆建房已建成。加快實施舊城更新") || !strings.HasPrefix(lines[1], "生態人居環境有新改善") {
		t.Errorf("lines 20 and 21 are copied as %q", two)
	}
	w.tell(`document.querySelector('#note-1').scrollIntoView({block: 'center'})`)
	x, y := w.middle(`document.querySelector('#note-1 .note-body p')`)
	w.do(chromedp.MouseClickXY(x, y, chromedp.ClickCount(3)), chromedp.MouseEvent(chromedp.MouseMoved, 5, 5))
	w.do(chromedp.Evaluate[chromedp.Void](`document.execCommand('copy')`, func(p *runtime.EvaluateParams) { p.UserGesture = new(true) }))
	if note := ask[string](w, `navigator.clipboard.readText()`); !strings.Contains(note, "原文如此，疑为") || strings.Contains(note, "加快實施") {
		t.Errorf("a note is copied as %q", note)
	}
	w.choose("copy", "cited")
	for _, test := range []struct{ selects, want string }{
		{between("#L20", "#L21"), "\n——2017年荔湾区政府工作报告，第20—21行，" + w.address + liwan + "#L20"},
		{between("#L20", "#L20"), "\n——2017年荔湾区政府工作报告，第20行，" + w.address + liwan + "#L20"},
		{between("#s1-1 > h3", "#L12"), "\n——2017年荔湾区政府工作报告，第12行，" + w.address + liwan + "#L12"},
	} {
		if got := w.copied(test.selects); !strings.HasSuffix(got, test.want) {
			t.Errorf("%s is copied as %q, want it to end in %q", test.selects, got, test.want)
		}
	}
}

// A report's text is copied alike wherever it is read: in the archive and as one file
// from disk, and in a frame, all of it or a part; also by who takes all of the page.
func TestCopyElsewhere(t *testing.T) {
	s := bundled(t)
	site := open(t, 1000, 800)
	site.clipboard(true)
	paste := func() string {
		site.visit("404.html")
		send(site, cdppage.BringToFront, cdp.Empty{})
		return ask[string](site, `navigator.clipboard.readText()`)
	}
	reports := s.edition.Corpus.Reports
	r := reports[slices.IndexFunc(reports, func(r *report.Report) bool { return r.Slug == "liwan-2017" })]
	var whole []string
	for _, p := range r.Paragraphs {
		whole = append(whole, strings.TrimSpace(report.DisplayString(p.Text)))
	}
	line20 := whole[slices.IndexFunc(r.Paragraphs, func(p report.Paragraph) bool { return p.Line == 20 })]
	for _, test := range []struct{ name, address, want string }{
		{"the archive", fileAddress(filepath.Join(s.unpacked, "reports/liwan-2017/index.html")), strings.Join(whole, "\n")},
		{"one file", fileAddress(s.dist("reports/liwan-2017.html")), strings.Join(whole, "\n")},
		{"a frame", site.address + "embed/reports/liwan-2017/", strings.Join(whole, "\n")},
		{"a frame of a part", site.address + "embed/reports/liwan-2017/#L20", line20},
	} {
		w := open(t, 1400, 900)
		w.address = ""
		w.visit(test.address)
		w.becomes(`document.readyState === 'complete'`, "it is there")
		w.do(chromedp.Evaluate[chromedp.Void](`document.execCommand('selectAll'); document.execCommand('copy')`,
			func(p *runtime.EvaluateParams) { p.UserGesture = new(true) }))
		if got := paste(); got != test.want {
			t.Errorf("%s: %s", test.name, firstDifference(strings.Split(got, "\n"), strings.Split(test.want, "\n")))
		}
	}
}

// Who searches a page finds words across the marks of notes.
func TestFindAcrossMarks(t *testing.T) {
	w := open(t, 1400, 900)
	w.visit(liwan)
	for _, words := range []string{"一批覆建房已建成。加快實施舊城更新", "三年行動計畫，已完成7個"} {
		if !w.is(fmt.Sprintf(`(getSelection().removeAllRanges(), window.find(%q))`, words)) {
			t.Errorf("%s is not found", words)
		}
	}
}
