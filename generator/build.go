package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/goccy/go-yaml"

	"jianzhu/generator/annotate"
	"jianzhu/generator/bundle"
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
	if _, err := fs.Stat(os.DirFS(root), configFile); errors.Is(err, fs.ErrNotExist) {
		return nil, problems // what else is missing from a folder that is no project says nothing
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
	pages, more := markdown.Write(corpus, content, address)
	problems = append(problems, more...)
	files, err := data.Write(corpus, config.Params.License)
	if err != nil {
		problems = append(problems, problem.Errorf("content", 0, "", "%v", err))
	}
	notes, err := data.Notes(corpus, address, config.Params.License, func(r *report.Report, n report.Note) (string, error) {
		return markdown.NoteHTML(r, n, address)
	})
	if err != nil {
		problems = append(problems, problem.Errorf("content", 0, "", "%v", err))
	}
	index, err := search.Write(corpus)
	if err != nil {
		problems = append(problems, problem.Errorf("content", 0, "", "%v", err))
	}
	if problem.HasErrors(problems) {
		return nil, problems
	}
	maps.Copy(files, notes)
	maps.Copy(files, index)
	return &edition{corpus, pages, files}, problems
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
	html, err := rendered(slices.Concat(e.pages, markdown.Embeds(e.corpus)))
	if err != nil {
		return err
	}
	module, overlay, err := site.Module(os.DirFS(filepath.Join(root, "static")))
	if err != nil {
		return err
	}
	return errors.Join(
		publish.Write(filepath.Join(root, "build", "html"), html),
		e.writeParts(filepath.Join(root, "build", "parts"), together),
		publish.Write(filepath.Join(root, "build", "content"), source(e.pages)),
		publish.Write(filepath.Join(root, "build", "static"), e.data),
		publish.Write(filepath.Join(root, "build", "overlay"), overlay),
		publish.File(filepath.Join(root, "build", "hugo.yaml"), module),
	)
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

// config is what the generator itself needs of site.yaml; the rest is Hugo's.
type config struct {
	BaseURL string `yaml:"baseURL"`
	Params  struct {
		Link    annotate.Linking `yaml:"link"`
		License string           `yaml:"license"` // an address
		Bundle  struct {
			Name string `yaml:"name"` // of the file
			Date string `yaml:"date"` // of the content: 2006-01-02
		} `yaml:"bundle"`
	} `yaml:"params"`
}

const configFile = "site.yaml"

func loadConfig(root string) (config, []problem.Problem) {
	c := config{}
	c.Params.Link = annotate.FirstInSection
	text, err := fs.ReadFile(os.DirFS(root), configFile)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return c, []problem.Problem{problem.Errorf(configFile, 0, "run in the project's folder, or name it with -C", "this folder is no project: it has no site.yaml")}
	case err != nil:
		return c, []problem.Problem{problem.Errorf(configFile, 0, "", "%v", err)}
	}
	if err := yaml.Unmarshal(text, &c); err != nil {
		return c, []problem.Problem{problem.YAML(configFile, 0, err, c)}
	}
	switch c.Params.Link {
	case annotate.FirstInSection, annotate.FirstInReport, annotate.Every:
	default:
		return c, []problem.Problem{problem.Errorf(configFile, 0, "write section, report or all", "params.link: unknown value %q", c.Params.Link)}
	}
	c.Params.Bundle.Name = cmp.Or(c.Params.Bundle.Name, "site")
	if err := bundle.CheckName(c.Params.Bundle.Name); err != nil {
		return c, []problem.Problem{problem.Errorf(configFile, 0, "", "params.bundle.name: %v", err)}
	}
	if date := c.Params.Bundle.Date; date != "" {
		if _, err := time.Parse(time.DateOnly, date); err != nil {
			return c, []problem.Problem{problem.Errorf(configFile, 0, "write the day as 2026-11-22", "params.bundle.date: no date: %q", date)}
		}
	}
	return c, nil
}
