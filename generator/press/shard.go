package press

import (
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"slices"

	"jianzhu/generator/cache"
	"jianzhu/generator/data"
	"jianzhu/generator/markdown"
	"jianzhu/generator/problem"
	"jianzhu/generator/publish"
	"jianzhu/generator/search"
	"jianzhu/generator/site"
	"jianzhu/generator/tongue"
)

// Shard is a part of the pages of a site: 3/8 is the third of eight. The zero shard is
// all of them.
type Shard struct{ Part, Of int }

func (s Shard) String() string { return fmt.Sprintf("%d/%d", s.Part, s.Of) }

// ParseShard reads a part as it is given on the command line.
func ParseShard(text string) (s Shard, err error) {
	n, err := fmt.Sscanf(text, "%d/%d", &s.Part, &s.Of)
	if err != nil || n != 2 || s.String() != text || s.Part < 1 || s.Part > s.Of {
		return Shard{}, tongue.New("a shard is a part of so many: 3/8")
	}
	return s, nil
}

// Has reports whether a page is in the part. What others ask of is in each, and the
// views of a page are where the page is.
func (s Shard) Has(p markdown.Page, asked func(kind, file string) bool) bool {
	return asked(p.Front.Type, p.HTMLPath()) || s.takes(p.Shows())
}

// takes reports whether what has a name is in the part.
func (s Shard) takes(name string) bool {
	if s.Of == 0 {
		return true
	}
	sum := fnv.New32a()
	sum.Write([]byte(name))
	return int(sum.Sum32()%uint32(s.Of)) == s.Part-1
}

// BuildShard makes what a build keeps of a part of the pages, and nothing else; pages is
// how many there are. A build for which all parts are kept has nothing to render. Several
// can run at once, in one folder or in copies of it.
func BuildShard(root, baseURL string, s Shard, say func(string)) (pages int, problems []problem.Problem, err error) {
	if err := publish.Made(filepath.Join(root, "build"), marks["build"], CacheFolder); err != nil {
		return 0, nil, err
	}
	name := fmt.Sprintf("shard-%d-%d", s.Part, s.Of)
	release, err := publish.Lock(root, name, func() error { return tongue.Errorf("shard %s is being made already", s) })
	if err != nil {
		return 0, nil, err
	}
	defer release()
	b, err := open(site.Project{Root: root, Made: filepath.Join(root, publish.Work, name)}, name+".pages")
	if err != nil {
		return 0, nil, err
	}
	defer func() { problems = append(problems, b.close()...) }()
	say(tongue.Text("reading content"))
	edition, problems := Read(root, baseURL, b.Kept)
	if edition == nil {
		return 0, problems, nil
	}
	defer os.RemoveAll(b.Made)
	say(tongue.Text("rendering a part of the site"))
	asked, err := b.Asked()
	if err == nil {
		err = edition.writeShard(b.Made)
	}
	if err == nil {
		pages, err = edition.putShard(b.Pages, b.Kept, func(p markdown.Page) bool { return s.Has(p, asked) })
	}
	if err == nil {
		err = edition.keepWhole(s, b.Kept)
	}
	if err != nil {
		return 0, problems, err
	}
	return pages, problems, b.Keep(baseURL)
}

// keepWhole makes what is kept of files that all reports share.
func (e *Edition) keepWhole(s Shard, kept *cache.Store) (err error) {
	if s.takes(search.Folder) {
		err = search.Write(e.Corpus, kept, search.Put(func(string, []byte) error { return nil }))
	}
	if s.takes(data.All) && err == nil {
		_, err = e.Data[data.All]()
	}
	return err
}

// writeShard writes what Hugo needs beside pages.
func (e *Edition) writeShard(made string) error {
	defaults, err := site.Default(e.look)
	if err != nil {
		return err
	}
	files := map[string][]byte{"data/kinds.yaml": markdown.Kinds()}
	for name, text := range defaults {
		files["default/"+name] = text
	}
	return publish.Write(made, files)
}

// putShard puts some of the pages where Hugo reads them, and tells how many these are.
func (e *Edition) putShard(to *site.Pages, kept *cache.Store, has func(markdown.Page) bool) (pages int, err error) {
	for _, p := range slices.Concat(e.Pages, e.Site.Embeds(e.Corpus)) {
		if !has(p) {
			continue
		}
		forms, err := p.Forms()
		if err != nil {
			return 0, fmt.Errorf("%s: %w", p.Source(), err)
		}
		if err := putHTML(p, forms, to, kept); err != nil {
			return 0, err
		}
		pages++
	}
	return pages, nil
}
