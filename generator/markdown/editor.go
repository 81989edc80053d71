package markdown

import (
	"bytes"
	"cmp"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/goccy/go-yaml"

	"jianzhu/generator/page"
	"jianzhu/generator/problem"
	"jianzhu/generator/report"
	"jianzhu/generator/tongue"
)

// editorPages reads the editor's own pages: the .md files of content outside
// content/reports, with YAML front matter of [frontKeys], of which only the title is needed.
func editorPages(content fs.FS) (pages []Page, problems []problem.Problem) {
	err := fs.WalkDir(content, ".", func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && file == "reports":
			return fs.SkipDir
		case d.IsDir() || path.Ext(file) != ".md":
			return nil
		}
		text, err := fs.ReadFile(content, file)
		if err != nil {
			problems = append(problems, problem.Unreadable("content/"+file, "", err))
			return nil
		}
		own, fault := editorPage(file, text)
		if fault != nil {
			problems = append(problems, *fault)
		} else {
			pages = append(pages, own)
			problems = append(problems, own.checkLost()...)
		}
		return nil
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		problems = append(problems, problem.Unreadable("content", "", err))
	}
	return pages, problems
}

// EditorTexts are the texts in which an editor may have put links: pages, notes and
// remarks on reports.
func EditorTexts(reports []*report.Report, content fs.FS) (texts []string) {
	pages, _ := editorPages(content)
	for _, p := range pages {
		if _, own := codeFiles(p.own)[sampleGlossary]; own { // notes under a sample are of its own entries
			p.own = strings.ReplaceAll(p.own, "#term-", "#")
		}
		texts = append(texts, p.own)
	}
	for _, r := range reports {
		for _, n := range r.Notes {
			texts = append(texts, n.Body)
		}
	}
	return texts
}

const frontHint = "begin the file with three lines: ---, title: …, ---"

// fault is an error on an editor's page.
func fault(file string, line int, hint, format string, args ...any) *problem.Problem {
	p := problem.Errorf("content/"+file, line, hint, format, args...)
	return &p
}

func editorPage(file string, text []byte) (Page, *problem.Problem) {
	if p := problem.UTF8("content/"+file, text); p != nil {
		return Page{}, p
	}
	text = bytes.ReplaceAll(bytes.TrimPrefix(text, []byte("\ufeff")), []byte("\r\n"), []byte("\n"))
	front, body, wrong := frontAndBody(file, text)
	if wrong != nil {
		return Page{}, wrong
	}
	said, wrong := editorFront(file, front)
	if wrong == nil {
		wrong = misnamed(file)
	}
	if wrong == nil && strings.TrimSpace(said.Title) == "" {
		wrong = fault(file, 1, "add title: … to the front matter", "the page has no title")
	}
	words := strings.TrimLeft(string(body), "\n")
	begins := 1 + strings.Count(string(text[:len(text)-len(words)]), "\n")
	if wrong == nil {
		wrong = unshown(file, words, begins)
	}
	if wrong != nil {
		return Page{}, wrong
	}
	return Page{Path: file, Body: fixed(page.Body{page.Prose{Text: words, From: file}}), own: words, begins: begins, Front: said}, nil
}

// frontAndBody parts the front matter of a file from its words. It begins with a line break in
// place of the opening mark, so that its lines count as those of the file.
func frontAndBody(file string, text []byte) (front, body []byte, wrong *problem.Problem) {
	rest, ok := bytes.CutPrefix(text, []byte("---\n"))
	if !ok {
		return nil, nil, fault(file, 1, frontHint, "the page has no front matter")
	}
	rest = append([]byte("\n"), rest...)
	if front, body, ok = bytes.Cut(rest, []byte("\n---\n")); ok {
		return front, body, nil
	}
	if front, ok = bytes.CutSuffix(rest, []byte("\n---")); ok {
		return front, nil, nil
	}
	return nil, nil, fault(file, 1, "close it with a line ---", "the front matter does not end")
}

// editorFront reads the front matter of an editor's page.
func editorFront(file string, front []byte) (Front, *problem.Problem) {
	var known struct {
		Title, Type, Description string
		Weight                   int
		Aliases                  []string
		Params                   map[string]any
	}
	var all yaml.MapSlice
	if err := problem.ReadYAML("content/"+file, front, &all); err != nil {
		return Front{}, err
	}
	if err := problem.ReadYAML("content/"+file, front, &known); err != nil {
		return Front{}, err
	}
	for _, item := range all {
		if key, _ := item.Key.(string); !slices.Contains(frontKeys, key) {
			return Front{}, fault(file, lineOfFront(front, key), tongue.Text("known keys: ")+strings.Join(frontKeys, ", ")+tongue.Text("; those of a theme stand under params"), "unknown key %q", item.Key)
		}
	}
	if known.Type != "" && known.Type != "page" {
		return Front{}, fault(file, lineOfFront(front, "type"), "leave it out: what a page is like goes by its type, and an editor's is a page", "the type of an editor's page is page, not %q", known.Type)
	}
	return Front{
		Title: known.Title, Type: "page", Description: known.Description,
		Weight: known.Weight, Aliases: known.Aliases, Own: foreign(all),
	}, nil
}

// misnamed tells of a file whose name makes no address.
func misnamed(file string) *problem.Problem {
	if bad := unlikeAddress(file); bad != "" {
		return fault(file, 0, "rename it: letters in lower case, digits, - and _ make an address", "%q in the name of a page or its folder cannot stand in its address", bad)
	}
	for name := range strings.SplitSeq(strings.TrimSuffix(file, ".md"), "/") {
		if len(name) > problem.LongestID {
			return fault(file, 0, "give it a shorter name; the title can be as long as it likes", "the name of the page or of its folder has %d bytes, more than the %d that one has in an address", len(name), problem.LongestID)
		}
	}
	return nil
}

// unshown tells of words that no page shows as they stand, or not in time. They begin on a
// line of their file.
func unshown(file, words string, begins int) *problem.Problem {
	if line := crowded(words); line > 0 {
		return fault(file, begins+line-1, crowdedHint, "a block with more than %d marks such as *, _ and [", mostMarks)
	}
	if line := deep(words); line > 0 {
		return fault(file, begins+line-1, deepHint, "quotes and lists more than %d deep in one another", deepest)
	}
	if at, message, hint := misread(words); message != "" {
		return fault(file, begins+strings.Count(words[:at], "\n"), hint, "%s", message)
	}
	return nil
}

// frontKeys are what an editor may say of a page. Hugo has more, by which a page
// would come to another address or another layout, or not at all, while its links
// are held to where it would have been.
var frontKeys = []string{
	"title", "type", "description", "weight", "aliases", "params",
	"date", "lastmod", "linkTitle", "summary", "keywords", "images", "menus", "menu",
}

// lineOfFront is the line of a file on which a key of its front matter stands.
func lineOfFront(front []byte, key string) int {
	for i, line := range strings.Split(string(front), "\n") {
		if rest, ok := strings.CutPrefix(line, key); ok && strings.HasPrefix(strings.TrimLeft(rest, " "), ":") {
			return i + 1
		}
	}
	return 1
}

// unlikeAddress is the first character of a file's path that Hugo would write
// otherwise in the page's address, or "".
func unlikeAddress(file string) string {
	for _, r := range strings.TrimSuffix(file, ".md") {
		if !(unicode.IsLetter(r) && unicode.ToLower(r) == r || unicode.IsDigit(r) || unicode.IsMark(r) || strings.ContainsRune("-_/", r)) {
			return string(r)
		}
	}
	return ""
}

// foreign leaves of front matter what Front has no field for.
func foreign(all yaml.MapSlice) (own yaml.MapSlice) {
	for _, item := range all {
		switch item.Key {
		case "title", "type", "description", "weight", "aliases":
		default:
			own = append(own, item)
		}
	}
	return own
}

// merge adds the editor's pages to those made. On an index page that both
// write the editor's title and words come first; no other page is written twice.
func merge(made, own []Page) (pages []Page, problems []problem.Problem) {
	at := map[string]int{}
	for i, p := range made {
		at[p.Path] = i
	}
	for _, p := range own {
		i, taken := at[p.Path]
		switch {
		case !taken:
			made = append(made, p)
		case path.Base(p.Path) == "_index.md":
			index := &made[i]
			p.Front.Type = index.Front.Type
			p.Front.join(index.Front.Params)
			p.Front.Description = cmp.Or(p.Front.Description, index.Front.Description)
			p.Front.Weight = cmp.Or(p.Front.Weight, index.Front.Weight)
			index.Front, index.own, index.begins = p.Front, p.own, p.begins
			words, made := p.Body, index.Body
			index.Body = func() page.Body { return slices.Concat(words(), made()) }
		default:
			problems = append(problems, problem.Errorf("content/"+p.Path, 1,
				"rename the file, or write what it says into content/glossary.yaml or content/themes.yaml",
				"the page is made from the content already"))
		}
	}
	return made, problems
}
