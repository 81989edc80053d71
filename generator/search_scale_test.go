package main

import (
	"bytes"
	"compress/gzip"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"jianzhu/generator/annotate"
)

// searchable is a finished site as a server has it, compressed.
type searchable struct {
	corpus *annotate.Corpus
	scan   scan
	server *httptest.Server
	loaded atomic.Int64 // bytes of script and index, as compressed
}

func searchableOf(t testing.TB, public string, c *annotate.Corpus) *searchable {
	t.Helper()
	x := &searchable{corpus: c, scan: scanOf(c)}
	x.server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := r.URL.Path
		if strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		text, err := os.ReadFile(filepath.Join(public, filepath.FromSlash(path.Clean(name))))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		text = zipped(text)
		w.Header().Set("Content-Encoding", "gzip")
		w.Header().Set("Content-Type", map[string]string{".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}[path.Ext(name)])
		if path.Ext(name) == ".js" {
			x.loaded.Add(int64(len(text)))
		}
		w.Write(text)
	}))
	t.Cleanup(x.server.Close)
	return x
}

// tab opens a tab that keeps nothing it loads and notes when the first hit is there.
func (x *searchable) tab(t testing.TB) *tab {
	t.Helper()
	w := open(t, 1400, 900)
	w.address = x.server.URL + "/"
	send(w, network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true})
	const watch = `new MutationObserver(() => { if (!window.firstHit && document.querySelector('.results li')) window.firstHit = performance.now() }).observe(document, {subtree: true, childList: true})`
	if _, err := chromedp.Call(w.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: watch}); err != nil {
		t.Fatal(err)
	}
	return w
}

// answer is what a query cost, and what it found.
type answer struct {
	searchQuery
	bytes        int64   // of script and index, as compressed, with nothing in the cache
	milliseconds float64 // from the navigation to the first hit
	said         string
	shown        []hit
}

func (x *searchable) ask(w *tab, q searchQuery) answer {
	w.t.Helper()
	x.loaded.Store(0)
	w.visit("search/?" + url.Values{"q": {q.query}}.Encode())
	w.searched()
	return answer{q, x.loaded.Load(), ask[float64](w, `window.firstHit ?? performance.now()`), ask[string](w, count), ask[[]hit](w, shown)}
}

// compare counts the lines that an answer misses, and those that are not there,
// against a plain scan of all texts.
func (x *searchable) compare(t testing.TB, a answer) (missed, false int) {
	t.Helper()
	want := x.scan.lines(x.server.URL+"/", a.widened(x.corpus)...)
	found := 0
	if n := regexp.MustCompile(`篇报告，(\d+)段`).FindStringSubmatch(a.said); n != nil {
		found, _ = strconv.Atoi(n[1])
	}
	missed, false = max(0, len(want)-found), max(0, found-len(want))
	if found == 0 {
		a.shown = nil // it is the passage nearest to a quotation, and said to be no more
	}
	for _, h := range a.shown {
		if _, is := slices.BinarySearch(want, h.Href); !is {
			false++
		}
	}
	if missed+false > 0 {
		t.Errorf("%s: misses %d lines and has %d that are not there: %s", a.query, missed, false, a.said)
	}
	if a.bytes == 0 || a.bytes > 400<<10 {
		t.Errorf("%s: loads %d bytes", a.query, a.bytes)
	}
	return missed, false
}

// frequent are queries besides those of TestSearch that have the longest lists.
var frequent = []searchQuery{
	{"经济社会发展", [][]string{{"经济社会发展"}}, false}, {"中国特色社会主义", [][]string{{"中国特色社会主义"}}, false}, {"一", [][]string{{"一"}}, false},
	{"经济 发展 服务 建设", [][]string{{"经济"}, {"发展"}, {"服务"}, {"建设"}}, false},
}

// A query loads at most 400 KB and finds what a plain scan finds; at many reports
// too, as BenchmarkSite tells.
func TestSearchCost(t *testing.T) {
	t.Parallel()
	s := built(t, siteAtRoot)
	x := searchableOf(t, s.public(), s.edition.Corpus)
	w := x.tab(t)
	for _, q := range slices.Concat(queries, frequent) {
		x.compare(t, x.ask(w, q))
	}
}

func zipped(text []byte) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write(text)
	z.Close()
	return b.Bytes()
}
