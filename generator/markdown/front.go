package markdown

import (
	"maps"
	"slices"

	"github.com/goccy/go-yaml"
)

// Front is a page's front matter: what layouts need and Markdown cannot say.
// Fields that a page does not have are left out of the file.
type Front struct {
	Title       string
	Type        string // of pages: see kinds
	Layout      string // of the HTML, where it is not that of the type
	Description string
	Weight      int
	Aliases     []string      // former addresses, redirected
	Params      params        // those of its type, or nil
	Own         yaml.MapSlice // whatever else an editor wrote, in its order

	Unlisted   bool // on no list of pages
	Unrendered bool // has no page of its own
	OEmbed     bool // tells how to show it elsewhere
}

// params are the part of front matter that one type of page has.
type params interface{ write(w *yamlWriter) }

// yaml returns the front matter between its marks.
func (f Front) yaml() []byte {
	w := yamlWriter{out: []byte("---\n")}
	w.put("title", f.Title)
	w.text("type", f.Type)
	w.text("layout", f.Layout)
	w.text("description", f.Description)
	w.number("weight", f.Weight)
	w.list("aliases", f.Aliases)
	if f.Params != nil {
		w.group("params", func() { f.Params.write(&w) })
	}
	if f.Unlisted {
		w.group("build", func() {
			w.text("list", "never")
			if f.Unrendered {
				w.text("render", "never")
			} else {
				w.text("render", "always")
			}
		})
	}
	if f.OEmbed {
		w.list("outputs", []string{"html", "oembed"})
	}
	if len(f.Own) > 0 {
		w.out = append(w.out, encode(f.Own)...)
	}
	return append(w.out, "---\n\n"...)
}

// ReportParams are those of a report, and of a page with a sample.
type ReportParams struct {
	Slug       string
	Script     string   // of the title and text: zh-Hans, zh-Hant
	Region     []string // names, from the province down
	Code       string   // GB/T 2260
	Codes      []string // of the first names of region; the others have none
	SamePlace  []string // slugs of the other reports of the place, by year
	SameCity   []string // slugs of those of other places in the city, by year
	Year       int
	Kind       string // work-report, plan, work-summary
	Issuer     string
	Delivered  string
	Published  string
	URL        string
	Publisher  string
	Inferred   []string
	Remark     string
	Characters int // shown, without white space
	Terms      int // explained in it
	Notes      []Annotated
	SHA256     string // of report.txt
	Lines      int    // of report.txt
	Outline    []Heading
	Themes     []string // ids of those that most of its sections have, most first
	Known      Known
}

// Annotated is a note in a report's front matter.
type Annotated struct {
	Number, Line int
	Title        string // the words quoted
}

// Heading is an entry of a report's contents.
type Heading struct {
	ID    string
	Line  int
	Kind  string
	Level int
	Title string // with its number, as displayed
}

func (p ReportParams) write(w *yamlWriter) {
	w.text("slug", p.Slug)
	w.text("script", p.Script)
	w.list("region", p.Region)
	w.text("code", p.Code)
	w.list("codes", p.Codes)
	w.list("samePlace", p.SamePlace)
	w.list("sameCity", p.SameCity)
	w.number("year", p.Year)
	w.text("kind", p.Kind)
	w.text("issuer", p.Issuer)
	w.text("delivered", p.Delivered)
	w.text("published", p.Published)
	w.text("url", p.URL)
	w.text("publisher", p.Publisher)
	w.list("inferred", p.Inferred)
	w.text("remark", p.Remark)
	w.number("characters", p.Characters)
	w.number("terms", p.Terms)
	w.items("notes", len(p.Notes), func(i int) {
		n := p.Notes[i]
		w.number("number", n.Number)
		w.number("line", n.Line)
		w.put("title", n.Title)
	})
	w.text("sha256", p.SHA256)
	w.number("lines", p.Lines)
	w.outline(p.Outline)
	w.list("themes", p.Themes)
	w.group("known", func() { p.Known.write(w) })
}

func (w *yamlWriter) outline(all []Heading) {
	w.items("outline", len(all), func(i int) {
		h := all[i]
		w.put("id", h.ID)
		w.number("line", h.Line)
		w.text("kind", h.Kind)
		w.number("level", h.Level)
		w.put("title", h.Title)
	})
}

func (k Known) write(w *yamlWriter) {
	w.text("place", k.Place)
	w.text("issuer", k.Issuer)
	w.text("publisher", k.Publisher)
	w.text("url", k.URL)
	w.text("delivered", k.Delivered)
	w.text("published", k.Published)
	w.text("covers", k.Covers)
	w.items("disclosure", len(k.Disclosure), func(i int) {
		w.put("name", k.Disclosure[i].Name)
		w.put("value", k.Disclosure[i].Value)
	})
}

// TermParams are those of a term.
type TermParams struct {
	ID, Pinyin, English, Gloss string
	Forms                      []string // others in which it is written
	Theme                      string   // id
	Check                      bool     // not verified
	Uses                       int
}

func (p TermParams) write(w *yamlWriter) {
	w.text("id", p.ID)
	w.text("pinyin", p.Pinyin)
	w.text("english", p.English)
	w.text("gloss", p.Gloss)
	w.list("forms", p.Forms)
	w.text("theme", p.Theme)
	w.flag("check", p.Check)
	w.number("uses", p.Uses)
}

// ThemeParams are those of a theme.
type ThemeParams struct {
	ID, English string
	Sections    int
}

func (p ThemeParams) write(w *yamlWriter) {
	w.text("id", p.ID)
	w.text("english", p.English)
	w.number("sections", p.Sections)
}

// DocumentParams are those of a document.
type DocumentParams struct {
	ID, Kind, Issuer string
	Mentions         int
	Lang             string // of its title, where it is not the site's
}

func (p DocumentParams) write(w *yamlWriter) {
	w.text("kind", p.Kind)
	w.text("issuer", p.Issuer)
	w.text("id", p.ID)
	w.number("mentions", p.Mentions)
	w.text("lang", p.Lang)
}

// IndicatorParams are those of an indicator.
type IndicatorParams struct {
	ID   string
	Uses int    // values
	Lang string // of its name, where it is not the site's
}

func (p IndicatorParams) write(w *yamlWriter) {
	w.text("id", p.ID)
	w.number("uses", p.Uses)
	w.text("lang", p.Lang)
}

// RegionParams are those of a region: names and codes from the province down.
type RegionParams struct {
	Region, Codes []string
	Code          string
}

func (p RegionParams) write(w *yamlWriter) {
	w.list("region", p.Region)
	w.text("code", p.Code)
	w.list("codes", p.Codes)
}

// YearParams are those of a year.
type YearParams struct{ Year int }

func (p YearParams) write(w *yamlWriter) { w.number("year", p.Year) }

// DownloadParams are the sizes of the downloads of reports, by slug.
type DownloadParams struct{ Sizes map[string]string }

func (p DownloadParams) write(w *yamlWriter) {
	w.group("sizes", func() {
		for _, slug := range slices.Sorted(maps.Keys(p.Sizes)) {
			w.text(slug, p.Sizes[slug])
		}
	})
}

// EmbedParams are those of a page that shows another, or a part of it.
type EmbedParams struct {
	Slug, Script string    // of a report
	ID           string    // of a term or an indicator
	Uses         int       // of it
	Outline      []Heading // of a report whose parts can be shown
	Of           string    // the other page, as Hugo finds it: /reports/liwan-2017
	From, To     int       // the first line shown, and the last
}

func (p EmbedParams) write(w *yamlWriter) {
	w.text("slug", p.Slug)
	w.text("script", p.Script)
	w.outline(p.Outline)
	w.text("id", p.ID)
	w.number("uses", p.Uses)
	w.text("of", p.Of)
	w.number("from", p.From)
	w.number("to", p.To)
}

// traditional is the script of texts in Traditional characters.
const traditional = "zh-Hant"
