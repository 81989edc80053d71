package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"jianzhu/generator/bundle"
	"jianzhu/generator/press"
	"jianzhu/generator/site"
)

// dress is a skin in which the real site is built, once.
type dress struct {
	name, path, version string
	params              string // of the skin's own, in site.yaml
	sass                bool   // its styles are Sass: only a program built with the tag extended makes them
	get                 func() (*builtSite, error)
}

var dresses = []dress{
	{name: "Hextra", path: "github.com/imfing/hextra", version: "v0.9.7", params: "search: {enable: false}"}, // its search wants a place in the menu
	{name: "Stack", path: "github.com/CaiJimmy/hugo-theme-stack/v4", version: "v4.0.3", sass: true},
}

func init() {
	for i := range dresses {
		d := &dresses[i]
		d.get = sync.OnceValues(func() (*builtSite, error) { return d.build() })
	}
}

func (d dress) build() (*builtSite, error) {
	root, err := newRoot()
	if err != nil {
		return nil, err
	}
	err = errors.Join(copyProject(root), wear(root, fmt.Sprintf("{path: %s, version: %s}\n  %s", d.path, d.version, d.params)),
		os.WriteFile(filepath.Join(root, "go.mod"), []byte(noModule), 0o666))
	if err != nil {
		return nil, err
	}
	if _, _, err = press.Build(root, "https://example.org/", func(string) {}); err != nil {
		return nil, err
	}
	return &builtSite{root: root, base: "/"}, nil
}

// noModule stands in the root's go.mod: who reads it fails.
const noModule = "this is no go.mod\n"

// wear names a skin in a project's site.yaml.
func wear(root, skin string) error {
	name := filepath.Join(root, "site.yaml")
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	dressed := strings.Replace(string(text), "\nparams:\n", "\nparams:\n  hugoTheme: "+skin+"\n", 1)
	return os.WriteFile(name, []byte(dressed), 0o666)
}

// inEach runs a test on the site in each skin.
func inEach(t *testing.T, test func(t *testing.T, s *builtSite)) {
	for _, d := range dresses {
		t.Run(d.name, func(t *testing.T) {
			if d.sass && !site.Extended() {
				t.Skip("its styles are Sass: go test -tags extended, as .ci/run does")
			}
			s, err := d.get()
			if err != nil && strings.Contains(err.Error(), "cannot be had") {
				needed(t, d.path+"@"+d.version, err)
			} else if err != nil {
				t.Fatal(err)
			}
			test(t, s)
		})
	}
}

// A skin shows every page with the text, the ids and the links that ours shows,
// and what it links leads somewhere.
func TestDressKeepsPages(t *testing.T) {
	inEach(t, func(t *testing.T, s *builtSite) {
		docs := s.documents(t)
		if pages := samePages(t, s.root, docs, ""); pages < 300 {
			t.Errorf("%d pages are too few to be the real site", pages)
		}
		for _, doc := range docs {
			for n := range doc.root.Descendants() {
				if to := attribute(n, "href"); n.Data == "a" && to != "" && !strings.HasPrefix(to, "http") {
					s.resolve(t, docs, doc, n, to)
				}
			}
			if !strings.Contains(string(doc.text), "非官方网站，以原件为准") && doc.file != "404.html" && !strings.Contains(string(doc.text), `http-equiv="refresh"`) {
				t.Errorf("%s: does not say that it is unofficial", doc.file)
			}
		}
	})
}

func TestDressLeavesGoMod(t *testing.T) {
	inEach(t, func(t *testing.T, s *builtSite) {
		if text, err := os.ReadFile(filepath.Join(s.root, "go.mod")); err != nil || string(text) != noModule {
			t.Errorf("go.mod is %q, %v", text, err)
		}
		for _, name := range []string{"go.sum", "hugo.direct.sum", site.Vendored, "resources", ".hugo_build.lock"} {
			if _, err := os.Stat(filepath.Join(s.root, name)); err == nil {
				t.Errorf("%s is left behind", name)
			}
		}
	})
}

// A vendored skin needs no network.
func TestDressVendored(t *testing.T) {
	d := dresses[0]
	s, err := d.get()
	needed(t, d.path+"@"+d.version, err)
	root := t.TempDir()
	if err := errors.Join(copyProject(root), wear(root, fmt.Sprintf("{path: %s, version: %s}", d.path, d.version))); err != nil {
		t.Fatal(err)
	}
	if code := run([]string{"vendor", "-C", root}, io.Discard, t.Output()); code != exitOK {
		t.Fatalf("vendor: exit code %d", code)
	}
	t.Setenv("GOPROXY", "off")
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	if _, _, err := press.Build(root, "https://example.org/", func(string) {}); err != nil {
		t.Fatal(err)
	}
	if before, after := len(s.documents(t)), len((&builtSite{root: root}).documents(t)); before != after {
		t.Errorf("%d pages with network, %d without", before, after)
	}
	if licences, _ := filepath.Glob(filepath.Join(root, site.Vendored, d.path+"@"+d.version, "LICENSE*")); len(licences) == 0 {
		t.Error("the skin's licence is not vendored")
	}
}

// uncaught is the error of a script.
func uncaught(event any) string {
	if _, ok := event.(*runtime.EventExceptionThrown); ok {
		return complaint(event)
	}
	return ""
}

// The card, and the way to a line, in a browser.
func TestDressInBrowser(t *testing.T) {
	inEach(t, func(t *testing.T, s *builtSite) {
		w := openHearing(t, 1400, 900, uncaught) // what a skin loads from elsewhere is its own affair
		server := httptest.NewServer(http.FileServer(http.Dir(s.public())))
		t.Cleanup(server.Close)
		w.address = server.URL + "/"
		w.visit(liwan + "#L21")
		w.becomes(`(() => { const r = document.getElementById('L21').parentElement.getBoundingClientRect(); return r.top >= 0 && r.top < innerHeight / 2 })()`, "#L21 leads to the top of the line")

		const word = `document.querySelector('p:has(> a.line) a.term')`
		w.tell(word + `.scrollIntoView({block: 'center', behavior: 'instant'})`)
		x, y := w.middle(word)
		w.do(chromedp.MouseClickXY(x, y))
		w.becomes(card+` !== null`, "a click opens the card")
		if !w.is(card + `.querySelector('.entry-name').textContent === document.getElementById('term-' + ` + termID(word) + `).textContent`) {
			t.Error("the card shows another entry")
		}
		if !w.is(`(() => { const c = ` + card + `, r = c.getBoundingClientRect(); return r.width > 250 && r.left >= 0 && r.right <= innerWidth && parseFloat(getComputedStyle(c).fontSize) >= 13 })()`) {
			t.Error("the card is not readable")
		}
		w.do(chromedp.KeyEvent(kb.Escape))
		w.becomes(card+` === null`, "Esc closes the card")

		w.visit("search/?q=" + url.QueryEscape("政務"))
		w.becomes(`document.querySelector('.results a[href*="#L"]') !== null`, "the search finds what stands in the texts")
		if !w.is(`document.querySelector('.query').compareDocumentPosition(document.querySelector('.jianzhu-foot')) & Node.DOCUMENT_POSITION_FOLLOWING && !document.querySelector('.instead').checkVisibility()`) {
			t.Error("the search does not stand where the page has its content")
		}
	})
}

// A site in a skin is bundled too: its archive opens from disk, with
// cards and search; its single files are those of our layouts.
func TestDressFromDisk(t *testing.T) {
	ours := built(t, siteAtRoot)
	inEach(t, func(t *testing.T, s *builtSite) {
		files, err := bundle.Write(bundle.Site{
			Files: os.DirFS(s.public()), Plain: os.DirFS(ours.public()), BaseURL: "https://example.org/", Name: "a", Reports: []string{"liwan-2017"},
		})
		if err != nil {
			t.Fatal(err)
		}
		plain, err := bundle.Write(bundle.Site{Files: os.DirFS(ours.public()), BaseURL: "https://example.org/", Name: "a", Reports: []string{"liwan-2017"}})
		if err != nil || !bytes.Equal(files["reports/liwan-2017.html"], plain["reports/liwan-2017.html"]) {
			t.Errorf("the single file is not that of our layouts (%v)", err)
		}
		archive, err := zip.NewReader(bytes.NewReader(files["a-offline.zip"]), int64(len(files["a-offline.zip"])))
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		if err := os.CopyFS(dir, archive); err != nil {
			t.Fatal(err)
		}
		w := openHearing(t, 1400, 900, uncaught)
		w.address = fileAddress(filepath.Join(dir, "a-offline") + "/")
		w.visit(liwan + "index.html")
		const word = `document.querySelector('p:has(> a.line) a.term')`
		w.tell(word + `.scrollIntoView({block: 'center', behavior: 'instant'})`)
		w.do(chromedp.MouseClickXY(w.middle(word)))
		w.becomes(card+` !== null`, "a click opens the card")
		if at := w.follow(card + `.querySelector('.entry-name')`); !strings.Contains(at, "/glossary/") || !strings.HasSuffix(at, "/index.html") {
			t.Errorf("the card leads to %s", at)
		}
		w.visit("search/index.html?q=" + url.QueryEscape("政務"))
		w.becomes(`document.querySelector('.results a[href*="#L"]') !== null`, "the search finds what stands in the texts")
	})
}
