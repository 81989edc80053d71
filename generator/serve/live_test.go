package serve

import (
	"bufio"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// stream is what a page hears.
type stream struct {
	t     *testing.T
	lines *bufio.Scanner
}

func listen(t *testing.T, address string) *stream {
	t.Helper()
	if !strings.Contains(address, "jianzhu-live") {
		address += "jianzhu-live"
	}
	response, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { response.Body.Close() })
	if kind := response.Header.Get("Content-Type"); kind != "text/event-stream" {
		t.Fatalf("the stream is %s", kind)
	}
	return &stream{t, bufio.NewScanner(response.Body)}
}

// next waits for the next event.
func (s *stream) next() scene {
	s.t.Helper()
	for s.lines.Scan() {
		if text, ok := strings.CutPrefix(s.lines.Text(), "data: "); ok {
			var told scene
			if err := json.Unmarshal([]byte(text), &told); err != nil {
				s.t.Fatal(err)
			}
			return told
		}
	}
	s.t.Fatalf("the stream ends: %v", s.lines.Err())
	return scene{}
}

// until waits for an event that is as wanted. Those before it are of builds
// that began between two changes.
func (s *stream) until(wanted func(scene) bool) scene {
	s.t.Helper()
	for {
		if told := s.next(); wanted(told) {
			return told
		}
	}
}

func fine(s scene) bool   { return s.Site != "" && s.Faults == nil }
func failed(s scene) bool { return s.Faults != nil }

func get(t *testing.T, address string) (status int, text string) {
	t.Helper()
	response, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(body)
}

func TestEditing(t *testing.T) {
	p := newProject(t, map[string]string{"content/index.txt": "one", "site.yaml": ""})
	address := p.start("/")
	stream := listen(t, address)
	first := stream.until(fine)
	has := func(want string) {
		t.Helper()
		if status, text := get(t, address); status != 200 || !strings.Contains(text, want) {
			t.Errorf("status %d and no %q:\n%s", status, want, text)
		}
	}
	has("</head>one")
	has(`data-page="` + first.Page + `"`)

	p.write("content/index.txt", "two")
	second := stream.until(func(s scene) bool { return fine(s) && s.Site != first.Site })
	has("</head>two")
	has(`data-page="` + second.Page + `"`)

	p.write("content/index.txt", "broken")
	told := stream.until(failed)
	if want := (fault{"content/index.txt:7", "it is broken", "mend <it>"}); !slices.Equal(told.Faults, []fault{want}) {
		t.Errorf("told %+v, want %+v", told.Faults, want)
	}
	if told.Site != second.Site {
		t.Errorf("a failed build changes the site")
	}
	has("</head>two")
	p.said.until(t, "content/index.txt:7: it is broken\n\tmend <it>\nnot built")

	p.write("content/index.txt", "fails")
	told = stream.until(func(s scene) bool { return failed(s) && s.Faults[0].Place == "" })
	if told.Faults[0].Message != "the layout failed" {
		t.Errorf("told %+v", told.Faults)
	}
	has("</head>two")

	p.write("content/index.txt", "three")
	stream.until(fine)
	has("</head>three")
}

// What is made, moved or removed anywhere in the watched folders is noticed.
func TestWhatIsNoticed(t *testing.T) {
	p := newProject(t, map[string]string{"content/index.txt": "one", "site.yaml": ""})
	address := p.start("/")
	stream := listen(t, address)
	last := stream.until(fine)
	for _, change := range []struct {
		name string
		make func()
		page string // is there after it, or with a ! is not
	}{
		{"a new folder in a new folder", func() { p.write("content/a/b/index.txt", "one") }, "a/b/"},
		{"a file in it", func() { p.write("content/a/b/c/index.txt", "one") }, "a/b/c/"},
		{"site.yaml", func() { p.write("site.yaml", "title: a") }, ""},
		{"a file put in its place", func() {
			p.write("site.yaml~", "title: b")
			must(t, os.Rename(filepath.Join(p.root, "site.yaml~"), filepath.Join(p.root, "site.yaml")))
		}, ""},
		{"a folder that was not there at first", func() { p.write("static/css/a.css", "p {}") }, "css/a.css"},
		{"a layout", func() { p.write("layouts/page.html", "") }, ""},
		{"a folder moved", func() {
			must(t, os.Rename(filepath.Join(p.root, "content/a"), filepath.Join(p.root, "content/z")))
		}, "z/b/"},
		{"a file in the moved folder", func() { p.write("content/z/b/d/index.txt", "one") }, "z/b/d/"},
		{"a folder removed", func() { must(t, os.RemoveAll(filepath.Join(p.root, "content/z"))) }, "!z/b/"},
	} {
		change.make()
		page, gone := strings.CutPrefix(change.page, "!")
		want := 200
		if gone {
			want = 404
		}
		// A build may come between two steps of the change; another follows.
		for {
			last = stream.until(func(s scene) bool { return s.Site != last.Site })
			if status, _ := get(t, address+page); status == want {
				break
			}
		}
	}
}

// A change during a build, which has read what was before it, brings another.
func TestChangeDuringABuild(t *testing.T) {
	p := newProject(t, map[string]string{"content/index.txt": "one"})
	p.hold, p.free = make(chan chan struct{}), make(chan struct{})
	address := p.start("/")
	stream := listen(t, address)
	release := <-p.hold
	if told := stream.next(); told.Site != "" || told.Faults != nil {
		t.Errorf("before the first build: %+v", told)
	}
	p.write("content/index.txt", "two")
	time.Sleep(5 * quiet) // so that the change is noticed while the build goes on
	close(p.free)
	close(release)
	for last := (scene{}); ; {
		last = stream.until(func(s scene) bool { return s.Site != last.Site })
		if _, text := get(t, address); strings.Contains(text, "</head>two") {
			break
		}
	}
}

// Until a build succeeds there is a page that waits and is told what is wrong.
func TestFirstBuildFails(t *testing.T) {
	p := newProject(t, map[string]string{"content/index.txt": "broken"})
	address := p.start("/")
	stream := listen(t, address)
	if told := stream.until(failed); told.Site != "" || told.Faults[0].Place != "content/index.txt:7" {
		t.Errorf("told %+v", told)
	}
	if status, text := get(t, address+"any/"); status != http.StatusServiceUnavailable || !strings.Contains(text, `<script src="/jianzhu-live.js" data-page="" defer></script>`) {
		t.Errorf("status %d:\n%s", status, text)
	}
	p.write("content/index.txt", "one")
	stream.until(fine)
	if status, text := get(t, address); status != 200 || !strings.Contains(text, "</head>one") {
		t.Errorf("status %d:\n%s", status, text)
	}
}

// What changed is shown before the whole site is made, and what is wrong told once.
func TestRevised(t *testing.T) {
	p := newProject(t, map[string]string{"content/index.txt": "one"})
	p.revises, p.hold, p.free = true, make(chan chan struct{}), make(chan struct{})
	address := p.start("/")
	stream := listen(t, address)
	close(<-p.hold)
	last := stream.until(fine)
	p.write("content/index.txt", "two")
	release := <-p.hold
	revised := stream.until(func(s scene) bool { return s.Site != last.Site })
	if _, text := get(t, address); !strings.HasSuffix(text, "</head>two, for content/index.txt") {
		t.Errorf("at first: %s", text)
	}
	if said := p.said.String(); strings.Count(said, "up to date") != 1 || !strings.Contains(said, "shown after") {
		t.Errorf("said: %s", said)
	}
	close(release)
	stream.until(func(s scene) bool { return s.Page != revised.Page })
	if _, text := get(t, address); !strings.HasSuffix(text, "</head>two") {
		t.Errorf("in the end: %s", text)
	}
	p.write("content/index.txt", "broken")
	stream.until(failed)
	close(p.free)
	p.write("content/index.txt", "three")
	stream.until(fine)
	if n := strings.Count(p.said.String(), "it is broken"); n != 1 {
		t.Errorf("told %d times:\n%s", n, p.said)
	}
}

// A page that is as it was does not reload, and one that cannot be made says why.
func TestStateOfAPage(t *testing.T) {
	p := newProject(t, map[string]string{"content/index.txt": "one", "content/a/index.txt": "a"})
	address := p.start("/of 荔/")
	stream := listen(t, address+"jianzhu-live?page=%2Fof%20%E8%8D%94%2Fa%2F")
	first := stream.until(fine)
	p.write("content/index.txt", "two")
	if told := stream.until(func(s scene) bool { return s.Site != first.Site }); told.Page != first.Page {
		t.Error("a page is to reload that is as it was")
	}
	p.write("content/a/index.txt", "unmade")
	stream.until(func(s scene) bool { return s.Page != first.Page })
	if status, text := get(t, address+"a/"); status != http.StatusInternalServerError || !strings.Contains(text, "the &lt;layout&gt; failed") || !strings.Contains(text, "data-page=") {
		t.Errorf("status %d:\n%s", status, text)
	}
}

// Requests are answered from one whole site while it is changed.
func TestRequestsDuringChanges(t *testing.T) {
	p := newProject(t, map[string]string{"content/index.txt": "one"})
	address := p.start("/")
	stream := listen(t, address)
	last := stream.until(fine)
	var readers sync.WaitGroup
	done := make(chan struct{})
	for range 4 {
		readers.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				if status, text := get(t, address); status != 200 || !strings.Contains(text, "</head>one") {
					t.Errorf("status %d:\n%s", status, text)
					return
				}
			}
		})
	}
	for n := range 10 {
		p.write("static/other.txt", strings.Repeat("x", n))
		last = stream.until(func(s scene) bool { return s.Site != last.Site })
	}
	close(done)
	readers.Wait()
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
