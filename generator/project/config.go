// Package project is what editors write: a folder with site.yaml, of which it reads what
// the program needs, and with content/, of which it opens the files that are read.
package project

import (
	"bytes"
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/goccy/go-yaml"

	"jianzhu/generator/annotate"
	"jianzhu/generator/bundle"
	"jianzhu/generator/glossary"
	"jianzhu/generator/markdown"
	"jianzhu/generator/problem"
	"jianzhu/generator/site"
	"jianzhu/generator/tongue"
)

// Config is what the generator itself needs of site.yaml; the rest is Hugo's.
type Config struct {
	BaseURL string `yaml:"baseURL"`
	Title   string `yaml:"title"`
	Module  struct {
		Mounts []folder `yaml:"mounts"`
	} `yaml:"module"`
	Params params `yaml:"params"`
}

// params are the project's own keys. Those that only layouts read are here too, so
// that they are known and of the right kind.
type params struct {
	Subtitle    string   `yaml:"subtitle"` // the line under the name
	Description string   `yaml:"description"`
	Seal        string   `yaml:"seal"`     // a character or two; not given, the first of the title
	Logo        string   `yaml:"logo"`     // a file of static/, in place of the seal
	Accent      string   `yaml:"accent"`   // a colour: #9e2f1b
	Official    bool     `yaml:"official"` // the site of the authority whose texts these are
	Notice      string   `yaml:"notice"`
	Rights      []string `yaml:"rights"`
	Footer      []item   `yaml:"footer"`
	Menu        []item   `yaml:"menu"`

	Link     annotate.Linking `yaml:"link"`
	Glossary []string         `yaml:"glossary"` // national, own
	License  string           `yaml:"license"`  // an address
	Citation markdown.Edition `yaml:"citation"` // of GB/T 7714: 2025, 2015
	Bundle   bundleParams     `yaml:"bundle"`

	HugoTheme map[string]any `yaml:"hugoTheme"` // see package site
	Own       map[string]any `yaml:"own"`       // what the user's layouts ask for
}

type bundleParams struct {
	Name string `yaml:"name"` // of the file
	Date string `yaml:"date"` // of the content: 2006-01-02
}

// folder is one that Hugo reads, and what for.
type folder struct {
	Source string `yaml:"source"`
	Target string `yaml:"target"`
}

// folders are those of the project that Hugo reads: what site.yaml mounts, or what
// the program mounts where it mounts nothing.
func (c *Config) folders() []folder {
	if c.Module.Mounts != nil {
		return c.Module.Mounts
	}
	var own []folder
	for _, name := range site.Own {
		own = append(own, folder{name, name})
	}
	return own
}

const ConfigFile = "site.yaml"

// Load reads site.yaml. A folder without it is no project and has none: what
// else it lacks says nothing. With a faulty value, the rest holds.
func Load(root string) (*Config, []problem.Problem) {
	if info, err := os.Stat(root); err != nil || !info.IsDir() {
		what := tongue.Text("no such folder")
		if err == nil {
			what = tongue.Text("a file, and no folder")
		}
		return nil, []problem.Problem{problem.Errorf(cmp.Or(root, `-C ""`), 0, "name the project's folder with -C", "%s", what)}
	}
	text, err := ReadFile(root, ConfigFile)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, []problem.Problem{problem.Errorf(ConfigFile, 0, "run in the project's folder, or name it with -C", "this folder is no project: it has no site.yaml")}
	case err != nil:
		return nil, []problem.Problem{problem.Errorf(ConfigFile, 0, "", "%v", reason(err))}
	}
	text = problem.WithoutBOM(text)
	c := &Config{}
	c.Params.Link, c.Params.Bundle.Name = annotate.FirstInSection, "site"
	c.Params.Glossary = []string{"national", "own"}
	c.Params.Citation = markdown.Edition2025
	if fault := problem.ReadYAML(ConfigFile, text, c); fault != nil {
		return c, []problem.Problem{*fault}
	}
	problems := append(c.check(text), c.checkLook(root, text)...)
	problems = append(problems, unknownKeys(text)...)
	return c, append(problems, problem.CutComments(ConfigFile, text)...)
}

// check reports values with which no site can be made; text is site.yaml.
func (c *Config) check(text []byte) (problems []problem.Problem) {
	wrong := func(key, hint, format string, args ...any) {
		problems = append(problems, problem.Errorf(ConfigFile, lineOfKey(text, key), hint, "%s: %s", key, tongue.Sprintf(format, args...)))
	}
	if c.BaseURL != "" && !problem.IsWebAddress(c.BaseURL) {
		wrong("baseURL", problem.WebAddressHint, "no web address: %q", c.BaseURL)
	}
	switch c.Params.Link {
	case annotate.FirstInSection, annotate.FirstInReport, annotate.Every:
	default:
		wrong("params.link", "write section, report or all", "unknown value %q", c.Params.Link)
	}
	if g := c.Params.Glossary; len(g) == 0 || slices.ContainsFunc(g, func(name string) bool { return glossaries[name] == "" }) {
		wrong("params.glossary", "write [national], [own] or [national, own]", "not the glossaries to use: %q", g)
	}
	if e := c.Params.Citation; e != markdown.Edition2025 && e != markdown.Edition2015 {
		wrong("params.citation", `write "2025" or "2015", the edition of GB/T 7714`, "unknown edition %q", e)
	}
	if err := bundle.CheckName(c.Params.Bundle.Name); err != nil {
		wrong("params.bundle.name", "", "%v", err)
	}
	if date := c.Params.Bundle.Date; date != "" {
		if _, err := time.Parse(time.DateOnly, date); err != nil {
			wrong("params.bundle.date", "write the day as 2026-11-22", "no date: %q", date)
		}
	}
	return problems
}

// glossaries are the files of content/ by their names in site.yaml.
var glossaries = map[string]string{"own": glossary.OwnFile, "national": glossary.NationalFile}

// GlossaryFiles are the files of the glossaries to use, the own one before the
// national, and those of the others.
func (c *Config) GlossaryFiles() (used, others []string) {
	for _, file := range glossary.Files {
		if slices.ContainsFunc(c.Params.Glossary, func(name string) bool { return glossaries[name] == file }) {
			used = append(used, file)
		} else {
			others = append(others, file)
		}
	}
	return used, others
}

// lineOfKey is the line of site.yaml on which the value of a key stands, 0 where
// it is not given.
func lineOfKey(text []byte, key string) int {
	path, err := yaml.PathString("$." + key)
	if err != nil {
		return 0
	}
	node, err := path.ReadNode(bytes.NewReader(text))
	if err != nil {
		return 0
	}
	return problem.LineOf(node)
}

// Date is the day of which the content is: the one that site.yaml gives, else
// the last on which a file of content/ was changed.
func (c *Config) Date(root string) (time.Time, error) {
	if given := c.Params.Bundle.Date; given != "" {
		return time.Parse(time.DateOnly, given)
	}
	var last time.Time
	err := filepath.WalkDir(filepath.Join(root, "content"), func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil && info.ModTime().After(last) {
			last = info.ModTime()
		}
		return err
	})
	y, m, d := last.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC), err
}
