package main

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"jianzhu/generator/markdown"
	"jianzhu/generator/problem"
	"jianzhu/generator/publish"
	"jianzhu/generator/search"
	"jianzhu/generator/site"
	"jianzhu/generator/tongue"
)

// write writes an edition for Hugo: pages to a project's Pages, all else to its folder Made.
// It tells of dead links.
func (e *edition) write(p site.Project, say func(string)) ([]problem.Problem, error) {
	made := p.Made
	say(tongue.Sprintf("writing %d pages", len(e.pages)))
	defaults, err := site.Default(e.look)
	if err != nil {
		return nil, err
	}
	module, overlay, err := site.Module(os.DirFS(filepath.Join(p.Root, "static")), markdown.Apparatus())
	if err != nil {
		return nil, err
	}
	if err := publish.Folder(made); err != nil {
		return nil, err
	}
	if err := publish.File(filepath.Join(made, marks["build"]), module); err != nil {
		return nil, err
	}
	if err := os.RemoveAll(filepath.Join(made, "html")); err != nil { // where an older program had pages
		return nil, err
	}
	links := e.links()
	var writing errgroup.Group // at once: whoever edits waits for it
	write := func(do func() error) { writing.Go(func() error { return problem.Caught(do) }) }
	write(func() error { return e.writeFiles(p, links) })
	write(func() error { return publish.Write(filepath.Join(made, "overlay"), overlay) })
	write(func() error { return publish.File(filepath.Join(made, "data", "kinds.yaml"), markdown.Kinds()) })
	write(func() error { return publish.Write(filepath.Join(made, "default"), defaults) })
	if err := writing.Wait(); err != nil {
		return nil, err
	}
	return links.Dead(), nil
}

// writeFiles writes the pages as Markdown, as the Markdown that is published beside
// them and as HTML, and what programs read; each as it is made. A page's forms are
// printed together, for its tree costs more than they, and what links it has is seen
// then.
func (e *edition) writeFiles(to site.Project, links *markdown.Links) error {
	pages := slices.Concat(e.pages, markdown.Embeds(e.corpus))
	var content []string
	static := slices.Collect(maps.Keys(e.data))
	static = append(slices.AppendSeq(static, maps.Keys(e.offers)), search.Folder)
	for _, p := range e.pages {
		content = append(content, p.Path)
		if published := p.PublishedPath(); published != "" {
			static = append(static, published)
		}
	}
	return publish.Fill(filepath.Join(to.Made, "content"), content, func(putContent publish.Put) error {
		return publish.Fill(filepath.Join(to.Made, "static"), static, func(putStatic publish.Put) error {
			work := newWork()
			work.do(search.Folder, func() error { return search.Write(e.corpus, to.Kept, putStatic) }) // the longest begins first
			for i, p := range pages {
				work.do(p.Source(), func() error {
					forms, err := p.Forms()
					if err != nil {
						return err
					}
					if i < len(e.pages) { // else only other sites have it, in a frame
						links.Add(p, forms)
						err = writeMarkdown(p, forms, putContent, putStatic)
					}
					return errors.Join(err, putHTML(p, forms, to.Pages))
				})
			}
			for file, text := range e.offers {
				work.do(file, func() error { return putStatic(file, text) })
			}
			for file, of := range e.data {
				work.do(file, func() error {
					text, err := of()
					if err == nil {
						err = putStatic(file, text)
					}
					return err
				})
			}
			return work.Wait()
		})
	})
}

// writeMarkdown writes a page as the product and as it is published.
func writeMarkdown(p markdown.Page, forms markdown.Forms, content, static publish.Put) error {
	if err := content(p.Path, forms.File); err != nil {
		return err
	}
	if published := p.PublishedPath(); published != "" {
		return static(published, forms.Published)
	}
	return nil
}

// putHTML puts a page and its frame where layouts wrap them.
func putHTML(p markdown.Page, forms markdown.Forms, to *site.Pages) error {
	err := to.Put(p.HTMLPath(), forms.HTML)
	if forms.Frame != nil {
		err = errors.Join(err, to.Put(p.FramePath(), forms.Frame))
	}
	return err
}

// work is done by as many at once as there are processors.
type work struct{ errgroup.Group }

func newWork() *work {
	w := new(work)
	w.SetLimit(runtime.GOMAXPROCS(0))
	return w
}

// do has something done that makes the file of a name. A panic is caught.
func (w *work) do(name string, make func() error) {
	w.Go(func() error {
		if err := problem.Caught(make); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		return nil
	})
}
