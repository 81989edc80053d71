package main

import (
	"context"
	"io"
	"net/url"
	"os"
	"os/signal"
	"path"
	"strings"
	"syscall"

	"jianzhu/generator/problem"
	"jianzhu/generator/serve"
)

// preview shows the site of a project while it is edited, at the path where it
// will stand, until the user ends it. public/ stays as it is.
func preview(root string, port uint16, out io.Writer) ([]problem.Problem, error) {
	config, problems := loadConfig(root) // tells the path, so it must be good
	if problem.HasErrors(problems) {
		return problems, nil
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends even a build that hangs
	return nil, serve.Run(ctx, root, port, config.path(), rendering(root), out)
}

// rendering is how a project is built to be looked at.
func rendering(root string) serve.Build {
	return func(dir, baseURL string) (int, []problem.Problem, error) {
		return render(root, dir, baseURL, func(string) {})
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
