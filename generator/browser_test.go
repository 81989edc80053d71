package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// policy is the strict Content-Security-Policy that every page must hold, as the
// guide tells servers to send it; who may frame a page is said apart.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors "

// Who may frame a page: what is under /embed/, and the rest.
const framersOfEmbeds, framersElsewhere = "*", "'none'"

// browser is one headless Chromium for all tests, and the real site served
// with the policy.
type browser struct {
	address string
	context context.Context
}

var startBrowser = sync.OnceValues(func() (*browser, error) {
	s, err := siteAtRoot()
	if err != nil {
		return nil, err
	}
	server := httptest.NewServer(strict(s.public()))
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true))
	ctx, _ := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, _ = chromedp.NewContext(ctx)
	return &browser{server.URL + "/", ctx}, chromedp.Do(ctx)
})

// strict serves a folder with the policy.
func strict(dir string) http.Handler {
	files := http.FileServer(http.Dir(dir))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		framers := framersElsewhere
		if strings.HasPrefix(r.URL.Path, "/embed/") {
			framers = framersOfEmbeds
		}
		w.Header().Set("Content-Security-Policy", policy+framers)
		files.ServeHTTP(w, r)
	})
}

// tab is a page of the browser, in the hand of one test.
type tab struct {
	t       testing.TB
	ctx     context.Context
	address string
}

type step = chromedp.Action[chromedp.Void]

// open opens a tab of the given size. It fails the test on uncaught errors, on
// files that do not load, and on violations of the policy.
func open(t testing.TB, width, height int64) *tab {
	t.Helper()
	return openHearing(t, width, height, complaint)
}

// openHearing is open with an ear of one's own for what is wrong.
func openHearing(t testing.TB, width, height int64, complaint func(event any) string) *tab {
	t.Helper()
	_, err := exec.LookPath("chromium")
	needed(t, "Chromium", err)
	b, err := startBrowser()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := chromedp.NewContext(b.context)
	t.Cleanup(cancel)
	ctx, stop := context.WithTimeout(ctx, 4*time.Minute)
	t.Cleanup(stop)
	if err := chromedp.Listen(ctx, func(event any) {
		if what := complaint(event); what != "" {
			t.Error(what)
		}
	}); err != nil {
		t.Fatal(err)
	}
	w := &tab{t, ctx, b.address}
	w.do(chromedp.EmulateViewport(width, height))
	return w
}

// complaint is what an event says is wrong.
func complaint(event any) string {
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		return e.ExceptionDetails.Text
	case *cdplog.EventEntryAdded:
		if e.Entry.Level == cdplog.EntryLevelError {
			return e.Entry.Text + " " + e.Entry.URL
		}
	}
	return ""
}

func (w *tab) do(steps ...step) {
	w.t.Helper()
	if err := chromedp.Do(w.ctx, steps...); err != nil {
		w.t.Fatal(err)
	}
}

func (w *tab) visit(page string) {
	w.t.Helper()
	w.do(chromedp.Navigate(w.address + page))
}

// tell runs an expression in the page.
func (w *tab) tell(expression string) {
	w.t.Helper()
	w.do(chromedp.Evaluate[chromedp.Void](expression))
}

// is asks the page whether an expression holds.
func (w *tab) is(expression string) bool {
	w.t.Helper()
	return ask[bool](w, expression)
}

// becomes waits until an expression holds. A machine that is busy with other
// things may take long; what never holds fails all the same.
func (w *tab) becomes(expression, what string) {
	w.t.Helper()
	if _, err := chromedp.Run(w.ctx, chromedp.Poll[bool](expression, chromedp.WithPollingTimeout(30*time.Second))); err != nil {
		w.t.Fatalf("%s: %v", what, err)
	}
}

// ask evaluates an expression, or what its promise brings.
func ask[T any](w *tab, expression string) T {
	w.t.Helper()
	answer, err := chromedp.Run(w.ctx, chromedp.Evaluate[T](expression, func(p *runtime.EvaluateParams) { p.AwaitPromise = new(true) }))
	if err != nil {
		w.t.Fatalf("%.80s: %v", expression, err)
	}
	return answer
}

func send[P any](w *tab, command cdp.Command[P, cdp.Empty], params P) {
	w.t.Helper()
	if _, err := chromedp.Call(w.ctx, command, params); err != nil {
		w.t.Fatal(err)
	}
}

func (w *tab) scheme(name string) {
	send(w, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: name}}})
}

func (w *tab) tap(x, y float64) {
	send(w, input.DispatchTouchEvent, input.DispatchTouchEventParams{
		Type: input.DispatchTouchEventTypeTouchStart, TouchPoints: []*input.TouchPoint{{X: x, Y: y}}})
	send(w, input.DispatchTouchEvent, input.DispatchTouchEventParams{
		Type: input.DispatchTouchEventTypeTouchEnd, TouchPoints: []*input.TouchPoint{}})
}

// middle is the middle of the first line of what an expression finds, once that
// stands still: where it was a frame ago, a press could miss it. A page without
// script tells no frames, so the clock here does.
func (w *tab) middle(expression string) (x, y float64) {
	w.t.Helper()
	at := func() []float64 {
		return ask[[]float64](w, `(() => {
			const r = `+expression+`.getClientRects()[0];
			return document.readyState === 'complete' ? [r.x + r.width / 2, r.y + r.height / 2] : [];
		})()`)
	}
	for before := at(); ; {
		time.Sleep(50 * time.Millisecond)
		now := at()
		if len(now) == 2 && slices.Equal(now, before) {
			return now[0], now[1]
		}
		before = now
	}
}
