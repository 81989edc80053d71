// Package press makes an edition of a project, which is all that a site is made of
// (edition.go), writes it (write.go), and brings it out: as the site of a build (build.go),
// with bundles (bundle.go), by parts (shard.go), or while it is edited (live.go). What
// stands of the last build is not made again (past.go, standing.go, remains.go).
package press

import (
	"cmp"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/cache"
	"jianzhu/generator/compare"
	"jianzhu/generator/data"
	"jianzhu/generator/glossary"
	"jianzhu/generator/markdown"
	"jianzhu/generator/problem"
	"jianzhu/generator/project"
	"jianzhu/generator/report"
	"jianzhu/generator/search"
	"jianzhu/generator/site"
	"jianzhu/generator/theme"
)

// Edition is everything made from content/, before any of it is written.
type Edition struct {
	Corpus *annotate.Corpus
	Site   markdown.Site
	Pages  []markdown.Page      // the Markdown, which is the product
	Data   data.Files           // JSON, schemas and original texts
	Keys   map[string]cache.Key // of such files, where they are known
	offers map[string][]byte    // bundles, by path from the site's root
	look   site.Look

	links func() *markdown.Links // of which those that lead nowhere are to be found
}

// reader reads editions of a project.
type reader struct {
	root    string
	baseURL string // overrides that of site.yaml; "" for that
	kept    *cache.Store
	reports *report.Reader // that reads again and again; nil for once, after which it is let go
	goesOn  func() bool    // false ends the reading without an edition; nil for never
}

// Read makes an edition of the content of a project. A baseURL that is not ""
// overrides that of site.yaml. Where a problem is an error, there is no edition; where
// links lead is found as pages are printed, or by [Edition.DeadLinks].
func Read(root, baseURL string, kept *cache.Store) (*Edition, []problem.Problem) {
	return reader{root: root, baseURL: baseURL, kept: kept}.read()
}

func (from reader) read() (made *Edition, problems []problem.Problem) {
	if err := problem.Caught(func() error { made, problems = from.content(); return nil }); err != nil {
		return nil, append(problems, problem.Errorf("content", 0, "", "%v", err))
	}
	return made, problems
}

// ended reports whether nobody waits for the edition any more.
func (from reader) ended() bool { return from.goesOn != nil && !from.goesOn() }

func (from reader) content() (*Edition, []problem.Problem) {
	config, problems := project.Load(from.root)
	if config == nil {
		return nil, problems
	}
	unread := config.CheckFolders(from.root)
	problems = append(problems, unread...)
	content, err := project.Open(filepath.Join(from.root, "content"))
	if err != nil {
		problems = append(problems, problem.Unreadable("content", "make the folder: reports, glossary.yaml and themes.yaml stand in it", err))
	}
	if err != nil || problem.HasErrors(unread) {
		return nil, problems
	}
	defer content.Close()

	reports, more := cmp.Or(from.reports, &report.Reader{Kept: from.kept}).Read(content, "reports")
	problems = append(problems, more...)
	terms, more := loadGlossary(content.WithNational(), config, from.kept)
	problems = append(problems, more...)
	terms.Link(markdown.EditorTexts(reports, content)...)
	themes, more := theme.Load(content, "themes.yaml")
	problems = append(problems, more...)
	if problem.HasErrors(problems) || from.ended() {
		return nil, problems
	}

	corpus, more := annotate.Reports(reports, terms, themes, config.Params.Link)
	problems = append(problems, more...)
	if from.ended() {
		return nil, problems
	}
	made, more := from.edition(corpus, content, config)
	problems = append(problems, more...)
	if made != nil && problem.HasErrors(problems) {
		return nil, append(problems, made.DeadLinks()...)
	}
	return made, problems
}

// edition makes an edition of a corpus; nil where nobody waits for it any more.
func (from reader) edition(corpus *annotate.Corpus, content project.Source, config *project.Config) (made *Edition, problems []problem.Problem) {
	base := cmp.Or(from.baseURL, config.BaseURL)
	address := project.Citable(base)
	var keys *annotate.Keys
	if from.kept != nil {
		keys = corpus.Keys()
	}
	files, err := forMachines(corpus, address, config.Params.License, config.Params.Official, keys, from.kept)
	if err != nil {
		problems = append(problems, problem.Errorf("content", 0, "", "%v", err))
	}
	compared := compare.New(corpus)
	site := markdown.Site{Address: address, Title: config.Title, Official: config.Params.Official, Citation: config.Params.Citation, Compared: compared, Keys: keys}
	pages, more := site.Write(corpus, content)
	problems = append(problems, more...)
	if err == nil {
		maps.Copy(files, forComparing(compared))
		pages = withData(pages)
		files["llms.txt"] = func() ([]byte, error) {
			return markdown.LLMs(corpus, address, config.Title, config.Params.Description, config.Params.Notice), nil
		}
	}
	if from.ended() {
		return nil, problems
	}
	own := config.StaticFiles(from.root)
	problems = append(problems, markdown.Clashes(pages, own, append(slices.Collect(maps.Keys(files)), search.Index))...)
	problems = append(problems, config.CheckItems(from.root, pages)...)
	links := func() *markdown.Links {
		return markdown.NewLinks(base, func(file string) bool {
			_, isOwn := own[file]
			_, isMade := files[file]
			return isOwn || isMade || file == search.Index || isHugos(file)
		})
	}
	return &Edition{Corpus: corpus, Site: site, Pages: pages, Data: files, Keys: fileKeys(corpus, compared, keys, address), look: config.Look(), links: links}, problems
}

// fileKeys are those of files for programs, none without keys of the corpus.
func fileKeys(c *annotate.Corpus, compared *compare.Collection, k *annotate.Keys, address string) map[string]cache.Key {
	if k == nil {
		return nil
	}
	keys := data.Keys(c, k, address)
	for name, key := range compared.Keys(k) {
		keys[comparingFile(name)] = key
	}
	return keys
}

// DeadLinks are the links of an edition that is not written.
func (e *Edition) DeadLinks() []problem.Problem {
	links, reading := e.links(), newWork()
	for _, p := range e.Pages {
		reading.do(p.Source(), func() error { links.Read(p); return nil })
	}
	reading.Wait()
	return links.Dead()
}

// withData adds the page that offers the data, unless an editor has one of that
// address.
func withData(pages []markdown.Page) []markdown.Page {
	var tables []markdown.Table
	for _, s := range data.Sheets {
		t := markdown.Table{File: s.File, Title: s.Title, About: s.About}
		for _, c := range s.Columns {
			t.Columns = append(t.Columns, markdown.TableColumn{Name: c.Name, Title: c.Title, About: c.About})
		}
		tables = append(tables, t)
	}
	made := markdown.Data(tables, data.All, data.Dictionary)
	i, taken := slices.BinarySearchFunc(pages, made, func(a, b markdown.Page) int { return cmp.Compare(a.Path, b.Path) })
	if taken {
		return pages
	}
	return slices.Insert(pages, i, made)
}

// loadGlossary reads the glossaries that site.yaml asks for.
func loadGlossary(content fs.FS, config *project.Config, kept *cache.Store) (*glossary.Glossary, []problem.Problem) {
	used, others := config.GlossaryFiles()
	terms, problems := glossary.LoadKept(kept, content, used...)
	left, _ := glossary.LoadKept(kept, content, others...)
	terms.Leave(left)
	return terms, problems
}

// isHugos reports whether a file is made with the site, and not before it.
func isHugos(file string) bool {
	return slices.Contains([]string{"feed.xml", "sitemap.xml", "robots.txt"}, file) || strings.HasPrefix(file, downloads) || strings.HasSuffix(file, ".html")
}

// forMachines returns what programs read but for the search index. License is the
// address of that of glosses, notes and vocabulary.
func forMachines(c *annotate.Corpus, address, license string, official bool, keys *annotate.Keys, kept *cache.Store) (data.Files, error) {
	files, err := data.Write(c, address, license, keys, kept)
	if err != nil {
		return nil, err
	}
	maps.Copy(files, data.Notes(c, address, license, func(r *report.Report, n report.Note) (string, error) {
		return markdown.NoteHTML(r, n, address)
	}))
	maps.Copy(files, markdown.Site{Address: address, Official: official}.References(c.Reports))
	schemas, err := project.Schemas()
	if err != nil {
		return nil, err
	}
	for name, text := range schemas {
		files[name] = func() ([]byte, error) { return text, nil }
	}
	return files, nil
}

// forComparing are the files by which a browser compares any two reports.
func forComparing(c *compare.Collection) data.Files {
	files := data.Files{}
	for name, value := range c.Values() {
		files[comparingFile(name)] = func() ([]byte, error) { return search.CallPacked("compare/"+name, value()) }
	}
	return files
}

func comparingFile(name string) string { return "compare/" + name + ".js" }
