// Package markdown writes the product: every page of the site as CommonMark,
// and that same Markdown as HTML.
//
// Each construct of a report's page has one file, with how it is written and
// how it is rendered: line.go, section.go, term.go, gap.go, theme.go,
// collation.go. In the text of a report a link to a fragment is always ours
// and a link to a file is always source text; law.go holds the pages to that.
package markdown

import (
	"bytes"
	"cmp"
	"io/fs"
	"slices"
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/problem"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// Page is a Markdown file: front matter and body.
type Page struct {
	Path  string // from build/content: reports/liwan-2017/index.md, glossary/_index.md
	Front Front
	Body  string // CommonMark

	Report  *report.Report // whose text stands on it, or nil
	figures string         // HTML, of what stands in its tables
	of      string         // the page of which it shows a part, from which its links lead; "" for a page of its own
	made    []byte         // its body as HTML, where it has been made already
	own     string         // of an editor's page: the body as the editor wrote it
	begins  int            // and the line of its file on which that begins
}

// Write returns every page of the site, by path: those made from the corpus
// and the editor's own, which are the .md files of content. Where both write
// an index page, the editor's words come first. Reports are cited after the newest
// edition, if not another is named.
func Write(c *annotate.Corpus, content fs.FS, address string, cited ...Edition) ([]Page, []problem.Problem) {
	w := newWriter(c)
	w.address = address
	for _, edition := range cited {
		w.edition = edition
	}
	var pages []Page
	for i := range c.Reports {
		pages = append(pages, w.report(i))
	}
	for i := range w.c.Documents {
		pages = append(pages, w.document(i))
	}
	for i := range w.c.Regions {
		pages = append(pages, w.region(i))
	}
	for i := range w.c.Years {
		pages = append(pages, w.year(i))
	}
	pages = append(pages, w.documents(), w.regions(), w.years())
	pages = append(pages, w.home(), w.reports(pages), w.glossary(), w.themes(), w.coverage(), w.search())
	for i := range w.c.Glossary.Terms {
		pages = append(pages, w.term(i))
	}
	for i := range w.c.Themes.Themes {
		pages = append(pages, w.theme(i))
	}
	pages = append(pages, w.indicators()...)
	own, problems := editorPages(content)
	problems = append(problems, w.checkNotes()...)
	for i := range own {
		problems = append(problems, w.sample(&own[i])...)
	}
	pages, more := merge(pages, own)
	more = append(more, addressClashes(pages)...)
	for i := range pages {
		pages[i].Body = strings.TrimRight(pages[i].Body, "\n") + "\n"
	}
	slices.SortFunc(pages, func(a, b Page) int { return cmp.Compare(a.Path, b.Path) })
	return pages, append(problems, more...)
}

// writer makes pages of a corpus.
type writer struct {
	c       *annotate.Corpus
	address string // of the site, for citations: it ends with a slash
	edition Edition
	terms   map[string]*glossary.Term
	themed  map[string]*theme.Theme
	slugs   map[string]*report.Report
	own     map[string][]ownDefinition // term id: what reports say of it themselves

	promises     map[*report.Report][]annotate.Promise // that it makes, and that it reviews
	termPromises map[string][]annotate.Promise         // term id: that name it
	unseen       map[*report.Report][]annotate.Unseen  // that it announced
	sizes        map[*report.Report]int                // in characters, of those that were counted
}

func newWriter(c *annotate.Corpus) *writer {
	whole := *c
	if whole.Glossary == nil {
		whole.Glossary = &glossary.Glossary{}
	}
	if whole.Themes == nil {
		whole.Themes = &theme.Vocabulary{}
	}
	w := &writer{
		c: &whole, edition: Edition2025, terms: map[string]*glossary.Term{}, themed: map[string]*theme.Theme{},
		promises: promisesByReport(whole.Promises), termPromises: promisesByTerm(whole.Promises), unseen: unseenByReport(whole.Unseen),
		slugs: map[string]*report.Report{}, own: map[string][]ownDefinition{}, sizes: map[*report.Report]int{},
	}
	for i := range whole.Glossary.Terms {
		w.terms[whole.Glossary.Terms[i].ID] = &whole.Glossary.Terms[i]
	}
	for i := range whole.Themes.Themes {
		w.themed[whole.Themes.Themes[i].ID] = &whole.Themes.Themes[i]
	}
	for _, r := range whole.Reports {
		w.slugs[r.Slug] = r
		for _, d := range r.Definitions {
			if d.ID != "" {
				w.own[d.ID] = append(w.own[d.ID], ownDefinition{r, d})
			}
		}
	}
	return w
}

// File returns the page as it stands on disk: front matter and body.
func (p Page) File() []byte {
	return append(p.Front.yaml(), p.Body...)
}

// Source is the file, from the project's root, that an editor looks at for the
// page: the editor's own, or what was made.
func (p Page) Source() string {
	if p.begins > 0 {
		return "content/" + p.Path
	}
	return "build/content/" + p.Path
}

// HTMLPath is the page's path in build/html.
func (p Page) HTMLPath() string { return strings.TrimSuffix(p.Path, ".md") + ".html" }

// HTML returns the page with the same front matter and its body as HTML, for
// layouts to wrap. Links between pages become page addresses.
func (p Page) HTML() ([]byte, error) {
	body := p.made
	if body == nil {
		var err error
		if body, err = p.html(); err != nil {
			return nil, err
		}
		// Hugo runs shortcodes in HTML content too.
		body = bytes.ReplaceAll(body, []byte("{{"), []byte("&#123;&#123;"))
	}
	return append(p.Front.yaml(), body...), nil
}
