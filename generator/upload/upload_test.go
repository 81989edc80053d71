package upload

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"
	"gocloud.dev/gcerrors"
)

// first and second are a site and the one after it.
var (
	first = fstest.MapFS{
		"index.html":                {Data: []byte("home")},
		"404.html":                  {Data: []byte("missing")},
		"css/report.css":            {Data: []byte("p {}")},
		"reports/a/index.html":      {Data: []byte("<p>甲")},
		"reports/a/report.txt":      {Data: []byte("甲")},
		"reports/old/index.html":    {Data: []byte("<p>旧")},
		"search/lines/g0-0123ab.js": {Data: []byte("old shard")},
		"search/index.js":           {Data: []byte("g0-0123ab")},
		"reports/gbk/report.txt":    {Data: []byte("\xb1\xa8\xb8\xe6")},
		"reports/a/original.large":  {Data: make([]byte, 3<<20)},
	}
	second = fstest.MapFS{
		"index.html":                {Data: []byte("home of a and b")},
		"404.html":                  {Data: []byte("missing")},
		"css/report.css":            {Data: []byte("p { }")},
		"reports/a/index.html":      {Data: []byte("<p>甲")},
		"reports/a/report.txt":      {Data: []byte("甲")},
		"reports/b/index.html":      {Data: []byte("<p>乙")},
		"search/lines/g0-4567cd.js": {Data: []byte("new shard")},
		"search/index.js":           {Data: []byte("g0-4567cd")},
		"reports/gbk/report.txt":    {Data: []byte("\xb1\xa8\xb8\xe6")},
		"reports/a/original.large":  {Data: make([]byte, 3<<20)},
	}
)

// server is an S3 server in this process that tells what it is asked.
type server struct {
	address string
	fails   func(r *http.Request) bool // what it answers with an error
	mu      sync.Mutex
	asked   []string // PUT and DELETE with their keys, in order
	headers map[string]http.Header
}

func serving(t *testing.T) *server {
	t.Helper()
	for name, value := range map[string]string{
		"AWS_ACCESS_KEY_ID": "id", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_REGION": "us-east-1",
		"AWS_CONFIG_FILE": os.DevNull, "AWS_SHARED_CREDENTIALS_FILE": os.DevNull, "AWS_MAX_ATTEMPTS": "1",
	} {
		t.Setenv(name, value)
	}
	backend := s3mem.New()
	must(t, backend.CreateBucket("site"))
	s := &server{headers: map[string]http.Header{}, fails: func(*http.Request) bool { return false }}
	inner := gofakes3.New(backend, gofakes3.WithLogger(gofakes3.DiscardLog())).Server()
	listening := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if s.fails(r) {
			http.Error(w, "<Error><Code>AccessDenied</Code><Message>no</Message></Error>", http.StatusForbidden)
			return
		}
		if r.Method == http.MethodPut || r.Method == http.MethodDelete {
			s.mu.Lock()
			key := strings.TrimPrefix(r.URL.Path, "/site/")
			s.asked = append(s.asked, r.Method+" "+key)
			s.headers[key] = r.Header.Clone()
			s.mu.Unlock()
		}
		inner.ServeHTTP(w, r)
	}))
	t.Cleanup(listening.Close)
	s.address = "s3://site/of/county?use_path_style=true&endpoint=" + listening.URL
	return s
}

// bring brings a site to a place.
func bring(ctx context.Context, name string, s Site) (Outcome, error) {
	to, err := Open(ctx, name, s.Dry)
	if err != nil {
		return Outcome{}, err
	}
	defer to.Close()
	if s.Tell == nil {
		s.Tell = func(Change) {}
	}
	if s.Say == nil {
		s.Say = func(string) {}
	}
	return s.Run(ctx, to)
}

func brought(t *testing.T, name string, s Site, want Outcome) {
	t.Helper()
	if got, err := bring(t.Context(), name, s); err != nil || got != want {
		t.Errorf("%+v, %v; want %+v", got, err, want)
	}
}

func refused(t *testing.T, name string, s Site, want string) {
	t.Helper()
	if _, err := bring(t.Context(), name, s); err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("%v, want %q", err, want)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// contents are the files at a place, but for the list.
func contents(t *testing.T, name string) map[string]string {
	t.Helper()
	to, err := Open(t.Context(), name, false)
	must(t, err)
	defer to.Close()
	there, err := to.list(t.Context())
	must(t, err)
	found := map[string]string{}
	for key := range there {
		text, err := to.bucket.ReadAll(t.Context(), key)
		if gcerrors.Code(err) == gcerrors.NotFound {
			continue // a removal that the run gave up is still carried out
		}
		must(t, err)
		found[key] = string(text)
	}
	delete(found, listName)
	return found
}

func holds(t *testing.T, name string, site fstest.MapFS, others ...string) {
	t.Helper()
	want := map[string]string{}
	for file, f := range site {
		want[file] = string(f.Data)
	}
	for _, file := range others {
		want[file] = "others'"
	}
	if got := contents(t, name); !maps.Equal(got, want) {
		t.Errorf("%v are there, want %v", slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(want)))
	}
}

// put writes a file to a place as someone else does.
func put(t *testing.T, name, file, text string) {
	t.Helper()
	to, err := Open(t.Context(), name, false)
	must(t, err)
	defer to.Close()
	must(t, to.bucket.WriteAll(t.Context(), file, []byte(text), nil))
}

// The same holds in a folder and in object storage.
func TestPublish(t *testing.T) {
	places := map[string]func(t *testing.T) string{
		"folder": func(t *testing.T) string { return filepath.Join(t.TempDir(), "site") },
		"s3":     func(t *testing.T) string { return serving(t).address },
	}
	for kind, at := range places {
		t.Run(kind, func(t *testing.T) {
			place := at(t)
			brought(t, place, Site{Files: first, Dry: true}, Outcome{New: 10})
			if _, err := os.Stat(place); err == nil {
				t.Error("a dry run made the folder")
			}
			brought(t, place, Site{Files: first}, Outcome{New: 10})
			holds(t, place, first)
			brought(t, place, Site{Files: first}, Outcome{Same: 10})

			put(t, place, "reports/others.html", "others'")
			var told []string
			dry := Site{Files: second, Dry: true, Tell: func(c Change) { told = append(told, string(c.Do)+" "+c.Path) }}
			want := Outcome{New: 2, Changed: 3, Removed: 2, Same: 5, Others: 1}
			brought(t, place, dry, want)
			holds(t, place, first, "reports/others.html")
			if want := []string{
				"new search/lines/g0-4567cd.js", "new reports/b/index.html",
				"changed css/report.css", "changed search/index.js", "changed index.html",
				"removed reports/old/index.html", "removed search/lines/g0-0123ab.js",
			}; !slices.Equal(told, want) {
				t.Errorf("told %q, want %q", told, want)
			}
			brought(t, place, Site{Files: second}, want)
			holds(t, place, second, "reports/others.html")
			if _, err := os.Stat(filepath.Join(place, "reports", "old")); err == nil {
				t.Error("an empty folder stays")
			}

			// what was changed or removed by hand there is mended
			put(t, place, "css/report.css", "q { }")
			brought(t, place, Site{Files: second}, Outcome{Changed: 1, Same: 9, Others: 1})
			holds(t, place, second, "reports/others.html")
		})
	}
}

// A place that has files of others is not harmed by a wrong address.
func TestOthersFiles(t *testing.T) {
	for kind, place := range map[string]string{"folder": t.TempDir(), "s3": serving(t).address} {
		t.Run(kind, func(t *testing.T) {
			put(t, place, "index.html", "others'")
			put(t, place, "404.html", "missing")
			put(t, place, "notes.txt", "others'")
			refused(t, place, Site{Files: first}, "has other files where the site has its own, and nothing was changed: index.html (1 in all)")
			if got := contents(t, place); len(got) != 3 || got["index.html"] != "others'" {
				t.Errorf("there are %v", got)
			}
			brought(t, place, Site{Files: first, Replace: true}, Outcome{New: 8, Changed: 2, Others: 1})
			holds(t, place, first, "notes.txt")

			// the list is no one else's to write
			put(t, place, listName, "../../etc/passwd")
			refused(t, place, Site{Files: second}, "is not what this program writes")
			holds(t, place, first, "notes.txt")
		})
	}
}

// What is right there already, and was not put there, is left to whoever put it.
func TestSameFilesOfOthers(t *testing.T) {
	place := t.TempDir()
	put(t, place, "404.html", "missing")
	brought(t, place, Site{Files: first}, Outcome{New: 9, Same: 1})
	without := maps.Clone(first)
	delete(without, "404.html")
	brought(t, place, Site{Files: without}, Outcome{Same: 9, Others: 1})
	holds(t, place, first)
}

// A server is told what each file is, pages come after what they show, and removals
// last.
func TestRequests(t *testing.T) {
	s := serving(t)
	brought(t, s.address, Site{Files: first}, Outcome{New: 10})
	for file, want := range map[string][2]string{
		"index.html":                {"text/html; charset=utf-8", "no-cache"},
		"css/report.css":            {"text/css; charset=utf-8", "no-cache"},
		"reports/a/report.txt":      {"text/plain; charset=utf-8", "no-cache"},
		"reports/gbk/report.txt":    {"text/plain", "no-cache"},
		"search/lines/g0-0123ab.js": {"text/javascript; charset=utf-8", "public, max-age=31536000, immutable"},
	} {
		h := s.headers["of/county/"+file]
		if got := [2]string{h.Get("Content-Type"), h.Get("Cache-Control")}; got != want {
			t.Errorf("%s is sent with %q, want %q", file, got, want)
		}
	}
	s.asked = nil
	brought(t, s.address, Site{Files: second}, Outcome{New: 2, Changed: 3, Removed: 2, Same: 5})
	waves := [][]string{
		{"PUT .jianzhu-published"}, {"PUT search/lines/g0-4567cd.js"}, {"PUT reports/b/index.html"},
		{"PUT css/report.css", "PUT search/index.js"}, {"PUT index.html"},
		{"DELETE reports/old/index.html", "DELETE search/lines/g0-0123ab.js"}, {"PUT .jianzhu-published"},
	}
	at := 0
	for _, wave := range waves {
		got := slices.Sorted(slices.Values(s.asked[at : at+len(wave)]))
		for i := range got {
			got[i] = strings.Replace(got[i], "of/county/", "", 1)
		}
		if !slices.Equal(got, wave) {
			t.Errorf("asked %q, want %q", got, wave)
		}
		at += len(wave)
	}
	if at != len(s.asked) {
		t.Errorf("asked more: %q", s.asked[at:])
	}
}

// Ended after any number of requests, a run leaves no page that names what is not
// there, and the next one goes on.
func TestInterruptions(t *testing.T) {
	s := serving(t)
	for n := range int64(12) {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			place := strings.Replace(s.address, "county", fmt.Sprint("county-", n), 1)
			s.fails = func(*http.Request) bool { return false }
			brought(t, place, Site{Files: first}, Outcome{New: 10})
			put(t, place, "reports/others.html", "others'")
			var writes atomic.Int64
			s.fails = func(r *http.Request) bool {
				return (r.Method == http.MethodPut || r.Method == http.MethodDelete) && writes.Add(1) > n
			}
			_, err := bring(t.Context(), place, Site{Files: second})
			if (err == nil) != (n >= 9) {
				t.Errorf("ended after %d requests: %v", n, err)
			}
			if err != nil && !strings.Contains(err.Error(), "the same command goes on") {
				t.Errorf("no advice: %v", err)
			}
			s.fails = func(*http.Request) bool { return false }
			between := contents(t, place)
			if _, there := between["reports/b/index.html"]; between["index.html"] == "home of a and b" && !there {
				t.Error("the home page names a page that is not there")
			}
			if _, there := between["search/lines/"+between["search/index.js"]+".js"]; !there {
				t.Error("the index names a shard that is not there")
			}
			_, err = bring(t.Context(), place, Site{Files: second})
			must(t, err)
			holds(t, place, second, "reports/others.html")
		})
	}
}

// Two runs at one place do not remove what the other put there.
func TestMeanwhile(t *testing.T) {
	s := serving(t)
	brought(t, s.address, Site{Files: first}, Outcome{New: 10})
	var other atomic.Bool
	site := Site{Files: second, Say: func(what string) {
		if strings.HasSuffix(what, ": index.html") && !other.Swap(true) {
			put(t, s.address, listName, string(list{"theirs.html": unknown}.text()))
		}
	}}
	if _, err := bring(t.Context(), s.address, site); !errors.Is(err, errMeanwhile) {
		t.Errorf("%v", err)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	site := Site{Files: first, Say: func(what string) {
		if strings.Contains(what, " of ") {
			cancel()
		}
	}}
	place := filepath.Join(t.TempDir(), "site")
	_, err := bring(ctx, place, site)
	if err == nil || !strings.Contains(err.Error(), "the same command goes on from there") {
		t.Errorf("%v", err)
	}
	_, err = bring(t.Context(), place, Site{Files: first})
	must(t, err)
	holds(t, place, first)
}

func TestOpen(t *testing.T) {
	serving(t)
	for name, want := range map[string]string{
		"ftp://example.org/x":   "no place that is known",
		"s3://":                 "no place that is known",
		"file:///tmp/x":         "no place that is known",
		"s3://site?frob=1":      `unknown query parameter "frob"`,
		"s3://site/%zz":         "invalid URL escape",
		"s3://site?endpoint=%%": "invalid",
	} {
		if _, err := Open(t.Context(), name, false); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", name, err, want)
		}
	}
	s := serving(t)
	s.fails = func(*http.Request) bool { return true }
	refused(t, s.address, Site{Files: first}, "not allowed")
	refused(t, s.address, Site{Files: first}, "AWS_ACCESS_KEY_ID")
	s.fails = func(*http.Request) bool { return false }
	refused(t, strings.Replace(s.address, "//site/", "//sites/", 1), Site{Files: first}, "there is no such bucket")
}

// The list can be checked with md5sum -c, and says no more than what it is.
func TestList(t *testing.T) {
	l := list{"a b.html": "0123456789abcdef0123456789abcdef", "字.md": unknown}
	got, err := parseList(l.text())
	if err != nil || !maps.Equal(got, l) {
		t.Errorf("%v, %v", got, err)
	}
	for _, text := range []string{"x", "0123  a", unknown + " a", unknown + "  /a", unknown + "  ../a", unknown + "  "} {
		if l, err := parseList([]byte(text)); err == nil {
			t.Errorf("%q is taken for %v", text, l)
		}
	}
	site := fstest.MapFS{listName: {}}
	if _, err := (Site{Files: site}).sums(); err == nil {
		t.Error("a site has a file of the list's name")
	}
}
