package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/chromedp/chromedp"
	"github.com/goccy/go-yaml"

	"jianzhu/generator/glossary"
	"jianzhu/generator/markdown"
	"jianzhu/generator/press"
	"jianzhu/generator/problem"
	"jianzhu/generator/theme"
)

// components names the classes in use that style sheets know, once a term's
// card and what a line's number offers have been opened.
const components = `(() => {
	const rules = list => [...list].flatMap(r => [r.selectorText ?? '', ...rules(r.cssRules ?? [])]);
	const known = new Set([...document.styleSheets].flatMap(s => rules(s.cssRules)).flatMap(s => s.match(/\.[a-z][\w-]*/g) ?? []));
	return [...known].filter(c => document.querySelector('#main ' + c + ', .term-card' + c + ', .term-card ' + c));
})()`

// notOnGuide are components of report pages that the sample cannot have.
var notOnGuide = map[string]string{
	".trail":   "the guide stands at the site's root",
	".snippet": "the sample is no report that others could embed",
	".ordinal": "a gap behind 第一章, which the sample does not have",
}

// The guide shows every component that the reports' pages have.
func TestGuideShowsEveryComponent(t *testing.T) {
	w := open(t, 1400, 900)
	shown := func(page string) []string {
		w.visit(page)
		for _, one := range []string{"a.term", "a.line"} {
			w.tell(`document.querySelector('[data-report-text] ` + one + `').click()`)
		}
		w.becomes(`document.querySelector('.copy:popover-open') !== null`, "a line's number offers to copy on /"+page)
		return ask[[]string](w, components)
	}
	guide := shown("guide/")
	reports := map[string]string{} // a page that has it, by component
	for _, r := range built(t, siteAtRoot).edition.Corpus.Reports {
		page := "reports/" + r.Slug + "/"
		for _, class := range shown(page) {
			reports[class] = page
		}
	}
	for class, page := range reports {
		if !slices.Contains(guide, class) && notOnGuide[class] == "" {
			t.Errorf("/%s has %s, which the guide does not show", page, class)
		}
	}
	for class := range notOnGuide {
		if reports[class] == "" || slices.Contains(guide, class) {
			t.Errorf("%s need not be excused any longer", class)
		}
	}
	if len(reports) < 30 {
		t.Errorf("%d components are too few to be all", len(reports))
	}
}

// The card works on the guide as it does on a report.
func TestCardOnGuide(t *testing.T) {
	w := open(t, 360, 740)
	w.visit("guide/")
	w.tell(term + `.scrollIntoView({block: 'center', behavior: 'instant'})`)
	x, y := w.middle(term)
	w.do(chromedp.MouseClickXY(x, y))
	w.becomes(card+` !== null`, "a click opens the card")
	if got, want := ask[string](w, card+`.querySelector('.entry-name').href`), w.address+"glossary/"; !strings.HasPrefix(got, want) {
		t.Errorf("the card leads to %s, want a page under %s", got, want)
	}
}

// The sample keeps the laws, and no page but the guide knows of it.
func TestGuideSample(t *testing.T) {
	s := built(t, siteAtRoot)
	i := slices.IndexFunc(s.edition.Pages, func(p markdown.Page) bool { return p.Path == "guide.md" })
	sample := s.edition.Pages[i].Report
	if sample == nil {
		t.Fatal("the guide has no sample")
	}
	for _, p := range lawful(s.edition.Pages[i : i+1]) {
		t.Error(p)
	}
	var want strings.Builder
	for _, p := range sample.Paragraphs {
		want.WriteString(p.Text)
	}
	docs := s.documents(t)
	if got := reportText(docs["guide/index.html"].root); folded(got) != folded(want.String()) {
		t.Error("the sample's text is not its source's")
	}
	for _, kind := range []string{"cut", "fused", "anonymised", "missing", "debris"} {
		listed := false
		for id := range docs["guide/index.html"].ids {
			listed = listed || strings.HasPrefix(id, kind+"-L")
		}
		if !listed {
			t.Errorf("the sample's 校勘 has no %s", kind)
		}
	}
	for file := range snapshot(t, s.root) {
		if strings.HasPrefix(file, "build/"+press.CacheFolder) {
			continue // which keeps the guide too
		}
		text, err := os.ReadFile(filepath.Join(s.root, file))
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), sample.Meta.Title) && !strings.Contains(file, "guide") {
			t.Errorf("%s knows of the sample", file)
		}
	}
}

// A project that keeps our pages and glossary and has other reports is whole.
func TestOtherReports(t *testing.T) {
	root := t.TempDir()
	if err := copyProject(root); err != nil {
		t.Fatal(err)
	}
	reports := filepath.Join(root, "content", "reports")
	if err := os.RemoveAll(reports); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(reports, "own")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"report.yaml": "title: 某县政府工作报告\n", "report.txt": "一、工作回顾\n全年工作取得新成绩。\n"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	problems, _ := (&call{root: root}).check()
	for _, p := range problems {
		if p.Severity == problem.Error {
			t.Error(p)
		}
	}
}

// namedCode is a code block of the guide with a file's name.
var namedCode = regexp.MustCompile("(?s)\n```[a-z]+ (\\S+)\n(.*?)```\n")

// What the guide gives as examples of files is read as they are, and what it
// gives as an excerpt is one.
func TestGuideExamples(t *testing.T) {
	s := built(t, siteAtRoot)
	guide, err := os.ReadFile(filepath.Join(s.root, "content", "guide.md"))
	if err != nil {
		t.Fatal(err)
	}
	code := fstest.MapFS{}
	for _, m := range namedCode.FindAllSubmatch(guide, -1) {
		code[string(m[1])] = &fstest.MapFile{Data: m[2]}
	}
	terms, problems := glossary.Load(code, "glossary.yaml")
	themes, more := theme.Load(code, "themes.yaml")
	for _, p := range append(problems, more...) {
		if p.Severity == problem.Error {
			t.Error(p)
		}
	}
	if terms == nil || len(terms.Terms) == 0 || themes == nil || len(themes.Themes) == 0 {
		t.Error("the guide has no example of a term or of a theme")
	}
	excerpts := 0
	for name, file := range code {
		of, published := s.edition.Data[name]
		if !published {
			continue
		}
		whole, err := of()
		if err != nil {
			t.Fatal(err)
		}
		var part, all any
		if err := json.Unmarshal(file.Data, &part); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if err := json.Unmarshal(whole, &all); err != nil {
			t.Fatal(err)
		}
		if !isExcerpt(part, all) {
			t.Errorf("%s does not say what the guide quotes", name)
		}
		excerpts++
	}
	if excerpts == 0 {
		t.Error("the guide quotes no published file")
	}
}

// isExcerpt reports whether everything in part is in the whole, at its place;
// in a list, at any.
func isExcerpt(part, whole any) bool {
	switch part := part.(type) {
	case map[string]any:
		all, ok := whole.(map[string]any)
		for key, value := range part {
			ok = ok && isExcerpt(value, all[key])
		}
		return ok
	case []any:
		all, ok := whole.([]any)
		for _, value := range part {
			ok = ok && slices.ContainsFunc(all, func(one any) bool { return isExcerpt(value, one) })
		}
		return ok
	}
	return reflect.DeepEqual(part, whole)
}

// ourCommand is a command of ours in a recipe, with its arguments.
var ourCommand = regexp.MustCompile(`(?m)(?:^|[ /])jianzhu ((?:build|check) .*?)['"]?$`)

// The recipes for publishing are YAML and ask our program for what it has.
func TestGuideRecipes(t *testing.T) {
	guide, err := os.ReadFile(filepath.Join("..", "content", "guide.md"))
	if err != nil {
		t.Fatal(err)
	}
	asked := 0
	for _, m := range namedCode.FindAllSubmatch(guide, -1) {
		if name := string(m[1]); name != ".github/workflows/pages.yml" && name != ".gitlab-ci.yml" {
			continue
		}
		var recipe map[string]any
		if err := yaml.Unmarshal(m[2], &recipe); err != nil {
			t.Errorf("%s: %v", m[1], err)
		}
		for _, command := range ourCommand.FindAllSubmatch(m[2], -1) {
			asked++
			words := strings.Fields(regexp.MustCompile(`"?\$(\{\{.*?\}\}|\w+)/"?`).ReplaceAllString(string(command[1]), "https://example.org/a/"))
			c, rest := commandOf(words)
			if c == nil {
				t.Errorf("%s: no command in %q", m[1], words)
				continue
			}
			var given call
			flags := c.flagSet(&given)
			if err := flags.Parse(rest); err != nil || flags.NArg() > 0 {
				t.Errorf("%s: %q: %v", m[1], words, err)
			}
		}
	}
	if asked != 3 {
		t.Errorf("the recipes ask %d times for our program", asked)
	}
}
