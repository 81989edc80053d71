package bundle

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	tokens "golang.org/x/net/html"
)

const home = "https://example.org/at/"

// small is a site of a few files; own are added to it.
func small(t *testing.T, public string, own map[string]string) *tree {
	t.Helper()
	files := fstest.MapFS{}
	for _, name := range []string{
		"index.html", "about/index.html", "reports/index.html", "reports/a/index.html", "reports/a/report.txt", "glossary/in/index.html", "glossary/out/index.html",
		"a b/index.html", "say #1?.html", "css/a.css", "js/a.js", "img/a.svg", "img/b.svg", "feed.xml", "embed/a/index.html", "404.html",
	} {
		files[name] = &fstest.MapFile{}
	}
	for name, text := range own {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	s, err := newTree(Site{
		Files: files, BaseURL: home, Public: public, Name: "small", Reports: []string{"a"},
		Date: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC),
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Tags of reports/a/index.html as they stand in the archive.
func TestAddressesInTheArchive(t *testing.T) {
	for _, test := range []struct{ tag, alone, public string }{
		{`<a href="/at/">x</a>`, `<a href="../../index.html">x</a>`, ""},
		{`<a href="/at">x</a>`, `<a href="../../index.html">x</a>`, ""},
		{`<a href="../">x</a>`, `<a href="../index.html">x</a>`, ""},
		{`<a href="..">x</a>`, `<a href="../index.html">x</a>`, ""},
		{`<a href="../../about">x</a>`, `<a href="../../about/index.html">x</a>`, ""},
		{`<a href="/at/about/?q=放管服&amp;p=1#s%201">x</a>`, `<a href="../../about/index.html?q=放管服&amp;p=1#s%201">x</a>`, ""},
		{`<a href="https://example.org/at/about/">x</a>`, `<a href="../../about/index.html">x</a>`, ""},
		{`<a href="http://example.org/at/about/">x</a>`, `<a href="../../about/index.html">x</a>`, ""},
		{`<a href="//example.org/at/about/">x</a>`, `<a href="../../about/index.html">x</a>`, ""},
		{`<a href=" /at/about/ ">x</a>`, `<a href="../../about/index.html">x</a>`, ""},
		{`<a href=/at/about/>x</a>`, `<a href="../../about/index.html">x</a>`, ""},
		{`<A HREF='/at/about/' CLASS="b">x</A>`, `<a href="../../about/index.html" class="b">x</A>`, ""},
		{`<a href="/at/a%20b/">x</a>`, `<a href="../../a%20b/index.html">x</a>`, ""},
		{`<a href="/at/say%20%231%3F.html">x</a>`, `<a href="../../say%20%231%3F.html">x</a>`, ""},
		{`<a href="report.txt">x</a>`, `<a href="report.txt">x</a>`, ""},
		{`<a href="#L5">x</a>`, `<a href="#L5">x</a>`, ""},
		{`<a href="/at/reports/a/#L5">x</a>`, `<a href="#L5">x</a>`, ""},
		{`<a href="">x</a>`, `<a href="index.html">x</a>`, ""},
		{`<a href="?q=1">x</a>`, `<a href="index.html?q=1">x</a>`, ""},
		{`<a href="https://example.com/at/about/">x</a>`, `<a href="https://example.com/at/about/">x</a>`, ""},
		{`<a href="mailto:a@example.org">x</a>`, `<a href="mailto:a@example.org">x</a>`, ""},
		{`<a href="javascript:void 0">x</a>`, `<a href="javascript:void 0">x</a>`, ""},
		{`<a name="b">x</a>`, `<a name="b">x</a>`, ""},
		// what is not carried
		{`<a class="c" rel="external" aria-label="d" href="/at/feed.xml">x<b>y</b></a><a>z</a>`, `<span class="c">x<b>y</b></span><a>z</a>`,
			`<a class="c" rel="external" aria-label="d" href="https://example.org/at/feed.xml">x<b>y</b></a><a>z</a>`},
		{`<a href="/at/embed/a/?b#c">x</a>`, `<span>x</span>`, `<a href="https://example.org/at/embed/a/?b#c">x</a>`},
		{`<a href="/elsewhere/?b#c">x</a>`, `<span>x</span>`, `<a href="https://example.org/elsewhere/?b#c">x</a>`},
		{`<iframe src="/at/embed/a/"><p>x</p></iframe>y`, `y`, ""},
		{`<p data-web="only"><a href="/at/nowhere/">x</a></p><p data-web>y</p>`, `<p data-web>y</p>`, ""},
		// what is loaded
		{`<script defer src="/at/js/a.js"></script>`, `<script defer="" src="../../js/a.js"></script>`, ""},
		{`<link rel="stylesheet" href="/at/css/a.css">`, `<link rel="stylesheet" href="../../css/a.css">`, ""},
		{`<script src="../../js/a.js" integrity="sha256-x" crossorigin="anonymous"></script>`, `<script src="../../js/a.js"></script>`, ""},
		{`<img src="/at/img/a.svg" srcset="/at/img/a.svg 1x, /at/img/b.svg 2x">`, `<img src="../../img/a.svg" srcset="../../img/a.svg 1x, ../../img/b.svg 2x">`, ""},
		{`<form action="/at/about/"><input></form>`, `<form action="../../about/index.html"><input></form>`, ""},
		{`<meta http-equiv="refresh" content="0; url=/at/about/">`, `<meta http-equiv="refresh" content="0; url=../../about/index.html">`, ""},
		{`<svg viewBox="0 0 1 1"><use xlink:href="/at/img/a.svg#b"/></svg>`, `<svg viewBox="0 0 1 1"><use xlink:href="../../img/a.svg#b"/></svg>`, ""},
		// what machines read
		{`<link rel="canonical" href="https://example.org/at/reports/a/">`, ``, `<link rel="canonical" href="https://example.org/at/reports/a/">`},
		{`<link rel="canonical" href="/at/reports/a/">`, ``, `<link rel="canonical" href="https://example.org/at/reports/a/">`},
		{`<link rel="alternate" href="https://example.org/at/feed.xml">`, ``, `<link rel="alternate" href="https://example.org/at/feed.xml">`},
		{`<meta property="og:url" content="https://example.org/at/reports/a/">`, ``, `<meta property="og:url" content="https://example.org/at/reports/a/">`},
		{`<meta name="a" content="/at/ is no address">`, `<meta name="a" content="/at/ is no address">`, ""},
		{`<script type="application/ld+json">{"a":"<b>"}</script>x`, `x`, `<script type="application/ld+json">{"a":"<b>"}</script>x`},
		// what is no tag
		{`<script>let a = '<a href="/at/">'</script>`, `<script>let a = '<a href="/at/">'</script>`, ""},
		{`<!-- <a href="/at/"> --> &lt;a href="/at/"&gt;`, `<!-- <a href="/at/"> --> &lt;a href="/at/"&gt;`, ""},
		{`<p title="a &amp;&quot; b">x &nbsp;<br/>`, `<p title="a &amp;&quot; b">x &nbsp;<br/>`, ""},
		// what cannot be
		{`<a href="/at/nowhere/">x</a>`, `error`, ""},
		{`<a href="%zz">x</a>`, `error`, ""},
		{`<base href="/at/">`, `error`, ""},
	} {
		for public, want := range map[string]string{"": test.alone, home: test.public} {
			if want == "" && public != "" {
				want = test.alone
			}
			s := small(t, public, nil)
			page, err := s.whole("reports/a/index.html", []byte(test.tag+"</body>"))
			if err != nil {
				if want != "error" {
					t.Errorf("%s: %v", test.tag, err)
				}
				continue
			}
			if got, _, _ := strings.Cut(string(page), `<p class="offline"`); got != want {
				t.Errorf("public %q: %s becomes\n%s, want\n%s", public, test.tag, got, want)
			}
		}
	}
}

// Every dead link is told, with its page.
func TestDeadLinksAreToldTogether(t *testing.T) {
	s := small(t, "", nil)
	_, err := s.whole("about/index.html", []byte(`<a href="/at/b/">b</a> <a href="/at/c">c</a></body>`))
	if err == nil || strings.Count(err.Error(), "\n") != 1 || strings.Count(err.Error(), "about/index.html: link to ") != 2 {
		t.Errorf("got %v", err)
	}
}

func TestStamp(t *testing.T) {
	for public, want := range map[string]string{
		"":   `<p>x</p><p class="offline" data-added>离线副本，内容截至<time datetime="2026-11-22">2026年11月22日</time>。</p>` + "\n</footer></body>",
		home: `<p>x</p><p class="offline" data-added>离线副本，内容截至<time datetime="2026-11-22">2026年11月22日</time>。网上地址：<a href="https://example.org/at/a%20b/">https://example.org/at/a%20b/</a></p>` + "\n</footer></body>",
	} {
		got, err := small(t, public, nil).whole("a b/index.html", []byte("<p>x</p></footer></body>"))
		if err != nil || string(got) != want {
			t.Errorf("public %q: got %s, %v", public, got, err)
		}
	}
	if _, err := small(t, "", nil).whole("about/index.html", []byte("<p>x")); err == nil {
		t.Error("a page without an end takes a stamp")
	}
}

// A page whose tags are all kept stays byte for byte.
func FuzzRewriteKeeps(f *testing.F) {
	for _, page := range []string{"<p>a</p>", "<!doctype html><A b='c'>&lt;", "<script>if (a<b) '</p>'</script>", "<textarea><a>", "<a", "</", "<svg:a/>\x00<?x?>", "\r\n<br/>"} {
		f.Add(page)
	}
	f.Fuzz(func(t *testing.T, page string) {
		got, err := rewrite([]byte(page), func(*tokens.Token) (edit, error) { return keep, nil })
		if err != nil || string(got) != page {
			t.Errorf("%q becomes %q, %v", page, got, err)
		}
	})
}
