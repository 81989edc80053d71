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

	"jianzhu/generator/problem"
	"jianzhu/generator/publish"
	"jianzhu/generator/serve"
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
		return tongue.Advised(tongue.New("this folder is served already, by another run"), "look for its terminal; one is enough, for it builds whatever changes")
	})
	if err != nil {
		return nil, err
	}
	defer release()
	made := filepath.Join(root, publish.Work, "serve")
	defer os.RemoveAll(made)
	store := cacheOf(root)
	err = serve.Run(ctx, root, port, config.path(), newWorkshop(root, made, store), out)
	return closed(store, false), err
}

// path is the path of the site's root in its addresses, with a slash at both ends.
func (c config) path() string {
	u, err := url.Parse(c.BaseURL)
	if err != nil {
		return "/" // Hugo says what is wrong with it
	}
	return strings.TrimSuffix(path.Join("/", u.Path), "/") + "/"
}
