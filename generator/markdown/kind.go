package markdown

import (
	"path"
	"reflect"
	"slices"

	"jianzhu/generator/report"
)

// Kind is a type of page: all that is to be known of it beside what stands on it. A
// new one is a row of kinds, a file that makes it, and a layout where it has one of
// its own.
type Kind struct {
	Type    string   // in front matter
	Layout  string   // "" for that of the folder layouts/<Type>, and without it the default
	Name    string   `yaml:"name"`   // said behind the title of a page in the browser's, 词条; "" for nothing
	Graph   string   `yaml:"graph"`  // its JSON-LD: a file of layouts/_partials/head/jsonld
	Styles  []string `yaml:"styles"` // beside those that every page has
	Scripts []string `yaml:"scripts"`
	Views   []string `yaml:"views"` // where its pages put together what others say, patterns of their paths: their Markdown is not published beside them
	Quotes  string   `yaml:"-"`     // the id of a part of its pages that does so: of this only the opening is published
	Head    []Place  // pages of this type that the head of every page leads to
	Foot    []Place

	pages func(w *writer) []Page // makes them; nil for those made elsewhere
}

// Place is a page that all pages lead to.
type Place struct {
	Path string `yaml:"path"`
	Name string `yaml:"name"`
}

// sections is the layout of pages that are sections below a title.
const sections = "sections"

// kinds are the types of pages, in the order of the head and the foot.
var kinds = []Kind{
	{
		Type: "report", Graph: "report", Styles: []string{"indicator"}, Scripts: []string{"contents", "note", "term", "cite", "copy", "found"},
		pages: (*writer).reportPages,
	},
	{Type: "home", Graph: "site", pages: one((*writer).home)}, // after the reports, which it describes
	{Type: "reports", Layout: sections, Head: []Place{{"reports", "报告"}}, pages: one((*writer).reports)},
	{
		Type: "glossary", Graph: "defined-term-set", Scripts: []string{"glossary"},
		Head: []Place{{"glossary", "词条"}}, pages: one((*writer).glossary),
	},
	{
		Type: "term", Name: "词条", Graph: "defined-term", Styles: []string{"plot", "concordance"}, Scripts: []string{"concordance", "mark"},
		Quotes: usesID,
		pages:  (*writer).termPages,
	},
	{
		Type: "themes", Layout: sections, Graph: "defined-term-set",
		Head: []Place{{"themes", "主题"}}, pages: one((*writer).themes),
	},
	{
		Type: "theme", Layout: sections, Name: "主题", Graph: "defined-term", Scripts: []string{"mark"},
		pages: func(w *writer) []Page { return each(len(w.c.Themes.Themes), w.theme) },
	},
	{
		Type: "indicators", Graph: "dataset", Styles: []string{"indicator"},
		Head: []Place{{"indicators", "指标"}}, pages: (*writer).indicators,
	},
	{
		Type: "indicator", Name: "指标", Graph: "dataset", Views: []string{"indicators/[^_]*.md", "indicators/*/*.md"},
		Styles: []string{"plot", "indicator"}, Scripts: []string{"mark"},
		pages: (*writer).indicatorPages,
	},
	{Type: "documents", Layout: sections, Head: []Place{{"documents", "文件"}}, pages: one((*writer).documents)},
	{
		Type: "document", Layout: sections, Name: "文件", Scripts: []string{"mark"},
		pages: (*writer).documentPages,
	},
	{
		Type: "search", Styles: []string{"search"}, Scripts: []string{"search-index", "search"},
		Head: []Place{{"search", "检索"}}, pages: one((*writer).search),
	},
	{
		Type: "guide", Styles: []string{"indicator"}, Scripts: []string{"contents", "note", "term", "cite", "copy"},
		Foot: []Place{{"guide", "体例"}},
	},
	{Type: "regions", Layout: sections, Foot: []Place{{"regions", "地区"}}, pages: one((*writer).regions)},
	{
		Type: "region", Layout: sections, Name: "地区", Scripts: []string{"mark"},
		pages: func(w *writer) []Page { return each(len(w.c.Regions), w.region) },
	},
	{Type: "years", Layout: sections, Foot: []Place{{"years", "年份"}}, pages: one((*writer).years)},
	{
		Type: "year", Layout: sections, Name: "年份",
		pages: func(w *writer) []Page { return each(len(w.c.Years), w.year) },
	},
	{
		Type: "comparisons", Styles: []string{"compare"}, Scripts: []string{"search-index", "compare"},
		Foot: []Place{{"compare", "比较"}}, pages: one((*writer).comparisons),
	},
	{
		Type: "comparison", Layout: sections, Name: "比较", Views: []string{"compare/*/*.md"}, Styles: []string{"compare"},
		pages: func(w *writer) []Page { return each(len(w.compared.Pairs), w.comparison) },
	},
	{
		Type: "page", Head: []Place{{"about", "关于"}}, Foot: []Place{{"coverage", "还没解释的词"}},
		pages: one((*writer).coverage),
	},
	{Type: "data", Foot: []Place{{"data", "数据"}}},
	{Type: "download", Foot: []Place{{"download", "下载"}}},
	{Type: "embed"},
}

func one(page func(*writer) Page) func(*writer) []Page {
	return func(w *writer) []Page { return []Page{page(w)} }
}

func each(n int, page func(i int) Page) []Page {
	pages := make([]Page, n)
	for i := range pages {
		pages[i] = page(i)
	}
	return pages
}

// Kinds is the table of the types of pages as YAML, for layouts to read: by type what
// it has, the places that the head and the foot of every page lead to, the parts of a
// report's apparatus, and what the types of reports are called.
func Kinds() []byte {
	var w yamlWriter
	var places struct {
		Head []Place `yaml:"head"`
		Foot []Place `yaml:"foot"`
	}
	w.below("types", func() {
		for _, k := range kinds {
			w.value(k.Type, reflect.ValueOf(k))
			places.Head, places.Foot = append(places.Head, k.Head...), append(places.Foot, k.Foot...)
		}
	})
	w.fields(reflect.ValueOf(places))
	w.value("apparatus", reflect.ValueOf(apparatus))
	w.value("reports", reflect.ValueOf(report.Types))
	return w.out
}

// kindOf is the row of a type; the zero Kind for none.
func kindOf(name string) Kind {
	for _, k := range kinds {
		if k.Type == name {
			return k
		}
	}
	return Kind{}
}

// isView reports whether a page puts together what others say, by its path.
func isView(file string) bool {
	return slices.ContainsFunc(kinds, func(k Kind) bool {
		return slices.ContainsFunc(k.Views, func(pattern string) bool {
			is, _ := path.Match(pattern, file)
			return is
		})
	})
}
