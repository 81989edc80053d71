package site

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/parser/metadecoders"
	"github.com/spf13/afero"
	"golang.org/x/sync/errgroup"

	"jianzhu/generator/cache"
	"jianzhu/layouts"
)

// What Hugo makes of a page, its content being put in later, depends on its front
// matter and its frame, on layouts and settings, and on the
// titles and addresses of the few pages to which all lead. So it is kept under a key
// of these, and Hugo is shown only pages for which nothing is kept.

// alone are the types of pages that no layout asks of but those of the page itself and
// its frame.
var alone = []string{"report", "comparison", "term", "indicator", "document", "region", "year", "embed"}

// Asked tells of a page, by its type and its file in build/html, whether other pages ask
// of it: one of any other type, and one that site.yaml names, in the menu or at the foot.
// They are few, and Hugo renders them always.
func (p Project) Asked() (func(kind, file string) bool, error) {
	settings, err := os.ReadFile(filepath.Join(p.Root, "site.yaml"))
	return func(kind, file string) bool {
		return !slices.Contains(alone, kind) || bytes.Contains(settings, []byte(place(file)))
	}, err
}

// group is a page with its frame: they ask of one another.
type group struct {
	kind  string      // type of the page itself
	files []string    // from build/html
	shown []cache.Key // as Hugo is shown them
	made  []string    // what it makes of them, from the site's root
	of    []cache.Key // what the files are made of, each; see Pages.Put
}

// recollection is what is known of a rendering by what went before it.
type recollection struct {
	keys  map[string]cache.Key // of what is made of the pages that can be kept, by file published
	whole map[string]cache.Key // of these with their content

	mu     sync.Mutex
	hidden int      // pages that Hugo is not shown
	listed []string // pages for search engines, from the site's root
}

func newRecollection() *recollection {
	return &recollection{keys: map[string]cache.Key{}, whole: map[string]cache.Key{}}
}

// seen is shown each file that is published but for static ones, a page before its
// content is put in.
func (r rendering) seen(file string, content []byte) {
	name, err := filepath.Rel(r.publish, file)
	listed := err == nil && strings.HasSuffix(name, ".html") && isListed(filepath.ToSlash(name), content)
	if key, ok := r.known.keys[file]; ok {
		r.Kept.Put(key, content)
		r.Kept.Put(listing(key), fmt.Append(nil, listed))
	}
	if of, ok := r.known.whole[file]; ok {
		r.to.files.Made(file, of)
	}
	if listed {
		r.known.list(name)
	}
}

// listing is the key of whether search engines are told of a page.
func listing(key cache.Key) cache.Key { return cache.KeyOf([]byte("listed"), key[:]) }

func (of *recollection) list(name string) {
	of.mu.Lock()
	defer of.mu.Unlock()
	of.listed = append(of.listed, filepath.ToSlash(name))
}

// recall publishes what is kept of earlier renderings, and takes the pages of it out of
// what Hugo is shown. read is what the surroundings were before Hugo read them.
func (r rendering) recall(read cache.Key, shown shelf) error {
	if !r.recalls() {
		return nil
	}
	asked, err := r.Asked()
	if err != nil {
		return err
	}
	groups, context, err := r.Pages.groups(asked)
	if err != nil {
		return err
	}
	surroundings, err := r.surroundings()
	if err != nil || surroundings != read {
		return err // an editor was writing while Hugo read
	}
	for _, g := range groups {
		r.name(g, surroundings, context)
	}
	var writing errgroup.Group
	writing.SetLimit(runtime.GOMAXPROCS(0))
	rendered := map[string]bool{} // one of each type, with which come the style sheets of the type
	for _, g := range groups {
		if !rendered[g.kind] {
			rendered[g.kind] = true
			continue
		}
		writing.Go(func() error {
			if r.stays(g) {
				return r.hide(g, shown)
			}
			return r.republish(g, shown)
		})
	}
	return writing.Wait()
}

// recalls reports whether what is made of pages is kept.
func (r rendering) recalls() bool { return r.Kept != nil && r.plain && r.asksNoMore() }

// name gives what is made of a group its keys.
func (r rendering) name(g *group, surroundings, context cache.Key) {
	content, known := g.content()
	for name, key := range g.keys(g.shown, surroundings, context) {
		r.known.keys[r.published(name)] = key
		if known {
			r.known.whole[r.published(name)] = cache.KeyOf(key[:], content[:])
		}
	}
}

// content is the key of what the files of a group are made of, if it is known of each.
func (g *group) content() (key cache.Key, known bool) {
	var parts [][]byte
	for _, of := range g.of {
		parts = append(parts, of[:])
	}
	return cache.KeyOf(parts...), !slices.Contains(g.of, cache.Key{})
}

// stays puts what the last site has of a group, if that was made of the same.
func (r rendering) stays(g *group) bool {
	var listed []string
	for _, name := range g.made {
		of, known := r.known.whole[r.published(name)]
		if !known {
			return false
		}
		is, kept := r.Kept.Get(listing(r.known.keys[r.published(name)]))
		if !kept || !r.to.files.Stays(r.published(name), of) {
			return false
		}
		if string(is) == "true" {
			listed = append(listed, name)
		}
	}
	for _, name := range g.made {
		r.to.note(r.published(name))
	}
	for _, name := range listed {
		r.known.list(name)
	}
	return true
}

// keys are those of what is made of a group, by path from the site's root, when Hugo is
// shown its files so.
func (g *group) keys(shown []cache.Key, surroundings, context cache.Key) map[string]cache.Key {
	parts := [][]byte{surroundings[:], context[:]}
	for i, file := range g.files {
		parts = append(parts, []byte(file), shown[i][:])
	}
	all := cache.KeyOf(parts...)
	keys := map[string]cache.Key{}
	for _, name := range g.made {
		keys[name] = cache.KeyOf(all[:], []byte(name))
	}
	return keys
}

// republish publishes a group, if all of it is kept.
func (r rendering) republish(g *group, shown shelf) error {
	var pages [][]byte
	for _, name := range g.made {
		page, kept := r.Kept.Get(r.known.keys[r.published(name)])
		if !kept {
			return nil
		}
		pages = append(pages, page)
	}
	for i, name := range g.made {
		if err := afero.WriteFile(r.to, r.published(name), pages[i], 0o666); err != nil {
			return err
		}
	}
	return r.hide(g, shown)
}

// hide takes a group out of what Hugo is shown.
func (r rendering) hide(g *group, shown shelf) error {
	for _, file := range g.files {
		if err := shown.hide(file); err != nil {
			return err
		}
	}
	r.known.mu.Lock()
	defer r.known.mu.Unlock()
	r.known.hidden += len(g.files)
	return nil
}

// published is where a file of the site is published.
func (r rendering) published(name string) string {
	return filepath.Join(r.publish, filepath.FromSlash(name))
}

// groups gathers the pages that are kept. context is what they can ask of others.
func (p *Pages) groups(asked func(kind, file string) bool) (list []*group, context cache.Key, err error) {
	of := grouping{byPage: map[string]*group{}}
	var others []string
	for _, file := range p.files() {
		page, err := p.shown(file)
		if err != nil {
			return nil, context, err
		}
		front := frontOf(page)
		if asked(front.value("type"), file) {
			others = append(others, file, string(front.told()))
			continue
		}
		g := of.add(file, front)
		g.shown, g.of = append(g.shown, shownAs(page)), append(g.of, p.sheets[file].of)
	}
	return of.whole(), cache.KeyOf(others...), nil
}

// shownAs is the key of a page as Hugo is shown it. Its place among others is no part of
// what is made of it.
func shownAs(marked []byte) cache.Key {
	front := frontOf(marked)
	return cache.KeyOf(front.without("weight"), marked[len(front):])
}

// grouping puts pages into groups.
type grouping struct {
	byPage map[string]*group
	list   []*group
}

// add adds a page by its file and front matter to its group.
func (of *grouping) add(file string, front front) *group {
	at, made := front.group(file)
	g := of.byPage[at]
	if g == nil {
		g = &group{}
		of.byPage[at], of.list = g, append(of.list, g)
	}
	if at == place(file) {
		g.kind = front.value("type")
	}
	g.files, g.made = append(g.files, file), append(g.made, made...)
	return g
}

// whole are the groups that have their page: a frame of nothing is none.
func (of *grouping) whole() []*group {
	return slices.DeleteFunc(of.list, func(g *group) bool { return g.kind == "" })
}

// surroundings are what all pages share beside the program: settings, layouts, and which
// style sheets there are.
func (r rendering) surroundings() (cache.Key, error) {
	parts := []string{r.baseURL}
	add := func(file string) error {
		text, err := os.ReadFile(file)
		parts = append(parts, string(text))
		return err
	}
	for _, file := range []string{filepath.Join(r.Root, "site.yaml"), filepath.Join(r.Made, "data", "kinds.yaml")} {
		if err := add(file); err != nil {
			return cache.Key{}, err
		}
	}
	for _, root := range []string{r.Root, filepath.Join(r.Made, "default")} {
		for _, dir := range []string{"layouts", styles} {
			err := walk(filepath.Join(root, dir), func(file, name string) error {
				parts = append(parts, dir, name)
				if dir == styles {
					return nil // pages lead to it
				}
				return add(file)
			})
			if err != nil {
				return cache.Key{}, err
			}
		}
	}
	return cache.KeyOf(parts...), nil
}

// walk visits the files of a folder, if it is there, with their slash-separated paths
// from it.
func walk(dir string, visit func(file, name string) error) error {
	return filepath.WalkDir(dir, func(file string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) && file == dir {
			return nil
		}
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, file)
		if err != nil {
			return err
		}
		return visit(file, filepath.ToSlash(name))
	})
}

// plainSettings are those of Hugo's with which a page is where we know it to be, and
// lists are ours.
var plainSettings = []string{"baseurl", "title", "params", "locale", "languagecode", "timezone", "copyright"}

// plainKinds are what Hugo is not to make where the settings are plain.
var plainKinds = []string{"taxonomy", "term", "rss", "sitemap"}

// isPlain reports whether site.yaml says nothing by which Hugo would make other pages
// of ours.
func (p Project) isPlain() bool {
	site, err := metadecoders.Default.UnmarshalFileToMap(hugofs.Os, filepath.Join(p.Root, "site.yaml"))
	for key := range site {
		if !slices.Contains(plainSettings, strings.ToLower(key)) {
			return false
		}
	}
	return err == nil
}

// asked finds in a layout what it asks of other pages, or of what is no page. What is a
// name of HTML too counts as a method alone; functions have two names.
var asked = regexp.MustCompile(`(?:\.(?:Data|Home|Menus|Sites|Taxonomies|MainSections|Last(?:Change|mod))|\b(?:GetPage|AllPages|(?:Regular)?Pages\w*|Sections|Parent|Ancestors|CurrentSection|FirstSection|(?:Next|Prev)\w*|Related\w*|(?:rel)?ref|(?:Rel)?Ref|GetTerms|(?:All)?Translations|[Rr]esources?|Store|Scratch|[Nn]ow|[Rr]eadFile|[Rr]eadDir|[Ff]ileExists|[Ss]tat|imageConfig|images\.Config|[Gg]etenv|partialCached|IncludeCached|templates))\b[^{}|)]*`)

// askedByOurs is what the default layouts ask of other pages.
var askedByOurs = sync.OnceValue(func() map[string]bool {
	ours := map[string]bool{}
	fs.WalkDir(layouts.Files, ".", func(name string, d fs.DirEntry, err error) error {
		text, _ := fs.ReadFile(layouts.Files, name)
		for _, words := range asked.FindAll(text, -1) {
			ours[string(bytes.Trim(words, " -"))] = true
		}
		return err
	})
	return ours
})

// asksNoMore reports whether the project's own layouts ask of other pages what the
// default ones do, and nothing else.
func (p Project) asksNoMore() bool {
	more := false
	err := walk(filepath.Join(p.Root, "layouts"), func(file, _ string) error {
		text, err := os.ReadFile(file)
		for _, words := range asked.FindAll(text, -1) {
			more = more || !askedByOurs()[string(bytes.Trim(words, " -"))]
		}
		return err
	})
	return err == nil && !more
}
