package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"jianzhu/generator/project"
	"jianzhu/generator/serve"
)

// served is a copy of the project, served until the test ends.
type served struct {
	t       *testing.T
	root    string
	address string
	said    chan string // lines, as printed
}

func startServing(t *testing.T) *served {
	t.Helper()
	s := &served{t: t, root: t.TempDir(), said: make(chan string, 1000)}
	if err := copyProject(s.root); err != nil {
		t.Fatal(err)
	}
	terminal, out := io.Pipe()
	go func() {
		for lines := bufio.NewScanner(terminal); lines.Scan(); {
			s.said <- lines.Text()
		}
	}()
	ctx, cancel := context.WithCancel(context.Background())
	w, ended := workshopIn(t, s.root), make(chan error, 1)
	go func() {
		ended <- serve.Run(ctx, s.root, 0, "/", w, out)
	}()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		out.Close()
	})
	s.address, _, _ = strings.Cut(s.await("serving "), " ")
	s.await("up to date ")
	return s
}

// await waits until a line that begins so is printed, and returns the rest.
func (s *served) await(beginning string) string {
	s.t.Helper()
	var others []string
	for {
		select {
		case line := <-s.said:
			if rest, ok := strings.CutPrefix(line, beginning); ok {
				return rest
			}
			others = append(others, line)
		case <-time.After(time.Minute):
			s.t.Fatalf("%q is never printed: %q", beginning, others)
		}
	}
}

// reloads waits until the page has reloaded because of what is done.
func (w *tab) reloads(do func()) {
	w.tell(`window.before = true`)
	do()
	w.becomes(`!window.before && document.readyState === 'complete'`, "the page reloads")
}

func edit(t testing.TB, file string, change func(string) string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(change(string(text))), 0o644); err != nil {
		t.Fatal(err)
	}
}

// An edit is on the page, and the reader stays at the same words.
func TestServeKeepsThePlace(t *testing.T) {
	s := startServing(t)
	folder := filepath.Join(s.root, "content", "reports", "trial")
	var text strings.Builder
	for n := range 100 {
		fmt.Fprintf(&text, "现在说第%d件事，%s。\n", n+1, strings.Repeat("这件事还要接着办", 30))
	}
	if err := errors.Join(os.Mkdir(folder, 0o755),
		os.WriteFile(filepath.Join(folder, "report.yaml"), []byte("title: 某县政府工作报告\n"), 0o644),
		os.WriteFile(filepath.Join(folder, "report.txt"), []byte(text.String()), 0o644)); err != nil {
		t.Fatal(err)
	}
	s.await("up to date ")

	w := open(t, 1400, 900)
	w.address = s.address
	w.visit("reports/trial/#L10") // whose fragment must not win
	const top = `Math.round([...document.querySelectorAll('[data-report-text] p')].find(p => p.textContent.startsWith('现在说第40件事')).getBoundingClientRect().top)`
	w.tell(`scrollTo({top: ` + top + ` + scrollY + 50, behavior: 'instant'})`)
	if got := ask[int](w, top); got != -50 {
		t.Fatalf("the words are at %d", got)
	}

	for _, change := range []struct {
		name   string
		change func(string) string
		seen   string
	}{
		{"a line before grows", func(text string) string {
			return strings.Replace(text, "第20件事，", "第20件事，"+strings.Repeat("此处增补，", 200), 1)
		}, "此处增补"},
		{"lines come before", func(text string) string {
			return strings.Replace(text, "现在说第20件事", "又添了一行。\n再添了一行。\n现在说第20件事", 1)
		}, "再添了一行"},
		{"the line itself changes, and one before", func(text string) string {
			return strings.NewReplacer("第20件事，", "第20件事，"+strings.Repeat("此处再补，", 200), "第40件事，", "第40件事，此事另议，").Replace(text)
		}, "此事另议"},
	} {
		w.reloads(func() {
			edit(t, filepath.Join(folder, "report.txt"), change.change)
			s.await("up to date ")
		})
		w.becomes(`document.querySelector('main').textContent.includes('`+change.seen+`') && history.scrollRestoration === 'auto'`, change.name)
		if got := ask[int](w, top); got < -51 || got > -49 {
			t.Errorf("%s: the words are at %d now", change.name, got)
		}
	}
}

// A page shows what is wrong as text, stays as it was, and is mended.
func TestServeShowsErrors(t *testing.T) {
	s := startServing(t)
	glossary := filepath.Join(s.root, "content", "glossary.yaml")
	const shown = `document.getElementById('jianzhu-live')?.shadowRoot.querySelector('[role=alert]')`
	w := open(t, 1400, 900)
	w.address = s.address
	w.visit(liwan)
	w.tell(`window.same = true`)

	breakIt := func(key string) {
		edit(t, glossary, func(text string) string { return text + "- " + key + ": 1\n" })
		s.await("not built")
		w.becomes(shown+`?.textContent.includes('`+key+`')`, "the page shows the error")
	}
	breakIt("<b>frob</b>")
	if w.is(shown + `.querySelector('b') !== null`) {
		t.Error("the error is shown as markup")
	}
	if !w.is(`/^content\/glossary\.yaml:\d+$/.test(` + shown + `.querySelector('code').textContent)`) {
		t.Error("the error has no place")
	}
	w.becomes(`window.same && document.querySelector('[data-report-text]') !== null && getComputedStyle(`+shown+`).position === 'fixed'`, "the page stays, and has the error over it") // when its styles are there
	w.tell(shown + `.querySelector('button').click()`)
	if w.is(shown + ` != null`) {
		t.Error("the error cannot be put away")
	}
	breakIt("again")

	edit(t, glossary, func(text string) string {
		text, _, _ = strings.Cut(text, "- <b>")
		return text
	})
	s.await("up to date ")
	w.becomes(shown+` == null && window.same && document.querySelector('[data-report-text]') !== null`, "the error goes from the page, which is as it was")

	edit(t, filepath.Join(s.root, "layouts", "404.html"), func(string) string { return `{{ define "main" }}{{ .Nowhere }}{{ end }}` })
	s.await("not built")
	w.becomes(shown+`?.textContent.includes('layouts/404.html:1')`, "the page shows an error of a layout")
	if _, err := os.Stat(filepath.Join(s.root, "public")); err == nil {
		t.Error("public is written")
	}
	w.do(chromedp.Navigate("about:blank"))
}

// What serve gives to pages is in none that is published.
func TestServeLeavesNothingInPages(t *testing.T) {
	for file, doc := range built(t, siteAtRoot).documents(t) {
		if strings.Contains(string(doc.text), "jianzhu-live") {
			t.Errorf("%s has the script of serve", file)
		}
	}
}

func TestPathOfSite(t *testing.T) {
	for baseURL, want := range map[string]string{
		"https://example.org/":            "/",
		"https://example.org":             "/",
		"https://example.org/a":           "/a/",
		"https://example.org/a/b/":        "/a/b/",
		"https://example.org/%E8%8D%94//": "/荔/",
		"/a/":                             "/a/",
		"":                                "/",
		"https://example.org/%":           "/",
	} {
		if got := (&project.Config{BaseURL: baseURL}).Path(); got != want {
			t.Errorf("the path of %q is %q, want %q", baseURL, got, want)
		}
	}
}

// From a changed file to the finished site; the browser and the pause in which
// changes are gathered come on top.
func BenchmarkRebuild(b *testing.B) {
	for name, file := range map[string]string{"report": "content/reports/liwan-2017/report.txt", "layout": "layouts/baseof.html", "glossary": "content/glossary.yaml"} {
		b.Run(name, func(b *testing.B) {
			root := b.TempDir()
			if err := copyProject(root); err != nil {
				b.Fatal(err)
			}
			w := workshopIn(b, root)
			for b.Loop() {
				edit(b, filepath.Join(root, file), func(text string) string { return text + "\n" })
				wholeOf(b, w)
			}
		})
	}
}
