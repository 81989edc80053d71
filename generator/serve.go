package main

import (
	"context"
	"io"
	"net/url"
	"os"
	"os/signal"
	"path"
	"runtime/debug"
	"strings"
	"syscall"

	"jianzhu/generator/problem"
	"jianzhu/generator/serve"
	"jianzhu/generator/site"
)

// preview shows the site of a project while it is edited, at the path where it
// will stand, until the user ends it. public/ stays as it is.
func preview(root string, port uint16, out io.Writer) ([]problem.Problem, error) {
	config, problems := loadConfig(root) // tells the path, so it must be good
	if problem.HasErrors(problems) {
		return problems, nil
	}
	debug.SetGCPercent(200) // an editor waits for each build: less collecting, more memory
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends even a build that hangs
	return nil, serve.Run(ctx, root, port, config.path(), rendering(root), out)
}

// rendering is how a project is built to be looked at. Only the finished pages
// know where they are served: build/ holds the same as for publication.
func rendering(root string) serve.Build {
	return func(baseURL string) (map[string][]byte, []problem.Problem, error) {
		problems, err := writePages(root, "", func(string) {})
		if err != nil || problem.HasErrors(problems) {
			return nil, problems, err
		}
		files, err := site.Render(root, baseURL)
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
