package main

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"time"

	"github.com/goccy/go-yaml"

	"jianzhu/generator/annotate"
	"jianzhu/generator/bundle"
	"jianzhu/generator/problem"
)

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

// loadConfig reads site.yaml. A folder without it is no project and has none: what
// else it lacks says nothing. With a faulty value, the rest holds.
func loadConfig(root string) (*config, []problem.Problem) {
	c := &config{}
	c.Params.Link = annotate.FirstInSection
	text, err := fs.ReadFile(os.DirFS(root), configFile)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, []problem.Problem{problem.Errorf(configFile, 0, "run in the project's folder, or name it with -C", "this folder is no project: it has no site.yaml")}
	case err != nil:
		return c, []problem.Problem{problem.Errorf(configFile, 0, "", "%v", err)}
	}
	if err := yaml.Unmarshal(text, c); err != nil {
		return c, []problem.Problem{problem.YAML(configFile, 0, err, *c)}
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
