package project

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"jianzhu/generator/markdown"
	"jianzhu/generator/problem"
	"jianzhu/generator/site"
	"jianzhu/generator/tongue"
)

// item stands in the menu or at the foot: words, a link, or in the menu a page of
// the site. In YAML it may be a text: of the menu a page, of the foot words.
type item struct {
	Text string `yaml:"-"`
	Name string `yaml:"name"`
	To   string `yaml:"to"` // a page of the site (reports, about), or a web address
}

// UnmarshalYAML reads a text, or name and to.
func (i *item) UnmarshalYAML(unmarshal func(any) error) error {
	if unmarshal(&i.Text) == nil {
		return nil
	}
	type plain item
	var of plain
	if err := unmarshal(&of); err != nil {
		return tongue.New("write a text, or {name: …, to: …}")
	}
	*i = item(of)
	return nil
}

// Look is how the site looks.
func (c *Config) Look() site.Look {
	l := site.Look{Title: c.Title, Seal: c.Params.Seal}
	if accent, err := site.ParseColour(c.Params.Accent); err == nil {
		l.Accent = &accent
	}
	return l
}

// longestSeal is in characters.
const longestSeal = 2

// checkLook reports what cannot be shown of what is the site's own; text is site.yaml.
func (c *Config) checkLook(root string, text []byte) (problems []problem.Problem) {
	wrong := func(key, hint, format string, args ...any) {
		problems = append(problems, problem.Errorf(ConfigFile, lineOfKey(text, "params."+key), hint, "params."+key+": "+format, args...))
	}
	p := c.Params
	if n := utf8.RuneCountInString(p.Seal); n > longestSeal {
		wrong("seal", "write one character or two; for more, make a picture and name it as logo", "%d characters do not fit into a seal: %q", n, p.Seal)
	}
	if p.Accent != "" {
		accent, err := site.ParseColour(p.Accent)
		if readable, same := accent.Readable(); err != nil {
			wrong("accent", `write it in quote marks, as red, green and blue: "#9e2f1b"`, "%v", err)
		} else if !same {
			wrong("accent", tongue.Text("take a darker one: ")+readable.String(), "text in %s could not be read on light paper", p.Accent)
		}
	}
	if p.Logo != "" {
		if info, err := os.Stat(filepath.Join(root, "static", filepath.FromSlash(p.Logo))); !filepath.IsLocal(p.Logo) || err != nil || !info.Mode().IsRegular() {
			wrong("logo", "put the picture into static/, and name it from there: img/logo.svg", "no file static/%s", p.Logo)
		}
	}
	if p.Official && strings.Contains(p.Notice, "非官方") {
		wrong("notice", "take out one of the two", "it says 非官方, and official says true")
	}
	for i, it := range p.Menu {
		if it.Text == "" && it.To == "" {
			wrong("menu["+strconv.Itoa(i)+"]", "write a page (reports), or {name: …, to: …}", "leads nowhere")
		}
	}
	for i, it := range p.Footer {
		if it.Text == "" && it.Name == "" {
			wrong("footer["+strconv.Itoa(i)+"]", "write words, or {name: …, to: …}", "says nothing")
		}
	}
	return problems
}

// CheckItems reports links of menu and foot that lead to no page of the site.
func (c *Config) CheckItems(root string, pages []markdown.Page) (problems []problem.Problem) {
	text, _ := ReadFile(root, ConfigFile)
	check := func(key, to string) {
		to = strings.Trim(to, "/")
		known := to == "" || problem.IsWebAddress(to) || to == "download" || slices.ContainsFunc(pages, func(p markdown.Page) bool {
			at := strings.TrimSuffix(p.Path, ".md")
			return at == to || (path.Base(at) == "index" || path.Base(at) == "_index") && path.Dir(at) == to
		})
		if !known {
			problems = append(problems, problem.Errorf(ConfigFile, lineOfKey(text, key), "name a page by its address without slashes at the ends (reports, about), or write a whole web address", "%s: there is no page %s", key, to))
		}
	}
	for i, it := range c.Params.Menu {
		check("params.menu["+strconv.Itoa(i)+"]", it.Text+it.To)
	}
	for i, it := range c.Params.Footer {
		check("params.footer["+strconv.Itoa(i)+"]", it.To)
	}
	return problems
}
