package bundle

import (
	"strings"
	"testing"
)

// Elements of a report's page as they stand in its single file.
func TestAddressesInASingleFile(t *testing.T) {
	for _, test := range []struct{ body, alone, public string }{
		{`<a href="#s1">x</a>`, `<a href="#s1">x</a>`, ""},
		{`<a href="/at/reports/a/#s1">x</a>`, `<a href="#s1">x</a>`, ""},
		{`<a href="/at/reports/a/">x</a>`, `<span>x</span>`, `<a href="https://example.org/at/reports/a/">x</a>`},
		{`<a class="term" href="../../glossary/in/">x</a><b id="term-in"></b>`, `<a class="term" href="#term-in">x</a><b id="term-in"></b>`, ""},
		{`<a class=term href=../../glossary/in/>x</a><b id=term-in></b>`, `<a class="term" href="#term-in">x</a><b id=term-in></b>`, ""},
		{`<a class=term href=https://example.org/at/glossary/in/>x</a><b id=term-in-x></b>`, `<span class="term">x</span><b id=term-in-x></b>`, `<a class="term" href="https://example.org/at/glossary/in/">x</a><b id=term-in-x></b>`},
		{`<a class="term" href="../../glossary/out/">x</a>`, `<span class="term">x</span>`, `<a class="term" href="https://example.org/at/glossary/out/">x</a>`},
		{`<a href="../../about/#b">x</a>`, `<span>x</span>`, `<a href="https://example.org/at/about/#b">x</a>`},
		{`<a href="report.txt">x</a>`, `<span>x</span>`, `<a href="https://example.org/at/reports/a/report.txt">x</a>`},
		{`<a href="https://example.com/">x</a>`, `<a href="https://example.com/">x</a>`, ""},
		{`<p>a<nav data-web><nav>b</nav>c<br></nav>d<img data-web src="no.png">e</p>`, `<p>ade</p>`, ""},
		{`<form action="/at/about/"><input></form><form><input></form>`, `<form><input></form>`, ""},
		{`<img src="/at/img/a.svg" alt="">`, `<img src="data:image/svg+xml;base64,PHN2Zy8+" alt="">`, ""},
		{`<link rel="icon" href="/at/img/a.svg">`, `<link rel="icon" href="data:image/svg+xml;base64,PHN2Zy8+">`, ""},
		{`<link rel="preload" href="/at/img/a.svg">`, ``, ""},
		{`<iframe src="/at/about/"></iframe>`, "error", ""},
		{`<img src="https://example.com/a.png">`, "error", ""},
		{`<script>1</script>`, "error", ""},
		{`<script type="module" src="/at/js/a.js"></script>`, "error", ""},
		{`<script src="/at/js/ends.js"></script>`, "error", ""},
		{`<link rel="stylesheet" href="/at/css/loads.css">`, "error", ""},
		{`<a href="/at/nowhere/">x</a>`, "error", ""},
	} {
		for public, want := range map[string]string{"": test.alone, home: test.public} {
			if want == "" && public != "" {
				want = test.alone
			}
			page, err := small(t, public, map[string]string{
				"reports/a/index.html": "<html><head></head><body>" + test.body + "</body></html>",
				"img/a.svg":            "<svg/>", "js/ends.js": "'</SCRIPT>'", "css/loads.css": "a { background: url(b.png) }",
			}).single("a")
			if err != nil {
				if want != "error" {
					t.Errorf("%s: %v", test.body, err)
				}
				continue
			}
			_, got, _ := strings.Cut(string(page), "<body>")
			if got, _, _ = strings.Cut(got, `<p class="offline"`); got != want {
				t.Errorf("public %q: %s becomes\n%s, want\n%s", public, test.body, got, want)
			}
		}
	}
}

// Styles and scripts stand in the file, and the policy allows them by their
// hashes: those of "0;\n" and "1;\n" are from `printf '1;\n' | openssl dgst -sha256 -binary | base64`.
func TestStylesAndScriptsInASingleFile(t *testing.T) {
	page, err := small(t, "", map[string]string{
		"reports/a/index.html": `<head><script src="/at/js/first.js"></script><link rel="stylesheet" href="/at/css/a.css" media="print"><script defer src="/at/js/a.js"></script></head><body><p>x</p></body>`,
		"css/a.css":            "a > b {}\r\n", "js/a.js": "1;\n", "js/first.js": "0;\n",
	}).single("a")
	if err != nil {
		t.Fatal(err)
	}
	const want = `<head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-13gLgE219le6JHyVmy2BjxFjbGvxKvRaObFzuaiRnhY=' 'sha256-l6GK6OKMOo4k3EpG+7R6gQb3yj6eeiAVISyqRL9k20M='; style-src 'sha256-aUOwqpRC2NmZu0xVZnOgHM21aurPMeaaUbc11vYMPa8='; img-src data:; base-uri 'none'; form-action 'none'">
<script>0;
</script>
<style media="print">a > b {}
</style>
</head><body><p>x</p><p class="offline" data-added>离线副本，内容截至<time datetime="2026-11-22">2026年11月22日</time>。</p>
<script>1;
</script>
</body>`
	if string(page) != want {
		t.Errorf("got\n%s\nwant\n%s", page, want)
	}
}
