package main

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"runtime"
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

var recombine = flag.Int("recombine", 0, "how many reports TestSearchAtScale makes of the five and searches; 0 searches the five")

// TestSearchAtScale tells what the index costs to make and a query to load, in
// bytes as compressed and in time to the first hits, with nothing in the cache.
// With -recombine 1000 a query may load 300 KB.
func TestSearchAtScale(t *testing.T) {
	if testing.Short() {
		t.Skip("it measures")
	}
	s := built(t, siteAtRoot)
	c := s.edition.corpus
	if *recombine > 0 {
		c = recombined(c, *recombine)
	}
	start := time.Now()
	index, err := search.Write(c)
	if err != nil {
		t.Fatal(err)
	}
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	t.Logf("%d reports: written in %v, the process has %d MB", len(c.Reports), time.Since(start).Round(time.Millisecond), memory.Sys>>20)

	files := map[string][]byte{}
	total, compressed := 0, 0
	for name, text := range index {
		files["/"+name] = zipped(text)
		total, compressed = total+len(text), compressed+len(files["/"+name])
	}
	t.Logf("%d files, %d KB, %d KB compressed", len(index), total>>10, compressed>>10)
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
	var loaded atomic.Int64 // script and index
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
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
			loaded.Add(int64(len(text)))
		}
		w.Write(text)
	}))
	defer server.Close()

	w := open(t, 1400, 900)
	w.address = server.URL + "/"
	send(w, network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true})
	const watch = `new MutationObserver(() => { if (!window.firstHit && document.querySelector('.results li')) window.firstHit = performance.now() }).observe(document, {subtree: true, childList: true})`
	if _, err := chromedp.Call(w.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: watch}); err != nil {
		t.Fatal(err)
	}
	for _, q := range append(queries, []struct {
		query string
		words [][]string
		none  bool
	}{{"经济社会发展", nil, false}, {"中国特色社会主义", nil, false}, {"一", nil, false}, {"经济 发展 服务 建设", nil, false}}...) {
		loaded.Store(0)
		w.visit("search/?" + url.Values{"q": {q.query}}.Encode())
		w.searched()
		took := ask[float64](w, `window.firstHit ?? performance.now()`)
		t.Logf("%-16s %4d KB %5.0f ms  %s", q.query, loaded.Load()>>10, took, ask[string](w, count))
		if loaded.Load() > 300<<10 {
			t.Errorf("%s loads %d bytes", q.query, loaded.Load())
		}
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
