package press

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"jianzhu/generator/bundle"
	"jianzhu/generator/markdown"
	"jianzhu/generator/problem"
	"jianzhu/generator/project"
	"jianzhu/generator/publish"
	"jianzhu/generator/site"
	"jianzhu/generator/tongue"
)

// downloads is the folder of the site in which it offers its bundles.
const downloads = "download/"

// Bundle builds a site, makes bundles of it in dist/, and publishes the site
// with a page that offers them. An error leaves the last good site and bundles.
// The list of what was made goes to out.
//
// The site is rendered twice: first as build does, which is what the bundles
// hold, then with the page, for it says how large they are.
func Bundle(root, baseURL string, out io.Writer, say func(string)) (problems []problem.Problem, err error) {
	config, problems := project.Load(root)
	if config == nil {
		return problems, nil
	}
	public, dist := filepath.Join(root, "public"), filepath.Join(root, "dist")
	release, err := begin(root, say, public, dist)
	if err != nil {
		return nil, err
	}
	defer release()
	defer os.RemoveAll(plainOf(public))

	if err := forgetPast(root); err != nil {
		return nil, err
	}
	b, err := open(siteOf(root), "pages")
	if err != nil {
		return nil, err
	}
	defer func() { problems = append(problems, b.close()...) }()
	say(tongue.Text("reading content"))
	edition, problems := Read(root, baseURL, b.Kept)
	if edition == nil {
		return problems, nil
	}
	date, err := config.Date(root)
	if err != nil {
		return problems, err
	}
	_, dead, err := edition.build(b.Project, nil, baseURL, say)
	problems = append(problems, dead...)
	if err != nil || problem.HasErrors(dead) {
		return problems, err
	}

	say(tongue.Text("making bundles"))
	finished, err := edition.finished(b.Project, baseURL, config, date)
	if err != nil {
		return problems, err
	}
	files, err := bundle.Write(finished)
	if err != nil {
		return problems, err
	}

	if wrong := edition.offer(files, date); wrong != nil {
		return append(problems, *wrong), nil
	}
	next, dead, err := edition.build(b.Project, nil, baseURL, say)
	problems = append(problems, dead...)
	if err != nil || problem.HasErrors(dead) {
		return problems, err
	}
	b.whole = true
	if err := replace(dist, files); err != nil {
		return problems, err
	}
	if err := next.Swap(); err != nil {
		return problems, err
	}
	say("")
	for _, file := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(out, "%8s  dist/%s\n", markdown.SizeOf(len(files[file])), file)
	}
	tongue.Fprintf(out, "content of %s\n", date.Format(time.DateOnly))
	return problems, nil
}

// replace puts files in place of those of a folder.
func replace(dir string, files map[string][]byte) error {
	next, err := publish.Make(dir)
	if err != nil {
		return err
	}
	for name, content := range files {
		if err := next.Write(filepath.Join(publish.Next(dir), filepath.FromSlash(name)), content); err != nil {
			return err
		}
	}
	if err := next.Finish(len(files)); err != nil {
		return err
	}
	return next.Swap()
}

// finished is the site that build has rendered, with what bundles say of it.
func (e *Edition) finished(p site.Project, baseURL string, config *project.Config, date time.Time) (bundle.Site, error) {
	public := filepath.Join(p.Root, "public")
	address := cmp.Or(baseURL, config.BaseURL)
	s := bundle.Site{
		Files: os.DirFS(publish.Next(public)), BaseURL: address,
		Name: config.Params.Bundle.Name, Date: date,
	}
	if where := project.Citable(address); where != "/" {
		s.Public = where
	}
	for _, r := range e.Corpus.Reports {
		s.Reports = append(s.Reports, r.Slug)
	}
	var err error
	s.Plain, err = renderPlain(p, plainOf(public), baseURL)
	return s, err
}

// plainOf is where a site is rendered with our layouts.
func plainOf(public string) string {
	return filepath.Join(filepath.Dir(publish.Next(public)), "public.plain")
}

// renderPlain renders a site that wears a skin into dir, with our layouts:
// what themes load and run cannot all stand in a single file. Without such a
// skin there is nothing to do, and no plain site.
func renderPlain(p site.Project, dir, baseURL string) (fs.FS, error) {
	dressed, err := p.Dressed()
	if err != nil || !dressed {
		return nil, err
	}
	if err := os.RemoveAll(dir); err != nil { // left behind by an interruption
		return nil, err
	}
	return os.DirFS(dir), p.Plain(dir, baseURL)
}

// offer adds bundles and the page that offers them to what is published.
func (e *Edition) offer(files map[string][]byte, date time.Time) *problem.Problem {
	var list []markdown.Bundle
	e.offers = map[string][]byte{}
	for _, file := range slices.Sorted(maps.Keys(files)) {
		content := files[file]
		e.offers[downloads+file] = content
		if path.Ext(file) != ".zip" && path.Ext(file) != ".html" {
			continue // the checksums
		}
		b := markdown.Bundle{Path: downloads + file, Size: len(content), SHA256: fmt.Sprintf("%x", sha256.Sum256(content))}
		for _, r := range e.Corpus.Reports {
			if file == "reports/"+r.Slug+".html" {
				b.Report = r
			}
		}
		list = append(list, b)
	}
	page := markdown.Download(list, downloads+"SHA256SUMS", date)
	for _, p := range e.Pages {
		if p.Path == page.Path || strings.HasPrefix(p.Path, downloads) {
			taken := problem.Errorf("content/"+p.Path, 0, "give the page another name", "the site offers its bundles at /%s", downloads)
			return &taken
		}
	}
	e.Pages = append(e.Pages, page)
	return nil
}
