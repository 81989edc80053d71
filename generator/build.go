package main

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/sync/errgroup"

	"jianzhu/generator/annotate"
	"jianzhu/generator/data"
	"jianzhu/generator/glossary"
	"jianzhu/generator/markdown"
	"jianzhu/generator/problem"
	"jianzhu/generator/publish"
	"jianzhu/generator/report"
	"jianzhu/generator/search"
	"jianzhu/generator/site"
	"jianzhu/generator/theme"
)

// edition is everything made from content/, before any of it is written.
type edition struct {
	corpus *annotate.Corpus
	pages  []markdown.Page   // the Markdown, which is the product
	data   map[string][]byte // JSON, schemas, original texts and search index, by path from the site's root
}

// read makes an edition of the content of a project. A baseURL that is not ""
// overrides that of site.yaml. Where a problem is an error, there is no edition.
func read(root, baseURL string) (*edition, []problem.Problem) {
	content := os.DirFS(filepath.Join(root, "content"))
	config, problems := loadConfig(root)
	if config == nil {
		return nil, problems
	}

	reports, more := report.Read(content, "reports")
	problems = append(problems, more...)
	terms, more := glossary.Load(content, "glossary.yaml")
	problems = append(problems, more...)
	themes, more := theme.Load(content, "themes.yaml")
	problems = append(problems, more...)
	if problem.HasErrors(problems) {
		return nil, problems
	}

	corpus, more := annotate.Reports(reports, terms, themes, config.Params.Link)
	problems = append(problems, more...)
	address := citable(cmp.Or(baseURL, config.BaseURL))
	var files map[string][]byte
	var meanwhile errgroup.Group
	meanwhile.Go(func() (err error) {
		files, err = forMachines(corpus, address, config.Params.License)
		return err
	})
	pages, more := markdown.Write(corpus, content, address)
	problems = append(problems, more...)
	if err := meanwhile.Wait(); err != nil {
		problems = append(problems, problem.Errorf("content", 0, "", "%v", err))
	}
	if problem.HasErrors(problems) {
		return nil, problems
	}
	return &edition{corpus, pages, files}, problems
}

// forMachines returns what programs read, by path from the site's root. License
// is the address of that of glosses, notes and vocabulary.
func forMachines(c *annotate.Corpus, address, license string) (map[string][]byte, error) {
	files, err := data.Write(c, license)
	if err != nil {
		return nil, err
	}
	notes, err := data.Notes(c, address, license, func(r *report.Report, n report.Note) (string, error) {
		return markdown.NoteHTML(r, n, address)
	})
	if err != nil {
		return nil, err
	}
	index, err := search.Write(c)
	maps.Copy(files, notes)
	maps.Copy(files, index)
	return files, err
}

// build turns content/ into Markdown in build/content/ and a site in public/.
// An error leaves the last good site. say is told what is being done.
func build(root, baseURL string, say func(string)) ([]problem.Problem, error) {
	public := filepath.Join(root, "public")
	if err := publish.Repair(public); err != nil {
		return nil, err
	}
	problems, err := writePages(root, baseURL, say)
	if err != nil || problem.HasErrors(problems) {
		return problems, err
	}
	say("rendering the site")
	if err := site.Build(root, public+".new", baseURL); err != nil {
		return problems, err
	}
	return problems, publish.Swap(public)
}

// writePages turns content/ into Markdown in build/content/, and into what else Hugo
// makes the site from. It writes nothing if a problem is an error.
func writePages(root, baseURL string, say func(string)) ([]problem.Problem, error) {
	say("reading content")
	edition, problems := read(root, baseURL)
	if edition == nil {
		return problems, nil
	}
	return problems, edition.write(root, say)
}

// write writes an edition to build/, where Hugo reads it.
func (e *edition) write(root string, say func(string)) error {
	say(fmt.Sprintf("writing %d pages", len(e.pages)))
	build := filepath.Join(root, "build")
	var writing errgroup.Group // at once: whoever edits waits for it
	writing.Go(func() error {
		html, err := rendered(slices.Concat(e.pages, markdown.Embeds(e.corpus)))
		if err != nil {
			return err
		}
		return publish.Write(filepath.Join(build, "html"), html)
	})
	writing.Go(func() error { return e.writeParts(filepath.Join(build, "parts"), together) })
	writing.Go(func() error { return publish.Write(filepath.Join(build, "content"), source(e.pages)) })
	writing.Go(func() error { return publish.Write(filepath.Join(build, "static"), e.data) })
	writing.Go(func() error {
		module, overlay, err := site.Module(os.DirFS(filepath.Join(root, "static")))
		if err != nil {
			return err
		}
		return errors.Join(
			publish.Write(filepath.Join(build, "overlay"), overlay),
			publish.File(filepath.Join(build, "hugo.yaml"), module),
		)
	})
	return writing.Wait()
}

// source returns pages as Markdown, by path.
func source(pages []markdown.Page) map[string][]byte {
	files := map[string][]byte{}
	for _, p := range pages {
		files[p.Path] = p.File()
	}
	return files
}

// rendered returns pages as HTML, by path.
func rendered(pages []markdown.Page) (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, p := range pages {
		html, err := p.HTML()
		if err != nil {
			return nil, fmt.Errorf("build/content/%s: %w", p.Path, err)
		}
		files[p.HTMLPath()] = html
	}
	return files, nil
}
