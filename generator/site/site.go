// Package site renders pages with Hugo, in process. It is the only package
// that knows Hugo.
package site

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/bep/logg"
	"github.com/gohugoio/hugo/common/loggers"
	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
	"github.com/spf13/afero"

	"jianzhu/generator/cache"
	"jianzhu/generator/tongue"
)

// one lets one site through at a time: Hugo keeps its logger process-wide.
var one sync.Mutex

// Project is what a site is rendered from.
type Project struct {
	Root string // with site.yaml and the folders that it mounts
	Made string // the folder of what was made for Hugo, which site.yaml knows as build

	Pages *Pages       // that layouts wrap; nil where they are given one by one, to Live
	Kept  *cache.Store // of what Hugo made; nil for none
	Files Files        // nil for plainly

	Static []string // the files of the folder static in Made, where they are known; nil where not
}

// Build renders a project into the folder publish, which must not exist yet unless the
// project has Files, and returns how many files it made. A baseURL that is not empty
// stands in for that of site.yaml.
//
// The result depends on the files alone: environment variables that Hugo would
// read are kept from it. An error names file and line where Hugo knows them; a
// warning of Hugo is an error, for it means a page that is not as intended, and
// so are two pages of one address.
func (p Project) Build(publish, baseURL string) (files int, err error) {
	publish, err = filepath.Abs(publish)
	if err != nil {
		return 0, err
	}
	if err := checkConfig(p.Root); err != nil {
		return 0, err
	}
	if _, err := os.Lstat(publish); err == nil && p.Files == nil {
		return 0, tongue.Errorf("%s: is there already; a site is built into a new folder", publish)
	}
	s, err := readSkin(p.Root)
	if err != nil {
		return 0, err
	}
	return p.buildTo(newLedger(hugofs.Os, p.Files), s, publish, baseURL)
}

// Plain is Build with the project's own layouts, whatever skin site.yaml names.
func (p Project) Plain(publish, baseURL string) error {
	publish, err := filepath.Abs(publish)
	if err != nil {
		return err
	}
	p.Kept = nil // for bundles alone
	_, err = p.buildTo(newLedger(hugofs.Os, nil), nil, publish, baseURL)
	return err
}

// Keep renders what is not kept of a project's pages, and keeps it. Nothing is
// published.
func (p Project) Keep(baseURL string) error {
	if err := checkConfig(p.Root); err != nil {
		return err
	}
	if s, err := readSkin(p.Root); err != nil {
		return err
	} else if s != nil || !p.isPlain() || !p.asksNoMore() {
		return tongue.New("no page of this site can be rendered by itself: site.yaml names a skin or settings of Hugo's that make other pages, or layouts ask for all pages; build it whole")
	}
	_, err := p.buildTo(newLedger(afero.NewMemMapFs(), nowhere{}), nil, filepath.FromSlash("/public"), baseURL)
	return err
}

// nowhere is where files go that are not needed.
type nowhere struct{ forgetful }

func (nowhere) Write(string, []byte) error { return nil }
func (nowhere) Take(_, _ string) error     { return nil }

// Dressed reports whether site.yaml names a skin.
func (p Project) Dressed() (bool, error) {
	s, err := readSkin(p.Root)
	return s != nil, err
}

// Render is Build into memory. It returns the files by slash-separated path.
func (p Project) Render(baseURL string) (map[string][]byte, error) {
	if err := checkConfig(p.Root); err != nil {
		return nil, err
	}
	s, err := readSkin(p.Root)
	if err != nil {
		return nil, err
	}
	memory := afero.NewMemMapFs()
	publish := filepath.FromSlash("/public")
	if _, err := p.buildTo(newLedger(memory, nil), s, publish, baseURL); err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	err = afero.Walk(memory, publish, func(path string, info fs.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		name, err := filepath.Rel(publish, path)
		if err != nil {
			return err
		}
		files[filepath.ToSlash(name)], err = afero.ReadFile(memory, path)
		return err
	})
	return files, err
}

// buildTo builds into a folder, with a skin or, where that is nil, ours.
func (p Project) buildTo(to *ledger, s *skin, publish, baseURL string) (files int, err error) {
	one.Lock()
	defer one.Unlock()

	if p.Root, err = filepath.Abs(p.Root); err != nil {
		return 0, err
	}
	if p.Made, err = filepath.Abs(p.Made); err != nil {
		return 0, err
	}
	to.fill = contents(p.Pages.content).filled
	r := rendering{Project: p, to: to, publish: publish, baseURL: baseURL, known: newRecollection()}
	if err := r.run(s); err != nil {
		return 0, err
	}
	if s == nil { // others may well write a file of theirs twice
		if err := r.to.twice(publish); err != nil {
			return 0, err
		}
	}
	return len(r.to.made), nil
}

// rendering is a project on its way to a site.
type rendering struct {
	Project // with absolute paths
	to      *ledger
	publish string
	baseURL string
	plain   bool // see isPlain; false with a skin
	static  bool // the static files that were made are taken, and Hugo is not shown them
	known   *recollection
	some    *some // pages that are rendered apart from the site; nil for all of it
}

// run has Hugo render the site.
func (r rendering) run(s *skin) error {
	temporary, err := r.temporary()
	if err != nil {
		return err
	}
	defer os.RemoveAll(temporary)

	flags := settings{config.New()}
	flags.Set("workingDir", r.Root)
	flags.Set("cacheDir", temporary) // else Hugo makes one in the user's home
	if s != nil {
		err = s.prepare(flags, r.Project, temporary)
	} else {
		r.plain = r.isPlain()
		r.static, err = r.configure(flags)
	}
	if err != nil {
		return err
	}
	if r.plain {
		flags.Set("disableKinds", plainKinds)
	}
	flags.Set("publishDir", r.publish)
	flags.Set("environment", "production")
	flags.Set("buildFuture", true) // a page with the date of tomorrow is not lost
	if r.baseURL != "" {
		flags.Set("baseURL", r.baseURL)
	}

	said := &log{root: r.Root, made: r.Made}
	err = r.render(flags, said)
	if errors.Is(err, errStuck) { // again, for its words only
		said = &log{root: r.Root, made: r.Made}
		again := r
		again.to, again.known = newLedger(afero.NewMemMapFs(), nil), newRecollection()
		again.to.fill = r.to.fill
		err = again.render(flags, said)
	}
	if written := r.to.failed(); written != nil {
		return tongue.Errorf("the site cannot be written: %w", written)
	}
	lines := said.lines()
	if s != nil {
		lines = fatal(lines)
	}
	if err != nil {
		lines = append(lines, err.Error())
	}
	switch words := said.shorten(strings.Join(lines, "\n")); {
	case s != nil && words != "":
		return s.explain(words)
	case words != "":
		return errors.New("hugo: " + words)
	case s != nil:
		return s.fits(r)
	}
	return nil
}

// temporary makes an empty folder outside the project, whose go.mod Hugo must not
// find. Its name is that of the project, so that what a kill has left there is
// gone with the next run.
func (p Project) temporary() (string, error) {
	dir := filepath.Join(os.TempDir(), fmt.Sprintf("jianzhu-hugo-%x", sha256.Sum256([]byte(p.Made)))[:len("jianzhu-hugo-")+16])
	if err := os.RemoveAll(dir); err != nil {
		return "", err
	}
	return dir, os.Mkdir(dir, 0o700) // fails where it is anyone else's
}

// checkConfig finds what Hugo would pass over: it takes a configuration that
// is not there for an empty one.
func checkConfig(root string) error {
	text, err := os.ReadFile(filepath.Join(root, "site.yaml"))
	if errors.Is(err, os.ErrNotExist) {
		return tongue.Errorf("site.yaml: not found in %s; it configures the site, and there is none without it", root)
	}
	if err != nil {
		return err
	}
	if len(bytes.TrimSpace(text)) == 0 {
		return tongue.New("site.yaml: empty; it needs at least baseURL, title and module.mounts")
	}
	return nil
}

// load reads site.yaml, over which flags win, and fetches the modules that it
// imports.
func load(disk afero.Fs, flags config.Provider, root string, said *log) (*allconfig.Configs, error) {
	file := filepath.Join(root, "site.yaml")
	disk, err := withoutBOM(disk, file)
	if err != nil {
		return nil, err
	}
	return allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Flags:       flags,
		Fs:          disk,
		Filename:    file,
		Environment: "production",
		Environ:     []string{"HUGO=ignored"}, // an empty list would mean the process's own
		Logger:      loggers.New(loggers.Options{Level: logg.LevelWarn, StdOut: said, StdErr: said}),
	})
}

// withoutBOM is a disk on which a file has no mark at its beginning: Hugo takes
// it for a part of the first key.
func withoutBOM(disk afero.Fs, file string) (afero.Fs, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	rest, marked := bytes.CutPrefix(text, []byte("\ufeff"))
	if !marked {
		return disk, nil
	}
	over := afero.NewMemMapFs()
	if err := afero.WriteFile(over, file, rest, 0o644); err != nil {
		return nil, err
	}
	return unmarked{disk, file, over}, nil
}

// unmarked is the disk, but for one file.
type unmarked struct {
	afero.Fs
	file string
	over afero.Fs
}

func (u unmarked) Open(name string) (afero.File, error) {
	if name == u.file {
		return u.over.Open(name)
	}
	return u.Fs.Open(name)
}

// render loads the configuration, copies static files and builds the pages.
func (r rendering) render(flags config.Provider, said *log) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = tongue.Errorf("panic: %v", fault)
		}
	}()
	var surroundings cache.Key
	if r.recalls() {
		if surroundings, err = r.surroundings(); err != nil {
			return err
		}
	}
	disk, pages, err := r.shown()
	if err != nil {
		return err
	}
	configs, err := load(disk, flags, r.Root, said)
	if err != nil {
		return err
	}
	files := hugofs.NewFromSourceAndDestination(disk, r.to, flags)
	sites, err := hugolib.NewHugoSites(deps.DepsCfg{
		Configs:  configs,
		Fs:       files,
		LogLevel: logg.LevelWarn,
		StdOut:   said,
		StdErr:   said,
	})
	if err != nil {
		return err
	}
	defer sites.Close()
	if r.static {
		if err := r.takeMade(); err != nil {
			return err
		}
	}
	for _, static := range sites.BaseFs.SourceFilesystems.Static {
		if r.some != nil {
			err = r.some.see(static.Fs)
		} else {
			err = r.copyStatic(static.Fs)
		}
		if err != nil {
			return err
		}
	}
	if r.some != nil {
		if err := built(sites); err != nil {
			return err
		}
		r.some.root = sites.Sites[0].Home().Permalink()
		return nil
	}
	r.to.watch = r.seen
	if err := r.recall(surroundings, pages); err != nil {
		return err
	}
	if err := built(sites); err != nil || !r.plain {
		return err
	}
	for name, text := range sitemaps(r.known.listed, sites.Sites[0].Home().Permalink()) {
		if err := afero.WriteFile(files.PublishDir, name, text, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// shown is the disk as Hugo is shown it, with the pages of the site.
func (r rendering) shown() (afero.Fs, shelf, error) {
	if r.some != nil {
		return besides{hugofs.Os, r.html(), r.some.pages}, shelf{}, nil
	}
	pages, err := r.Pages.shelf(r.html())
	return besides{hugofs.Os, r.html(), pages}, pages, err
}

// html is the folder of the pages for Hugo, which is not on the disk.
func (p Project) html() string { return filepath.Join(p.Made, "html") }

// built has Hugo make the pages.
func built(sites *hugolib.HugoSites) error {
	ended := make(chan error, 1)
	go func() { ended <- buildSites(sites) }()
	select {
	case err := <-ended:
		return err
	case <-sites.Done():
		select {
		case err := <-ended:
			return err
		case <-time.After(5 * time.Second):
			return errStuck
		}
	}
}

// errStuck is where Hugo has given up after ten errors, and does not end: those
// who render pages have gone, and the one who hands them out waits for them.
var errStuck = tongue.New("gave up after ten errors, without saying which")

func buildSites(sites *hugolib.HugoSites) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = tongue.Errorf("panic: %v", p)
		}
	}()
	return sites.Build(hugolib.BuildCfg{NoBuildLock: true})
}
