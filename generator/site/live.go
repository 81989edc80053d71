package site

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"jianzhu/generator/cache"
	"jianzhu/generator/tongue"
)

// Page is a page for layouts to wrap, which is made when it is asked for.
type Page struct {
	File  string                 // in build/html: reports/liwan-2017/index.html
	Front func() []byte          // its front matter
	Whole func() ([]byte, error) // it, with the front matter
}

// Live is a site of which each file is made as it is asked for. Hugo has rendered the
// pages of which others ask, and one of each type; the others are rendered with these
// alone, or taken from what is kept. It is never changed and bears use by several
// goroutines.
type Live struct {
	project Project
	baseURL string

	pages    map[string]Page   // by file
	groups   map[string]*group // of pages that are rendered alone, by what is made of them
	asked    map[string]bool   // files of the others
	standard map[string][]byte // pages that Hugo is always shown, as it is, by file

	surroundings, context cache.Key

	made   map[string][]byte // of the standard pages, without content
	static map[string]string // files that are published as they are, with where they stand
	root   string            // the address of the site
}

// Alone reports whether the pages of a project can be made one at a time: if layouts and
// settings ask no more of other pages than ours do, and it has no skin.
func (p Project) Alone() (bool, error) {
	if err := checkConfig(p.Root); err != nil {
		return false, err
	}
	s, err := readSkin(p.Root)
	return s == nil && p.isPlain() && p.asksNoMore(), err
}

// Live makes a live site of pages, if they can be made one at a time. Beside them, Made
// has the layouts and static files that the program has with it, and the data for layouts.
func (p Project) Live(baseURL string, pages []Page) (l *Live, err error) {
	if p.Root, err = filepath.Abs(p.Root); err != nil {
		return nil, err
	}
	if p.Made, err = filepath.Abs(p.Made); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(p.madeStatic(), 0o777); err != nil { // else Hugo has a folder of its own
		return nil, err
	}
	asked, err := p.Asked()
	if err != nil {
		return nil, err
	}
	l = &Live{project: p, baseURL: baseURL, pages: map[string]Page{}, groups: map[string]*group{}, asked: map[string]bool{}}
	of := grouping{byPage: map[string]*group{}}
	var shown []string
	for _, page := range pages {
		l.pages[page.File] = page
		front := frontOf(page.Front())
		if asked(front.value("type"), page.File) {
			l.asked[page.File] = true
			shown = append(shown, page.File)
		} else {
			of.add(page.File, front)
		}
	}
	first := map[string]bool{} // groups of a type that were met: with one come the style sheets of the type
	for _, g := range of.whole() {
		if !first[g.kind] {
			first[g.kind] = true
			shown = append(shown, g.files...)
		}
		for _, name := range g.made {
			l.groups[name] = g
		}
	}
	if l.standard, err = l.shown(shown); err != nil {
		return nil, err
	}
	return l, l.renderStandard()
}

// Revised is the site with other pages in place of those of their files, and with layouts
// and static files as they stand now where they have changed.
func (l *Live) Revised(pages []Page, surroundings bool) (*Live, error) {
	of := *l
	of.pages = maps.Clone(l.pages)
	var standard []string
	again := surroundings
	for _, page := range pages {
		of.pages[page.File] = page
		if _, is := l.standard[page.File]; is {
			standard = append(standard, page.File)
		}
		again = again || l.asked[page.File]
	}
	others, err := of.shown(standard)
	if err != nil {
		return nil, err
	}
	of.standard = maps.Clone(l.standard)
	maps.Copy(of.standard, others)
	if !again {
		return &of, nil
	}
	return &of, of.renderStandard()
}

// shown are pages as Hugo is shown them.
func (l *Live) shown(files []string) (map[string][]byte, error) {
	var mu sync.Mutex
	all := map[string][]byte{}
	var printing errgroup.Group
	printing.SetLimit(runtime.GOMAXPROCS(0))
	for _, file := range files {
		printing.Go(func() error {
			page, err := l.whole(file)
			if err != nil {
				return err
			}
			shown, _ := marked(file, page)
			mu.Lock()
			defer mu.Unlock()
			all[file] = shown
			return nil
		})
	}
	return all, printing.Wait()
}

func (l *Live) whole(file string) ([]byte, error) {
	page, there := l.pages[file]
	if !there {
		return nil, fs.ErrNotExist
	}
	return page.Whole()
}

// renderStandard has Hugo render the standard pages.
func (l *Live) renderStandard() (err error) {
	var others []string
	for _, file := range slices.Sorted(maps.Keys(l.asked)) {
		others = append(others, file, string(frontOf(l.standard[file]).told()))
	}
	l.context = cache.KeyOf(others...)
	if l.surroundings, err = l.around(); err != nil {
		return err
	}
	some, made, err := l.render(nil)
	if err != nil {
		return err
	}
	l.made, l.static, l.root = made, some.static, some.root
	return nil
}

func (l *Live) around() (cache.Key, error) {
	return rendering{Project: l.project, baseURL: l.baseURL}.surroundings()
}

// render has Hugo render the standard pages or, where there are others, these: standard
// pages then only are what they lead to. What it makes is without content.
func (l *Live) render(others map[string][]byte) (*some, map[string][]byte, error) {
	standard := l.standard
	if others != nil {
		standard = map[string][]byte{}
		for file, page := range l.standard {
			if standard[file] = page; file != home {
				standard[file] = linked(page)
			}
		}
	}
	some, err := someOf(l.project.html(), standard, others)
	if err != nil {
		return nil, nil, err
	}
	made, err := l.project.renderSome(l.baseURL, some)
	return some, made, err
}

// Has reports whether there is a file, without making it.
func (l *Live) Has(name string) bool {
	_, isMade := l.made[name]
	_, isStatic := l.static[name]
	return isMade || isStatic || l.IsAlone(name) || name == sitemapFile
}

// IsAlone reports whether a file is made of a page that is rendered alone: all that such
// a page shows is in it.
func (l *Live) IsAlone(name string) bool { return l.groups[name] != nil }

// home is the page whose feed all pages lead to: it is always rendered.
const home = "_index.html"

// linked is a page, as Hugo is shown it, that others lead to and that is not rendered.
func linked(page []byte) []byte {
	front, rest, found := bytes.Cut(page, []byte("\n---\n"))
	if !found || bytes.Contains(front, []byte("\nbuild:")) {
		return page
	}
	return slices.Concat(front, []byte("\nbuild:\n  render: link\n---\n"), rest)
}

// File returns a file by its path from the site's root; an error that is fs.ErrNotExist
// where there is none.
func (l *Live) File(name string) ([]byte, error) {
	if g := l.groups[name]; g != nil {
		made, printed, err := l.grouped(g)
		if err != nil {
			return nil, err
		}
		return l.filled(name, made[name], printed)
	}
	if text, is := l.made[name]; is {
		return l.filled(name, text, nil)
	}
	if from, is := l.static[name]; is {
		return os.ReadFile(from)
	}
	if strings.HasPrefix(name, "sitemap") {
		all, err := l.sitemap()
		if text, is := all[name]; is || err != nil {
			return text, err
		}
	}
	return nil, fs.ErrNotExist
}

// filled is a file with the content of its page, which may be printed already.
func (l *Live) filled(name string, text []byte, printed map[string][]byte) ([]byte, error) {
	if !strings.HasSuffix(name, ".html") {
		return text, nil
	}
	return contents(func(out []byte, file string) (_ []byte, err error) {
		page, is := printed[file]
		if !is {
			page, err = l.whole(file)
		}
		_, content := marked(file, page)
		return append(out, content...), err
	}).filled(nil, text)
}

// grouped is what is made of groups, without content, and their pages with it. Hugo
// renders at once those of which it is not kept.
func (l *Live) grouped(groups ...*group) (made, printed map[string][]byte, err error) {
	made, printed = map[string][]byte{}, map[string][]byte{}
	missing, keys := map[string][]byte{}, map[string]cache.Key{}
	for _, g := range groups {
		var shown []cache.Key
		all := map[string][]byte{}
		for _, file := range g.files {
			if printed[file], err = l.whole(file); err != nil {
				return nil, nil, err
			}
			all[file], _ = marked(file, printed[file])
			shown = append(shown, shownAs(all[file]))
		}
		for name, key := range g.keys(shown, l.surroundings, l.context) {
			text, kept := l.project.Kept.Get(key)
			if made[name] = text; !kept {
				keys[name] = key
				maps.Copy(missing, all)
			}
		}
	}
	if len(missing) == 0 {
		return made, printed, nil
	}
	_, rendered, err := l.render(missing)
	if err != nil {
		return nil, nil, err
	}
	now, err := l.around() // an editor may have written while Hugo read
	for name, key := range keys {
		if _, is := rendered[name]; !is {
			return nil, nil, tongue.Errorf("%s is not rendered", name)
		}
		made[name] = rendered[name]
		if now == l.surroundings {
			l.project.Kept.Put(key, rendered[name])
		}
	}
	return made, printed, err
}

// mostAtOnce is how many groups are rendered at once: what Hugo makes of them is in memory.
const mostAtOnce = 200

// sitemap makes all pages, to tell which are for search engines.
func (l *Live) sitemap() (map[string][]byte, error) {
	var listed []string
	list := func(made map[string][]byte) {
		for name, text := range made {
			if strings.HasSuffix(name, ".html") && isListed(name, text) {
				listed = append(listed, name)
			}
		}
	}
	var groups []*group
	for _, name := range slices.Sorted(maps.Keys(l.groups)) {
		if g := l.groups[name]; g.made[0] == name {
			groups = append(groups, g)
		}
	}
	for some := range slices.Chunk(groups, mostAtOnce) {
		made, _, err := l.grouped(some...)
		if err != nil {
			return nil, err
		}
		list(made)
	}
	made := maps.Clone(l.made)
	maps.DeleteFunc(made, func(name string, _ []byte) bool { return l.groups[name] != nil })
	list(made)
	return sitemaps(listed, l.root), nil
}

// Pages is how many pages the site has.
func (l *Live) Pages() (n int) {
	names := maps.Clone(l.made)
	for name := range l.groups {
		names[name] = nil
	}
	for name := range names {
		if strings.HasSuffix(name, ".html") {
			n++
		}
	}
	return n
}

// Around names what the site's pages share: layouts, settings, static files.
func (l *Live) Around() (cache.Key, error) {
	parts := []string{string(l.surroundings[:])}
	for _, name := range slices.Sorted(maps.Keys(l.static)) {
		info, err := os.Stat(l.static[name])
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return cache.Key{}, err
		}
		parts = append(parts, name, info.ModTime().String())
	}
	return cache.KeyOf(parts...), nil
}
