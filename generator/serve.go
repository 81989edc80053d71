package main

import (
	"context"
	"io"
	"net/url"
	"os"
	"os/signal"
	"path"
	"path/filepath"
	"runtime/debug"
	"strings"
	"syscall"

	"jianzhu/generator/cache"
	"jianzhu/generator/problem"
	"jianzhu/generator/publish"
	"jianzhu/generator/serve"
	"jianzhu/generator/site"
	"jianzhu/generator/tongue"
)

// preview shows the site of a project while it is edited, at the path where it
// will stand, until the user ends it. public/ stays as it is.
func preview(root string, port uint16, out io.Writer) ([]problem.Problem, error) {
	config, problems := loadConfig(root) // tells the path, so it must be good
	if problem.HasErrors(problems) {
		return problems, nil
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gathering) // an editor waits for each build
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends even a build that hangs
	release, err := publish.Lock(root, "serve", func() error {
		return tongue.New("this folder is served already, by another run\n\tlook for its terminal; one is enough, for it builds whatever changes")
	})
	if err != nil {
		return nil, err
	}
	defer release()
	made := filepath.Join(root, publish.Work, "serve")
	defer os.RemoveAll(made)
	store := cacheOf(root)
	err = serve.Run(ctx, root, port, config.path(), rendering(root, made, store), out)
	return closed(store, false), err
}

// rendering is how a project is built to be looked at, by way of a folder that is
// not build/: a build may run meanwhile. Only the finished pages know where they
// are served; made holds the same as for publication.
func rendering(root, made string, kept *cache.Store) serve.Build {
	return func(baseURL string) (files map[string][]byte, problems []problem.Problem, err error) {
		err = problem.Caught(func() (err error) {
			var edition *edition
			if edition, problems = read(root, "", kept); edition == nil {
				return nil
			}
			dead, err := edition.write(root, made, func(string) {})
			problems = append(problems, dead...)
			if err != nil || problem.HasErrors(dead) {
				return err
			}
			files, err = site.Project{Root: root, Made: made, Kept: kept}.Render(baseURL)
			return err
		})
		return files, problems, err
	}
}

// path is the path of the site's root in its addresses, with a slash at both ends.
func (c config) path() string {
	u, err := url.Parse(c.BaseURL)
	if err != nil {
		return "/" // Hugo says what is wrong with it
	}
	return strings.TrimSuffix(path.Join("/", u.Path), "/") + "/"
}
