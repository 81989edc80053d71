package markdown

import (
	"maps"
	"reflect"
	"slices"

	"github.com/goccy/go-yaml"
)

// Front is a page's front matter: what layouts need and Markdown cannot say.
// Fields that a page does not have are left out of the file.
type Front struct {
	Title       string   `yaml:"title"`
	Type        string   `yaml:"type"`   // see kinds
	Layout      string   `yaml:"layout"` // of the HTML, where it is not that of the type
	Description string   `yaml:"description"`
	Weight      int      `yaml:"weight"`
	Aliases     []string `yaml:"aliases"` // former addresses, redirected
	Params      any      `yaml:"params"`  // those of its type, or nil
	Build       Build    `yaml:"build"`
	Outputs     []string `yaml:"outputs"`

	Own yaml.MapSlice // whatever else an editor wrote, in its order
}

// Build is on what lists of pages Hugo has one, and whether it renders it.
type Build struct {
	List   string `yaml:"list"`
	Render string `yaml:"render"`
}

// yaml returns the front matter between its marks.
func (f Front) yaml() []byte { return f.appendYAML(nil) }

func (f Front) appendYAML(out []byte) []byte {
	w := yamlWriter{out: append(out, "---\n"...)}
	w.fields(reflect.ValueOf(f))
	if len(f.Own) > 0 {
		w.out = append(w.out, encode(f.Own)...)
	}
	return append(w.out, "---\n\n"...)
}

// join adds params of ours to what an editor wrote, where others may stand under that key.
func (f *Front) join(ours any) {
	at := slices.IndexFunc(f.Own, func(item yaml.MapItem) bool { return item.Key == "params" })
	if at < 0 || ours == nil {
		f.Params = ours
		return
	}
	theirs, _ := f.Own[at].Value.(map[string]any)
	all := withKeys(reflect.ValueOf(ours)).(yaml.MapSlice)
	for _, key := range slices.Sorted(maps.Keys(theirs)) {
		if !slices.ContainsFunc(all, func(item yaml.MapItem) bool { return item.Key == key }) {
			all = append(all, yaml.MapItem{Key: key, Value: theirs[key]})
		}
	}
	f.Own = slices.Clone(f.Own)
	f.Own[at].Value = all
}

// withKeys is a value with keys for the fields of structs that say something.
func withKeys(v reflect.Value) any {
	switch v.Kind() {
	case reflect.Struct:
		fields := yaml.MapSlice{}
		for i := range v.NumField() {
			if key := v.Type().Field(i).Tag.Get("yaml"); key != "" && !isNothing(v.Field(i)) {
				fields = append(fields, yaml.MapItem{Key: key, Value: withKeys(v.Field(i))})
			}
		}
		return fields
	case reflect.Slice:
		items := make([]any, v.Len())
		for i := range items {
			items[i] = withKeys(v.Index(i))
		}
		return items
	}
	return v.Interface()
}

// forReaders is the front matter without what layouts alone need: what a report's page has
// again, as headings and links.
func (f Front) forReaders() Front {
	if r, ok := f.Params.(ReportParams); ok {
		r.Outline, r.Known, r.Compared = nil, Known{}, nil
		f.Params = r
	}
	return f
}

// HomeParams are those of the home page.
type HomeParams struct {
	Newest []Newest `yaml:"newest"` // reports, for the feed
}

// Newest is a report in the feed.
type Newest struct {
	Slug        string `yaml:"slug"`
	Title       string `yaml:"title"`
	Published   string `yaml:"published"`
	Description string `yaml:"description"`
}

// ReportParams are those of a report, and of a page with a sample.
type ReportParams struct {
	Slug       string    `yaml:"slug"`
	Script     string    `yaml:"script"`    // of the title and text: zh-Hans, zh-Hant
	Region     []string  `yaml:"region"`    // names, from the province down
	Code       string    `yaml:"code"`      // GB/T 2260
	Codes      []string  `yaml:"codes"`     // of the first names of region; the others have none
	SamePlace  []string  `yaml:"samePlace"` // slugs of the other reports of the place, by year
	SameCity   []string  `yaml:"sameCity"`  // slugs of those of other places in the city, by year
	Year       int       `yaml:"year"`
	Kind       string    `yaml:"kind"` // work-report, plan, work-summary
	Issuer     string    `yaml:"issuer"`
	Delivered  string    `yaml:"delivered"`
	Published  string    `yaml:"published"`
	URL        string    `yaml:"url"`
	Publisher  string    `yaml:"publisher"`
	Inferred   []string  `yaml:"inferred"`
	Remark     string    `yaml:"remark"`
	Characters int       `yaml:"characters"` // shown, without white space
	Terms      int       `yaml:"terms"`      // explained in it
	Damage     int       `yaml:"damage"`     // places at which its source is hurt
	Notes      int       `yaml:"notes"`
	Format     string    `yaml:"format"` // that the text was taken from, "" for the text itself
	SHA256     string    `yaml:"sha256"` // of report.txt
	Lines      int       `yaml:"lines"`  // of report.txt
	Outline    []Heading `yaml:"outline"`
	Themes     []string  `yaml:"themes"` // ids of those that most of its sections have, most first
	Known      Known     `yaml:"known"`
	Compared   []Place   `yaml:"compared"` // pages that set it beside another
}

// Heading is an entry of a report's contents.
type Heading struct {
	ID    string `yaml:"id"`
	Line  int    `yaml:"line"`
	Kind  string `yaml:"kind"`
	Level int    `yaml:"level"`
	Title string `yaml:"title"` // with its number, as displayed
}

// TermParams are those of a term.
type TermParams struct {
	ID      string   `yaml:"id"`
	Pinyin  string   `yaml:"pinyin"`
	English string   `yaml:"english"`
	Gloss   string   `yaml:"gloss"`
	Forms   []string `yaml:"forms"` // others in which it is written
	Theme   string   `yaml:"theme"` // id
	Check   bool     `yaml:"check"` // not verified
	Uses    int      `yaml:"uses"`
}

// ThemeParams are those of a theme.
type ThemeParams struct {
	ID       string `yaml:"id"`
	English  string `yaml:"english"`
	Sections int    `yaml:"sections"`
}

// DocumentParams are those of a document.
type DocumentParams struct {
	Kind     string `yaml:"kind"`
	Issuer   string `yaml:"issuer"`
	ID       string `yaml:"id"`
	Mentions int    `yaml:"mentions"`
}

// IndicatorParams are those of an indicator.
type IndicatorParams struct {
	ID   string `yaml:"id"`
	Uses int    `yaml:"uses"` // values
}

// RegionParams are those of a region: names and codes from the province down.
type RegionParams struct {
	Region []string `yaml:"region"`
	Code   string   `yaml:"code"`
	Codes  []string `yaml:"codes"`
}

// YearParams are those of a year.
type YearParams struct {
	Year int `yaml:"year"`
}

// ComparisonsParams are what the script that compares two reports says of it.
type ComparisonsParams struct {
	Says    string `yaml:"says"`
	Common  string `yaml:"common"`
	PerFile int    `yaml:"perFile"` // reports in a file that it reads
	Many    bool   `yaml:"many"`    // reports, more than one looks through
}

// DownloadParams are the sizes of the downloads of reports, by slug.
type DownloadParams struct {
	Sizes map[string]string `yaml:"sizes"`
}

// EmbedParams are those of a page that shows another, or a part of it.
type EmbedParams struct {
	Slug   string `yaml:"slug"` // of a report
	Script string `yaml:"script"`
	ID     string `yaml:"id"`   // of a term or an indicator
	Uses   int    `yaml:"uses"` // of it
	Of     string `yaml:"of"`   // the other page, as Hugo finds it: /reports/liwan-2017
	From   int    `yaml:"from"` // the first line shown
	To     int    `yaml:"to"`   // the last
}

// traditional is the script of texts in Traditional characters.
const traditional = "zh-Hant"
