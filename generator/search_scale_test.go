package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"math/rand/v2"
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
	"time"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"jianzhu/generator/annotate"
	"jianzhu/generator/report"
	"jianzhu/generator/search"
)

// searchable is a corpus as a server has it: the index, and the search page with
// all that it loads, compressed.
type searchable struct {
	corpus  *annotate.Corpus
	scan    scan
	server  *httptest.Server
	loaded  atomic.Int64  // bytes of script and index, as compressed
	written time.Duration // what the index cost to make
	index   int           // its bytes, not compressed
	text    int           // those of the reports
}

func searchableOf(t testing.TB, c *annotate.Corpus) *searchable {
	t.Helper()
	s := built(t, siteAtRoot)
	x := &searchable{corpus: c, scan: scanOf(c)}
	start := time.Now()
	index := map[string][]byte{}
	err := search.Write(c, func(file string, content []byte) error { index[file] = content; return nil })
	if err != nil {
		t.Fatal(err)
	}
	x.written = time.Since(start)
	for _, r := range c.Reports {
		x.text += len(r.Bytes())
	}
	files := map[string][]byte{}
	for name, text := range index {
		files["/"+name] = zipped(text)
		x.index += len(text)
	}
	for _, pattern := range []string{"js/*.js", "css/*.css", "search/index.html", "favicon.svg"} {
		names, _ := filepath.Glob(filepath.Join(s.public(), pattern))
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files["/"+strings.TrimPrefix(filepath.ToSlash(name), filepath.ToSlash(s.public())+"/")] = zipped(text)
		}
	}
	x.server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := r.URL.Path
		if strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		text, ok := files[name]
		if !ok {
			http.NotFound(w, r)
			return
		}
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

// A query loads at most 400 KB and finds what a plain scan finds; at 1,000 reports
// too, as BenchmarkSearch tells.
func TestSearchCost(t *testing.T) {
	t.Parallel()
	x := searchableOf(t, built(t, siteAtRoot).edition.corpus)
	w := x.tab(t)
	for _, q := range slices.Concat(queries, frequent) {
		x.compare(t, x.ask(w, q))
	}
}

// BenchmarkSearch asks the fixed queries of the five reports, and of 1,000 of
// 15,000 characters made of their paragraphs. The time is that of all queries in
// Chromium, one after another; the metrics, of single queries, are the mean and the worst.
func BenchmarkSearch(b *testing.B) {
	five := built(b, siteAtRoot).edition.corpus
	for _, c := range []*annotate.Corpus{five, recombined(five, 1000)} {
		b.Run(fmt.Sprintf("reports=%d", len(c.Reports)), func(b *testing.B) {
			x := searchableOf(b, c)
			var all []answer
			for b.Loop() {
				all = nil
				w := x.tab(b)
				for _, q := range slices.Concat(queries, frequent) {
					all = append(all, x.ask(w, q))
				}
			}
			var sum, worst answer
			missed, false := 0, 0
			for _, a := range all {
				sum.bytes, worst.bytes = sum.bytes+a.bytes, max(worst.bytes, a.bytes)
				sum.milliseconds, worst.milliseconds = sum.milliseconds+a.milliseconds, max(worst.milliseconds, a.milliseconds)
				m, f := x.compare(b, a)
				missed, false = missed+m, false+f
			}
			n := float64(len(all))
			for unit, value := range map[string]float64{
				"queries": n, "missed": float64(missed), "false": float64(false),
				"KB/query": float64(sum.bytes) / 1e3 / n, "KB-worst": float64(worst.bytes) / 1e3,
				"ms/query": sum.milliseconds / n, "ms-worst": worst.milliseconds,
				"index/text": float64(x.index) / float64(x.text), "s-to-write": x.written.Seconds(),
			} {
				b.ReportMetric(value, unit)
			}
		})
	}
}

func zipped(text []byte) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write(text)
	z.Close()
	return b.Bytes()
}

// recombined is a corpus of n reports of about 15,000 characters, made of the
// paragraphs of a corpus's reports, always the same ones.
func recombined(c *annotate.Corpus, n int) *annotate.Corpus {
	random := rand.New(rand.NewPCG(2017, 5))
	type source struct {
		p report.Paragraph
		e []report.Entry
	}
	var all []source
	for _, r := range c.Reports {
		for p, entries := range r.All() {
			all = append(all, source{p, entries})
		}
	}
	many := *c
	many.Reports = nil
	for i := range n {
		like := c.Reports[i%len(c.Reports)]
		r := &report.Report{Slug: fmt.Sprintf("report-%d", i), Meta: like.Meta, Script: like.Script}
		r.Meta.Title = fmt.Sprintf("%s（第%d号）", like.Meta.Title, i)
		r.Meta.Year = 1990 + i%40
		for characters := 0; characters < 15000; {
			s := all[random.IntN(len(all))]
			line := len(r.Lines) + 1
			r.Lines = append(r.Lines, report.Line{Text: s.p.Text, End: "\n"})
			id := ""
			for k, e := range s.e {
				if e.Opens() {
					id = fmt.Sprintf("s%d-%d", line, k)
					e.ID, e.Line, e.TitleLine = id, line, line
					r.Outline = append(r.Outline, e)
				}
			}
			r.Paragraphs = append(r.Paragraphs, report.Paragraph{Line: line, Kind: s.p.Kind, Section: id, Text: s.p.Text})
			characters += len([]rune(s.p.Text))
		}
		many.Reports = append(many.Reports, r)
	}
	return &many
}
