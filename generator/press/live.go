package press

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"jianzhu/generator/annotate"
	"jianzhu/generator/cache"
	"jianzhu/generator/data"
	"jianzhu/generator/markdown"
	"jianzhu/generator/problem"
	"jianzhu/generator/publish"
	"jianzhu/generator/report"
	"jianzhu/generator/search"
	"jianzhu/generator/serve"
	"jianzhu/generator/site"
	"jianzhu/generator/tongue"
)

// Workshop makes the sites of a project while it is edited, in the folder made, which is
// not build/: a build may run meanwhile. Only the finished pages know where they are
// served; all else is as for publication.
type Workshop struct {
	root, made string
	kept       *cache.Store
	reports    *report.Reader
	release    func() error

	mu    sync.Mutex
	whole *display // the last whole site; nil before the first and where there is none that can be revised
}

// OpenWorkshop opens that of a project, which has one at a time.
func OpenWorkshop(root string) (*Workshop, error) {
	release, err := publish.Lock(root, "serve", func() error {
		return tongue.Advised(tongue.New("this folder is served already, by another run"), "look for its terminal; one is enough, for it builds whatever changes")
	})
	if err != nil {
		return nil, err
	}
	kept := Cache(root)
	return &Workshop{root: root, made: filepath.Join(root, publish.Work, "serve"), kept: kept, reports: &report.Reader{Kept: kept}, release: release}, nil
}

// Close ends its work, and leaves nothing of it but what is kept for others.
func (w *Workshop) Close() []problem.Problem {
	defer w.release()
	defer os.RemoveAll(w.made)
	return closeKept(w.kept, false)
}

// project is the project for Hugo.
func (w *Workshop) project() site.Project {
	return site.Project{Root: w.root, Made: w.made, Kept: w.kept}
}

// Whole makes the whole site. Where pages cannot be made one at a time, all are made.
func (w *Workshop) Whole(ctx context.Context, address string) (made serve.Site, problems []problem.Problem, err error) {
	err = problem.Caught(func() (err error) {
		of, known := ingredientsOfEdition(w.root)
		if d, err := w.dressed(of); err != nil {
			return err
		} else if d != nil {
			made, problems = d, slices.Clone(d.problems)
			return nil
		}
		var edition *Edition
		reader := reader{root: w.root, kept: w.kept, reports: w.reports, goesOn: func() bool { return ctx.Err() == nil }}
		if edition, problems = reader.read(); edition == nil {
			return nil
		}
		alone, err := w.project().Alone()
		if err != nil || reader.ended() {
			return err
		}
		if !alone {
			w.take(nil)
			var dead []problem.Problem
			made, dead, err = w.render(edition, address)
			problems = append(problems, dead...)
			return err
		}
		dead := edition.DeadLinks()
		problems = append(problems, dead...)
		if problem.HasErrors(dead) || reader.ended() {
			return nil
		}
		d, err := w.display(edition, address)
		if err != nil {
			return err
		}
		if now, _ := ingredientsOfEdition(w.root); known && now == of {
			d.of, d.problems = of, slices.Clone(problems)
		}
		w.take(d)
		made = d
		return nil
	})
	return made, problems, err
}

// dressed is the last whole site with layouts and static files as they are now, if it is
// one of the same ingredients; else nil.
func (w *Workshop) dressed(of cache.Key) (*display, error) {
	whole := w.last()
	if whole == nil || whole.of != of {
		return nil, nil
	}
	if alone, err := w.project().Alone(); err != nil || !alone {
		return nil, err
	}
	live, err := whole.live.Revised(nil, true)
	if err != nil {
		return nil, err
	}
	d, err := whole.with(live)
	if err == nil {
		w.take(d)
	}
	return d, err
}

// take takes a whole site for the last one.
func (w *Workshop) take(whole *display) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if before := w.whole; before != nil && (whole == nil || before.search != whole.search) {
		os.RemoveAll(before.search.dir) // what stays is gone with the end
	}
	w.whole = whole
}

// last is the last whole site, or nil.
func (w *Workshop) last() *display {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.whole
}

// Current is the edition that the last whole site shows, or nil.
func (w *Workshop) Current() *Edition {
	if whole := w.last(); whole != nil {
		return whole.edition
	}
	return nil
}

// display shows an edition.
func (w *Workshop) display(e *Edition, address string) (*display, error) {
	if err := w.lay(e.look); err != nil {
		return nil, err
	}
	var pages []site.Page
	for _, p := range slices.Concat(e.Pages, e.Site.Embeds(e.Corpus)) {
		pages = append(pages, wrapped(p)...)
	}
	live, err := w.project().Live(address, pages)
	if err != nil {
		return nil, err
	}
	d := &display{edition: e, files: data.Files{}, search: &index{corpus: e.Corpus, dir: filepath.Join(w.made, "search", nextName())}}
	for file, text := range e.Data {
		d.files[file] = text
	}
	for _, p := range e.Pages {
		d.publish(p)
	}
	return d.with(live)
}

// lay lays out what Hugo needs beside pages.
func (w *Workshop) lay(look site.Look) error {
	defaults, err := site.Default(look)
	if err != nil {
		return err
	}
	if err := publish.Write(filepath.Join(w.made, "default"), defaults); err != nil {
		return err
	}
	return publish.File(filepath.Join(w.made, "data", "kinds.yaml"), markdown.Kinds())
}

// wrapped is a page for Hugo, with its frame.
func wrapped(p markdown.Page) []site.Page {
	pages := []site.Page{{File: p.HTMLPath(), Front: p.HTMLFront, Whole: p.HTML}}
	if frame, ok := p.Frame(); ok {
		pages = append(pages, site.Page{File: frame.HTMLPath(), Front: frame.HTMLFront, Whole: frame.HTML})
	}
	return pages
}

// displays counts what is shown, for names that differ.
var displays atomic.Int64

func nextName() string { return strconv.FormatInt(displays.Add(1), 10) }

// display is a state of a project's site, whose files are made as they are asked for. It
// is never changed.
type display struct {
	edition *Edition
	live    *site.Live
	files   data.Files // for programs, and the Markdown beside pages
	search  *index

	name   string    // differs from those of others
	around cache.Key // see site.Live.Around

	of       cache.Key // of a whole site, the ingredients of its edition; zero where they are not known
	problems []problem.Problem
}

// with is the display with a live site.
func (d *display) with(live *site.Live) (*display, error) {
	of := *d
	of.live, of.name = live, nextName()
	var err error
	if of.around, err = live.Around(); err != nil {
		return nil, err
	}
	return &of, nil
}

// publish adds the Markdown of a page that stands beside it.
func (d *display) publish(p markdown.Page) {
	if file := p.PublishedPath(); file != "" {
		d.files[file] = func() ([]byte, error) { return p.Published(), nil }
	}
}

func (d *display) Has(name string) bool {
	return d.files[name] != nil || d.live.Has(name) || d.search.has(name)
}

func (d *display) File(name string) (text []byte, err error) {
	err = problem.Caught(func() (err error) {
		switch of := d.files[name]; {
		case of != nil:
			text, err = of()
		case d.live.Has(name):
			text, err = d.live.File(name)
		default:
			text, err = d.search.file(name)
		}
		return err
	})
	return text, err
}

// State names what a page shows. One that is rendered alone has all of that in it; another
// may load what is made of the whole collection.
func (d *display) State(name string, text []byte) string {
	parts := []string{string(text), string(d.around[:])}
	if !d.live.IsAlone(name) {
		parts = append(parts, d.name)
	}
	key := cache.KeyOf(parts...)
	return fmt.Sprintf("%x", key[:8])
}

func (d *display) Pages() int { return d.live.Pages() }

// index is the search index of an edition, which is made when it is first asked for.
type index struct {
	corpus *annotate.Corpus
	dir    string
	made   sync.Once
	failed error
}

func (x *index) has(name string) bool {
	if !strings.HasPrefix(name, search.Folder) || !strings.HasSuffix(name, ".js") {
		return false
	}
	x.make()
	info, err := os.Stat(filepath.Join(x.dir, filepath.FromSlash(name)))
	return err != nil && x.failed != nil || err == nil && !info.IsDir()
}

func (x *index) file(name string) ([]byte, error) {
	if !x.has(name) {
		return nil, fs.ErrNotExist
	}
	if x.failed != nil {
		return nil, x.failed
	}
	return os.ReadFile(filepath.Join(x.dir, filepath.FromSlash(name)))
}

// make makes the index in a folder, for it is as large as the texts.
func (x *index) make() {
	x.made.Do(func() {
		x.failed = publish.Fill(x.dir, []string{search.Folder}, nil, func(to *publish.Filling) error {
			return search.Write(x.corpus, nil, search.Put(to.Put))
		})
	})
}

// render is the whole site as Hugo renders it, in memory.
func (w *Workshop) render(e *Edition, address string) (serve.Site, []problem.Problem, error) {
	files, dead, err := e.Render(w.project(), address)
	if files == nil {
		return nil, dead, err
	}
	return rendered{files, nextName()}, dead, nil
}

// Render writes an edition and renders the site of it in memory; nil where links lead
// nowhere.
func (e *Edition) Render(p site.Project, address string) (files map[string][]byte, dead []problem.Problem, err error) {
	if err := publish.Folder(p.Made); err != nil {
		return nil, nil, err
	}
	if p.Pages, err = site.NewPages(filepath.Join(p.Made, "pages")); err != nil {
		return nil, nil, err
	}
	defer p.Pages.Close()
	if dead, err = e.write(p, nil, func(string) {}); err != nil || problem.HasErrors(dead) {
		return nil, dead, err
	}
	files, err = p.Render(address)
	return files, dead, err
}

// rendered is a site of files.
type rendered struct {
	files map[string][]byte
	name  string
}

func (r rendered) Has(name string) bool             { return r.files[name] != nil }
func (r rendered) File(name string) ([]byte, error) { return r.files[name], nil }
func (r rendered) State(_ string, _ []byte) string  { return r.name }
func (r rendered) Pages() int {
	n := 0
	for name := range r.files {
		if strings.HasSuffix(name, ".html") {
			n++
		}
	}
	return n
}
