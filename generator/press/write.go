package press

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

	"jianzhu/generator/cache"
	"jianzhu/generator/markdown"
	"jianzhu/generator/problem"
	"jianzhu/generator/publish"
	"jianzhu/generator/search"
	"jianzhu/generator/site"
	"jianzhu/generator/tongue"
)

// write writes an edition for Hugo: pages to a project's Pages, all else to its folder Made.
// What stands is not made again. It tells of dead links.
func (e *Edition) write(p site.Project, stands *standing, say func(string)) ([]problem.Problem, error) {
	made := p.Made
	say(tongue.Sprintf("writing %d pages", len(e.Pages)))
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
	write(func() error { return e.writeFiles(p, stands, links) })
	write(func() error { return publish.Write(filepath.Join(made, "overlay"), overlay) })
	write(func() error { return publish.File(filepath.Join(made, "data", "kinds.yaml"), markdown.Kinds()) })
	write(func() error { return publish.Write(filepath.Join(made, "default"), defaults) })
	if err := writing.Wait(); err != nil {
		return nil, err
	}
	return links.Dead(), nil
}

// writeFiles writes the pages as Markdown, as the Markdown that is published beside
// them and as HTML, and what programs read; each as it is made, and not what stands.
func (e *Edition) writeFiles(to site.Project, stands *standing, links *markdown.Links) error {
	w := &writing{Edition: e, to: to, stands: stands, links: links, all: slices.Concat(e.Pages, e.Site.Embeds(e.Corpus))}
	if err := w.look(); err != nil {
		return err
	}
	return w.fill(madeContent, w.content, func(content *publish.Filling) error {
		return w.fill(madeStatic, w.static, func(static *publish.Filling) error {
			work := newWork()
			work.do(search.Folder, func() error { return search.Write(e.Corpus, to.Kept, indexFiles{static, to.Made, stands}) }) // the longest begins first
			for i, p := range w.all {
				work.do(p.Source(), func() error { return w.page(i, content.Put, static.Put) })
			}
			for file, text := range e.offers {
				work.do(file, func() error { return static.Put(file, text) })
			}
			for file, of := range e.Data {
				if w.static[file] {
					continue
				}
				work.do(file, func() error {
					text, err := of()
					if err == nil {
						err = static.Put(file, text)
					}
					return err
				})
			}
			w.note()
			return work.Wait()
		})
	})
}

// writing is an edition on its way to files.
type writing struct {
	*Edition
	to     site.Project
	stands *standing
	links  *markdown.Links

	all   []markdown.Page // the pages of the edition, then views, which only other sites have, in frames
	stay  []bool          // whether each is not made, for it stands
	rooms sync.Pool       // of *markdown.Room: where pages are printed that are then written

	content, static layer
}

// look finds out what stands.
func (w *writing) look() error {
	w.stay, w.content, w.static = make([]bool, len(w.all)), layer{}, layer{search.Folder: false}
	looking := newWork()
	for i, p := range w.all {
		looking.do(p.Source(), func() error { w.stay[i] = remain(p, w.isView(i), w.to.Kept, w.stands); return nil })
	}
	if err := looking.Wait(); err != nil {
		return err
	}
	for i, p := range w.Edition.Pages {
		w.content[p.Path] = w.stay[i]
		if published := p.PublishedPath(); published != "" {
			w.static[published] = w.stay[i]
		}
	}
	for file := range w.Data {
		w.static[file] = w.stands.has(staticFile(file), w.Keys[file])
	}
	for file := range w.offers {
		w.static[file] = false
	}
	return nil
}

func (w *writing) isView(i int) bool { return i >= len(w.Edition.Pages) }

// page puts a page, or what is kept of it. Its forms are printed together, for its tree
// costs more than they, and what links it has is seen then.
func (w *writing) page(i int, content, static publish.Put) error {
	p := w.all[i]
	if w.stay[i] {
		if left := remainsOf(p, w.to.Kept); left != nil {
			if !w.isView(i) {
				w.links.See(p, left.seen)
			}
			return left.put(p, w.to.Pages)
		}
	}
	room, used := w.rooms.Get().(*markdown.Room)
	if !used {
		room = new(markdown.Room)
	}
	defer w.rooms.Put(room)
	forms, err := p.FormsIn(room)
	if err != nil {
		return err
	}
	if !w.isView(i) {
		w.links.Add(p, forms)
	}
	if !w.isView(i) && !w.stay[i] {
		err = writeMarkdown(p, forms, content, static)
	}
	return errors.Join(err, putHTML(p, forms, w.to.Pages, w.to.Kept))
}

// note notes of what the files are made.
func (w *writing) note() {
	for file := range w.Data {
		w.stands.note(staticFile(file), w.Keys[file])
	}
	for _, p := range w.Edition.Pages {
		for _, file := range madeOf(p) {
			w.stands.note(file, p.Key)
		}
	}
}

// layer are the files of a folder, and whether each stands and stays.
type layer map[string]bool

// fill fills one of the folders in which files are made, which is known by its name from
// the root of a project.
func (w *writing) fill(dir string, files layer, write func(*publish.Filling) error) error {
	folder, err := w.stands.in(filepath.Join(w.to.Made, path.Base(dir)), dir)
	if err != nil {
		return err
	}
	return folder.Fill(slices.Collect(maps.Keys(files)), files, write)
}

// staticFile is where a file stands that is published beside pages, from the project's root.
func staticFile(file string) string { return madeStatic + file }

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

// putHTML puts a page and its frame where layouts wrap them, and keeps what a build needs
// of a page that stands.
func putHTML(p markdown.Page, forms markdown.Forms, to *site.Pages, kept *cache.Store) (err error) {
	is := remains{seen: forms.Seen()}
	if is.shown, err = to.Put(p.HTMLPath(), forms.HTML, p.Key); err != nil {
		return err
	}
	if forms.Frame != nil {
		if is.frame, err = to.Put(p.FramePath(), forms.Frame, p.Key); err != nil {
			return err
		}
	}
	if p.Key != (cache.Key{}) {
		kept.Put(remainsKey(p), is.encode())
	}
	return nil
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
