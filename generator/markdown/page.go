// Package markdown writes the product: every page of the site as CommonMark,
// and that same Markdown as HTML.
package markdown

import (
	"io/fs"

	"jianzhu/generator/annotate"
	"jianzhu/generator/problem"
)

// Page is a Markdown file: front matter and body.
type Page struct {
	Path  string // from build/content: reports/liwan-2017/index.md, glossary/_index.md
	Front Front
	Body  string // CommonMark
}

// Front is a page's front matter: what layouts need and Markdown cannot say.
// Fields that a page does not have are left out of the file.
type Front struct {
	Title       string `yaml:"title"`
	Type        string `yaml:"type"` // home, reports, report, glossary, term, themes, theme, page
	Description string `yaml:"description,omitempty"`
	Weight      int    `yaml:"weight,omitempty"`
	Params      Params `yaml:"params,omitempty"`
}

// Params are the front matter of one kind of page.
type Params struct {
	Script string `yaml:"script,omitempty"` // of the title and text: zh-Hans, zh-Hant
}

// Write returns every page of the site: those made from the corpus and the
// editor's own, which are the .md files of content.
func Write(c *annotate.Corpus, content fs.FS) ([]Page, []problem.Problem) { panic("not written") }

// File returns the page as it stands on disk: front matter and body.
func (p Page) File() []byte { panic("not written") }

// HTML returns the page with the same front matter and its body as HTML, for
// layouts to wrap. Links between pages become page addresses.
func (p Page) HTML() ([]byte, error) { panic("not written") }
