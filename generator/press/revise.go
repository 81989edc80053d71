package press

import (
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"jianzhu/generator/glossary"
	"jianzhu/generator/markdown"
	"jianzhu/generator/problem"
	"jianzhu/generator/project"
	"jianzhu/generator/serve"
	"jianzhu/generator/site"
)

// revision is what an editor changed, as far as it can be shown at once.
type revision struct {
	reports map[string]bool // slugs of those with other files
	pages   map[string]bool // an editor's own, by path from content/
	entries bool            // of the glossary
	around  bool            // layouts, static files or site.yaml
}

// revisionOf tells a revision by its files, from the project's folder; false where only the
// whole collection can be made anew.
func revisionOf(files []string) (c revision, ok bool) {
	c = revision{reports: map[string]bool{}, pages: map[string]bool{}}
	for _, file := range files {
		top, below, _ := strings.Cut(file, "/")
		slug, isReport := strings.CutPrefix(path.Dir(below), "reports/")
		switch {
		case top != "content":
			c.around = true
		case isReport && !strings.Contains(slug, "/"):
			c.reports[slug] = true
		case slices.Contains(glossary.Files, below):
			c.entries = true
		case path.Ext(below) == ".md":
			c.pages[below] = true
		default:
			return c, false
		}
	}
	return c, true
}

// Revised shows at once what changed in some files since the last whole site, on the
// pages that these are the source of.
func (w *Workshop) Revised(files []string) (made serve.Site, problems []problem.Problem, err error) {
	whole := w.last()
	c, ok := revisionOf(files)
	if whole == nil || !ok {
		return nil, nil, nil
	}
	config, problems := project.Load(w.root)
	if problem.HasErrors(problems) {
		return nil, problems, nil
	}
	problems = append(problems, config.CheckFolders(w.root)...)
	content, err := project.Open(filepath.Join(w.root, "content"))
	if err != nil || problem.HasErrors(problems) {
		return nil, problems, nil
	}
	defer content.Close()
	var pages []markdown.Page
	if err := problem.Caught(func() error {
		var more []problem.Problem
		pages, more = w.revised(whole.edition, c, content, config)
		problems = append(problems, more...)
		return nil
	}); err != nil || problem.HasErrors(problems) || pages == nil && !c.around {
		return nil, problems, nil // what is amiss with a part, the whole tells
	}
	d := *whole
	d.files = maps.Clone(whole.files)
	var shown []site.Page
	for _, p := range pages {
		if _, beside := d.files[p.PublishedPath()]; beside {
			d.publish(p)
		}
		shown = append(shown, wrapped(p)...)
	}
	if c.around {
		if err := w.lay(config.Look()); err != nil {
			return nil, problems, err
		}
	}
	live, err := whole.live.Revised(shown, c.around)
	if err != nil {
		return nil, problems, err
	}
	made, err = d.with(live)
	return made, problems, err
}

// revised are the pages of an edition that changed, as they are now among the others; nil
// where that cannot be told of one of them. Where a problem is an error, they are not to
// be shown.
func (w *Workshop) revised(e *Edition, c revision, content project.Source, config *project.Config) (pages []markdown.Page, problems []problem.Problem) {
	corpus, all := e.Corpus, e.Pages
	if c.entries || len(c.pages) > 0 {
		if c.entries {
			terms, more := loadGlossary(content.WithNational(), config, w.kept)
			if problems = append(problems, more...); problem.HasErrors(more) {
				return nil, problems
			}
			corpus = corpus.Explained(terms)
		}
		now, more := e.Site.Write(corpus, content)
		all, problems = now, append(problems, more...)
	}
	standing := map[string]markdown.Page{}
	for _, p := range all {
		standing[p.Path] = p
		if c.entries && (p.Front.Type == "report" || p.Front.Type == "term") {
			pages = append(pages, p)
		}
	}
	for _, slug := range slices.Sorted(maps.Keys(c.reports)) {
		r, more := w.reports.ReadOne(content, "reports", slug)
		problems = append(problems, more...)
		if problem.HasErrors(more) {
			return nil, problems
		}
		on, stands := standing[markdown.ReportPath(slug)]
		if !stands {
			return nil, problems
		}
		problems = append(problems, corpus.Again(r)...)
		again, more := on.Again(r)
		pages, problems = append(pages, again), append(problems, more...)
	}
	for file := range c.pages {
		p, stands := standing[file]
		if !stands || !slices.ContainsFunc(e.Pages, func(p markdown.Page) bool { return p.Path == file }) {
			return nil, problems // it is new, or gone
		}
		pages = append(pages, p)
	}
	return pages, problems
}
