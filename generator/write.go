package main

import (
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

// write writes an edition to the folder made, where Hugo reads it, and tells of its dead
// links.
func (e *edition) write(root, made string, say func(string)) ([]problem.Problem, error) {
	say(tongue.Sprintf("writing %d pages", len(e.pages)))
	defaults, err := site.Default(e.look)
	if err != nil {
		return nil, err
	}
	module, overlay, err := site.Module(os.DirFS(filepath.Join(root, "static")), markdown.Apparatus())
	if err != nil {
		return nil, err
	}
	if err := publish.Folder(made); err != nil {
		return nil, err
	}
	if err := publish.File(filepath.Join(made, marks["build"]), module); err != nil {
		return nil, err
	}
	links := e.links()
	var writing errgroup.Group // at once: whoever edits waits for it
	write := func(do func() error) { writing.Go(func() error { return problem.Caught(do) }) }
	write(func() error { return e.writeFiles(made, links) })
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
func (e *edition) writeFiles(made string, links *markdown.Links) error {
	pages := slices.Concat(e.pages, markdown.Embeds(e.corpus))
	var content, html []string
	static := slices.Collect(maps.Keys(e.data))
	static = append(slices.AppendSeq(static, maps.Keys(e.offers)), search.Folder)
	for _, p := range e.pages {
		content = append(content, p.Path)
		if published := p.PublishedPath(); published != "" {
			static = append(static, published)
		}
	}
	for _, p := range pages {
		html = append(html, p.HTMLPath())
		if frame := p.FramePath(); frame != "" {
			html = append(html, frame)
		}
	}
	return publish.Fill(filepath.Join(made, "content"), content, func(putContent publish.Put) error {
		return publish.Fill(filepath.Join(made, "static"), static, func(putStatic publish.Put) error {
			return publish.Fill(filepath.Join(made, "html"), html, func(putHTML publish.Put) error {
				work := newWork()
				work.do(search.Folder, func() error { return search.Write(e.corpus, putStatic) }) // the longest begins first
				for i, p := range pages {
					work.do(p.Source(), func() error {
						forms, err := p.Forms()
						switch {
						case err != nil:
							return err
						case i < len(e.pages):
							links.Add(p, forms)
							return writePage(p, forms, putContent, putStatic, putHTML)
						}
						return writeHTML(p, forms, putHTML)
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
	})
}

// writePage writes a page in all its forms.
func writePage(p markdown.Page, forms markdown.Forms, content, static, html publish.Put) error {
	if err := content(p.Path, forms.File); err != nil {
		return err
	}
	if published := p.PublishedPath(); published != "" {
		if err := static(published, forms.Published); err != nil {
			return err
		}
	}
	return writeHTML(p, forms, html)
}

// writeHTML writes what layouts wrap: all that there is of a page that only other sites
// frame.
func writeHTML(p markdown.Page, forms markdown.Forms, html publish.Put) error {
	if err := html(p.HTMLPath(), forms.HTML); err != nil || forms.Frame == nil {
		return err
	}
	return html(p.FramePath(), forms.Frame)
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
