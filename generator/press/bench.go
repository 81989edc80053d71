package press

import (
	"path/filepath"

	"jianzhu/generator/cache"
	"jianzhu/generator/problem"
	"jianzhu/generator/publish"
	"jianzhu/generator/site"
)

// bench is what a run makes a site with, which it closes: the project for Hugo, with what is
// kept for it and the file of its pages.
type bench struct {
	site.Project
	whole bool // the run has asked for all of what is kept that a build needs
}

// open opens it for a project; pages is the name of the file.
func open(p site.Project, pages string) (*bench, error) {
	p.Kept = Cache(p.Root)
	var err error
	if p.Pages, err = site.NewPages(filepath.Join(p.Root, publish.Work, pages)); err != nil {
		p.Kept.Close(false)
		return nil, err
	}
	return &bench{Project: p}, nil
}

func (b *bench) close() []problem.Problem {
	problems := closeKept(b.Kept, b.whole)
	if err := b.Pages.Close(); err != nil {
		problems = append(problems, unclosed(publish.Work, err))
	}
	return problems
}

// siteOf is a project for Hugo, whose site is made from build/.
func siteOf(root string) site.Project {
	return site.Project{Root: root, Made: filepath.Join(root, "build")}
}

// CacheFolder is the folder in build/ in which what was made once is kept.
const CacheFolder = "cache"

// Cache opens what is kept for a project. In a folder that is not ours nothing is kept.
func Cache(root string) *cache.Store {
	if publish.Made(filepath.Join(root, "build"), marks["build"], CacheFolder) != nil {
		return nil
	}
	return cache.Open(filepath.Join(root, "build", CacheFolder), program())
}

// closeKept ends the use of what is kept; whole says that a build has asked for all that
// it needs.
func closeKept(store *cache.Store, whole bool) []problem.Problem {
	if err := store.Close(whole); err != nil {
		return []problem.Problem{unclosed("build/"+CacheFolder, err)}
	}
	return nil
}

// unclosed tells of a folder in which something is wrong that costs time and nothing else.
func unclosed(folder string, err error) problem.Problem {
	return problem.Warnf(folder, 0, "nothing is to be done; if it comes again, delete the folder", "%v", err)
}
