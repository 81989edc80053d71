package markdown

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
)

// Front is a page's front matter: what layouts need and Markdown cannot say.
// Fields that a page does not have are left out of the file.
type Front struct {
	Title       string   `yaml:"title"`
	Type        string   `yaml:"type,omitempty"` // home, reports, report, glossary, term, themes, theme, page
	Description string   `yaml:"description,omitempty"`
	Weight      int      `yaml:"weight,omitempty"`
	Aliases     []string `yaml:"aliases,omitempty"` // former addresses, redirected
	Params      Params   `yaml:"params,omitempty"`

	Own yaml.MapSlice `yaml:"-"` // whatever else an editor wrote, in its order
}

// Params are the front matter of one kind of page.
type Params struct {
	// of a report
	Slug       string      `yaml:"slug,omitempty"`
	Script     string      `yaml:"script,omitempty"`    // of the title and text: zh-Hans, zh-Hant
	Region     []string    `yaml:"region,omitempty"`    // names, from the province down
	Code       string      `yaml:"code,omitempty"`      // GB/T 2260
	Codes      []string    `yaml:"codes,omitempty"`     // of the first names of region; the others have none
	SamePlace  []string    `yaml:"samePlace,omitempty"` // slugs of the other reports of the place, by year
	SameCity   []string    `yaml:"sameCity,omitempty"`  // slugs of those of other places in the city, by year
	Year       int         `yaml:"year,omitempty"`
	Kind       string      `yaml:"kind,omitempty"` // work-report, plan, work-summary
	Issuer     string      `yaml:"issuer,omitempty"`
	Delivered  string      `yaml:"delivered,omitempty"`
	Published  string      `yaml:"published,omitempty"`
	URL        string      `yaml:"url,omitempty"`
	Publisher  string      `yaml:"publisher,omitempty"`
	Inferred   []string    `yaml:"inferred,omitempty"`
	Remark     string      `yaml:"remark,omitempty"`
	Characters int         `yaml:"characters,omitempty"` // shown, without white space
	Terms      int         `yaml:"terms,omitempty"`      // explained in it
	Notes      []Annotated `yaml:"notes,omitempty"`
	SHA256     string      `yaml:"sha256,omitempty"` // of report.txt
	Lines      int         `yaml:"lines,omitempty"`  // of report.txt
	Outline    []Heading   `yaml:"outline,omitempty"`
	Themes     []string    `yaml:"themes,omitempty"` // ids of those that most of its sections have, most first
	Known      Known       `yaml:"known,omitempty"`

	// of a term or theme
	ID       string   `yaml:"id,omitempty"`
	Pinyin   string   `yaml:"pinyin,omitempty"`
	English  string   `yaml:"english,omitempty"`
	Gloss    string   `yaml:"gloss,omitempty"`
	Forms    []string `yaml:"forms,omitempty"` // others in which a term is written
	Theme    string   `yaml:"theme,omitempty"` // id
	Check    bool     `yaml:"check,omitempty"` // not verified
	Uses     int      `yaml:"uses,omitempty"`
	Sections int      `yaml:"sections,omitempty"`
	Mentions int      `yaml:"mentions,omitempty"` // of a document

	Sizes map[string]string `yaml:"sizes,omitempty"` // of the downloads of reports, by slug

	// of a page that shows a part of another
	Of   string `yaml:"of,omitempty"`   // that page, as Hugo finds it: /reports/liwan-2017
	From int    `yaml:"from,omitempty"` // the first line shown
	To   int    `yaml:"to,omitempty"`   // the last

	Lang string `yaml:"lang,omitempty"` // of the title, where it is not the site's
}

// Heading is an entry of a report's contents.
type Heading struct {
	ID    string `yaml:"id"`
	Line  int    `yaml:"line"`
	Kind  string `yaml:"kind"`
	Level int    `yaml:"level"`
	Title string `yaml:"title"` // with its number, as displayed
}

// yaml returns the front matter between its marks. White space around a value
// may be lost.
func (f Front) yaml() []byte {
	out := []byte("---\n")
	out = append(out, encode(f)...)
	if len(f.Own) > 0 {
		out = append(out, encode(f.Own)...)
	}
	return append(out, "---\n\n"...)
}

// encode cannot fail: it is given strings, numbers and what was decoded from YAML.
func encode(v any) []byte {
	node, err := yaml.ValueToNode(v)
	if err != nil {
		return nil
	}
	ast.Walk(bare{}, node)
	return append([]byte(node.String()), '\n')
}

// bare quotes strings that the encoder leaves bare and readers of YAML take for
// something else: a key after ?, white space to be folded, a number (78e31234).
type bare struct{}

func (b bare) Visit(node ast.Node) ast.Visitor {
	s, ok := node.(*ast.StringNode)
	if !ok || strings.HasPrefix(s.Value, `"`) || strings.Contains(s.Value, "\n") {
		return b
	}
	if strings.HasPrefix(s.Value, "?") || strings.Contains(s.Value, "\t") || mistaken.MatchString(s.Value) {
		s.Value = strconv.Quote(s.Value)
	}
	return b
}

// mistaken is what YAML 1.1 or 1.2, or a reader that is not strict, may take
// for a number, a time or a mark of its own.
var mistaken = regexp.MustCompile(`^(?:[-+]?(?:[0-9][0-9_]*\.?[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?|[-+]?[0-9]+(?::[0-5]?[0-9])+|` +
	`[-+]?\.(?:inf|Inf|INF|nan|NaN|NAN)|=|<<)$`)

// traditional is the script of texts in Traditional characters.
const traditional = "zh-Hant"
