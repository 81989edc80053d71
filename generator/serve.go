package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"jianzhu/generator/press"
	"jianzhu/generator/problem"
	"jianzhu/generator/project"
	"jianzhu/generator/serve"
)

// preview shows the site of a project while it is edited, at the path where it
// will stand, until the user ends it. public/ stays as it is.
func preview(root string, port uint16, out io.Writer) (problems []problem.Problem, err error) {
	config, problems := project.Load(root) // tells the path, so it must be good
	if problem.HasErrors(problems) {
		return problems, nil
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gathering) // an editor waits for each build
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends even a build that hangs
	sites, err := press.OpenWorkshop(root)
	if err != nil {
		return nil, err
	}
	defer func() { problems = append(problems, sites.Close()...) }()
	return nil, serve.Run(ctx, root, port, config.Path(), sites, out)
}
