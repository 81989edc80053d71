package serve

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/fsnotify/fsnotify"
)

func TestAnswers(t *testing.T) {
	p := newProject(t, map[string]string{
		"content/index.txt":   "home",
		"content/a/index.txt": "a",
		"static/css/a.css":    "p {}",
		"static/a.js":         "'use strict'",
		"static/a.json":       "{}",
		"static/a.svg":        "<svg/>",
		"static/a.xml":        "<a/>",
		"static/report.txt":   "原文",
		"static/字.txt":        "字",
		"static/404.html":     "missing",
		"static/.hidden":      "",
		"secret.txt":          "secret",
	})
	const script = `<script src="/of%20%E8%8D%94/jianzhu-live.js" data-page="`
	const page, css, js = "text/html; charset=utf-8", "text/css; charset=utf-8", "text/javascript; charset=utf-8"
	address := p.start("/of 荔/")
	listen(t, address).until(fine)
	origin := strings.TrimSuffix(address, "/of%20%E8%8D%94/")
	if origin == address {
		t.Fatalf("the address is %s", address)
	}
	tests := []struct {
		method, host, path string
		status             int
		kind, text         string
	}{
		{"GET", "", "/of 荔/", 200, page, "<head><title>" + address + "</title>" + script},
		{"GET", "localhost:1", "/of 荔/a/", 200, page, "</head>a"},
		{"GET", "", "/of 荔/a/index.html", 200, page, script},
		{"GET", "", "/of 荔/css/a.css", 200, css, "p {}"},
		{"GET", "", "/of 荔/a.js", 200, js, "'use strict'"},
		{"GET", "", "/of 荔/a.json", 200, "application/json", "{}"},
		{"GET", "", "/of 荔/a.svg", 200, "image/svg+xml", "<svg/>"},
		{"GET", "", "/of 荔/a.xml", 200, "application/xml", "<a/>"},
		{"GET", "", "/of 荔/report.txt", 200, "text/plain; charset=utf-8", "原文"},
		{"GET", "", "/of 荔/字.txt", 200, "text/plain; charset=utf-8", "字"},
		{"GET", "", "/of 荔/jianzhu-live.js", 200, js, "EventSource"},
		{"GET", "", "/of 荔/jianzhu-live.css", 200, css, "alert"},
		{"GET", "", "/of 荔/embed/a/", 404, page, "missing" + script},
		{"GET", "", "/of 荔/embed.js", 404, page, "missing"},
		{"HEAD", "", "/of 荔/", 200, page, ""},
		{"GET", "", "/of 荔/nowhere/", 404, page, "missing" + script},
		{"GET", "", "/of 荔/css/", 404, page, "missing"},
		{"GET", "", "/of 荔/css", 404, page, "missing"},
		{"GET", "", "/of 荔/../secret.txt", 404, page, "missing"},
		{"GET", "", "/of 荔/a/../../secret.txt", 404, page, "missing"},
		{"GET", "", "/of 荔//etc/passwd", 404, page, "missing"},
		{"GET", "", "/elsewhere", 404, "", "the site is at /of 荔/"},
		{"POST", "", "/of 荔/", 405, "", ""},
		{"GET", "evil.example:1313", "/of 荔/", 403, "", "127.0.0.1"},
	}
	for _, test := range tests {
		request, err := http.NewRequest(test.method, origin, nil)
		must(t, err)
		request.URL.Path, request.Host = test.path, test.host
		response, text := do(t, request)
		if response.StatusCode != test.status || !strings.Contains(text, test.text) || test.kind != "" && response.Header.Get("Content-Type") != test.kind {
			t.Errorf("%s %s: %d %s %q; want %d %s %q", test.method, test.path, response.StatusCode, response.Header.Get("Content-Type"), text, test.status, test.kind, test.text)
		}
		if strings.Contains(text, "<script") != (test.kind == page && test.text != "") {
			t.Errorf("%s %s has the script, or has not:\n%s", test.method, test.path, text)
		}
		policy := policy
		if strings.HasPrefix(test.path, "/of 荔/embed/") {
			policy = strings.Replace(policy, "frame-ancestors 'self'", "frame-ancestors 'self' http://127.0.0.1:* http://localhost:*", 1)
		}
		for key, want := range map[string]string{"Cache-Control": "no-store", "Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff"} {
			if got := response.Header.Get(key); got != want {
				t.Errorf("%s: %s is %q, want %q", test.path, key, got, want)
			}
		}
	}

	for from, to := range map[string]string{"/": "/of%20%E8%8D%94/", "/of 荔": "/of%20%E8%8D%94/", "/of 荔/a": "/of%20%E8%8D%94/a/?q=1"} {
		request, err := http.NewRequest("GET", origin, nil)
		must(t, err)
		request.URL.Path, request.URL.RawQuery = from, "q=1"
		if response, _ := do(t, request); response.StatusCode != http.StatusFound || response.Header.Get("Location") != to {
			t.Errorf("%s leads to %d %s, want %s", from, response.StatusCode, response.Header.Get("Location"), to)
		}
	}
}

// do sends a request without following where it is led.
func do(t *testing.T, request *http.Request) (*http.Response, string) {
	t.Helper()
	response, err := http.DefaultTransport.RoundTrip(request)
	must(t, err)
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	must(t, err)
	return response, string(text)
}

func TestMatters(t *testing.T) {
	tests := []struct {
		path string
		op   fsnotify.Op
		want bool
	}{
		{"content/glossary.yaml", fsnotify.Write, true},
		{"content/reports/a/report.txt", fsnotify.Create, true},
		{"content", fsnotify.Create, true},
		{"layouts/page.html", fsnotify.Rename, true},
		{"static/css/a.css", fsnotify.Remove, true},
		{"site.yaml", fsnotify.Create, true},
		{"site.yaml", fsnotify.Chmod, false},
		{"site.yaml", fsnotify.Chmod | fsnotify.Write, true},
		{"README.md", fsnotify.Write, false},
		{"build", fsnotify.Create, false},
		{"public.new", fsnotify.Create, false},
		{"contents/a.yaml", fsnotify.Write, false},
		{"content/.glossary.yaml.swp", fsnotify.Write, false},
		{"content/.#glossary.yaml", fsnotify.Create, false},
		{"content/#glossary.yaml#", fsnotify.Write, false},
		{"content/glossary.yaml~", fsnotify.Create, false},
		{"content/glossary.yaml.tmp", fsnotify.Create, false},
		{"content/4913", fsnotify.Create, false},
		{"site.yaml~", fsnotify.Create, false},
	}
	for _, root := range []string{".", "/project", "../project"} {
		for _, test := range tests {
			event := fsnotify.Event{Name: root + "/" + test.path, Op: test.op}
			if got := matters(root, event); got != test.want {
				t.Errorf("in %s, %v matters: %v", root, event, got)
			}
		}
	}
}
