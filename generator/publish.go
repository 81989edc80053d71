package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"jianzhu/generator/press"
	"jianzhu/generator/problem"
	"jianzhu/generator/project"
	"jianzhu/generator/publish"
	"jianzhu/generator/tongue"
	"jianzhu/generator/upload"
)

// publish brings the site of a project to where it is served. No build replaces
// the site meanwhile.
func (c *call) publish() ([]problem.Problem, error) {
	config, problems := project.Load(c.root)
	if config == nil {
		return problems, nil
	}
	if project.Citable(config.BaseURL) == "/" {
		problems = append(problems, problem.Warnf(project.ConfigFile, 0, "say where the site will stand, and build it again", "baseURL is no public address: pages name none as theirs"))
	}
	return problems, c.bring()
}

// bring does what publish is asked.
func (c *call) bring() error {
	if err := outside(c.args[0], c.root); err != nil {
		return err
	}
	public, release, err := press.LastSite(c.root, c.say)
	if err != nil {
		return err
	}
	defer release()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends it at once
	to, err := upload.Open(ctx, c.args[0], c.dry)
	if err != nil {
		return err
	}
	defer to.Close()
	site := upload.Site{Files: os.DirFS(public), Dry: c.dry, Replace: c.replace, Say: c.say, Tell: func(upload.Change) {}}
	if c.dry {
		site.Tell = func(change upload.Change) {
			fmt.Fprintf(c.stdout, "%-8s %s\n", tongue.Text(string(change.Do)), change.Path)
		}
	}
	done, err := site.Run(ctx, to)
	c.say("")
	if err != nil {
		return err
	}
	told := "published to %s: %d new, %d changed, %d removed, %d as they were\n"
	if c.dry {
		told = tongue.Text("would publish to %s: %d new, %d changed, %d removed, %d as they were\n")
	}
	tongue.Fprintf(c.stdout, told, to.Name, done.New, done.Changed, done.Removed, done.Same)
	if done.Others > 0 {
		tongue.Fprintf(c.stdout, "%s there that are not the site's, and stay\n", number(done.Others, filesCounted))
	}
	return nil
}

// outside is an error for a folder that is the project's own, or above its site: what
// was brought there would be taken for content, or be published in turn.
func outside(dest, root string) error {
	if strings.Contains(dest, "://") {
		return nil
	}
	to, err := filepath.Abs(dest)
	if err != nil {
		return err
	}
	for _, name := range []string{"public", "build", "dist", "content", "layouts", "static", publish.Work} {
		own, err := filepath.Abs(filepath.Join(root, name))
		if err != nil {
			return err
		}
		if within(own, to) || within(to, own) {
			return tongue.Advised(tongue.Errorf("%s is the project's own folder, or above it", dest), "name one outside the project")
		}
	}
	return nil
}

// within reports whether a path is a folder or in it.
func within(path, folder string) bool {
	below, err := filepath.Rel(folder, path)
	return err == nil && filepath.IsLocal(below)
}
