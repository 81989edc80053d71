package main

import (
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"jianzhu/generator/report"
)

// frameOf are the lines that a report's frame shows for a fragment.
func frameOf(r *report.Report, fragment string) (lines []int) {
	at := strings.TrimPrefix(fragment, "#")
	section := ""
	for _, e := range r.Outline {
		if e.Opens() && (e.ID == at || e.Kind == report.Block && lineID(e.Line) == at) {
			section = e.ID
		}
	}
	for _, n := range r.Notes {
		if fmt.Sprintf("note-%d", n.N) == at {
			at = lineID(n.Line)
		}
	}
	for _, p := range r.Paragraphs {
		of := slices.ContainsFunc(p.SourceLines(), func(n int) bool { return lineID(n) == at })
		if section != "" {
			of = p.Section == section || strings.HasPrefix(p.Section, section+"-")
		}
		if of {
			lines = append(lines, p.SourceLines()...)
		}
	}
	return lines
}

// part is what a frame shows of a report.
type part struct {
	Lines []int
	Notes []string // ids
	RunIn int      // headings that have their line with their paragraph
}

// partOf is what a frame should show for a fragment.
func partOf(r *report.Report, fragment string) part {
	shown := part{Lines: frameOf(r, fragment), Notes: []string{}}
	for _, n := range r.Notes {
		id := fmt.Sprintf("note-%d", n.N)
		if "#"+id == fragment || !strings.HasPrefix(fragment, "#note") && slices.Contains(shown.Lines, n.Line) {
			shown.Notes = append(shown.Notes, id)
		}
	}
	for _, e := range r.Outline {
		if e.Kind == report.RunIn && slices.Contains(shown.Lines, e.Line) {
			shown.RunIn++
		}
	}
	return shown
}

// What a frame shows of a report: what its fragment names and nothing else, with
// script and without.
func TestFrameShowsThePart(t *testing.T) {
	s := built(t, siteAtRoot)
	for _, script := range []bool{true, false} {
		w := open(t, 640, 600)
		send(w, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !script})
		for _, r := range s.edition.Corpus.Reports {
			want := map[string]part{}
			for _, e := range r.Outline {
				if e.Opens() {
					want["#"+e.ID] = part{}
				}
			}
			for _, p := range r.Paragraphs {
				for _, n := range p.SourceLines() {
					want["#"+lineID(n)] = part{}
				}
			}
			for _, n := range r.Notes {
				want[fmt.Sprintf("#note-%d", n.N)] = part{}
			}
			w.visit("embed/reports/" + r.Slug + "/")
			got := ask[map[string]part](w, fmt.Sprintf(`(() => {
				const parts = {}, text = document.querySelector('.report-text');
				const shown = selector => [...text.querySelectorAll(selector)].filter(e => e.getClientRects().length);
				for (const fragment of %s) {
					location.hash = fragment;
					parts[fragment] = {
						Lines: shown('[id^=L]').map(e => +e.id.slice(1)),
						Notes: shown('.note').map(e => e.id),
						RunIn: shown(':is(h2, h3, h4, h5, h6):not([id])').length,
					};
				}
				return parts;
			})()`, encoded(t, slices.Sorted(maps.Keys(want)))))
			for fragment := range want {
				if want := partOf(r, fragment); !reflect.DeepEqual(got[fragment], want) {
					t.Errorf("script %v: %s%s shows %v, want %v", script, r.Slug, fragment, got[fragment], want)
				}
			}
		}
	}
}

// Of a part, the frame explains the terms that are in it, by script, and no
// others; without it the list is not there, and the terms lead out.
func TestFrameExplainsThePart(t *testing.T) {
	w := open(t, 640, 600)
	const listed = `[...document.querySelectorAll('.terms > li')].filter(e => e.checkVisibility()).map(e => e.querySelector('a').pathname.split('/').at(-2)).join()`
	w.visit("embed/reports/liwan-2017/#L36")
	w.becomes(listed+` === 'di-qu-sheng-chan-zong-zhi,yi-ban-gong-gong-yu-suan-shou-ru,gu-ding-zi-chan-tou-zi,jie-neng-jian-pai'`, "the terms of the line are explained")
	if !w.is(`document.querySelector('.lines').textContent === '正文第36行' && document.querySelector('h1 a').hash === '#L36' && !document.querySelector('#collation, #notes').checkVisibility()`) {
		t.Error("the frame does not say which line it shows")
	}
	w.visit("embed/reports/liwan-2017/#L21")
	w.becomes(`(`+listed+`).split(',').includes('cheng-zhong-cun') && !document.querySelector('#L21 [href*=cheng-zhong-cun]')`, "a term is explained that is linked earlier in the section")
	w.visit("embed/reports/liwan-2017/#s2")
	w.becomes(`document.querySelector('.lines').textContent.startsWith('正文第34至')`, "the frame says which lines it shows")
	for _, place := range []string{"L999", "s9", "note-99", "terms", "%"} {
		w.visit("embed/reports/liwan-2017/?x#" + place)
		w.becomes(`!document.querySelector('.report-text').checkVisibility() && !document.querySelector('.apparatus').checkVisibility() && document.querySelector('h1 a').hash === '' && document.querySelector('.embed-foot').checkVisibility()`, "an unknown place shows the link alone: "+place)
	}
	w.visit("embed/reports/liwan-2017/?line=36")
	w.becomes(`location.hash === '#L36' && document.getElementById('L36').checkVisibility() && !document.getElementById('L35').checkVisibility()`, "a former address of a line leads to it")
	w.visit("embed/reports/liwan-2017/")
	w.becomes(`document.getElementById('L35').checkVisibility() && document.querySelector('#collation').checkVisibility()`, "without a place the report is whole")
	send(w, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	w.visit("embed/reports/liwan-2017/#L36")
	if !w.is(`!document.querySelector('.apparatus').checkVisibility() && !document.querySelector('.lines').checkVisibility() && document.querySelector('#L36 a.term').href.endsWith('/glossary/di-qu-sheng-chan-zong-zhi/')`) {
		t.Error("without script the frame explains what it does not show")
	}
}

// The addresses that parts, code and citations had before lead to where these are, where a
// host sends 404.html.
func TestFormerAddresses(t *testing.T) {
	public := built(t, siteAtRoot).public()
	site := strict(public)
	server := httptest.NewServer(http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		if _, err := os.Stat(filepath.Join(public, r.URL.Path)); err != nil {
			r.URL.Path = "/404.html"
		}
		site.ServeHTTP(out, r)
	}))
	t.Cleanup(server.Close)
	w := open(t, 640, 600)
	w.address = server.URL + "/"
	for former, now := range map[string]string{
		"embed/reports/liwan-2017/s2-3/":               "embed/reports/liwan-2017/#s2-3",
		"embed/reports/liwan-2017/note-2/?scheme=dark": "embed/reports/liwan-2017/?scheme=dark#note-2",
		"embed/code/liwan-2017/#s2-3":                  liwan + "#embed",
		liwan + "cite.ris":                             liwan + "#cite",
	} {
		w.visit(former)
		w.becomes(`location.pathname + location.search + location.hash === '/`+now+`'`, former+" leads on")
	}
}

// A page of another site, on a port of its own, that embeds this one.

// host serves a page with a style and links of its own around body, in which
// SITE is the address of this site.
func host(t *testing.T, w *tab, body string) {
	t.Helper()
	const page = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>宿主</title><link rel="icon" href="data:,">
<style>body { margin: 0; font: 20px/2 serif; color: rgb(1, 2, 3) } iframe { border: 9px solid red; width: 50px } a { color: rgb(4, 5, 6) }</style>
<script>globals = Object.keys(window)</script>
<script src="SITEembed.js" defer></script>
<p><a id="before" href="#before">前</a></p>BODY<p><a id="after" href="#after">后</a></p>`
	server := httptest.NewServer(http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			out.WriteHeader(http.StatusNoContent)
			return
		}
		io.WriteString(out, strings.ReplaceAll(strings.Replace(page, "BODY", body, 1), "SITE", w.address))
	}))
	t.Cleanup(server.Close)
	w.do(chromedp.Navigate(server.URL + "/"))
}

// frame finds the frame of the n-th element that embeds; it is made when it is near.
func frame(n int) string {
	return fmt.Sprintf(`(document.querySelectorAll('jianzhu-embed')[%d].shadowRoot?.querySelector('iframe') ?? {})`, n)
}

const section = `<jianzhu-embed src="SITEreports/liwan-2017/#s2-3"><a href="SITEreports/liwan-2017/#s2-3">一节</a></jianzhu-embed>`

// heightOf is how high a page of the site is.
func heightOf(w *tab, page string) int {
	w.t.Helper()
	w.visit(page)
	return ask[int](w, `Math.ceil(document.documentElement.getBoundingClientRect().height)`)
}

// A frame is as high as its page: at any width, and while a card is open.
func TestFrameHeightFollows(t *testing.T) {
	const page = "embed/reports/liwan-2017/#s2-3"
	w := open(t, 900, 700)
	wide := heightOf(w, page)
	w.do(chromedp.EmulateViewport(400, 700))
	narrow := heightOf(w, page)
	if narrow <= wide {
		t.Fatalf("%d px high at 400 px, %d at 900", narrow, wide)
	}

	host(t, w, section)
	w.becomes(fmt.Sprintf(`%s.offsetHeight === %d`, frame(0), narrow), "the frame is as high as its page")
	w.do(chromedp.EmulateViewport(900, 700))
	w.becomes(fmt.Sprintf(`%s.offsetHeight === %d`, frame(0), wide), "the frame is lower where it is wider")
}

// A card that hangs over the end of the page makes the frame higher while it is open.
func TestFrameHoldsTheCard(t *testing.T) {
	w := open(t, 900, 700)
	w.visit("about/")
	w.tell(`heights = []; addEventListener('message', event => heights.push(event.data.jianzhuHeight))
		inner = document.createElement('iframe')
		inner.src = '` + w.address + `embed/reports/liwan-2017/#s1-1-1'
		document.body.append(inner)`)
	w.becomes(`heights.length > 0 && inner.contentDocument.readyState === 'complete'`, "the page tells its height")
	w.tell(`for (const below of inner.contentDocument.querySelectorAll('.apparatus, footer')) below.style.display = 'none'`)
	w.becomes(`heights.at(-1) < heights[0]`, "it is lower without what stands below the text")
	w.tell(`low = heights.at(-1); inner.contentDocument.querySelector('#L13 a.term').click()`)
	w.becomes(`heights.at(-1) > low && heights.at(-1) > inner.contentDocument.querySelector(':popover-open').getBoundingClientRect().bottom + inner.contentWindow.scrollY`, "the card is within it")
	w.tell(`inner.contentDocument.querySelector(':popover-open').hidePopover()`)
	w.becomes(`heights.at(-1) === low`, "it is low again")
}

// Only the frame itself, at its own origin, is heard, and only a sensible number.
func TestFrameHearsNoOther(t *testing.T) {
	w := open(t, 900, 700)
	host(t, w, section+`<jianzhu-embed src="SITEglossary/fang-guan-fu/" scheme="dark"><a href="SITE">词</a></jianzhu-embed>`)
	w.becomes(frame(0)+`.offsetHeight > 500 && `+frame(1)+`.offsetHeight > 100`, "both frames have their heights")
	own := ask[int](w, frame(0)+`.offsetHeight`)
	say := func(data, origin, source string) {
		w.tell(fmt.Sprintf(`dispatchEvent(new MessageEvent('message', {data: %s, origin: %s, source: %s}))`, data, origin, source))
	}
	site, window := `new URL(`+frame(0)+`.src).origin`, frame(0)+`.contentWindow`
	for _, m := range []struct{ name, data, origin, source string }{
		{"another origin", `{jianzhuHeight: 77}`, `'https://evil.example'`, window},
		{"no origin", `{jianzhuHeight: 77}`, `'null'`, window},
		{"the page itself", `{jianzhuHeight: 77}`, site, `window`},
		{"another frame", `{jianzhuHeight: 77}`, site, frame(1) + `.contentWindow`},
		{"nobody", `{jianzhuHeight: 77}`, site, `null`},
		{"a string", `{jianzhuHeight: '77'}`, site, window},
		{"no number", `{jianzhuHeight: NaN}`, site, window},
		{"less than nothing", `{jianzhuHeight: -77}`, site, window},
		{"too much", `{jianzhuHeight: 1e9}`, site, window},
		{"endless", `{jianzhuHeight: Infinity}`, site, window},
		{"nothing", `null`, site, window},
		{"something else", `'77'`, site, window},
	} {
		say(m.data, m.origin, m.source)
		if got := ask[int](w, frame(0)+`.offsetHeight`); got != own {
			t.Fatalf("%s made the frame %d px high", m.name, got)
		}
	}
	w.tell(`postMessage({jianzhuHeight: 77}, '*'); new Promise(done => setTimeout(done, 100))`)
	say(`{jianzhuHeight: 321}`, site, window)
	if got := ask[int](w, frame(0)+`.offsetHeight`); got != 321 {
		t.Errorf("the frame's own message made it %d px high, not 321", got)
	}
}

// The host's page is as it was, and its style stays out of the frame.
func TestFrameLeavesTheHostAlone(t *testing.T) {
	w := open(t, 900, 700)
	host(t, w, section)
	w.becomes(frame(0)+`.offsetHeight > 500`, "the frame has its height")
	for what, holds := range map[string]string{
		"no element is added":     `document.querySelectorAll('iframe, link:not([rel=icon]), style').length === 1`,
		"no style is added":       `document.styleSheets.length === 1 && document.adoptedStyleSheets.length === 0`,
		"no global is added":      `Object.keys(window).filter(k => !globals.includes(k)).join() === 'globals'`,
		"text is as it was":       `getComputedStyle(document.body).color === 'rgb(1, 2, 3)' && getComputedStyle(document.getElementById('after')).color === 'rgb(4, 5, 6)'`,
		"the frame has no border": `getComputedStyle(` + frame(0) + `).borderTopWidth === '0px' && ` + frame(0) + `.offsetWidth === 900`,
		"the link gives way":      `!document.querySelector('jianzhu-embed a').checkVisibility()`,
		"the frame has a name":    frame(0) + `.title === '一节'`,
		"the frame is sandboxed":  `!/top-navigation|forms|modals/.test(` + frame(0) + `.sandbox.value)`,
	} {
		if !w.is(holds) {
			t.Errorf("%s: %s does not hold", what, holds)
		}
	}
}

// Tab goes into the frame, through it and out again.
func TestKeyboardPassesThroughTheFrame(t *testing.T) {
	w := open(t, 900, 700)
	host(t, w, `<jianzhu-embed src="SITEglossary/fang-guan-fu/"><a href="SITE">词</a></jianzhu-embed>`)
	w.becomes(frame(0)+`.offsetHeight > 100`, "the frame has its height")
	w.do(chromedp.Focus(chromedp.CSS(`#before`)))
	inside := 0
	for range 30 {
		w.do(chromedp.KeyEvent(kb.Tab))
		switch ask[string](w, `document.activeElement.id || document.activeElement.localName`) {
		case "jianzhu-embed":
			inside++
		case "after":
			if inside == 0 {
				t.Error("no key comes into the frame")
			}
			return
		}
	}
	t.Errorf("after 30 times Tab, %d in the frame, the page's next link is not reached", inside)
}

// Without script, and for what cannot be embedded, there is the link.
func TestFrameOrLink(t *testing.T) {
	w := open(t, 900, 700)
	bad := ""
	for _, src := range []string{"SITEabout/", "SITEreports/", "javascript:alert(1)", "data:text/html,x", "SITEreports/%2e%2e/x/", "//", ""} {
		bad += `<jianzhu-embed src="` + src + `"><a href="SITE">在这里</a></jianzhu-embed>`
	}
	host(t, w, bad)
	w.becomes(`customElements.get('jianzhu-embed') !== undefined`, "the element is known")
	if !w.is(`[...document.querySelectorAll('jianzhu-embed')].every(e => !e.shadowRoot.querySelector('iframe') && e.firstChild.checkVisibility())`) {
		t.Error("what cannot be embedded is no plain link")
	}
	send(w, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	host(t, w, section)
	if !w.is(`document.querySelector('jianzhu-embed a').checkVisibility() && document.querySelector('jianzhu-embed').shadowRoot === null`) {
		t.Error("without script there is no link")
	}
}

// A frame's page takes the scheme that it is asked for, else the reader's.
func TestFrameScheme(t *testing.T) {
	w := open(t, 900, 700)
	for _, test := range []struct{ reader, asked, want string }{
		{"light", "", "light"}, {"dark", "", "dark"}, {"light", "?scheme=auto", "light"}, {"dark", "?scheme=auto", "dark"},
		{"light", "?scheme=dark", "dark"}, {"dark", "?scheme=light", "light"}, {"light", `?scheme="><b>`, "light"},
	} {
		w.scheme(test.reader)
		w.visit("embed/glossary/fang-guan-fu/" + test.asked)
		w.becomes(`document.readyState === 'complete'`, "the page is there")
		bright := ask[int](w, `+getComputedStyle(document.body).backgroundColor.match(/\d+/)[0]`)
		if (bright > 128) != (test.want == "light") {
			t.Errorf("%s reader, %q: the paper is %d bright, want %s", test.reader, test.asked, bright, test.want)
		}
	}
}

// The preview on the site itself works under its policy, in a sandbox that
// keeps the frame apart from the page.
func TestPreview(t *testing.T) {
	w := open(t, 900, 900)
	w.visit("glossary/fang-guan-fu/")
	w.tell(`document.querySelector('details.snippet').open = true`)
	const shown = `document.querySelector('jianzhu-embed').shadowRoot?.querySelector('iframe')`
	w.becomes(shown+`?.offsetHeight > 100`, "the preview has its height")
	if !w.is(`!` + shown + `.sandbox.contains('allow-same-origin')`) {
		t.Error("the frame could reach the page")
	}
}

// A line's number offers the code that embeds it and the section in which it is; what the
// code names is what a frame shows.
func TestLineOffersItsCode(t *testing.T) {
	w := open(t, 1400, 900)
	w.clipboard(true)
	const title = "2017年荔湾区政府工作报告"
	for _, test := range []struct{ line, button, part, name string }{
		{"L10", "嵌入本节", "L10", "：一、2016年主要工作回顧"},
		{"L12", "嵌入本段", "L12", ""},
		{"L13", "嵌入本节", "s1-1-1", "：堅定不移推進結構調整"},
	} {
		w.visit(liwan)
		w.tell(`document.querySelector('a.line[href="#` + test.line + `"]').click()`)
		w.becomes(copies+` !== null`, "the number of "+test.line+" offers the code")
		w.tell(`[...` + copies + `.querySelectorAll('button')].find(b => !b.hidden && b.textContent === '` + test.button + `').click()`)
		at := "https://example.org/" + liwan + "#" + test.part
		want := `<script src="https://example.org/embed.js" defer></script>` + "\n" +
			`<jianzhu-embed src="` + at + `"><a href="` + at + `">` + title + test.name + `</a></jianzhu-embed>`
		w.becomes(copied+` === '已复制'`, "the code is copied")
		if got := ask[string](w, `navigator.clipboard.readText()`); got != want {
			t.Errorf("%s copies\n%s, want\n%s", test.line, got, want)
		}
	}
	if w.is(`document.querySelector('#embed pre').textContent.includes('#')`) {
		t.Error("the code of the whole report has changed")
	}
}
