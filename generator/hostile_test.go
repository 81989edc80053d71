package main

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"jianzhu/generator/press"
	"jianzhu/generator/problem"
	"jianzhu/generator/report"
)

// The corpus of hostile texts, through every output. testdata/hostile.json has
// the texts; the tests of markdown and search read it too.

// hostileTexts are all texts of the corpus, in order.
var hostileTexts = sync.OnceValues(func() (texts []string, err error) {
	file, err := os.ReadFile(filepath.Join("testdata", "hostile.json"))
	if err != nil {
		return nil, err
	}
	kinds := map[string][]string{}
	err = json.Unmarshal(file, &kinds)
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		texts = append(texts, kinds[kind]...)
	}
	return texts, err
})

// hostileSlug names the report, the term, the theme and the page of a text.
func hostileSlug(i int) string { return fmt.Sprintf("h%03d", i) }

// hostileTerm is the term of a text, unlike any other.
func hostileTerm(i int, words string) string {
	return fmt.Sprintf("提法%c%c%s", 0x4e00+i, 0x5e00+i, words)
}

// hostileContent says each text wherever a text can stand.
func hostileContent(texts []string) map[string]string {
	content := map[string]string{}
	var glossary, themes strings.Builder
	themes.WriteString("themes:\n")
	for i, words := range texts {
		slug, term, word := hostileSlug(i), hostileTerm(i, words), quoted(words)
		address := quoted("https://example.org/?" + strings.Join(strings.Fields(words), "+"))
		content["reports/"+slug+"/report.yaml"] = fmt.Sprintf("title: %s\nissuer: %s\nyear: 2016\nregion: {path: [%[1]s]}\nsource: {url: %[3]s, publisher: %[1]s}\nremark: %[1]s\n",
			word, quoted("机关"+words), address)
		content["reports/"+slug+"/report.txt"] = fmt.Sprintf("索引号：%[1]s\n\n一、%[1]s\n（一）%[1]s。推进%[2]s，%[1]s。\n一是%[1]s。二是按照《%[1]s规划》的要求。完成2016年生产总值%[1]s100亿元。\n%[1]s\n附件1\n名词解释\n1.%[2]s：指%[1]s。\n",
			words, term)
		content["reports/"+slug+"/notes.yaml"] = hostileNote(word, words)
		fmt.Fprintf(&glossary, "- id: %s\n  term: %s\n  aliases: [%s]\n  gloss: %s\n  expansion: %s\n  english: %[5]s\n  senses: [{definition: %[5]s}]\n",
			slug, quoted(term), quoted("别的"+term), quoted(string([]rune(words)[:min(40, len([]rune(words)))])), word)
		fmt.Fprintf(&themes, "  - {id: %s, name: %s, english: %s, keywords: [%s]}\n", slug, quoted("主题"+words), word, quoted(hostileTerm(i, "")))
		content[slug+".md"] = hostilePage(word, slug, words)
	}
	content["glossary.yaml"], content["themes.yaml"] = glossary.String(), themes.String()
	return content
}

// hostileNote is the notes.yaml of a text.
func hostileNote(body, author string) string {
	return fmt.Sprintf("- quote: 推进提法\n  body: %s\n  author: %s\n", body, quoted("编者"+author))
}

// hostilePage is the page of a text; word is that in quote marks.
func hostilePage(word, slug, body string) string {
	return fmt.Sprintf("---\ntitle: %[1]s\ndescription: %[1]s\n---\n\n[a](reports/%[2]s/index.md %[1]s)\n\n%[3]s\n", word, slug, body)
}

// quoted is a text as a string of YAML.
func quoted(s string) string {
	text, _ := json.Marshal(s)
	return string(text)
}

var siteHostile = sync.OnceValues(func() (*builtSite, error) {
	texts, err := hostileTexts()
	if err != nil {
		return nil, err
	}
	root, err := newRoot()
	if err != nil {
		return nil, err
	}
	// With the national glossary its terms would stand before the hostile ones.
	if err := errors.Join(copyProject(root), ownGlossaryOnly(root), os.RemoveAll(filepath.Join(root, "content"))); err != nil {
		return nil, err
	}
	for file, text := range hostileContent(texts) {
		file = filepath.Join(root, "content", file)
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text), 0o644)); err != nil {
			return nil, err
		}
	}
	// A note's body and a page's are Markdown; what they may not have is refused.
	kept := len(texts)
	for range 2 { // notes are read before pages
		made, problems := press.Read(root, "", nil)
		if made != nil {
			problems = append(problems, made.DeadLinks()...)
		}
		refused := map[string]string{}
		for _, p := range problems {
			slug := strings.TrimSuffix(path.Base(p.File), ".md")
			if path.Base(p.File) == "notes.yaml" {
				refused[p.File] = hostileNote("注", "")
			} else if i, err := strconv.Atoi(strings.TrimPrefix(slug, "h")); err == nil {
				refused[p.File] = hostilePage(quoted(texts[i]), slug, "")
				kept--
			}
		}
		for file, text := range refused {
			if err := os.WriteFile(filepath.Join(root, file), []byte(text), 0o644); err != nil {
				return nil, err
			}
		}
	}
	if kept < len(texts)/3 {
		return nil, fmt.Errorf("only %d pages of %d may say their text", kept, len(texts))
	}
	_, problems, err := press.Build(root, "https://example.org/", func(string) {})
	if err == nil && problem.HasErrors(problems) {
		err = fmt.Errorf("%v", problems)
	}
	if err != nil {
		return nil, err
	}
	edition, _ := press.Read(root, "", nil)
	return &builtSite{root, "/", edition, problems}, nil
})

// hostileReport is the report of a text.
func (s *builtSite) hostileReport(i int) *report.Report {
	reports := s.edition.Corpus.Reports
	return reports[slices.IndexFunc(reports, func(r *report.Report) bool { return r.Slug == hostileSlug(i) })]
}

// harmless holds a page to what none may have, whoever wrote the words on it:
// what runs, what loads from elsewhere, what makes the page another.
func harmless(t *testing.T, doc *document) {
	t.Helper()
	for n := range doc.root.Descendants() {
		if n.Type == html.CommentNode {
			t.Errorf("%s: a comment %.60q", doc.file, n.Data)
		}
		if n.Type != html.ElementNode {
			continue
		}
		if !doc.allows(n) {
			checkPolicy(t, doc, n)
		}
		switch n.Data {
		case "iframe", "object", "embed", "frame", "applet", "marquee":
			t.Errorf("%s: <%s>", doc.file, n.Data)
		case "base":
			if attribute(n, "href") != "" {
				t.Errorf("%s: base %s", doc.file, attribute(n, "href"))
			}
		case "meta":
			if strings.EqualFold(attribute(n, "http-equiv"), "refresh") {
				t.Errorf("%s: leads on to %s", doc.file, attribute(n, "content"))
			}
		}
		for _, key := range []string{"href", "src", "action", "srcset", "cite", "data", "poster", "formaction"} {
			address := attribute(n, key)
			u, err := url.Parse(address)
			switch {
			case err != nil || !slices.Contains([]string{"", "http", "https", "data"}, u.Scheme) || u.Scheme == "data" && n.Data == "a" && attribute(n, "download") == "": // what is saved is not shown
				t.Errorf("%s: <%s %s=%q> (%v)", doc.file, n.Data, key, address, err)
			case u.Host == "evil.example", n.Data != "a" && n.Data != "link" && u.Host != "":
				t.Errorf("%s: <%s> goes to %s", doc.file, n.Data, address)
			}
		}
	}
	for id, n := range doc.ids {
		if n != 1 {
			t.Errorf("%s: id %s stands %d times", doc.file, id, n)
		}
	}
}

// allows reports whether a page that carries its own policy allows an inline
// style or script by its hash.
func (doc *document) allows(n *html.Node) bool {
	if n.Data != "style" && n.Data != "script" || attribute(n, "src") != "" || isJSONLD(n) {
		return false
	}
	for meta := range doc.root.Descendants() {
		if attribute(meta, "http-equiv") == "Content-Security-Policy" {
			sum := sha256.Sum256([]byte(textOf(n)))
			return meta.Parent.Data == "head" && strings.Contains(attribute(meta, "content"), "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'")
		}
	}
	return false
}
