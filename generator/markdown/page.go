// Package markdown makes the product: every page of the site, as a tree of nodes
// that writes itself as CommonMark and as HTML.
//
// Each construct of a report's page has one file: paragraph.go and table.go its
// text, term.go, indicator.go, note.go, theme.go, related.go, neighbour.go,
// promise.go, collation.go and cite.go what stands after it. Each other kind of page
// has one too, or two: comparison.go and comparisons.go. In the text of a report a link to
// a fragment is always ours and a link to a file is always source text; package law holds
// the pages to that.
package markdown

import (
	"cmp"
	"io/fs"
	"slices"
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/cache"
	"jianzhu/generator/compare"
	"jianzhu/generator/glossary"
	"jianzhu/generator/page"
	"jianzhu/generator/problem"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// Page is a Markdown file: front matter and body.
type Page struct {
	Path  string // from build/content: reports/liwan-2017/index.md, glossary/_index.md
	Front Front
	Body  func() page.Body // makes what stands on it, anew: the trees of all pages would be more than the site
	Key   cache.Key        // of all that its forms are made of, see keyed; zero where that is not known

	Report  *report.Report    // whose text stands on it, or nil
	glosses map[string]string // of a report's page: what its frame says of terms, by their entries
	of      string            // of a frame: the page that it shows
	own     string            // of an editor's page: the body as the editor wrote it
	begins  int               // and the line of its file on which that begins

	again func(*report.Report) (Page, []problem.Problem) // of a report's page: see Again
	made  of                                             // what decides what stands on it; nil where the tree alone tells
}

// Site is what pages say of the site that they are on.
type Site struct {
	Address  string // for citations: it ends with a slash
	Title    string
	Official bool    // no page calls itself unofficial
	Citation Edition // after which reports are cited; "" for the newest

	Compared *compare.Collection // its reports side by side; made of the corpus where it is nil
	Keys     *annotate.Keys      // of the corpus; nil where no page is to have a key
}

// Write returns every page of the site, by path: those made from the corpus
// and the editor's own, which are the .md files of content. Where both write
// an index page, the editor's words come first.
func (s Site) Write(c *annotate.Corpus, content fs.FS) ([]Page, []problem.Problem) {
	w := newWriter(c)
	w.site, w.compared = s, s.Compared
	if w.compared == nil {
		w.compared = compare.New(w.c)
	}
	var pages []Page
	for _, k := range kinds {
		if k.pages != nil {
			pages = append(pages, k.pages(w)...)
		}
	}
	own, problems := editorPages(content)
	problems = append(problems, w.checkNotes()...)
	for i := range own {
		problems = append(problems, w.sample(&own[i])...)
	}
	pages, more := merge(pages, own)
	more = append(more, addressClashes(pages)...)
	slices.SortFunc(pages, func(a, b Page) int { return cmp.Compare(a.Path, b.Path) })
	for i := range pages {
		s.key(&pages[i])
	}
	return pages, append(problems, more...)
}

// writer makes pages of a corpus.
type writer struct {
	c       *annotate.Corpus
	site    Site
	terms   map[string]*glossary.Term
	glosses map[string]string           // of terms with one meaning, by the ids of their entries
	next    map[string][]*glossary.Term // those that succeed a term, by its id
	themed  map[string]*theme.Theme
	slugs   map[string]*report.Report
	pages   *writer                             // which makes the pages of terms and themes, of a sample's; nil for itself
	own     map[string][]annotate.OwnDefinition // term id: what reports say of it themselves

	compared *compare.Collection
	stood    *report.Report // in whose place a report of no corpus stands; nil for none

	promises     map[*report.Report][]*annotate.Promise // that it makes, and that it reviews
	termPromises map[string][]*annotate.Promise         // term id: that name it
	unseen       map[*report.Report][]annotate.Unseen   // that it announced
	sizes        map[*report.Report]int                 // in characters
	given        map[int]sized                          // the reports of each year, and of 0 those without one
	explained    map[*report.Report]int                 // how many terms, on pages that were made
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
		c:        &whole,
		compared: &compare.Collection{},
		promises: annotate.PromisesByReport(whole.Promises), termPromises: annotate.PromisesByTerm(whole.Promises), unseen: annotate.UnseenByReport(whole.Unseen),
		slugs: map[string]*report.Report{}, own: annotate.DefinitionsByTerm(whole.Reports), sizes: map[*report.Report]int{}, given: map[int]sized{}, explained: map[*report.Report]int{},
	}
	w.know()
	for _, r := range whole.Reports {
		w.slugs[r.Slug], w.sizes[r] = r, r.Characters()
		of := w.given[r.Meta.Year]
		w.given[r.Meta.Year] = sized{of.reports + 1, of.characters + w.sizes[r]}
	}
	return w
}

// know gathers terms and themes by their ids.
func (w *writer) know() {
	w.terms, w.glosses, w.themed, w.next = map[string]*glossary.Term{}, map[string]string{}, map[string]*theme.Theme{}, map[string][]*glossary.Term{}
	for i := range w.c.Glossary.Terms {
		t := &w.c.Glossary.Terms[i]
		w.terms[t.ID] = t
		if t.Succeeds != "" {
			w.next[t.Succeeds] = append(w.next[t.Succeeds], t)
		}
		if len(t.Senses) == 1 && t.Gloss != "" {
			w.glosses[termEntry(t.ID)] = t.Gloss
		}
	}
	for i := range w.c.Themes.Themes {
		w.themed[w.c.Themes.Themes[i].ID] = &w.c.Themes.Themes[i]
	}
}

// File returns the page as it stands on disk: front matter and body.
func (p Page) File() []byte {
	return append(p.Front.yaml(), p.Markdown()...)
}

// Markdown returns the page's body as CommonMark.
func (p Page) Markdown() []byte { return p.tree().Markdown(p.Path) }

func (p Page) tree() page.Body {
	if p.Body == nil {
		return nil
	}
	return p.Body()
}

// fixed is a body that is kept.
func fixed(body page.Body) func() page.Body { return func() page.Body { return body } }

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
	html, _, err := p.appendHTML(p.HTMLFront())
	return html, err
}

// HTMLFront is the front matter of the page as HTML.
func (p Page) HTMLFront() []byte { return p.frontOfHTML().toml() }

func (p Page) frontOfHTML() Front {
	front := p.Front
	front.Layout = kindOf(front.Type).Layout
	return front
}

// appendHTML writes the page's body as HTML behind what stands before it, and returns the
// ids and links that it has.
func (p Page) appendHTML(out []byte) (html []byte, seen page.Seen, err error) {
	err = problem.Caught(func() error {
		if p.of != "" {
			html, err = p.tree().AppendFrame(out, p.Path, p.of)
		} else {
			html, seen, err = p.tree().AppendHTML(out, p.Path)
		}
		return err
	})
	return html, seen, err
}
