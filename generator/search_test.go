package main

import (
	"bytes"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"jianzhu/generator/search"
)

// hit is a line that the page shows, with the words it marks.
type hit struct {
	Href  string
	Marks []string
}

const (
	shown = `[...document.querySelectorAll('.results .reports li')].map(li => ({href: li.querySelector('.where a').href.replace(/\?[^#]*/, ''), marks: [...li.querySelectorAll('mark')].map(m => m.textContent)}))`
	count = `document.querySelector('.query [role=status]').textContent`
)

// search opens the page with a query, waits for its hits and unfolds them all.
func (w *tab) search(query string) []hit {
	w.t.Helper()
	at := "search/"
	if strings.HasPrefix(w.address, "file:") {
		at += "index.html"
	}
	w.visit(at + "?" + url.Values{"q": {query}}.Encode())
	return w.unfold()
}

// searched waits until a page that was asked something says what it found.
func (w *tab) searched() {
	w.t.Helper()
	w.becomes(`!new URLSearchParams(location.search).get('q') || /。$/.test(`+count+`)`, "the page says what it found")
}

func (w *tab) unfold() []hit {
	w.t.Helper()
	w.searched()
	w.tell(`(async () => {
		for (let more; more = [...document.querySelectorAll('.results .more')].find(b => !b.hidden);) {
			const before = document.querySelectorAll('.results li').length;
			more.click();
			while (document.querySelectorAll('.results li').length === before && !more.hidden) await new Promise(r => setTimeout(r, 5));
			await new Promise(r => setTimeout(r));
		}
		document.body.dataset.unfolded = '';
	})()`)
	w.becomes(`'unfolded' in document.body.dataset`, "all hits are unfolded")
	w.tell(`delete document.body.dataset.unfolded`)
	return ask[[]hit](w, shown)
}

// The page finds the lines that a plain scan finds, from the web and from disk,
// and marks what was asked for.
func TestSearch(t *testing.T) {
	s := built(t, siteAtRoot)
	plain := scanOf(s.edition.Corpus)
	for name, address := range map[string]string{"http": "", "disk": s.onDisk(t)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := open(t, 1400, 900)
			if address != "" {
				w.address = address
			}
			for _, q := range queries {
				got, words := w.search(q.query), q.widened(s.edition.Corpus)
				var lines []string
				for _, h := range got {
					lines = append(lines, strings.Replace(h.Href, "/index.html#", "/#", 1))
					for _, forms := range words {
						if !slices.ContainsFunc(forms, func(form string) bool {
							return slices.ContainsFunc(h.Marks, func(m string) bool { return search.Key(m) == strings.TrimPrefix(form, "~") })
						}) {
							t.Errorf("%q: %s marks %q", q.query, h.Href, h.Marks)
						}
					}
				}
				slices.Sort(lines)
				want := plain.lines(w.address, words...)
				if !slices.Equal(lines, want) {
					t.Errorf("%q: %d lines are found, %d by a plain scan: %.300v", q.query, len(lines), len(want), difference(lines, want))
				}
				if (len(want) == 0) != q.none {
					t.Errorf("%q is found %d times: the content has changed, choose another query", q.query, len(want))
				}
				said := ask[string](w, count)
				if say := fmt.Sprintf("篇报告，%d段", len(want)); q.none == strings.Contains(said, "篇报告，") || !q.none && !strings.Contains(said, say) {
					t.Errorf("%q: the page says %s, want %s", q.query, said, say)
				}
			}
		})
	}
}

// onDisk is the address of a copy of the site in which the search page is as in
// a bundle: it loads what is beside it.
func (s *builtSite) onDisk(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, part := range []string{"search", "js", "css"} {
		if err := os.CopyFS(filepath.Join(dir, part), os.DirFS(filepath.Join(s.public(), part))); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(dir, "search", "index.html")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text = bytes.ReplaceAll(text, []byte(`="/`), []byte(`="../`))
	text = bytes.ReplaceAll(text, []byte(`../favicon.svg`), []byte(`../css/base.css`))
	if err := os.WriteFile(file, text, 0o644); err != nil {
		t.Fatal(err)
	}
	return "file://" + dir + "/"
}

// Terms come first, what is named like the query before all.
func TestSearchNames(t *testing.T) {
	w := open(t, 1400, 900)
	w.search("放管服")
	first := ask[string](w, `document.querySelector('.results a').href`)
	if !strings.HasSuffix(first, "/glossary/fang-guan-fu/") {
		t.Errorf("the first result is %s", first)
	}
	w.search("经济运行")
	if !w.is(`document.querySelector('.results a').href.endsWith('/themes/economy/')`) {
		t.Error("a theme's name does not lead to it")
	}
	w.search("捷運")
	if !w.is(`[...document.querySelectorAll('.results .reports section')][0].querySelector('.excerpt').lang === 'zh-Hant'`) {
		t.Error("the words asked for do not come before their regional wordings")
	}
	w.search("经济 社会")
	if !w.is(`/经济社会/.test(document.querySelector('.results .reports .excerpt').textContent)`) {
		t.Error("words that stand together do not come first")
	}
}

// What is asked can be linked, filters too; typing searches and updates the address.
func TestSearchAddress(t *testing.T) {
	w := open(t, 1400, 900)
	s := built(t, siteAtRoot)
	w.visit("search/?q=" + url.QueryEscape("教育") + "&year=2017&region=" + url.QueryEscape("广东省/广州市"))
	for _, h := range w.unfold() {
		if !strings.Contains(h.Href, "/liwan-2017/") {
			t.Errorf("the filters let %s through", h.Href)
		}
	}
	w.visit("search/?type=plan&q=" + url.QueryEscape("教育"))
	for _, h := range w.unfold() {
		if !strings.Contains(h.Href, "/zhongshan-xiqu-145/") {
			t.Errorf("the type lets %s through", h.Href)
		}
	}
	w.visit("search/?theme=education&q=" + url.QueryEscape("学"))
	w.unfold()
	if n := ask[int](w, `[...document.querySelectorAll('.results .reports li .where')].filter(w => !/教育/.test(w.textContent)).length`); n > 0 {
		t.Errorf("%d lines are not of the theme", n)
	}

	w.visit("search/")
	w.do(chromedp.SendKeys(chromedp.CSS(`input[name=q]`), "财政"))
	w.becomes(`new URLSearchParams(location.search).get('q') === '财政'`, "typing updates the address")
	if got, want := len(w.unfold()), len(scanOf(s.edition.Corpus).lines(w.address, []string{"财政"})); got != want {
		t.Errorf("typing finds %d lines, want %d", got, want)
	}
	w.do(chromedp.SendKeys(chromedp.CSS(`input[name=q]`), "。。"))
	w.tell(`document.querySelector('input[name=q]').select()`)
	w.do(chromedp.SendKeys(chromedp.CSS(`input[name=q]`), "。"))
	w.becomes(count+`.startsWith('只有标点')`, "the page says that there is nothing to look for")
}

// slash presses the key / as a keyboard does: what is typed follows from the
// key, unless the page takes it.
func (w *tab) slash() {
	send(w, input.DispatchKeyEvent, input.DispatchKeyEventParams{
		Type: input.DispatchKeyEventTypeKeyDown, Key: "/", Code: "Slash", Text: "/", WindowsVirtualKeyCode: 191})
	send(w, input.DispatchKeyEvent, input.DispatchKeyEventParams{
		Type: input.DispatchKeyEventTypeKeyUp, Key: "/", Code: "Slash", WindowsVirtualKeyCode: 191})
}

// The key / goes to the field of any page; there Enter leads to the search page.
func TestSearchKey(t *testing.T) {
	w := open(t, 1400, 900)
	w.visit("themes/")
	w.slash()
	w.becomes(`document.activeElement.name === 'q' && document.activeElement.value === ''`, "the key / goes to the field")
	w.do(chromedp.KeyEvent("放管服"))
	loaded := chromedp.Events(w.ctx, page.LoadEventFired)
	w.do(chromedp.KeyEvent(kb.Enter))
	for range loaded {
		break
	}
	w.becomes(`location.pathname === '/search/' && /。$/.test(document.querySelector('.query [role=status]')?.textContent)`, "Enter searches")
	if ask[string](w, `document.querySelector('input[name=q]').value`) != "放管服" {
		t.Error("the search page does not know what was asked")
	}
	w.tell(`document.activeElement.blur()`)
	w.slash()
	w.becomes(`document.activeElement.name === 'q'`, "the key / goes to the search page's own field")
	if n := ask[int](w, `document.querySelectorAll('input[name=q]').length`); n != 1 {
		t.Errorf("the search page has %d fields", n)
	}
	w.do(chromedp.KeyEvent(kb.End))
	w.slash()
	if ask[string](w, `document.querySelector('input[name=q]').value`) != "放管服/" {
		t.Error("a / cannot be typed into the field")
	}
}

func TestSearchWithoutScript(t *testing.T) {
	w := open(t, 1400, 900)
	send(w, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	w.visit("search/?q=x")
	if w.is(`document.querySelector('.query').checkVisibility()`) || !w.is(`document.querySelector('.instead a[href$="glossary/"]').checkVisibility() && document.querySelector('.instead a[href$="themes/"]').checkVisibility()`) {
		t.Error("without script the page does not say so, or offers no indexes")
	}
}

// A browser that cannot unpack the texts is told so, and which can.
func TestSearchInOldBrowser(t *testing.T) {
	for _, old := range []string{
		"delete window.DecompressionStream",
		"window.DecompressionStream = class { constructor(how) { if (how !== 'gzip') throw new TypeError(how); } }",
	} {
		w := open(t, 1400, 900)
		w.before(old)
		w.visit("search/?q=放管服")
		w.becomes(`[...document.querySelectorAll('[role=status]')].some(e => e.textContent.includes('2023年以后'))`, "it says which browsers can search")
	}
}

// All script of the search page together.
func TestSearchBudget(t *testing.T) {
	const budget = 15 << 10
	s := built(t, siteAtRoot)
	size := 0
	for n := range s.documents(t)["search/index.html"].root.Descendants() {
		if n.Data == "script" && attribute(n, "src") != "" {
			size += s.compressed(t, attribute(n, "src"))
		}
	}
	t.Logf("%d bytes of script", size)
	if size == 0 || size > budget {
		t.Errorf("%d bytes of script, want 1 to %d", size, budget)
	}
}

// No question is a dead end: what a term is called otherwise is found too and named,
// pinyin finds it, what is not wanted is left out, and an empty answer says why it
// is one and where to go on.
func TestSearchHasNoDeadEnd(t *testing.T) {
	w := open(t, 1400, 900)
	lines := func(query string) []string {
		t.Helper()
		var all []string
		for _, h := range w.search(query) {
			all = append(all, h.Href)
		}
		slices.Sort(all)
		return all
	}
	name := lines("地区生产总值")
	if gdp := lines("GDP"); len(name) == 0 || !slices.Equal(gdp, name) {
		t.Errorf("GDP finds %d lines, 地区生产总值 %d", len(gdp), len(name))
	}
	if !w.is(`[...document.querySelectorAll('.results .why')].some(e => e.textContent === '写作“地区生产总值”')`) {
		t.Error("the page does not say by which words it has found a line")
	}
	if exact := lines("“GDP”"); len(exact) == 0 || len(exact) >= len(name) {
		t.Errorf("in quote marks it finds %d lines", len(exact))
	}
	for _, pinyin := range []string{"fangguanfu", "fgf", "FGF"} {
		if got := lines(pinyin); len(got) == 0 || !slices.Equal(got, lines("放管服")) {
			t.Errorf("%s finds %q", pinyin, got)
		}
	}
	lines("fangguan")
	if !w.is(`[...document.querySelectorAll('.titles a')].some(a => a.textContent === '放管服')`) {
		t.Error("the beginning of its pinyin does not find an entry")
	}
	with, all := lines("改革 开放"), lines("改革")
	if got := lines("改革 -开放"); len(got)+len(with) != len(all) || len(got) == 0 || len(with) == 0 {
		t.Errorf("改革 is in %d lines, with 开放 in %d, without in %d", len(all), len(with), len(got))
	}

	w.search("供给测")
	if !w.is(`document.querySelector('.ways-on a[href$="glossary/gong-ji-ce-jie-gou-xing-gai-ge/"]') !== null`) {
		t.Error("a near spelling is not offered")
	}
	w.search("火星移民")
	if !w.is(`document.querySelector('.ways-on a[href$="glossary/"]').checkVisibility()`) {
		t.Error("where nothing is found there is no way on")
	}
	w.visit("search/?year=2016&q=" + url.QueryEscape("荔灣"))
	w.searched()
	if !strings.Contains(ask[string](w, count), "筛选") {
		t.Error("the page does not say that a filter hides all")
	}
	w.tell(`document.querySelector('.ways-on button').click()`)
	w.becomes(count+`.includes('篇报告')`, "without the filter it is found")
	w.visit("search/")
	w.becomes(count+`.startsWith('请输入')`, "the page says what to do")
}

// On a phone passages come soon, filters are folded, and nothing moves while loading.
func TestSearchOnPhone(t *testing.T) {
	w := open(t, 360, 740)
	w.before(shifts)
	w.visit("search/?q=" + url.QueryEscape("水"))
	w.searched()
	w.becomes(`document.querySelector('.results .excerpt') !== null`, "passages are shown")
	if y := ask[float64](w, `document.querySelector('.results .excerpt').getBoundingClientRect().top + scrollY`); y > 740 {
		t.Errorf("the first passage is at %v px", y)
	}
	if w.is(`document.querySelector('select[name=region]').checkVisibility({contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true})`) {
		t.Error("the filters are not folded")
	}
	if shift := ask[float64](w, `window.shift`); shift > 0.05 {
		t.Errorf("the page shifts by %v", shift)
	}
}
