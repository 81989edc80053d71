package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"jianzhu/generator/markdown"
	"jianzhu/generator/press"
)

// contract is generator/contract.txt: the names of each kind.
type contract map[string][]string

func readContract(t *testing.T) contract {
	t.Helper()
	text, err := os.ReadFile("contract.txt")
	if err != nil {
		t.Fatal(err)
	}
	c := contract{}
	for i, line := range strings.Split(string(text), "\n") {
		words := strings.Fields(line)
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		if len(words) < 2 || !slices.Contains([]string{"class", "data", "part", "id", "word"}, words[0]) {
			t.Fatalf("contract.txt:%d: no kind and name: %s", i+1, line)
		}
		if slices.Contains(c[words[0]], words[1]) {
			t.Errorf("contract.txt:%d: %s %s stands twice", i+1, words[0], words[1])
		}
		c[words[0]] = append(c[words[0]], words[1])
	}
	return c
}

// rare are the ids that no page of ours has just now.
var rare = []string{"lost-L<n>", "missing-L<n>", "none", "site", "checksums", "undecided", "unused"}

// used are the names that are found somewhere, each with a place.
type used map[string]map[string]string

func (u used) add(kind, name, place string) {
	if u[kind] == nil {
		u[kind] = map[string]string{}
	}
	if u[kind][name] == "" {
		u[kind][name] = place
	}
}

// TestContract wants every name by which one part of the site goes in another in the
// contract, and nothing in it that no part has.
func TestContract(t *testing.T) {
	c, u := readContract(t), used{}
	u.readPages(t)
	u.readStyles(t)
	u.readScripts(t)
	u.readLayouts(t)
	for _, kind := range []string{"class", "data"} {
		for name, place := range u[kind] {
			if !slices.Contains(c[kind], name) {
				t.Errorf("%s: %s %s is not in contract.txt", place, kind, name)
			}
		}
		for _, name := range c[kind] {
			if u[kind][name] == "" && name != "caption" {
				t.Errorf("contract.txt: no page, layout, style or script has %s %s", kind, name)
			}
		}
	}
	if parts := markdown.Apparatus(); !slices.Equal(c["part"], parts) {
		t.Errorf("the parts of the contract are %q, those of pages %q", c["part"], parts)
	}
	var patterns []*regexp.Regexp
	ids := slices.Concat(c["part"], c["id"])
	for _, name := range ids {
		patterns = append(patterns, regexp.MustCompile("^"+strings.NewReplacer("<n>", `[0-9]+(?:-[0-9]+)*`, "<id>", `[a-z0-9-]+`).Replace(name)+"$"))
	}
	for id, place := range u["id"] {
		if !slices.ContainsFunc(patterns, func(p *regexp.Regexp) bool { return p.MatchString(id) }) {
			t.Errorf("%s: id %s is not in contract.txt", place, id)
		}
	}
	for i, p := range patterns {
		found := false
		for id := range u["id"] {
			found = found || p.MatchString(id)
		}
		if !found && !slices.Contains(rare, ids[i]) {
			t.Errorf("contract.txt: nothing has id %s", ids[i])
		}
	}
	for _, word := range c["word"] {
		if !strings.Contains(sourceOf(t, "markdown"), word) || !strings.Contains(sourceOf(t, "../static"), word) {
			t.Errorf("contract.txt: not both the program and a style or script have the word %s", word)
		}
	}
}

// readPages takes in what pages have whose HTML the program makes; the ids that an
// editor's words have are the editor's.
func (u used) readPages(t *testing.T) {
	e, problems := press.Read("..", "", nil)
	if e == nil {
		t.Fatal(problems)
	}
	slugs := map[string]bool{}
	for _, r := range e.Corpus.Reports {
		slugs[r.Slug] = true
	}
	pages := append(e.Pages, e.Site.Embeds(e.Corpus)...)
	for _, p := range e.Pages {
		if frame, ok := p.Frame(); ok {
			pages = append(pages, frame)
		}
	}
	for _, p := range pages {
		text, err := p.HTML()
		if err != nil {
			t.Fatal(err)
		}
		_, text, _ = cutFront(text)
		root, err := html.Parse(strings.NewReader(string(text)))
		if err != nil {
			t.Fatal(err)
		}
		own := strings.HasPrefix(p.Source(), "content/")
		u.readElement(root, p.HTMLPath(), own, func(id string) bool {
			for slug := range slugs { // a pair of reports
				if rest, ok := strings.CutPrefix(id, slug+"-"); ok && slugs[rest] {
					return true
				}
			}
			return strings.ContainsFunc(id, func(r rune) bool { return r > 0x7f }) // of a heading without one
		})
	}
}

// cutFront parts front matter, between lines of --- or +++, from what follows it.
func cutFront(text []byte) (front, body []byte, ok bool) {
	mark, rest, _ := bytes.Cut(text, []byte("\n"))
	if front, body, ok = bytes.Cut(rest, slices.Concat([]byte("\n"), mark, []byte("\n"))); ok {
		return front, body, true
	}
	return nil, text, false
}

func (u used) readElement(n *html.Node, place string, own bool, skip func(id string) bool) {
	for _, a := range n.Attr {
		switch {
		case a.Key == "class":
			for _, name := range strings.Fields(a.Val) {
				u.add("class", name, place)
			}
		case a.Key == "id" && !own && !skip(a.Val):
			u.add("id", a.Val, place)
		case strings.HasPrefix(a.Key, "data-"):
			u.add("data", a.Key, place)
		}
	}
	if hasClass(n, "chroma") {
		return
	}
	for c := range n.ChildNodes() {
		u.readElement(c, place, own, skip)
	}
}

var (
	cssComment  = regexp.MustCompile(`(?s)/\*.*?\*/`)
	cssSelector = regexp.MustCompile(`([^{}]+)\{`)
	cssName     = regexp.MustCompile(`\.([a-zA-Z][\w-]*)`)
	cssData     = regexp.MustCompile(`\[(data-[a-z-]+)`)
	jsValue     = regexp.MustCompile(`"[^"]*"|[\w-]*-$`) // also the beginning of an id
	jsPlace     = regexp.MustCompile(`\$\{[^}]*\}`)
	cssID       = regexp.MustCompile(`#([a-zA-Z][\w-]*)`)
	jsSelector  = regexp.MustCompile("(?:querySelectorAll|querySelector|closest|matches)\\??\\.?\\(\\s*['`]([^'`]*)['`]")
	jsByID      = regexp.MustCompile(`getElementById\('([^']*)'`)
	jsClass     = regexp.MustCompile(`className = '([a-z -]+)'|classList\.\w+\('([a-z-]+)'`)
	jsDataset   = regexp.MustCompile(`dataset\.(\w+)`)
	templated   = regexp.MustCompile(`(?s)\{\{.*?\}\}`)
	htmlClass   = regexp.MustCompile(`class="([^"]*)"`)
	htmlData    = regexp.MustCompile(`[\s\[](data-[a-z-]+)`)
	htmlID      = regexp.MustCompile(`\sid="([^"]*)"`)
	upper       = regexp.MustCompile(`[A-Z]`)
)

func (u used) readStyles(t *testing.T) {
	eachFile(t, "../static/css", ".css", func(file, text string) {
		for _, m := range cssSelector.FindAllStringSubmatch(cssComment.ReplaceAllString(text, ""), -1) {
			u.readSelector(m[1], file, path.Base(file) == "code.css")
		}
	})
}

// readSelector takes in the names of a selector; those of highlighted code are chroma's.
func (u used) readSelector(selector, place string, code bool) {
	selector = jsPlace.ReplaceAllString(selector, "")
	for _, m := range cssName.FindAllStringSubmatch(selector, -1) {
		if !code || m[1] == "chroma" {
			u.add("class", m[1], place)
		}
	}
	for _, m := range cssData.FindAllStringSubmatch(selector, -1) {
		u.add("data", m[1], place)
	}
	for _, m := range cssID.FindAllStringSubmatch(jsValue.ReplaceAllString(selector, ""), -1) {
		u.add("id", m[1], place)
	}
}

func (u used) readScripts(t *testing.T) {
	read := func(file, text string) {
		for _, m := range jsSelector.FindAllStringSubmatch(text, -1) {
			u.readSelector(m[1], file, false)
		}
		for _, m := range jsByID.FindAllStringSubmatch(text, -1) {
			if !strings.HasSuffix(m[1], "-") { // else only how one begins
				u.add("id", m[1], file)
			}
		}
		for _, m := range jsClass.FindAllStringSubmatch(text, -1) {
			for _, name := range strings.Fields(m[1] + " " + m[2]) {
				u.add("class", name, file)
			}
		}
		for _, m := range jsDataset.FindAllStringSubmatch(text, -1) {
			u.add("data", "data-"+upper.ReplaceAllStringFunc(m[1], func(s string) string { return "-" + strings.ToLower(s) }), file)
		}
	}
	eachFile(t, "../static", ".js", read)
	eachFile(t, "site/overlay", ".js", read)
}

func (u used) readLayouts(t *testing.T) {
	read := func(file, text string) {
		for _, m := range htmlClass.FindAllStringSubmatch(text, -1) {
			for _, name := range strings.Fields(templated.ReplaceAllString(m[1], " ")) {
				u.add("class", name, file)
			}
		}
		for _, m := range htmlData.FindAllStringSubmatch(text, -1) {
			u.add("data", m[1], file)
		}
		for _, m := range htmlID.FindAllStringSubmatch(text, -1) {
			if !strings.ContainsAny(m[1], "{(") {
				u.add("id", m[1], file)
			}
		}
	}
	eachFile(t, "../layouts", ".html", read)
	eachFile(t, "site/overlay", ".html", read)
}

func eachFile(t *testing.T, dir, ext string, do func(file, text string)) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(dir), ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(file) != ext {
			return err
		}
		text, err := fs.ReadFile(os.DirFS(dir), file)
		do(fmt.Sprintf("%s/%s", dir, file), string(text))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// sourceOf is all that the files of a folder say.
func sourceOf(t *testing.T, dir string) string {
	var b strings.Builder
	for _, ext := range []string{".go", ".js", ".css"} {
		eachFile(t, dir, ext, func(_, text string) { b.WriteString(text) })
	}
	return b.String()
}
